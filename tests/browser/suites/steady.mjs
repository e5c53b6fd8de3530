// What a reader has, and where a reader is, stays so whatever else happens: the open work, the focus, filters and their counts, the page's own
// part of the address. Every case here was once lost.

import assert from "node:assert/strict";
import { pause } from "../driver/page.mjs";
import { button, buttonFrom, catalog, filter, focusWithin, heading, headingFrom, search, searchBox, settled, status, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */
/** @typedef {import("../run.mjs").Case} Case */

const LIBRARY = "/test/finding/library.html?view=search";
const ADDRESS = "/test/finding/address.html";
const record = { css: ".record dl", within: catalog };
const details = { css: ".open", within: catalog };

/** @param {string} name @returns {Target} */
const group = (name) => ({ role: "group", name, within: catalog });
/** @param {string} name @returns {Target} */
const fold = (name) => ({ ...button(name), within: group(name) });
/** @param {string} name @returns {Target} */
const inRecord = (name) => ({ ...button(name), within: { css: ".record", within: catalog } });

/** @param {Page} page */
async function openFirst(page) {
  await settled(page);
  await page.click({ ...details, nth: 0 });
  await page.see(record);
}

/** @param {Page} page */
const hash = (page) => page.ask(() => location.hash);

/** Chooses from a native list. @param {Page} page @param {string} act @param {string} label */
async function choose(page, act, label) {
  await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), { css: `select[data-act=${act}]` });
  await page.type(label);
  await page.press("Tab");
}

/** What is done to the filters while a work is open, none of which asks for other works. @type {[what: string, act: (page: Page) => Promise<void>][]} */
const FILTERS = [
  ["a group is unfolded", (page) => page.click(fold("Organization"))],
  ["all values of it are shown", (page) => page.click({ ...buttonFrom("Show all"), within: group("Organization") })],
  ["one is looked for in it", (page) => page.fill({ role: "searchbox", name: "Find in Organization" }, "gar")],
  ["a group is folded", (page) => page.click(fold("Kind"))],
];

/** @type {Case[]} */
export const steady = [
  {
    name: "filters have their counts once their place has grown wide enough for them",
    at: "/",
    size: [320, 800],
    async run(page) {
      await settled(page);
      await page.resize(1280, 800);
      await page.see(filter("Tool"));
    },
  },
  {
    name: "filters have their counts once a place that was hidden is shown",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.ask(async () => {
        const widget = /** @type {HTMLElement & { restart(): void }} */ (document.querySelector("equity-catalog"));
        const place = /** @type {HTMLElement} */ (widget.parentElement);
        place.hidden = true;
        const ready = new Promise((done) => widget.addEventListener("equity-catalog:ready", done, { once: true }));
        widget.restart();
        await ready;
        place.hidden = false;
      });
      await page.see(filter("Tool"));
    },
  },
  {
    name: "an open work stays open while filters are unfolded, lengthened, searched and folded, and no search is told of",
    at: LIBRARY,
    async run(page) {
      await openFirst(page);
      await page.ask(() => {
        Object.assign(globalThis, { searches: 0 });
        addEventListener("equity-catalog:search", () => Object.assign(globalThis, { searches: 1 }));
      });
      for (const [what, act] of FILTERS) {
        await act(page);
        await pause(100);
        assert.equal(await page.count(record), 1, what);
      }
      assert.equal(await page.ask(() => /** @type {any} */ (globalThis).searches), 0);
    },
  },
  {
    name: "works taken out of the reading list can still be put back after a group was unfolded",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.ask(() => localStorage.clear());
      await page.click({ css: ".keep", within: catalog, nth: 0 });
      await page.click(button("Reading list (1)"));
      await page.click({ css: ".keep", within: catalog });
      await page.see(heading("Reading list (0)"));
      await page.click(fold("Organization"));
      assert.equal(await page.count(works), 1);
    },
  },
  {
    name: "another order closes the work, and the address says so",
    at: LIBRARY,
    async run(page) {
      await openFirst(page);
      assert.match(await hash(page), /resource-/u);
      await choose(page, "sort", "Title");
      await page.gone(record);
      assert.equal(await hash(page), "#sort=title");
    },
  },
  {
    name: "a page that lists a work is reached from a search too",
    at: "/test/finding/library.html",
    async run(page) {
      await search(page, "rivers");
      await openFirst(page);
      await page.click(inRecord("Ground floor"));
      await page.see(heading("By the door"));
      assert.equal(await page.ask(($, box) => /** @type {HTMLInputElement} */ ($.one(box)).value, searchBox), "");
      assert.ok(await page.ask(focusWithin, heading("Ground floor")));
    },
  },
  {
    name: "where pages can't be gone to, their names are text",
    at: LIBRARY,
    async run(page) {
      await openFirst(page);
      assert.equal(await page.count(inRecord("Ground floor")), 0);
      assert.match((await page.texts(record)).join(), /Old house \/ Ground floor/u);
    },
  },
  {
    name: "all works of a kind that is chosen already are shown, and it stays chosen",
    at: `${LIBRARY}#kind=Tool`,
    async run(page) {
      await openFirst(page);
      await page.click(inRecord("Tool"));
      await page.gone(record);
      await page.see(button("Remove filter: Tool"));
      await page.see(headingFrom("15 results$"));
    },
  },
  {
    name: "a filter that is taken back keeps the focus, though the short list wouldn't show it",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.click(fold("Organization"));
      await page.click({ ...buttonFrom("Show all"), within: group("Organization") });
      const name = (await page.names({ role: "checkbox", within: group("Organization") }))[12] ?? "";
      const box = filter(name.replace(/ \(.*/u, ""));
      await page.click(box);
      await page.see(buttonFrom("Remove filter"));
      await page.click({ ...button("Show fewer"), within: group("Organization") });
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), box);
      await page.press("Space");
      await page.gone(buttonFrom("Remove filter"));
      assert.ok(await page.ask(focusWithin, box));
    },
  },
  {
    name: "showing all a second time leads to the first that has come into view",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.click(fold("Organization"));
      const more = { ...buttonFrom("Show all"), within: group("Organization") };
      await page.click(more);
      const first = await page.focused();
      await page.click({ ...button("Show fewer"), within: group("Organization") });
      await page.click(more);
      assert.deepEqual(await page.focused(), first);
      assert.ok(await page.ask(focusWithin, { role: "checkbox", within: group("Organization") }));
    },
  },
  {
    name: "a place that a reader has folded stays folded while something in it is chosen",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      const within = { ...button("Within Old house"), within: catalog };
      if ((await page.attribute(within, "aria-expanded")) === "false") await page.click(within);
      await page.click(filter("Attic"));
      await page.see(buttonFrom("Remove filter"));
      await page.click(within);
      await page.click(filter("Tool"));
      await page.see(button("Remove filter: Tool"));
      assert.equal(await page.attribute(within, "aria-expanded"), "false");
    },
  },
  {
    name: "a page that changes the theme doesn't move its reader",
    at: LIBRARY,
    async run(page) {
      await openFirst(page);
      await page.ask(async () => {
        const own = document.createElement("button");
        own.id = "own";
        own.append("The page’s own");
        document.body.prepend(own);
        own.focus();
        scrollTo(0, 0);
        document.querySelector("equity-catalog")?.setAttribute("theme", "dark");
      });
      await pause(100);
      await page.see(record);
      await pause(200);
      assert.deepEqual(await page.ask(() => [document.activeElement?.id, scrollY]), ["own", 0]);
    },
  },
  {
    name: "a work whose list is gone before its details have come is not in the address",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.ask(($, open) => {
        /** @type {HTMLElement} */ ($.one(open)).click();
        // At once, before anything can have been fetched.
        const box = /** @type {HTMLInputElement} */ ($.one({ role: "searchbox", name: "Search the catalog" }));
        box.value = "bridges";
        box.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      }, { ...details, nth: 0 });
      await page.see(headingFrom("[0-9]+ results for “bridges”"));
      await page.until("the query in the address", () => location.hash.includes("bridges"));
      assert.doesNotMatch(await hash(page), /resource-/u);
      assert.equal(await page.count(record), 0);
    },
  },
  {
    name: "a part that doesn't come is told of where the reader looks, and the word is gone once it has come",
    at: LIBRARY,
    mishap: /record\.js|Failed to load|404|importing a module/iu,
    before: (site) => void site.instead.set("/pkg/record.js", { status: 404 }),
    async run(page, site) {
      await settled(page);
      const failure = { css: ".actions .note, .actions + .note, .note", text: "That did not work. Check the connection and try again, or reload the page.", within: { ...works, nth: 2 } };
      await page.click({ ...details, nth: 2 });
      await page.see(failure);
      site.instead.clear();
    },
  },
  {
    name: "who comes Back by keyboard to an open work goes on from it",
    at: LIBRARY,
    async run(page) {
      await openFirst(page);
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), inRecord("Report"));
      await page.press("Enter");
      await page.see(button("Remove filter: Report"));
      await page.ask(() => void setTimeout(() => history.back(), 0)).catch(() => {});
      await page.see(record);
      await page.until("the focus on the work", focusWithin, { ...details, nth: 0 });
    },
  },
  {
    name: "a property that a framework takes back is no attribute of that name",
    at: "/",
    async run(page) {
      await settled(page);
      const names = await page.ask(() => {
        const widget = /** @type {any} */ (document.querySelector("equity-catalog"));
        widget.filters = "kind";
        for (const name of ["section", "filters", "src"]) widget[name] = undefined;
        widget.theme = null;
        return widget.getAttributeNames();
      });
      assert.deepEqual(names.filter((/** @type {string} */ name) => ["section", "filters", "src", "theme"].includes(name)), []);
      await page.see(heading("Networks, Alliances, and Coalitions"));
    },
  },
  {
    name: "grouped by page, what is heard and what is seen count the same pages",
    at: `${LIBRARY}&group-by=section`,
    async run(page) {
      await settled(page);
      const pages = (await page.names({ css: ".pages li button", within: catalog })).filter((name) => name.startsWith("Page ")).map((name) => Number(name.slice(5)));
      await page.until("the status", ($, target, last) => $.content($.one(target)).endsWith(`page 1 of ${last}`), status, Math.max(...pages));
    },
  },
  {
    name: "how a query was understood is heard too",
    at: "/",
    async run(page) {
      await search(page, "coaliton buil").catch(() => {});
      const note = (await page.texts({ css: ".results .note", within: catalog }))[0] ?? "?";
      await page.until("the correction in the status", ($, target, text) => $.content($.one(target)).includes(text), status, note);
    },
  },
  {
    name: "“show more”, pressed at once, leaves no room behind",
    at: `${LIBRARY}&paging=more&page-size=10`,
    async run(page) {
      await page.see(buttonFrom("Show 10 more"));
      await page.ask(($, more) => /** @type {HTMLElement} */ ($.one(more)).focus(), buttonFrom("Show 10 more"));
      await page.press("Enter");
      await settled(page);
      assert.equal(await page.ask(($, view) => /** @type {HTMLElement} */ ($.one(view)).style.minBlockSize, { css: ".view", within: catalog }), "");
    },
  },
  {
    name: "a chip that gets the focus isn't covered by a bar of the page's own",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      for (const kind of ["Report", "Tool"]) await page.click(filter(kind));
      await page.see(button("Remove filter: Tool"));
      await page.ask(($, chip) => {
        document.documentElement.style.setProperty("--equity-sticky-top", "100px");
        scrollTo(0, 400);
        /** @type {HTMLElement} */ ($.one(chip)).focus({ preventScroll: true });
      }, button("Remove filter: Report"));
      await page.press("Enter");
      await page.gone(button("Remove filter: Report"));
      const top = await page.ask(($, chip) => $.one(chip).getBoundingClientRect().top, button("Remove filter: Tool"));
      assert.ok(top >= 99, `the chip stands ${top} px below the window's edge`);
    },
  },
  {
    name: "a list that was shared says which of its works are not there",
    at: `${LIBRARY}#list=work-1.nope`,
    async run(page) {
      await page.see({ css: ".note", text: "1 work of this list is not in this catalog, or not any more. This list was shared with you. It is not kept until you add it to yours.", within: catalog });
      await page.see(heading("Reading list (1)"));
    },
  },
  {
    name: "a list that was shared, of nothing that is there, isn't taken for the reader's own",
    at: `${LIBRARY}#list=nope.nor-this`,
    async run(page) {
      await page.see({ css: ".note", text: "2 works of this list are not in this catalog, or not any more.", within: catalog });
    },
  },
  {
    name: "a reading list that is full says so",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.ask(async () => {
        localStorage.setItem("equity-catalog:reading-list:A small library", JSON.stringify(Array.from({ length: 500 }, (_, index) => `other-${index}`)));
        const widget = /** @type {HTMLElement & { restart(): void }} */ (document.querySelector("equity-catalog"));
        const ready = new Promise((done) => widget.addEventListener("equity-catalog:ready", done, { once: true }));
        widget.restart();
        await ready;
      });
      await settled(page);
      await page.click({ css: ".keep", within: catalog, nth: 0 });
      await page.see({ css: ".note", text: "Your reading list is full with 500 works. Take some out before you add others.", within: catalog });
      await page.ask(() => localStorage.clear());
    },
  },
  {
    name: "headings in a work follow that of the work, wherever it is listed",
    at: "/",
    async run(page) {
      await openFirst(page);
      const levels = await page.ask(($, place) => [...$.one(place).querySelectorAll("h1,h2,h3,h4,h5,h6")].map(({ localName }) => Number(localName.slice(1))), { ...works, nth: 0 });
      const [title = 0, ...inside] = levels;
      assert.deepEqual([...new Set(inside)], [title + 1]);
    },
  },
  {
    name: "what the page keeps behind the # stays there",
    at: `${ADDRESS}#tab=2`,
    async run(page) {
      await search(page, "network");
      await page.press("Tab");
      await page.until("both in the address", () => location.hash === "#q=network&tab=2");
    },
  },
  {
    name: "where the address is the page's, a related work is a button",
    at: "/",
    async run(page) {
      await settled(page);
      await page.ask(async () => {
        const widget = /** @type {HTMLElement} */ (document.querySelector("equity-catalog"));
        const ready = new Promise((done) => widget.addEventListener("equity-catalog:ready", done, { once: true }));
        widget.setAttribute("address", "off");
        /** @type {any} */ (widget).restart();
        await ready;
      });
      await openFirst(page);
      const related = { css: ".record-related [data-act=related]", within: catalog };
      assert.deepEqual([...new Set(await page.ask(($, target) => $.all(target).map(({ localName }) => localName), related))], ["button"]);
      await page.click({ ...related, nth: 0 });
      await page.see(record);
    },
  },
  {
    name: "a work that stood above the list only to be read is gone when it is closed",
    at: "/#resource-nothing",
    async run(page) {
      await search(page, "racial equity tools glossary").catch(() => {});
      await page.ask(() => void (location.hash = "#q=consensus&resource-net-gains"));
      const above = { css: ".above .listing", within: catalog };
      await page.see(above);
      await page.click({ css: ".above .open", within: catalog });
      await page.gone(above);
      assert.ok(await page.ask(focusWithin, { css: ".results-title", within: catalog }));
    },
  },
];
