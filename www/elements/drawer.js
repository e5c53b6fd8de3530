// The filters in a narrow place: a modal dialog at the side of the window, so that they don't push the results away. The
// very same filters, moved in and out, so nothing that was ticked or typed is lost.

import { control, element } from "./dom.js";
import { enDrawer } from "./strings/en-drawer.js";
import { adopt } from "./styles/adopt.js";
import { drawerStyles } from "./styles/drawer.js";

/** @import { CatalogFrame } from "./catalog-frame.js" */
/** @import { Status } from "./status.js" */

export class Drawer {
  #frame;
  #show;
  #clear;
  #dialog;

  /**
   * @param {CatalogFrame} frame
   * @param {Status} status
   * @param {(left: boolean) => void} closed  told whether the reader wants to see the results
   */
  constructor(frame, status, closed) {
    this.#frame = frame;
    adopt(/** @type {ShadowRoot} */ (frame.search.getRootNode()), drawerStyles);
    const { words, filters } = frame;
    words.learn(enDrawer);
    this.#show = control("results", { class: "button", part: "button" });
    this.#clear = control("unfilter", { class: "clear" }, words.say("clearFilters"));
    const close = control("undraw", { class: "icon", "aria-label": words.say("close") }, element("span", { "aria-hidden": "true" }, "×"));
    this.#dialog = element(
      "dialog",
      { class: "drawer", part: "drawer", "aria-label": words.say("filters") },
      element("div", { class: "drawer-head" }, element("strong", { "aria-hidden": "true" }, words.say("filters")), close),
      filters,
      element("div", { class: "drawer-foot" }, this.#show, this.#clear),
      // What stands behind a modal dialog isn't heard.
      status.another(),
    );
    let wantsResults = false;
    this.#dialog.addEventListener("click", ({ target }) => {
      const act = target instanceof Element && target.closest("[data-act]")?.getAttribute("data-act");
      wantsResults = act === "results";
      if (wantsResults || act === "undraw" || target === this.#dialog) this.#dialog.close();
    });
    this.#dialog.addEventListener("close", () => {
      frame.search.append(filters);
      this.#dialog.remove();
      status.only();
      // Safari gives nothing back to a button that a mouse pressed, and in a window that has grown the button is gone.
      frame.filtersButton.focus();
      if (!hasFocus(frame.filtersButton)) frame.input.focus();
      closed(wantsResults);
    });
    frame.search.append(this.#dialog);
    this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  /**
   * @param {number} total
   * @param {boolean} chosen
   */
  update(total, chosen) {
    const { words } = this.#frame;
    this.#show.textContent = words.say("showResults", { count: total });
    if (!chosen && hasFocus(this.#clear)) this.#show.focus();
    this.#clear.hidden = !chosen;
  }
}

/** Also in a window that is not the one in front, where `:focus` holds nowhere. @param {Element} element */
const hasFocus = (element) => /** @type {ShadowRoot} */ (element.getRootNode()).activeElement === element;
