// The reading list as a page: the works in the order in which they were chosen, and all that a reader may want to do with
// them.

import { control, element, heading, present } from "../dom.js";
import { listing } from "../listing.js";
import { copyButton } from "../record/copying.js";
import { downloads } from "../record/downloads.js";
import { isForOthers, wholeLink } from "../record/sharing.js";
import { sharedIds, shareText } from "./store.js";

/** @import { Catalog } from "../../api/catalog.js" */
/** @import { Resource } from "../../api/types.js" */
/** @import { ReadingList } from "./store.js" */
/** @import { Reading } from "../reading.js" */

/**
 * A work that is taken out of the list stays where it is until the reader leaves, so that a slip is mended at one press; what is
 * counted and taken along follows at once.
 *
 * @param {ReadingList} list
 * @param {Reading} reading
 * @param {AbortSignal} signal  ends when something else is shown
 */
export function readingListView(list, reading, signal) {
  const { words, context, state, catalog, slices } = reading;
  const shared = state.list ? sharedIds(state.list) : undefined;
  const made = (/** @type {Resource} */ resource) => listing(resource, { ...context, level: context.level + 1 });
  const shown = worksOf(shared ?? list.ids, catalog);
  // The reader's own list waits for works that may come back; of another's it is said.
  const gone = (shared?.length ?? 0) - shown.length;
  const items = element("ol", { class: "listings", role: "list", lang: context.language, dir: "auto" });
  slices.fill(items, shown, made);
  const title = heading(context.level, { class: "results-title", part: "results-title" });
  const note = element("p", { class: "note", part: "note" });
  const files = element("span", { class: "files" });
  const bar = acts(list, shared, files, reading);
  const update = () => {
    const works = worksOf(shared ?? list.ids, catalog);
    // What another tab has added.
    const added = works.filter(({ id }) => !shown.some((one) => one.id === id));
    shown.push(...added);
    items.append(...added.map(made));
    title.textContent = words.say("readingListCount", { count: works.length });
    note.textContent = shared
      ? present([gone > 0 && words.say("listGone", { count: gone }), gone < shared.length && words.say("listShared")]).join(" ")
      : words.say(shown.length === 0 ? "listEmpty" : list.kept ? "listKept" : "listNotKept");
    bar.hidden = shown.length === 0;
    files.replaceChildren(...(works.length > 0 ? downloads(works, "reading-list", words) : []));
  };
  update();
  list.watch(update, signal);
  return element(
    "section",
    { class: "results", part: "results" },
    title,
    note,
    bar,
    items,
    element("p", { class: "record-acts" }, control("unlist", { class: "button", part: "button" }, words.say("backToCatalog"))),
  );
}

/**
 * A list may be older than the catalog: what is gone from that is left out here, and kept in the list.
 *
 * @param {readonly string[]} ids
 * @param {Catalog} catalog
 */
export function worksOf(ids, catalog) {
  return ids.flatMap((id) => catalog.resource(id) ?? []);
}

/**
 * @param {ReadingList} list
 * @param {string[] | undefined} shared
 * @param {Element} files
 * @param {Reading} reading
 */
function acts(list, shared, files, reading) {
  const { words, address, catalog } = reading;
  const ids = () => worksOf(shared ?? list.ids, catalog).map(({ id }) => id);
  const print = element("button", { type: "button", class: "button", part: "button" }, words.say("print"));
  print.addEventListener("click", () => globalThis.print());
  const addAll = element("button", { type: "button", class: "button", part: "button" }, words.say("addAll"));
  addAll.addEventListener("click", () => {
    list.add(...ids());
    reading.extras?.shelf.turnTo("");
  });
  return element(
    "div",
    { class: "record-acts list-acts", part: "list-acts" },
    shared && addAll,
    address && isForOthers() && copyButton(words.say("copyListLink"), () => wholeLink(address.linkTo("list", shareText(ids()))), words),
    print,
    files,
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
  /** @type {readonly string[]} */
  let ids = [];
  const button = element("button", { type: "button", class: "more" }, words.say("removeAll"));
  const said = element("span", { role: "status" });
  button.addEventListener("click", () => {
    const undoes = ids.length > 0;
    if (undoes) {
      list.add(...ids);
      ids = [];
    } else {
      ids = list.ids;
      list.clear();
    }
    button.textContent = words.say(undoes ? "removeAll" : "undo");
    said.textContent = undoes ? "" : words.say("removedAll");
  });
  return element("span", {}, button, " ", said);
}
