// On paper nothing pops up: terms have a raised number there, and their definitions stand as notes where the element
// stands, best behind the article. They are made when the page is printed, since terms may come and go until then.

import { inCatalogLanguage } from "./catalog-language.js";
import { element, heading } from "./dom.js";
import { enEndnotes } from "./strings/en-endnotes.js";
import { enGlossary } from "./strings/en-glossary.js";
import { adopt } from "./styles/adopt.js";
import { endnoteStyles, numberStyles } from "./styles/endnotes.js";
import { glossaryStyles } from "./styles/glossary.js";
import { termBody } from "./term.js";

/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Triggers } from "./triggers.js" */

export class Endnotes {
  #notes = element("div", { class: "endnotes", part: "endnotes" });

  /**
   * @param {Triggers} triggers
   * @param {Document | ShadowRoot} scope  where the terms are
   * @param {HTMLElement} body  where to put the notes
   * @param {AbortSignal} signal
   */
  constructor(triggers, scope, body, signal) {
    this.triggers = triggers;
    this.scope = scope;
    adopt(scope, numberStyles);
    adopt(/** @type {ShadowRoot} */ (body.getRootNode()), glossaryStyles, endnoteStyles);
    body.append(this.#notes);
    // They stay afterwards, unseen: some browsers say that they have printed before they do.
    addEventListener("beforeprint", () => this.#write(), { signal });
  }

  #write() {
    const { terms, source } = this.triggers;
    const { glossary, host } = source;
    const { words } = host;
    words.learn({ ...enGlossary, ...enEndnotes });
    /** @type {Map<string, string>} */
    const numbers = new Map();
    for (const button of this.scope.querySelectorAll(/** @type {"button"} */ (".equity-term"))) {
      const id = terms.get(button);
      if (id === undefined) continue;
      const number = numbers.get(id) ?? words.number(numbers.size + 1);
      numbers.set(id, number);
      button.dataset.note = number;
    }
    const notes = [...numbers].map(([id, number]) => {
      const term = glossary.term(id);
      if (!term) return undefined;
      const parts = inCatalogLanguage([element("p", { class: "note-term" }, term.term), ...termBody(term, words)], host);
      return element("li", {}, element("span", { class: "note-number" }, number), element("div", { dir: "auto" }, ...parts));
    });
    const { headingLevel } = /** @type {EquityGlossary} */ (host);
    this.#notes.replaceChildren(
      ...(notes.length > 0 ? [heading(headingLevel, { lang: words.language }, words.say("endnotes")), element("ol", { role: "list" }, ...notes)] : []),
    );
  }
}
