// Nothing is kept, read, asked for or handed over but as PRIVACY.md says: a walk through all features, step by step. The page's first script
// (pages/privacy/watch.js) and the server note everything; each step names the rows of PRIVACY.md that it may bring, and at the end every row has been met.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { paste } from "./takeover.mjs";
import { annotated, annotatedWhole, button, buttonFrom, catalog, filter, glossary, glossaryBox, headingFrom, popup, search, searchBox, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const DOCUMENT = readFileSync(new URL("../../../PRIVACY.md", import.meta.url), "utf8");
const PACK = fileURLToPath(new URL("../../../target/equity-catalog/racial-equity.pack", import.meta.url));
const LIST = "localStorage equity-catalog:reading-list:TITLE";
const POPUPS = "localStorage equity-popups";
const COPIES = "caches equity-catalog kept FOLDER BUILD";
/** What stands in for `TITLE` on these pages. */
const TITLES = /:(?:Racial Equity Catalog|Two works|Works with everything)$/u;
/** What a reader may come upon anywhere: they aren't named at each step. */
const ANYWHERE = ["history equityCatalog", "history equityQuery"];

/** The rows of one of its tables, by the code in their first column. @param {string} title */
function rows(title) {
  const [, section = ""] = DOCUMENT.split(`\n## ${title}\n`);
  const lines = section.split("\n## ")[0]?.split("\n").filter((line) => line.startsWith("| `")) ?? [];
  assert.ok(lines.length > 0, `PRIVACY.md has a table under “${title}”`);
  return lines.map((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/gu)].map(([, code]) => code).join(" "));
}

/** @typedef {{ noted: string[], held: string[], fetching: string[], fetched: string[], page: string }} Now */

/** What was noted since the last look, and what is so now. @param {Page} page @returns {Promise<Now>} */
const look = (page) => page.ask(() => /** @type {{ now(): Promise<Now> }} */ (/** @type {unknown} */ (globalThis)).now());

/**
 * One step: what the reader does, what of PRIVACY.md it brings, and what the device holds from then on, when that changes.
 * @typedef {[what: string, act: (page: Page) => Promise<unknown>, brings?: string[], holds?: string[]]} Step
 */
/** @typedef {[at: string, opens: (page: Page) => Promise<unknown>, steps: Step[], brings?: string[]]} Visit */

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

/** All but `offline`. @type {Visit[]} */
const WALK = [
  ["/", settled, [
    ["searches", (page) => search(page, "network")],
    ["asks for another order", pick("sort", "title")],
    ["asks for groups", pick("group", "section")],
    click("filters", filter("Tool")),
    click("takes that back", button("Clear all")),
    click("opens a page of the catalog", { css: "[data-act=section]", nth: 1 }),
    ["makes a slip", (page) => page.fill(searchBox, "coaliton")],
    ["goes back", back],
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
  ["/test/own.html", (page) => page.see(works), []],
  ["/test/language.html?html=es", settled, [["searches in Spanish", searches("weaver")]]],
  ["/test/language.html?html=ar", settled, [["searches in Arabic", searches("weaver")]]],
  ["/test/privacy/all.html", settled, [
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
];

/** Then, and only then, copies are kept. @type {Visit[]} */
const OFFLINE = [
  ["/test/offline/kept.html", async (page) => {
    await settled(page);
    await page.until("copies, and all modules", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/pkg/take-over.js")));
  }, [], [COPIES]],
];

/** A note, or what the device holds, as PRIVACY.md names it. @param {Site} site */
const named = (site) => (/** @type {string} */ note) => note.replace(TITLES, ":TITLE").replace(` ${site.origin}pkg/ `, " FOLDER ").replace(/ FOLDER \d+\.\d+\.\d+-[0-9a-f]{12}$/u, " FOLDER BUILD").replace(/^reads media .*$/u, "reads media");

/** Goes all the way; says which rows were met. @param {Page} page @param {Site} site @param {Visit[]} walk */
async function go(page, site, walk) {
  /** @type {Set<string>} */
  const met = new Set();
  /** All that pages have fetched or tried to, whole addresses. @type {Set<string>} */
  const asked = new Set();
  /** @type {string[]} */
  let holds = [];
  /** @type {Now | undefined} */
  let now;
  /** Of the pages, without what stands behind the #. @type {Set<string>} */
  const addresses = new Set();

  for (const [at, opens, steps, brings = []] of walk) {
    const address = new URL(at, site.origin).href.split("#")[0] ?? "";
    addresses.add(address);
    // The same document with something else behind the # wouldn't be opened anew.
    if (now?.page === address) await page.open("/test/privacy/blank.html");
    await page.open(at);
    /** @type {Step[]} */
    const all = [["opens it", opens, brings, brings.length > 0 ? brings : undefined], ...steps];
    for (const [what, act, expected = [], held = holds] of all) {
      holds = held;
      await act(page);
      await page.ask(() => new Promise((done) => setTimeout(done, 50)));
      const where = `${at}: the reader ${what}`;
      now = await look(page);
      const notes = [...new Set(now.noted.map(named(site)))];
      const of = (/** @type {RegExp} */ kind) => notes.filter((note) => kind.test(note)).map((note) => note.replace(kind, ""));
      const brought = of(/^(?:keeps|hands) /u).flatMap((note) => (note.startsWith("history ") ? note.slice(8).split(" ").map((key) => `history ${key}`) : note));
      [...of(/^asks /u), ...now.fetched].forEach((to) => asked.add(new URL(to, address).href));
      brought.forEach((note) => met.add(note));
      of(/^reads /u).forEach((note) => met.add(`reads ${note}`));
      assert.deepEqual(brought.filter((note) => !ANYWHERE.includes(note)), expected, `${where}: what is kept or handed over`);
      assert.deepEqual(of(/^reads /u).filter((note) => !rows("Read").includes(note)), [], `${where}: what is read`);
      assert.deepEqual(now.held.map(named(site)), holds, `${where}: what the device holds`);
      assert.deepEqual(now.fetching, [], `${where}: nothing in the page that fetches`);
      assert.equal(now.page, address, `${where}: the address before the #`);
    }
  }
  asksOnly(site, asked, addresses);
  return met;
}

/**
 * Every request, by the server's own record and by the browser's, which knows of other servers too.
 * @param {Site} site @param {Set<string>} asked @param {Set<string>} addresses
 */
function asksOnly(site, asked, addresses) {
  assert.deepEqual(rows("Asked for"), ["PACKAGE/*.js", "PACKAGE/*.wasm", "SRC", "STRINGS"], "these are the rows that this knows");
  const ours = /^pkg\/[a-z-]+\.(?:js|wasm)$/u;
  const given = ["test/privacy/my.pack", "test/offline/my.pack", "test/words.json"];
  /** What the tests' pages have besides. */
  const theirs = /^(?:test\/[\w/-]+\.(?:js|css)|demo\.css|icon\.svg|favicon\.ico)$/u;
  const isFine = (/** @type {string} */ address) => {
    const path = address.startsWith(site.origin) ? address.slice(site.origin.length) : address;
    return addresses.has(address) || address === `${site.origin}test/privacy/blank.html` || ours.test(path) || given.includes(path) || theirs.test(path);
  };
  assert.deepEqual([...asked].filter((address) => !isFine(address)), [], "pages ask for the package's files and what the page names");
  const strange = site.asked.filter(({ method, path, query, cookie }) => method !== "GET" || cookie !== "" || !isFine(new URL(path + query, site.origin).href));
  assert.deepEqual(strange, [], "the server is asked for these, by GET, without a question or a cookie");
  const referers = site.asked.map(({ referer }) => referer).filter((referer) => referer !== "" && !isFine(referer));
  assert.deepEqual(referers, [], "no address that a server is told says what the reader has asked for");
}

/** A pack beside the pages, and the watcher in all of them. @param {Site} site */
function prepare(site) {
  assert.ok(existsSync(PACK), "the pack is written by `cargo xtask build`");
  for (const folder of ["privacy", "offline"]) site.instead.set(`/test/${folder}/my.pack`, { status: 200, file: PACK });
  site.watcher = "/test/privacy/watch.js";
}

/** Ways to keep, read, ask or hand over that the watcher must see: else the walk would prove nothing. @param {Page} page */
const leak = (page) => page.ask(async () => {
  const world = /** @type {any} */ (globalThis);
  /** @type {[() => unknown, string][]} */
  const ways = [
    [() => localStorage.setItem("a", "1"), "keeps localStorage a"],
    [() => { localStorage.b = "1"; }, "keeps localStorage b"],
    [() => { delete localStorage.b; }, "keeps localStorage b"],
    [() => localStorage.removeItem("a"), "keeps localStorage a"],
    [() => localStorage.getItem("c"), "reads localStorage c"],
    [() => localStorage.c, "reads localStorage c"],
    [() => Object.keys(localStorage), "reads localStorage, all of it"],
    [() => localStorage.clear(), "keeps localStorage, all of it"],
    [() => { sessionStorage.d = "1"; }, "keeps sessionStorage d"],
    [() => sessionStorage.clear(), "keeps sessionStorage, all of it"],
    [() => { document.cookie = "e=1; max-age=0"; }, "keeps cookies"],
    [() => document.cookie, "reads cookies"],
    [() => indexedDB.deleteDatabase("f"), "keeps indexedDB f"],
    [() => caches.delete("g"), "keeps caches g"],
    [() => caches.match("/"), "reads caches"],
    [() => { window.name = ""; }, "keeps window.name"],
    [() => navigator.serviceWorker.register("/h.js"), "keeps worker /h.js"],
    [() => fetch("/icon.svg?i"), "asks /icon.svg?i"],
    [() => new XMLHttpRequest().open("GET", "/j"), "asks /j"],
    [() => navigator.sendBeacon("/icon.svg?k"), "asks /icon.svg?k"],
    [() => Object.assign(new Image(), { src: "/icon.svg?l" }), "asks /icon.svg?l, by Image.src"],
    [() => Object.assign(document.createElement("iframe"), { src: "/m" }), "asks /m, by IFrame.src"],
    [() => Object.assign(document.createElement("link"), { href: "/n" }), "asks /n, by link"],
    [() => Object.assign(document.createElement("a"), { ping: "/o" }), "asks /o, by ping"],
    [() => new WebSocket("not an address:"), "asks not an address:, by WebSocket"],
    [() => new Worker("/p.js"), "asks /p.js, by Worker"],
    [() => new BroadcastChannel("q").close(), "hands BroadcastChannel"],
    [() => postMessage("r", location.origin), "hands window.postMessage"],
    [() => document.createElement("form").submit(), "hands form"],
    [() => navigator.clipboard.writeText("s"), "hands clipboard"],
    [() => navigator.share({ title: "t" }), "hands share"],
    [() => print(), "hands print"],
    [() => history.replaceState({ u: 1 }, "", "#u"), "hands history u"],
    [() => history.replaceState(null, "", "?u"), `hands history, another page: ${location.origin}${location.pathname}?u`],
    [() => navigator.userAgent, "reads navigator.userAgent"],
    [() => navigator.languages, "reads navigator.languages"],
    [() => screen.width, "reads screen.width"],
    [() => document.referrer, "reads document.referrer"],
    [() => matchMedia("(hover: none)"), "reads media (hover: none)"],
    [() => new Intl.DateTimeFormat().resolvedOptions(), "reads time zone"],
    [() => document.createElement("canvas").getContext("2d"), "reads canvas"],
  ];
  const unseen = [];
  await world.now();
  for (const [act, note] of ways) {
    try {
      await act();
    } catch {
      // Forbidden here: it was tried all the same.
    }
    const { noted } = await world.now();
    if (!noted.includes(note)) unseen.push(`${note}: only ${noted}`);
  }
  // What is put into a page without a word of script to it.
  const image = document.createElement("img");
  image.setAttribute("src", "/icon.svg?v");
  document.body.attachShadow({ mode: "open" }).append(image);
  await new Promise((done) => image.addEventListener("load", done));
  const { fetching, fetched } = await world.now();
  return { unseen, fetching, isFetched: fetched.some((/** @type {string} */ to) => to.endsWith("?v")) };
});

/** @type {Case[]} */
export const privacy = [
  {
    name: "whatever a page's script could keep, read, ask for or hand over is noticed",
    at: "/test/privacy/blank.html",
    before: prepare,
    mishap: /./u,
    async run(page, site) {
      assert.deepEqual(await leak(page), { unseen: [], fetching: ['<img src="/icon.svg?v">'], isFetched: true });
      const queries = site.asked.map(({ path, query }) => path === "/icon.svg" && query).filter(Boolean);
      assert.deepEqual(queries.sort(), ["?i", "?k", "?l", "?v"], "the server notes them too");
      assert.ok(site.asked.some(({ method }) => method === "POST") && site.asked.some(({ referer }) => referer.endsWith("/test/privacy/blank.html")));
    },
  },
  {
    name: "a walk through all features keeps, reads, asks for and hands over what PRIVACY.md says, and keeps nothing before the reader chooses",
    at: "/test/privacy/blank.html",
    before(site) {
      prepare(site);
      paste(site);
    },
    async run(page, site) {
      const met = await go(page, site, WALK);
      const documented = [...rows("Kept"), ...rows("Handed to the browser"), ...rows("Read").map((row) => `reads ${row}`)];
      assert.deepEqual([...met].sort(), documented.filter((row) => !/\bcaches\b/u.test(row)).sort(), "every row of PRIVACY.md was met, but for pages with `offline`");
    },
  },
  {
    name: "copies are kept where PRIVACY.md says, by pages with `offline` alone",
    at: "/test/privacy/blank.html",
    before: prepare,
    async run(page, site) {
      try {
        const met = await go(page, site, OFFLINE);
        assert.deepEqual([...met].filter((row) => /\bcaches\b/u.test(row)).sort(), [COPIES, "reads caches"]);
        assert.ok(rows("Kept").includes(COPIES) && rows("Read").includes("caches"));
      } finally {
        await page.ask(async () => {
          for (const name of await caches.keys()) await caches.delete(name);
        });
      }
    },
  },
];
