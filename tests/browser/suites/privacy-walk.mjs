// A walk through all that a reader can do, page by page and step by step, for privacy.mjs. Each step names the rows of PRIVACY.md that it brings.

import assert from "node:assert/strict";
import { annotated, annotatedWhole, button, buttonFrom, catalog, filter, glossary, glossaryBox, headingFrom, popup, search, searchBox, settled, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */

const LIST = "localStorage equity-catalog:reading-list:TITLE";
const POPUPS = "localStorage equity-popups";
const COPIES = "caches equity-catalog kept FOLDER BUILD";

/**
 * One step: what the reader does, what of PRIVACY.md it brings, and what the device holds from then on, when that changes.
 * @typedef {[what: string, act: (page: Page) => Promise<unknown>, brings?: string[], holds?: string[]]} Step
 */
/** @typedef {[at: string, opens: (page: Page) => Promise<unknown>, steps: Step[], brings?: string[], holds?: string[]]} Visit */

/** A step that is one click. @param {string} what @param {import("../driver/inside.mjs").Target} target @param {string[]} [brings] @param {string[]} [holds] @returns {Step} */
const click = (what, target, brings, holds) => [what, async (page) => page.click(target), brings, holds];

/** Chooses from a list of the widget's. @param {string} act @param {string} value @returns {(page: Page) => Promise<void>} */
const pick = (act, value) => async (page) => {
  await page.ask(($, wanted, to) => {
    const list = /** @type {HTMLSelectElement} */ ($.one(wanted));
    list.value = to;
    list.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  }, { css: `select[data-act=${act}]` }, value);
  await settled(page);
};

/** @param {Page} page */
const back = (page) => page.ask(() => history.back());

/** @param {Page} page */
async function prints(page) {
  await page.ask(() => {
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
  });
}

/** @param {string} query @returns {(page: Page) => Promise<void>} */
const searches = (query) => async (page) => {
  await page.fill({ role: "searchbox", within: catalog }, query);
  await page.see({ css: ".results-title", name: { pattern: query }, within: catalog });
  await settled(page);
};

const record = { css: ".record", within: catalog };
const listTitle = headingFrom("Reading list \\(");

/** Near the end, and only then, copies are kept; at the end they are gone. @type {Visit[]} */
export const WALK = [
  ["/", settled, [
    ["searches", (page) => search(page, "network")],
    ["asks for another order", pick("sort", "title")],
    ["asks for groups", pick("group", "section")],
    click("filters", filter("Tool")),
    click("takes that back", button("Clear all")),
    click("opens a page of the catalog", { css: "[data-act=section]", nth: 1 }),
    ["makes a slip", (page) => page.fill(searchBox, "coaliton")],
    ["goes back", back],
    ["is sent to results by the page", async (page) => {
      await page.ask(() => /** @type {any} */ (document.querySelector("equity-catalog")).go({ query: "weaver" }));
      await page.see(headingFrom("[0-9]+ results? for “weaver”"));
    }],
  ]],
  ["/test/finding/library.html?view=search", settled, [
    ["filters in a drawer", async (page) => {
      await page.resize(360, 700);
      await page.click({ role: "button", name: { pattern: "^Filters" }, within: { role: "search" } });
      await page.click(filter("Report"));
      await page.press("Escape");
      await page.resize(1280, 800);
      await settled(page);
    }],
  ]],
  ["/test/paged.html", settled, [click("turns the page", button("Page 2"))]],
  ["/test/works.html", settled, [
    click("opens a work in full", button("Details: Commons for stewards")),
    click("looks up a term in it", { ...button("Steward"), within: record }),
    ["closes that", (page) => page.press("Escape")],
    ["finds references as files that are in the page already", async (page) => {
      await page.click({ css: "summary", text: "Cite", within: record });
      const files = await page.ask(($) => $.all({ css: "a[download]" }).map((link) => link.getAttribute("href")?.split(":")[0]));
      assert.deepEqual(files, ["data", "data", "data", "data"]);
    }],
    click("copies the reference", button("Copy reference"), ["clipboard"]),
    click("copies the link", button("Copy link"), ["clipboard"]),
    click("shares it", button("Share"), ["share"]),
    click("goes on to a related work", { css: ".record-related a", nth: 0 }),
    ["goes back", back],
  ]],
  ["/glossary.html", (page) => page.see(glossaryBox), [
    ["searches the glossary", async (page) => {
      await page.fill(glossaryBox, "oppr");
      await page.see({ css: ".found" });
    }],
    click("follows a term in what was found", { css: ".cross", within: glossary, nth: 0 }),
    ["goes back", back],
    ["asks for a letter", async (page) => {
      await page.fill(glossaryBox, "");
      await page.click({ css: "nav a", within: glossary, nth: 1 });
    }],
    ["prints it", prints],
  ]],
  ["/test/many.html", (page) => page.see({ css: ".term", within: glossary }), [
    ["asks a long glossary", async (page) => {
      await page.fill(glossaryBox, "other name 50");
      await page.see({ css: ".letter-title", name: "3 terms" });
    }],
  ]],
  ["/test/own.html", (page) => page.see(works), []],
  ["/test/hostile/page.html?base", settled, []],
  ["/test/language.html?html=es", settled, [["searches in Spanish", searches("weaver")]]],
  ["/test/language.html?html=ar", settled, [["searches in Arabic", searches("weaver")]]],
  ["/test/privacy/all.html", async (page) => {
    await settled(page);
    await page.see({ css: "[data-opened='Racial Equity Catalog, integrity-mismatch']" });
  }, [
    click("has more shown", buttonFrom("Show 5 more")),
    ["looks up a painted term", async (page) => {
      await annotatedWhole(page);
      await page.click({ css: "summary", within: glossary });
      await page.click({ css: "li button", within: glossary, nth: 0 });
      await page.see(popup);
    }],
  ]],
  ["/test/takeover.html", (page) => page.see({ css: "[data-resource]" }), [
    ["waits for the script", async (page) => {
      await page.ask(() => void dispatchEvent(new Event("now")));
      await page.see(searchBox);
      await settled(page);
    }],
  ]],
  ["/article.html", annotatedWhole, [
    ["puts the pointer on a term", async (page) => {
      await page.hover({ ...annotated, nth: 0 });
      await page.see(popup);
    }],
    click("presses it", { ...annotated, nth: 0 }),
    click("goes on to a related term", { css: ".see-also button, .cross", within: popup, nth: 0 }),
    click("goes back", { ...button("Back"), within: popup }),
    ["prints the page with notes", prints],
    click("asks how popups are turned off", { ...button("Turn off these popups on this site"), within: popup }),
    ["turns them off", async (page) => {
      await page.click({ ...button("Turn them off"), within: popup });
      await page.see(button("Turn them on"));
    }, [POPUPS], [POPUPS]],
    ["turns them on", async (page) => {
      await page.click(button("Turn them on"));
      await page.see(annotated);
    }, [POPUPS], []],
  ]],
  ["/", settled, [
    ["adds a work to the reading list", async (page) => {
      await page.click({ css: ".keep", nth: 0 });
      await page.see(buttonFrom("Reading list"));
    }, [LIST], [LIST]],
    ["opens the list", async (page) => {
      await page.click(buttonFrom("Reading list"));
      await page.see(listTitle);
      await settled(page);
    }],
    ["finds it as files that are in the page already", async (page) => {
      const files = await page.ask(($) => $.all({ css: "a[download]" }).map((link) => link.getAttribute("href")?.split(":")[0]));
      assert.deepEqual(files, ["data", "data", "data", "data"]);
    }],
    click("copies a link to it", button("Copy a link to this list"), ["clipboard"]),
    click("prints it", button("Print"), ["print"]),
  ]],
  ["/#resource-net-gains&q=network", (page) => page.see(record), []],
  ["/#list=perfect-fit.net-gains", (page) => page.see(button("Add all to my reading list")), [
    click("adds a list that was shared", button("Add all to my reading list"), [LIST]),
    click("takes all out", button("Remove all"), [LIST], []),
    click("thinks better of it", button("Undo"), [LIST], [LIST]),
    click("takes all out again", button("Remove all"), [LIST], []),
  ]],
  ["/test/without-wasm.html", settled, [
    ["sees records of the page's own", (page) => page.see({ css: "#own", text: "A work of the page’s own" })],
  ]],
  ["/test/offline/kept.html", async (page) => {
    await settled(page);
    await page.until("copies, and all modules", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/pkg/take-over.js")));
  }, [], [COPIES]],
  ["/test/offline/packs.html?forget", settled, [], [COPIES], []],
];
