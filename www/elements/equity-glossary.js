// <equity-glossary>: the glossary from A to Z, or, with `annotate`, popups on the terms in the page's own text.

import { again } from "./again.js";
import { count, flag, oneOf, text } from "./attributes.js";
import { element } from "./dom.js";
import { elementWith } from "./element.js";
import { failureView } from "./failure.js";
import { Status } from "./status.js";
import { adopt } from "./styles/adopt.js";
import { base } from "./styles/base.js";
import { choice } from "./terms.js";

/** @import { Catalog } from "../api/catalog.js" */

/** What a page can say, by attribute or property, and what holds when it doesn't. */
export const ATTRIBUTES = {
  /** The address of a pack; the embedded catalog when there is none. */
  src: text(),
  /** In which elements of the page to find terms, as a selector; without it the element is the A to Z list. */
  annotate: text(),
  /** Which occurrences of a term get a popup: its first on the page, the first in each section, or all. */
  occurrences: oneOf("section", "first", "all"),
  /** How many terms in a hundred words of a paragraph get a popup, but always three; without it 6, or any number when all occurrences are wanted. */
  density: count(0),
  /** Whether terms in headings get a popup too. */
  headings: flag,
  /** `wrap` makes each term a button; `highlight` only paints the words and lists the terms in the element, for pages whose text a framework owns. */
  mode: oneOf("wrap", "highlight"),
  /** What to leave alone within the annotated elements, as a selector. */
  exclude: text(),
  /** The address of the page with the list from A to Z, to which popups lead when that is another page. */
  glossaryPage: text(),
  /** The address of the page with the catalog, to which entries lead for the works of a term when that is another page. */
  catalogPage: text(),
  /** The level of the topmost heading. */
  headingLevel: count(2),
  /** Whether the reader's device keeps a copy of the engine and the catalog, for when the server can't be reached; as an attribute, `forget` takes the copies away again. */
  offline: flag,
  /** `auto` takes its ink from the page around. */
  theme: oneOf("auto", "light", "dark"),
};

/**
 * The glossary from A to Z, or popups on the terms in the page's own text. An open popup is an `<equity-popup>` beside its
 * term, with the parts `popup` and `popup-title` and those of an entry.
 *
 * @fires equity-catalog:ready
 * @fires equity-catalog:select
 * @fires equity-catalog:error
 * @slot - What readers see until the engine is there, and for good if it never is; `equity-catalog html --only-glossary` writes it.
 */
export class EquityGlossary extends elementWith(ATTRIBUTES) {
  #root = this.attachShadow({ mode: "open" });
  #status = new Status();
  #body = element("div", { class: "body" });
  /** @type {(() => void) | undefined} */
  #undo;

  constructor() {
    super();
    adopt(this.#root, base);
    this.#root.append(this.#status.region, this.#body);
  }

  /** Finds the terms again, for example after a style sheet has shown what was hidden. */
  refresh() {
    if (this.catalog) this.restart({ quiet: true });
  }

  /**
   * Whether readers get popups on this site: "off" once they have turned them off, here or in another tab, else "on".
   * Setting it is the reader's choice, by a switch of the page's own: the device remembers it, and the whole page follows.
   *
   * @type {"on" | "off"}
   */
  get popups() {
    try {
      choice.popups ??= localStorage["equity-popups"];
    } catch {
      // Where nothing may be kept, nothing was turned off.
    }
    return choice.popups ?? "on";
  }

  set popups(popups) {
    import("./afterwards.js").then(({ choose }) => choose(popups), (error) => this.emit("error", { error }));
  }

  /** @internal @override */
  opening() {
    this.#body.replaceChildren(element("slot"));
  }

  /** @internal @override */
  fetchPart() {
    if (!this.annotate) return again("a-z", () => import("./a-to-z.js"));
    if (this.popups === "off") return import("./popups-off.js");
    return this.mode === "wrap" ? import("./annotating.js") : import("./highlight.js");
  }

  /**
   * @internal
   * @override
   * @param {Catalog} catalog
   * @param {{ show(...given: [EquityGlossary, Catalog, HTMLElement, Status, AbortSignal]): (() => void) | Promise<void> | void }} part
   * @param {AbortSignal} signal
   */
  opened(catalog, part, signal) {
    const shown = part.show(this, catalog, this.#body, this.#status, signal);
    if (typeof shown !== "function") return shown;
    // At once, since the element may leave at once.
    this.#undo = shown;
  }

  /** @internal @override @param {Error} error @param {AbortSignal} signal */
  failed(error, signal) {
    const view = this.annotate ? [] : [failureView(this.words.say("failedGlossary"), error, this, signal)];
    this.#body.replaceChildren(...view, element("slot"));
  }

  /** After the popup, which stands beside its term, is gone. @internal @override */
  closed() {
    this.#undo?.();
    this.#undo = undefined;
    this.#status.hush();
  }
}
