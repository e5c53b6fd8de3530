// What stands around results: numbered pages, other orders, headings, "show more", and what to try when there are none; and what
// controls do besides choosing among works. It is fetched when a reader first turns to the catalog, or with the first results,
// which don't wait for it.

import { again } from "./again.js";
import { keepInView } from "./acts.js";
import { advice } from "./advice.js";
import { focusOn, present } from "./dom.js";
import { prepareFacets } from "./facet-acts.js";
import { focusTitle, moreButton, MOST_SHOWN, showFurther } from "./further.js";
import { groupsOf, groupViews } from "./groups.js";
import { uniqueName } from "./landmark-names.js";
import { pager } from "./pager.js";
import { hitList } from "./results.js";
import { showTools } from "./tools.js";
import { enLayouts } from "./strings/en-layouts.js";
import { adopt } from "./styles/adopt.js";
import { layoutsStyles } from "./styles/layouts.js";

/** @import { Page } from "../api/types.js" */
/** @import { Sort } from "./reading-state.js" */
/** @import { Reading } from "./reading.js" */

export { advice, showTools };

/** Brings the words and styles of all this, and what its controls do; results that are there already get what stands around them. @param {Reading} reading */
export function prepare(reading) {
  const { words, host, state, slices, acts, frame } = reading;
  words.learn(enLayouts);
  complain();
  adopt(/** @type {ShadowRoot} */ (host.shadowRoot), layoutsStyles);
  const anew = () => {
    state.open = "";
    reading.show({ push: true });
  };
  acts["page"] = ({ dataset }) => {
    state.page = Number(dataset["value"]);
    anew();
    // All at once: the buttons for further pages stay where they will be.
    slices.finish();
    focusTitle(reading, 0);
    keepInView(reading);
  };
  acts["further"] = () => showFurther(reading);
  acts["clear"] = () => {
    state.clear();
    frame.input.value = "";
    reading.show({ reorder: true, push: true });
    frame.input.focus();
  };
  acts["unfilter"] = () => {
    state.unfilter();
    reading.show({ push: true });
  };
  acts["section"] = ({ dataset }) => {
    // A page is browsed, and what was searched for stands in the way of that.
    state.clear();
    frame.input.value = "";
    state.section = dataset["value"] ?? "";
    reading.show({ push: true });
    focusOn(frame.view.querySelector(".section-title"));
  };
  acts["sort"] = acts["group"] = (list) => {
    const { value } = /** @type {HTMLSelectElement} */ (list);
    state.page = 0;
    if (list.dataset["act"] === "sort") state.sort = /** @type {Sort} */ (value);
    else state.group = value;
    anew();
  };
  acts["filters"] = (button) => void openFilters(reading, button);
  prepareFacets(reading);
  if (!reading.hasResults) return;
  if (reading.asking.group || host.paging === "more") return reading.show();
  // What the reader looks at, or has the focus on, stays as it is.
  const { total } = reading;
  showTools(reading, total > 1);
  frame.view.querySelector(".results")?.append(...present(total > 0 ? [pages(reading, total)] : advice(reading)));
}

/**
 * @param {Reading} reading
 * @param {Element} button
 */
async function openFilters(reading, button) {
  const part = await reading.fetched(again("drawer", () => import("./drawer.js")), button);
  if (!part || reading.drawer) return;
  reading.drawer = new part.Drawer(reading.frame, reading.status, (wantsResults) => {
    reading.drawer = undefined;
    if (wantsResults) reading.focusResults();
  });
  reading.drawer.update(reading.total, reading.state.chosen.length > 0);
  reading.count();
}

/**
 * The numbered pages.
 *
 * @param {Reading} reading
 * @param {number} total
 */
export function pages({ state, host, words, signal, names }, total) {
  names.pages ||= uniqueName(words.say("pages"), signal);
  return pager(total, state.page, host.pageSize, names.pages, words);
}

/**
 * The works, or groups of them, and the way to further ones.
 *
 * @param {Reading} reading
 * @param {Page} page  what a search without works gave: how many, and the groups
 * @returns {{ works: (Node | undefined)[], total: number }}  what is shown, and of how many listings
 */
export function lay(reading, page) {
  const { asking, state, host, context, labels, words } = reading;
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
    more ? moreButton(stretch(total).limit, total, pageSize, words) : pages(reading, total);
  if (!group) {
    const { hits } = asking.search(stretch(page.total));
    return { works: [hitList(hits, stretch(page.total).offset + 1, context), further(page.total)], total: page.total };
  }
  const { stretches, total } = groupsOf(asking, group, page, stretch, words.language);
  return { works: [...groupViews(stretches, group, labels, context), further(total)], total };
}

/**
 * What a page has put on every object under one of these names, browsers take for a wish of each listener's, ours too. That can't
 * be mended from here.
 */
function complain() {
  const wishes = ["once", "capture", "passive"].filter((name) => name in {});
  if (wishes.length === 0) return;
  console.warn(`equity-catalog: buttons may work once or never, for this page has put on Object.prototype what browsers read when they add a listener: ${wishes.join(", ")}. Take it off, or find the script that does it.`);
}
