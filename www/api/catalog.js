// An opened catalog and its glossary. The engine is fetched when the first one is opened.

import { EquityCatalogError, guarded, stops } from "./error.js";
import { loadEngine, packBytes } from "./load.js";

/** @import { Finding, Info, OpenOptions, PackSource, Page, Portion, Resource, SearchOptions, Section, Suggestion, Term, TermMatch, TermName, WorksOfTerm } from "./types.js" */
/** @import { Engine } from "#engine" */

/**
 * An opened catalog: resources to search, and a glossary.
 *
 * ```js
 * const catalog = await Catalog.embedded();
 * for (const hit of catalog.search("coaliton buil").hits) console.log(hit.resource.title);
 * catalog.free();
 * ```
 */
export class Catalog {
  /** Opens it, and anew after the engine has stopped; none once it was freed. @type {(() => Engine) | undefined} */
  #open;
  /** @type {Engine | undefined} */
  #engine;
  /** How often the engine had stopped when that was opened. @type {number | undefined} */
  #since;
  /** @type {Info} */
  #info;
  #glossary;
  /** @type {Finding[]} */
  #warnings = [];

  /**
   * Use `Catalog.embedded`, `Catalog.open` or `Catalog.from`.
   * @param {() => Engine} open
   */
  constructor(open) {
    this.#open = open;
    this.#info = this.#call((engine) => engine.info());
    this.#glossary = new Glossary((call) => this.#call(call));
  }

  /**
   * The racial-equity catalog inside the WebAssembly file.
   * @returns {Promise<Catalog>}
   */
  static async embedded() {
    const engine = await loadEngine();
    return new Catalog(() => engine().embedded());
  }

  /**
   * A pack, as `equity-catalog build` writes it. It is read where it is: bytes that are handed in must not change while the catalog is open.
   * @param {PackSource} source
   * @param {OpenOptions} [options]
   * @returns {Promise<Catalog>}
   * @throws {EquityCatalogError} When it can't be loaded, is not what `integrity` names, or is no pack.
   */
  static async open(source, options = {}) {
    const [engine, bytes] = await Promise.all([loadEngine(), packBytes(source, options)]);
    return new Catalog(() => engine().open(bytes));
  }

  /**
   * Plain records, indexed on the spot: a catalog, or a list of resources. What looks wrong without being fatal is in `warnings`.
   * What builds packs is fetched when this is first called.
   * @param {object} data
   * @returns {Promise<Catalog>}
   * @throws {EquityCatalogError} When a record can't be used; `findings` has every reason.
   */
  static async from(data) {
    const [engine, { packOf }] = await Promise.all([loadEngine(), import("./records.js")]);
    const { pack, findings } = await packOf(data);
    const catalog = new Catalog(() => engine().open(pack));
    catalog.#warnings = findings;
    return catalog;
  }

  /**
   * @template T
   * @param {(engine: Engine) => T} call
   * @returns {T}
   */
  #call(call) {
    const open = this.#open;
    if (!open) throw new EquityCatalogError("freed", "this catalog was freed; open it again");
    return guarded(() => {
      if (this.#since !== stops) {
        this.#engine = open();
        this.#since = stops;
      }
      return call(/** @type {Engine} */ (this.#engine));
    });
  }

  /** Title, language, counts. */
  get info() {
    return this.#info;
  }

  /**
   * What `Catalog.from` found wrong in the records and could live with.
   * @returns {Finding[]}
   */
  get warnings() {
    return this.#warnings;
  }

  /** The glossary. */
  get glossary() {
    return this.#glossary;
  }

  /**
   * Finds resources. Any string is a query; an empty one lists everything.
   * @param {string} [query]
   * @param {SearchOptions} [options]
   * @returns {Page}
   */
  search(query = "", options) {
    const { filters, sort, offset = 0, limit = 20, facets, facetLimit = 20, facetSearch, explain } = options ?? {};
    const request = [`${sort}`, pairs(filters), list(facets).join(BETWEEN), pairs(facetSearch), composed(query)].join("\u0001");
    return this.#call((engine) => engine.search(request, Number(offset), Number(limit), Number(facetLimit), !!explain));
  }

  /**
   * Completions of what is being typed: names of authors and organizations, titles, terms.
   * @param {string} prefix
   * @param {{ limit?: number }} [options]
   * @returns {Suggestion[]}
   */
  suggest(prefix, options) {
    const { limit = 8 } = options ?? {};
    return this.#call((engine) => engine.suggest(composed(prefix), Number(limit)));
  }

  /**
   * The resource with an id, if there is one.
   * @param {string} id
   * @returns {Resource | undefined}
   */
  resource(id) {
    return this.#call((engine) => engine.resource(`${id}`))?.[0];
  }

  /**
   * Resources in listing order.
   * @param {Portion} [options]
   * @returns {Resource[]}
   */
  resources(options) {
    const { offset = 0, limit = Infinity } = options ?? {};
    return this.#call((engine) => engine.resources(offset, limit));
  }

  /**
   * The catalog's sections, in order.
   * @returns {Section[]}
   */
  sections() {
    return this.#call((engine) => engine.sections());
  }

  /**
   * References in a citation format. Comes with `import "equity-catalog"`; the elements alone fetch it when a reader asks.
   * @param {string[]} ids
   * @param {"ris" | "bibtex" | "csl-json" | "csv"} format
   * @returns {string}
   * @throws {EquityCatalogError} For an id that the catalog doesn't have, and for another format.
   */
  cite(ids, format) {
    void [ids, format];
    throw new EquityCatalogError("not-loaded", "references come with index.js: import that");
  }

  /** Gives the engine's memory back. The catalog can't be used afterwards. */
  free() {
    // What has stopped has its memory back already.
    if (this.#since === stops) this.#engine?.free();
    this.#engine = this.#open = undefined;
  }

  /** For `using catalog = …`. Where the symbol isn't known yet, this is a method of no use and no harm. */
  [Symbol.dispose]() {
    this.free();
  }
}

/** Stands between the items of a list on their way to the engine: one text costs a fraction of what an array of texts does. */
const BETWEEN = "\0";

/**
 * One value, several, or none, as texts.
 * @param {unknown} values
 * @returns {string[]}
 */
function list(values) {
  return [values ?? []].flat().map(String);
}

/**
 * Key, value, key, value, … of an object whose values are texts or lists of texts.
 * @param {object | null} [object]
 * @returns {string}
 */
function pairs(object) {
  return Object.entries(object ?? {}).flatMap(([key, values]) => list(values).flatMap((value) => [key, value])).join(BETWEEN);
}

/**
 * Composed letters and kana of full width are what catalogs are written in; a keyboard may give letters in parts, and kana of half the width.
 * @param {unknown} text
 * @returns {string}
 */
function composed(text) {
  return `${text}`.normalize("NFC").replace(/[\uff66-\uff9f]+/g, (kana) => kana.normalize("NFKC"));
}

/** The terms of a catalog, and where they stand in a text. */
export class Glossary {
  #call;

  /** @param {<T>(call: (engine: Engine) => T) => T} call */
  constructor(call) {
    this.#call = call;
  }

  /**
   * The terms, by headword.
   * @param {Portion} [options]
   * @returns {Term[]}
   */
  terms(options) {
    const { offset = 0, limit = Infinity } = options ?? {};
    return this.#call((engine) => engine.terms(offset, limit));
  }

  /**
   * The term with an id, if there is one.
   * @param {string} id
   * @returns {Term | undefined}
   */
  term(id) {
    return this.#call((engine) => engine.term(`${id}`, 0, 0))?.[0];
  }

  /**
   * The works that have to do with a term: first those that it names as related, then those in whose titles or description it stands, both in
   * listing order. `search("", { filters: { term: [id] } })` finds the same works.
   * @param {string} id
   * @param {Portion} [options]
   * @returns {WorksOfTerm}
   */
  resources(id, options) {
    const { offset = 0, limit = 20 } = options ?? {};
    const [, total = 0, resources = []] = this.#call((engine) => engine.term(`${id}`, offset, limit)) ?? [];
    return { total, resources };
  }

  /**
   * The terms that have to do with a work, by headword.
   * @param {string} id
   * @returns {TermName[]}
   */
  termsOf(id) {
    const [, terms = []] = this.#call((engine) => engine.resource(`${id}`)) ?? [];
    return terms.map((/** @type {string[]} */ [id, term]) => ({ id, term }));
  }

  /**
   * The terms in a text: leftmost-longest, not overlapping, offsets in UTF-16 code units.
   * @param {string} text
   * @returns {TermMatch[]}
   */
  find(text) {
    return this.#call((engine) => engine.find(`${text}`));
  }
}
