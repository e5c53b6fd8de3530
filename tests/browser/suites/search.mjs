// Searching and filtering.

import assert from "node:assert/strict";
import {
  button, buttonFrom, catalog, filter, heading, headingFrom, promised, resultCount, search, searchBox, settled, status, workTitles, works,
} from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */

/** A query and the work that must come first. @type {[query: string, why: string, first: RegExp][]} */
const FINDS = [
  ["shotgun marriage", "words of the title", /^Perfect Fit or Shotgun Marriage/u],
  ["coaliton deep south", "a misspelt word", /^Coalitions for Social Change in the Deep South/u],
  ["panehtnic", "two letters swapped", /^Building Panethnic Coalitions/u],
  ["leadership stew", "an unfinished word", /^Distributing Leadership, Promoting Stewardship/u],
  ["Vu Le", "an author's name", /^20 Ways Majority-White Nonprofits/u],
  ["john a. powell", "an author in lower case", /^African American - Immigrant Alliance Building/u],
  ["holley weavers", "an author and a word of the title", /^Network Toolkit for Network Weavers/u],
  ["multiracial partnerships and coalitions flipping", "the title of the earlier page", /^Multi-Racial Partnerships and Coalitions/u],
];

/** @type {Case[]} */
const finds = FINDS.map(([query, why, first]) => ({
  name: `finds a work by ${why}: ${query}`,
  at: "/",
  async run(page) {
    await search(page, query);
    const [title] = await page.names(workTitles);
    assert.match(title ?? "", first);
  },
}));

/** @type {Case[]} */
export const searching = [
  ...finds,
  {
    name: "typing shows results in the section's place, keeps the focus in the box, and the status says how many",
    at: "/",
    async run(page) {
      await page.click(searchBox);
      await page.type("network");
      await page.see(headingFrom("[0-9]+ results for “network”"));
      assert.equal((await page.focused()).name, searchBox.name);
      const count = await resultCount(page);
      assert.ok(count > 10, `${count}`);
      await page.until("the status to say the count", ($, where, wanted) => $.all(where).some((each) => $.content(each).startsWith(`${wanted} results`)), status, count);
      assert.equal(await page.count({ css: "[data-section]", within: catalog }), 0);
    },
  },
  {
    name: "nothing that is typed or chosen leaves the browser: only the package's own parts are fetched, once each",
    at: "/",
    async run(page, site) {
      await page.see(works);
      const before = site.asked.length;
      await search(page, "network");
      await page.click(filter("Tool"));
      await page.see(button("Remove filter: Tool"));
      const after = site.asked.slice(before).filter(({ path }) => path !== "/favicon.ico").map(({ path, query }) => path + query);
      assert.ok(after.every((address) => /^\/pkg\/[a-z-]+\.js$/u.test(address)), after.join());
      assert.equal(new Set(after).size, after.length);
    },
  },
  {
    name: "what matched is marked, and nothing else is",
    at: "/",
    async run(page) {
      await search(page, "weav");
      const marked = await page.texts({ css: "mark", within: works });
      assert.ok(marked.length > 0);
      assert.deepEqual([...new Set(marked.map((text) => text.toLowerCase().slice(0, 4)))], ["weav"]);
    },
  },
  {
    name: "a word that is nowhere gives an empty page that says what to try, and a way back",
    at: "/",
    async run(page) {
      await search(page, "zzzzqqqq");
      assert.equal(await page.count(works), 0);
      await page.until("the status to say so", ($, where) => $.all(where).some((each) => $.content(each).startsWith("No results")), status);
      await page.see({ role: "listitem", name: { pattern: "spelling" }, within: catalog });
      await page.click(buttonFrom("Clear and browse"));
      await page.see(heading("Networks, Alliances, and Coalitions"));
      assert.equal((await page.focused()).name, searchBox.name);
    },
  },
  {
    name: "words that no work has together still find something, and the page says which were left out",
    at: "/",
    async run(page) {
      await search(page, "coalitions zzzzqqqq");
      assert.ok((await page.count(works)) > 0);
      const [text] = await page.texts({ css: ".view", within: catalog });
      assert.match(text, /“zzzzqqqq”/u);
    },
  },
  {
    name: "typed markup is text, and breaks nothing",
    at: "/",
    async run(page) {
      await search(page, "<img src=x onerror=alert(1)> &amp; \"quote");
      assert.equal(await page.count({ css: "img", within: catalog, hidden: true }), 0);
    },
  },
  {
    name: "each kind's filter gives as many works as its label promises, and says so on a chip that takes it back",
    at: "/",
    async run(page) {
      for (const kind of ["Case study", "Tool", "Resource"]) {
        const count = await promised(page, kind);
        await page.click(filter(kind));
        await page.see(headingFrom(`${count} results?$`));
        assert.equal((await page.focused()).role, "checkbox");
        await page.click(button(`Remove filter: ${kind}`));
        await page.see(heading("Networks, Alliances, and Coalitions"));
        assert.equal(await promised(page, kind), count);
      }
    },
  },
  {
    name: "two values of one filter add up; their counts don't collapse; another filter narrows",
    at: "/",
    async run(page) {
      const [tools, resources] = [await promised(page, "Tool"), await promised(page, "Resource")];
      await page.click(filter("Tool"));
      await page.see(headingFrom(`${tools} results?$`));
      assert.equal(await promised(page, "Resource"), resources);
      await page.click(filter("Resource"));
      await page.see(headingFrom(`${tools + resources} results?$`));
      const both = await promised(page, "Network Weaver");
      await page.click(filter("Network Weaver"));
      await page.see(headingFrom(`${both} results?$`));
      await page.see(button("Remove filter: Network Weaver"));
      await page.click(button("Clear all"));
      await page.see(heading("Networks, Alliances, and Coalitions"));
      await settled(page);
      assert.equal(await page.count({ css: "input:checked", within: catalog }), 0);
    },
  },
  {
    name: "a filter's count follows the query",
    at: "/",
    async run(page) {
      await search(page, "network");
      const count = await promised(page, "Tool");
      await page.click(filter("Tool"));
      await page.see(headingFrom(`${count} results? for “network”`));
    },
  },
  {
    name: "a long filter shows the first values and the rest on demand",
    at: "/",
    async run(page) {
      const organizations = { role: "checkbox", within: { role: "group", name: "Organization" } };
      await page.see(organizations);
      const few = await page.count(organizations);
      const more = { css: ".more", within: { role: "group", name: "Organization" } };
      const [label] = await page.names(more);
      assert.match(label, /^Show all [0-9]+$/u);
      await page.click(more);
      await page.see(button("Show fewer"));
      assert.equal(await page.count(organizations), Number(label.slice("Show all ".length)));
      assert.ok(few <= 8);
    },
  },
  {
    name: "every filter is a group with a name, of native checkboxes with their counts in the name",
    at: "/",
    async run(page) {
      await page.see(filter("Tool"));
      const groups = await page.names({ role: "group", css: "fieldset", within: catalog });
      assert.ok(groups.length >= 3 && groups.every(Boolean), groups.join());
      const names = await page.names({ role: "checkbox", css: "input", within: catalog });
      assert.ok(names.every((name) => /\([0-9]+\)$/u.test(name)), names.join());
    },
  },
  {
    name: "on a phone the filters stand behind a button that says how many are chosen",
    at: "/",
    size: [320, 640],
    async run(page) {
      await page.see(button("Filters"));
      assert.equal(await page.count(filter("Tool")), 0);
      await page.click(button("Filters"));
      await page.see({ role: "dialog", name: "Filters" });
      await page.click(filter("Tool"));
      await page.click(button("Show 8 results"));
      await page.gone({ role: "dialog" });
      await page.see(button("Filters (1 chosen)"));
      await page.until("the focus on the results", ($) => $.name(/** @type {Element} */ ($.active())) === "8 results");
    },
  },
  {
    name: "a question in a reader's own words is answered, and its common words hide nothing",
    at: "/",
    async run(page) {
      await page.click(searchBox);
      await page.type("what is there about alliances and coalitions");
      await page.until("several works", ($, where) => $.all(where).length >= 8, works);
    },
  },
  {
    name: "pages of results: a named list of pages, the focus on the first work of the page chosen",
    at: "/test/paged.html",
    async run(page) {
      const pager = { role: "navigation", name: "Pages of results" };
      await page.see(pager);
      assert.equal(await page.count(works), 5);
      const [first] = await page.names(workTitles);
      await page.click({ role: "button", name: "Page 2", within: pager });
      await page.until("other works", ($, where, before) => $.name($.one(where)) !== before, workTitles, first ?? "");
      assert.equal(await page.attribute({ role: "button", name: "Page 2", within: pager }, "aria-current"), "page");
      assert.equal((await page.focused()).name, (await page.names(workTitles))[0]);
      await page.click({ role: "button", name: "Next", within: pager });
      await page.until("the third page", ($, where) => $.one(where).getAttribute("aria-current") === "page", { role: "button", name: "Page 3", within: pager });
      await page.click({ role: "button", name: "Page 10", within: pager });
      await page.until("the last page, with the rest", ($, where) => $.all(where).length === 4, works);
      assert.equal(await page.count({ role: "button", name: "Next", within: pager }), 0);
    },
  },
];
