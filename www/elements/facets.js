// The filters: one group of native checkboxes for each facet.
//
// The checkboxes stay the same nodes while counts change, so the one that a reader has just ticked keeps its focus. Their
// order changes only when the words of the search change, never under the reader's hand.

import { element } from "./dom.js";

/** @import { FacetName, FacetValue } from "../api/types.js" */
/** @import { Words } from "./strings/index.js" */

/** How many values of a long facet are shown before "Show all". */
const SHORT = 8;

export class Facet {
  /** @type {Map<string, { item: HTMLElement, box: HTMLInputElement, count: HTMLElement }>} */
  #options = new Map();
  #expanded = false;

  /**
   * @param {FacetName} name
   * @param {Words} words
   */
  constructor(name, words) {
    this.name = name;
    this.words = words;
    this.list = element("ul", { role: "list" });
    this.more = element("button", {
      type: "button",
      class: "more",
      "data-act": "more",
      "data-value": name,
      "aria-expanded": "false",
    });
    this.group = element(
      "fieldset",
      { class: "facet", part: "facet" },
      element("legend", { part: "facet-title" }, words.facets[name]),
      this.list,
      this.more,
    );
  }

  /**
   * @param {FacetValue[]} values
   * @param {boolean} reorder
   */
  update(values, reorder) {
    const focused = /** @type {ShadowRoot} */ (this.list.getRootNode()).activeElement;
    const present = new Map(values.map((value) => [value.value, value]));
    for (const value of values) if (!this.#options.has(value.value)) this.#add(value);
    for (const [value, { item, box, count }] of this.#options) {
      const now = present.get(value);
      box.checked = now?.selected ?? false;
      count.textContent = this.words.facetCount(now?.count ?? 0);
      const useful = box.checked || box === focused || (now?.count ?? 0) > 0;
      item.toggleAttribute("data-useless", !useful);
    }
    if (reorder) this.#order(values);
    this.#shorten();
  }

  /** Shows all values or the first few; the first one that has come into view gets the focus. */
  toggle() {
    const hidden = [...this.list.children].filter((item) => /** @type {HTMLElement} */ (item).hidden);
    this.#expanded = !this.#expanded;
    this.#shorten();
    hidden
      .find((item) => !(/** @type {HTMLElement} */ (item).hidden))
      ?.querySelector("input")
      ?.focus();
  }

  /** @param {FacetValue} value */
  #add({ value, label }) {
    const box = element("input", {
      type: "checkbox",
      "data-act": "filter",
      "data-facet": this.name,
      "data-value": value,
      "data-label": label,
    });
    const count = element("span", { class: "count" });
    const item = element("li", {}, element("label", {}, box, element("span", {}, label, "\u00a0", count)));
    this.#options.set(value, { item, box, count });
    this.list.append(item);
  }

  /** @param {FacetValue[]} values */
  #order(values) {
    const items = values.flatMap(({ value }) => this.#options.get(value)?.item ?? []);
    this.list.prepend(...items);
  }

  #shorten() {
    let shown = 0;
    let useful = 0;
    for (const item of this.list.children) {
      const counts = !item.hasAttribute("data-useless");
      if (counts) useful += 1;
      const chosen = item.querySelector("input")?.checked ?? false;
      const show = counts && (this.#expanded || shown < SHORT || chosen);
      if (show) shown += 1;
      /** @type {HTMLElement} */ (item).hidden = !show;
    }
    this.more.hidden = useful <= SHORT;
    this.more.textContent = this.#expanded ? this.words.showFewer : this.words.showAll(useful);
    this.more.setAttribute("aria-expanded", String(this.#expanded));
    this.group.hidden = useful === 0;
  }
}
