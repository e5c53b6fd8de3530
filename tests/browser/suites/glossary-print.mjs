// The glossary on paper.

import assert from "node:assert/strict";
import { glossary, glossaryBox, heading } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

/** @param {string} text */
const plain = (text) => text.replace(/\s+/gu, "");

/** What the list holds, as text with its tags, but for numbers that are made anew. @param {Page} page */
const serialized = (page) => page.ask(($) => $.one({ css: ".glossary" }).outerHTML);

/** Waits until what is only for paper has come. @param {Page} page */
const prepared = (page) => page.until("the notes for paper", ($) => {
  dispatchEvent(new Event("beforeprint"));
  const count = $.all({ css: ".glossary.noted" }).length;
  dispatchEvent(new Event("afterprint"));
  return count > 0;
});

/** @param {string[]} terms */
const address = (terms) => `/test/letters.html?${new URLSearchParams(terms.map((term) => ["term", term]))}`;

/** @type {Case[]} */
export const glossaryOnPaper = [
  {
    name: "every entry is on paper, sources as numbers and each once at the end, and nothing to press",
    at: "/glossary.html",
    needs: "print",
    async run(page) {
      await page.see(heading("White Supremacy"));
      await prepared(page);
      const titles = await page.texts({ css: ".term-title", within: glossary });
      assert.equal(titles.length, 11);
      const paper = (await page.print()).pages.join("");
      for (const title of titles) assert.ok(paper.includes(plain(title)), title);
      const [body = "", notes = ""] = paper.split(/Sources1\.?/u);
      assert.ok(notes.includes(plain("Ibram X. Kendi, How To Be An Antiracist")), notes.slice(0, 400));
      assert.equal(paper.split(plain("How To Be An Antiracist")).length - 1, 1, "a source of two terms stands there once");
      assert.ok(!body.includes("After:") && body.includes("[1]") && body.includes("[10]"), body.slice(0, 400));
      for (const words of ["Search the glossary", "Search the catalog"]) assert.ok(!paper.includes(plain(words)), words);
    },
  },
  {
    name: "numbers stand behind the meaning that they are for; the same source has the same number, and later the page is as before",
    at: "/glossary.html",
    async run(page) {
      await page.see({ css: "#term-structural-racism .works" });
      await page.see({ css: "#term-racist-policies .cross" });
      await prepared(page);
      const before = await serialized(page);
      await page.ask(() => void dispatchEvent(new Event("beforeprint")));
      const numbers = await page.ask(($) => Object.fromEntries([...$.one({ css: ".glossary" }).querySelectorAll(".term")].map((entry) => [entry.id, [...entry.querySelectorAll("sup")].map((one) => $.content(one)).join(" ")])));
      assert.deepEqual([numbers["term-accountability"], numbers["term-racial-inequity"], numbers["term-structural-racism"]?.split(" ").length], ["[1]", numbers["term-racist-policies"], 2]);
      const notes = await page.texts({ css: ".notes li" });
      assert.equal(new Set(notes).size, notes.length, "no source twice");
      assert.deepEqual(notes.length, Math.max(...Object.values(numbers).flatMap((text) => (text.match(/[0-9]+/gu) ?? []).map(Number))));
      await page.ask(() => void dispatchEvent(new Event("afterprint")));
      assert.equal(await serialized(page), before);
    },
  },
  {
    name: "of a search, what was found is printed, with the sources of that",
    at: "/glossary.html",
    needs: "print",
    async run(page) {
      await page.fill(glossaryBox, "repar");
      await page.see({ css: ".found", text: "1 term" });
      await prepared(page);
      const paper = (await page.print()).pages.join("");
      assert.ok(paper.includes("Reparations") && paper.includes(plain("International Center for Transitional Justice")), paper.slice(0, 400));
      assert.ok(!paper.includes("Collusion") && !paper.includes("[2]"));
    },
  },
  {
    name: "where nothing has a source, there are no notes",
    at: address(["Commons||What a community holds.", "Steward"]),
    async run(page) {
      await page.see(heading("Steward"));
      await prepared(page);
      await page.ask(() => void dispatchEvent(new Event("beforeprint")));
      assert.equal(await page.count({ css: ".notes, sup" }), 0);
    },
  },
  {
    name: "of a glossary of many terms, the whole letter is printed, however far it was drawn",
    at: "/test/many.html",
    async run(page) {
      await page.see({ css: ".term", within: glossary });
      await page.until("a letter’s entries and notes", ($) => {
        dispatchEvent(new Event("beforeprint"));
        return $.all({ css: ".term" }).length === 50 && $.all({ css: ".notes li" }).length === 8;
      });
    },
  },
];
