// What a search shows: how many, and the works. What stands around them is in layouts.js.

import { element, heading } from "./dom.js";
import { listing } from "./listing.js";

/** @import { Hit, Page } from "../api/types.js" */
/** @import { Context } from "./listing.js" */
/** @import { ReadingState } from "./reading-state.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * @param {Page} page
 * @param {ReadingState} state
 * @param {Context} context  its level is that of the results' heading
 * @param {(Node | undefined)[]} works  the list, or groups of lists, and the way to further ones; or what to try instead
 * @returns {HTMLElement}
 */
export function resultsView(page, state, context, works) {
  const { words, level } = context;
  const query = state.query.trim();
  const name = page.total > 0 ? "results" : "results empty";
  const title = page.total > 0 ? countText(page.total, query, words) : nothingText(query, words);
  return element(
    "section",
    { class: name, part: name },
    heading(level, { class: "results-title", part: "results-title" }, title),
    ...notes(page, words).map((note) => element("p", { class: "note", part: "note" }, note)),
    ...works,
  );
}

/**
 * How the query was understood, when not as it stands.
 *
 * @param {Page} page
 * @param {Words} words
 */
function notes({ total, correction, relaxed }, words) {
  const left = words.either(relaxed.map((text) => words.say("quoted", { text })));
  return total > 0 ? [correction && words.say("correction", { text: correction }), left && words.say("relaxed", { words: left })].filter((note) => note) : [];
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
 * @param {number} [listings]  when some works stand under several headings
 */
export function statusText(page, state, { pageSize, paging }, words, listings = page.total) {
  if (page.total === 0) return nothingText(state.query.trim(), words);
  const pages = paging === "more" ? 1 : Math.ceil(listings / pageSize);
  const results = words.say("results", { count: page.total });
  return [pages > 1 ? words.say("pageOf", { results, page: state.page + 1, pages }) : results, ...notes(page, words)].join(". ");
}
