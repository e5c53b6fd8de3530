// Filters as a reader uses them: groups that fold, long ones that can be searched, places as a tree. The drawer that holds
// them in narrow places is in drawer.mjs, what orders and groups the results in orders.mjs.

import assert from "node:assert/strict";
import { button, catalog, filter, heading, headingFrom, search, settled, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

const LIBRARY = "/test/finding/library.html?view=search";
const LONG = "Show all 30";

/** A group of filters. @param {string} name @returns {Target} */
const group = (name) => ({ role: "group", name, within: catalog });

/** Its choices. @param {string} name @returns {Target} */
const choices = (name) => ({ role: "checkbox", within: group(name) });

/** The button that folds it. @param {string} name @returns {Target} */
const fold = (name) => ({ ...button(name), within: group(name) });

/** A place's button that shows what lies within it. @param {string} name @returns {Target} */
const within = (name) => ({ ...button(`Within ${name}`), within: catalog });

/** The labels of a group's choices, without their counts. @param {Page} page @param {string} name */
const labels = async (page, name) => (await page.names(choices(name))).map((label) => label.replace(/ \([0-9]+\)$/u, ""));

/** @param {Page} page @param {Target} target */
const isOpen = async (page, target) => (await page.attribute(target, "aria-expanded")) === "true";

/** Unfolds the organizations and shows them all. @param {Page} page */
async function allOrganizations(page) {
  await page.click(fold("Organization"));
  await page.click({ ...button(LONG), within: group("Organization") });
  await page.see(searchIn);
}

/** @type {Target} */
const searchIn = { role: "searchbox", name: "Find in Organization" };

/** What is typed to find a value of a long filter, and what is found. @type {[what: string, text: string, found: string[]][]} */
const FOUND = [
  ["part of a name", "gar", ["Garnet Council", "Garnet Institute", "Garnet Network"]],
  ["two words", "fern netw", ["Fern Network"]],
  ["capitals", "COPPER INST", ["Copper Institute"]],
];

/** @type {import("../run.mjs").Case[]} */
export const filters = [
  {
    name: "the first four groups stand open, the others are folded; a press unfolds and folds each, and the button says so",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      const names = ["Kind", "Location", "Language", "Year", "Organization"];
      assert.deepEqual(await page.names({ role: "group", css: "fieldset", within: catalog }), names);
      assert.deepEqual(await Promise.all(names.map((name) => isOpen(page, fold(name)))), [true, true, true, true, false]);
      assert.equal(await page.count(choices("Organization")), 0);
      await page.click(fold("Organization"));
      await page.see({ ...choices("Organization"), nth: 7 });
      assert.ok(await isOpen(page, fold("Organization")));
      assert.equal((await page.focused()).name, "Organization");
      await page.press("Enter");
      await page.gone(choices("Organization"));
      await page.click(fold("Kind"));
      await page.gone(choices("Kind"));
      assert.ok(!(await isOpen(page, fold("Kind"))));
    },
  },
  {
    name: "nothing is counted for a group that is folded, and its counts are right when it unfolds",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      /** @type {Target} */
      const hidden = { ...choices("Organization"), hidden: true };
      assert.equal(await page.count(hidden), 0);
      await page.click(filter("Report"));
      await page.see(headingFrom("15 results$"));
      assert.equal(await page.count(hidden), 0);
      await page.click(fold("Organization"));
      await page.see(choices("Organization"));
      await page.click({ ...button("Show all 15"), within: group("Organization") });
      const counts = (await page.names(choices("Organization"))).map((name) => Number(/\(([0-9]+)\)$/u.exec(name)?.[1]));
      assert.equal(counts.reduce((sum, count) => sum + count, 0), 15);
    },
  },
  {
    name: "a folded group of which something was chosen is open when the reader comes back",
    at: `${LIBRARY}#organization=Fern+Network`,
    async run(page) {
      await page.see(headingFrom("2 results$"));
      assert.ok(await isOpen(page, fold("Organization")));
      assert.ok(await page.ask(($, box) => /** @type {HTMLInputElement} */ ($.one(box)).checked, filter("Fern Network")));
    },
  },
  ...FOUND.map(([what, text, found]) => /** @type {import("../run.mjs").Case} */ ({
    name: `a long filter can be searched once all of it is shown: by ${what}`,
    at: LIBRARY,
    async run(page) {
      await settled(page);
      assert.equal(await page.count(searchIn), 0);
      await allOrganizations(page);
      assert.equal(await page.count(choices("Organization")), 30);
      await page.fill(searchIn, text);
      await page.until(found.join(), ($, wanted, count) => $.all(wanted).length === count, choices("Organization"), found.length);
      assert.deepEqual((await labels(page, "Organization")).sort(), found);
      assert.equal((await page.focused()).name, searchIn.name);
    },
  })),
  {
    name: "a search within a filter that finds nothing says so; clearing it brings all back; what is chosen stays and stays ticked",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await allOrganizations(page);
      await page.click(filter("Fern Network"));
      await page.see(button("Remove filter: Fern Network"));
      await page.fill(searchIn, "zzzz");
      await page.see({ css: "p", text: "Nothing matches “zzzz”", within: group("Organization") });
      assert.deepEqual(await labels(page, "Organization").then((found) => found.filter((label) => label !== "Fern Network")), []);
      await page.see(button("Remove filter: Fern Network"));
      await page.see(headingFrom("2 results$"));
      await page.fill(searchIn, "hazel");
      await page.see(filter("Hazel Council"));
      await page.click(filter("Hazel Council"));
      await page.see(headingFrom("4 results$"));
      await page.fill(searchIn, "");
      await page.until("all of them", ($, wanted) => $.all(wanted).length === 30, choices("Organization"));
      const ticked = await page.ask(($, wanted) => $.all(wanted).filter((box) => /** @type {HTMLInputElement} */ (box).checked).map($.name), choices("Organization"));
      assert.deepEqual(ticked, ["Fern Network (2)", "Hazel Council (2)"]);
      await page.click({ ...button("Show fewer"), within: group("Organization") });
      await page.gone(searchIn);
      await page.see(filter("Fern Network"));
      await page.see(filter("Hazel Council"));
    },
  },
  {
    name: "places are a tree: a place unfolds by a button with its name, and what lies within carries its own count",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      assert.deepEqual(await page.names(choices("Location")), ["Old house (40)", "New house (10)"]);
      assert.ok(!(await isOpen(page, within("Old house"))));
      await page.click(within("Old house"));
      await page.see(filter("Attic"));
      assert.ok(await isOpen(page, within("Old house")));
      assert.deepEqual(await page.names(choices("Location")), ["Old house (40)", "Ground floor (30)", "Attic (20)", "New house (10)"]);
      await page.click(within("Ground floor"));
      await page.see(filter("By the window"));
      await page.click(within("Old house"));
      await page.gone(filter("Attic"));
    },
  },
  {
    name: "choosing a place gives all that lies in it and below it",
    at: LIBRARY,
    async run(page) {
      await page.click(filter("Old house"));
      await page.see(headingFrom("40 results$"));
      await page.click(within("Old house"));
      await page.click(filter("Old house"));
      await page.see(headingFrom("60 results$"));
      await page.click(filter("Attic"));
      await page.see(headingFrom("20 results$"));
      await page.see(button("Remove filter: Attic"));
    },
  },
  {
    name: "a chosen place deep down stands unfolded for a reader who comes by its address",
    at: `${LIBRARY}#path=Old+house+%2F+Ground+floor+%2F+By+the+window`,
    async run(page) {
      await page.see(headingFrom("15 results$"));
      await settled(page);
      await page.see(filter("By the window"));
      assert.deepEqual([await isOpen(page, within("Old house")), await isOpen(page, within("Ground floor"))], [true, true]);
      assert.ok(await page.ask(($, box) => /** @type {HTMLInputElement} */ ($.one(box)).checked, filter("By the window")));
    },
  },
  {
    name: "years stand with the newest first, also after they were chosen from; languages are words",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.click({ css: ".more", within: group("Year") });
      await page.see({ ...choices("Year"), nth: 15 });
      const years = await labels(page, "Year");
      assert.deepEqual(years, [...years].sort().reverse());
      assert.equal(years[0], "2019");
      await page.click(filter("2003"));
      await page.see(headingFrom("3 results$"));
      assert.deepEqual(await labels(page, "Year"), years);
      assert.deepEqual((await labels(page, "Language")).sort(), ["Arabic", "English", "Spanish"]);
    },
  },
  {
    name: "the first value that “Show all” brings into view has the focus",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      const before = await page.names(choices("Year"));
      await page.click({ css: ".more", within: group("Year") });
      await page.see({ ...choices("Year"), nth: 15 });
      const { name } = await page.focused();
      assert.ok(!before.includes(name) && (await page.names(choices("Year"))).includes(name), name);
    },
  },
  {
    name: "a filter that the words of the search leave without works is gone, and comes back with them",
    at: LIBRARY,
    async run(page) {
      await search(page, "harbour");
      assert.deepEqual(await labels(page, "Language"), ["Arabic"]);
      await search(page, "land");
      assert.deepEqual((await labels(page, "Language")).sort(), ["Arabic", "English", "Spanish"]);
      assert.ok((await page.count(works)) > 0);
      assert.equal(await page.count(heading("No results")), 0);
    },
  },
];
