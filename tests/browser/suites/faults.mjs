// Every file that a page fetches, and all that can go wrong with it: what was there stays readable, the rest goes on, one plain sentence says so, and
// trying again works once the server is well. Nothing is thrown into the page. pages/faults/case.js says for each file what a reader does and sees.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

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

/** Not here: what only Node loads, a program's own import, what shows another fault or more terms than the catalog has, and what `es.js` stands for. */
const ELSEWHERE = ["node.js", "index.js", "refused.js", "many.js", "ar.js"];

/** @type {Case[]} */
export const faults = [
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
