// Where a reader is in the catalog: what was typed, which filters are chosen, which page of results, which section.
//
// Plain data with a few moves on it. It knows neither the engine nor the page.

/** @import { FacetName, SearchOptions } from "../api/types.js" */

export class ReadingState {
  query = "";
  offset = 0;
  /** The section that is shown while browsing; empty for the first. */
  section = "";
  /** @type {Map<FacetName, { value: string, label: string }[]>} */
  #chosen = new Map();

  /** Whether the reader has asked for anything: then results take the place of the section. */
  get searching() {
    return this.query.trim() !== "" || this.chosen.length > 0;
  }

  /** Every chosen filter, in the order of choosing. */
  get chosen() {
    return [...this.#chosen].flatMap(([facet, values]) => values.map(({ value, label }) => ({ facet, value, label })));
  }

  /** @param {string} query */
  ask(query) {
    this.query = query;
    this.offset = 0;
  }

  /**
   * @param {FacetName} facet
   * @param {string} value
   * @param {string} label
   */
  toggle(facet, value, label) {
    const values = this.#chosen.get(facet) ?? [];
    const without = values.filter((one) => one.value !== value);
    if (without.length === values.length) without.push({ value, label });
    if (without.length > 0) this.#chosen.set(facet, without);
    else this.#chosen.delete(facet);
    this.offset = 0;
  }

  clear() {
    this.#chosen.clear();
    this.ask("");
  }

  /**
   * The filters as the engine takes them.
   *
   * @param {string} onlySection  a section that the page has settled on, or nothing
   * @returns {NonNullable<SearchOptions["filters"]>}
   */
  filters(onlySection) {
    /** @type {NonNullable<SearchOptions["filters"]>} */
    const filters = {};
    for (const [facet, values] of this.#chosen) filters[facet] = values.map(({ value }) => value);
    if (onlySection) filters.section = [onlySection];
    return filters;
  }
}
