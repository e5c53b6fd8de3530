// A term's popup by mouse, keyboard and touch.

import assert from "node:assert/strict";
import { pause } from "../driver/page.mjs";
import { annotated, focusWithin, popup, term } from "./things.mjs";

const AT = "/test/annotate.html";
const TERM = term("structural racism");
const OTHER = term("white supremacy");
/** The popup's first words: its term. */
const TITLE = { css: "p", text: "Structural Racism", within: popup };
const OPEN = { role: "dialog", name: "Structural Racism" };

/** @typedef {import("../driver/page.mjs").Page} Page */

/** Whether a term says that its popup is open. @param {Page} page @param {import("../driver/inside.mjs").Target} which */
const expanded = (page, which) => page.attribute(which, "aria-expanded");

/** Goes to a term by keyboard alone. @param {Page} page */
async function walkToTerm(page) {
  await page.see(annotated);
  for (let steps = 0; steps < 20; steps++) {
    await page.press("Tab");
    if ((await page.focused()).name === "structural racism") return;
  }
  assert.fail("the keyboard did not reach the term");
}

/** @type {import("../run.mjs").Case[]} */
const mouse = [
  {
    name: "a click opens it, named by its term, with every sense and its source; a second click closes it",
    at: AT,
    async run(page) {
      await page.click(TERM);
      await page.see(OPEN);
      assert.equal(await expanded(page, TERM), "true");
      const [text] = await page.texts(popup);
      for (const part of ["normal and legitimate", "life expectancy", "Keith Lawrence", "Flipping the Script", "FUNDAMENTALS / Core Concepts"]) {
        assert.ok(text.includes(part), part);
      }
      await page.click(TERM);
      await page.gone(popup);
      assert.equal(await expanded(page, TERM), "false");
    },
  },
  {
    name: "one at a time: another term's popup takes its place, a click beside it closes it",
    at: AT,
    async run(page) {
      await page.click(TERM);
      await page.see(OPEN);
      await page.press("Escape");
      await page.gone(popup);
      await page.click(OTHER);
      await page.see({ role: "dialog", name: "White Supremacy" });
      assert.equal(await page.count(popup), 1);
      await page.moveTo(5, 5);
      await page.click({ css: "h1" });
      await page.gone(popup);
    },
  },
  {
    name: "resting on a term opens it, the pointer can go into it, leaving closes it",
    at: AT,
    async run(page) {
      await page.hover(TERM);
      await page.see(OPEN);
      await page.hover(TITLE);
      await pause(900);
      assert.equal(await page.count(popup), 1, "it stays while the pointer is in it");
      await page.moveTo(1270, 5);
      await page.gone(popup);
    },
  },
  {
    name: "a slow way across the gap between term and popup doesn't close it",
    at: AT,
    async run(page) {
      await page.hover(TERM);
      await page.see(OPEN);
      const from = await page.point(TERM);
      const to = await page.ask(($, target) => {
        const { left, right, top, bottom } = $.one(target).getBoundingClientRect();
        return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
      }, popup);
      for (let step = 1; step <= 20; step++) {
        const way = step / 20;
        await page.moveTo(Math.round(from.x + (to.x - from.x) * way), Math.round(from.y + (to.y - from.y) * way));
        await pause(30);
      }
      await pause(400);
      assert.equal(await page.count(popup), 1);
    },
  },
  {
    name: "Esc closes what the pointer opened, without moving it; passing over a term opens nothing",
    at: AT,
    async run(page) {
      await page.hover(TERM);
      await page.see(OPEN);
      await page.press("Escape");
      await page.gone(popup);
      await page.moveTo(5, 5);
      await page.hover(TERM);
      await page.moveTo(5, 5);
      await pause(700);
      assert.equal(await page.count(popup), 0);
    },
  },
  {
    name: "the page can be scrolled while it is open",
    at: AT,
    async run(page) {
      await page.resize(800, 300);
      await page.click(OTHER);
      await page.see(popup);
      const before = await page.ask(() => scrollY);
      await page.moveTo(5, 5);
      await page.wheel(200);
      await page.until("the page to have scrolled", (_, from) => scrollY !== from, before);
    },
  },
];

/** @type {import("../run.mjs").Case[]} */
const keyboard = ["Enter", "Space"].map((key) => ({
  name: `${key} opens it and the focus can be seen; Esc closes it and gives the focus back`,
  at: AT,
  async run(page) {
    await walkToTerm(page);
    assert.equal(await page.ask(($) => $.active()?.matches(":focus-visible")), true);
    await page.press(key);
    await page.see(OPEN);
    await page.press("Escape");
    await page.gone(popup);
    assert.equal((await page.focused()).name, "structural racism");
    await page.press(key);
    await page.see(OPEN);
  },
}));

keyboard.push(
  {
    name: "what is in it comes next in the Tab order, and Tab goes on from there to the next term: no trap",
    at: AT,
    async run(page) {
      await walkToTerm(page);
      await page.press("Enter");
      await page.see(OPEN);
      await page.press("Tab");
      await page.until("the focus in the popup", focusWithin, popup);
      for (let steps = 0; steps < 8; steps++) {
        await page.press("Tab");
        if (!(await page.count(popup)) || !(await page.ask(focusWithin, popup))) break;
      }
      const { name } = await page.focused();
      assert.ok(name === "movement building" || name === "white supremacy in a link", `the focus went to ${JSON.stringify(name)}`);
    },
  },
  {
    name: "Shift+Tab goes back from the popup to its term",
    at: AT,
    async run(page) {
      await walkToTerm(page);
      await page.press("Enter");
      await page.see(OPEN);
      await page.press("Tab");
      for (let steps = 0; steps < 3 && (await page.focused()).name !== "structural racism"; steps++) await page.press("Shift+Tab");
      assert.equal((await page.focused()).name, "structural racism");
    },
  },
);

/** @type {import("../run.mjs").Case[]} */
const touch = [
  {
    name: "a tap opens it, a tap on the term closes it, and so does a tap elsewhere",
    at: AT,
    size: [390, 700],
    async run(page) {
      await page.tap(TERM);
      await page.see(OPEN);
      assert.equal(await expanded(page, TERM), "true");
      await page.tap(TERM);
      await page.gone(popup);
      await page.tap(TERM);
      await page.see(OPEN);
      await page.tap({ css: "h1" });
      await page.gone(popup);
    },
  },
  {
    name: "a tap inside it leaves it open, and it doesn't keep the page from scrolling",
    at: AT,
    size: [390, 500],
    async run(page) {
      await page.tap(TERM);
      await page.see(OPEN);
      await page.tap(TITLE);
      await pause(300);
      assert.equal(await page.count(popup), 1);
      const blocked = await page.ask(() => {
        const { overflow, touchAction } = getComputedStyle(document.documentElement);
        return overflow === "hidden" || touchAction === "none" || getComputedStyle(document.body).overflow === "hidden";
      });
      assert.equal(blocked, false);
    },
  },
];

/** @type {import("../run.mjs").Case[]} */
export const popups = [...mouse, ...keyboard, ...touch];
