// What to try when nothing is found.

import { control, element } from "./dom.js";

/** @import { Reading } from "./reading.js" */

/** @param {Reading} reading */
export function advice({ state, words }) {
  const hasQuery = state.query.trim() !== "";
  const tips = [
    hasQuery && words.say("adviceSpelling"),
    hasQuery && words.say("adviceFields"),
    state.chosen.length > 0 && words.say("adviceFilters"),
  ];
  return [
    element("ul", {}, ...tips.map((tip) => tip && element("li", {}, tip))),
    control("clear", { class: "button", part: "button" }, words.say("backToBrowsing")),
  ];
}
