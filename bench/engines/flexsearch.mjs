// FlexSearch: one index of each resource's whole text, title first, since it ranks by how early a word stands.
//
// Its Document index keeps the fields apart and then doesn't find words that stand in several of them.

import FlexSearch from "flexsearch";
import { joined, LIMIT, textOf } from "./shared.mjs";

/** @import { Engine } from "./shared.mjs" */

const empty = () => new FlexSearch.Index({ tokenize: "forward", encoder: FlexSearch.Charset.LatinBalance });

/** @type {Engine} */
export const flexsearch = {
  name: "flexsearch",
  label: "FlexSearch 0.8.212",
  settings: "forward, LatinBalance, suggest",
  records: false,
  async build(resources) {
    const index = empty();
    resources.forEach((resource, number) => index.add(number, joined(resource)));
    /** @type {Record<string, string>} */
    const parts = {};
    await index.export((key, data) => void (parts[key] = data));
    return JSON.stringify(parts);
  },
  async open(shipped) {
    const index = empty();
    for (const [key, data] of Object.entries(JSON.parse(textOf(shipped)))) await index.import(key, data);
    return {
      search: (query) => index.search(query, { limit: LIMIT, suggest: true }),
      ids: (found) => found.map(String),
    };
  },
};
