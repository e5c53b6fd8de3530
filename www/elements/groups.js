// Results under headings: by the section that lists them, or by kind. A page of results is a stretch of all groups laid end
// to end, so a long group goes on on the next page; a work that two sections list stands under both.

import { control, element, heading } from "./dom.js";
import { hitList } from "./results.js";

/** @import { FacetName, FacetValue, Page, SearchOptions } from "../api/types.js" */
/** @import { FacetLabels } from "./facet-labels.js" */
/** @import { Context } from "./listing.js" */

/**
 * @param {(options: SearchOptions) => Page} search
 * @param {SearchOptions["filters"]} filters
 * @param {FacetName} facet
 * @param {FacetValue[]} values  in the order of the groups
 * @param {{ offset: number, limit: number }} stretch
 */
export function groupsOf(search, filters, facet, values, { offset, limit }) {
  const chosen = values.filter(({ selected }) => selected);
  const groups = (chosen.length > 0 ? chosen : values).map(({ value, count }) => ({ value, count }));
  // An empty value stands for the works that have none.
  if (chosen.length === 0) {
    const { total } = search({ filters: { ...filters, [facet]: [""] }, limit: 0 });
    if (total > 0) groups.push({ value: "", count: total });
  }
  let start = 0;
  const stretches = groups.flatMap(({ value, count }) => {
    const first = Math.max(0, offset - start);
    const room = Math.min(count, offset + limit - start) - first;
    start += count;
    if (room <= 0) return [];
    const { hits } = search({ filters: { ...filters, [facet]: [value] }, offset: first, limit: room });
    return [{ value, count, first, hits }];
  });
  return { stretches, total: start };
}

/**
 * @param {ReturnType<typeof groupsOf>["stretches"]} stretches
 * @param {FacetName} facet
 * @param {FacetLabels} labels
 * @param {Context} context  its level is that of the results' heading
 */
export function groupViews(stretches, facet, labels, context) {
  const { words, level } = context;
  return stretches.map(({ value, count, first, hits }) => {
    const name = value ? labels.of(facet, value) : words.say("ungrouped");
    const all = hits.length < count && value && control("filter", { class: "more", "data-facet": facet, "data-value": value }, words.say("allInGroup", { count, name }));
    return element(
      "section",
      { class: "group", part: "group" },
      heading(level + 1, { class: "group-title", part: "group-title", dir: "auto" }, name, " ", element("span", { class: "count" }, words.say("facetCount", { count }))),
      hitList(hits, first + 1, { ...context, level: level + 1 }),
      all,
    );
  });
}
