// Nothing is kept, read, asked for or handed over but as PRIVACY.md says: a walk through all features, step by step. The page's first script
// (pages/privacy/watch.js) and the server note everything; each step names the rows of PRIVACY.md that it may bring, and at the end every row has been met.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { POLICY } from "../server.mjs";
import { WALK } from "./privacy-walk.mjs";
import { paste } from "./takeover.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const DOCUMENT = readFileSync(new URL("../../../PRIVACY.md", import.meta.url), "utf8");
const PACK = fileURLToPath(new URL("../../../target/equity-catalog/racial-equity.pack", import.meta.url));
/** What stands in for `TITLE` on these pages. */
const TITLES = /:(?:Racial Equity Catalog|Two works|Works with everything|A small library)$/u;
/** Parts of the package that no reader of these pages comes to, and why. */
const ELSEWHERE = {
  "node.js": "for Node",
  "offline-worker.js": "a worker that a page registers itself: the suite “without a server”",
  "whole.js": "for a page that is one file and asks for nothing: the suite “without a server”",
  "taken.js": "tells who made the page, in the console, that it has the package twice",
};
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

/** A note, or what the device holds, as PRIVACY.md names it. @param {Site} site */
const named = (site) => (/** @type {string} */ note) => note.replace(TITLES, ":TITLE").replace(` ${site.origin}pkg/ `, " FOLDER ").replace(/ FOLDER \d+\.\d+\.\d+-[0-9a-f]{12}$/u, " FOLDER BUILD").replace(/^reads media .*$/u, "reads media");

/** Goes all the way; says which rows were met. @param {Page} page @param {Site} site */
async function go(page, site) {
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

  for (const [at, opens, steps, brings = [], leaves = brings.length > 0 ? brings : undefined] of WALK) {
    const address = new URL(at, site.origin).href.split("#")[0] ?? "";
    addresses.add(address);
    // The same document with something else behind the # wouldn't be opened anew.
    if (now?.page === address) await page.open("/test/privacy/blank.html");
    await page.open(at);
    /** @type {import("./privacy-walk.mjs").Step[]} */
    const all = [["opens it", opens, brings, leaves], ...steps];
    for (const [what, act, expected = [], held = holds] of all) {
      holds = held;
      await act(page);
      const where = `${at}: the reader ${what}`;
      /** @type {string[]} */
      let notes = [];
      /** @type {string[]} */
      let brought = [];
      /** @type {string[]} */
      const fetched = [];
      const of = (/** @type {RegExp} */ kind) => notes.filter((note) => kind.test(note)).map((note) => note.replace(kind, ""));
      // What is expected may take its time on a busy machine; what isn't has a moment.
      for (let looks = 0; looks < 60; looks++) {
        await page.ask(() => new Promise((done) => setTimeout(done, 50)));
        now = await look(page);
        notes = [...new Set([...notes, ...now.noted.map(named(site))])];
        fetched.push(...now.fetched);
        brought = of(/^(?:keeps|hands) /u).flatMap((note) => (note.startsWith("history ") ? note.slice(8).split(" ").map((key) => `history ${key}`) : note));
        if (expected.every((note) => brought.includes(note)) && now.held.length === holds.length) break;
      }
      assert.ok(now);
      [...of(/^asks /u), ...fetched].forEach((to) => asked.add(new URL(to, address).href));
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
    withoutWasm: true,
    before(site) {
      prepare(site);
      paste(site);
      site.headers = { "content-security-policy": POLICY.replace("base-uri 'none'", "base-uri 'self'") };
    },
    async run(page, site) {
      try {
        const met = await go(page, site);
        const documented = [...rows("Kept"), ...rows("Handed to the browser"), ...rows("Read").map((row) => `reads ${row}`)];
        assert.deepEqual([...met].sort(), documented.sort(), "every row of PRIVACY.md was met, and nothing else");
        const parts = readdirSync(new URL("../../../pkg", import.meta.url)).filter((file) => /\.(?:js|wasm)$/u.test(file));
        const missed = parts.filter((file) => !(file in ELSEWHERE) && !site.asked.some(({ path }) => path === `/pkg/${file}`));
        assert.deepEqual(missed, [], "the walk came to every part of the package: for a new one, add a visit to WALK, or to ELSEWHERE why there is none");
      } finally {
        await page.ask(async () => {
          for (const name of await caches.keys()) await caches.delete(name);
        });
      }
    },
  },
];
