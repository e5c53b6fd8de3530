// <equity-glossary>: the glossary from A to Z, or, with `annotate`, popups on the terms in the page's own text.

import { annotate } from "./annotate.js";
import { element, focusOn, origin } from "./dom.js";
import { EquityElement } from "./element.js";
import { failureView } from "./failure.js";
import { uniqueName } from "./landmark-names.js";
import { GlossaryList, PREFIX } from "./glossary-list.js";
import { Popups } from "./popups.js";
import { Status } from "./status.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";
import { glossaryStyles } from "./styles/glossary.js";

/** @import { Catalog } from "../api/index.js" */

export class EquityGlossary extends EquityElement {
  static observedAttributes = ["src", "annotate", "occurrences", "exclude", "heading-level", "lang", "theme"];

  #root = this.attachShadow({ mode: "open" });
  #status = new Status();
  #body = element("div", { class: "body" });
  /** @type {GlossaryList | undefined} */
  #list;
  /** @type {(() => void) | undefined} */
  #undo;

  constructor() {
    super();
    adopt(this.#root, base, glossaryStyles);
    this.#root.append(this.#status.region, this.#body);
  }

  /** In which elements of the page to find terms, as a selector; without it the element is the A to Z list. */
  get annotate() {
    return this.getAttribute("annotate") ?? "";
  }

  set annotate(selector) {
    this.setAttribute("annotate", selector);
  }

  /** Which occurrences of a term get a popup: its `first` on the page, the first in each `section`, or `all`. */
  get occurrences() {
    const asked = this.getAttribute("occurrences");
    return asked === "first" || asked === "all" ? asked : "section";
  }

  set occurrences(which) {
    this.setAttribute("occurrences", which);
  }

  /** What to leave alone within the annotated elements, as a selector. */
  get exclude() {
    return this.getAttribute("exclude") ?? "";
  }

  set exclude(selector) {
    this.setAttribute("exclude", selector);
  }

  /** Finds the terms again, for example after the page has added text. */
  refresh() {
    if (this.catalog) this.restart({ quiet: true });
  }

  /** @override @param {AbortSignal} signal */
  opening(signal) {
    this.#body.replaceChildren(element("slot"));
    this.#root.addEventListener("input", () => this.#typed(), { signal });
    document.addEventListener("click", (event) => this.#clicked(event), { signal });
    globalThis.addEventListener("hashchange", () => this.#follow(location.hash), { signal });
  }

  /**
   * @override
   * @param {Catalog} catalog
   * @param {AbortSignal} signal
   */
  opened(catalog, signal) {
    const { words } = this;
    if (this.annotate) {
      this.#body.replaceChildren();
      this.#annotate(catalog, signal);
      return;
    }
    const names = { search: uniqueName(words.searchGlossary, signal), letters: uniqueName(words.letters, signal) };
    this.#list = new GlossaryList(catalog.glossary.terms(), words, this.headingLevel, names);
    this.#body.replaceChildren(this.#list.content);
    this.#follow(location.hash);
  }

  /** @override @param {Error} error */
  failed(error) {
    const view = this.annotate ? [] : [failureView(this.words.failedGlossary, error, this.words)];
    this.#body.replaceChildren(...view, element("slot"));
  }

  /** @override */
  closed() {
    this.#status.hush();
    this.#list = undefined;
    this.#undo?.();
    this.#undo = undefined;
  }

  /**
   * @param {Catalog} catalog
   * @param {AbortSignal} signal
   */
  #annotate(catalog, signal) {
    if (document.readyState === "loading") {
      // The script came before the text did.
      document.addEventListener("DOMContentLoaded", () => this.#annotate(catalog, signal), { signal });
      return;
    }
    const scope = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const popups = new Popups(catalog.glossary, this.words, this.theme, (term) => this.emit("select", { term }, true));
    this.#undo = annotate(scope, {
      select: this.annotate,
      exclude: this.exclude,
      occurrences: this.occurrences,
      find: (text) => catalog.glossary.find(text),
      trigger: (id) => popups.trigger(id),
    });
    popups.listen(scope, signal);
  }

  #typed() {
    const list = this.#list;
    if (!list) return;
    const shown = list.filter(list.input.value);
    this.#status.say(shown > 0 ? this.words.terms(shown) : this.words.noTerms(list.input.value.trim()));
  }

  /** @param {Event} event */
  #clicked(event) {
    const from = origin(event);
    if (from?.closest("[data-act=retry]") && from.getRootNode() === this.#root) this.restart({ retried: true });
    // Following a link to where the page already is changes nothing in the address, so no event would come.
    if (from?.closest("a")?.hash === location.hash) this.#follow(location.hash);
  }

  /**
   * Goes to the entry that the page's address names. The browser can't do so by itself, since it doesn't look for ids
   * inside a shadow root.
   *
   * @param {string} hash
   */
  #follow(hash) {
    const id = decoded(hash.slice(1));
    const list = this.#list;
    if (!list || !id.startsWith(PREFIX)) return;
    const title = list.titleOf(id.slice(PREFIX.length));
    if (!title) return;
    if (title.closest("[hidden]")) {
      list.input.value = "";
      list.filter("");
    }
    focusOn(title);
    // In the next frame, since Firefox pulls a page that has just grown back to where it ended before.
    requestAnimationFrame(() => title.scrollIntoView({ block: "start" }));
  }
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
