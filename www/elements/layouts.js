// Other ways to lay out results than a list of the best in numbered pages: in other orders, under headings, with "show more".
// Fetched with the first results, and they don't wait for it.

import { moreButton, MOST_SHOWN } from "./further.js";
import { groupsOf, groupViews } from "./groups.js";
import { pager } from "./pager.js";
import { hitList } from "./results.js";

/** @import { Page } from "../api/types.js" */
/** @import { Reading } from "./reading.js" */

export { showFurther } from "./further.js";
export { showTools } from "./tools.js";
export { enLayouts } from "./strings/en-layouts.js";

/**
 * The works, or groups of them, and the way to further ones.
 *
 * @param {Reading} reading
 * @param {Page} page  what a search without works gave: how many, and the groups
 * @returns {(Node | undefined)[]}
 */
export function lay(reading, page) {
  const { asking, state, host, context, labels, words, names } = reading;
  const { pageSize } = host;
  const { group } = asking;
  const more = host.paging === "more";
  /** @param {number} total */
  const stretch = (total) => {
    // An address may ask for a page that isn't there.
    state.page = Math.max(0, Math.min(state.page, Math.ceil(total / pageSize) - 1));
    return more ? { offset: 0, limit: Math.min((state.page + 1) * pageSize, MOST_SHOWN) } : { offset: state.page * pageSize, limit: pageSize };
  };
  /** @param {number} total */
  const further = (total) =>
    more ? moreButton(stretch(total).limit, total, pageSize, words) : pager(total, state.page, pageSize, names.pages, words);
  if (!group) {
    const { hits } = asking.search(stretch(page.total));
    return [hitList(hits, stretch(page.total).offset + 1, context), further(page.total)];
  }
  const { stretches, total } = groupsOf(asking, group, page, stretch, words.language);
  return [...groupViews(stretches, group, labels, context), further(total)];
}
