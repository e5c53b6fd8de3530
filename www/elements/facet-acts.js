// What a reader does to a group of filters besides ticking: folding it, showing all of it, and what lies within a place.

import { element, uniqueId } from "./dom.js";
import { setWithin } from "./facets.js";

/** @import { Facet } from "./facets.js" */
/** @import { Reading } from "./reading.js" */

/** @param {Reading} reading */
export function prepareFacets(reading) {
  const { acts, frame } = reading;
  const named = (/** @type {string | undefined} */ name) => frame.facets.find((facet) => facet.name === name);
  acts["fold"] = ({ dataset }) => {
    const facet = named(dataset["value"]);
    if (!facet) return;
    facet.body.hidden = !facet.body.hidden;
    facet.fold.setAttribute("aria-expanded", `${!facet.body.hidden}`);
    reading.count(true);
  };
  acts["more"] = ({ dataset }) => {
    const facet = named(dataset["value"]);
    if (!facet) return;
    lengthen(facet);
    reading.count();
  };
  acts["within"] = ({ dataset }) => {
    const place = named("path")?.options.get(dataset["value"] ?? "");
    if (place?.within) setWithin(place.item, place.within.hasAttribute("hidden"));
  };
}

/** Shows all values or the first few; the first one that has come into view gets the focus. @param {Facet} facet */
function lengthen(facet) {
  const before = [...facet.options].filter(([, { item }]) => !item.hidden).map(([value]) => value);
  facet.expanded = !facet.expanded;
  addFind(facet).value = "";
  facet.update(facet.values, true);
  const first = facet.values.find(({ value }) => !before.includes(value));
  if (first && facet.expanded) facet.options.get(first.value)?.box.focus();
}

/** The box in which a value is looked for, above the values. @param {Facet} facet */
function addFind(facet) {
  if (facet.find) return facet.find;
  const { name, words, title, list } = facet;
  const id = uniqueId("find");
  const find = element("input", { type: "search", id, "data-find": name, autocomplete: "off", spellcheck: "false", part: "input" });
  const search = element("div", { class: "find" }, element("label", { for: id }, words.say("findIn", { name: title })), find);
  const none = element("p", { class: "note" });
  list.before(search);
  list.after(none);
  facet.updated = () => {
    search.hidden = !facet.expanded;
    none.hidden = facet.values.length > 0 || !find.value;
    none.textContent = none.hidden ? "" : words.say("noneFound", { text: find.value });
  };
  return (facet.find = find);
}
