// The names of filters' values as readers know them: the engine has ids of sections, tags of languages, whole paths.

/** @import { FacetName, Section } from "../api/types.js" */
/** @import { Words } from "./strings/words.js" */

/** Between the steps of a path. */
export const STEP = " / ";

export class FacetLabels {
  #titles;
  #languages;

  /**
   * @param {Section[]} sections
   * @param {Words} words
   */
  constructor(sections, words) {
    this.#titles = new Map(sections.map(({ id, title }) => [id, title]));
    this.#languages = new Intl.DisplayNames(words.language, { type: "language", fallback: "code" });
  }

  /**
   * @param {FacetName} facet
   * @param {string} value
   */
  of(facet, value) {
    if (facet === "section") return this.#titles.get(value) ?? value;
    if (facet === "path") return value.split(STEP).at(-1) ?? value;
    return facet === "language" ? this.#language(value) : value;
  }

  /** @param {string} tag */
  #language(tag) {
    try {
      return this.#languages.of(tag) ?? tag;
    } catch {
      return tag;
    }
  }
}
