// How much is drawn for what a reader does, counted in nodes: typing must not block a frame, however large the catalog.

import assert from "node:assert/strict";
import { headingFrom, searchBox, settled, works } from "./things.mjs";

/**
 * What one frame may put in, and what it may take out, while somebody types: a few works or a group of filters, however many
 * were found. It was 5,000 before this was made in portions.
 */
const MOST = 250;

/** @type {import("../run.mjs").Case[]} */
export const work = [
  {
    name: "typing in a catalog of ten thousand works draws a bounded number of nodes in each frame",
    at: "/test/large.html",
    async run(page) {
      await page.see(works);
      await page.click(searchBox);
      /** @type {string[]} */
      const told = [];
      for (const [at, key] of [..."coalition network"].entries()) {
        // The first word is typed fast, the second by somebody who waits for all of the works.
        if (at > 9) await settled(page);
        const frames = await page.nodesPerFrame({ css: "equity-catalog" }, () => page.press(key === " " ? "Space" : key));
        told.push(...frames.map(({ added, removed, changed }) => `${key}: ${added} in, ${removed} out, ${changed} changed`));
        for (const { added, removed } of frames) assert.ok(added <= MOST && removed <= MOST, `${key}: one frame put in ${added} nodes and took out ${removed}, and ${MOST} are allowed`);
      }
      await page.see(headingFrom("[0-9,.]+ results? for “coalition network”"));
      assert.ok(told.length >= 10, "each key draws something");
    },
  },
];
