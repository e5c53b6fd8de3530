// Every file that a page fetches, and all that can go wrong with it: what was there stays readable, the rest goes on, one plain sentence says so, and
// trying again works once the server is well. Nothing is thrown into the page. pages/faults/case.js says for each file what a reader does and sees.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { button, headingFrom, search, searchBox, works, workTitles } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

/** What can go wrong with any file. */
const EVERY = ["not-found", "server-error", "cut-connection", "cut-in-half", "half-as-if-whole", "page-instead", "page-by-its-type", "wrong-type", "empty", "login", "never-ending"];
/** One of each kind that browsers tell apart: no answer, a wrong one, one that is no script, none for a long time. */
const KINDS = ["not-found", "cut-connection", "half-as-if-whole", "never-ending"];
/** For what nobody waits for. */
const SILENT = ["not-found", "half-as-if-whole"];

/** Which page needs the file, and what goes wrong with it. @type {[file: string, show: string, faults: string[]][]} */
const FILES = [
  ["elements.js", "list", KINDS],
  ["core.js", "list", KINDS],
  ["list.js", "list", EVERY],
  ["equity-catalog.wasm", "list", [...EVERY, "another-version"]],
  ["equity-catalog.wasm", "glossary", SILENT],
  ["some.pack", "pack", EVERY],
  ["some.pack", "spanish-pack", ["cut-in-half"]],
  ["a-z.js", "glossary", KINDS],
  ["entry.js", "glossary", SILENT],
  ["entry.js", "article", SILENT],
  ["terms.js", "article", KINDS],
  ["highlight.js", "painted", KINDS],
  ["popups-off.js", "article", SILENT],
  ["own.js", "words", SILENT],
  ["own.json", "words", ["not-found", "cut-connection", "cut-in-half", "page-instead", "empty", "login"]],
  ["es.js", "spanish", SILENT],
  ["take-over.js", "own-list", SILENT],
  ["layouts.js", "list", EVERY],
  ["record.js", "list", KINDS],
  ["cite.js", "list", SILENT],
  ["drawer.js", "narrow", KINDS],
  ["search.js", "glossary", KINDS],
  ["popups.js", "article", EVERY],
  ["leads.js", "article", SILENT],
  ["leads.js", "glossary", SILENT],
  ["afterwards.js", "article", SILENT],
  ["endnotes.js", "article", SILENT],
  ["later.js", "article", SILENT],
  ["print.js", "glossary", SILENT],
  ["going.js", "list", SILENT],
  ["builder.js", "list", SILENT],
  ["equity-catalog-builder.wasm", "list", [...SILENT, "page-instead"]],
  ["integrity.js", "list", SILENT],
  ["sources.js", "list", SILENT],
];

/** Not here: what only Node loads, a program's own import, what shows another fault or more terms than the catalog has, what `es.js` stands for, and what
 * odd pages need: copies, a `<base>`, names that somebody else has taken. */
const ELSEWHERE = ["node.js", "index.js", "refused.js", "many.js", "ar.js", "kept.js", "here.js", "taken.js"];

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FALLBACK = { css: "p", text: "The list, as plain text." };
const DID_NOT = { css: ".note", text: "That did not work. Check the connection and try again, or reload the page." };

/** @param {Page} page */
const freed = (page) => page.ask(() => /** @type {any} */ (document.querySelector("equity-catalog")).catalog.free());

/** @type {Case[]} */
export const faults = [
  {
    name: "when the engine stops in the middle of a search, that is plainly said, and the next search works",
    at: "/",
    mishap: /the engine stopped/u,
    async run(page) {
      await page.see(works);
      // What the engine calls last in each question throws through it, which leaves it as a trap does.
      await page.ask(() => {
        const { parse } = JSON;
        Object.assign(globalThis, { heal: () => (JSON.parse = parse) });
        JSON.parse = () => {
          throw new WebAssembly.RuntimeError("unreachable");
        };
      });
      await page.fill(searchBox, "consensu");
      await page.see(DID_NOT);
      await page.ask(() => /** @type {any} */ (globalThis).heal());
      await page.type("s");
      await page.see(headingFrom("[0-9]+ results? for “consensus”"));
      assert.ok((await page.names(workTitles)).length > 0);
    },
  },
  {
    name: "when the page frees the catalog that is shown, that is plainly said, and “Try again” opens it anew",
    at: "/",
    async run(page) {
      await page.see(works);
      await freed(page);
      await page.click(searchBox);
      await page.type("c");
      await page.see({ css: ".failure p", text: "The catalog could not be opened. this catalog was freed; open it again" });
      await page.click(button("Try again"));
      await page.see(works);
      await search(page, "consensus");
      assert.ok((await page.names(workTitles)).length > 0);
    },
  },
  {
    name: "when the browser breaks off what a page is still fetching, the page's own text stays, nothing is thrown, and “Try again” works",
    at: "/test/missing.html",
    mishap: /missing\.pack|Failed to load resource|stop/u,
    before: (site) => void site.instead.set("/test/missing.pack", { status: 200, file: join(ROOT, "target/equity-catalog/racial-equity.pack"), wait: new Promise(() => {}) }),
    async run(page, site) {
      await page.until("the question for the pack", () => Boolean(customElements.get("equity-catalog")));
      await page.see(FALLBACK);
      await page.ask(async () => {
        await new Promise((done) => setTimeout(done, 300));
        stop();
      });
      await page.see(button("Try again"));
      await page.see(FALLBACK);
      site.instead.set("/test/missing.pack", { status: 200, file: join(ROOT, "target/equity-catalog/racial-equity.pack") });
      await page.click(button("Try again"));
      await page.see(works);
    },
  },
  {
    name: "what comes late for an address that the page has left since is not shown in place of what it asked for later",
    at: "/test/missing.html",
    mishap: /missing\.pack|Failed to load resource/u,
    before: (site) => void site.instead.set("/test/missing.pack", { status: 404, wait: new Promise((done) => setTimeout(done, 2500)) }),
    async run(page, site) {
      site.instead.set("/test/late.pack", { status: 200, file: join(ROOT, "target/equity-catalog/racial-equity.pack") });
      await page.see(FALLBACK);
      await page.ask(() => document.querySelector("equity-catalog")?.setAttribute("src", "late.pack"));
      await page.see(works);
      await page.until("the late answer", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/missing.pack")));
      await page.ask(() => new Promise((done) => setTimeout(done, 200)));
      await page.see(works);
      assert.equal(await page.count(button("Try again")), 0);
    },
  },
  {
    name: "whatever goes wrong with whichever file, what was there stays readable, it is plainly said, and trying again works",
    at: "/test/faults/all.html",
    // What each frame's own page has to say of errors is looked at in the frame; here browsers report all that was not found.
    mishap: /[^]/u,
    async run(page) {
      const tried = FILES.flatMap(([file, show, which]) => which.map((fault) => ({ fault, file, show })));
      const scripts = Object.keys(JSON.parse(readFileSync(new URL("../../../target/equity-catalog/bundle.json", import.meta.url), "utf8")));
      assert.deepEqual(scripts.filter((name) => !ELSEWHERE.includes(name) && !tried.some(({ file }) => file === name)), [], "every file of the package is tried");
      assert.deepEqual(await page.ask((_, trials) => /** @type {any} */ (globalThis).tryAll(trials), tried), []);
    },
  },
];
