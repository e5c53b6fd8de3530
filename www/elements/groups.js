// Results under headings: by the section that lists them, or by kind. A page of results is a stretch of all groups laid end
// to end, so a long group goes on on the next page; a work that two sections list stands under both.

import { control, element, heading } from "./dom.js";
import { hitList } from "./results.js";

/** @import { FacetName, Page } from "../api/types.js" */
/** @import { Asking } from "./asking.js" */
/** @import { FacetLabels } from "./facet-labels.js" */
/** @import { Context } from "./listing.js" */

/**
 * @param {Asking} asking
 * @param {"section" | "kind"} facet
 * @param {Page} page  with the facet's values
 * @param {(total: number) => { offset: number, limit: number }} stretchOf  which of so many are shown
 * @param {string} language  to order names in
 */
export function groupsOf(asking, facet, page, stretchOf, language) {
  const { filters, sections } = asking;
  const values = page.facets[facet] ?? [];
  const place = (/** @type {string} */ id) => sections.findIndex((section) => section.id === id);
  // Sections stand in the catalog's order, kinds in that of their names.
  values.sort((a, b) => (facet === "section" ? place(a.value) - place(b.value) : a.label.localeCompare(b.label, language)));
  const chosen = values.filter(({ selected }) => selected);
  const groups = (chosen.length > 0 ? chosen : values).map(({ value, count }) => ({ value, count }));
  // An empty value stands for the works that have none.
  if (chosen.length === 0) {
    const { total } = asking.search({ filters: { ...filters, [facet]: [""] }, limit: 0 });
    if (total > 0) groups.push({ value: "", count: total });
  }
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const { offset, limit } = stretchOf(total);
  let start = 0;
  const stretches = groups.flatMap(({ value, count }) => {
    const first = Math.max(0, offset - start);
    const room = Math.min(count, offset + limit - start) - first;
    start += count;
    if (room <= 0) return [];
    const { hits } = asking.search({ filters: { ...filters, [facet]: [value] }, offset: first, limit: room });
    return [{ value, count, first, hits, isAll: chosen.length > 0 }];
  });
  return { stretches, total };
}

/**
 * @param {ReturnType<typeof groupsOf>["stretches"]} stretches
 * @param {FacetName} facet
 * @param {FacetLabels} labels
 * @param {Context} context  its level is that of the results' heading
 */
export function groupViews(stretches, facet, labels, context) {
  const { words, level } = context;
  return stretches.map(({ value, count, first, hits, isAll }) => {
    const name = value ? labels.of(facet, value) : words.say("ungrouped");
    const all = hits.length < count && value && !isAll && control("filter", { class: "more", "data-facet": facet, "data-value": value }, words.say("allInGroup", { count, name }));
    return element(
      "section",
      { class: "group", part: "group" },
      heading(level + 1, { class: "group-title", part: "group-title", dir: "auto" }, name, " ", element("span", { class: "count" }, words.say("facetCount", { count }))),
      hitList(hits, first + 1, { ...context, level: level + 1 }),
      all,
    );
  });
}
