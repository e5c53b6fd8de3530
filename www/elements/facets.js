// The filters: one group of native checkboxes for each facet, behind a button that folds it.
//
// The checkboxes stay the same nodes while counts change, so the one that a reader has just ticked keeps its focus. Their
// order changes only when the words of the search change, never under the reader's hand. Places are a tree: what lies
// within a place stands in a list of its own below it.

import { control, element, uniqueId } from "./dom.js";
import { STEP } from "./facet-labels.js";

/** @import { FacetName, FacetValue } from "../api/types.js" */
/** @import { FacetLabels } from "./facet-labels.js" */
/** @import { Words } from "./strings/words.js" */

/** How many values of a long facet are shown before "Show all", and how many are asked for. */
const SHORT = 8;
export const FACET_LIMIT = 100;

/** @typedef {{ item: HTMLElement, box: HTMLInputElement, count: HTMLElement, within?: HTMLElement, chosen?: boolean }} Option */

export class Facet {
  /** @type {Map<string, Option>} */
  options = new Map();
  /** Whether all values are shown. */
  expanded = false;
  /** @type {FacetValue[]} */
  values = [];
  #more = control("more", { class: "more", "aria-expanded": "false" });

  /**
   * @param {FacetName} name
   * @param {Words} words
   * @param {FacetLabels} labels
   * @param {boolean} folded
   */
  constructor(name, words, labels, folded) {
    this.name = name;
    this.words = words;
    this.labels = labels;
    const body = uniqueId("facet");
    this.title = words.say(`facet.${name}`);
    this.list = element("ul", { role: "list" });
    this.#more.dataset["value"] = name;
    this.fold = control("fold", { "data-value": name, "aria-expanded": String(!folded), "aria-controls": body }, this.title);
    this.body = element("div", { id: body, hidden: folded }, this.list, this.#more);
    this.group = element(
      "fieldset",
      { class: "facet", part: "facet" },
      element("legend", { part: "facet-title" }, this.fold),
      this.body,
    );
  }

  /** Where a reader looks for a value, once all of a long group are shown; facet-acts.js adds it. @type {HTMLInputElement | undefined} */
  find;
  /** Brings in line with the values what facet-acts.js has added. @type {(() => void) | undefined} */
  updated;

  /** Nobody counts what stands in a folded group. */
  get folded() {
    return this.body.hidden;
  }

  /**
   * @param {FacetValue[]} values
   * @param {boolean} reorder
   */
  update(values, reorder) {
    this.values = values;
    // A place comes after the one that it lies in; years are a scale, so the newest come first.
    if (this.name === "path") values.sort((a, b) => a.value.split(STEP).length - b.value.split(STEP).length);
    if (this.name === "year") values.sort((a, b) => Number(b.value) - Number(a.value));
    const focused = /** @type {ShadowRoot} */ (this.list.getRootNode()).activeElement;
    const present = new Map(values.map((value) => [value.value, value]));
    // What is moved in the page loses the focus: never while the reader is here.
    const moves = reorder && !this.list.contains(focused);
    // Not by entries(), which Prototype.js has replaced by another.
    let index = 0;
    for (const { value, selected } of values) {
      if (!this.options.has(value)) (this.expanded || this.name === "path" || index < SHORT || selected) && this.#add(value);
      else if (moves) this.#put(value);
      index += 1;
    }
    for (const [value, option] of this.options) {
      const { item, box, count, chosen } = option;
      const now = present.get(value);
      option.chosen = box.checked = now?.selected ?? false;
      count.textContent = this.words.say("facetCount", { count: now?.count ?? 0 });
      item.hidden = !now && !box.checked && box !== focused;
      // Later the reader may fold it away again.
      if (box.checked && !chosen) this.#unfoldTo(item);
      // What other words had found isn't kept for ever.
      if (reorder && item.hidden && this.name !== "path") this.#drop(value);
    }
    this.#shorten(focused);
  }

  /** @param {string} value */
  #add(value) {
    const label = this.labels.of(this.name, value);
    const box = element("input", { type: "checkbox", "data-act": "filter", "data-facet": this.name, "data-value": value });
    const count = element("span", { class: "count" });
    const item = element("li", {}, element("label", {}, box, element("span", { dir: "auto" }, label), " ", count));
    this.options.set(value, { item, box, count });
    this.#put(value);
  }

  /**
   * At the end of its list, which for a place is the list of the place that it lies in.
   *
   * @param {string} value
   */
  #put(value) {
    const { item } = /** @type {Option} */ (this.options.get(value));
    // A place without a name lies in none: it would be the one that it lies in.
    const outer = this.name === "path" && value.includes(STEP) && this.options.get(value.slice(0, value.lastIndexOf(STEP)));
    (outer ? this.#within(outer) : this.list).append(item);
  }

  /** @param {Option} outer */
  #within(outer) {
    if (!outer.within) {
      const { item, box } = outer;
      const value = box.dataset["value"] ?? "";
      const list = element("ul", { role: "list", id: uniqueId("within"), hidden: true });
      const name = this.words.say("within", { name: this.labels.of(this.name, value) });
      item.prepend(control("within", { class: "unfold", "data-value": value, "aria-expanded": "false", "aria-controls": list.id, "aria-label": name }));
      item.append(list);
      outer.within = list;
      // A way that doesn't branch is gone down at once.
      if (item.parentElement?.children.length === 1) setWithin(item, true);
    }
    return outer.within;
  }

  /** @param {HTMLElement} item */
  #unfoldTo(item) {
    for (let at = item.parentElement?.closest("li"); at; at = at.parentElement?.closest("li")) setWithin(at, true);
  }

  /** @param {Element | null} focused  what never vanishes under the reader's hand */
  #shorten(focused) {
    const { length } = this.values;
    const top = this.list.children;
    // What is shown in the short list is the first few and the chosen ones, in whatever order the reader sees them.
    if (!this.expanded) {
      let shown = 0;
      for (const item of top) {
        const chosen = item.querySelector("input")?.checked ?? false;
        if (shown >= SHORT && !chosen && !item.contains(focused)) item.toggleAttribute("hidden", true);
        if (!item.hasAttribute("hidden")) shown += 1;
      }
    }
    const long = this.name === "path" ? top.length > SHORT : length > SHORT;
    const all = length < FACET_LIMIT ? this.words.say("showAll", { count: this.name === "path" ? top.length : length }) : this.words.say("showMany");
    this.#more.hidden = !long && !this.expanded;
    this.#more.textContent = this.expanded ? this.words.say("showFewer") : all;
    this.#more.setAttribute("aria-expanded", String(this.expanded));
    this.group.hidden = length === 0 && !this.find?.value;
    this.updated?.();
  }

  /** @param {string} value */
  #drop(value) {
    this.options.get(value)?.item.remove();
    this.options.delete(value);
  }
}

/**
 * @param {Element} item
 * @param {boolean} open
 */
export function setWithin(item, open) {
  const [button, list] = [item.querySelector(":scope > .unfold"), item.querySelector(":scope > ul")];
  if (list) /** @type {HTMLElement} */ (list).hidden = !open;
  button?.setAttribute("aria-expanded", String(open));
}
