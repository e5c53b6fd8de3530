// The buttons that terms are in a text. What they do is fetched when a reader turns to the first one, by pointer or keyboard, so
// that an article whose terms nobody asks about costs its readers little.

import { again } from "./again.js";
import { element, origin } from "./dom.js";
import { adopt } from "./styles/adopt.js";
import { triggerStyles } from "./styles/trigger.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { EquityElement } from "./element.js" */
/** @import { Popups } from "./popups.js" */

/**
 * @typedef {object} Source  Where terms come from, and the element that shows them: its words, its look, its say.
 * @property {Catalog["glossary"]} glossary
 * @property {EquityElement & { theme: string }} host
 */

/** @typedef {{ event: Event, trigger: HTMLElement, id: string }} Turn  What a reader did, the button that it was about, and its term. */

/** What turns a reader to a term. */
const TURNS = ["pointerover", "focusin", "click"];

export class Triggers {
  /** Which term a button is for. @type {WeakMap<Element, string>} */
  terms = new WeakMap();
  /** Told whether the popups have come, or for which turn they have not; it says so to the reader, and comes later itself. @type {((turn?: Turn) => undefined) | undefined} */
  told;
  /** @type {Popups | undefined} */
  #popups;
  /** Where the terms are. @type {Document | ShadowRoot | undefined} */
  scope;
  #isComing = false;
  /** @type {Turn | undefined} */
  #last;

  /** @param {Source} source */
  constructor(source) {
    this.source = source;
  }

  /**
   * A native button, named by the very text that it will hold.
   *
   * @param {string} id
   */
  make(id) {
    const button = element("button", { type: "button", class: "equity-term", "aria-expanded": "false" });
    this.terms.set(button, id);
    return button;
  }

  /**
   * The button that an event is about, and its term.
   *
   * @param {Event} event
   */
  of(event) {
    const trigger = /** @type {HTMLElement} */ (origin(event)?.closest(".equity-term"));
    const id = this.terms.get(trigger);
    return id && { trigger, id };
  }

  /**
   * From a closed shadow root the page's document hears nothing of its inside: what is there is heard there.
   *
   * @param {Document | ShadowRoot} scope
   * @param {AbortSignal} signal
   */
  listen(scope, signal) {
    adopt((this.scope = scope), triggerStyles);
    for (const type of TURNS) scope.addEventListener(type, (event) => void this.#turned(event, signal), { signal, capture: true, passive: true });
  }

  /**
   * Until the popups are there, what the reader did last is kept for them; then they hear for themselves. When they don't
   * come, since the connection is down, the next turn asks again. When the terms are gone by then, there is nothing to open.
   *
   * @param {Event} event
   * @param {AbortSignal} signal
   */
  async #turned(event, signal) {
    const turned = this.of(event);
    if (!turned || this.#popups) return;
    // A click says more than that the pointer or the focus went there, before or after.
    if (event.type === "click" || this.#last?.event.type !== "click") this.#last = { event, ...turned };
    if (this.#isComing) return;
    this.#isComing = true;
    try {
      const { Popups } = await again("popups", () => import("./popups.js"));
      (this.#popups = new Popups(this, this.source, signal)).begin(this.#last);
    } catch {
      this.#last = this.told?.(this.#last);
    }
    this.#isComing = false;
  }
}
