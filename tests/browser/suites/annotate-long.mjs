// Long articles are read in slices, and no slice does more than a frame has room for: counted, since a clock says how busy the machine was.

import assert from "node:assert/strict";

/** @typedef {{ slices: { nodes: number, characters: number, marks: number }[], marks: number, expected: number, same: boolean }} Counted */
/**
 * @typedef {object} Counts
 * @property {(kind: string, length: number, attributes: Record<string, string>) => Promise<Counted>} countSlices
 * @property {(count: number) => Promise<{ marks: number, wasBusy: boolean, same: boolean, more: number }>} stopHalfway
 */

const AT = "/test/annotate/long.html";
/** What one slice may do. A little more than it sets out to, for the node at which it notices. */
const MOST = { nodes: 510, characters: 8_000, marks: 25 };

/** @type {[kind: string, length: number, attributes: Record<string, string>, slices: number][]} */
const ARTICLES = [
  ["paragraphs", 1_000_000, {}, 125],
  ["paragraphs", 200_000, { occurrences: "all" }, 100],
  ["one text without an end", 1_000_000, {}, 125],
  ["one text without an end", 60_000, { occurrences: "all" }, 30],
  ["one word without an end", 1_000_000, {}, 125],
  ["nodes without text", 200_000, {}, 40],
];

/** @type {import("../run.mjs").Case[]} */
export const longArticles = [
  ...ARTICLES.map(([kind, length, attributes, least]) => ({
    name: `${kind}, ${length} characters, ${JSON.stringify(attributes)}: many small slices`,
    at: AT,
    async run(/** @type {import("../driver/page.mjs").Page} */ page) {
      await page.until("the page's script", () => "countSlices" in globalThis);
      const counted = await page.ask((_, ...given) => /** @type {Counts} */ (/** @type {unknown} */ (globalThis)).countSlices(...given), kind, length, attributes);
      assert.ok(counted.slices.length >= least, `${counted.slices.length} slices`);
      for (const [what, most] of Object.entries(MOST)) {
        const largest = Math.max(...counted.slices.map((slice) => slice[/** @type {"nodes"} */ (what)]));
        assert.ok(largest <= most, `one slice had ${largest} ${what}, and ${most} are allowed`);
      }
      // Nothing is lost where one slice ends and the next begins.
      if (attributes.occurrences === "all") assert.equal(counted.marks, counted.expected);
      assert.ok(counted.same, "the text is as it was");
    },
  })),
  ...[1, 2, 5, 20].map((count) => ({
    name: `taken away after ${count} slices, the element stops and gives the text back`,
    at: AT,
    async run(/** @type {import("../driver/page.mjs").Page} */ page) {
      await page.until("the page's script", () => "stopHalfway" in globalThis);
      const stopped = await page.ask((_, given) => /** @type {Counts} */ (/** @type {unknown} */ (globalThis)).stopHalfway(given), count);
      assert.ok(stopped.marks > 0 && stopped.wasBusy, "there was more to do");
      assert.deepEqual([stopped.same, stopped.more], [true, 0]);
    },
  })),
];
