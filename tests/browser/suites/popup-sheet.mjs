// The popup in a small window: a sheet along an edge, with the term and much of the page still in sight.

import assert from "node:assert/strict";
import { pause } from "../driver/page.mjs";
import { annotated, focusWithin, popup } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */
/** @typedef {import("../run.mjs").Case} Case */

const AT = "/test/popups/places.html";

/** @param {string} place @returns {Target} */
const termIn = (place) => ({ ...annotated, within: { css: place } });

/** What is wrong with a sheet. @param {Page} page @param {Target} term */
const wrongSheet = (page, term) => page.ask(async ($, dialog, target) => {
  for (let frames = 0; frames < 3; frames++) await new Promise((done) => requestAnimationFrame(done));
  const { left, right, top, bottom, height } = $.one(dialog).getBoundingClientRect();
  const wrong = [];
  if (left > 0.5 || right < document.documentElement.clientWidth - 0.5) wrong.push(`it is ${left} to ${right} wide`);
  if (top > 0.5 && Math.abs(bottom - innerHeight) > 0.5) wrong.push(`it is neither at the bottom nor at the top: ${top} to ${bottom}`);
  if (height > innerHeight * 0.7) wrong.push(`it takes ${height} of ${innerHeight} px`);
  for (const line of $.one(target).getClientRects()) {
    if (line.top < 0 || line.bottom > innerHeight) wrong.push(`the term is out of sight: ${line.top} to ${line.bottom}`);
    if (line.bottom > top + 1 && line.top < bottom - 1) wrong.push(`the sheet lies on the term: ${top} to ${bottom} on ${line.top} to ${line.bottom}`);
  }
  return wrong;
}, popup, term);

/** @type {[what: string, size: [number, number]][]} */
const WINDOWS = [["a phone", [320, 640]], ["a phone on its side", [640, 320]], ["a page at 400%", [320, 256]]];

/** @type {Case[]} */
export const popupSheets = [
  ...WINDOWS.flatMap(([what, size]) => ["#start", "#wrap", "#boxed", "#turned", "#last"].map((place) => /** @type {Case} */ ({
    name: `${what}: it is a sheet along the edge, no more than two thirds high, and the term in ${place} stays in sight`,
    at: AT,
    size,
    async run(page) {
      const term = termIn(place);
      await page.tap(term);
      await page.see(popup);
      assert.deepEqual(await wrongSheet(page, term), []);
    },
  }))),
  {
    name: "on a page too short to scroll the sheet goes where the term isn't",
    at: "/test/related.html",
    size: [320, 256],
    async run(page) {
      const term = { ...annotated, nth: 0 };
      await page.tap(term);
      await page.see(popup);
      assert.deepEqual(await wrongSheet(page, term), []);
    },
  },
  {
    name: "what comes by resting the mouse on a term doesn't move the page",
    at: AT,
    size: [460, 500],
    async run(page) {
      const term = termIn("#turned");
      await page.see(term);
      const before = await page.ask(async ($, target) => {
        $.one(target).scrollIntoView({ block: "end", behavior: "instant" });
        return scrollY;
      }, term);
      await page.hover(term);
      await page.see(popup);
      assert.equal(await page.ask(() => scrollY), before);
    },
  },
  {
    name: "the sheet scrolls inside, the page scrolls behind it, and neither closes it",
    at: AT,
    size: [320, 640],
    async run(page) {
      await page.tap(termIn("#start"));
      await page.see(popup);
      await page.hover({ css: ".popup-body p", nth: 1 });
      await page.wheel(150);
      await page.until("the sheet to have scrolled", ($, dialog) => $.one(dialog).scrollTop > 0, popup);
      const from = await page.ask(() => scrollY);
      await pause(800); // one turn of the wheel goes on in the box where it began
      await page.moveTo(100, 60);
      await page.wheel(150);
      await page.until("the page to have scrolled", (_, before) => scrollY > before, from);
      await pause(400);
      assert.equal(await page.count(popup), 1);
    },
  },
  {
    name: "by keyboard it is as in a large window: next in the Tab order, Esc gives the focus back",
    at: AT,
    size: [320, 640],
    async run(page) {
      await page.see(termIn("#start"));
      await page.press("Tab");
      await page.press("Enter");
      await page.see(popup);
      assert.equal((await page.focused()).name, "Commons");
      await page.press("Tab");
      await page.until("the focus in the sheet", focusWithin, popup);
      await page.press("Escape");
      await page.gone(popup);
      assert.deepEqual(await page.ask(($) => [$.active()?.className, $.active()?.textContent]), ["equity-term", "Commons"]);
    },
  },
  {
    name: "turning the phone makes it a box, and a sheet again",
    at: AT,
    size: [320, 640],
    async run(page) {
      const term = termIn("#turned");
      await page.tap(term);
      await page.see(popup);
      await page.resize(1000, 640);
      await page.until("a box", ($, dialog) => $.one(dialog).getBoundingClientRect().left > 0 && $.one(dialog).getBoundingClientRect().width < 500, popup);
      await page.resize(320, 640);
      assert.deepEqual(await wrongSheet(page, term), []);
    },
  },
];
