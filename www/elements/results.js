// What a search shows: how many, the works, the pages of them, or what to try when there are none.

import { element, heading } from "./dom.js";
import { listing } from "./listing.js";

/** @import { Page } from "../api/types.js" */
/** @import { Context } from "./listing.js" */
/** @import { ReadingState } from "./reading-state.js" */
/** @import { Words } from "./strings/index.js" */

/**
 * @param {Page} page
 * @param {ReadingState} state
 * @param {number} pageSize
 * @param {Context & { pagesName: string }} context  its level is that of the results' heading
 * @returns {HTMLElement}
 */
export function resultsView(page, state, pageSize, context) {
  const { words, level, pagesName } = context;
  const query = state.query.trim();
  if (page.total === 0) return nothingFound(query, state, context);
  const hits = page.hits.map(({ resource, highlights }) =>
    listing(resource, { ...context, level: level + 1 }, { highlights, details: true }),
  );
  const notes = [page.correction && words.correction(page.correction), page.relaxed.length > 0 && words.relaxed(page.relaxed)];
  return element(
    "section",
    { class: "results", part: "results" },
    heading(
      level,
      { class: "results-title", part: "results-title" },
      query ? words.resultsFor(page.total, query) : words.results(page.total),
    ),
    ...notes.map((note) => note && element("p", { class: "note", part: "note" }, note)),
    element("ol", { class: "listings", role: "list", start: state.offset + 1, lang: context.language, dir: "auto" }, ...hits),
    pager(page.total, state.offset, pageSize, pagesName, words),
  );
}

/**
 * @param {string} query
 * @param {ReadingState} state
 * @param {Context} context
 */
function nothingFound(query, state, { words, level }) {
  const advice = [...(query ? words.noResultsAdvice : []), state.chosen.length > 0 && words.noResultsFilters].filter(
    (tip) => tip !== false,
  );
  return element(
    "section",
    { class: "results empty", part: "results empty" },
    heading(level, { class: "results-title", part: "results-title" }, words.noResultsFor(query)),
    element("ul", {}, ...advice.map((tip) => element("li", {}, tip))),
    element("button", { type: "button", class: "button", part: "button", "data-act": "clear" }, words.backToBrowsing),
  );
}

/**
 * The status in words, for readers who hear the page.
 *
 * @param {Page} page
 * @param {ReadingState} state
 * @param {number} pageSize
 * @param {Words} words
 */
export function statusText(page, state, pageSize, words) {
  if (page.total === 0) return words.noResultsFor(state.query.trim());
  const pages = Math.ceil(page.total / pageSize);
  const count = words.results(page.total);
  return pages > 1 ? `${count}, ${words.pageOf(state.offset / pageSize + 1, pages)}` : count;
}

/**
 * @param {number} total
 * @param {number} offset
 * @param {number} pageSize
 * @param {string} name
 * @param {Words} words
 */
function pager(total, offset, pageSize, name, words) {
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return undefined;
  const current = Math.floor(offset / pageSize);
  /** @param {number} page @param {string} text @param {string} [label] */
  const button = (page, text, label) =>
    element(
      "button",
      {
        type: "button",
        "data-act": "page",
        "data-value": page * pageSize,
        "aria-label": label,
        "aria-current": page === current && "page",
      },
      text,
    );
  const steps = pagesShown(pages, current).map((page) =>
    element(
      "li",
      {},
      page === undefined ? element("span", { "aria-hidden": "true" }, "…") : button(page, String(page + 1), words.page(page + 1)),
    ),
  );
  const previous = current > 0 && element("li", {}, button(current - 1, words.previous));
  const next = current < pages - 1 && element("li", {}, button(current + 1, words.next));
  return element(
    "nav",
    { class: "pages", part: "pages", "aria-label": name },
    element("ul", { role: "list" }, previous, ...steps, next),
  );
}

/**
 * The first and the last page and those around the current one; undefined stands for a gap.
 *
 * @param {number} pages
 * @param {number} current
 * @returns {(number | undefined)[]}
 */
function pagesShown(pages, current) {
  /** @type {(number | undefined)[]} */
  const shown = [];
  for (let page = 0; page < pages; page += 1) {
    if (page === 0 || page === pages - 1 || Math.abs(page - current) <= 1) shown.push(page);
    else if (shown.at(-1) !== undefined) shown.push(undefined);
  }
  return shown;
}
