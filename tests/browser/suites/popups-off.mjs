// Readers who want no popups turn them off for the site, and on again.

import assert from "node:assert/strict";
import { annotated, popup, term } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../run.mjs").Case} Case */

const AT = "/test/popups/two.html";
const OFF = { role: "button", name: "Turn off these popups on this site", within: popup };
const ON = { role: "button", name: "Turn them on" };
/** @typedef {HTMLElement & { popups: string }} Widget */

/** @param {Page} page */
const kept = (page) => page.ask(() => Object.entries(localStorage).map((entry) => entry.join("=")));

/** @param {Page} page */
const sameText = (page) => page.ask(() => /** @type {{ sameText: () => boolean }} */ (/** @type {unknown} */ (globalThis)).sameText());

/** @param {Page} page @param {number} count */
const terms = (page, count) => page.until(`${count} terms`, ($, target, wanted) => $.all(target).length === wanted, annotated, count);

/** @param {Page} page */
async function turnOff(page) {
  await page.click({ ...annotated, nth: 0 });
  await page.click(OFF);
  await page.click({ role: "button", name: "Turn them off", within: popup });
  await page.see(ON);
}

/** @type {Case[]} */
export const popupsOff = [
  {
    name: "nothing is kept until a reader chooses; then the terms of all elements are plain text, and each says how to have them back",
    at: AT,
    async run(page) {
      await terms(page, 3);
      await page.click({ ...annotated, nth: 0 });
      await page.click(OFF);
      await page.see({ role: "dialog", name: "Turn off glossary popups?" });
      assert.deepEqual(await kept(page), []);
      await page.click({ role: "button", name: "Keep them", within: popup });
      await page.see({ role: "dialog", name: "White Supremacy" });
      assert.equal((await page.focused()).name, OFF.name);
      await page.press("Escape");
      await turnOff(page);
      await page.gone(popup);
      await terms(page, 0);
      assert.equal(await sameText(page), true, "the page has its text back");
      assert.deepEqual(await kept(page), ["equity-popups=off"]);
      assert.equal(await page.count(ON), 3);
      assert.equal(await page.ask(() => /** @type {Widget} */ (document.querySelector("equity-glossary")).popups), "off");
    },
  },
  {
    name: "it is said that they are off; the keyboard goes on from where the reader was",
    at: AT,
    async run(page) {
      await terms(page, 3);
      await turnOff(page);
      await page.until("the status", ($) => $.all({ role: "status" }).some((each) => each.textContent === "Glossary popups are off."));
      assert.ok(await page.ask(() => document.activeElement !== document.body), "the focus is on the term's paragraph");
      await page.press("Tab");
      assert.equal((await page.focused()).name, "A link behind the first term");
      assert.equal(await page.ask(() => document.querySelectorAll("p[tabindex]").length), 0, "which is as it was");
    },
  },
  {
    name: "they are off on the site's other pages from the start, without a word, and without fetching what popups need",
    at: AT,
    async run(page, site) {
      await terms(page, 3);
      await turnOff(page);
      site.asked = [];
      await page.open("/test/annotate.html");
      await page.see(ON);
      assert.equal(await page.count(annotated), 0);
      const asked = site.asked.map(({ path }) => path);
      assert.deepEqual(["/pkg/terms.js", "/pkg/popups.js", "/pkg/endnotes.js"].filter((path) => asked.includes(path)), []);
      assert.deepEqual(await page.texts({ role: "status", hidden: true }), [""]);
    },
  },
  {
    name: "on again: by the button, which answers for itself and keeps the focus; nothing is kept any more",
    at: AT,
    async run(page) {
      await terms(page, 3);
      await turnOff(page);
      await page.click({ ...ON, nth: 0 });
      await terms(page, 3);
      assert.equal(await page.count(ON), 0);
      assert.equal(await page.ask(($) => $.active()?.textContent), "Glossary popups are on again.");
      assert.deepEqual(await kept(page), []);
      await page.click(term("white supremacy"));
      await page.see(popup);
      assert.equal(await page.count({ css: ".answer" }), 0, "the answer has gone");
    },
  },
  {
    name: "by keyboard alone, off and on",
    at: AT,
    async run(page) {
      await terms(page, 3);
      await page.press("Tab");
      await page.press("Enter");
      await page.see(popup);
      for (let steps = 0; steps < 8 && (await page.focused()).name !== OFF.name; steps++) await page.press("Tab");
      await page.press("Enter");
      await page.see({ role: "dialog", name: "Turn off glossary popups?" });
      for (let steps = 0; steps < 5 && (await page.focused()).name !== "Turn them off"; steps++) await page.press("Tab");
      await page.press("Enter");
      await page.see(ON);
      for (let steps = 0; steps < 9 && (await page.focused()).name !== ON.name; steps++) await page.press("Tab");
      await page.press("Space");
      await terms(page, 3);
    },
  },
  {
    name: "a switch of the page's own does the same by a property",
    at: AT,
    async run(page) {
      await terms(page, 3);
      const set = (/** @type {string} */ popups) => page.ask((_, value) => void Object.assign(/** @type {Widget} */ (document.querySelector("equity-glossary")), { popups: value }), popups);
      await set("off");
      await terms(page, 0);
      assert.deepEqual(await kept(page), ["equity-popups=off"]);
      await set("on");
      await terms(page, 3);
      assert.deepEqual(await kept(page), []);
    },
  },
  {
    name: "another tab follows",
    at: AT,
    async run(page) {
      await terms(page, 3);
      // What another tab does, and what the browser then tells this one.
      const tell = (/** @type {string | null} */ choice) => page.ask((_, newValue) => {
        if (newValue) localStorage.setItem("equity-popups", newValue);
        else localStorage.removeItem("equity-popups");
        dispatchEvent(new StorageEvent("storage", { key: "equity-popups", newValue }));
      }, choice);
      await tell("off");
      await page.see(ON);
      await terms(page, 0);
      await tell(null);
      await terms(page, 3);
    },
  },
  {
    name: "where nothing may be kept, popups are on, and off for as long as the page is open",
    at: `${AT}?forbidden`,
    async run(page) {
      await terms(page, 3);
      await turnOff(page);
      await terms(page, 0);
      await page.see({ css: "p", text: "Glossary popups are off until you leave this page: this browser doesn’t let the page keep your choice." });
      await page.click({ ...ON, nth: 0 });
      await terms(page, 3);
    },
  },
];
