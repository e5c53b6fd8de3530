// The life of an element of ours, whatever it shows: start, open the catalog, follow its attributes, stop.
//
// Nothing here knows a catalog's content. On a server, where there is no HTMLElement, the classes can be loaded and are
// simply never made.

import { attributeOf, mirror } from "./attributes.js";
import { forget, sharedCatalog } from "./shared-catalog.js";
import { ownTexts, wordsFor } from "./strings/index.js";
import { Words } from "./strings/words.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { Read } from "./attributes.js" */
/** @import { Texts } from "./strings/words.js" */

const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class EquityElement extends Base {
  /** Aborted when the element leaves the page; every listener hangs on it. @type {AbortController | undefined} */
  #life;
  /** @type {Catalog | undefined} */
  #catalog;
  /** @type {Catalog | undefined} */
  #given;
  /** @type {Texts | undefined} */
  #texts;
  /** The words of the interface in the element's language: English until another one has come. @internal */
  words = new Words();
  /** @type {Set<string>} */
  #changed = new Set();
  /** Whether the reader has just asked to try again, with a button that is gone by now. */
  #retried = false;

  /** @internal */
  connectedCallback() {
    if (this.#life) return;
    this.#adoptEarlyProperties();
    this.#start();
  }

  /** A node that is moved leaves and comes back at once; only one that stays away is taken down. @internal */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /**
   * Attributes often change together: they are taken up once, a microtask later.
   *
   * @internal
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (!this.#life || before === after) return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#takeUpChanges());
    this.#changed.add(name);
  }

  /** The catalog that is shown: undefined until it is open. Set one, for example from `Catalog.from`, to show that. */
  get catalog() {
    return this.#catalog;
  }

  set catalog(catalog) {
    this.#given = catalog;
    if (this.#life) this.restart();
  }

  /** Words of the page's own in place of ours, by the keys of strings/en.js. */
  get strings() {
    return this.#texts;
  }

  set strings(texts) {
    this.#texts = texts;
    if (this.#life) this.restart({ quiet: true });
  }

  /**
   * Opens the catalog anew, for example after it failed.
   *
   * @param {{ retried?: boolean, quiet?: boolean }} [how]  whether the reader asked for it; whether to tell the page
   */
  restart({ retried = false, quiet = false } = {}) {
    this.#retried = retried;
    // Who hasn't heard that it is ready must still hear it.
    const tellsNobody = quiet && this.#catalog !== undefined;
    this.#stop();
    if (this.isConnected) this.#start(tellsNobody);
  }

  /** Takes the element out of the page and, before anything else can happen, all that it has done to the page. */
  destroy() {
    this.replaceWith();
    this.#stop();
  }

  /**
   * Tells the page what happens here; false when the page asked for it not to.
   *
   * @internal
   * @param {string} name
   * @param {object} detail
   * @param {boolean} [cancelable]
   */
  emit(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`equity-catalog:${name}`, { detail, cancelable, bubbles: true, composed: true }));
  }

  // What a kind of element does at each turn of its life; `signal` ends with it.

  /** @internal @param {AbortSignal} signal */
  opening(signal) {
    void signal;
  }

  /** Fetches what shows the catalog, a module that only pages with such an element need. @internal @returns {Promise<unknown>} */
  async fetchPart() {
    return undefined;
  }

  /**
   * @internal
   * @param {Catalog} catalog
   * @param {any} part  what `fetchPart` has fetched
   * @param {AbortSignal} signal
   * @returns {Promise<void> | void}  when it is shown
   */
  opened(catalog, part, signal) {
    void catalog;
    void part;
    void signal;
  }

  /**
   * @internal
   * @param {Error} error
   * @param {AbortSignal} signal
   */
  failed(error, signal) {
    void error;
    void signal;
  }

  /** @internal */
  closed() {}

  /**
   * Properties that the page set before this script came stand on the element itself, in front of ours. They are set
   * once more, so that ours take them up.
   */
  #adoptEarlyProperties() {
    const own = /** @type {any} */ (this);
    for (const [name, value] of Object.entries(own)) {
      delete own[name];
      own[name] = value;
    }
  }

  #start(quiet = false) {
    this.#life = new AbortController();
    this.opening(this.#life.signal);
    void this.#open(this.#life.signal, quiet);
  }

  /**
   * @param {AbortSignal} signal
   * @param {boolean} quiet
   */
  async #open(signal, quiet) {
    const words = ownTexts(this.#texts ?? this.getAttribute("strings")).catch(() => undefined).then((texts) => wordsFor(this, texts));
    try {
      const [catalog, spoken, part] = await Promise.all([this.#given ?? sharedCatalog(this.getAttribute("src") ?? ""), words, this.fetchPart()]);
      if (signal.aborted) return;
      this.words = spoken;
      this.#catalog = catalog;
      await this.opened(catalog, part, signal);
      if (signal.aborted) return;
      if (!quiet) this.emit("ready", { catalog });
      if (this.hasAttribute("offline")) import("./keep.js").then(({ keep }) => keep(this), () => {});
    } catch (reason) {
      forget();
      const spoken = await words;
      if (signal.aborted) return;
      this.words = spoken;
      const error = reason instanceof Error ? reason : new Error(String(reason));
      this.failed(error, signal);
      this.emit("error", { error });
    }
    if (this.#retried) this.shadowRoot?.querySelector(/** @type {"input"} */ ("input, button"))?.focus();
    this.#retried = false;
  }

  #stop() {
    this.#life?.abort();
    this.#life = undefined;
    this.#catalog = undefined;
    this.closed();
  }

  #takeUpChanges() {
    const quiet = !this.#changed.has("src");
    // What is already on its way while the catalog opens would be out of date; all else is read when it is open.
    const isLate = !quiet || this.#changed.has("lang") || this.#changed.has("strings");
    this.#changed.clear();
    if (this.#life && (this.#catalog || isLate)) this.restart({ quiet });
  }
}

/**
 * An element whose attributes are properties too.
 *
 * @template {Record<string, Read>} Attributes
 * @param {Attributes} attributes  by the property's name
 * @returns {{ new (): EquityElement & { [Name in keyof Attributes]: ReturnType<Attributes[Name]> }, prototype: EquityElement }}
 */
export function elementWith(attributes) {
  class WithAttributes extends EquityElement {
    static observedAttributes = [...Object.keys(attributes).map(attributeOf), "strings", "lang"];
  }
  mirror(WithAttributes.prototype, attributes);
  return /** @type {any} */ (WithAttributes);
}
