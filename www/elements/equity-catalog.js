// <equity-catalog>: a catalog to browse and to search.
//
// The element opens the catalog, follows its attributes, and keeps what the reader asked for while it is moved; reading.js shows
// it. Until the engine is there, and for good if it never comes, the element's own children are what readers see.

import { element } from "./dom.js";
import { EquityElement, wholeNumber } from "./element.js";
import { failureView } from "./failure.js";
import { ReadingState } from "./reading-state.js";
import { Status } from "./status.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";

/** @import { Catalog } from "../api/catalog.js" */

/**
 * @typedef {object} Part
 * @property {typeof import("./reading.js").show} show
 * @property {typeof import("./take-over.js").takeOver} [takeOver]
 */

/** @extends {EquityElement<Part>} */
export class EquityCatalog extends EquityElement {
  static observedAttributes = [
    ...["src", "section", "view", "filters", "sort", "group-by", "paging", "page-size", "heading-level"],
    ...["address", "reading-list", "strings", "lang", "theme"],
  ];

  #state = new ReadingState();
  #root = this.attachShadow({ mode: "open" });
  #status = new Status();
  #body = element("div", { class: "body" });

  constructor() {
    super();
    adopt(this.#root, base);
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

  /** The order of results until the reader chooses one: `relevance`, `listing`, `title`, `newest` or `oldest`. */
  get sort() {
    return this.getAttribute("sort") ?? "relevance";
  }

  set sort(sort) {
    this.setAttribute("sort", sort);
  }

  /** Under which headings results stand until the reader chooses: those of each `section` or `kind`, or none. */
  get groupBy() {
    return this.getAttribute("group-by") ?? "";
  }

  set groupBy(facet) {
    this.setAttribute("group-by", facet);
  }

  /** `pages` turns numbered pages of results, `more` adds to them on demand. */
  get paging() {
    return this.getAttribute("paging") === "more" ? "more" : "pages";
  }

  set paging(paging) {
    this.setAttribute("paging", paging);
  }

  /** How many results stand on one page. */
  get pageSize() {
    return wholeNumber(this.getAttribute("page-size"), 20);
  }

  set pageSize(size) {
    this.setAttribute("page-size", String(size));
  }

  /** Whether what the reader asks for stands in the page's address: `on`, or `off` for pages that route by it themselves. */
  get address() {
    return this.getAttribute("address") === "off" ? "off" : "on";
  }

  set address(address) {
    this.setAttribute("address", address);
  }

  /** Whether readers can put works on a reading list: `on` or `off`. */
  get readingList() {
    return this.getAttribute("reading-list") === "off" ? "off" : "on";
  }

  set readingList(readingList) {
    this.setAttribute("reading-list", readingList);
  }

  /** @override */
  opening() {
    this.#body.replaceChildren(element("slot"));
  }

  /** @override @returns {Promise<Part>} */
  async fetchPart() {
    const hasOwnList = this.querySelector("[data-resource]") !== null;
    const [{ show }, own] = await Promise.all([import("./reading.js"), hasOwnList ? import("./take-over.js") : undefined]);
    return { show, takeOver: own?.takeOver };
  }

  /**
   * @override
   * @param {Catalog} catalog
   * @param {Part} part
   * @param {AbortSignal} signal
   */
  opened(catalog, part, signal) {
    part.show(this, catalog, this.#state, this.#body, this.#status, signal, part.takeOver);
  }

  /** @override @param {Error} error @param {AbortSignal} signal */
  failed(error, signal) {
    this.#body.replaceChildren(failureView(this.words.say("failed"), error, this, signal), element("slot"));
  }

  /** @override */
  closed() {
    this.#status.hush();
  }
}
