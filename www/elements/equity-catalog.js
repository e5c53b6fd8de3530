// <equity-catalog>: a catalog to browse and to search.
//
// The element keeps the reader's state and says what happens on each turn; what it looks like is made by the modules
// beside it, and words come from strings/. Until the engine is there, and for good if it never comes, the element's own
// children are what readers see.

import { aboutView, sectionNav, sectionView } from "./browse.js";
import { CatalogFrame } from "./catalog-frame.js";
import { element, focusOn, origin } from "./dom.js";
import { EquityElement, wholeNumber } from "./element.js";
import { failureView } from "./failure.js";
import { uniqueName } from "./landmark-names.js";
import { ReadingState } from "./reading-state.js";
import { resultsView, statusText } from "./results.js";
import { Status } from "./status.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";
import { catalogStyles } from "./styles/catalog.js";

/** @import { Catalog } from "../api/index.js" */
/** @import { FacetName, Section } from "../api/types.js" */

/** Short lists first: they say most about the catalog. @type {FacetName[]} */
const FACETS = ["kind", "topic", "section", "language", "year", "organization", "author"];
/** How many values of one facet are asked for. */
const FACET_LIMIT = 200;
export class EquityCatalog extends EquityElement {
  static observedAttributes = ["src", "section", "view", "filters", "page-size", "heading-level", "lang", "theme"];

  #state = new ReadingState();
  /** Of landmarks that come and go. */
  #names = { sections: "", pages: "" };
  /** The sections to show, all or the one that the page asks for. @type {Section[]} */
  #sections = [];
  /** @type {CatalogFrame | undefined} */
  #frame;
  #root = this.attachShadow({ mode: "open" });
  #status = new Status();
  #body = element("div", { class: "body" });

  constructor() {
    super();
    adopt(this.#root, base, catalogStyles);
    this.#root.append(this.#status.region, this.#body);
  }

  /** The section to show and search; all of them when empty. */
  get section() {
    return this.getAttribute("section") ?? "";
  }

  set section(id) {
    this.setAttribute("section", id);
  }

  /** `browse` shows a section until the reader searches; `search` lists results from the start. */
  get view() {
    return this.getAttribute("view") === "search" ? "search" : "browse";
  }

  set view(view) {
    this.setAttribute("view", view);
  }

  /** The filters to offer, by name; those that can tell works apart when the page doesn't say. */
  get filters() {
    return this.getAttribute("filters") ?? "";
  }

  set filters(names) {
    this.setAttribute("filters", names);
  }

  /** How many results stand on one page. */
  get pageSize() {
    return wholeNumber(this.getAttribute("page-size"), 20);
  }

  set pageSize(size) {
    this.setAttribute("page-size", String(size));
  }

  /** @override @param {AbortSignal} signal */
  opening(signal) {
    this.#body.replaceChildren(element("slot"));
    this.#root.addEventListener("input", (event) => this.#typed(event), { signal });
    this.#root.addEventListener("change", (event) => this.#act(event), { signal });
    this.#root.addEventListener("click", (event) => this.#act(event), { signal });
  }

  /**
   * @override
   * @param {Catalog} catalog
   * @param {AbortSignal} signal
   */
  opened(catalog, signal) {
    const all = catalog.sections();
    this.#sections = all.filter(({ id }) => !this.section || id === this.section);
    if (this.section && this.#sections.length === 0)
      throw new RangeError(
        this.words.noSuchSection(
          this.section,
          all.map(({ id }) => id),
        ),
      );
    this.#build(catalog, signal);
  }

  /** @override @param {Error} error */
  failed(error) {
    this.#frame = undefined;
    this.#body.replaceChildren(failureView(this.words.failed, error, this.words), element("slot"));
  }

  /** @override */
  closed() {
    this.#status.hush();
  }

  /**
   * @param {Catalog} catalog
   * @param {AbortSignal} signal
   */
  #build(catalog, signal) {
    const { words } = this;
    const only = this.section ? this.#sections[0] : undefined;
    const frame = new CatalogFrame(words, uniqueName(words.searchIn(only?.title ?? catalog.info.title), signal));
    this.#names = { sections: uniqueName(words.sections, signal), pages: uniqueName(words.pages, signal) };
    frame.content.lang = words.language;
    frame.input.value = this.#state.query;
    frame.setFacets(this.#facetNames(catalog));
    frame.main.append(...aboutView(catalog.info, words));
    this.#frame = frame;
    this.#body.replaceChildren(frame.content);
    this.#show({ reorder: true });
  }

  /**
   * The facets that the page asks for, or those that have more than one value to choose from.
   *
   * @param {Catalog} catalog
   */
  #facetNames(catalog) {
    const asked = this.filters.split(/[\s,]+/u);
    if (this.hasAttribute("filters"))
      return FACETS.filter((name) => asked.includes(name)).sort((a, b) => asked.indexOf(a) - asked.indexOf(b));
    const offered = FACETS.filter((name) => name !== "section" || !this.section);
    const { facets } = catalog.search("", { filters: this.#state.filters(this.section), limit: 0, facets: offered, facetLimit: 2 });
    return offered.filter((name) => (facets[name]?.length ?? 0) > 1);
  }

  /** The section that is shown while browsing. */
  get #current() {
    return this.#sections.find(({ id }) => id === this.#state.section) ?? this.#sections[0];
  }

  /**
   * Brings everything in line with the state.
   *
   * @param {{ reorder?: boolean }} [how]  whether the filters may change their order
   */
  #show({ reorder = false } = {}) {
    const { catalog, words, pageSize } = this;
    const frame = this.#frame;
    const state = this.#state;
    if (!catalog || !frame) return;
    const page = catalog.search(state.query, {
      filters: state.filters(this.section),
      offset: state.offset,
      limit: pageSize,
      facets: FACETS,
      facetLimit: FACET_LIMIT,
    });
    frame.updateFacets(page.facets, reorder);
    frame.updateChips(state, page.total);
    const context = { words, language: catalog.info.language, level: this.headingLevel };
    const section = this.#current;
    if (state.searching || this.view === "search" || !section) {
      frame.nav.replaceChildren();
      frame.view.replaceChildren(resultsView(page, state, pageSize, { ...context, pagesName: this.#names.pages }));
      this.#status.say(statusText(page, state, pageSize, words));
      this.emit("search", { query: state.query, filters: state.filters(this.section), total: page.total });
    } else {
      frame.nav.replaceChildren(
        ...[sectionNav(this.#sections, section.id, this.#names.sections)].filter((nav) => nav !== undefined),
      );
      frame.view.replaceChildren(sectionView(section, catalog, context));
      this.#status.say("");
    }
  }

  /** @param {Event} event */
  #typed(event) {
    if (event.target !== this.#frame?.input) return;
    this.#state.ask(this.#frame.input.value);
    this.#show({ reorder: true });
  }

  /**
   * One listener for all controls: each says in `data-act` what it does.
   *
   * @param {Event} event
   */
  #act(event) {
    const from = origin(event);
    const link = from?.closest("[data-select]");
    if (link) this.#select(event, link.getAttribute("data-select") ?? "");
    // On a phone, Enter puts the keyboard away, which would lie on the results.
    if (event.type === "change" && from === this.#frame?.input && matchMedia("(hover: none)").matches) this.#frame?.input.blur();
    const control = /** @type {HTMLElement | null | undefined} */ (from?.closest("[data-act]"));
    if (!control || control instanceof HTMLInputElement !== (event.type === "change")) return;
    const { act, value = "", facet = "", label = value } = control.dataset;
    if (act === "filter") this.#filter(control, /** @type {FacetName} */ (facet), value, label);
    else if (act === "clear") this.#clear();
    else if (act === "page") this.#turnTo(Number(value));
    else if (act === "section") this.#choose(value);
    else if (act === "filters") this.#frame?.toggleFilters();
    else if (act === "done") this.#leaveFilters();
    else if (act === "more") this.#frame?.toggleFacet(value);
    else if (act === "retry") this.restart({ retried: true });
  }

  /**
   * @param {HTMLElement} control
   * @param {FacetName} facet
   * @param {string} value
   * @param {string} label
   */
  #filter(control, facet, value, label) {
    const chips = [...(this.#frame?.chips.querySelectorAll(".chip") ?? [])];
    const place = chips.indexOf(control);
    const before = control.getBoundingClientRect().top;
    this.#state.toggle(facet, value, label);
    this.#show();
    if (place >= 0) {
      this.#frame?.focusChip(place);
      this.#keepInView();
    } else {
      // Groups above that are empty now are gone; the checkbox stays where the reader ticked it.
      scrollBy({ top: control.getBoundingClientRect().top - before, behavior: "instant" });
    }
  }

  /** From the filters of a narrow place to what they found. */
  #leaveFilters() {
    this.#frame?.toggleFilters();
    const title = /** @type {HTMLElement | null | undefined} */ (this.#frame?.view.querySelector(".results-title"));
    focusOn(title);
    title?.scrollIntoView({ block: "start" });
  }

  #clear() {
    this.#state.clear();
    if (this.#frame) this.#frame.input.value = "";
    this.#show({ reorder: true });
    this.#frame?.input.focus();
  }

  /** @param {number} offset */
  #turnTo(offset) {
    this.#state.offset = offset;
    this.#show();
    focusOn(this.#frame?.view.querySelector(".listing .title"));
    this.#keepInView();
  }

  /** @param {string} id */
  #choose(id) {
    this.#state.section = id;
    this.#show();
    focusOn(this.#frame?.view.querySelector(".section-title"));
  }

  /** Results that grew shorter must not leave the reader looking at empty space below them. */
  #keepInView() {
    const main = this.#frame?.main;
    if (main && main.getBoundingClientRect().top < 0) main.scrollIntoView({ block: "start" });
  }

  /**
   * The page may keep a link from being followed, for example to open the work in its own way.
   *
   * @param {Event} event
   * @param {string} id
   */
  #select(event, id) {
    if (event.type !== "click") return;
    if (!this.emit("select", { resource: this.catalog?.resource(id) }, true)) event.preventDefault();
  }
}
