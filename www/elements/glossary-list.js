// The glossary from A to Z: a search box, the letters there are, and every entry under its letter.

import { element, heading, uniqueId } from "./dom.js";
import { fold, PREFIX } from "./terms.js";
import { termBody } from "./term.js";

/** @import { Block, Span, Term } from "../api/types.js" */
/** @import { Words } from "./strings/words.js" */

export class GlossaryList {
  /** @type {{ term: Term, entry: HTMLElement, title: HTMLElement, haystack: string }[]} */
  #entries = [];
  /** @type {{ section: HTMLElement, link: HTMLElement }[]} */
  #letters = [];

  /**
   * @param {Term[]} terms  from A to Z
   * @param {Words} words
   * @param {number} level  of the letters' headings
   * @param {{ search: string, letters: string }} names  of landmarks
   */
  constructor(terms, words, level, names) {
    this.words = words;
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
    const list = element("div", { class: "terms" });
    const links = element("ul", { role: "list" });
    for (const [letter, group] of byLetter(terms)) this.#addLetter(letter, group, level, list, links);
    this.nav = element("nav", { class: "letters", part: "letters", "aria-label": names.letters }, links);
    this.none = element("p", { class: "none", part: "empty", hidden: true });
    this.content = element("div", { class: "glossary", part: "glossary", lang: words.language }, search, this.nav, this.none, list);
  }

  /**
   * Shows the entries that have all of the words, and the letters that are left.
   *
   * @param {string} query
   * @returns {number} how many are shown
   */
  filter(query) {
    const needed = fold(query).split(/\s+/u).filter(Boolean);
    let shown = 0;
    for (const { entry, haystack } of this.#entries) {
      entry.hidden = !needed.every((word) => haystack.includes(word));
      if (!entry.hidden) shown += 1;
    }
    for (const { section, link } of this.#letters) {
      const empty = [...section.querySelectorAll(".term")].every((entry) => /** @type {HTMLElement} */ (entry).hidden);
      section.hidden = empty;
      link.hidden = empty;
    }
    this.nav.hidden = shown === 0;
    this.none.hidden = shown > 0;
    this.none.textContent = shown > 0 ? "" : this.words.say("noTerms", { query: query.trim() });
    return shown;
  }

  /**
   * The heading of an entry, for scrolling and focus.
   *
   * @param {string} id
   */
  titleOf(id) {
    return this.#entries.find(({ term }) => term.id === id)?.title;
  }

  /**
   * @param {string} letter
   * @param {Term[]} terms
   * @param {number} level
   * @param {HTMLElement} list
   * @param {HTMLElement} links
   */
  #addLetter(letter, terms, level, list, links) {
    const entries = terms.map((term) => this.#entry(term, level + 1));
    const section = element(
      "section",
      { class: "letter", part: "letter" },
      heading(level, { class: "letter-title" }, letter),
      element("div", {}, ...entries),
    );
    const link = element("li", {}, element("a", { href: `#${PREFIX}${terms[0]?.id ?? ""}` }, letter));
    this.#letters.push({ section, link });
    list.append(section);
    links.append(link);
  }

  /**
   * @param {Term} term
   * @param {number} level
   */
  #entry(term, level) {
    const { words } = this;
    const anchor = element("a", { class: "anchor", href: `#${PREFIX}${term.id}`, "aria-label": words.say("linkTo", { term: term.term }) }, "#");
    const title = heading(level, { class: "term-title", part: "term-title" }, term.term);
    const entry = element(
      "article",
      { class: "term", part: "term", dir: "auto", id: `${PREFIX}${term.id}` },
      element("div", { class: "term-head" }, title, anchor),
      ...termBody(term, words),
    );
    const senses = term.senses.flatMap(({ text, examples, sources }) => [plainText(text), plainText(examples), ...sources]);
    const haystack = fold([term.term, ...term.forms, ...senses, ...term.related].join(" "));
    this.#entries.push({ term, entry, title, haystack });
    return entry;
  }
}

/**
 * @param {Term[]} terms
 * @returns {Map<string, Term[]>}
 */
function byLetter(terms) {
  /** @type {Map<string, Term[]>} */
  const letters = new Map();
  for (const term of terms) {
    const letter =
      fold(term.term)
        .match(/[\p{L}\p{N}]/u)?.[0]
        ?.toUpperCase() ?? "#";
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return letters;
}

/**
 * The words of some prose, for looking something up in it.
 *
 * @param {Block[]} blocks
 * @returns {string}
 */
function plainText(blocks) {
  return blocks
    .map((block) => {
      if ("ul" in block) return block.ul.map(plainText).join(" ");
      if ("ol" in block) return block.ol.map(plainText).join(" ");
      if ("quote" in block) return plainText(block.quote);
      return spanText(block.p);
    })
    .join(" ");
}

/**
 * @param {Span[]} list
 * @returns {string}
 */
function spanText(list) {
  return list
    .map((span) => {
      if (typeof span === "string") return span;
      return spanText("em" in span ? span.em : "strong" in span ? span.strong : span.a);
    })
    .join("");
}
