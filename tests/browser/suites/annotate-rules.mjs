// Which words are marked where text has a language, a role, a heading; where terms stand in a row; and where lines end.

import assert from "node:assert/strict";
import { annotated, annotatedWhole } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */

const AT = "/test/annotate/rules.html";

/** What is marked in each part of the page, as it stands and with attributes. @type {[what: string, where: string, marked: string[]][]} */
const PLACES = [
  ["text in another language is left alone, a quotation in the glossary's is not", "#french", ["structural racism"]],
  ["text in a language that is not named is read", "#unknown", ["Movement building"]],
  ["another country's English is English", "#american", ["Collusion"]],
  ["headings are left alone", "#heading", []],
  ["where an element would be torn apart, the next place is taken", "#partly", ["institutional racism"]],
  ["pictures, fields, menus, trees, switches, hidden and ruby text are left alone", "#roles", []],
  ["three terms are not too many for a line, seven are", "#row", ["Accountability", "BLM", "collusion"]],
  ["what was too much gets its popup where it stands next", "#after-row", ["Oppression", "racial inequity"]],
  ["what is folded away is left alone", "#details", []],
  ["what nobody sees is left alone", "#none", []],
  ["what nobody sees takes no popup from what is seen", "#seen", ["Reparations"]],
];

/** @type {[attributes: Record<string, string>, where: string, marked: string[]][]} */
const ATTRIBUTES = [
  [{ headings: "" }, "#heading", ["Collusion"]],
  [{ headings: "" }, "#american", []],
  [{ density: "100" }, "#row", ["Accountability", "BLM", "collusion", "institutional racism", "movement building", "oppression", "racial inequity"]],
  [{ density: "40" }, "#row", ["Accountability", "BLM", "collusion", "institutional racism", "movement building", "oppression", "racial inequity"]],
  [{ density: "20" }, "#row", ["Accountability", "BLM", "collusion", "institutional racism"]],
  [{ occurrences: "all" }, "#row", ["Accountability", "BLM", "collusion", "institutional racism", "movement building", "oppression", "racial inequity"]],
  [{ occurrences: "first" }, "#row", ["Accountability", "BLM", "oppression"]],
];

/** @param {Page} page @param {string} where */
const marked = (page, where) => page.ask((_, selector) => [...document.querySelectorAll(`${selector} .equity-term`)].map(({ textContent }) => textContent), where);

/** @type {import("../run.mjs").Case[]} */
export const annotatingRules = [
  ...PLACES.map(([name, where, terms]) => ({
    name,
    at: AT,
    async run(/** @type {Page} */ page) {
      await annotatedWhole(page);
      assert.deepEqual(await marked(page, where), terms);
    },
  })),
  {
    name: "attributes: headings, density, occurrences",
    at: AT,
    async run(page) {
      for (const [attributes, where, terms] of ATTRIBUTES) {
        await page.ask((_, set) => {
          const glossary = /** @type {Element} */ (document.querySelector("equity-glossary"));
          for (const name of ["headings", "density", "occurrences"]) glossary.removeAttribute(name);
          for (const [name, value] of Object.entries(set)) glossary.setAttribute(name, value);
        }, attributes);
        await annotatedWhole(page);
        assert.deepEqual(await marked(page, where), terms, `${JSON.stringify(attributes)} in ${where}`);
      }
    },
  },
  {
    name: "an element in a shadow root reads the text there, and only there",
    at: AT,
    async run(page) {
      await annotatedWhole(page);
      await page.ask(() => {
        const root = /** @type {Element} */ (document.querySelector("#elsewhere")).attachShadow({ mode: "open" });
        const glossary = document.createElement("equity-glossary");
        glossary.setAttribute("annotate", "div, span");
        const [block, inline] = [document.createElement("div"), document.createElement("span")];
        block.textContent = "Oppression in a shadow.";
        inline.textContent = "And collusion, without a block.";
        root.append("racism", block, " ", inline, glossary);
      });
      await page.until("two terms", () => document.querySelector("#elsewhere")?.shadowRoot?.querySelectorAll(".equity-term").length === 2);
      assert.deepEqual(await page.names({ ...annotated, within: { css: "#elsewhere" } }), ["Oppression", "collusion"]);
    },
  },
  {
    name: "what is unfolded gets its popups",
    at: AT,
    async run(page) {
      await annotatedWhole(page);
      await page.click({ role: "button", name: "More" });
      await page.see({ ...annotated, name: "White supremacy" });
    },
  },
  {
    name: "no line begins with the sign that follows a term, nor ends with the one before it, and lines are as high as they were",
    at: AT,
    async run(page) {
      await annotatedWhole(page);
      const faults = await page.ask(async () => {
        const area = /** @type {Element} */ (document.querySelector("#text"));
        const sections = [];
        for (const [before, after] of [["", ","], ["", "."], ["(", ")"], ["“", "”"], ["", "…"], ["", "-like"], ["", "?"], ["", "’"]]) {
          for (let width = 180; width < 420; width += 8) {
            const section = document.createElement("section");
            const text = `They speak of ${before}structural racism${after} and so on, for long.`;
            const paragraph = Object.assign(document.createElement("p"), { textContent: text });
            paragraph.style.width = `${width}px`;
            paragraph.dataset.signs = `${before}_${after}`;
            section.append(paragraph);
            sections.push(section);
          }
        }
        area.replaceChildren(...sections);
        const heights = sections.map((section) => section.offsetHeight);
        while (area.querySelectorAll(".equity-term").length < sections.length) await new Promise((done) => setTimeout(done, 20));
        return sections.flatMap((section, index) => {
          const button = /** @type {Element} */ (section.querySelector(".equity-term"));
          const { top, bottom } = button.getBoundingClientRect();
          const [, , after] = (section.textContent ?? "").match(/of (.?)structural racism(\S+)/u) ?? [];
          /** @param {Node | null} node @param {number} at */
          const line = (node, at) => {
            const range = document.createRange();
            range.setStart(/** @type {Node} */ (node), at);
            range.setEnd(/** @type {Node} */ (node), at + 1);
            const box = range.getBoundingClientRect();
            return (box.top + box.bottom) / 2;
          };
          const found = [];
          const joint = /** @type {Element} */ (button.parentElement);
          if (getComputedStyle(joint, "::before").content !== '"\ufeff"' || getComputedStyle(joint, "::after").content !== '"\ufeff"') found.push("something is to be seen beside the term");
          const next = /** @type {Text} */ (button.nextSibling);
          if (!(line(next, 0) > top && line(next, 0) < bottom)) found.push(`${after} begins a line in ${section.outerHTML}`);
          const first = /** @type {Text} */ (section.querySelector("p")?.firstChild);
          const isOpen = !first.data.endsWith(" ");
          if (isOpen && !(line(first, first.length - 1) > top && line(first, first.length - 1) < bottom)) found.push(`${first.data.at(-1)} ends a line in ${section.outerHTML}`);
          const height = Number.parseFloat(getComputedStyle(section).lineHeight) || 24;
          const grown = section.offsetHeight - (heights[index] ?? 0);
          if (Math.abs(grown) > 1 && Math.abs(grown) < height * 0.7) found.push(`lines are ${grown} px higher`);
          return found;
        });
      });
      assert.deepEqual(faults, []);
    },
  },
];
