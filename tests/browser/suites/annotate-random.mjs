// Any page, whatever stands in it and whatever it does meanwhile, gets its text back: random pages beside twins that were never marked.

import assert from "node:assert/strict";

/** @typedef {{ marked: number, fault: string }} Tried */
/** @typedef {{ tryOnce(seed: number, changes: boolean): Promise<Tried> }} Tries */

/** @type {[what: string, changes: boolean, seeds: number][]} */
const KINDS = [
  ["pages that stay as they are get the very same nodes back, whichever element goes first", false, 150],
  ["pages that change their text themselves keep their changes, and nothing else is left", true, 150],
];

/** @type {import("../run.mjs").Case[]} */
export const randomPages = KINDS.map(([name, changes, seeds]) => ({
  name,
  at: "/test/annotate/random.html",
  async run(page) {
    await page.until("the page's script", () => "tryOnce" in globalThis);
    const tried = await page.ask(async (_, count, withChanges) => {
      const { tryOnce } = /** @type {Tries} */ (/** @type {unknown} */ (globalThis));
      let marked = 0;
      /** @type {string[]} */
      const faults = [];
      for (let seed = 1; seed <= count; seed++) {
        const one = await tryOnce(seed, withChanges);
        marked += one.marked;
        if (one.fault) faults.push(`${seed}: ${one.fault}`);
      }
      return { marked, faults };
    }, seeds, changes);
    assert.deepEqual(tried.faults, []);
    assert.ok(tried.marked > 2 * seeds, `${tried.marked} terms in ${seeds} pages`);
  },
}));
