// Pages that change their text while terms are marked in it: the page's word counts, and nothing moves under the reader's hand.

import assert from "node:assert/strict";
import { annotated, annotatedWhole, popup, term } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */

const AT = "/test/annotate/changes.html";

/** Each: what the page does, what is marked then, and where. @type {[what: string, act: () => void, marked: Record<string, string[]>][]} */
const CHANGES = [
  ["a paragraph that comes is read", () => {
    document.querySelector("#second")?.append(Object.assign(document.createElement("p"), { id: "new", textContent: "Structural racism, newly told, and BLM." }));
  }, { "#new": ["Structural racism", "BLM"] }],
  ["what is marked in a section already stays where it is, and is not marked again", () => {
    document.querySelector("#first h2")?.after(Object.assign(document.createElement("p"), { id: "new", textContent: "Structural racism before all else, and BLM." }));
  }, { "#new": ["BLM"], "#one": ["structural racism"], "#two": ["collusion"] }],
  ["a new heading begins a new section", () => {
    const heading = Object.assign(document.createElement("h3"), { textContent: "A part" });
    document.querySelector("#first")?.append(heading, Object.assign(document.createElement("p"), { id: "new", textContent: "Collusion in a part of its own." }));
  }, { "#new": ["Collusion"] }],
  ["words that are put behind others are read, and terms across the seam", () => {
    document.querySelector("#three")?.append(" White", " supremacy");
  }, { "#three": ["White supremacy"] }],
  ["a text that is rewritten is read anew", () => {
    const text = /** @type {Text} */ (document.querySelector("#three")?.firstChild);
    text.data = "Now oppression is named.";
  }, { "#three": ["oppression"] }],
  ["a marked text that is rewritten loses its marks and what was left of it; the term gets its popup where it stands next", () => {
    const text = /** @type {Text} */ (document.querySelector("#one")?.firstChild);
    text.data = "They speak of reparations.";
  }, { "#one": ["reparations"], "#two": ["structural racism", "collusion"] }],
  ["a paragraph that goes gives its terms to the next", () => document.querySelector("#one")?.remove(), { "#two": ["structural racism", "collusion"] }],
  ["a paragraph that moves takes its terms along", () => {
    const [one, second] = [document.querySelector("#one"), document.querySelector("#second")];
    if (one) second?.append(one);
  }, { "#one": ["structural racism"], "#two": ["structural racism", "collusion"] }],
  ["new text in another language is left alone", () => {
    document.querySelector("#second")?.append(Object.assign(document.createElement("p"), { id: "new", lang: "es", textContent: "Structural racism" }));
  }, { "#new": [] }],
  ["text that is said to be in another language after all loses its marks", () => document.querySelector("#two")?.setAttribute("lang", "fr"), { "#two": [] }],
  ["text that becomes editable loses its marks", () => document.querySelector("#two")?.setAttribute("contenteditable", "true"), { "#two": [] }],
  ["a new article that the selector names is read", () => {
    document.body.append(Object.assign(document.createElement("div"), { id: "new", className: "post", textContent: "Oppression in a post." }));
  }, { "#new": ["Oppression"] }],
  ["text elsewhere is nobody's business", () => document.querySelector("#outside")?.append(" and collusion"), { "#outside": [] }],
];

/** @param {Page} page @param {string} where */
const marked = (page, where) => page.ask((_, selector) => [...document.querySelectorAll(`${selector} .equity-term`)].map(({ textContent }) => textContent), where);

/** @type {import("../run.mjs").Case[]} */
export const changing = [
  ...CHANGES.map(([name, act, wanted]) => ({
    name,
    at: AT,
    async run(/** @type {Page} */ page) {
      await annotatedWhole(page);
      await page.evaluate(`(${act})()`);
      await page.until(JSON.stringify(wanted), (_, places) => Object.entries(places).every(([where, terms]) => {
        const now = [...document.querySelectorAll(`${where} .equity-term`)].map(({ textContent }) => textContent);
        return JSON.stringify(now) === JSON.stringify(terms);
      }), wanted);
      // It stays so.
      await page.ask(() => new Promise((done) => setTimeout(() => done(undefined), 100)));
      for (const [where, terms] of Object.entries(wanted)) assert.deepEqual(await marked(page, where), terms, where);
    },
  })),
  {
    name: "an open popup stays open while text comes, and goes with text that is rewritten",
    at: AT,
    async run(page) {
      await page.click(term("structural racism"));
      await page.see(popup);
      await page.ask(() => {
        document.querySelector("#one")?.append(" More of the same.");
        document.querySelector("#second")?.append(Object.assign(document.createElement("p"), { textContent: "BLM" }));
      });
      await page.see(term("BLM"));
      await page.see(popup);
      await page.ask(() => {
        /** @type {Text} */ (document.querySelector("#one")?.firstChild).data = "Nothing.";
      });
      await page.gone(popup);
      assert.equal(await page.ask(() => document.querySelector("#one")?.innerHTML), "Nothing. More of the same.");
    },
  },
  {
    name: "opening popups changes no text, so nobody fetches what follows changes; the first change does",
    at: AT,
    async run(page, site) {
      const fetched = () => site.asked.filter(({ path }) => path === "/pkg/later.js").length;
      await page.click(term("collusion"));
      await page.see(popup);
      await page.press("Escape");
      await page.gone(popup);
      assert.equal(fetched(), 0);
      await page.ask(() => document.querySelector("#three")?.append(" BLM"));
      await page.see(term("BLM"));
      assert.equal(fetched(), 1);
    },
  },
  {
    name: "destroy() gives the text back before anything else can happen",
    at: AT,
    async run(page) {
      await page.see(annotated);
      const after = await page.ask(() => {
        const glossary = /** @type {HTMLElement & { destroy(): void }} */ (document.querySelector("equity-glossary"));
        glossary.destroy();
        return [glossary.isConnected, document.querySelectorAll(".equity-term, equity-joint").length, document.querySelector("#one")?.childNodes.length];
      });
      assert.deepEqual(after, [false, 0, 1]);
    },
  },
];
