// uFuzzy: no index, a regular expression over every text; it ships the texts.

import uFuzzy from "@leeoniya/ufuzzy";
import { joined, LIMIT, textOf } from "./shared.mjs";

/** @import { Engine } from "./shared.mjs" */

/** How many matches it ranks at most; above that it gives them as they stand. Its own default. */
const RANKED = 1000;

/** @type {Engine} */
export const ufuzzy = {
  name: "ufuzzy",
  label: "uFuzzy 1.0.19",
  settings: "intraMode 1 (one slip a word), words in any order, marks folded",
  records: false,
  async build(resources) {
    return JSON.stringify(uFuzzy.latinize(resources.map(joined)));
  },
  async open(shipped) {
    /** @type {string[]} */
    const texts = JSON.parse(textOf(shipped));
    const finder = new uFuzzy({ intraMode: 1 });
    return {
      search: (query) => finder.search(texts, uFuzzy.latinize(query), 1, RANKED),
      ids([found, info, order]) {
        const best = order ? order.map((/** @type {number} */ place) => info.idx[place]) : (found ?? []);
        return best.slice(0, LIMIT).map(String);
      },
    };
  },
};
