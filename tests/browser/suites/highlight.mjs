// Terms that are painted and listed, for pages whose text is not ours to change.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { annotatedWhole, glossary, popup } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {{ untouched(): boolean, painted(): [name: string, texts: string[]][] }} Remembered */

const ENDNOTES = fileURLToPath(new URL("../../../pkg/endnotes.js", import.meta.url));
/** @type {(value: unknown) => void} */
let letNotesCome = () => {};
const AT = "/test/annotate/highlight.html";
const list = { css: "summary", within: glossary };
const terms = { css: "li button", within: glossary };

/** @param {Page} page */
const untouched = (page) => page.ask(() => /** @type {Remembered} */ (/** @type {unknown} */ (globalThis)).untouched());
/** @param {Page} page */
const painted = (page) => page.ask(() => /** @type {Remembered} */ (/** @type {unknown} */ (globalThis)).painted());

/** @type {import("../run.mjs").Case[]} */
export const highlighting = [
  {
    name: "no node of the article is touched, its words are painted once a section, and the element lists the terms",
    at: AT,
    async run(page) {
      await annotatedWhole(page);
      assert.deepEqual((await painted(page)).map(([, texts]) => texts), [["structural racism", "White supremacy", "Structural racism"]]);
      assert.deepEqual(await page.names(list), ["2 terms explained on this page"]);
      await page.click(list);
      assert.deepEqual(await page.names(terms), ["Structural Racism", "White Supremacy"]);
      assert.ok(await untouched(page));
    },
  },
  {
    name: "printed, what the terms mean stands where the list was",
    at: AT,
    async run(page) {
      await annotatedWhole(page);
      const notes = { css: ".endnotes .note-term", within: glossary, hidden: true };
      await page.until("the notes", async ($, wanted) => {
        dispatchEvent(new Event("beforeprint"));
        return $.all(wanted).length === 2;
      }, notes);
      assert.deepEqual(await page.texts(notes), ["Structural Racism", "White Supremacy"]);
      assert.ok(await untouched(page));
    },
  },
  {
    name: "nothing moves when the notes for paper have come",
    at: AT,
    before: ({ instead }) => void instead.set("/pkg/endnotes.js", { status: 200, file: ENDNOTES, wait: new Promise((come) => (letNotesCome = come)) }),
    async run(page) {
      await page.see(list);
      const places = () => page.ask(($, targets) => targets.map((target) => $.one(target).getBoundingClientRect().top), [list, { css: "#text" }]);
      const before = await places();
      letNotesCome(undefined);
      await page.until("the notes", ($, wanted) => $.all(wanted).length === 1, { css: ".endnotes", within: glossary, hidden: true });
      assert.deepEqual(await places(), before);
    },
  },
  {
    name: "each term in the list opens its popup, Esc closes it, and the focus is back on the button",
    at: AT,
    async run(page) {
      await page.click(list);
      await page.click({ ...terms, name: "White Supremacy" });
      await page.see(popup);
      assert.equal(await page.attribute({ ...terms, name: "White Supremacy" }, "aria-expanded"), "true");
      await page.press("Escape");
      await page.gone(popup);
      assert.equal((await page.focused()).name, "White Supremacy");
      await page.press("Enter");
      await page.see(popup);
      assert.ok(await untouched(page));
    },
  },
  {
    name: "a click on painted words opens the popup beside them, another closes it, one on other words opens none",
    at: AT,
    async run(page) {
      await annotatedWhole(page);
      const point = await page.ask(() => {
        const range = document.createRange();
        range.setStart(/** @type {Node} */ (document.querySelector("#three")?.firstChild), 2);
        range.setEnd(/** @type {Node} */ (document.querySelector("#three")?.firstChild), 8);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      });
      await page.moveTo(point.x, point.y);
      await page.tab.press();
      await page.see(popup);
      const gap = await page.ask(($, target, y) => {
        const { top, bottom } = $.one(target).getBoundingClientRect();
        return Math.min(Math.abs(top - y), Math.abs(bottom - y));
      }, popup, point.y);
      assert.ok(gap < 40, `the popup is ${gap} px from the words`);
      await page.tab.press();
      await page.gone(popup);
      await page.click({ css: "#one a, #two" });
      assert.equal(await page.count(popup), 0);
      assert.ok(await untouched(page));
    },
  },
  {
    name: "what the page adds, rewrites and takes out is followed",
    at: AT,
    async run(page) {
      await page.click(list);
      await page.see({ ...terms, name: "White Supremacy" });
      await page.ask(() => {
        /** @type {Text} */ (document.querySelector("#three")?.firstChild).data = "Oppression and BLM.";
        document.querySelector("#second")?.append(Object.assign(document.createElement("p"), { textContent: "Collusion came." }));
        document.querySelector("#two")?.remove();
      });
      await page.until("the new terms", ($, target) => $.all(target).map($.name).join() === "Black Lives Matter,Collusion,Oppression,Structural Racism", terms);
      const [[, texts] = ["", []]] = await painted(page);
      assert.deepEqual(texts.sort(), ["BLM", "Collusion", "Oppression", "structural racism"]);
    },
  },
  {
    name: "taking the element away takes the paint and the list along; another element has its own",
    at: AT,
    async run(page) {
      await annotatedWhole(page);
      const [[name] = [""]] = await painted(page);
      await page.ask(() => {
        const other = document.createElement("equity-glossary");
        for (const [key, value] of Object.entries({ annotate: "#two", mode: "highlight" })) other.setAttribute(key, value);
        document.body.append(other);
      });
      await page.until("two of them", () => CSS.highlights.size === 2);
      await page.ask(() => document.querySelector("equity-glossary")?.remove());
      await page.until("one of them", () => CSS.highlights.size === 1);
      assert.notEqual((await painted(page))[0]?.[0], name);
      await page.ask(() => document.querySelector("equity-glossary")?.remove());
      await page.until("none of them", () => CSS.highlights.size === 0 && document.adoptedStyleSheets.every((sheet) => !/highlight/u.test(sheet.cssRules[0]?.cssText ?? "")));
      assert.ok(await untouched(page));
    },
  },
  {
    name: "where a browser can't paint words, the list is there all the same",
    at: `${AT}?plain`,
    async run(page) {
      await annotatedWhole(page);
      await page.click(list);
      await page.click({ ...terms, name: "Structural Racism" });
      await page.see(popup);
      assert.ok(await untouched(page));
    },
  },
  ...[["es", "2 términos explicados en esta página"], ["ar", "مصطلحان مشروحان في هذه الصفحة"]].map(([language = "", name = ""]) => ({
    name: `the list speaks the element's language: ${language}`,
    at: AT,
    async run(/** @type {Page} */ page) {
      await annotatedWhole(page);
      await page.ask((_, lang) => document.querySelector("equity-glossary")?.setAttribute("lang", lang), language);
      await page.see({ ...list, name });
    },
  })),
];
