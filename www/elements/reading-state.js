// Where a reader is in the catalog: what was typed, which filters are chosen, which page of results, which section, which
// work is open. It knows neither the engine nor the page, but can write itself as an address and read itself from one.

/** @import { FacetName, SearchOptions } from "../api/types.js" */

/** @typedef {NonNullable<SearchOptions["sort"]>} Sort */

/** @type {FacetName[]} */
export const FACETS = ["kind", "topic", "path", "section", "language", "year", "organization", "author"];
/** @type {Sort[]} */
export const SORTS = ["relevance", "listing", "title", "newest", "oldest"];
export const GROUPS = /** @type {const} */ (["section", "kind"]);
/** What stands in an address, beside works. */
export const KEYS = ["list", "q", "in", "sort", "group", "page", ...FACETS];

/** A text of an address may be anything; more than this of it is nobody's query. */
const LONGEST = 500;
/** Nor does anybody choose more values of one filter. */
const MOST = 100;

export class ReadingState {
  /** Whether this has been shown to the reader: then an address knows no better. */
  started = false;
  query = "";
  /** The page of results, from 0. */
  page = 0;
  /** The order that the reader chose, when it isn't the page's. @type {Sort | undefined} */
  sort;
  /** What the reader groups by, `none` for nothing, when it isn't what the page says. @type {string | undefined} */
  group;
  /** The section that is shown while browsing; empty for the first. */
  section = "";
  /** The work that is open in full. */
  open = "";
  /** The reading list that is shown: the reader's own is empty, one that came by a link names its works. @type {string | undefined} */
  list;
  /** @type {Map<FacetName, string[]>} */
  #chosen = new Map();

  /** @param {URLSearchParams} [asked]  by the page, before anything is shown */
  constructor(asked) {
    if (asked) this.go(asked);
  }

  /** Goes where the page says, rather than where the address does. @param {URLSearchParams} asked */
  go(asked) {
    this.params = asked;
    this.started = true;
  }

  /** Whether the reader has asked for anything: then results take the place of the section. */
  get searching() {
    return this.query.trim() !== "" || this.#chosen.size > 0;
  }

  /** Every chosen filter, in the order of choosing. */
  get chosen() {
    return [...this.#chosen].flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
  }

  /**
   * @param {FacetName} facet
   * @param {string} value
   */
  has(facet, value) {
    return this.#chosen.get(facet)?.includes(value) ?? false;
  }

  /** @param {string} query */
  ask(query) {
    this.query = query;
    this.#anew();
  }

  /**
   * @param {FacetName} facet
   * @param {string} value
   */
  toggle(facet, value) {
    const values = this.#chosen.get(facet) ?? [];
    const without = values.filter((one) => one !== value);
    if (without.length === values.length) without.push(value);
    if (without.length > 0) this.#chosen.set(facet, without);
    else this.#chosen.delete(facet);
    this.#anew();
  }

  clear() {
    this.query = "";
    this.unfilter();
  }

  unfilter() {
    this.#chosen.clear();
    this.#anew();
  }

  /** Another question has other answers: they start at the first, and none is open. */
  #anew() {
    this.page = 0;
    this.open = "";
    this.list = undefined;
  }

  /**
   * The filters as the engine takes them.
   *
   * @param {string} onlySection  a section that the page has settled on, or nothing
   * @returns {NonNullable<SearchOptions["filters"]>}
   */
  filters(onlySection) {
    return { ...Object.fromEntries(this.#chosen), ...(onlySection && { section: [onlySection] }) };
  }

  /** Everything as keys and values of an address. */
  get params() {
    const { query, page, sort, group, section, open, list } = this;
    const params = new URLSearchParams();
    if (open) params.append(`resource-${open}`, "");
    if (list !== undefined) params.append("list", list);
    if (query.trim()) params.append("q", query.trim());
    for (const { facet, value } of this.chosen) params.append(facet, value);
    if (section) params.append("in", section);
    if (sort) params.append("sort", sort);
    if (group) params.append("group", group);
    if (page > 0) params.append("page", String(page + 1));
    return params;
  }

  /** @param {URLSearchParams} params */
  set params(params) {
    this.#chosen = new Map();
    const given = (/** @type {string} */ key) => params.get(key)?.slice(0, LONGEST);
    this.query = given("q") ?? "";
    for (const facet of FACETS) {
      const values = params.getAll(facet).filter(Boolean).slice(0, MOST);
      if (values.length > 0) this.#chosen.set(facet, [...new Set(values)]);
    }
    this.section = given("in") ?? "";
    this.sort = SORTS.find((sort) => sort === given("sort"));
    this.group = given("group");
    this.page = Math.max(0, (Number.parseInt(given("page") ?? "", 10) || 1) - 1);
    // A list may be long; what reads it knows how long.
    this.list = params.get("list") ?? undefined;
    const work = [...params.keys()].find((key) => key.startsWith("resource-"));
    this.open = work?.slice("resource-".length, LONGEST) ?? "";
  }
}
