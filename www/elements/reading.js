// One reader in one open catalog: from what they asked for to what they see. What they do about it is in acts.js.

import { listen } from "./acts.js";
import { Address, widgetName } from "./address.js";
import { aboutView, sectionNav, sectionView } from "./browse.js";
import { CatalogFrame } from "./catalog-frame.js";
import { focusOn } from "./dom.js";
import { FacetLabels } from "./facet-labels.js";
import { FACET_LIMIT } from "./facets.js";
import { uniqueName } from "./landmark-names.js";
import { pager } from "./pager.js";
import { FACETS, GROUPS, SORTS } from "./reading-state.js";
import { hitList, resultsView, statusText } from "./results.js";
import { Slices } from "./slices.js";
import { enList } from "./strings/en-list.js";
import { adopt } from "./styles/adopt.js";
import { catalogStyles } from "./styles/catalog.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { FacetName, Page, SearchOptions, Section } from "../api/types.js" */
/** @import { EquityCatalog } from "./equity-catalog.js" */
/** @import { Extras } from "./record/index.js" */
/** @import { Context } from "./listing.js" */
/** @import { Drawer } from "./drawer.js" */
/** @import { ReadingState } from "./reading-state.js" */
/** @import { Status } from "./status.js" */

/**
 * Shows a catalog in an element until the signal ends.
 *
 * @param {EquityCatalog} host
 * @param {Catalog} catalog
 * @param {ReadingState} state  kept while the element is moved in the page
 * @param {HTMLElement} body
 * @param {Status} status
 * @param {AbortSignal} signal
 * @param {typeof import("./take-over.js").takeOver} [takeOver]  when the page itself has a list
 */
export function show(host, catalog, state, body, status, signal, takeOver) {
  const { words, section } = host;
  words.learn(enList);
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  const all = catalog.sections();
  const sections = all.filter(({ id }) => !section || id === section);
  if (section && sections.length === 0)
    throw new RangeError(words.say("noSuchSection", { id: section, known: words.either(all.map(({ id }) => id)) }));
  adopt(root, catalogStyles);
  const reading = new Reading(host, catalog, sections, state, status, signal);
  const resume = takeOver?.(host, reading);
  body.replaceChildren(reading.frame.content);
  reading.show({ reorder: true });
  // What stands below the element moves once, not a little in every frame.
  if (catalog.info.resources <= SMALL) reading.slices.finish();
  resume?.();
  listen(reading, root, signal);
  void reading.resume();
  return reading;
}

/** The address follows what is typed when the reader pauses; browsers refuse to change it much more often. */
const ADDRESS_DELAY = 300;
/** A catalog of so few works is shown at once when the page opens: nobody types yet. */
const SMALL = 200;
/** What the reading list's key in the browser's storage begins with. */
const LIST_KEY = "equity-catalog:reading-list:";

export class Reading {
  slices = new Slices();
  /** @type {Drawer | undefined} */
  #drawer;
  /** @type {Address | undefined} */
  address;
  /** A work in full and the reading list, once somebody has asked for one. @type {Extras | undefined} */
  extras;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #writing;
  /** Which facets the works have, and how many values: one or more. @type {Page["facets"]} */
  #has;
  #total = 0;
  /** Other ways to lay out results, once somebody has asked for one. @type {typeof import("./layouts.js") | undefined} */
  #layouts;

  /**
   * @param {EquityCatalog} host
   * @param {Catalog} catalog
   * @param {Section[]} sections  those to show: all, or the one that the page asks for
   * @param {ReadingState} state
   * @param {Status} status
   * @param {AbortSignal} signal
   */
  constructor(host, catalog, sections, state, status, signal) {
    this.host = host;
    this.catalog = catalog;
    this.sections = sections;
    this.state = state;
    this.status = status;
    this.signal = signal;
    const { words } = host;
    const name = (host.section && sections[0]?.title) || catalog.info.title;
    this.words = words;
    this.labels = new FacetLabels(catalog.sections(), words);
    this.names = { sections: uniqueName(words.say("sections"), signal), pages: uniqueName(words.say("pages"), signal) };
    this.frame = new CatalogFrame(words, this.labels, uniqueName(words.say("searchIn", { name }), signal));
    this.#has = catalog.search("", { filters: this.#only, limit: 0, facets: FACETS, facetLimit: 2 }).facets;
    this.#followAddress();
    this.frame.setFacets(this.#facetNames(), state.chosen.map(({ facet }) => facet));
    this.frame.input.value = state.query;
    this.frame.main.append(...aboutView(catalog.info, words));
    addEventListener("beforeprint", () => this.slices.finish(), { signal });
    signal.addEventListener("abort", () => this.#ended());
  }

  /** What all that is shown has in common. @returns {Context} */
  get context() {
    const { words, catalog, host, slices } = this;
    const listed = host.readingList === "off" ? undefined : (/** @type {string} */ id) => this.extras?.shelf.has(id) ?? false;
    return { words, language: catalog.info.language, level: host.headingLevel, slices, listed };
  }

  /** The filter that the page itself has set. @returns {NonNullable<SearchOptions["filters"]>} */
  get #only() {
    return this.host.section ? { section: [this.host.section] } : {};
  }

  /** The section that is shown while browsing; none when results are. */
  get #section() {
    const { state, host, sections } = this;
    if (state.searching || host.view === "search") return undefined;
    return sections.find(({ id }) => id === state.section) ?? sections[0];
  }

  get #group() {
    const { group = this.host.groupBy } = this.state;
    return this.#groups.find((name) => name === group);
  }

  get #groups() {
    return GROUPS.filter((name) => this.#several(name) && !(name === "section" && this.host.section));
  }

  /** The best first when there is a query to be best for, unless somebody asked for another order. */
  get #sort() {
    const { state, host } = this;
    const asked = state.sort ?? host.sort;
    return asked === "relevance" && state.query.trim() === "" ? "listing" : asked;
  }

  /** Whether there is something to choose from. @param {FacetName} name */
  #several(name) {
    return (this.#has[name]?.length ?? 0) > 1;
  }

  /**
   * The facets that the page asks for, or those that have something to choose from. Places tell more than the sections
   * that stand there.
   */
  #facetNames() {
    const { host } = this;
    const asked = host.filters.split(/[\s,]+/u);
    if (host.hasAttribute("filters"))
      return FACETS.filter((name) => asked.includes(name)).sort((a, b) => asked.indexOf(a) - asked.indexOf(b));
    const without = host.section ? ["section", "path"] : this.#several("path") ? ["section"] : [];
    return FACETS.filter((name) => this.#several(name) && !without.includes(name));
  }

  /**
   * Brings everything in line with the state.
   *
   * @param {{ reorder?: boolean, push?: boolean }} [how]
   *   whether the filters may change their order; whether the address becomes an entry of its own in the history, replaces
   *   the one that is there, or stays as it is
   * @returns {void}
   */
  show({ reorder = false, push } = {}) {
    const { frame, state, host, catalog, slices } = this;
    const section = this.#section;
    if (!section && !this.#layouts && (this.#group || host.paging === "more")) void this.#fetchLayouts();
    const group = section || !this.#layouts ? undefined : this.#group;
    const facets = (frame.showsFilters || this.#drawer ? frame.facets : []).filter(({ folded }) => !folded);
    const page = catalog.search(state.query, {
      filters: state.filters(host.section),
      sort: this.#sort,
      ...(section || group ? { limit: 0 } : this.#stretch),
      facets: [...facets.map(({ name }) => name), ...(group ? [group] : [])],
      facetLimit: FACET_LIMIT,
      facetSearch: Object.fromEntries(facets.filter(({ find }) => find.value).map(({ name, find }) => [name, find.value])),
    });
    const last = Math.max(0, Math.ceil(page.total / host.pageSize) - 1);
    if (!group && state.page > last) {
      // An address may ask for a page that isn't there.
      state.page = last;
      return this.show({ reorder, push });
    }
    this.#total = page.total;
    this.#begin();
    for (const facet of facets) slices.soon(() => facet.update(page.facets[facet.name] ?? [], reorder));
    frame.updateChips(state, page);
    this.#drawer?.update(page.total, state.chosen.length > 0);
    this.extras?.shelf.update();
    if (state.list !== undefined) void this.#showList();
    else if (section) this.#showSection(section);
    else this.#showResults(page, group);
    this.write(push);
  }

  async #showList() {
    const { frame, state } = this;
    frame.nav.replaceChildren();
    frame.updateTools({ sort: "", group: "", sorts: [], groups: [] });
    const extras = await this.fetchExtras();
    if (extras && state.list !== undefined) extras.shelf.show();
  }

  /** @param {Section} section */
  #showSection(section) {
    const { frame, catalog, context, sections, names } = this;
    const nav = sectionNav(sections, section.id, names.sections);
    frame.nav.replaceChildren(...(nav ? [nav] : []));
    frame.view.replaceChildren(sectionView(section, catalog, context));
    frame.updateTools({ sort: "", group: "", sorts: [], groups: [] });
    this.status.say("");
  }

  /**
   * @param {Page} page
   * @param {"section" | "kind" | undefined} group
   */
  #showResults(page, group) {
    const { frame, state, host, context, words, status } = this;
    const filters = state.filters(host.section);
    const stretch = this.#stretch;
    /** @type {Node[]} */
    let lists;
    let length = page.total;
    const layouts = this.#layouts;
    if (group && layouts) {
      const { groupsOf, groupViews } = layouts;
      const search = (/** @type {SearchOptions} */ options) => this.catalog.search(state.query, { sort: this.#sort, ...options });
      const { stretches, total } = groupsOf(search, filters, group, this.#ordered(group, page), stretch);
      lists = groupViews(stretches, group, this.labels, context);
      length = total;
    } else lists = [hitList(page.hits, stretch.offset + 1, context)];
    const more = layouts && host.paging === "more";
    const further = more ? layouts.moreButton(stretch.limit, length, host.pageSize, words) : pager(length, state.page, host.pageSize, this.names.pages, words);
    frame.nav.replaceChildren();
    frame.view.replaceChildren(resultsView(page, state, context, [...lists, further]));
    const years = this.#has.year?.length;
    const sorts = SORTS.filter((name) => (name === "relevance" ? state.query.trim() : years || !/est$/u.test(name)));
    frame.updateTools({ sort: this.#sort, group: group ?? "", sorts: page.total > 1 ? sorts : [], groups: page.total > 1 ? this.#groups : [] });
    status.say(statusText(page, state, more ? Infinity : host.pageSize, words));
    host.emit("search", { query: state.query, filters, total: page.total });
  }

  /** Which of the results are shown. */
  get #stretch() {
    const { state, host } = this;
    const { pageSize } = host;
    if (!this.#layouts || host.paging !== "more") return { offset: state.page * pageSize, limit: pageSize };
    return { offset: 0, limit: Math.min((state.page + 1) * pageSize, this.#layouts.MOST_SHOWN) };
  }

  /**
   * Groups stand in the order of the catalog's pages, kinds in that of their names.
   *
   * @param {"section" | "kind"} group
   * @param {Page} page
   */
  #ordered(group, page) {
    const values = page.facets[group] ?? [];
    const place = (/** @type {string} */ id) => this.sections.findIndex((section) => section.id === id);
    return values.sort((a, b) => (group === "section" ? place(a.value) - place(b.value) : a.label.localeCompare(b.label, this.words.language)));
  }

  /** Adds the results that come next to those that are there. */
  showFurther() {
    this.#layouts?.showFurther(this, { filters: this.state.filters(this.host.section), sort: this.#sort });
  }

  /** The filters in front of everything, where they have no place of their own. */
  async openFilters() {
    const part = await this.fetched(() => import("./drawer.js"));
    if (!part || this.#drawer) return;
    this.#drawer = new part.Drawer(this.frame, this.status, (wantsResults) => {
      this.#drawer = undefined;
      if (wantsResults) this.focusResults();
    });
    this.#drawer.update(this.#total, this.state.chosen.length > 0);
    this.show();
  }

  /** A work that the address names is opened; a reading list from an earlier visit is there from the start. */
  async resume() {
    await this.#follow(true);
    if (this.extras || !this.context.listed) return;
    try {
      if (localStorage.getItem(LIST_KEY + this.catalog.info.title)) await this.fetchExtras();
    } catch {
      // Where nothing may be stored, nothing was.
    }
  }

  /**
   * Shows a state that came from somewhere else than from what the reader does here.
   *
   * @param {{ push?: boolean, focus: boolean }} how  as for `show`; whether the reader came to read the work that it names
   */
  arrive({ push, focus }) {
    this.frame.input.value = this.state.query;
    this.#drawer?.close();
    this.show({ reorder: true, push });
    void this.#follow(focus);
  }

  /** @param {boolean} focus */
  async #follow(focus) {
    if (this.state.open || this.extras) (await this.fetchExtras())?.work.follow(focus);
  }

  async fetchExtras() {
    const part = await this.fetched(() => import("./record/index.js"));
    if (part) this.extras ??= new part.Extras(this);
    return this.extras;
  }

  async #fetchLayouts() {
    this.#layouts = await this.fetched(() => import("./layouts.js"));
    if (!this.#layouts) return;
    this.words.learn(this.#layouts.enLayouts);
    this.show();
  }

  /**
   * A part that is fetched when it is first needed; undefined when it doesn't come, which the status says, or comes too
   * late.
   *
   * @template Part
   * @param {() => Promise<Part>} fetch
   */
  async fetched(fetch) {
    try {
      const part = await fetch();
      return this.signal.aborted ? undefined : part;
    } catch {
      this.status.say(this.words.say("failedPart"));
      return undefined;
    }
  }

  /** @param {number} index  of a work in what is shown */
  focusTitle(index) {
    const title = this.frame.view.querySelectorAll(".listing")[index]?.querySelector(".title");
    focusOn(/** @type {HTMLElement | undefined} */ (title));
  }

  /** Where what was found begins. */
  focusResults() {
    const title = /** @type {HTMLElement | null} */ (this.frame.view.querySelector(".results-title, .section-title"));
    focusOn(title);
    title?.scrollIntoView({ block: "start" });
  }

  /** The same for what is still being fetched. */
  focusSoon() {
    this.slices.soon(() => this.focusResults());
  }

  /** Something new takes the place of what is shown; until it is whole, the place stays as high as it was. */
  #begin() {
    const { view } = this.frame;
    view.style.minBlockSize = `${view.offsetHeight}px`;
    view.setAttribute("aria-busy", "true");
    this.slices.begin(() => {
      view.style.minBlockSize = "";
      view.removeAttribute("aria-busy");
    });
  }

  /** The reader's address says where they are, and where they were when they come back. */
  #followAddress() {
    const { host, state, signal } = this;
    if (host.getAttribute("address") === "off") return;
    const address = new Address(widgetName(host, signal), signal, (linked) => {
      state.params = address.read();
      this.arrive({ focus: linked });
    });
    this.address = address;
    // One that was moved in the page knows better than the address what the reader has just typed.
    if (!state.started && [...address.read()].length > 0) state.params = address.read();
    state.started = true;
  }

  /**
   * Says in the address where the reader is: as an entry of its own in the history or not, or not at all.
   *
   * @param {boolean} [push]
   */
  write(push) {
    clearTimeout(this.#writing);
    if (push !== undefined) this.address?.write(this.state.params, push);
  }

  /** What is typed is shown at once; the address follows. */
  typed() {
    this.state.ask(this.frame.input.value);
    this.show({ reorder: true });
    this.#writing = setTimeout(() => this.write(false), ADDRESS_DELAY);
  }

  #ended() {
    clearTimeout(this.#writing);
    this.slices.begin();
    this.#drawer?.close();
  }
}
