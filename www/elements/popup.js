// One open popup: a box beside a term, in a shadow root of its own, placed in the page directly after the term's button so
// that it comes next for the keyboard and for a screen reader. What stands in it is made by popup-entries.js.

import { element, origin, uniqueId } from "./dom.js";
import { leadsAway } from "./leads-away.js";
import { place } from "./place.js";
import { Entries } from "./popup-entries.js";
import { enGlossary } from "./strings/en-glossary.js";
import { enPopup } from "./strings/en-popup.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";
import { glossaryStyles } from "./styles/glossary.js";
import { popupStyles } from "./styles/popup.js";

/** @import { Popups } from "./popups.js" */
/** @import { Term } from "../api/types.js" */

export class Popup {
  #life = new AbortController();
  #box;
  #entries;

  /**
   * @param {Popups} owner
   * @param {HTMLElement} trigger
   * @param {Term} term
   * @param {boolean} stays  whether it was opened on purpose and stays when the pointer leaves
   * @param {() => void} onClose  what its Close button does
   */
  constructor(owner, trigger, term, stays, onClose) {
    const { words, host } = owner;
    words.learn({ ...enGlossary, ...enPopup });
    this.owner = owner;
    this.trigger = trigger;
    this.stays = stays;
    this.onClose = onClose;
    // Not a <div>: what a page says about the <div>s of its text is not meant for this one.
    this.host = document.createElement("equity-popup");
    this.host.id = uniqueId("popup");
    this.host.lang = words.language;
    this.host.setAttribute("popover", "manual");
    if (host.theme !== "auto") this.host.setAttribute("theme", host.theme);
    const root = this.host.attachShadow({ mode: "open" });
    this.#box = element("div", { class: "popup", part: "popup", role: "dialog", dir: "auto", tabindex: "-1" });
    this.#entries = new Entries(this.#box, owner, term);
    root.append(this.#box);
    root.addEventListener("click", (event) => this.#clicked(event), { signal: this.#life.signal });
    trigger.after(this.host);
    // Only now: WebKit measures a box whose style sheets came before it was in the page as if it had none.
    adopt(root, base, glossaryStyles, popupStyles);
    trigger.setAttribute("aria-expanded", "true");
    trigger.setAttribute("aria-controls", this.host.id);
    this.host.showPopover?.();
    const sizes = new ResizeObserver(() => this.#resized());
    for (const part of [this.#box, this.#entries.body]) sizes.observe(part);
    this.#life.signal.addEventListener("abort", () => sizes.disconnect());
    this.#resized();
    if (leadsAway()) import("./here.js").then(({ stay }) => stay(root, this.#life.signal), () => {});
    place(this.host, trigger, stays, this.#life.signal);
  }

  close() {
    this.#life.abort();
    this.trigger.setAttribute("aria-expanded", "false");
    this.trigger.removeAttribute("aria-controls");
    this.host.replaceWith();
  }

  /** Whether something happened inside the popup. @param {Event} event */
  holds(event) {
    return event.composedPath().includes(this.host);
  }

  /** Whether something happened inside the popup or on its button. @param {Event} event */
  owns(event) {
    return this.holds(event) || event.composedPath().includes(this.trigger);
  }

  /**
   * Whether a point is on the term, on the popup, or between the two: so that a pointer may take its time.
   *
   * @param {number} x
   * @param {number} y
   */
  isNear(x, y) {
    const box = this.#box.getBoundingClientRect();
    const lines = [...this.trigger.getClientRects()];
    const gaps = lines.map((line) => {
      const [top, bottom] = line.top < box.top ? [line.bottom, box.top] : [box.bottom, line.top];
      return { left: Math.min(line.left, box.left), right: Math.max(line.right, box.right), top, bottom };
    });
    return [box, ...lines, ...gaps].some(
      ({ left, right, top, bottom }) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1,
    );
  }

  /**
   * What overflows must be reachable by keyboard to be scrolled: Chromium sees to that only where nothing else in the box
   * takes the focus, Firefox and WebKit never do. Its name is its title, as for whoever hears of the dialog.
   */
  #resized() {
    const { scrollHeight, clientHeight } = this.#box;
    this.#box.tabIndex = scrollHeight > clientHeight + 1 ? 0 : -1;
    // What takes the focus must not come to lie under the title, which stays where it is.
    this.#box.style.scrollPaddingBlockStart = `${this.#entries.head.offsetHeight}px`;
  }

  /** @param {Event} event */
  #clicked(event) {
    const control = /** @type {HTMLElement | null | undefined} */ (origin(event)?.closest("[data-act]"));
    const { act, value = "" } = control?.dataset ?? {};
    if (act === "close" || act === "leave") this.onClose();
    else if (act === "back") this.#entries.back();
    else if (act === "term" && control) this.#entries.turnTo(this.owner.glossary.term(value), control);
    else if (act === "off" && control) this.#entries.askWhetherOff(control);
    else if (act === "off-now") this.owner.turnOff().catch(() => this.#entries.failed());
  }
}
