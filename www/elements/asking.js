// What the engine is asked, from what the page has set and what the reader has chosen. It draws nothing.

import { FACETS, GROUPS } from "./reading-state.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { FacetName, SearchOptions, Section } from "../api/types.js" */
/** @import { EquityCatalog } from "./equity-catalog.js" */
/** @import { ReadingState } from "./reading-state.js" */

export class Asking {
  #host;
  #catalog;
  #state;
  /** By facet, how many values the works have: none, one or more. */
  #has;

  /**
   * @param {EquityCatalog} host
   * @param {Catalog} catalog
   * @param {ReadingState} state
   */
  constructor(host, catalog, state) {
    this.#host = host;
    this.#catalog = catalog;
    this.#state = state;
    /** The sections to show: all, or the one that the page asks for. @type {Section[]} */
    this.sections = catalog.sections().filter(({ id }) => !host.section || id === host.section);
    const filters = host.section ? { section: [host.section] } : {};
    this.#has = catalog.search("", { filters, limit: 0, facets: FACETS, facetLimit: 2 }).facets;
  }

  /** @param {SearchOptions} options  beside what is always the same */
  search(options) {
    return this.#catalog.search(this.#state.query, { filters: this.filters, sort: this.sort, ...options });
  }

  /** What the page and the reader have chosen. */
  get filters() {
    return this.#state.filters(this.#host.section);
  }

  /** The section that is shown while browsing; none when results are. */
  get section() {
    if (this.#state.searching || this.#host.view === "search") return undefined;
    return this.sections.find(({ id }) => id === this.#state.section) ?? this.sections[0];
  }

  /** The best first when there is a query to be best for, unless somebody asked for another order. */
  get sort() {
    const asked = this.#state.sort ?? this.#host.sort;
    return asked === "relevance" && !this.hasQuery ? "listing" : asked;
  }

  /** Under which headings results stand. */
  get group() {
    const { group = this.#host.groupBy } = this.#state;
    return this.groups.find((name) => name === group);
  }

  get groups() {
    return GROUPS.filter((name) => this.#several(name) && !(name === "section" && this.#host.section));
  }

  /**
   * The facets that the page asks for, or those that have something to choose from. Places tell more than the sections
   * that stand there.
   */
  get facets() {
    const host = this.#host;
    const asked = host.filters.split(/[\s,]+/u);
    if (host.hasAttribute("filters"))
      return FACETS.filter((name) => asked.includes(name)).sort((a, b) => asked.indexOf(a) - asked.indexOf(b));
    const without = host.section ? ["section", "path"] : this.#several("path") ? ["section"] : [];
    return FACETS.filter((name) => this.#several(name) && !without.includes(name));
  }

  get hasQuery() {
    return this.#state.query.trim() !== "";
  }

  get hasYears() {
    return Boolean(this.#has.year?.length);
  }

  /** Whether there is something to choose from. @param {FacetName} name */
  #several(name) {
    return (this.#has[name]?.length ?? 0) > 1;
  }
}
