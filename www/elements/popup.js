// One open popup: a term's entry in a box beside the term, in a shadow root of its own, placed in the page directly after
// its button so that it comes next for the keyboard and for a screen reader.

import { element, focusOn, origin, uniqueId } from "./dom.js";
import { fold, PREFIX } from "./terms.js";
import { place } from "./place.js";
import { enGlossary } from "./strings/en-glossary.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";
import { glossaryStyles } from "./styles/glossary.js";
import { popupStyles } from "./styles/popup.js";
import { termBody } from "./term.js";

/** @import { Popups } from "./popups.js" */
/** @import { Term } from "../api/types.js" */

export class Popup {
  /** Whether it was opened on purpose and stays when the pointer leaves. */
  stays = false;
  #life = new AbortController();
  /** The terms that were left for another one, to go back to. @type {Term[]} */
  #trail = [];
  #box;

  /**
   * @param {Popups} owner
   * @param {HTMLElement} trigger
   * @param {Term} term
   * @param {() => void} onClose  what its Close button does
   */
  constructor(owner, trigger, term, onClose) {
    this.owner = owner;
    owner.words.learn(enGlossary);
    this.trigger = trigger;
    this.onClose = onClose;
    this.term = term;
    // Not a <div>: what a page says about the <div>s of its text is not meant for this one.
    this.host = document.createElement("equity-popup");
    this.host.id = uniqueId("popup");
    this.host.lang = owner.words.language;
    this.host.setAttribute("popover", "manual");
    if (owner.theme !== "auto") this.host.setAttribute("theme", owner.theme);
    const root = this.host.attachShadow({ mode: "open" });
    const title = uniqueId("title");
    this.title = element("p", { id: title, class: "popup-title", part: "popup-title" });
    this.#box = element("div", {
      class: "popup",
      part: "popup",
      role: "dialog",
      dir: "auto",
      "aria-labelledby": title,
      tabindex: "-1",
    });
    root.append(this.#box);
    root.addEventListener("click", (event) => this.#clicked(event), { signal: this.#life.signal });
    this.#fill();
    trigger.after(this.host);
    // Only now: WebKit measures a box whose style sheets came before it was in the page as if it had none.
    adopt(root, base, glossaryStyles, popupStyles);
    trigger.setAttribute("aria-expanded", "true");
    trigger.setAttribute("aria-controls", this.host.id);
    this.host.showPopover?.();
    place(this.host, trigger, this.#life.signal);
  }

  close() {
    this.#life.abort();
    this.trigger.setAttribute("aria-expanded", "false");
    this.trigger.removeAttribute("aria-controls");
    this.host.remove();
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

  #fill() {
    const { term, owner } = this;
    const { words } = owner;
    this.title.textContent = term.term;
    const back = element(
      "button",
      { type: "button", class: "icon", "data-act": "back", "aria-label": words.say("back") },
      element("span", { "aria-hidden": "true", class: "arrow" }, "←"),
    );
    const close = element(
      "button",
      { type: "button", class: "icon", "data-act": "close", "aria-label": words.say("close") },
      element("span", { "aria-hidden": "true" }, "×"),
    );
    const full =
      document.querySelector("equity-glossary:not([annotate])") &&
      element("p", { class: "full" }, element("a", { href: `#${PREFIX}${term.id}`, "data-act": "leave" }, words.say("inGlossary")));
    this.#box.replaceChildren(
      element("div", { class: "popup-head" }, ...(this.#trail.length > 0 ? [back] : []), this.title, close),
      element("div", { class: "popup-body" }, ...termBody(term, words, (name) => this.#related(name)), ...(full ? [full] : [])),
    );
    this.#box.scrollTop = 0;
  }

  /**
   * A related resource that is itself a term of the glossary can be read here.
   *
   * @param {string} name
   */
  #related(name) {
    const term = this.owner.glossary.terms().find((other) => fold(other.term) === fold(name));
    if (!term || term.id === this.term.id) return name;
    return element("button", { type: "button", class: "more", "data-act": "term", "data-value": term.id }, name);
  }

  /** @param {Event} event */
  #clicked(event) {
    const control = /** @type {HTMLElement | null | undefined} */ (origin(event)?.closest("[data-act]"));
    const { act, value = "" } = control?.dataset ?? {};
    if (act === "close" || act === "leave") this.onClose();
    else if (act === "back") this.#turnTo(this.#trail.pop());
    else if (act === "term") this.#turnTo(this.owner.glossary.term(value), true);
  }

  /**
   * @param {Term | undefined} term
   * @param {boolean} [remember]
   */
  #turnTo(term, remember = false) {
    if (!term) return;
    if (remember) this.#trail.push(this.term);
    this.term = term;
    this.#fill();
    focusOn(this.#box);
  }
}
