// Letters, and searching the glossary, in the reader's terms.

import assert from "node:assert/strict";
import { glossary, glossaryBox, heading, inView } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

/** @param {string} language @param {string[]} terms */
const address = (language, terms) => `/test/letters.html?${new URLSearchParams([["language", language], ...terms.map((term) => ["term", term])])}`;

/** Letters and terms as they stand there, letters in brackets. @param {Page} page */
const order = (page) => page.ask(($) => $.all({ css: ".letter-title, .term-title" }).map((each) => (each.matches(".letter-title") ? `[${$.content(each)}]` : $.content(each))).join(" "));

/** @type {[what: string, language: string, terms: string[], expected: string][]} */
const LETTERS = [
  ["English: marks don't count, nor do signs in front; digits come together", "en", ["Über", "unity", "“Race”", "5-year plan", "¿Why?", "Éclat", "2nd wave", "(re)entry"],
    "[#] 2nd wave 5-year plan [E] Éclat [R] “Race” (re)entry [U] Über unity [W] ¿Why?"],
  ["Spanish: Á is an A, Ñ a letter of its own between N and O", "es", ["ñandú", "ocaso", "ábaco", "nube", "zona", "acto", "Árbol"],
    "[A] ábaco acto Árbol [N] nube [Ñ] ñandú [O] ocaso [Z] zona"],
  ["French: É is an E, Œ stands under O", "fr", ["œuvre", "été", "ordre", "école", "État", "zèle", "odeur"], "[E] école État été [O] odeur œuvre ordre [Z] zèle"],
  ["Danish: Æ, Ø and Å are letters and come last", "da", ["Ærø", "Åben", "zoo", "Øl", "aben"], "[A] aben [Z] zoo [Æ] Ærø [Ø] Øl [Å] Åben"],
  ["Arabic: an alef with hamza is an alef", "ar", ["بيت", "أمن", "المساواة"], "[ا] المساواة أمن [ب] بيت"],
  ["Russian: Ё is a Е, Й a letter", "ru", ["йод", "еда", "ёж", "игра"], "[Е] еда ёж [И] игра [Й] йод"],
  ["Korean: by the first consonant", "ko", ["나비", "각", "가나"], "[ᄀ] 가나 각 [ᄂ] 나비"],
  ["a language that is none", "12_&", ["b", "a"], "[A] a [B] b"],
];

const TERMS = ["Structural Racism||Woven into institutions.", "Black Lives Matter|BLM;#BlackLivesMatter|A movement.", "Équité||Étiquettes, justice.", "Self-determination||To govern oneself.", "People’s Budget||Money.",
  "المساواة||حق.", "人種||差別."];

/** @type {[query: string, terms: string[], what: string][]} */
const QUERIES = [
  ["rac", ["Structural Racism"], "a beginning"],
  ["acism", [], "not the middle of a word"],
  ["struct rac", ["Structural Racism"], "beginnings of several words, in any order"],
  ["rac struct", ["Structural Racism"], "the other way round"],
  ["racism institutions", ["Structural Racism"], "words of the name and of the text"],
  ["racism movement", [], "all words must be there"],
  ["BLM", ["Black Lives Matter"], "another form"],
  ["#blacklives", ["Black Lives Matter"], "a form with a sign"],
  ["equite", ["Équité"], "without marks"],
  ["ÉTIQ", ["Équité"], "with marks, in capitals"],
  ["self determination", ["Self-determination"], "a hyphen is a space"],
  ["determ", ["Self-determination"], "the second part of a compound"],
  ["peoples budget", ["People’s Budget"], "without the apostrophe"],
  ["people's", ["People’s Budget"], "with a straight apostrophe"],
  ["مساواة", ["المساواة"], "an Arabic word without its article"],
  ["種", ["人種"], "any sign of a script without spaces"],
];

/** @param {Page} page */
const shown = (page) => page.texts({ css: ".term-title" });

/** @type {Case[]} */
const finding = [
  {
    name: "what is typed is found at the beginnings of words, whatever its marks and capitals",
    at: address("en", TERMS),
    async run(page) {
      await page.see(heading("Self-determination"));
      for (const [query, expected, what] of QUERIES) {
        await page.fill(glossaryBox, query);
        const text = expected.length > 0 ? "1 term" : `No term matches “${query}”`;
        await page.until(`${what}: ${text}`, ($, start) => $.all({ css: ".found" }).some((each) => $.content(each).replace(/[\u2066-\u2069]/gu, "").startsWith(start)), text);
        assert.deepEqual(await shown(page), expected, what);
      }
    },
  },
  {
    name: "what matched in a name is marked; another name that matched is said",
    at: address("en", TERMS),
    async run(page) {
      await page.fill(glossaryBox, "struct rac");
      await page.until("marks", ($) => $.all({ css: "mark" }).length === 2);
      assert.deepEqual(await page.texts({ css: "mark" }), ["Struct", "Rac"]);
      await page.fill(glossaryBox, "equi");
      await page.until("one mark", ($) => $.all({ css: "mark" }).map($.content).join() === "Équi");
      await page.fill(glossaryBox, "blm");
      await page.see({ css: ".also", text: "Also: BLM" });
      await page.fill(glossaryBox, "movement");
      await page.gone({ css: ".also" });
      assert.equal(await page.count({ css: "mark" }), 0);
    },
  },
  {
    name: "a link out of what was found shows its entry, and Back shows what was found again",
    at: "/glossary.html",
    async run(page) {
      await page.fill(glossaryBox, "neutral");
      await page.see({ css: ".found", text: "1 term" });
      await page.click({ role: "link", name: "structural racism", within: glossary });
      await page.until("the entry in view", inView, heading("Structural Racism"));
      assert.equal((await page.focused()).name, "Structural Racism");
      assert.equal(await page.count(heading("Accountability")), 1, "everything is there again");
      await page.ask(() => history.back());
      await page.see({ css: ".found", text: "1 term" });
      await page.gone(heading("Accountability"));
      assert.equal(await page.ask(($, box) => /** @type {HTMLInputElement} */ ($.one(box)).value, glossaryBox), "neutral");
      await page.ask(() => history.forward());
      await page.gone({ css: ".found" });
      await page.until("the entry in view", inView, heading("Structural Racism"));
    },
  },
  {
    name: "letters without a term that was found are not offered",
    at: "/glossary.html",
    async run(page) {
      await page.fill(glossaryBox, "rac");
      await page.see({ css: ".found" });
      const letters = await page.names({ role: "link", within: { role: "navigation", name: "Letters" } });
      assert.deepEqual(letters, await page.texts({ css: ".letter-title" }));
      assert.ok(letters.includes("R") && !letters.includes("B"), letters.join());
    },
  },
  {
    name: "where searching can't be had, the reader is told, and it is asked for again",
    at: "/glossary.html",
    mishap: /./u,
    before: (site) => void site.instead.set("/pkg/search.js", { status: 503 }),
    async run(page, site) {
      await page.fill(glossaryBox, "rac");
      await page.see({ css: ".found", text: "That did not work. Check the connection and try again, or reload the page." });
      assert.ok(site.asked.some(({ path }) => path === "/pkg/search.js"));
    },
  },
];

/** @type {Case[]} */
export const glossarySearch = [
  ...LETTERS.map(([what, language, terms, expected]) => /** @type {Case} */ ({
    name: `letters and order: ${what}`,
    at: address(language, terms),
    async run(page) {
      await page.see(glossaryBox);
      assert.equal(await order(page), expected);
      const letters = await page.names({ role: "link", within: { role: "navigation", name: "Letters" } });
      assert.deepEqual(letters, expected.match(/(?<=\[).(?=\])/gu));
    },
  })),
  ...finding,
];
