// What stands in a popup: a term's entry, then those that the reader turns to from it, with the way back.

import { entryAddress } from "./addresses.js";
import { inCatalogLanguage } from "./catalog-language.js";
import { element, focusOn, present, uniqueId } from "./dom.js";
import { lead } from "./leads.js";
import { termBody } from "./term.js";

/** @import { Popups } from "./popups.js" */
/** @import { Term } from "../api/types.js" */

/**
 * An entry that was left for another one, whole, to go back to: what it showed, how far it was scrolled, and the control
 * that led away.
 *
 * @typedef {{ title: string, lang: string, parts: Node[], top: number, control: HTMLElement }} Left
 */

export class Entries {
  /** @type {Left[]} */
  #trail = [];
  #box;
  #owner;
  #title;
  #back;

  /**
   * @param {HTMLElement} box
   * @param {Popups} owner
   * @param {Term} term
   */
  constructor(box, owner, term) {
    const { words } = owner;
    this.#box = box;
    this.#owner = owner;
    this.#title = element("p", { id: uniqueId("title"), class: "popup-title", part: "popup-title" });
    this.#back = icon("back", words.say("back"), "←");
    this.head = element("div", { class: "popup-head" }, this.#back, this.#title, icon("close", words.say("close"), "×"));
    this.body = element("div", { class: "popup-body" });
    box.setAttribute("aria-labelledby", this.#title.id);
    box.append(this.head, this.body);
    this.#showEntry(term);
  }

  /**
   * Another term's entry, in place of the one that is there.
   *
   * @param {Term | undefined} term
   * @param {HTMLElement} control  what led to it
   */
  turnTo(term, control) {
    if (!term) return;
    this.#leave(control);
    this.#showEntry(term);
    this.#focus();
  }

  /** Before popups are turned off: what that means, and how they come back. @param {HTMLElement} control */
  askWhetherOff(control) {
    const { words } = this.#owner;
    this.#leave(control);
    this.#show(words.say("popupsTurnOffTitle"), [
      element("p", {}, words.say("popupsTurnOffText")),
      element(
        "p",
        { class: "answers" },
        element("button", { type: "button", class: "button", part: "button", "data-act": "off-now" }, words.say("popupsTurnOffNow")),
        element("button", { type: "button", class: "button", part: "button", "data-act": "back" }, words.say("popupsKeep")),
      ),
    ]);
    this.#focus();
  }

  /** What the reader has asked for did not come: it is said where they asked, and the button can be pressed again. */
  failed() {
    this.body.querySelector("[role=alert]")?.remove();
    this.body.append(element("p", { class: "note", role: "alert" }, this.#owner.words.say("failedPart")));
  }

  /** Back to the entry before, as it was left: the very same elements, as far down, with the focus where it was. */
  back() {
    const left = this.#trail.pop();
    if (!left) return;
    this.#show(left.title, left.parts, left.lang);
    this.#box.scrollTop = left.top;
    left.control.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} control */
  #leave(control) {
    const { textContent, lang } = this.#title;
    this.#trail.push({ title: textContent ?? "", lang, parts: [...this.body.childNodes], top: this.#box.scrollTop, control });
  }

  /** The box keeps the place in the Tab order that it has. */
  #focus() {
    const { tabIndex } = this.#box;
    focusOn(this.#box);
    this.#box.tabIndex = tabIndex;
  }

  /** @param {Term} term */
  #showEntry(term) {
    this.#show(term.term, this.#entry(term));
    inCatalogLanguage([this.#title], this.#owner.host);
  }

  /**
   * @param {string} title
   * @param {Node[]} parts
   * @param {string} [lang]  of the title, when it isn't that of the popup's words
   */
  #show(title, parts, lang) {
    this.#back.hidden = this.#trail.length === 0;
    this.#title.replaceChildren(...present([title]));
    if (lang) this.#title.lang = lang;
    else this.#title.removeAttribute("lang");
    this.body.replaceChildren(...parts);
    this.#box.scrollTop = 0;
  }

  /** @param {Term} term @returns {HTMLElement[]} */
  #entry(term) {
    const { words, host, glossary } = this.#owner;
    const entry = element("div", {}, ...termBody(term, words));
    const to = (/** @type {string} */ id, /** @type {(Node | string)[]} */ ...name) =>
      element("button", { type: "button", class: "cross", part: "term-link", "data-act": "term", "data-value": id }, ...name);
    lead(entry, term, { glossary, words, host, to });
    const parts = inCatalogLanguage(/** @type {HTMLElement[]} */ ([...entry.children]), host);
    const full = entryAddress(term.id, host);
    if (full) parts.push(element("p", { class: "full" }, element("a", { href: full, "data-act": full.startsWith("#") && "leave" }, words.say("inGlossary"))));
    // What lists terms on purpose, such as a work's record, has no text to be left alone.
    if ("popups" in host) {
      parts.push(element("p", { class: "off" }, element("button", { type: "button", class: "more", "data-act": "off" }, words.say("popupsTurnOff"))));
    }
    return parts;
  }
}

/**
 * @param {string} act
 * @param {string} name
 * @param {string} sign
 */
function icon(act, name, sign) {
  const shape = element("span", { "aria-hidden": "true", class: act === "back" ? "arrow" : undefined }, sign);
  return element("button", { type: "button", class: "icon", "data-act": act, "aria-label": name }, shape);
}
