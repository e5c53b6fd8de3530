// What a screen reader has of each state: kept as texts in snapshots/, the same in every browser, and held against the
// tree that Chromium makes itself.

import { agreesWithBrowser, matchesSnapshot } from "../snapshots.mjs";
import { annotated, filter, glossaryBox, heading, popup, search, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

/** @type {[name: string, what: string, at: string, part: Target, act: (page: Page) => Promise<void>][]} */
const STATES = [
  ["catalog-section", "the catalog at rest", "/test/two.html", { css: "#second" }, (page) => page.see({ ...works, within: { css: "#second" } })],
  ["catalog-results", "results with a filter", "/test/paged.html", { css: "equity-catalog" }, async (page) => {
    await page.click(filter("Resource"));
    await search(page, "network");
  }],
  ["catalog-nothing", "no results", "/test/paged.html", { css: "equity-catalog" }, async (page) => {
    await search(page, "zzzzqqqq");
    await page.see(heading("No results for “zzzzqqqq”"));
  }],
  ["glossary-filtered", "the glossary, searched", "/test/list-and-terms.html", { css: "#list" }, async (page) => {
    await page.fill(glossaryBox, "repar");
    await page.until("one term", ($) => $.all({ role: "article" }).length === 1);
  }],
  ["popup", "a term's popup", "/test/annotate.html", popup, async (page) => {
    await page.click({ ...annotated, nth: 0 });
    await page.see(popup);
  }],
  ["catalog-own", "a page's own records, one in Spanish", "/test/own.html", works, (page) => page.see(heading("A work with an address"))],
];

/** @type {import("../run.mjs").Case[]} */
export const readOut = STATES.map(([name, what, at, part, act]) => ({
  name: `${what}: roles, names and states are those that are kept`,
  at,
  async run(page) {
    await act(page);
    await matchesSnapshot(page, name, part);
    await agreesWithBrowser(page);
  },
}));
