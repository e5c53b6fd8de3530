// The orders and the groups of results to choose from, above them.

import { element, present } from "./dom.js";
import { SORTS } from "./reading-state.js";

/** @import { Reading } from "./reading.js" */

/**
 * @param {Reading} reading
 * @param {boolean} shown  whether there is anything to order
 */
export function showTools({ frame: { selects }, asking, words }, shown) {
  const { sort, hasQuery, hasYears, group = "none", groups } = asking;
  // The orders that tell works apart here.
  const sorts = SORTS.filter((name) => (name === "relevance" ? hasQuery : hasYears || !/est$/u.test(name)));
  const key = shown ? [...sorts, "", ...groups].join(" ") : "";
  // A list that the reader is in stays the same node.
  if (key !== selects.dataset["key"]) {
    selects.dataset["key"] = key;
    const bySort = sorts.map((name) => /** @type {const} */ ([name, words.say(`sort.${name}`)]));
    const byGroup = groups.map((name) => /** @type {const} */ ([name, words.say(`facet.${name}`)]));
    const lists = [
      key && sorts.length > 1 && select("sort", words.say("sort"), bySort),
      key && groups.length > 0 && select("group", words.say("group"), [["none", words.say("group.none")], ...byGroup]),
    ];
    selects.replaceChildren(...present(lists));
  }
  for (const list of selects.querySelectorAll("select")) {
    const value = list.dataset["act"] === "sort" ? sort : group;
    // Setting what is set already would end a reader's typing of a name in WebKit.
    if (list.value !== value) list.value = value;
  }
}

/**
 * @param {string} act
 * @param {string} name
 * @param {(readonly [value: string, label: string])[]} choices
 */
function select(act, name, choices) {
  const options = choices.map(([value, label]) => element("option", { value }, label));
  return element("label", {}, element("span", {}, name), " ", element("select", { "data-act": act, part: "select" }, ...options));
}
