// The way to the other results: numbered pages. Never by mere scrolling, which would keep readers from whatever stands
// below.

import { control, element } from "./dom.js";

/** @import { Words } from "./strings/words.js" */

/**
 * @param {number} total
 * @param {number} current  from 0
 * @param {number} pageSize
 * @param {string} name  of the landmark
 * @param {Words} words
 */
export function pager(total, current, pageSize, name, words) {
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return undefined;
  /** @param {number} page @param {string} text @param {string} [label] */
  const button = (page, text, label) =>
    element("li", {}, control("page", { "data-value": page, "aria-label": label, "aria-current": page === current && "page" }, text));
  const gap = () => element("li", { "aria-hidden": "true" }, "…");
  return element(
    "nav",
    { class: "pages", part: "pages", "aria-label": name },
    element(
      "ul",
      { role: "list" },
      current > 0 && button(current - 1, words.say("previous")),
      ...pagesShown(pages, current).map((page) =>
        page === undefined ? gap() : button(page, words.number(page + 1), words.say("page", { page: page + 1 })),
      ),
      current < pages - 1 && button(current + 1, words.say("next")),
    ),
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
  const near = [0, current - 1, current, current + 1, pages - 1].filter((page) => page >= 0 && page < pages);
  return [...new Set(near)].flatMap((page, index, shown) => (index > 0 && page > (shown[index - 1] ?? 0) + 1 ? [undefined, page] : [page]));
}
