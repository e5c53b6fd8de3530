// <equity-glossary>: the glossary from A to Z, or, with `annotate`, popups on the terms in the page's own text.

import { element } from "./dom.js";
import { EquityElement } from "./element.js";
import { failureView } from "./failure.js";
import { Status } from "./status.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";

/** @import { Catalog } from "../api/catalog.js" */

/**
 * @typedef {object} Part
 * @property {(host: EquityGlossary, catalog: Catalog, body: HTMLElement, status: Status, signal: AbortSignal) => void} show
 */

/** @extends {EquityElement<Part>} */
export class EquityGlossary extends EquityElement {
  static observedAttributes = ["src", "annotate", "occurrences", "exclude", "heading-level", "strings", "lang", "theme"];

  #root = this.attachShadow({ mode: "open" });
  #status = new Status();
  #body = element("div", { class: "body" });

  constructor() {
    super();
    adopt(this.#root, base);
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

  /** @override */
  opening() {
    this.#body.replaceChildren(element("slot"));
  }

  /** @override @returns {Promise<Part>} */
  fetchPart() {
    return this.annotate ? import("./annotating.js") : import("./a-to-z.js");
  }

  /**
   * @override
   * @param {Catalog} catalog
   * @param {Part} part
   * @param {AbortSignal} signal
   */
  opened(catalog, part, signal) {
    part.show(this, catalog, this.#body, this.#status, signal);
  }

  /** @override @param {Error} error @param {AbortSignal} signal */
  failed(error, signal) {
    const view = this.annotate ? [] : [failureView(this.words.say("failedGlossary"), error, this, signal)];
    this.#body.replaceChildren(...view, element("slot"));
  }

  /** @override */
  closed() {
    this.#status.hush();
  }
}
