// The parts of <equity-catalog> that stay while its content changes: the search box, the filters, the status line.

import { element, uniqueId } from "./dom.js";
import { Facet } from "./facets.js";

/** @import { ReadingState } from "./reading-state.js" */
/** @import { FacetName, Page } from "../api/types.js" */
/** @import { Words } from "./strings/index.js" */

export class CatalogFrame {
  /** @type {Facet[]} */
  #facets = [];

  /**
   * @param {Words} words
   * @param {string} name  of the search landmark
   */
  constructor(words, name) {
    this.words = words;
    const input = uniqueId("query");
    const filters = uniqueId("filters");
    this.input = element("input", {
      id: input,
      type: "search",
      part: "input",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "search",
    });
    this.filtersButton = element("button", {
      type: "button",
      class: "filters-button button",
      part: "button",
      "data-act": "filters",
      "aria-expanded": "false",
      "aria-controls": filters,
    });
    this.filters = element("div", { id: filters, class: "filters", part: "filters" });
    // Where the filters stand above the results, those are far below: this tells how many there are and leads to them.
    this.done = element("button", { type: "button", class: "done button", part: "button", "data-act": "done" });
    // Not a <form>: nothing is ever submitted, results follow what is typed.
    this.search = element(
      "div",
      { class: "search", part: "search", role: "search", "aria-label": name },
      element("label", { for: input, class: "search-label", part: "label" }, words.search),
      this.input,
      this.filtersButton,
      this.filters,
    );
    this.chips = element("div", { class: "chips", part: "chips" });
    this.nav = element("div", { class: "nav" });
    this.view = element("div", { class: "view" });
    this.main = element("div", { class: "main", part: "main" }, this.chips, this.nav, this.view);
    this.content = element("div", { class: "catalog", part: "catalog" }, this.search, this.main);
  }

  /** @param {FacetName[]} names */
  setFacets(names) {
    this.#facets = names.map((name) => new Facet(name, this.words));
    this.filters.replaceChildren(...this.#facets.map(({ group }) => group), this.done);
  }

  /**
   * @param {Page["facets"]} facets
   * @param {boolean} reorder
   */
  updateFacets(facets, reorder) {
    for (const facet of this.#facets) facet.update(facets[facet.name] ?? [], reorder);
    this.filtersButton.hidden = this.#facets.every(({ group }) => group.hidden);
  }

  /** @param {string} name */
  toggleFacet(name) {
    this.#facets.find((facet) => facet.name === name)?.toggle();
  }

  toggleFilters() {
    const open = this.filters.toggleAttribute("data-open");
    this.filtersButton.setAttribute("aria-expanded", String(open));
  }

  /**
   * What the reader has chosen, each to be taken back by itself or all at once.
   *
   * @param {ReadingState} state
   * @param {number} total  of results: when there are none, the results' place offers to clear the search
   */
  updateChips(state, total) {
    const { words } = this;
    const { chosen } = state;
    this.done.hidden = !state.searching;
    this.done.textContent = words.showResults(total);
    this.filtersButton.textContent = chosen.length > 0 ? words.filtersChosen(chosen.length) : words.filters;
    const chips = chosen.map(({ facet, value, label }) =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            class: "chip",
            part: "chip",
            "data-act": "filter",
            "data-facet": facet,
            "data-value": value,
            "data-label": label,
            "aria-label": words.removeFilter(label),
          },
          element("span", {}, label),
          element("span", { class: "cross", "aria-hidden": "true" }, "×"),
        ),
      ),
    );
    const clear = element(
      "button",
      { type: "button", class: "clear", part: "clear", "data-act": "clear" },
      chips.length > 0 ? words.clearAll : words.clearSearch,
    );
    this.chips.replaceChildren(
      ...(chips.length > 0 || (state.searching && total > 0)
        ? [element("ul", { role: "list", "aria-label": words.chosenFilters }, ...chips, element("li", {}, clear))]
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
