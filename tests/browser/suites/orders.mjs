// What a reader does with many results: put them in another order, under headings, turn their pages or have more shown;
// and what the page says when it took the query in another way than it was typed.

import assert from "node:assert/strict";
import { pause } from "../driver/page.mjs";
import { button, catalog, filter, heading, headingFrom, search, searchBox, settled, workTitles, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

const LIBRARY = "/test/finding/library.html?view=search";
const order = { role: "combobox", name: "Sort by", within: catalog };
const grouping = { role: "combobox", name: "Group by", within: catalog };
const groupTitles = { css: ".group-title", within: catalog };
const more = (/** @type {number} */ count) => button(`Show ${count} more`);

/** Chooses as a reader of a native list does, by typing the beginning. @param {Page} page @param {Target} list @param {string} label */
async function choose(page, list, label) {
  await page.see(list);
  await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), list);
  // Within a second browsers take what is typed for more of the name that was typed before.
  await pause(1050);
  await page.type(label);
  await page.until(label, ($, target, wanted) => {
    const select = /** @type {HTMLSelectElement} */ ($.one(target));
    return select.selectedOptions[0]?.label === wanted;
  }, list, label);
  await page.press("Tab");
  await settled(page);
}

/** @param {Page} page @param {Target} list */
const options = (page, list) => page.ask(($, target) => [.../** @type {HTMLSelectElement} */ ($.one(target)).options].map(({ label }) => label), list);

/** @param {Page} page @param {Target} list */
const chosen = (page, list) => page.ask(($, target) => /** @type {HTMLSelectElement} */ ($.one(target)).selectedOptions[0]?.label, list);

/** The number in the title of each work shown. @param {Page} page */
const parts = async (page) => (await page.names(workTitles)).map((title) => Number(/[0-9]+$/u.exec(title)?.[0]));

/** The years of the works shown. @param {Page} page */
const years = async (page) => (await page.texts({ css: ".facts", within: works })).map((text) => /\b(20[0-9]{2})\b/u.exec(text)?.[1]).filter(Boolean);

/** A group and the works in it, by its heading. @param {Page} page @param {string} title */
const worksUnder = (page, title) => page.ask(($, titles, start) => {
  const at = $.all(titles).find((each) => $.name(each).startsWith(start));
  return [...(at?.parentElement?.querySelectorAll(".listing .title") ?? [])].map($.name);
}, groupTitles, title);

/** @type {import("../run.mjs").Case[]} */
export const orders = [
  {
    name: "results stand as listed, by title, newest or oldest first, by a native list with a label that can be seen",
    at: `${LIBRARY}&page-size=60`,
    async run(page) {
      await settled(page);
      assert.deepEqual(await options(page, order), ["As listed", "Title", "Newest first", "Oldest first"]);
      assert.equal(await chosen(page, order), "As listed");
      const label = await page.ask(($, target) => $.shown(/** @type {HTMLSelectElement} */ ($.one(target)).labels[0]), order);
      assert.ok(label);
      const listed = await page.names(workTitles);
      assert.match(listed[0] ?? "", /part 0$/u);
      await choose(page, order, "Title");
      const titles = await page.names(workTitles);
      assert.equal(titles.length, 60);
      assert.match(titles[0] ?? "", /^A harbour/u);
      assert.match(titles[1] ?? "", /^Bridges/u);
      assert.match(titles.at(-1) ?? "", /^Rivers/u);
      await choose(page, order, "Newest first");
      const newest = await years(page);
      assert.deepEqual(newest, [...newest].sort().reverse());
      assert.equal(newest.length, 48);
      assert.equal((await page.count({ css: ".listing:first-child .facts", within: catalog })), 1);
      await choose(page, order, "Oldest first");
      const oldest = await years(page);
      assert.deepEqual(oldest, [...oldest].sort());
      assert.match((await page.texts({ ...works, nth: 0 }))[0] ?? "", /20[0-9]{2}/u, "works without a year come last");
      await choose(page, order, "As listed");
      assert.deepEqual(await page.names(workTitles), listed);
    },
  },
  {
    name: "“Best match” is offered, and chosen, only while there is a query to match",
    at: LIBRARY,
    async run(page) {
      await search(page, "bridges");
      assert.deepEqual((await options(page, order)).sort(), ["As listed", "Best match", "Newest first", "Oldest first", "Title"]);
      assert.equal(await chosen(page, order), "Best match");
      await choose(page, order, "Title");
      await page.fill(searchBox, "");
      await page.see(heading("60 results"));
      await settled(page);
      assert.deepEqual(await options(page, order), ["As listed", "Title", "Newest first", "Oldest first"]);
      assert.equal(await chosen(page, order), "Title", "an order that was chosen stays");
    },
  },
  {
    name: "orders that tell nothing apart are not offered: no years, no “newest”; one result, no order",
    at: "/",
    async run(page) {
      await search(page, "network");
      assert.deepEqual((await options(page, order)).sort(), ["As listed", "Best match", "Title"]);
      await search(page, "consensus");
      await page.see(headingFrom("1 result for"));
      assert.equal(await page.count(order), 0);
    },
  },
  {
    name: "under headings by page: counts, the catalog's order, a work of two pages under both, works of none under “Others”",
    at: `${LIBRARY}&page-size=100`,
    async run(page) {
      await settled(page);
      await choose(page, grouping, "Page");
      await page.see(groupTitles);
      assert.deepEqual(await page.names(groupTitles), ["Ground floor (30)", "Attic (20)", "Annex (10)", "Others (10)"]);
      const title = "Rivers of the land, part 20";
      assert.ok((await worksUnder(page, "Ground floor")).includes(title));
      assert.ok((await worksUnder(page, "Attic")).includes(title));
      assert.equal((await worksUnder(page, "Others")).length, 10);
      await page.see(heading("60 results"));
      const levels = await page.ask(($, group, work) => [$.one(group).localName, $.one(work).localName], groupTitles, workTitles);
      assert.deepEqual(levels, ["h3", "h4"]);
    },
  },
  {
    name: "under headings by kind, in the order of the kinds' names; a chosen kind is the only heading",
    at: `${LIBRARY}&page-size=100`,
    async run(page) {
      await settled(page);
      await choose(page, grouping, "Kind");
      await page.see(groupTitles);
      assert.deepEqual(await page.names(groupTitles), ["Report (15)", "Tool (15)", "Video (15)", "Others (15)"]);
      await page.click(filter("Tool"));
      await page.see(heading("15 results"));
      await settled(page);
      assert.deepEqual(await page.names(groupTitles), ["Tool (15)"]);
      await choose(page, grouping, "Nothing");
      await page.gone(groupTitles);
      assert.equal(await page.count(works), 15);
    },
  },
  {
    name: "pages run on over groups: a long group goes on on the next page, and no work is lost or told twice",
    at: `${LIBRARY}&group-by=kind&page-size=20`,
    async run(page) {
      await page.see(groupTitles);
      await settled(page);
      /** @type {number[]} */
      const all = [];
      for (const [number, titles] of [[1, ["Report (15)", "Tool (15)"]], [2, ["Tool (15)", "Video (15)"]], [3, ["Video (15)", "Others (15)"]]]) {
        if (number !== 1) await page.click(button(`Page ${number}`));
        await settled(page);
        assert.deepEqual(await page.names(groupTitles), titles);
        const shown = await parts(page);
        assert.equal(shown.length, 20);
        all.push(...shown);
      }
      assert.equal(new Set(all).size, 60);
    },
  },
  {
    name: "“Show all” of a group that is cut filters by it, and the results have the focus",
    at: `${LIBRARY}&group-by=kind&page-size=20`,
    async run(page) {
      await page.see(groupTitles);
      await settled(page);
      await page.click(button("Show all 15: Tool"));
      await page.see(heading("15 results"));
      await page.see(button("Remove filter: Tool"));
      await page.until("the focus on the results", ($) => $.name(/** @type {Element} */ ($.active())) === "15 results");
      await settled(page);
      assert.equal(await page.count(works), 15);
      assert.equal(await page.count(button("Show all 15: Tool")), 0);
    },
  },
  {
    name: "a page that groups by itself can be ungrouped by its reader, also for the next visit",
    at: `${LIBRARY}&group-by=section`,
    async run(page) {
      await page.see(groupTitles);
      assert.equal(await chosen(page, grouping), "Page");
      await choose(page, grouping, "Nothing");
      await page.gone(groupTitles);
      const address = await page.ask(() => location.href);
      await page.open("/glossary.html");
      await page.open(address);
      await settled(page);
      // Results don't wait for what stands around them.
      await page.see(grouping);
      assert.equal(await chosen(page, grouping), "Nothing");
      assert.equal(await page.count(groupTitles), 0);
    },
  },
  {
    name: "“Show more” adds to what is there: the first new work has the focus, and the page says how many are shown, to the end",
    at: `${LIBRARY}&paging=more&page-size=25`,
    async run(page) {
      await page.see(more(25));
      await settled(page);
      const shown = { css: ".pages", within: catalog };
      assert.match((await page.texts(shown))[0] ?? "", /25 of 60 shown/u);
      const before = await page.names(workTitles);
      await page.click(more(25));
      await page.see(more(10));
      await page.see({ ...works, nth: 49 });
      const after = await page.names(workTitles);
      assert.deepEqual([after.slice(0, 25), after.length], [before, 50]);
      assert.equal((await page.focused()).name, after[25]);
      await page.click(more(10));
      await page.gone(more(10));
      await page.see({ ...works, nth: 59 });
      assert.deepEqual([await page.texts(shown), await page.count(works)], [["60 of 60 shown"], 60]);
      assert.equal((await page.focused()).name, (await page.names(workTitles))[50]);
      assert.equal(await page.count({ role: "navigation", name: "Pages of results" }), 0);
    },
  },
  {
    name: "“Show more” under headings adds to the groups that are there",
    at: `${LIBRARY}&paging=more&page-size=20&group-by=kind`,
    async run(page) {
      await page.see(more(20));
      await settled(page);
      assert.deepEqual(await page.names(groupTitles), ["Report (15)", "Tool (15)"]);
      const before = await parts(page);
      await page.click(more(20));
      await page.see({ ...groupTitles, name: "Video (15)" });
      await settled(page);
      const after = await parts(page);
      assert.deepEqual(after.slice(0, 20), before);
      assert.deepEqual([after.length, new Set(after).size], [40, 40]);
      assert.equal((await worksUnder(page, "Tool")).length, 15);
      assert.match((await page.focused()).name, new RegExp(`part ${after[20]}$`, "u"));
    },
  },
  {
    name: "what was shown by “Show more” is shown again after another page",
    at: `${LIBRARY}&paging=more&page-size=25`,
    async run(page) {
      await page.see(more(25));
      await settled(page);
      await page.click(more(25));
      await page.see(more(10));
      const address = await page.ask(() => location.href);
      await page.open("/glossary.html");
      await page.open(address);
      await page.see(more(10));
      await settled(page);
      assert.equal(await page.count(works), 50);
      await page.click(filter("Report"));
      await page.see(heading("15 results"));
      await settled(page);
      assert.equal(await page.count(works), 15);
    },
  },
  {
    name: "a word that is misspelt: the page says for what it shows results",
    at: LIBRARY,
    async run(page) {
      await search(page, "brigdes");
      await page.see({ css: ".note", text: "Showing results for “bridges”.", within: catalog });
      await page.see(headingFrom("29 results for “brigdes”"));
    },
  },
  {
    name: "words that no work has together: the page says which were left out",
    at: LIBRARY,
    async run(page) {
      await search(page, "bridges qqqqzzzz");
      const [note] = await page.texts({ css: ".note", within: catalog });
      assert.match(note ?? "", /^Nothing has all of these words, so results without “qqqqzzzz” are shown too\.$/u);
    },
  },
  {
    name: "a query in quotation marks finds just these words, and its heading doesn't quote it twice",
    at: LIBRARY,
    async run(page) {
      await search(page, '"land, part 7"');
      await page.see(heading('1 result: "land, part 7"'));
      assert.deepEqual(await parts(page), [7]);
    },
  },
];
