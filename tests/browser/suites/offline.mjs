// Readers without a server: a page that keeps copies, a page with a service worker, and a page that is one file on a disk.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { POLICY } from "../server.mjs";
import { annotatedWhole, button, buttonFrom, catalog, glossary, headingFrom, popup, search, searchBox, settled, term, workTitles } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const place = (/** @type {string} */ path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const PACK = place("target/equity-catalog/racial-equity.pack");
/** The catalog as one file, and other works as one that is for all browsers. */
const FILE = place("target/equity-catalog/racial-equity-offline.html");
const WORKS = place("target/equity-catalog/works-offline.html");
/** What tests write. */
const FOLDER = place("target/browser-tests");
const KEPT = "/test/offline/kept.html";
const NOBODY = /./u;
const record = { css: ".record", within: catalog };
/** What browsers say of an address that nobody answers, or that answers with an error. */
const UNANSWERED = /ERR_|NetworkError|status of [45]|Load failed|not loaded|ServiceWorker|Failed to/u;

/** A pack beside the test's pages, which may register workers. @param {Site} site */
function withPack(site) {
  site.instead.set("/test/offline/my.pack", { status: 200, file: PACK });
  site.headers = { "content-security-policy": POLICY.replace("trusted-types 'none'", "trusted-types site holding") };
}

/** What this reader's device holds, by cache: the addresses, without what is the same for all. @param {Page} page */
const held = (page) => page.ask(async () => {
  const names = await caches.keys();
  const addresses = async (/** @type {string} */ name) => (await (await caches.open(name)).keys()).map(({ url }) => url.slice(location.origin.length)).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name.replaceAll(location.origin, ""), await addresses(name)])));
});

/** Caches that are there before: of the page's own, of another folder, and of an older build of ours. @param {Page} page @param {string[]} names */
const seed = (page, ...names) => page.ask(async (_, all) => {
  for (const name of all) await caches.open(name.replaceAll("{origin}", location.origin));
}, names);

/** The reader has never been here. @param {Page} page */
const forget = (page) => page.ask(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
});

/** Opens the page that asks for copies, and waits until it has them all. @param {Page} page */
async function keeps(page) {
  await page.open(KEPT);
  await page.until("copies, and all modules", async (_, last) => {
    const name = (await caches.keys()).find((one) => one.includes("/pkg/ ") && !one.endsWith("0.0.1-abc"));
    return name !== undefined && (await (await caches.open(name)).keys()).length === 2 && performance.getEntriesByName(new URL(last, location.href).href).length > 0;
  }, "/pkg/take-over.js");
  await holdsOpen(page);
}

/** WebKit under automation is a private window, and forgets a cache that nobody has open: so somebody has, as else a disk would. @param {Page} page */
async function holdsOpen(page) {
  await page.ask(async () => {
    const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("holding", { createScriptURL: (/** @type {string} */ address) => address });
    const address = "/test/offline/holding/worker.js";
    const { installing } = await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address);
    await new Promise((done) => installing?.addEventListener("statechange", () => installing.state === "activated" && done(undefined)));
  });
}

/** All that the widgets do: list, search, a work in full, terms in it and in the page, the glossary. @param {Page} page */
async function allWorks(page) {
  await page.see(searchBox);
  await search(page, "net gains");
  const [title] = await page.names(workTitles);
  assert.match(title ?? "", /^Net Gains/u);
  await page.click(button(`Details: ${title}`));
  await page.see({ css: ".record-acts", within: catalog });
  await page.click({ css: "summary", text: "Cite", within: catalog });
  await page.see({ css: "a[download]", within: catalog });
}

/** A work in full, a term in it, its references, the reading list: all that comes on demand elsewhere. @param {Page} page */
async function fileWorks(page) {
  await page.see(searchBox);
  await settled(page);
  await search(page, "vilage commons");
  assert.deepEqual(await page.names(workTitles), ["Commons for stewards"]);
  await page.click(button("Details: Commons for stewards"));
  await page.click({ ...button("Steward"), within: record });
  await page.see({ ...popup, name: "Steward" });
  await page.see({ css: "p", text: "Who looks after it.", within: popup });
  await page.press("Escape");
  await page.gone(popup);

  await page.click({ css: "summary", text: "Cite", within: record });
  await page.see({ css: "a[download]", within: record });
  const references = await page.ask(($, links) => $.all(links).map((link) => decodeURIComponent(link.getAttribute("href") ?? "")), { css: "a[download]", within: record });
  assert.equal(references.length, 4);
  for (const reference of references) assert.match(reference, /^data:[\s\S]*Commons for stewards[\s\S]*D(?:í|\{)/u);

  await page.click({ css: ".keep", within: catalog, nth: 0 });
  await page.click(buttonFrom("Reading list"));
  await page.see(headingFrom("Reading list \\(1"));
  await settled(page);
  assert.deepEqual(await page.names(workTitles), ["Commons for stewards"]);
  assert.deepEqual(await page.names({ role: "button", name: { pattern: "link|Share" }, within: catalog }), []);
  await page.click(button("Remove all"));
  await page.see(button("Undo"));
}

/** One of the files, as it is for a browser without WebAssembly: what stands before a policy isn't held to it. @param {string} file */
function withoutWasm(file) {
  const lacking = `${FOLDER}/without-wasm.html`;
  mkdirSync(FOLDER, { recursive: true });
  const parts = readFileSync(file, "utf8").split("<head>");
  assert.equal(parts.length, 2);
  writeFileSync(lacking, parts.join('<head><script>Reflect.deleteProperty(globalThis, "WebAssembly")</script>'));
  return pathToFileURL(lacking).href;
}

/** @param {Page} page */
async function popupWorks(page) {
  await annotatedWhole(page);
  await page.click(term("structural racism"));
  await page.see(popup);
  await page.press("Escape");
  await page.gone(popup);
}

/** @type {Case[]} */
export const offline = [
  {
    name: "a page keeps nothing unless it asks; one that does works when its engine and its pack can't be had",
    at: "/test/list-and-terms.html",
    mishap: UNANSWERED,
    before: withPack,
    async run(page, site) {
      await forget(page);
      await page.see({ css: "article.term", within: glossary });
      await page.ask(() => new Promise((done) => setTimeout(done, 300)));
      assert.deepEqual(await held(page), {});
      assert.ok(site.asked.every(({ path }) => path !== "/pkg/kept.js"));

      // Where nothing may be kept, or where there is no room, nothing is; nobody hears of it.
      for (const refuses of ["none", "full"]) {
        await page.ask((_, how) => {
          const full = { keys: async () => [], open: () => Promise.reject(new DOMException("full", "QuotaExceededError")) };
          Object.defineProperty(globalThis, "caches", { value: how === "full" ? full : undefined, configurable: true });
          for (const one of document.querySelectorAll("equity-glossary")) one.toggleAttribute("offline");
        }, refuses);
        await page.ask(() => new Promise((done) => setTimeout(done, 300)));
        await page.ask(() => void document.querySelectorAll("equity-glossary").forEach((one) => one.removeAttribute("offline")));
        await page.see({ css: "article.term", within: glossary });
      }
      assert.ok(site.asked.some(({ path }) => path === "/pkg/kept.js"));
      await page.open("/test/own.html");

      const others = ["the page's own", "equity-catalog kept {origin}/other/ 0.0.1-abc"];
      await seed(page, ...others, "equity-catalog kept {origin}/pkg/ 0.0.1-abc");
      await keeps(page);
      const now = await held(page);
      const name = Object.keys(now).find((one) => one.includes("/pkg/ ")) ?? "";
      assert.match(name, /^equity-catalog kept \/pkg\/ \d+\.\d+\.\d+-[0-9a-f]{12}$/u);
      assert.deepEqual(now, { "the page's own": [], "equity-catalog kept /other/ 0.0.1-abc": [], [name]: ["/pkg/equity-catalog.wasm", "/test/offline/my.pack"] });

      site.gone = /\.(wasm|pack)$/u;
      await page.open(KEPT);
      await allWorks(page);
      await popupWorks(page);

      // A pack is asked for first, and a server that is in trouble is no reason to show nothing.
      site.gone = undefined;
      site.asked = [];
      site.instead.set("/test/offline/my.pack", { status: 503 });
      await page.open(KEPT);
      await page.see(searchBox);
      await settled(page);
      assert.ok(site.asked.some(({ path, status }) => path.endsWith(".pack") && status === 503));
      // One that says that there is no such pack any more is to be believed.
      site.instead.set("/test/offline/my.pack", { status: 404 });
      await page.open(KEPT);
      await page.see({ role: "alert" });
      await forget(page);
      site.asked = [];
    },
  },
  {
    name: "of a pack that gets another query each time one copy stays; of many packs the last eight, of many versions four; forget takes away all",
    at: "/test/own.html",
    before: withPack,
    async run(page, site) {
      await forget(page);
      for (let number = 1; number <= 9; number++) site.instead.set(`/test/offline/${number}.pack`, { status: 200, file: PACK });
      const older = (/** @type {string} */ folder) => `equity-catalog kept {origin}/${folder}/ 0.0.1-abc`;
      await seed(page, "the page's own", "equity-catalog offline /", ...["one", "two", "three", "four"].map(older));
      const packs = async () => Object.values(await held(page)).flat().filter((address) => address.includes(".pack")).map((address) => address.replace("/test/offline/", ""));
      /** @param {string} pack @param {string} [last]  what is kept after it */
      const visit = async (pack, last = pack) => {
        site.asked = [];
        await page.open(`/test/offline/packs.html?${encodeURIComponent(pack)}`);
        await page.until(`a copy of ${pack}, and all that is kept with it`, async (_, address) => Boolean(await caches.match(address, { ignoreVary: true })) && performance.getEntriesByName(new URL("/pkg/take-over.js", location.href).href).length > 0, `/test/offline/${last}`);
        await page.ask(() => new Promise((done) => setTimeout(done, 200)));
      };
      await visit("my.pack?t=1");
      await holdsOpen(page);
      await visit("my.pack?t=2");
      assert.deepEqual(await packs(), ["my.pack?t=2"]);
      // What this very page shows besides stays.
      await visit("my.pack?t=3&also", "my.pack?t=3&also&second");
      assert.deepEqual(await packs(), ["my.pack?t=3&also", "my.pack?t=3&also&second"]);
      for (let number = 1; number <= 8; number++) await visit(`${number}.pack`);
      assert.deepEqual(await packs(), [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${number}.pack`));
      await visit("1.pack");
      await visit("9.pack");
      assert.deepEqual(await packs(), [1, 3, 4, 5, 6, 7, 8, 9].map((number) => `${number}.pack`));

      const names = Object.keys(await held(page)).filter((name) => name.endsWith("0.0.1-abc"));
      assert.deepEqual(names.sort(), ["four", "three", "two"].map((folder) => older(folder).replace("{origin}", "")));
      await page.open("/test/offline/packs.html?forget");
      await page.see(searchBox);
      await page.until("all copies to be gone", async () => (await caches.keys()).length === 2);
      assert.deepEqual(Object.keys(await held(page)).sort(), ["equity-catalog offline /", "the page's own"]);
      await forget(page);
    },
  },
  {
    name: "an engine that isn't the one of the build is not kept, and what the browser has of it is asked for once more",
    at: "/test/own.html",
    before(site) {
      withPack(site);
      site.caching = (path) => (path.endsWith("/equity-catalog.wasm") ? "max-age=3600" : "no-store");
    },
    async run(page, site) {
      await forget(page);
      const engine = "/pkg/equity-catalog.wasm";
      /** What the browser has of it becomes what the server has now. */
      const renewed = () => page.ask(async (_, address) => void (await (await fetch(address, { cache: "reload" })).arrayBuffer()), engine);
      // A custom section at the end changes nothing but the digest.
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(`${FOLDER}/older.wasm`, Buffer.concat([readFileSync(place("pkg/equity-catalog.wasm")), Buffer.from("\0\x02\x01x")]));
      site.instead.set(engine, { status: 200, file: `${FOLDER}/older.wasm` });
      await renewed();
      await page.open(KEPT);
      await page.until("all that is kept", () => performance.getEntriesByName(new URL("/pkg/take-over.js", location.href).href).length > 0);
      assert.deepEqual(Object.values(await held(page)), [["/test/offline/my.pack"]]);
      // The server has the right one, and the browser still the other.
      site.instead.delete(engine);
      await page.open(KEPT);
      await page.until("a copy of the engine", async (_, address) => caches.match(address, { ignoreVary: true }).then(Boolean), engine);
      const digest = await page.ask(async (_, address) => {
        const copy = await caches.match(address, { ignoreVary: true });
        return [...new Uint8Array(await crypto.subtle.digest("SHA-256", (await copy?.arrayBuffer()) ?? new ArrayBuffer()))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      }, engine);
      assert.equal(digest, createHash("sha256").update(readFileSync(place("pkg/equity-catalog.wasm"))).digest("hex"));
      await forget(page);
      site.caching = () => "no-store";
      await renewed();
    },
  },
  {
    name: "of a package whose server is gone altogether, the modules are what the browser has kept by the host's leave",
    at: "/test/own.html",
    needs: "cache",
    mishap: UNANSWERED,
    before(site) {
      withPack(site);
      site.caching = (path) => (path.endsWith(".js") ? "max-age=3600" : "no-store");
    },
    async run(page, site) {
      await keeps(page);
      site.gone = /^\/pkg\/|\.pack$/u;
      await page.open(KEPT);
      await allWorks(page);
      await popupWorks(page);
      await forget(page);
      // What the browser may keep for an hour, it would keep for the tests that follow.
      site.gone = undefined;
      site.caching = () => "no-store";
      const kept = [...new Set(site.asked.map(({ path }) => path).filter((path) => path.endsWith(".js")))];
      await page.ask(async (_, paths) => {
        for (const path of paths) await (await fetch(path, { cache: "reload" })).arrayBuffer();
      }, kept);
    },
  },
  {
    name: "with the worker the page itself opens when nobody answers, and is as new as the last answer",
    at: "/test/offline/worker.html",
    mishap: UNANSWERED,
    before: withPack,
    async run(page, site) {
      await forget(page);
      await page.see(searchBox);
      const home = "equity-catalog offline /test/offline/ /pkg/ ";
      await seed(page, "the page's own", "equity-catalog offline {origin}/test/offline/ {origin}/pkg/ 0.0.1-abc", "equity-catalog offline {origin}/other/ {origin}/pkg/ 0.0.1-abc");

      // A package that is copied in part is never kept.
      const install = () => page.ask(async () => /** @type {{ install(): Promise<string> }} */ (/** @type {unknown} */ (globalThis)).install());
      site.instead.set("/pkg/own.js", { status: 200, file: place("tests/browser/pages/collector.js") });
      assert.equal(await install(), "redundant");
      assert.ok(Object.keys(await held(page)).every((name) => name.endsWith("0.0.1-abc") || name === "the page's own"));
      site.instead.delete("/pkg/own.js");
      assert.equal(await install(), "activated");
      const now = await held(page);
      const [name = ""] = Object.keys(now).filter((one) => one.startsWith(home));
      assert.deepEqual(Object.keys(now).sort(), [name, "equity-catalog offline /other/ /pkg/ 0.0.1-abc", "the page's own"].sort());
      const kept = now[name] ?? [];
      for (const path of ["/pkg/record.js", "/pkg/equity-catalog.wasm", "/test/offline/my.pack", "/test/offline/worker.html", "/test/pages.css"]) assert.ok(kept.includes(path), path);
      for (const path of ["/pkg/builder.js", "/pkg/equity-catalog-builder.wasm", "/pkg/without-wasm.js"]) assert.ok(!kept.includes(path), path);

      site.gone = NOBODY;
      await page.open("/test/offline/worker.html");
      await allWorks(page);
      await popupWorks(page);
      await page.open("/test/offline/worker.html?from=mail#resource-net-gains");
      await page.see({ css: ".record-acts", within: catalog });

      site.gone = undefined;
      site.asked = [];
      site.instead.set("/test/offline/worker.html", { status: 200, file: place("tests/browser/pages/offline/kept.html") });
      await page.open("/test/offline/worker.html");
      await page.see({ role: "heading", name: "A page that keeps copies" });
      await page.see(searchBox);
      assert.deepEqual(site.asked.filter(({ path }) => path.startsWith("/pkg/") && !path.endsWith("-worker.js")).map(({ path }) => path), []);
      site.gone = NOBODY;
      await page.open("/test/offline/worker.html");
      await page.see({ role: "heading", name: "A page that keeps copies" });
      await page.see(searchBox);
      site.gone = undefined;
      await forget(page);
    },
  },
  {
    name: "where the browser has no WebAssembly, the worker keeps the engine as JavaScript in its place, and a page that keeps copies what it has needed",
    at: "/test/offline/worker.html?without",
    mishap: UNANSWERED,
    withoutWasm: true,
    before: withPack,
    async run(page, site) {
      await forget(page);
      await page.see(searchBox);
      assert.equal(await page.ask(() => /** @type {any} */ (globalThis).install("/test/offline/site-worker.js?without")), "activated");
      const kept = Object.values(await held(page)).flat();
      assert.deepEqual(kept.filter((path) => /\.wasm$|without-wasm/u.test(path)), ["/pkg/without-wasm.js"]);
      site.gone = NOBODY;
      await page.open("/test/offline/worker.html?without");
      await allWorks(page);
      await popupWorks(page);
      site.gone = undefined;
      await forget(page);

      await page.open("/test/offline/packs.html?without");
      await page.see(searchBox);
      await page.until("all that is kept", () => performance.getEntriesByName(new URL("/pkg/take-over.js", location.href).href).length > 0);
      await page.ask(() => new Promise((done) => setTimeout(done, 200)));
      assert.deepEqual(Object.values(await held(page)), [["/test/offline/my.pack"]]);
      assert.equal(site.asked.filter(({ path }) => path === "/pkg/without-wasm.js").length > 1, true, "fetched once more, so that the browser keeps it");
      assert.deepEqual(site.asked.filter(({ path }) => path.endsWith(".wasm")), []);
      await forget(page);
    },
  },
  {
    name: "the worker is registered as it is, with its pages behind a question mark",
    at: "/test/offline/worker.html",
    mishap: UNANSWERED,
    // The worker asks for it, since it keeps all.
    withoutWasm: true,
    before(site) {
      for (const [path, file] of [["page.html", place("tests/browser/pages/offline/worker.html")], ["my.pack", PACK]]) site.instead.set(`/pkg/${path}`, { status: 200, file });
      withPack(site);
    },
    async run(page, site) {
      assert.equal(await page.ask(() => /** @type {any} */ (globalThis).install("/pkg/offline-worker.js?page=page.html&file=my.pack&file=/test/collector.js&all")), "activated");
      const kept = Object.values(await held(page)).flat();
      for (const path of ["builder.js", "equity-catalog-builder.wasm", "equity-catalog.wasm", "without-wasm-builder.js", "without-wasm.js"]) assert.ok(kept.includes(`/pkg/${path}`), path);
      site.gone = NOBODY;
      await page.open("/pkg/page.html");
      await page.see(searchBox);
      site.gone = undefined;
      await page.open("/test/offline/worker.html");
      await forget(page);
    },
  },
  {
    name: "one file on a disk is all there: list, search, works, popups, glossary, and Back",
    at: "/test/own.html",
    async run(page, site) {
      assert.ok(existsSync(FILE), `${FILE} is written by \`cargo xtask build\``);
      const address = pathToFileURL(FILE).href;
      await page.open(address);
      site.asked = [];
      await page.see(searchBox);
      await settled(page);
      assert.equal(await page.ask(() => getComputedStyle(document.body).maxWidth), "1152px", "the page's own style sheet");
      await allWorks(page);
      // What would lead nobody else here isn't offered.
      assert.deepEqual(await page.names({ role: "button", name: { pattern: "link|Share" }, within: catalog }), []);
      assert.ok((await page.ask(() => location.href)).startsWith(`${address}#`));

      await search(page, "structural racism");
      await page.ask(() => history.back());
      await page.until("the search before", () => location.hash.includes("gains"));
      await page.see({ role: "heading", name: { pattern: "gains" }, within: catalog });

      await page.open(`${address}#term-structural-racism`);
      await page.see({ css: "article.term", within: glossary });
      await page.see({ role: "heading", name: "Structural Racism", within: glossary });
      await page.click({ role: "link", name: "Glossary" });
      await page.see({ role: "heading", name: "Glossary" });
      assert.deepEqual(await page.ask(() => performance.getEntriesByType("resource").map(({ name }) => name)), []);
      assert.deepEqual(site.asked, []);
      await page.ask(() => localStorage.clear());
      await page.open("/test/own.html");
    },
  },
  {
    name: "one file on a disk: popups, references and the reading list; where there is no WebAssembly too, if it was written for that",
    at: "/test/own.html",
    async run(page, site) {
      assert.ok(existsSync(WORKS), `${WORKS} is written by \`cargo xtask build\``);
      for (const address of [pathToFileURL(WORKS).href, withoutWasm(WORKS)]) {
        await page.open(address);
        site.asked = [];
        await fileWorks(page);
        assert.deepEqual(await page.ask(() => performance.getEntriesByType("resource").map(({ name }) => name)), []);
        assert.deepEqual(site.asked, []);
        await page.ask(() => localStorage.clear());
      }
      await page.open("/test/own.html");
    },
  },
  {
    name: "one file on a disk that wasn't written for browsers without WebAssembly is all there to read in them, and says what can't be done",
    at: "/test/own.html",
    async run(page) {
      await page.open(withoutWasm(FILE));
      for (const element of [catalog, glossary]) {
        await page.see({ css: "[part=error]", within: element });
        assert.match((await page.texts({ css: "[part=error]", within: element })).join(), /this browser does not allow WebAssembly, so this file can be read but not searched/u);
      }
      await page.see({ css: "equity-catalog [data-resource='net-gains']" });
      await page.see({ css: "equity-glossary [data-term='structural-racism']" });
      const [listed, terms] = await page.ask(() => ["equity-catalog li[data-resource]", "equity-glossary [data-term]"].map((all) => [...document.querySelectorAll(all)].filter((one) => one.checkVisibility()).length));
      assert.deepEqual([listed, terms], [74, 11]);
      await page.open("/test/own.html");
    },
  },
];
