// Lunr: its clauses can't be joined by AND once a word may match in several ways, so it ranks what has most of them.

import lunr from "lunr";
import { FIELDS, flat, fold, LIMIT, textOf, WEIGHTS } from "./shared.mjs";
import { wordsOf } from "../queries.mjs";

/** @import { Engine } from "./shared.mjs" */

const foldToken = (/** @type {lunr.Token} */ token) => token.update(fold);
lunr.Pipeline.registerFunction(foldToken, "fold");

/** @type {Engine} */
export const lunrEngine = {
  name: "lunr",
  label: "Lunr 2.3.9",
  settings: "exact^10, wildcard^3 on the last word, editDistance 1 from 5 letters, stemming off, OR",
  records: false,
  async build(resources) {
    const index = lunr(function () {
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.pipeline.add(foldToken);
      for (const field of FIELDS) this.field(field, { boost: WEIGHTS[field] });
      for (const resource of resources) this.add(flat(resource));
    });
    return JSON.stringify(index);
  },
  async open(shipped) {
    const index = lunr.Index.load(JSON.parse(textOf(shipped)));
    return {
      search: (query) => index.query((clauses) => {
        const words = wordsOf(fold(query));
        words.forEach((word, at) => {
          clauses.term(word, { boost: 10 });
          if (at === words.length - 1) clauses.term(word, { boost: 3, wildcard: lunr.Query.wildcard.TRAILING });
          if (word.length >= 5) clauses.term(word, { boost: 1, editDistance: 1 });
        });
      }),
      ids: (results) => results.slice(0, LIMIT).map((/** @type {lunr.Index.Result} */ { ref }) => ref),
      ask: (question) => index.query((clauses) => clauses.term(wordsOf(fold(question)), {})),
    };
  },
};
