// The filters of a narrow place, in a drawer in front of the page.

import assert from "node:assert/strict";
import { button, catalog, filter, focusWithin, heading, headingFrom, settled } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

/** @type {Target} */
const drawer = { role: "dialog", name: "Filters" };
const filtersButton = { role: "button", name: { pattern: "^Filters" }, within: { role: "search" } };
const LIBRARY = "/test/finding/library.html?view=search";
const PHONE = /** @type {[number, number]} */ ([360, 700]);

/** @param {Page} page */
async function open(page) {
  await settled(page);
  await page.click(filtersButton);
  await page.see(drawer);
  await page.see(filter("Report"));
}

/** How a reader leaves the drawer and is back where they came from. @type {[how: string, leave: (page: Page) => Promise<void>][]} */
const WAYS_OUT = [
  ["Escape", (page) => page.press("Escape")],
  ["the cross", (page) => page.click({ ...button("Close"), within: drawer })],
  ["a press beside it", async (page) => {
    await page.moveTo(8, 350);
    await page.tab.press();
  }],
];

/** @type {import("../run.mjs").Case[]} */
export const drawers = [
  {
    name: "it is a modal dialog with a name, has the focus, and keeps it",
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      assert.ok(await page.ask(($, target) => $.one(target).matches(":modal"), drawer));
      assert.ok(await page.ask(focusWithin, drawer));
      for (let steps = 0; steps < 8; steps++) {
        await page.press("Tab");
        const outside = await page.ask(($, target) => $.active() !== document.body && !$.holds($.one(target), $.active()), drawer);
        assert.ok(!outside, (await page.focused()).name);
      }
    },
  },
  ...WAYS_OUT.map(([how, leave]) => /** @type {import("../run.mjs").Case} */ ({
    name: `${how} closes it, keeps what was chosen and gives the focus back to “Filters”`,
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      await page.click(filter("Report"));
      await page.see(button("Show 15 results"));
      await leave(page);
      await page.gone(drawer);
      await page.until("the focus back", ($, target) => $.active() === $.one(target), filtersButton);
      assert.equal((await page.focused()).name, "Filters (1 chosen)");
      await page.see(headingFrom("15 results$"));
      await open(page);
      assert.ok(await page.ask(($, box) => /** @type {HTMLInputElement} */ ($.one(box)).checked, filter("Report")));
    },
  })),
  {
    name: "a press inside it, between the filters, leaves it open",
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      const { x, y } = await page.ask(($, target) => {
        const { right, top } = $.one(target).getBoundingClientRect();
        return { x: Math.floor(right) - 4, y: Math.floor(top) + 4 };
      }, { css: ".filters", within: drawer });
      await page.moveTo(x, y);
      await page.tab.press();
      await page.see(drawer);
      assert.ok(await page.ask(($, target) => $.one(target).matches(":modal"), drawer));
    },
  },
  {
    name: "“Show results” counts them and leads to them",
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      await page.see(button("Show 60 results"));
      await page.click(filter("Report"));
      await page.click(filter("Spanish"));
      await page.click(button("Show 5 results"));
      await page.gone(drawer);
      await page.until("the focus on the results", ($) => $.name(/** @type {Element} */ ($.active())) === "5 results");
      const top = await page.ask(($, target) => $.one(target).getBoundingClientRect().top, heading("5 results"));
      assert.ok(top >= 0 && top < 200, `${top}`);
    },
  },
  {
    name: "“Clear the filters” is there once something is chosen, clears it, and leaves the focus inside",
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      assert.equal(await page.count(button("Clear the filters")), 0);
      await page.click(filter("Report"));
      await page.click(button("Clear the filters"));
      await page.see(button("Show 60 results"));
      await page.gone(button("Clear the filters"));
      await settled(page);
      assert.equal(await page.count({ css: "input:checked", within: drawer }), 0);
      assert.ok(await page.ask(focusWithin, drawer), (await page.focused()).tag);
    },
  },
  {
    name: "how many results a choice leaves is heard inside it, and outside again once it is closed",
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      await page.click(filter("Report"));
      await page.until("the status inside", ($, within) => $.all({ role: "status", within }).some((each) => $.content(each).startsWith("15 results")), drawer);
      await page.press("Escape");
      await page.gone(drawer);
      await page.click(button("Remove filter: Report"));
      await page.until("the status outside", ($, within) => $.all({ role: "status", within }).some((each) => $.content(each).startsWith("60 results")), catalog);
    },
  },
  {
    name: "a window that grows wide while it is open does no harm: it closes, the filters are back in their place and work",
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      await page.click(filter("Report"));
      await page.resize(1280, 800);
      await page.press("Escape");
      await page.gone(drawer);
      await page.see({ ...filter("Report"), within: { role: "search" } });
      assert.ok(await page.ask(focusWithin, catalog), (await page.focused()).tag);
      await page.click(filter("Report"));
      await page.see(headingFrom("60 results$"));
      await page.resize(360, 700);
      await open(page);
      assert.equal(await page.count({ css: "input:checked", within: drawer }), 0);
    },
  },
  {
    name: "going Back with the drawer open closes it and takes the last choice back",
    at: LIBRARY,
    size: PHONE,
    async run(page) {
      await open(page);
      await page.click(filter("Report"));
      await page.see(button("Show 15 results"));
      await page.ask(() => history.back());
      await page.gone(drawer);
      await page.see(headingFrom("60 results$"));
      await open(page);
      await page.see(button("Show 60 results"));
    },
  },
];
