// The terms on a page and the one popup that may be open: what mouse, keyboard and touch do to it.
//
//   mouse     resting on a term opens its popup, leaving both closes it; a click makes it stay, another closes it
//   keyboard  Enter and Space toggle, Tab goes on into the popup, Esc closes and gives the focus back
//   touch     a tap toggles, a tap elsewhere closes, scrolling is left alone
//
// A popup is a non-modal dialog that its button discloses: https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/

import { again } from "./again.js";
import { focusOn } from "./dom.js";
import { Popup } from "./popup.js";
import { choice } from "./terms.js";

/** @import { Term } from "../api/types.js" */
/** @import { Source, Triggers, Turn } from "./triggers.js" */

/** A pointer that only passes over a term opens nothing. */
const OPEN_DELAY = 350;
/** How long a pointer may stray outside on its way from the term to the popup. */
const CLOSE_DELAY = 300;

/** The popup that is open, whichever element of the page it belongs to. @type {Popup | undefined} */
let open;

export class Popups {
  #triggers;
  #signal;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #opening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #closing;
  #pressedOutside = false;
  /** Where the pointer was last, and where Esc has closed what was below it. */
  #at = "";
  #closedAt = "";

  /**
   * @param {Triggers} triggers
   * @param {Source} source
   * @param {AbortSignal} signal
   */
  constructor(triggers, { glossary, host }, signal) {
    this.#triggers = triggers;
    this.#signal = signal;
    this.glossary = glossary;
    this.words = host.words;
    this.host = host;
    this.#listen("click", (event) => this.#clicked(event), signal);
    this.#listen("pointerover", (event) => this.#hovered(event), signal);
    this.#listen("pointermove", (event) => this.#moved(event), signal);
    this.#listen("pointerdown", (event) => this.#pressed(event), signal);
    this.#listen("pointerup", (event) => this.#released(event), signal);
    this.#listen("focusin", (event) => this.#focused(event), signal);
    this.#listen("keydown", (event) => this.#typed(event), signal, false);
    signal.addEventListener("abort", () => this.#close());
  }

  /**
   * On the whole page. What happens in a closed shadow root is told to the page as if it had happened to its host; in such a one it is
   * heard where the terms are.
   *
   * @template {keyof DocumentEventMap} Type
   * @param {Type} type
   * @param {(event: DocumentEventMap[Type]) => void} hear
   * @param {AbortSignal} signal
   * @param {boolean} [passive]
   */
  #listen(type, hear, signal, passive = true) {
    const { scope = document } = this.#triggers;
    const options = { signal, capture: true, passive };
    const host = outermost(scope);
    document.addEventListener(type, (event) => (host && event.composedPath()[0] === host) || hear(event), options);
    if (host) scope.addEventListener(type, (event) => hear(/** @type {DocumentEventMap[Type]} */ (event)), options);
  }

  /**
   * Takes up what a reader did before the popups had come.
   *
   * @param {Turn} turn
   */
  begin({ event, trigger, id }) {
    const { type, isTrusted } = event;
    this.#triggers.told?.();
    const { activeElement } = /** @type {Document | ShadowRoot} */ (trigger.getRootNode());
    // Who has gone on to something else in the meantime is not called back; where a script clicks, the focus says nothing.
    if (isTrusted && activeElement && !activeElement.contains(trigger)) return;
    if (type === "click") this.#open(trigger, id, true);
    // A finger only passes; where it was, browsers say that it still is.
    else if (type === "pointerover" && /** @type {PointerEvent} */ (event).pointerType === "mouse" && trigger.matches(":hover")) this.#openSoon(trigger, id);
  }

  /** The popup, when it is one of ours. */
  get #mine() {
    return open?.owner === this ? open : undefined;
  }

  /** @param {Event} event */
  #clicked(event) {
    const turned = this.#triggers.of(event);
    if (!turned) return;
    const popup = this.#mine;
    if (popup?.trigger !== turned.trigger) this.#open(turned.trigger, turned.id, true);
    else if (popup.stays) this.#close();
    else popup.stays = true;
  }

  /** @param {PointerEvent} event */
  #hovered(event) {
    clearTimeout(this.#opening);
    this.#at = `${event.clientX} ${event.clientY}`;
    // What a closed popup has lain on is not where the reader went.
    if (this.#at === this.#closedAt) return;
    this.#closedAt = "";
    const turned = this.#triggers.of(event);
    if (!turned || event.pointerType !== "mouse" || event.buttons !== 0 || open?.stays || open?.trigger === turned.trigger) return;
    this.#openSoon(turned.trigger, turned.id);
  }

  /**
   * @param {HTMLElement} trigger
   * @param {string} id
   */
  #openSoon(trigger, id) {
    this.#opening = setTimeout(() => this.#open(trigger, id, false), OPEN_DELAY);
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    this.#at = `${event.clientX} ${event.clientY}`;
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
    if (this.#pressedOutside && this.#mine && !this.#mine.owns(event) && !this.#triggers.of(event)) this.#close();
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
  }

  /** @param {KeyboardEvent} event */
  #typed(event) {
    const popup = this.#mine;
    if (event.key !== "Escape" || event.isComposing || !popup) return;
    // One press closes one thing: a dialog of the page in which the term stands stays open.
    event.stopPropagation();
    event.preventDefault();
    this.#closedAt = this.#at;
    this.#close();
    if (popup.stays) popup.trigger.focus();
  }

  /**
   * @param {HTMLElement} trigger
   * @param {string} id
   * @param {boolean} stays  whether it stays open when the pointer leaves
   */
  #open(trigger, id, stays) {
    this.#close();
    const term = this.#term(id, trigger);
    if (!term || !trigger.isConnected || !this.host.emit("select", { term }, true)) return;
    open?.close();
    open = new Popup(this, trigger, term, stays, () => this.#close(true));
  }

  /**
   * The entry; where the engine can't give it, since it has stopped or the page has freed the catalog, one that says so.
   *
   * @param {string} id
   * @param {HTMLElement} trigger
   * @returns {Term | undefined}
   */
  #term(id, trigger) {
    try {
      return this.glossary.term(id);
    } catch (error) {
      if (!(/** @type {any} */ (error).code)) throw error;
      const term = trigger.textContent ?? "";
      const notes = [this.words.say("failedPart")];
      return { id, term, notes, forms: [], senses: [], related: [], locations: [], notIn: [], restored: false, corrections: [] };
    }
  }

  /** The reader wants no popups on this site: every element of the page follows, so this is the end of this one too. */
  async turnOff() {
    const { choose } = await again("afterwards", () => import("./afterwards.js"));
    const trigger = this.#mine?.trigger;
    // The term will be text, which can't have the focus, and the popup is gone: the reader goes on from the paragraph.
    if (trigger?.getRootNode() === this.host.shadowRoot) choice.from = this.host;
    else if (trigger) stayIn(trigger);
    choose("off");
    // Where what follows the choice has come only now.
    if (!this.#signal.aborted) this.host.restart({ quiet: true });
  }

  /** @param {boolean} [giveFocusBack] */
  #close(giveFocusBack = false) {
    clearTimeout(this.#opening);
    clearTimeout(this.#closing);
    this.#closing = undefined;
    const popup = this.#mine;
    if (!popup) return;
    open = undefined;
    popup.close();
    if (giveFocusBack) popup.trigger.focus();
  }
}

/**
 * Puts the focus on the block of text around a term, for as long as the reader stays there. The page stays as it is but for that while.
 *
 * @param {HTMLElement} trigger
 */
function stayIn(trigger) {
  let block = trigger.parentElement;
  while (block && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  if (!block || block.hasAttribute("tabindex")) return block?.focus({ preventScroll: true });
  focusOn(block, { preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
}

/**
 * The host at which an event inside a closed shadow root seems to happen, when there is such a root around.
 *
 * @param {Node} scope
 */
function outermost(scope) {
  /** @type {Element | undefined} */
  let host;
  for (let at = scope; at instanceof ShadowRoot; at = at.host.getRootNode()) if (at.mode === "closed") host = at.host;
  return host;
}
