// An opened catalog and its glossary. The engine is fetched when the first one is opened.

import { EquityCatalogError, guarded, lasting } from "./error.js";
import { CATALOG, fetchBytes, loadEngine } from "./load.js";

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
  /** Gives it, opened anew after the engine has stopped; none once it was freed. @type {(() => Engine) | undefined} */
  #engine;

  /**
   * Use `Catalog.embedded`, `Catalog.open` or `Catalog.from`.
   * @param {() => Engine} open
   * @param {Finding[]} [warnings]
   */
  constructor(open, warnings = []) {
    this.#engine = lasting(open);
    /**
     * What `Catalog.from` found wrong in the records and could live with.
     * @readonly
     */
    this.warnings = warnings;
    /**
     * Title, language, counts.
     * @readonly
     * @type {Info}
     */
    this.info = this.#call((engine) => engine.info());
    /**
     * The glossary.
     * @readonly
     */
    this.glossary = new Glossary((call) => this.#call(call));
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
   * The pack at an address. Comes without `import "equity-catalog"` too.
   * @internal
   * @param {string} address
   * @returns {Promise<Catalog>}
   */
  static async at(address) {
    const [engine, bytes] = await Promise.all([loadEngine(), fetchBytes(address, CATALOG)]);
    return new Catalog(() => engine().open(bytes));
  }

  /**
   * A pack, as `equity-catalog build` writes it. It is read where it is: bytes that are handed in must not change while the catalog is open.
   * Throws an EquityCatalogError when it can't be loaded, is not what `integrity` names, or is no pack.
   * @type {(source: PackSource, options?: OpenOptions) => Promise<Catalog>}
   */
  static open;

  /**
   * Plain records, indexed on the spot: a catalog, or a list of resources. What looks wrong without being fatal is in `warnings`.
   * What builds packs is fetched when this is first called. Throws an EquityCatalogError when a record can't be used; its `findings` has every reason.
   * @type {(data: object) => Promise<Catalog>}
   */
  static from;

  /**
   * @template T
   * @param {(engine: Engine) => T} call
   * @returns {T}
   */
  #call(call) {
    const engine = this.#engine;
    if (!engine) throw new EquityCatalogError("freed", "this catalog was freed; open it again");
    return guarded(() => call(engine()));
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
    throw new EquityCatalogError("not-loaded", "for references import index.js");
  }

  /** Gives the engine's memory back. The catalog can't be used afterwards. */
  free() {
    const engine = this.#engine;
    this.#engine = undefined;
    try {
      engine?.().free();
    } catch {
      // After the engine has stopped its memory is given back already.
    }
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
