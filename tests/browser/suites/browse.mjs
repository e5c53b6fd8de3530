// Reading the catalog as pages, before anything is typed.

import assert from "node:assert/strict";
import { button, catalog, heading, outline, searchBox, settled, status, works } from "./things.mjs";

const CURRENT = "networks-alliances-and-coalitions";
const EARLIER = "alliances-and-coalitions";

/** @type {import("../driver/inside.mjs").Target} */
const shownHeadings = { role: "heading", within: { css: "[data-section]", within: catalog } };

/** @type {import("../run.mjs").Case[]} */
export const browse = [
  {
    name: "the current page stands there with its groups and its 41 listings in their order",
    at: "/",
    async run(page) {
      await settled(page);
      const { title, lines, listings } = outline(CURRENT);
      assert.equal(listings, 41);
      assert.deepEqual(await page.names(shownHeadings), [title, ...lines, "Also in this section"]);
    },
  },
  {
    name: "the earlier page is one choice away, with its 33 listings in their order, and gets the focus",
    at: "/",
    async run(page) {
      const { title, lines, listings } = outline(EARLIER);
      assert.equal(listings, 33);
      await page.click({ role: "button", name: title, within: { role: "navigation", within: catalog } });
      await page.see({ role: "heading", name: lines[0], within: catalog });
      await settled(page);
      assert.deepEqual(await page.names(shownHeadings), [title, ...lines]);
      assert.equal((await page.focused()).name, title);
    },
  },
  {
    name: "each group's headings stand one level below what they belong to",
    at: "/",
    async run(page) {
      await settled(page);
      const levels = await page.ask(($, wanted) => $.all(wanted).map((each) => `${each.localName} ${$.name(each)}`), shownHeadings);
      const level = (/** @type {string} */ name) => levels.find((each) => each.endsWith(` ${name}`))?.slice(0, 2);
      assert.deepEqual(
        ["Networks, Alliances, and Coalitions", "Collaboration Resources", "Network Resources", "Network Toolkit"].map(level),
        ["h2", "h3", "h4", "h5"],
      );
    },
  },
  {
    name: "a listing names its authors and its organizations",
    at: "/",
    async run(page) {
      await settled(page);
      const [text] = await page.texts({ ...works, nth: 0 });
      assert.match(text, /^Bridges Puentes: Building Black-Brown Solidarities Across the U\.S\. /u);
      assert.match(text, /Manuel Pastor, Ashley K\. Thomas, Preston MIlls .*Rachel Rosner,? and Vanessa Carter/u);
      assert.match(text, /Equity Research Institute \(ERI\), USC Dornsife Details Add to list$/u);
    },
  },
  {
    name: "a misspelt name stands as printed, with its correction beside it",
    at: "/",
    async run(page) {
      await settled(page);
      const texts = await page.texts(works);
      assert.ok(texts.some((text) => text.includes("Tylelr MacInnis [correct: Tyler MacInnis]")));
      assert.ok(texts.some((text) => text.includes("Preston MIlls [correct: Preston Mills]")));
    },
  },
  {
    name: "the introduction, who is quoted, the source followed, the picture's credit and the neighbours are all there",
    at: "/",
    async run(page) {
      await settled(page);
      const [text] = await page.texts({ css: "[data-section]", within: catalog });
      for (const part of [
        "PLAN", "Change Process", "Alicia Garza", "Margaret Wheatley", "After: “Networks, Alliances, and Coalitions”",
        "Executive Directors of Color Relationships and Resilience Collective – State Voices", "Individual Transformation", "Movement Building",
      ]) assert.ok(text.includes(part), part);
    },
  },
  {
    name: "works without an address are text, never a link that leads nowhere",
    at: "/",
    async run(page) {
      await settled(page);
      assert.equal(await page.count({ role: "link", within: works }), 0);
    },
  },
  {
    name: "a page that asks for one section and another heading level gets them",
    at: "/test/two.html",
    async run(page) {
      await page.see({ role: "heading", css: "h3", name: "Alliances and Coalitions", within: { css: "#second" } });
      assert.equal(await page.count({ role: "navigation", within: { css: "#second" } }), 0);
    },
  },
  {
    name: "nothing is read out before the reader asks, and the status stands ready",
    at: "/",
    async run(page) {
      await page.see(searchBox);
      assert.deepEqual(await page.texts(status), [""]);
      await page.see(heading("Networks, Alliances, and Coalitions"));
      assert.equal(await page.count(button("Clear all")), 0);
    },
  },
];
