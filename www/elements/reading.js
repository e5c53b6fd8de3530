// One reader in one open catalog: from what they asked for to what they see. What they do about it is in acts.js.

import { again } from "./again.js";
import { listen } from "./acts.js";
import { Address, widgetName } from "./address.js";
import { Asking } from "./asking.js";
import { aboutView, sectionNav, sectionView } from "./browse.js";
import { CatalogFrame } from "./catalog-frame.js";
import { element, focusOn, present } from "./dom.js";
import { FacetLabels } from "./facet-labels.js";
import { FACET_LIMIT } from "./facets.js";
import { uniqueName } from "./landmark-names.js";
import { addHits, hitList, resultsView, statusText } from "./results.js";
import { FIRST, Slices } from "./slices.js";
import { enList } from "./strings/en-list.js";
import { adopt } from "./styles/adopt.js";
import { catalogStyles } from "./styles/catalog.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { Page } from "../api/types.js" */
/** @import { EquityCatalog } from "./equity-catalog.js" */
/** @import { Extras } from "./record/index.js" */
/** @import { Context } from "./listing.js" */
/** @import { Drawer } from "./drawer.js" */
/** @import { ReadingState } from "./reading-state.js" */
/** @import { Status } from "./status.js" */

export { ReadingState } from "./reading-state.js";

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
  const asking = new Asking(host, catalog, state);
  if (section && asking.sections.length === 0) {
    const known = words.either(catalog.sections().map(({ id }) => id));
    throw new RangeError(words.say("noSuchSection", { id: section, known }));
  }
  const reading = new Reading(host, catalog, asking, state, status, signal);
  const resume = takeOver?.(host, reading);
  // Not before the page's own list has been measured: it moves by these.
  adopt(root, catalogStyles);
  body.replaceChildren(reading.frame.content);
  reading.show({ reorder: true });
  // What stands below the element moves once, not a little in every frame.
  if (catalog.info.resources <= SMALL) reading.slices.finish();
  resume?.();
  listen(reading, root, signal);
  reading.attempt(() => reading.resume());
  return reading;
}

/** The address follows what is typed when the reader pauses: changing it takes a browser longer than a whole search. */
const ADDRESS_DELAY = 700;
/** A catalog of so few works is shown at once when the page opens: nobody types yet. */
const SMALL = 200;
/** For so long nobody wonders whether anything happens. */
const SLOW = 400;
/** What the reading list's key in the browser's storage begins with. */
const LIST_KEY = "equity-catalog:reading-list:";

export class Reading {
  slices = new Slices((make) => this.attempt(make));
  /** What the controls of parts do that came later, by name. @type {Record<string, (control: HTMLElement, event: Event) => void>} */
  acts = {};
  /** The filters in front of everything, where they have no place of their own. @type {Drawer | undefined} */
  drawer;
  /** @type {Address | undefined} */
  address;
  /** A work in full and the reading list, once somebody has asked for one. @type {Extras | undefined} */
  extras;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #writing;
  total = 0;
  /** Whether what is shown was typed for. */
  #calm = false;
  /** Whether the filters that are seen have been counted. */
  #counted = false;
  /** Whether the reader came by an address that says where to. */
  #linked = false;
  #told = element("p", { class: "note", part: "note" });
  /** Whether results are shown. */
  hasResults = false;
  /** While those come. @type {Promise<unknown> | undefined} */
  #laying;
  /** What stands around results, once there were some. @type {typeof import("./layouts.js") | undefined} */
  #layouts;

  /**
   * @param {EquityCatalog} host
   * @param {Catalog} catalog
   * @param {Asking} asking
   * @param {ReadingState} state
   * @param {Status} status
   * @param {AbortSignal} signal
   */
  constructor(host, catalog, asking, state, status, signal) {
    this.host = host;
    this.catalog = catalog;
    this.asking = asking;
    this.state = state;
    this.status = status;
    this.signal = signal;
    const { words } = host;
    const name = (host.section && asking.sections[0]?.title) || catalog.info.title;
    this.words = words;
    this.labels = new FacetLabels(catalog.sections(), words);
    this.names = { sections: uniqueName(words.say("sections"), signal), pages: "" };
    this.frame = new CatalogFrame(words, this.labels, uniqueName(words.say("searchIn", { name }), signal));
    this.#followAddress();
    this.frame.setFacets(asking.facets, state.chosen.map(({ facet }) => facet));
    this.frame.input.value = state.query;
    this.frame.main.append(...aboutView(catalog.info, words));
    // WebKit resets the box of a page that it brings back whole, before or after it says so; a reset gives what stands there by default.
    addEventListener("pageshow", () => (this.frame.input.value = this.frame.input.defaultValue = state.query), { signal });
    // Whoever turns to the catalog is about to do something with it.
    for (const turn of ["focusin", "pointerover"]) this.frame.content.addEventListener(turn, () => (this.#laying ??= this.#fetchLayouts()), { signal });
    addEventListener("beforeprint", () => this.slices.finish(), { signal });
    // A place that was hidden or narrow has come to show them.
    const seen = new ResizeObserver(() => this.slices.soon(() => this.#counted || this.count(true)));
    seen.observe(this.frame.filters);
    signal.addEventListener("abort", () => {
      seen.disconnect();
      this.#ended();
    });
  }

  /** What all that is shown has in common. @returns {Context} */
  get context() {
    const { words, catalog, host, slices } = this;
    const listed = host.readingList === "off" ? undefined : (/** @type {string} */ id) => this.extras?.shelf.has(id) ?? false;
    return { words, language: catalog.info.language, level: host.headingLevel, slices, listed };
  }

  /**
   * Brings everything in line with the state.
   *
   * @param {{ reorder?: boolean, push?: boolean, calm?: boolean }} [how]
   *   whether the filters may change their order; whether the address becomes an entry of its own in the history, replaces
   *   the one that is there, or stays as it is; whether drawing may wait for the next frame
   * @returns {void}
   */
  show({ reorder = false, push, calm = false } = {}) {
    const { frame, state, host, asking, slices } = this;
    const section = state.list === undefined ? asking.section : undefined;
    const { group } = asking;
    const results = state.list === undefined && !section;
    if (results) this.#laying ??= this.#fetchLayouts();
    const layouts = results && (group || host.paging === "more") ? this.#layouts : undefined;
    const { pageSize } = host;
    const first = { offset: state.page * pageSize, limit: Math.min(pageSize, FIRST) };
    const page = asking.search({ ...(section || layouts ? { limit: 0 } : first), facets: group ? [group] : [], facetLimit: FACET_LIMIT });
    const last = Math.max(0, Math.ceil(page.total / pageSize) - 1);
    if (!group && state.page > last) {
      // An address may ask for a page that isn't there.
      state.page = last;
      return this.show({ reorder, push, calm });
    }
    this.total = page.total;
    this.#calm = calm;
    this.#begin();
    const draw = () => {
      // A work that was opened since is not among what is found now.
      if (calm && state.open) {
        state.open = "";
        this.write(false);
      }
      frame.updateChips(state, page);
      this.drawer?.update(page.total, state.chosen.length > 0);
      this.extras?.shelf.update();
      const nav = section && sectionNav(asking.sections, section.id, this.names.sections);
      frame.nav.replaceChildren(...present([nav]));
      this.hasResults = results;
      this.#layouts?.showTools(this, results && page.total > 1);
      if (results) this.#showResults(page, layouts);
      else {
        this.status.say("");
        if (section) this.put(sectionView(section, this.catalog, this.context));
        else void this.#showList();
      }
      if (calm) slices.soon(() => this.#count(reorder));
      else this.#count(reorder);
    };
    if (calm) {
      slices.soon(draw);
      slices.rest();
    } else draw();
    this.write(push);
  }

  /**
   * Counts the filters anew, since others are seen now; all else stays as it is.
   *
   * @param {boolean} [reorder]
   */
  count(reorder = false) {
    this.#calm = false;
    this.#count(reorder);
  }

  /**
   * How many works each filter would give.
   *
   * @param {boolean} reorder
   */
  #count(reorder) {
    const { frame, slices, asking } = this;
    // Nobody counts for filters that nobody sees.
    this.#counted = frame.showsFilters || this.drawer !== undefined;
    const shown = (this.#counted ? frame.facets : []).filter(({ folded }) => !folded);
    const searched = shown.filter(({ find }) => find?.value).map(({ name, find }) => [name, find?.value]);
    const { facets } = asking.search({
      limit: 0,
      facets: shown.map(({ name }) => name),
      facetLimit: FACET_LIMIT,
      facetSearch: Object.fromEntries(searched),
    });
    for (const facet of shown) {
      const update = () => facet.update(facets[facet.name] ?? [], reorder);
      // What a reader has ticked stays in its place: filters above it change at once.
      if (this.#calm) slices.soon(update);
      else update();
    }
    if (this.#calm) slices.rest();
  }

  async #showList() {
    // At once when it can be: the focus goes to what is shown.
    const extras = this.extras ?? (await this.fetchExtras());
    if (this.state.list !== undefined) extras?.shelf.show();
  }

  /**
   * @param {Page} page
   * @param {typeof import("./layouts.js")} [layouts]  other ways to lay them out
   */
  #showResults(page, layouts) {
    const { state, host, context, words, status, asking } = this;
    const { total } = page;
    const laid = total > 0 ? layouts?.lay(this, page) : undefined;
    const works = total > 0 ? (laid?.works ?? this.#list(page)) : this.#layouts?.advice(this);
    this.put(resultsView(page, state, context, works ?? []));
    status.say(statusText(page, state, host, words, laid?.total));
    host.emit("search", { query: state.query, filters: asking.filters, total });
  }

  /**
   * The works that a window shows are there already; the rest of the page is asked for when they are made.
   *
   * @param {Page} page
   */
  #list({ hits, total }) {
    const { state, host, context, asking, slices } = this;
    const { pageSize } = host;
    const offset = state.page * pageSize;
    const list = hitList(hits, offset + 1, context);
    const rest = { offset: offset + hits.length, limit: pageSize - hits.length };
    if (hits.length === FIRST && rest.limit > 0) slices.later(() => addHits(list, asking.search(rest).hits, context));
    return [list, this.#layouts?.pages(this, total)];
  }

  /**
   * What other controls do than those that choose among works comes with a part of its own, from the reader's first turn to the
   * catalog on.
   *
   * @param {HTMLElement} control
   * @param {Event} event
   */
  async act(control, event) {
    const { act = "" } = control.dataset;
    if (!this.acts[act]) await this.fetched((this.#laying ??= this.#fetchLayouts()), control);
    this.acts[act]?.(control, event);
  }

  /** A work that the address names is opened; a reading list from an earlier visit is there from the start. */
  async resume() {
    await this.#follow(this.#linked);
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
   * @param {{ push?: boolean, focus: boolean }} how  as for `show`; whether the reader came to read what it names
   */
  arrive({ push, focus }) {
    const { input, view } = this.frame;
    input.value = this.state.query;
    this.drawer?.close();
    const isInView = view.contains(/** @type {ShadowRoot} */ (view.getRootNode()).activeElement);
    this.show({ reorder: true, push });
    if (focus && !this.state.open) this.focusResults();
    // What had the focus is gone; whoever went Back with the keyboard goes on from here.
    else if (isInView) focusOn(this.#title, { preventScroll: true });
    this.attempt(() => this.#follow(focus, isInView));
  }

  /**
   * @param {boolean} focus
   * @param {boolean} [back]  whether the focus was among the works
   */
  async #follow(focus, back) {
    // What is laid out anew would close the work again.
    await this.#laying;
    if (this.state.open || this.extras) (await this.fetchExtras())?.work.follow(focus, back);
  }

  /** @param {Element} [near]  the control that asks for them */
  async fetchExtras(near) {
    if (this.extras) return this.extras;
    const part = await this.fetched(again("record", () => import("./record/index.js")), near);
    if (part) this.extras ??= new part.Extras(this);
    return this.extras;
  }

  async #fetchLayouts() {
    this.#layouts = await this.fetched(again("layouts", () => import("./layouts.js")));
    this.attempt(async () => this.#layouts?.prepare(this));
    // The next results ask again.
    if (!this.#layouts) this.#laying = undefined;
    return this.#layouts;
  }

  /**
   * A part that is fetched when it is first needed; undefined when it doesn't come, which is said and shown, or comes too
   * late.
   *
   * @template Part
   * @param {Promise<Part>} coming
   * @param {Element} [near]  what the reader has asked by
   */
  async fetched(coming, near) {
    const slow = near && setTimeout(() => this.tell(this.words.say("loading"), near), SLOW);
    try {
      const part = await coming;
      if (part && this.#told.isConnected) {
        // As remove() does, but for that of Prototype.js, which fails where there is nothing to remove.
        this.#told.replaceWith();
        this.status.say("");
      }
      return this.signal.aborted ? undefined : part;
    } catch {
      this.tell(this.words.say("failedPart"), near);
      return undefined;
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * Does what the reader or the browser has set going. What goes wrong by it is told here and never thrown into the page.
   *
   * @param {() => Promise<unknown>} act
   */
  attempt(act) {
    act().catch((error) => {
      const { code } = error;
      // A catalog that the page has freed takes opening it anew.
      if (code === "freed") this.host.restart();
      else this.tell(this.words.say("failedPart"));
      // What isn't the engine's is a fault of ours, for the console.
      if (!code) throw error;
    });
  }

  /**
   * Says, for who hears and who sees, why what the reader asked for is not done.
   *
   * @param {string} text
   * @param {Element} [near]  where the reader looks
   */
  tell(text, near = this.frame.top) {
    this.status.say(text);
    this.#told.textContent = text;
    near.after(this.#told);
  }

  /** Where what was found begins. */
  focusResults() {
    focusOn(this.#title);
    this.#title?.scrollIntoView({ block: "start" });
  }

  get #title() {
    return /** @type {HTMLElement | null} */ (this.frame.view.querySelector(".results-title, .section-title"));
  }

  /**
   * Shows something in place of what was there. Taking a long list apart takes as long as making it: while somebody types it
   * is only hidden at first.
   *
   * @param {Node} shown
   */
  put(shown) {
    const { view } = this.frame;
    if (!this.#calm) return view.replaceChildren(shown);
    const old = /** @type {HTMLElement[]} */ ([...view.children]);
    for (const child of old) child.hidden = true;
    view.prepend(shown);
    for (const part of old.flatMap((child) => [...child.querySelectorAll(".listing"), child])) this.slices.later(() => part.remove());
  }

  /** Something new takes the place of what is shown; until it is whole, the place stays as high as it was. */
  #begin() {
    const { view } = this.frame;
    view.style.minBlockSize = `${view.offsetHeight}px`;
    this.#busy();
    this.slices.begin(() => {
      view.style.minBlockSize = "";
      view.removeAttribute("aria-busy");
    });
  }

  #busy() {
    this.frame.view.setAttribute("aria-busy", "true");
  }

  /** The reader's address says where they are, and where they were when they come back. */
  #followAddress() {
    const { host, state, signal } = this;
    if (host.getAttribute("address") === "off") return;
    const address = new Address(widgetName(host, signal), signal, (linked) => {
      const before = String(state.params);
      state.params = address.read();
      const now = String(state.params);
      // An address speaks of every widget, and of most nothing new.
      if (now !== before || (linked && state.open)) this.attempt(async () => this.arrive({ focus: linked && now !== "" }));
    });
    this.address = address;
    // One that was moved in the page knows better than the address what the reader has just typed.
    if (!state.started && [...address.read()].length > 0) {
      state.params = address.read();
      this.#linked = true;
    }
    state.started = true;
  }

  /**
   * Says in the address where the reader is: as an entry of its own in the history or not, or not at all.
   *
   * @param {boolean} [push]
   */
  write(push) {
    if (push === undefined) return;
    clearTimeout(this.#writing);
    this.address?.write(this.state.params, push);
  }

  /**
   * What is typed is found in the next frame and shown in those that follow, so that no letter waits for what an earlier one
   * found. The address comes when the reader pauses.
   */
  typed() {
    const { slices, state, frame } = this;
    state.ask(frame.input.value);
    this.#busy();
    slices.begin();
    slices.soon(() => this.show({ reorder: true, calm: true }));
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.write(false), ADDRESS_DELAY);
  }

  #ended() {
    clearTimeout(this.#writing);
    this.slices.begin();
    this.drawer?.close();
  }
}
