// What popups do comes when a reader turns to the first term: late on a slow connection, or not at all.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { pause } from "../driver/page.mjs";
import { annotated, popup, term } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */
/** @typedef {import("../run.mjs").Case} Case */

const AT = "/test/annotate.html";
const TERM = term("structural racism");
const OTHER = term("white supremacy");
const OPEN = { role: "dialog", name: "Structural Racism" };
const PART = "/pkg/popups.js";

/** The part comes only when the test lets it. */
let letCome = () => {};

/** @param {Site} site */
const late = (site) => {
  const wait = new Promise((done) => (letCome = () => done(undefined)));
  site.instead.set(PART, { status: 200, file: fileURLToPath(new URL("../../../pkg/popups.js", import.meta.url)), wait });
};

/** @param {Page} page @param {import("../driver/inside.mjs").Target} which */
const expanded = (page, which) => page.attribute(which, "aria-expanded");

/** Waits for the part to be taken up. @param {Page} page */
async function come(page) {
  letCome();
  await pause(400);
  void page;
}

/** What the reader does while the part is on its way, and what must have become of it. @type {[what: string, act: (page: Page) => Promise<void>, open: string, focused: string][]} */
const MEANWHILE = [
  ["a click", (page) => page.click(TERM), "Structural Racism", "structural racism"],
  ["two clicks of an impatient reader", async (page) => {
    await page.click(TERM);
    await page.click(TERM);
  }, "Structural Racism", "structural racism"],
  ["Enter", async (page) => {
    for (let steps = 0; steps < 3 && (await page.focused()).name !== "structural racism"; steps++) await page.press("Tab");
    await page.press("Enter");
  }, "Structural Racism", "structural racism"],
  ["a click, then one on another term", async (page) => {
    await page.click(TERM);
    await page.click(OTHER);
  }, "White Supremacy", "white supremacy"],
  ["a click, then going on to the next field", async (page) => {
    await page.click(TERM);
    await page.click({ css: "#field" });
  }, "", ""],
  ["resting on a term, then leaving it", async (page) => {
    await page.hover(TERM);
    await page.moveTo(5, 5);
  }, "", ""],
  ["the focus, and no more", async (page) => {
    for (let steps = 0; steps < 3 && (await page.focused()).name !== "structural racism"; steps++) await page.press("Tab");
  }, "", "structural racism"],
];

/** @type {Case[]} */
export const popupsLate = [
  ...MEANWHILE.map(([what, act, open, focused]) => /** @type {Case} */ ({
    name: `${what} while the popups are on their way: ${open ? `${open} opens, once` : "nothing opens"}, and the focus is where the reader put it`,
    at: AT,
    before: late,
    async run(page) {
      await page.see(annotated);
      await act(page);
      assert.equal(await page.count(popup), 0);
      await come(page);
      if (open) await page.see({ role: "dialog", name: open });
      else await pause(600);
      assert.equal(await page.count(popup), open ? 1 : 0);
      const states = await page.ask(($, target) => $.all(target).filter((each) => each.getAttribute("aria-expanded") === "true").map((each) => each.textContent?.toLowerCase()), annotated);
      assert.deepEqual(states, open ? [open.toLowerCase()] : []);
      // Safari's buttons don't take the focus when they are clicked.
      if (focused) assert.ok([focused, ""].includes((await page.focused()).name), (await page.focused()).name);
    },
  })),
  {
    name: "where the popups can't be fetched the term is readable and the page quiet; the next turn asks again",
    at: AT,
    before: (site) => void site.instead.set(PART, { status: 404 }),
    mishap: /popups\.js|Failed to load resource/u,
    async run(page, site) {
      await page.see(annotated);
      await page.click(TERM);
      await page.until("the question", () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/popups.js")));
      await pause(300);
      assert.equal(await page.count(popup), 0);
      assert.equal(await expanded(page, TERM), "false");
      assert.ok((await page.texts({ css: "#first p", nth: 0 }))[0]?.startsWith("Here structural racism comes first"));
      await page.see({ css: "[role=alert]", text: "That did not work. Check the connection and try again, or reload the page." });
      site.instead.delete(PART);
      await page.click(TERM);
      await page.see(OPEN);
      assert.equal(await expanded(page, TERM), "true");
    },
  },
];

