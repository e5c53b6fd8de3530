// Fuse: looks through the records themselves, fuzzily; the index that it can be given only spares it some reading.

import Fuse from "fuse.js";
import { FIELDS, flat, LIMIT, textOf, WEIGHTS } from "./shared.mjs";

/** @import { Engine } from "./shared.mjs" */

const options = {
  keys: FIELDS.map((name) => ({ name, weight: WEIGHTS[name] })),
  ignoreLocation: true,
  ignoreDiacritics: true,
  threshold: 0.3,
  useTokenSearch: true,
};

/** @type {Engine} */
export const fuse = {
  name: "fuse",
  label: "Fuse 7.5.0",
  settings: "ignoreLocation, threshold .3, token search (all words), marks folded",
  records: true,
  async build(resources) {
    const records = resources.map(flat);
    return JSON.stringify({ records, index: Fuse.createIndex(FIELDS, records) });
  },
  async open(shipped) {
    const { records, index } = JSON.parse(textOf(shipped));
    const strict = new Fuse(records, { ...options, tokenMatch: "all" }, Fuse.parseIndex(index));
    const loose = () => new Fuse(records, { ...options, tokenMatch: "any" }, Fuse.parseIndex(index));
    return {
      search: (query) => strict.search(query, { limit: LIMIT }),
      ids: (results) => results.map((/** @type {{ item: { id: string } }} */ { item }) => item.id),
      ask: (question) => loose().search(question, { limit: LIMIT }),
    };
  },
};
