// A page by keyboard alone: where the focus goes, and whether the reader can see it.

import assert from "node:assert/strict";
import { annotated, button, filter, glossaryBox, headingFrom, searchBox, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */

/** How many steps of Tab a walk takes at most. */
const STEPS = 45;

/** What is wrong with where the focus is, and its place among all elements; null when it has left the page. @param {Page} page */
const stop = (page) => page.ask(async ($) => {
  const element = $.active();
  if (!element || element === document.body || element === document.documentElement) return null;
  await new Promise((done) => requestAnimationFrame(done));
  const { left, top, right, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const faults = [];
  if (!$.name(element)) faults.push("has no name");
  if (!element.matches(":focus-visible")) faults.push("is not shown as focused");
  if ((outlineStyle === "none" || outlineWidth === "0px") && boxShadow === "none") faults.push("has no outline");
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) faults.push("is out of sight");
  else {
    const met = $.hit(Math.max(left, 0) + Math.min(right - left, 20) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    if (!$.holds(element, met) && !(met && $.holds(met, element))) faults.push(`is covered by ${met?.outerHTML.slice(0, 60)}`);
  }
  const place = [...$.walk(document)].indexOf(element);
  return { name: `${$.role(element)} “${$.name(element)}”`, place, faults };
});

/** @type {[at: string, what: string, ready: import("../driver/inside.mjs").Target, least: number][]} */
const WALKS = [
  ["/", "the catalog", works, 30],
  ["/glossary.html", "the glossary", glossaryBox, 20],
  ["/article.html", "the article", annotated, 10],
  ["/test/right-to-left.html", "a right-to-left page", works, 20],
];

/** @type {import("../run.mjs").Case[]} */
const walks = WALKS.map(([at, what, ready, least]) => ({
  name: `Tab walks through ${what} in the order of the page; every stop has a name and can be seen`,
  at,
  async run(page) {
    await page.see(ready);
    /** @type {string[]} */
    const seen = [];
    let last = -1;
    for (let steps = 0; steps < STEPS; steps++) {
      await page.press("Tab");
      const here = await stop(page);
      if (!here) break;
      if (here.place < last && seen.length >= least) break; // round again from the top
      assert.deepEqual(here.faults, [], `${here.name} after ${seen.slice(-2).join(", ")}`);
      assert.ok(here.place > last, `${here.name} comes after ${seen.at(-1)}, though it stands before it`);
      last = here.place;
      seen.push(here.name);
    }
    assert.ok(seen.length >= least, `only ${seen.length} stops: ${seen.join(", ")}`);
  },
}));

/** @type {import("../run.mjs").Case[]} */
export const keyboard = [
  ...walks,
  {
    name: "search, filter and take the filter back, without a pointer",
    at: "/",
    async run(page) {
      await page.see(works);
      for (let steps = 0; steps < 10 && (await page.focused()).name !== searchBox.name; steps++) await page.press("Tab");
      await page.type("network");
      await page.see(headingFrom("[0-9]+ results for “network”"));
      await page.press("Enter");
      for (let steps = 0; steps < 6 && !(await page.focused()).name.startsWith("Tool"); steps++) await page.press("Tab");
      await page.press("Space");
      await page.see(button("Remove filter: Tool"));
      assert.ok((await page.focused()).name.startsWith("Tool"), "the focus stays on the filter");
      await page.press("Space");
      await page.gone(button("Remove filter: Tool"));
      await page.see(filter("Tool"));
    },
  },
];
