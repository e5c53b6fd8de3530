// <equity-catalog>: a catalog to browse and to search.
//
// The element opens the catalog, follows its attributes, and keeps what the reader asked for while it is moved; reading.js shows
// it. Until the engine is there, and for good if it never comes, the element's own children are what readers see.

import { again } from "./again.js";
import { count, flag, oneOf, text } from "./attributes.js";
import { element } from "./dom.js";
import { elementWith } from "./element.js";
import { failureView } from "./failure.js";
import { Status } from "./status.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { FacetName } from "../api/types.js" */
/** @import { ReadingState } from "./reading-state.js" */
/** @import { Reading } from "./reading.js" */

/** What a page can say, by attribute or property, and what holds when it doesn't. */
export const ATTRIBUTES = {
  /** The address of a pack; the embedded catalog when there is none. */
  src: text(),
  /** The section to show and search; all of them when empty. */
  section: text(),
  /** `browse` shows a section until the reader searches; `search` lists results from the start. */
  view: oneOf("browse", "search"),
  /** The filters to offer, by name; those that can tell works apart when the page doesn't say. */
  filters: text(),
  /** The order of results until the reader chooses one. */
  sort: oneOf("relevance", "listing", "title", "newest", "oldest"),
  /** Under which headings results stand until the reader chooses: those of each section or kind, or none. */
  groupBy: oneOf("", "section", "kind"),
  /** `pages` turns numbered pages of results, `more` adds to them on demand. */
  paging: oneOf("pages", "more"),
  /** How many results stand on one page. */
  pageSize: count(20),
  /** The level of the topmost heading. */
  headingLevel: count(2),
  /** Whether what the reader asks for stands in the page's address: `off` is for pages that route by it themselves. */
  address: oneOf("on", "off"),
  /** Whether readers can put works on a reading list. */
  readingList: oneOf("on", "off"),
  /** Whether the reader's device keeps a copy of the engine and the catalog, for when the server can't be reached; as an attribute, `forget` takes the copies away again. */
  offline: flag,
  /** `auto` takes its ink from the page around. */
  theme: oneOf("auto", "light", "dark"),
};

/**
 * A catalog to browse and to search.
 *
 * @fires equity-catalog:ready
 * @fires equity-catalog:search
 * @fires equity-catalog:select
 * @fires equity-catalog:error
 * @slot - What readers see until the engine is there, and for good if it never is; `equity-catalog html` writes it.
 */
export class EquityCatalog extends elementWith(ATTRIBUTES) {
  /** Kept while the element is moved. @type {ReadingState | undefined} */
  #state;
  /** What the page asked for before there was anything to show it. @type {URLSearchParams | undefined} */
  #asked;
  /** @type {Reading | undefined} */
  #reading;
  #root = this.attachShadow({ mode: "open" });
  #status = new Status();
  #body = element("div", { class: "body" });

  constructor() {
    super();
    adopt(this.#root, base);
    this.#root.append(this.#status.region, this.#body);
  }

  /**
   * Shows what a reader could have asked for: a query, filters by facet, a work in full. Without any of it, the beginning.
   *
   * @param {{ query?: string, filters?: Partial<Record<FacetName, string | string[]>>, resource?: string }} [what]
   * @returns {Promise<void>}  once it is shown, or will be as soon as the catalog is open
   */
  async go(what = {}) {
    const params = (await import("./going.js")).paramsOf(what);
    this.#asked = params;
    this.#state?.go(params);
    this.#reading?.arrive({ push: true, focus: Boolean(what.resource) });
  }

  /** @internal @override */
  opening() {
    this.#body.replaceChildren(element("slot"));
  }

  /** @internal @override */
  async fetchPart() {
    const hasOwnList = this.querySelector("[data-resource]") !== null;
    const [{ show, ReadingState }, own] = await Promise.all([again("list", () => import("./reading.js")), /** @type {any} */ (hasOwnList && import("./take-over.js").catch(() => {}))]);
    return { show, ReadingState, takeOver: own?.takeOver };
  }

  /**
   * @internal
   * @override
   * @param {Catalog} catalog
   * @param {Awaited<ReturnType<EquityCatalog["fetchPart"]>>} part
   * @param {AbortSignal} signal
   */
  opened(catalog, part, signal) {
    this.#state ??= new part.ReadingState(this.#asked);
    this.#reading = part.show(this, catalog, this.#state, this.#body, this.#status, signal, part.takeOver);
  }

  /** @internal @override @param {Error} error @param {AbortSignal} signal */
  failed(error, signal) {
    this.#body.replaceChildren(failureView(this.words.say("failed"), error, this, signal), element("slot"));
  }

  /** @internal @override */
  closed() {
    this.#reading = undefined;
    this.#status.hush();
  }
}
