// The parts of <equity-catalog> that stay while its content changes: the search box, the filters, the line above the
// results, and the place of the results themselves.

import { control, element, uniqueId } from "./dom.js";
import { Facet } from "./facets.js";

/** @import { FacetLabels } from "./facet-labels.js" */
/** @import { ReadingState } from "./reading-state.js" */
/** @import { FacetName, Page } from "../api/types.js" */
/** @import { Words } from "./strings/words.js" */

/** So many groups of filters stand open at first. */
const OPEN_FACETS = 4;

export class CatalogFrame {
  /** @type {Facet[]} */
  facets = [];
  /**
   * @param {Words} words
   * @param {FacetLabels} labels
   * @param {string} name  of the search landmark
   */
  constructor(words, labels, name) {
    this.words = words;
    this.labels = labels;
    const input = uniqueId("query");
    this.input = element("input", {
      id: input,
      type: "search",
      part: "input",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "search",
    });
    this.filtersButton = control("filters", { class: "filters-button button", part: "button", "aria-haspopup": "dialog" });
    this.filters = element("div", { class: "filters", part: "filters" });
    // Not a <form>: nothing is ever submitted, results follow what is typed.
    this.search = element(
      "div",
      { class: "search", part: "search", role: "search", "aria-label": name },
      element("label", { for: input, class: "search-label", part: "label" }, words.say("search")),
      this.input,
      this.filtersButton,
      this.filters,
    );
    this.chips = element("div", { class: "chips", part: "chips" });
    this.selects = element("div", { class: "selects", part: "selects" });
    this.listButton = control("list", { class: "list-button more", part: "button", hidden: true });
    this.top = element("div", { class: "top" }, this.chips, this.listButton);
    this.nav = element("div", { class: "nav" });
    this.view = element("div", { class: "view" });
    this.main = element("div", { class: "main", part: "main" }, this.top, this.nav, this.selects, this.view);
    this.content = element("div", { class: "catalog", part: "catalog", lang: words.language, dir: words.direction }, this.search, this.main);
  }

  /**
   * @param {FacetName[]} names
   * @param {FacetName[]} chosen  those that must not be folded
   */
  setFacets(names, chosen) {
    this.facets = names.map((name, index) => new Facet(name, this.words, this.labels, index >= OPEN_FACETS && !chosen.includes(name)));
    this.filters.replaceChildren(...this.facets.map(({ group }) => group));
    this.filtersButton.hidden = names.length === 0;
  }

  /** Whether readers see the filters now, or have to open the drawer first: then nobody counts for them. */
  get showsFilters() {
    return this.filters.checkVisibility?.() ?? true;
  }

  /**
   * What the reader has chosen, each to be taken back by itself or all at once.
   *
   * @param {ReadingState} state
   * @param {Page} page  of results: when there are none, their place offers to clear the search
   */
  updateChips(state, { total }) {
    const { words } = this;
    const { chosen } = state;
    this.filtersButton.textContent = chosen.length > 0 ? words.say("filtersChosen", { count: chosen.length }) : words.say("filters");
    const chips = chosen.map(({ facet, value }) => {
      const label = this.labels.of(facet, value);
      const attributes = { class: "chip", part: "chip", "data-facet": facet, "data-value": value, "aria-label": words.say("removeFilter", { label }) };
      const cross = element("span", { class: "cross", "aria-hidden": "true" }, "×");
      return element("li", {}, control("filter", attributes, element("span", { dir: "auto" }, label), cross));
    });
    const clear = control("clear", { class: "clear", part: "clear" }, words.say(chips.length > 0 ? "clearAll" : "clearSearch"));
    this.chips.replaceChildren(
      ...(chips.length > 0 || (state.searching && total > 0)
        ? [element("ul", { role: "list", "aria-label": words.say("chosenFilters") }, ...chips, element("li", {}, clear))]
        : []),
    );
  }

  /**
   * After a chip is gone its neighbour gets the focus, and after the last one the search box.
   *
   * @param {number} index
   */
  focusChip(index) {
    const left = this.chips.querySelectorAll(".chip");
    const next = /** @type {HTMLElement | undefined} */ (left[Math.min(index, left.length - 1)]);
    (next ?? this.input).focus();
  }
}
