// The glossary as a list from A to Z.

import assert from "node:assert/strict";
import { glossary, glossaryBox, heading, inView } from "./things.mjs";

const TERMS = [
  "Accountability", "Black Lives Matter", "Collusion", "Institutional Racism", "Movement Building", "Oppression", "Racial Inequity",
  "Racist Policies", "Reparations", "Structural Racism", "White Supremacy",
];
const headings = { role: "heading", css: "h1, h2, h3, h4", within: glossary };

/** The terms shown, in their order. @param {import("../driver/page.mjs").Page} page */
async function shown(page) {
  const names = await page.names(headings);
  return names.filter((name) => TERMS.includes(name));
}

/** @type {import("../run.mjs").Case[]} */
export const glossaryList = [
  {
    name: "all eleven terms stand there from A to Z",
    at: "/glossary.html",
    async run(page) {
      await page.see(heading("White Supremacy"));
      assert.deepEqual(await shown(page), TERMS);
    },
  },
  {
    name: "a term has its senses, examples, source, related works and locations",
    at: "/glossary.html",
    async run(page) {
      await page.see(heading("White Supremacy"));
      const all = (await page.texts(glossary)).join(" ");
      for (const part of [
        "After: Teaching for Diversity and Social Justice: A Sourcebook", "red-lining", "System of White Supremacy and White Privilege",
        "Addressing Hate and White Supremacy", "FUNDAMENTALS", "Core Concepts", "life expectancy", "This heading is restored", "Ibram X. Kendi",
      ]) assert.ok(all.includes(part), part);
      assert.equal(all.split("This heading is restored").length - 1, 4);
    },
  },
  {
    name: "the search box narrows the list, also by a term's other name, says how many, and clears",
    at: "/glossary.html",
    async run(page) {
      for (const [query, expected] of /** @type {[string, string[]][]} */ ([
        ["repar", ["Reparations"]], ["BLM", ["Black Lives Matter"]],
      ])) {
        await page.fill(glossaryBox, query);
        await page.until(`only ${expected}`, ($, where, known, wanted) => {
          const names = $.all(where).map($.name).filter((name) => known.includes(name));
          return names.join() === wanted.join();
        }, headings, TERMS, expected);
      }
      await page.until("the status to say the count", ($, where) => $.all(where).some((each) => /^1 term\b/u.test($.content(each))), { role: "status", within: glossary });
      await page.press("Control+a");
      await page.press("Backspace");
      await page.see(heading("Accountability"));
      assert.deepEqual(await shown(page), TERMS);
    },
  },
  {
    name: "a search that finds no term says so and how to go on",
    at: "/glossary.html",
    async run(page) {
      await page.fill(glossaryBox, "zzzzqqqq");
      await page.until("the advice", ($, where) => $.all(where).some((each) => $.content(each).includes("No term matches “zzzzqqqq”")), { css: "p", within: glossary });
      assert.deepEqual(await shown(page), []);
    },
  },
  {
    name: "a letter leads to its first term",
    at: "/glossary.html",
    async run(page) {
      const letters = { role: "navigation", name: "Letters" };
      await page.see(letters);
      assert.deepEqual(await page.names({ role: "link", within: letters }), ["A", "B", "C", "I", "M", "O", "R", "S", "W"]);
      await page.click({ role: "link", name: "W", within: letters });
      await page.until("White Supremacy in view", inView, heading("White Supremacy"));
    },
  },
  {
    name: "a link to a term opens the page there",
    at: "/glossary.html#term-structural-racism",
    async run(page) {
      await page.see(heading("Structural Racism"));
      await page.until("the term in view", inView, heading("Structural Racism"));
    },
  },
  {
    name: "a change of the address leads to the term, even when a search had hidden it",
    at: "/glossary.html",
    async run(page) {
      await page.fill(glossaryBox, "repar");
      await page.gone(heading("White Supremacy"));
      await page.ask(() => { location.hash = "#term-white-supremacy"; });
      await page.see(heading("White Supremacy"));
      await page.until("the term in view", inView, heading("White Supremacy"));
    },
  },
];
