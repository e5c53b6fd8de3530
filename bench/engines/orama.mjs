// Orama, and zbsearch, its makers' later fork: the same calls, so one adapter with two faces.

import * as oramaCalls from "@orama/orama";
import * as zbsearchCalls from "zbsearch";
import { FIELDS, LIMIT, textOf, WEIGHTS } from "./shared.mjs";

/** @import { Engine } from "./shared.mjs" */

const facets = { kind: { limit: 20 }, authors: { limit: 20 }, topics: { limit: 20 } };

/** @param {string} name @param {string} label @param {any} calls @returns {Engine} */
function engine(name, label, { create, insertMultiple, load, save, search }) {
  const empty = () => create({
    schema: { title: "string", authors: "string[]", organizations: "string[]", topics: "string[]", description: "string", kind: "string" },
    components: { tokenizer: { stemming: false } },
  });
  return {
    name,
    label,
    settings: "tolerance 1, stemming off, its default for many words",
    records: true,
    async build(resources) {
      const index = empty();
      await insertMultiple(index, resources.map(({ url: _, year: __, ...document }) => document), 5000);
      return JSON.stringify(save(index));
    },
    async open(shipped) {
      const index = empty();
      load(index, JSON.parse(textOf(shipped)));
      const common = { boost: WEIGHTS, properties: FIELDS, limit: LIMIT };
      return {
        search: (term) => search(index, { ...common, term, tolerance: 1 }),
        ids: ({ hits }) => hits.map((/** @type {{ id: string }} */ { id }) => id),
        ask: (term) => search(index, { ...common, term }),
        faceted: (term) => search(index, { ...common, term, tolerance: 1, facets }),
      };
    },
  };
}

export const orama = engine("orama", "Orama 3.1.18", oramaCalls);
export const zbsearch = engine("zbsearch", "zbsearch 4.0.0", zbsearchCalls);
