// Terms in dialogs, layers, moved boxes and shadow roots of the page's: their popups are on top, can be used, and are one.

import assert from "node:assert/strict";
import { annotated, focusWithin, popup } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */
/** @typedef {import("../run.mjs").Case} Case */

const AT = "/test/popups/anywhere.html";
const STEWARD = { role: "dialog", name: "Steward" };
const GARDEN = { role: "button", name: "Community Garden", within: popup };
/** The page's own dialog. */
const MODAL = { css: "#modal[open]" };

/** @param {string} place @param {string} [name] @returns {Target} */
const termIn = (place, name) => ({ ...annotated, ...(name && { name }), within: { css: place } });

/** What was hidden had no terms. @param {Page} page */
const refresh = (page) => page.ask(() => /** @type {HTMLElement & { refresh(): void }} */ (document.querySelector("body > equity-glossary")).refresh());

/** @param {Page} page */
const openModal = async (page) => {
  await page.see(termIn("#plain"));
  await page.ask(() => /** @type {HTMLDialogElement} */ (document.getElementById("modal")).showModal());
  await page.see(MODAL);
  await refresh(page);
};

/** @param {Page} page */
const openLayer = async (page) => {
  await page.see(termIn("#plain"));
  await page.ask(() => document.getElementById("layer")?.showPopover());
  await refresh(page);
};

/** @type {[what: string, place: string, before?: (page: Page) => Promise<void>][]} */
const PLACES = [
  ["a modal dialog of the page's", "#modal", openModal],
  ["a popover of the page's", "#layer", openLayer],
  ["a box below one that lies above all", "#below"],
  ["a box that is scaled, cut, written downwards and can't be selected", "#turned"],
];

/** @type {Case[]} */
export const popupsAnywhere = [
  ...PLACES.map(([what, place, before]) => /** @type {Case} */ ({
    name: `in ${what} a popup is on top, can be used and selected, and Esc closes it alone`,
    at: AT,
    async run(page) {
      await before?.(page);
      await page.click(termIn(place));
      await page.see(STEWARD);
      const met = await page.ask(async ($, dialog) => {
        for (let frames = 0; frames < 3; frames++) await new Promise((done) => requestAnimationFrame(done));
        const box = $.one(dialog);
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const points = [[left + 8, top + 8], [right - 8, top + 8], [left + 8, bottom - 8], [right - 8, bottom - 8]];
        return points.every(([x = 0, y = 0]) => $.holds(box, $.hit(x, y)));
      }, popup);
      assert.equal(met, true, "nothing lies on it");
      const select = await page.ask(($, dialog) => {
        const { userSelect, webkitUserSelect, writingMode } = getComputedStyle($.one(dialog));
        return [userSelect ?? webkitUserSelect, writingMode];
      }, popup);
      assert.deepEqual(select, ["text", "horizontal-tb"]);
      await page.click(GARDEN);
      await page.see({ role: "dialog", name: "Community Garden" });
      assert.equal(await page.ask(focusWithin, popup), true);
      await page.press("Escape");
      await page.gone({ css: "equity-popup" });
      if (place === "#modal") await page.see(MODAL);
      if (place === "#layer") assert.equal(await page.ask(() => document.getElementById("layer")?.matches(":popover-open")), true);
    },
  })),
  {
    name: "one at a time: a term of another element, in a shadow root, closes the first one's popup, and so on back",
    at: AT,
    async run(page) {
      const commons = termIn("#shadow", "commons");
      await page.click(termIn("#plain"));
      await page.see(STEWARD);
      await page.click(commons);
      await page.see({ role: "dialog", name: "Commons" });
      assert.equal(await page.count({ css: "equity-popup" }), 1);
      assert.equal(await page.attribute(termIn("#plain"), "aria-expanded"), "false");
      assert.equal(await page.attribute(commons, "aria-expanded"), "true");
      await page.press("Escape");
      await page.gone(popup);
      await page.click(termIn("#shadow", "community garden"));
      await page.see({ role: "dialog", name: "Community Garden" });
      await page.press("Escape");
      await page.click(termIn("#plain"));
      await page.see(STEWARD);
      assert.equal(await page.count({ css: "equity-popup" }), 1);
    },
  },
  {
    name: "in a shadow root it is beside its term, next in the Tab order, and named to who can't see it",
    at: AT,
    async run(page) {
      const garden = termIn("#shadow", "community garden");
      await page.see(garden);
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), garden);
      await page.press("Enter");
      await page.see({ role: "dialog", name: "Community Garden" });
      const controls = await page.ask(($, target) => {
        const term = $.one(target);
        return /** @type {ShadowRoot} */ (term.getRootNode()).getElementById(term.getAttribute("aria-controls") ?? "")?.localName;
      }, garden);
      assert.equal(controls, "equity-popup");
      await page.press("Tab");
      assert.equal(await page.ask(focusWithin, popup), true);
      await page.press("Escape");
      assert.equal((await page.focused()).name, "community garden");
    },
  },
];
