// The glossary from A to Z as a reader sees it: a search box, the letters there are, and entries under their letters.

import { element, heading, uniqueId } from "./dom.js";
import { PREFIX } from "./terms.js";
import { termBody } from "./term.js";

/** @import { Term } from "../api/types.js" */
/** @import { Status } from "./status.js" */
/** @import { Words } from "./strings/words.js" */

/** Where an entry of the history keeps the words that were looked for when a link was followed. */
export const QUERY = "equityQuery";

/** @typedef {{ term: Term, entry: HTMLElement, title: HTMLElement }} Entry */
/** @typedef {{ letter: string, section: HTMLElement, link: HTMLElement }} Letter */

export class GlossaryList {
  /** The entries that are there, in their order. @type {Entry[]} */
  entries = [];
  /** @type {Letter[]} */
  letters = [];
  /** Shows a term's entry, and gives its heading. @type {(id: string) => HTMLElement | undefined | Promise<HTMLElement | undefined>} */
  reveal = (id) => this.titleOf(id);

  /**
   * @param {Words} words
   * @param {number} level  of the letters' headings
   * @param {{ search: string, letters: string }} names  of landmarks
   */
  constructor(words, level, names) {
    this.words = words;
    this.level = level;
    const input = uniqueId("query");
    this.input = element("input", {
      id: input,
      type: "search",
      part: "input",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "search",
    });
    const search = element(
      "div",
      { class: "search", part: "search", role: "search", "aria-label": names.search },
      element("label", { for: input, class: "search-label", part: "label" }, words.say("searchGlossary")),
      this.input,
    );
    this.list = element("div", { class: "terms" });
    this.links = element("ul", { role: "list" });
    this.nav = element("nav", { class: "letters", part: "letters", "aria-label": names.letters }, this.links);
    this.note = element("p", { class: "found", part: "note", hidden: true });
    this.content = element("div", { class: "glossary", part: "glossary", lang: words.language }, search, this.nav, this.note, this.list);
  }

  /**
   * Says something of the list, to be seen and to be heard.
   *
   * @param {string} text
   * @param {Status} status
   */
  say(text, status) {
    this.note.textContent = text;
    this.note.hidden = false;
    status.say(text);
  }

  /**
   * The heading of an entry, for scrolling and focus.
   *
   * @param {string} id
   */
  titleOf(id) {
    return this.entries.find(({ term }) => term.id === id)?.title;
  }

  /**
   * A letter, and what leads to it; the entries come when somebody adds them.
   *
   * @param {string} letter
   * @param {Term | undefined} first
   */
  addLetter(letter, first) {
    const section = element("section", { class: "letter", part: "letter" }, heading(this.level, { class: "letter-title" }, letter), element("div"));
    const link = element("a", { href: `#${PREFIX}${first?.id}` }, letter);
    this.links.append(element("li", {}, link));
    this.letters.push({ letter, section, link });
    return section;
  }

  /**
   * @param {Element | null} place
   * @param {Term[]} terms
   */
  addEntries(place, terms) {
    const added = terms.map((term) => this.#entry(term));
    this.entries.push(...added);
    place?.append(...added.map(({ entry }) => entry));
    return added;
  }

  /**
   * @param {Term} term
   * @returns {Entry}
   */
  #entry(term) {
    const { words } = this;
    const anchor = element("a", { class: "anchor", href: `#${PREFIX}${term.id}`, "aria-label": words.say("linkTo", { term: term.term }) }, "#");
    const title = heading(this.level + 1, { class: "term-title", part: "term-title" }, term.term);
    const entry = element(
      "article",
      { class: "term", part: "term", dir: "auto", id: `${PREFIX}${term.id}` },
      element("div", { class: "term-head" }, title, anchor),
      ...termBody(term, words),
    );
    return { term, entry, title };
  }
}

/**
 * @param {Term[]} terms  in their order
 * @param {(term: Term) => string} letterOf
 * @returns {Map<string, Term[]>}
 */
export function byLetter(terms, letterOf) {
  /** @type {Map<string, Term[]>} */
  const letters = new Map();
  for (const term of terms) {
    const letter = letterOf(term);
    const group = letters.get(letter);
    if (group) group.push(term);
    else letters.set(letter, [term]);
  }
  return letters;
}
