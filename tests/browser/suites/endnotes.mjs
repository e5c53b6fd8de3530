// An article with popups on paper: its terms have numbers, and what they mean stands behind as notes.

import assert from "node:assert/strict";
import { annotated, popup, term } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../run.mjs").Case} Case */

const AT = "/test/annotate.html";
const NOTES = { css: ".endnotes", hidden: true };

/** Waits for what is fetched when the page is at rest. @param {Page} page */
async function atRest(page) {
  await page.see(annotated);
  await page.until("the place for the notes", ($, target) => $.all(target).length === 1, NOTES);
}

/** What the browser tells a page that is printed. @param {Page} page */
const beforePrint = (page) => page.ask(() => void dispatchEvent(new Event("beforeprint")));

/** @param {Page} page */
const numbers = (page) => page.ask(($, target) => $.all(target).map((each) => `${$.name(each)} ${each.getAttribute("data-note")}`), annotated);

/** @param {Page} page */
const titles = (page) => page.ask(($, target) => [...$.one(target).querySelectorAll(":scope > ol > li")].map((note) =>
  [".note-number", ".note-term"].map((part) => note.querySelector(part)?.textContent).join(" ")), NOTES);

/** @type {Case[]} */
export const endnotes = [
  {
    name: "printing gives each term a number, the same wherever it stands, and lists what they mean in that order",
    at: AT,
    async run(page) {
      await atRest(page);
      const text = await page.ask(() => document.getElementById("text")?.textContent);
      await beforePrint(page);
      assert.deepEqual(await numbers(page), [
        "structural racism 1", "movement building 2", "white supremacy 3", "racial inequities 4", "BLM 5", "Structural racism 1", "Collusion 6", "institutional racism 7",
      ]);
      assert.deepEqual(await titles(page), [
        "1 Structural Racism", "2 Movement Building", "3 White Supremacy", "4 Racial Inequity", "5 Black Lives Matter", "6 Collusion", "7 Institutional Racism",
      ]);
      assert.equal(await page.count({ css: ".endnotes" }), 0, "on the screen there is nothing of it");
      assert.equal(await page.ask(() => document.getElementById("text")?.textContent), text, "the page's text is as it was");
      assert.equal(await page.ask(($, target) => getComputedStyle($.one(target), "::after").content, term("BLM")), "none");
    },
  },
  {
    name: "terms that came after the page was open have their numbers too; an element that is gone leaves nothing",
    at: AT,
    async run(page) {
      await atRest(page);
      await beforePrint(page);
      await page.ask(() => document.querySelector("equity-glossary")?.setAttribute("annotate", "#text, #outside"));
      await page.until("the term outside", ($, target) => $.all(target).some((each) => $.name(each) === "Oppression"), annotated);
      await atRest(page);
      await beforePrint(page);
      assert.equal((await titles(page)).at(-1), "8 Oppression");
      await page.ask(() => document.querySelector("equity-glossary")?.remove());
      await page.gone(annotated);
      await beforePrint(page);
      assert.equal(await page.ask(() => /** @type {any} */ (globalThis).sameText()), true);
    },
  },
  {
    name: "the notes speak the reader's language, and write its figures",
    at: "/test/right-to-left.html",
    async run(page) {
      await atRest(page);
      await beforePrint(page);
      const [number] = await page.ask(($, target) => [...$.one(target).querySelectorAll(".note-number")].map((each) => each.textContent), NOTES);
      const digit = await page.ask(() => new Intl.NumberFormat("ar").format(1));
      assert.equal(number, digit);
      assert.equal(await page.ask(($, target) => $.one(target).querySelector("h2")?.textContent, NOTES), "مصطلحات هذا النص");
    },
  },
  {
    name: "on paper: numbers in the text, notes behind it, each once, and no popup",
    at: AT,
    needs: "print",
    async run(page) {
      await atRest(page);
      await page.click(term("structural racism"));
      await page.see(popup);
      const paper = (await page.print()).pages.join("");
      assert.ok(paper.includes("Herestructuralracism1comesfirst"), paper.slice(0, 300));
      assert.ok(paper.includes("Collusion6standsbesideinstitutionalracism7."));
      assert.equal(paper.split("normalandlegitimate").length - 1, 1, "the definition is there once");
      assert.ok(paper.indexOf("Oppressionoutsideofwhatisannotated.") < paper.indexOf("Termsinthistext1StructuralRacism"), "behind the article");
      for (const words of ["Turnoffthesepopups", "Relatedresources"]) assert.ok(!paper.includes(words), words);
    },
  },
  {
    name: "on paper: no notes where the reader wants no popups, nor the button to have them back",
    at: "/test/popups/two.html",
    needs: "print",
    async run(page) {
      await page.see(annotated);
      await page.ask(() => void Object.assign(/** @type {object} */ (document.querySelector("equity-glossary")), { popups: "off" }));
      await page.see({ role: "button", name: "Turn them on" });
      const paper = (await page.print()).pages.join("");
      assert.ok(paper.includes("Whitesupremacystandsinthefirst,"), paper);
      assert.ok(!paper.includes("Terms") && !paper.includes("Turnthemon"), paper);
    },
  },
  {
    name: "a page whose notes can't be fetched is printed without them, and stays quiet",
    at: AT,
    before: (site) => void site.instead.set("/pkg/endnotes.js", { status: 404 }),
    mishap: /endnotes\.js|Failed to load resource/u,
    async run(page) {
      await page.see(annotated);
      await new Promise((done) => setTimeout(done, 2500));
      await beforePrint(page);
      assert.equal(await page.count(NOTES), 0);
      await page.click(term("BLM"));
      await page.see(popup);
    },
  },
];
