// Where a popup stands: beside its term, whole in the window and never on the term, whatever holds the term. Once by the
// browser's own anchors, and once as browsers without them have it measured.

import assert from "node:assert/strict";
import { annotated, popup } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */
/** @typedef {import("../run.mjs").Case} Case */

/** @param {string} place @returns {Target} */
const termIn = (place) => ({ ...annotated, within: { css: place } });

/** What is wrong with where the popup stands. @param {Page} page @param {Target} term */
export const misplaced = (page, term) => page.ask(async ($, dialog, target) => {
  for (let frames = 0; frames < 3; frames++) await new Promise((done) => requestAnimationFrame(done));
  const { left, right, top, bottom } = $.one(dialog).getBoundingClientRect();
  const lines = [...$.one(target).getClientRects()];
  const wrong = [];
  if (left < 0 || right > document.documentElement.clientWidth) wrong.push(`from ${left} to ${right} of ${innerWidth} px across`);
  if (top < 0 || bottom > innerHeight) wrong.push(`from ${top} to ${bottom} of ${innerHeight} px down`);
  if (lines.some((line) => line.left < right && line.right > left && line.top < bottom - 1 && line.bottom > top + 1)) wrong.push("it lies on its term");
  const far = Math.min(...lines.map((line) => Math.max(top - line.bottom, line.top - bottom)));
  if (far > 12) wrong.push(`${far} px away from its term`);
  return wrong;
}, popup, term);

/** @type {[what: string, place: string, size: [number, number]][]} */
const PLACES = [
  ["at the beginning of a line", "#start", [1000, 700]],
  ["at the end of a line", "#end", [1000, 700]],
  ["over two lines", "#wrap", [1000, 700]],
  ["in a box that scrolls", "#boxed", [1000, 700]],
  ["in a box that is moved, cut off and filtered", "#turned", [1000, 700]],
  ["at the end of the page", "#last", [1000, 700]],
  ["in a low window", "#turned", [1000, 430]],
];

/** @type {[how: string, query: string, direction: string][]} */
const WAYS = [
  ["with anchors", "", "ltr"],
  ["with anchors, right to left", "", "rtl"],
  ["measured", "?measured", "ltr"],
  ["measured, right to left", "?measured", "rtl"],
];

/** @type {Case[]} */
const standing = WAYS.flatMap(([how, query, direction]) => PLACES.map(([what, place, size]) => ({
  name: `a term ${what}, ${how}: its popup is beside it, whole in the window, and follows it when the page scrolls`,
  at: `/test/popups/places.html${query}`,
  size,
  async run(page) {
    await page.see(termIn("#start"));
    await page.ask((_, dir) => void (document.documentElement.dir = dir), direction);
    const term = termIn(place);
    await page.click(term);
    await page.see(popup);
    assert.deepEqual(await misplaced(page, term), []);
    await page.ask(() => {
      document.getElementById("box")?.scrollBy({ top: 10, behavior: "instant" });
      scrollBy({ top: -8, behavior: "instant" });
    });
    assert.deepEqual(await misplaced(page, term), [], "after scrolling");
    await page.resize(900, size[1]);
    assert.deepEqual(await misplaced(page, term), [], "in a window of another size");
  },
})));

/** @type {Case[]} */
export const popupPlaces = [
  ...standing,
  ...["", "?measured"].map((query) => /** @type {Case} */ ({
    name: `it stays beside its term as it grows and shrinks with what is turned to${query && ", measured too"}`,
    at: `/test/popups/places.html${query}`,
    size: [1000, 700],
    async run(page) {
      const term = termIn("#last");
      await page.click(term);
      await page.see({ role: "dialog", name: "Commons" });
      await page.click({ role: "button", name: "Steward", within: popup });
      await page.see({ role: "dialog", name: "Steward" });
      assert.deepEqual(await misplaced(page, term), []);
      await page.click({ role: "button", name: "Back", within: popup });
      await page.see({ role: "dialog", name: "Commons" });
      assert.deepEqual(await misplaced(page, term), []);
    },
  })),
];
