// The reading list as a page: the works in the order in which they were chosen, and all that a reader may want to do with
// them.

import { control, element, heading } from "../dom.js";
import { listing } from "../listing.js";
import { copyButton } from "../record/copying.js";
import { downloads } from "../record/downloads.js";
import { wholeLink } from "../record/sharing.js";
import { sharedIds, shareText } from "./store.js";

/** @import { Resource } from "../../api/types.js" */
/** @import { ReadingList } from "./store.js" */
/** @import { Reading } from "../reading.js" */

/**
 * @param {ReadingList} list
 * @param {Reading} reading
 */
export function readingListView(list, reading) {
  const { words, context, state, catalog, slices } = reading;
  const shared = state.list ? sharedIds(state.list) : undefined;
  // A list may be older than the catalog: what is gone from that is left out here, and kept in the list.
  const works = (shared ?? list.ids).flatMap((id) => catalog.resource(id) ?? []);
  const items = element("ol", { class: "listings", role: "list", lang: context.language, dir: "auto" });
  slices.fill(items, works, (resource) => listing(resource, { ...context, level: context.level + 1 }));
  const note = shared ? "listShared" : list.kept ? "listKept" : "listNotKept";
  return element(
    "section",
    { class: "results", part: "results" },
    heading(context.level, { class: "results-title", part: "results-title" }, words.say("readingListCount", { count: works.length })),
    element("p", { class: "note", part: "note" }, words.say(works.length > 0 ? note : "listEmpty")),
    works.length > 0 && acts(works, list, shared, reading),
    items,
    element("p", { class: "record-acts" }, control("unlist", { class: "button", part: "button" }, words.say("backToCatalog"))),
  );
}

/**
 * @param {Resource[]} works
 * @param {ReadingList} list
 * @param {string[] | undefined} shared
 * @param {Reading} reading
 */
function acts(works, list, shared, reading) {
  const { words, address } = reading;
  const ids = works.map(({ id }) => id);
  const print = element("button", { type: "button", class: "button", part: "button" }, words.say("print"));
  print.addEventListener("click", () => globalThis.print());
  const addAll = element("button", { type: "button", class: "button", part: "button" }, words.say("addAll"));
  addAll.addEventListener("click", () => {
    list.add(...ids);
    reading.state.list = "";
    reading.show({ push: true });
    reading.focusSoon();
  });
  return element(
    "div",
    { class: "record-acts list-acts", part: "list-acts" },
    shared && addAll,
    address && copyButton(words.say("copyListLink"), () => wholeLink(address.linkToList(shareText(ids))), words),
    print,
    ...downloads(works, "reading-list", words),
    !shared && removing(list, words),
  );
}

/**
 * Everything goes at one press, and comes back at another.
 *
 * @param {ReadingList} list
 * @param {Reading["words"]} words
 */
function removing(list, words) {
  const ids = [...list.ids];
  const button = element("button", { type: "button", class: "more" }, words.say("removeAll"));
  const said = element("span", { role: "status" });
  button.addEventListener("click", () => {
    const isEmpty = list.ids.length === 0;
    if (isEmpty) list.add(...ids);
    else list.clear();
    button.textContent = words.say(isEmpty ? "removeAll" : "undo");
    said.textContent = isEmpty ? "" : words.say("removedAll");
  });
  return element("span", {}, button, " ", said);
}
