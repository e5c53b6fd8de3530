// The terms on a page and the one popup that may be open: what mouse, keyboard and touch do to it.
//
//   mouse     resting on a term opens its popup, leaving both closes it; a click makes it stay, another closes it
//   keyboard  Enter and Space toggle, Tab goes on into the popup, Esc closes and gives the focus back
//   touch     a tap toggles, a tap elsewhere closes, scrolling is left alone
//
// A popup is a non-modal dialog that its button discloses: https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/

import { element, origin } from "./dom.js";
import { adopt } from "./styles/adopt.js";
import { triggerStyles } from "./styles/trigger.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { Term } from "../api/types.js" */
/** @import { Popup } from "./popup.js" */
/** @import { Words } from "./strings/words.js" */

/** A pointer that only passes over a term opens nothing. */
const OPEN_DELAY = 350;
/** How long a pointer may stray outside on its way from the term to the popup. */
const CLOSE_DELAY = 300;

/** What a popup shows is fetched when a reader turns to the first term. */
const loadPopup = () => import("./popup.js");

/** The popup that is open, whichever element of the page it belongs to. @type {Popup | undefined} */
let open;

export class Popups {
  /** @type {WeakMap<Element, string>} */
  #terms = new WeakMap();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #opening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #closing;
  #pressedOutside = false;
  /** The term whose popup is about to open. @type {HTMLElement | undefined} */
  #wanted;

  /**
   * @param {Catalog["glossary"]} glossary
   * @param {Words} words
   * @param {string} theme
   * @param {(term: Term) => boolean} mayOpen  asks the page
   */
  constructor(glossary, words, theme, mayOpen) {
    this.glossary = glossary;
    this.words = words;
    this.theme = theme;
    this.mayOpen = mayOpen;
  }

  /**
   * A native button, named by the very text that it will hold.
   *
   * @param {string} id
   */
  trigger(id) {
    const button = element("button", { type: "button", class: "equity-term", "aria-expanded": "false" });
    this.#terms.set(button, id);
    return button;
  }

  /**
   * @param {Document | ShadowRoot} scope  where the terms are
   * @param {AbortSignal} signal
   */
  listen(scope, signal) {
    adopt(scope, triggerStyles);
    const options = { signal, capture: true, passive: true };
    document.addEventListener("click", (event) => this.#clicked(event), options);
    document.addEventListener("pointerover", (event) => this.#hovered(event), options);
    document.addEventListener("pointermove", (event) => this.#moved(event), options);
    document.addEventListener("pointerdown", (event) => this.#pressed(event), options);
    document.addEventListener("pointerup", (event) => this.#released(event), options);
    document.addEventListener("focusin", (event) => this.#focused(event), options);
    document.addEventListener("keydown", (event) => this.#typed(event), { signal, capture: true });
    signal.addEventListener("abort", () => this.#close());
  }

  /** The popup, when it is one of ours. */
  get #mine() {
    return open?.owner === this ? open : undefined;
  }

  /** @param {Event} event */
  #clicked(event) {
    const trigger = this.#triggerOf(event);
    if (!trigger) return;
    const popup = this.#mine;
    if (popup?.trigger !== trigger) void this.#open(trigger, true);
    else if (popup.stays) this.#close();
    else popup.stays = true;
  }

  /** @param {PointerEvent} event */
  #hovered(event) {
    clearTimeout(this.#opening);
    const trigger = this.#triggerOf(event);
    if (!trigger || event.pointerType !== "mouse" || event.buttons !== 0 || open?.stays || open?.trigger === trigger) return;
    void loadPopup().catch(() => {});
    this.#opening = setTimeout(() => void this.#open(trigger, false), OPEN_DELAY);
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    const popup = this.#mine;
    if (!popup || popup.stays) return;
    if (popup.isNear(event.clientX, event.clientY)) {
      clearTimeout(this.#closing);
      this.#closing = undefined;
    } else {
      this.#closing ??= setTimeout(() => popup === open && !popup.stays && this.#close(), CLOSE_DELAY);
    }
  }

  /** @param {PointerEvent} event */
  #pressed(event) {
    clearTimeout(this.#opening);
    this.#pressedOutside = !this.#mine?.owns(event);
    if (!this.#pressedOutside && this.#mine?.holds(event)) this.#mine.stays = true;
  }

  /**
   * Closing on release rather than on press leaves scrolling by touch alone: a scroll never releases.
   *
   * @param {PointerEvent} event
   */
  #released(event) {
    if (this.#pressedOutside && this.#mine && !this.#mine.owns(event) && !this.#triggerOf(event)) this.#close();
  }

  /**
   * Whoever tabs out of the popup is done with it; left open it might cover what comes next.
   *
   * @param {FocusEvent} event
   */
  #focused(event) {
    const popup = this.#mine;
    if (popup?.holds(event)) popup.stays = true;
    else if (popup && !popup.owns(event)) this.#close();
    else if (this.#triggerOf(event)) void loadPopup().catch(() => {});
  }

  /** @param {KeyboardEvent} event */
  #typed(event) {
    const popup = this.#mine;
    if (event.key !== "Escape" || event.isComposing || !popup) return;
    // One press closes one thing: a dialog of the page in which the term stands stays open.
    event.stopPropagation();
    event.preventDefault();
    this.#close();
    if (popup.stays) popup.trigger.focus();
  }

  /**
   * @param {HTMLElement} trigger
   * @param {boolean} stays  whether it stays open when the pointer leaves
   */
  async #open(trigger, stays) {
    this.#close();
    const term = this.glossary.term(this.#terms.get(trigger) ?? "");
    if (!term || !trigger.isConnected || !this.mayOpen(term)) return;
    this.#wanted = trigger;
    // A part that doesn't come is asked for again at the next try.
    const part = await loadPopup().catch(() => undefined);
    if (!part || this.#wanted !== trigger || !trigger.isConnected) return;
    open?.close();
    open = new part.Popup(this, trigger, term, () => this.#close(true));
    open.stays = stays;
  }

  /** @param {boolean} [giveFocusBack] */
  #close(giveFocusBack = false) {
    clearTimeout(this.#opening);
    clearTimeout(this.#closing);
    this.#closing = undefined;
    this.#wanted = undefined;
    const popup = this.#mine;
    if (!popup) return;
    open = undefined;
    popup.close();
    if (giveFocusBack) popup.trigger.focus();
  }

  /**
   * @param {Event} event
   * @returns {HTMLElement | undefined}
   */
  #triggerOf(event) {
    const trigger = /** @type {HTMLElement | null | undefined} */ (origin(event)?.closest(".equity-term"));
    return trigger && this.#terms.has(trigger) ? trigger : undefined;
  }
}
