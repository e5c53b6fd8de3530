// MiniSearch: an index in JavaScript maps, shipped as its own JSON.

import MiniSearch from "minisearch";
import { FIELDS, flat, fold, LIMIT, textOf, WEIGHTS } from "./shared.mjs";

/** @import { SearchOptions } from "minisearch" */
/** @import { Engine } from "./shared.mjs" */

/** @type {SearchOptions} */
const typing = {
  boost: WEIGHTS,
  combineWith: "AND",
  prefix: (_term, index, terms) => index === terms.length - 1,
  fuzzy: (term) => (term.length >= 9 ? 2 : term.length >= 5 && 1),
};
const options = { fields: FIELDS, processTerm: fold };

/** @type {Engine} */
export const minisearch = {
  name: "minisearch",
  label: "MiniSearch 7.2.0",
  settings: "AND, prefix on the last word, fuzzy 1 from 5 letters and 2 from 9, marks folded",
  records: false,
  async build(resources) {
    const index = new MiniSearch(options);
    index.addAll(resources.map(flat));
    return JSON.stringify(index);
  },
  async open(shipped) {
    const index = MiniSearch.loadJSON(textOf(shipped), options);
    return {
      search: (query) => index.search(query, typing),
      ids: (results) => results.slice(0, LIMIT).map((/** @type {{ id: string }} */ { id }) => id),
      ask: (question) => index.search(question, { boost: WEIGHTS, combineWith: "OR" }),
    };
  },
};
