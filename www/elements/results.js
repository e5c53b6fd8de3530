// What a search shows: how many, the works, the pages of them, or what to try when there are none.

import { control, element, heading } from "./dom.js";
import { listing } from "./listing.js";

/** @import { Hit, Page } from "../api/types.js" */
/** @import { Context } from "./listing.js" */
/** @import { ReadingState } from "./reading-state.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * @param {Page} page
 * @param {ReadingState} state
 * @param {Context} context  its level is that of the results' heading
 * @param {(Node | undefined)[]} works  the list, or groups of lists, and the way to further ones
 * @returns {HTMLElement}
 */
export function resultsView(page, state, context, works) {
  const { words, level } = context;
  const query = state.query.trim();
  if (page.total === 0) return nothingFound(query, state, context);
  const left = words.either(page.relaxed.map((text) => words.say("quoted", { text })));
  const notes = [
    page.correction && words.say("correction", { text: page.correction }),
    left && words.say("relaxed", { words: left }),
  ];
  return element(
    "section",
    { class: "results", part: "results" },
    heading(level, { class: "results-title", part: "results-title" }, countText(page.total, query, words)),
    ...notes.map((note) => note && element("p", { class: "note", part: "note" }, note)),
    ...works,
  );
}

/**
 * A query that has quotation marks itself needs none around it.
 *
 * @param {number} count
 * @param {string} query
 * @param {Words} words
 */
function countText(count, query, words) {
  if (!query) return words.say("results", { count });
  return /["“”«»]/u.test(query)
    ? words.say("resultsQuoted", { results: words.say("results", { count }), query })
    : words.say("resultsFor", { count, query });
}

/**
 * A list of works, made a few at a time.
 *
 * @param {Hit[]} hits
 * @param {number} first  the number of the first
 * @param {Context} context
 */
export function hitList(hits, first, context) {
  const list = element("ol", { class: "listings", role: "list", start: first, lang: context.language, dir: "auto" });
  addHits(list, hits, context);
  return list;
}

/**
 * @param {Element} list
 * @param {Hit[]} hits
 * @param {Context} context
 */
export function addHits(list, hits, context) {
  context.slices.fill(list, hits, (hit) => listing(hit.resource, { ...context, level: context.level + 1 }, { hit }));
}

/**
 * @param {string} query
 * @param {ReadingState} state
 * @param {Context} context
 */
function nothingFound(query, state, { words, level }) {
  const advice = [
    query && words.say("adviceSpelling"),
    query && words.say("adviceFields"),
    state.chosen.length > 0 && words.say("adviceFilters"),
  ];
  return element(
    "section",
    { class: "results empty", part: "results empty" },
    heading(level, { class: "results-title", part: "results-title" }, nothingText(query, words)),
    element("ul", {}, ...advice.map((tip) => tip && element("li", {}, tip))),
    control("clear", { class: "button", part: "button" }, words.say("backToBrowsing")),
  );
}

/**
 * @param {string} query
 * @param {Words} words
 */
function nothingText(query, words) {
  return query ? words.say("noResultsFor", { query }) : words.say("noResults");
}

/**
 * The status in words, for readers who hear the page.
 *
 * @param {Page} page
 * @param {ReadingState} state
 * @param {{ pageSize: number, paging: string }} host
 * @param {Words} words
 */
export function statusText(page, state, { pageSize, paging }, words) {
  if (page.total === 0) return nothingText(state.query.trim(), words);
  const pages = paging === "more" ? 1 : Math.ceil(page.total / pageSize);
  const results = words.say("results", { count: page.total });
  return pages > 1 ? words.say("pageOf", { results, page: state.page + 1, pages }) : results;
}
