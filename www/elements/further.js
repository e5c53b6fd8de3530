// "Show more" in place of numbered pages: results are added to those that are there.

import { control, element, focusOn } from "./dom.js";
import { addHits } from "./results.js";

/** @import { Reading } from "./reading.js" */
/** @import { Words } from "./strings/words.js" */

/** It ends here: no page needs more at once, and no address may ask for more. */
export const MOST_SHOWN = 1000;

/**
 * The button, and how many there are.
 *
 * @param {number} shown
 * @param {number} total
 * @param {number} pageSize
 * @param {Words} words
 */
export function moreButton(shown, total, pageSize, words) {
  if (total <= pageSize) return undefined;
  const count = Math.min(pageSize, Math.min(total, MOST_SHOWN) - shown);
  return element(
    "p",
    { class: "pages", part: "pages" },
    count > 0 && control("further", { class: "button", part: "button" }, words.say("showMore", { count })),
    " ",
    words.say("shown", { shown: Math.min(shown, total), count: total }),
  );
}

/**
 * Shows the results that come next; the first of them gets the focus.
 *
 * @param {Reading} reading
 */
export function showFurther(reading) {
  const { state, host, asking, frame, slices, words } = reading;
  slices.finish();
  const shown = frame.view.querySelectorAll(".listing").length;
  const list = frame.view.querySelector(".results > .listings");
  state.page += 1;
  if (list) {
    const offset = list.children.length;
    const { total, hits } = asking.search({ offset, limit: host.pageSize });
    slices.begin();
    addHits(list, hits, reading.context);
    const button = moreButton(offset + hits.length, total, host.pageSize, words);
    frame.view.querySelector(".pages")?.replaceWith(...(button ? [button] : []));
    reading.write(false);
  } else {
    // Under headings the results that come next may belong under those that are there.
    reading.show({ push: false });
    slices.finish();
  }
  focusTitle(reading, shown);
}

/**
 * @param {Reading} reading
 * @param {number} index  of a work in what is shown
 */
export function focusTitle({ frame }, index) {
  const title = frame.view.querySelectorAll(".listing")[index]?.querySelector(".title");
  focusOn(/** @type {HTMLElement | undefined} */ (title));
}
