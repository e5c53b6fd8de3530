// The reading list: what a reader chooses, kept on this device and nowhere else, and taken along in many ways.

import assert from "node:assert/strict";
import { axe, htmlcs } from "../audit.mjs";
import { button, buttonFrom, catalog, focusWithin, headingFrom, search, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

const KEY = "equity-catalog:reading-list:Racial Equity Catalog";
const NET_GAINS = "Net Gains: A Handbook for Network Builders Seeking Social Change";
const BRIDGES = "Bridges Puentes: Building Black-Brown Solidarities Across the U.S.";
const FIT = "Perfect Fit or Shotgun Marriage?: Understanding The Power and Pitfalls in Partnerships";
const SHARED = "/#list=perfect-fit.nothing-like-it.net-gains";

/** @param {string} title @returns {Target} */
const add = (title) => button(`Add to list: ${title}`);
/** @param {string} title @returns {Target} */
const inList = (title) => button(`In list: ${title}`);
/** @param {number} count @returns {Target} */
const listButton = (count) => button(`Reading list (${count})`);
const listTitle = headingFrom("Reading list \\(");
const titles = { role: "heading", within: works };

/** What this device keeps; undefined for nothing. @param {Page} page */
const kept = (page) => page.ask((_, key) => {
  const others = Object.keys(localStorage).filter((one) => one !== key);
  return others.length > 0 ? others : JSON.parse(localStorage.getItem(key) ?? "null");
}, KEY);

/** Chooses works where they are listed. @param {Page} page @param {string[]} which */
async function choose(page, ...which) {
  await settled(page);
  for (const title of which) {
    await page.click(add(title));
    await page.see(inList(title));
  }
}

/** Opens the list. @param {Page} page @param {number} count */
async function show(page, count) {
  await page.click(listButton(count));
  await page.see(listTitle);
  await settled(page);
}

/** What another tab of the same reader does: a document of the page's origin, whose changes the browser tells this one. @param {Page} page @param {string[]} ids */
const inAnotherTab = (page, ids) => page.ask(async (_, key, list) => {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  frame.contentWindow?.localStorage.setItem(key, JSON.stringify(list));
  await new Promise((done) => setTimeout(done, 100));
  frame.remove();
}, KEY, ids);

/** The text of a file that is offered. @param {Page} page @param {string} name */
async function file(page, name) {
  const href = await page.attribute({ css: `a[download="reading-list.${name}"]`, within: catalog }, "href");
  return decodeURIComponent(href?.slice(href.indexOf(",") + 1) ?? "");
}

/** @type {Case[]} */
const choosing = [
  {
    name: "nothing is kept on the device before the reader chooses something",
    at: "/",
    async run(page) {
      await search(page, "network");
      await page.click({ css: ".open", within: { ...works, nth: 0 } });
      await page.see({ css: ".record", within: catalog });
      assert.equal(await kept(page), null);
      assert.equal(await page.ask(() => document.cookie + sessionStorage.length), "0");
      assert.equal(await page.count(buttonFrom("Reading list")), 0);
    },
  },
  {
    name: "“Add to list” adds the work, says so, and takes it out again; then nothing is kept any more",
    at: "/",
    async run(page) {
      await settled(page);
      assert.deepEqual(await page.texts(add(NET_GAINS)), ["Add to list"]);
      assert.equal(await page.attribute(add(NET_GAINS), "aria-pressed"), "false");
      await page.click(add(NET_GAINS));
      await page.see(inList(NET_GAINS));
      assert.equal(await page.attribute(inList(NET_GAINS), "aria-pressed"), "true");
      assert.ok(await page.ask(focusWithin, inList(NET_GAINS)), "the focus stays");
      await page.see(listButton(1));
      assert.deepEqual(await kept(page), ["net-gains"]);
      await page.click(inList(NET_GAINS));
      await page.gone(buttonFrom("Reading list"));
      assert.equal(await kept(page), null);
    },
  },
  {
    name: "the list is there when the reader comes back",
    at: "/",
    async run(page) {
      await choose(page, NET_GAINS, BRIDGES);
      await page.open("/glossary.html");
      await page.open("/");
      await page.see(listButton(2));
      await settled(page);
      await page.see(inList(BRIDGES));
    },
  },
  {
    name: "by keyboard alone: add, open the list, take out, go back",
    at: "/",
    async run(page) {
      await settled(page);
      const press = async (/** @type {Target} */ target, /** @type {string} */ key) => {
        await page.see(target);
        await page.ask(($, wanted) => /** @type {HTMLElement} */ ($.one(wanted)).focus(), target);
        await page.press(key);
      };
      await press(add(NET_GAINS), "Space");
      await press(listButton(1), "Enter");
      await page.until("the focus on the list’s title", ($) => $.describe($.active()).name === "Reading list (1)");
      await press(inList(NET_GAINS), "Enter");
      await page.see(headingFrom("Reading list \\(0"));
      assert.equal((await page.focused()).name, `Add to list: ${NET_GAINS}`);
      await press(button("Back to the catalog"), "Enter");
      await page.see(headingFrom("Networks, Alliances"));
    },
  },
];

/** @type {Case[]} */
const viewing = [
  {
    name: "the list shows the works in the order in which they were chosen, and says where it is kept",
    at: "/",
    async run(page) {
      await choose(page, NET_GAINS, FIT, BRIDGES);
      await show(page, 3);
      assert.deepEqual(await page.names(titles), [NET_GAINS, FIT, BRIDGES]);
      await page.see({ css: "p", text: "Kept on this device only." });
      assert.equal((await page.focused()).name, "Reading list (3)");
      assert.equal(await page.ask(() => location.hash), "#list");
      await page.ask(() => history.back());
      await page.see(headingFrom("Networks, Alliances"));
      await page.see(listButton(3));
    },
  },
  {
    name: "a work that is taken out stays until the reader leaves, but is counted and taken along no more",
    at: "/",
    async run(page) {
      await choose(page, NET_GAINS, FIT);
      await show(page, 2);
      await page.click(inList(NET_GAINS));
      await page.see(add(NET_GAINS));
      await page.see(headingFrom("Reading list \\(1"));
      assert.ok(!(await file(page, "ris")).includes("net-gains"));
      await page.click(button("Back to the catalog"));
      await settled(page);
      await show(page, 1);
      assert.deepEqual(await page.names(titles), [FIT]);
    },
  },
  {
    name: "“Remove all” empties the list, and “Undo” brings it back in its order",
    at: "/",
    async run(page) {
      await choose(page, NET_GAINS, FIT);
      await show(page, 2);
      await page.click(button("Remove all"));
      await page.see({ role: "status", text: "Your reading list is empty now.", within: catalog });
      assert.equal(await kept(page), null);
      await page.click(button("Undo"));
      await page.see(inList(FIT));
      assert.deepEqual(await kept(page), ["net-gains", "perfect-fit"]);
      await page.see(headingFrom("Reading list \\(2"));
    },
  },
  {
    name: "an empty list says how it is filled",
    at: "/#list",
    async run(page) {
      await page.see({ css: "p", text: "No work is in your reading list yet. “Add to list” stands below each work.", within: catalog });
      assert.equal(await page.count(button("Print")), 0);
    },
  },
  {
    name: "the whole list comes as files",
    at: "/",
    async run(page) {
      await choose(page, NET_GAINS, FIT);
      await show(page, 2);
      assert.equal((await file(page, "ris")).match(/^ER {2}- /gmu)?.length, 2);
      assert.match(await file(page, "bib"), /\{net-gains,[^]*\{perfect-fit,/u);
      assert.deepEqual(JSON.parse(await file(page, "json")).map((/** @type {{ id: string }} */ { id }) => id), ["net-gains", "perfect-fit"]);
      assert.deepEqual((await file(page, "csv")).split("\r\n").map((line) => line.split(",")[0]), ["\ufeffid", "net-gains", "perfect-fit", ""]);
    },
  },
  {
    name: "“Print” prints the page",
    at: "/",
    async run(page) {
      await choose(page, NET_GAINS);
      await show(page, 1);
      await page.ask(() => { globalThis.print = () => { document.body.dataset.printed = "yes"; }; });
      await page.click(button("Print"));
      assert.equal(await page.ask(() => document.body.dataset.printed), "yes");
    },
  },
  {
    name: "on paper: the list’s works, and nothing to press",
    at: "/",
    needs: "print",
    async run(page) {
      await choose(page, NET_GAINS, FIT);
      await show(page, 2);
      const paper = (await page.print()).pages.join("");
      assert.ok(paper.includes("NetGains:AHandbook") && paper.includes("PerfectFit"), paper.slice(0, 300));
      for (const words of ["Details", "DownloadRIS", "Inlist", "BridgesPuentes", "Removeall"]) assert.ok(!paper.includes(words), words);
    },
  },
];

/** @type {Case[]} */
const sharing = [
  {
    name: "the link to the list shows it to somebody else, and keeps nothing",
    at: "/",
    async run(page) {
      await page.ask(() => {
        /** @type {string[]} */
        const copied = [];
        Object.assign(globalThis, { copied });
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (/** @type {string} */ text) => void copied.push(text) }, configurable: true });
      });
      await choose(page, FIT, NET_GAINS);
      await show(page, 2);
      await page.click(button("Copy a link to this list"));
      await page.see({ role: "status", text: "Copied.", within: catalog });
      const [link = ""] = await page.ask(() => /** @type {any} */ (globalThis).copied);
      assert.match(link, /\/#list=perfect-fit\.net-gains$/u);
      await page.ask(() => localStorage.clear());
      await page.open("/glossary.html");
      await page.open(link);
      await page.see(headingFrom("Reading list \\(2"));
      await settled(page);
      assert.deepEqual(await page.names(titles), [FIT, NET_GAINS]);
      await page.see({ css: "p", text: "This list was shared with you. It is not kept until you add it to yours.", within: catalog });
      assert.equal(await kept(page), null);
      assert.equal(await page.count(button("Remove all")), 0);
    },
  },
  {
    name: "a shared list leaves out what the catalog doesn't have, and “Add all” puts the rest behind the reader's own works",
    at: SHARED,
    async run(page) {
      await page.see(headingFrom("Reading list \\(2"));
      await settled(page);
      assert.deepEqual(await page.names(titles), [FIT, NET_GAINS]);
      await page.click(button("Add all to my reading list"));
      await page.see({ css: "p", text: "Kept on this device only.", within: catalog });
      assert.deepEqual(await kept(page), ["perfect-fit", "net-gains"]);
      assert.equal(await page.ask(() => location.hash), "#list");
    },
  },
  {
    name: "a list that is older than the catalog counts the works that there are, and forgets none",
    at: "/",
    async run(page) {
      await page.ask((_, key) => localStorage.setItem(key, JSON.stringify(["gone-by-now", "net-gains"])), KEY);
      await page.open("/glossary.html");
      await page.open("/");
      await show(page, 1);
      assert.deepEqual(await page.names(titles), [NET_GAINS]);
      await page.click(button("Back to the catalog"));
      await choose(page, BRIDGES);
      assert.deepEqual(await kept(page), ["gone-by-now", "net-gains", "bridges-puentes"]);
    },
  },
  {
    name: "a link with nonsense in it shows an empty list and does no harm",
    at: "/#list=%00..%22%3E%3Cscript%3E._110000_.__",
    async run(page) {
      await page.see(headingFrom("Reading list \\(0"));
      await page.click(button("Back to the catalog"));
      await page.see(works);
    },
  },
  {
    name: "what another tab does to the list is so in this one too",
    at: "/",
    async run(page) {
      await choose(page, NET_GAINS);
      await inAnotherTab(page, ["net-gains", "bridges-puentes"]);
      await page.see(listButton(2));
      await page.see(inList(BRIDGES));
      await show(page, 2);
      await inAnotherTab(page, ["bridges-puentes", "perfect-fit"]);
      await page.see(inList(FIT));
      await page.see(add(NET_GAINS));
      await page.see(headingFrom("Reading list \\(2"));
    },
  },
  {
    name: "two catalogs of one page that show the same one have one list",
    at: "/test/two.html",
    async run(page) {
      const [first, second] = [{ css: "#first" }, { css: "#second" }];
      await page.click({ ...add(NET_GAINS), within: first });
      await page.see({ ...inList(NET_GAINS), within: first });
      await page.click({ css: ".keep", within: { ...works, within: second, nth: 3 } });
      await page.see({ ...listButton(2), within: first });
      await page.see({ ...listButton(2), within: second });
      await page.see({ ...inList(NET_GAINS), within: second });
    },
  },
];

/** @type {Case[]} */
const refused = [
  {
    name: "where the browser keeps nothing for the page, the list works while the page is open, and says that it isn't kept",
    at: "/",
    async run(page) {
      await page.ask(() => void Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); }, configurable: true }));
      await choose(page, NET_GAINS);
      await show(page, 1);
      assert.deepEqual(await page.names(titles), [NET_GAINS]);
      await page.see({ css: "p", text: "This browser doesn’t let the page keep your list: it lasts until you leave the page.", within: catalog });
      await page.open("/glossary.html");
    },
  },
  {
    name: "where there is no room left on the device, the same",
    at: "/",
    async run(page) {
      await page.ask(() => void (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
      await choose(page, NET_GAINS);
      await show(page, 1);
      assert.deepEqual(await page.names(titles), [NET_GAINS]);
      await page.see({ css: "p", text: "This browser doesn’t let the page keep your list: it lasts until you leave the page.", within: catalog });
    },
  },
  {
    name: "a site that wants no reading list has none",
    at: "/",
    async run(page) {
      await settled(page);
      await page.ask(() => document.querySelector("equity-catalog")?.setAttribute("reading-list", "off"));
      await page.gone(buttonFrom("Add to list"));
      await settled(page);
      await page.see(buttonFrom("Details: "));
      assert.equal(await page.count({ css: ".keep, .list-button", within: catalog }), 0);
    },
  },
  ...[false, true].map((dark) => /** @type {Case} */ ({
    name: `the reading list has no accessibility finding in ${dark ? "dark" : "light"}`,
    at: "/",
    dark,
    async run(page) {
      await choose(page, NET_GAINS, FIT);
      await show(page, 2);
      await page.click(inList(FIT));
      await page.see(add(FIT));
      const found = await axe(page);
      assert.deepEqual(dark ? found : [...found, ...(await htmlcs(page))], []);
    },
  })),
  {
    name: "a list that was shared has no accessibility finding",
    at: SHARED,
    async run(page) {
      await page.see(button("Add all to my reading list"));
      await settled(page);
      assert.deepEqual([...(await axe(page)), ...(await htmlcs(page))], []);
    },
  },
];

/** Every test leaves the device as it found it, also when it fails. @type {Case[]} */
export const readingLists = [...choosing, ...viewing, ...sharing, ...refused].map((each) => ({
  ...each,
  async run(page, site) {
    try {
      await each.run(page, site);
    } finally {
      await page.ask(() => localStorage.clear());
    }
  },
}));
