// From entry to entry in one popup, and back; and reading a long one without a pointer.

import assert from "node:assert/strict";
import { annotated, focusWithin, popup } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../run.mjs").Case} Case */

const AT = "/test/popups/places.html";
const TERM = { ...annotated, within: { css: "#start" } };
const SHORT = { ...annotated, within: { css: "#boxed" } };
const COMMONS = { role: "dialog", name: "Commons" };
const STEWARD = { role: "dialog", name: "Steward" };
const GARDEN = { role: "dialog", name: "Community Garden" };
const BACK = { role: "button", name: "Back", within: popup };

/** @param {string} name */
const way = (name) => ({ role: "button", name, within: popup });

/** @param {Page} page */
const scrolled = (page) => page.ask(($, dialog) => $.one(dialog).scrollTop, popup);

/** Opens the long entry by keyboard. @param {Page} page */
async function openByKeyboard(page) {
  await page.see(TERM);
  await page.press("Tab");
  await page.press("Enter");
  await page.see(COMMONS);
}

/** @type {Case[]} */
export const popupTurning = [
  {
    name: "Back brings the entry back as it was left: as far down, with the focus on what led away, step by step",
    at: AT,
    async run(page) {
      await page.click(TERM);
      await page.see(COMMONS);
      assert.equal(await page.count(BACK), 0, "there is nothing to go back to yet");
      await page.click(way("Steward"));
      await page.see(STEWARD);
      const left = await page.ask(($, dialog) => $.one(dialog).scrollTop, popup);
      assert.equal(left, 0, "another entry begins at its beginning");
      assert.equal(await page.ask(focusWithin, popup), true);
      await page.click(way("Community Garden"));
      await page.see(GARDEN);
      await page.click(BACK);
      await page.see(STEWARD);
      assert.equal((await page.focused()).name, "Community Garden");
      await page.click(BACK);
      await page.see(COMMONS);
      assert.equal((await page.focused()).name, "Steward");
      assert.ok((await scrolled(page)) > 300, "the long entry is where the reader left it");
      assert.equal(await page.count(BACK), 0);
      assert.equal(await page.count(popup), 1, "one popup all the while");
      await page.press("Escape");
      await page.gone(popup);
      assert.deepEqual(await page.ask(($) => [$.active()?.className, $.active()?.textContent]), ["equity-term", "Commons"]);
    },
  },
  {
    name: "by keyboard too: Enter turns to a related term, which is read out by its name, Back is the next stop",
    at: AT,
    async run(page) {
      await openByKeyboard(page);
      for (let steps = 0; steps < 6 && (await page.focused()).name !== "Steward"; steps++) await page.press("Tab");
      const left = await scrolled(page);
      await page.press("Enter");
      await page.see(STEWARD);
      const { role, name } = await page.focused();
      assert.deepEqual({ role, name }, { role: "dialog", name: "Steward" });
      await page.press("Tab");
      assert.equal((await page.focused()).name, "Back");
      await page.press("Enter");
      await page.see(COMMONS);
      assert.equal((await page.focused()).name, "Steward");
      assert.equal(await scrolled(page), left);
    },
  },
  {
    name: "a long entry is scrolled by keyboard from its start: its box is the first stop, and has a name",
    at: AT,
    async run(page) {
      await openByKeyboard(page);
      await page.press("Tab");
      const { role, name } = await page.focused();
      assert.deepEqual({ role, name }, { role: "dialog", name: "Commons" });
      const before = await page.ask(() => scrollY);
      await page.press("PageDown");
      await page.until("the entry to have scrolled", ($, dialog) => $.one(dialog).scrollTop > 50, popup);
      await page.press("End");
      await page.until("its end", ($, dialog) => {
        const { scrollTop, clientHeight, scrollHeight } = $.one(dialog);
        return scrollTop + clientHeight > scrollHeight - 2;
      }, popup);
      assert.equal(await page.ask(() => scrollY), before, "the page stays where it is");
    },
  },
  {
    name: "a short entry has no stop that does nothing: its first is Close",
    at: AT,
    async run(page) {
      await page.see(SHORT);
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), SHORT);
      await page.press("Enter");
      await page.see(STEWARD);
      await page.press("Tab");
      assert.equal((await page.focused()).name, "Close");
    },
  },
  {
    name: "what takes the focus in a long entry is never hidden below its title",
    at: AT,
    async run(page) {
      await openByKeyboard(page);
      await page.press("Tab");
      await page.press("End");
      for (let steps = 0; steps < 6 && (await page.ask(focusWithin, popup)); steps++) {
        await page.press("Tab");
        const covered = await page.ask(async ($, dialog) => {
          await new Promise((done) => requestAnimationFrame(done));
          const active = /** @type {Element} */ ($.active());
          if (!$.all(dialog).some((each) => $.holds(each, active))) return "";
          const { left, top, width, height } = active.getClientRects()[0] ?? active.getBoundingClientRect();
          return $.holds(active, $.hit(left + Math.min(width, 20) / 2, top + height / 2)) ? "" : $.describe(active).name;
        }, popup);
        assert.equal(covered, "");
      }
    },
  },
];
