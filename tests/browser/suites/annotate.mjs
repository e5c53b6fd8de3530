// Which words of a page become terms with a popup, and how the page gets its text back.

import assert from "node:assert/strict";
import { annotated, term } from "./things.mjs";

const AT = "/test/annotate.html";

/** @typedef {import("../driver/page.mjs").Page} Page */

/** The terms marked in a part of the page. @param {Page} page @param {string} where */
const marked = (page, where) => page.names({ ...annotated, within: { css: where } });

const sameText = () => /** @type {{ sameText: () => boolean }} */ (/** @type {unknown} */ (globalThis)).sameText();

/** @type {import("../run.mjs").Case[]} */
export const annotating = [
  {
    name: "each term is marked where it first stands in a section: inflected, across emphasis, never in another word",
    at: AT,
    async run(page) {
      await page.see(annotated);
      assert.deepEqual(await marked(page, "#first"), ["structural racism", "movement building", "white supremacy", "racial inequities", "BLM"]);
      assert.deepEqual(await marked(page, "#second"), ["Structural racism", "Collusion", "institutional racism"]);
    },
  },
  {
    name: "nothing is marked in links, headings, code, keys, labels, fields, buttons, summaries, editable, hidden or excluded text",
    at: AT,
    async run(page) {
      await page.see(annotated);
      const never = "a, h1, h2, code, kbd, pre, label, input, button, summary, [contenteditable], [hidden], .no-glossary, #outside";
      const inside = await page.ask((_, selector) => [...document.querySelectorAll("button.equity-term")].filter((each) => each.parentElement?.closest(selector)).length, never);
      assert.equal(inside, 0);
      assert.equal(await page.count({ ...annotated, hidden: true }), 8);
    },
  },
  {
    name: "a mark is a native button named by the very words, underlined and not by colour alone, and it says that it opens something",
    at: AT,
    async run(page) {
      await page.see(annotated);
      const look = await page.ask(($, target) => {
        const button = $.one(target);
        const { textDecorationLine, fontSize, fontFamily } = getComputedStyle(button);
        const around = getComputedStyle(/** @type {Element} */ (button.parentElement));
        return {
          type: button.getAttribute("type"), expanded: button.getAttribute("aria-expanded"),
          cue: textDecorationLine.includes("underline") || getComputedStyle(button).borderBlockEndStyle !== "none",
          sameFont: fontSize === around.fontSize && fontFamily === around.fontFamily,
        };
      }, term("structural racism"));
      assert.deepEqual(look, { type: "button", expanded: "false", cue: true, sameFont: true });
    },
  },
  {
    name: "the text reads and copies as before",
    at: AT,
    async run(page) {
      await page.see(annotated);
      const text = await page.ask(($) => $.squeeze(document.querySelector("#first p")?.textContent ?? ""));
      assert.equal(text, "Here structural racism comes first, and here structural racism comes again. They talk of movement building, " +
        "of white supremacy in a link, and then of white supremacy outside it.");
    },
  },
  {
    name: "occurrences: the first on the page, or all of them, as the page wishes",
    at: AT,
    async run(page) {
      await page.see(annotated);
      const set = (/** @type {string} */ which) => page.ask((_, value) => document.querySelector("equity-glossary")?.setAttribute("occurrences", value), which);
      await set("first");
      await page.until("7 terms", ($, target) => $.all(target).length === 7, annotated);
      await set("all");
      await page.until("9 terms", ($, target) => $.all(target).length === 9, annotated);
      assert.equal((await marked(page, "#first")).filter((name) => name === "structural racism").length, 2);
    },
  },
  {
    name: "taking the element away gives back the very same text nodes",
    at: AT,
    async run(page) {
      await page.see(annotated);
      await page.click(term("movement building"));
      await page.ask(() => document.querySelector("equity-glossary")?.remove());
      await page.gone(annotated);
      assert.equal(await page.ask(sameText), true);
      assert.equal(await page.count({ role: "dialog" }), 0);
    },
  },
  {
    name: "moving the element keeps the marks; another selector moves them; the old text comes back whole",
    at: AT,
    async run(page) {
      await page.see(annotated);
      await page.ask(() => document.body.prepend(/** @type {Element} */ (document.querySelector("equity-glossary"))));
      await page.until("the same marks", ($, target) => $.all(target).length === 8, annotated);
      await page.ask(() => document.querySelector("equity-glossary")?.setAttribute("annotate", "#outside"));
      await page.until("one mark, outside", ($, target) => $.all(target).map($.name).join() === "Oppression", annotated);
      assert.equal(await page.ask(sameText), true);
    },
  },
  {
    name: "the article of the demo: some terms in every section that has them, none in its headings, links or code",
    at: "/article.html",
    async run(page) {
      await page.see(annotated);
      assert.ok((await page.count(annotated)) >= 5);
      assert.equal(await page.ask(() => document.querySelectorAll(":is(h1, h2, h3, a, code, pre) button.equity-term").length), 0);
    },
  },
];
