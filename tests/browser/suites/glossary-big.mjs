// A glossary of many terms: one letter at a time, drawn in portions, with a search over all.

import assert from "node:assert/strict";
import { axe, htmlcs } from "../audit.mjs";
import { button, glossary, glossaryBox, heading, inView } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

const AT = "/test/many.html";
/** What one frame may put in, and take out at the most but for a letter that goes as a whole: a few entries. */
const MOST = 250;
const letters = { role: "navigation", name: "Letters" };
const entries = { css: ".term", within: glossary };

/** @param {string} name */
const letter = (name) => ({ role: "link", name, within: letters });
/** @param {Page} page @param {number} count */
const drawn = (page, count) => page.until(`${count} entries`, ($, target, wanted) => $.all(target).length === wanted, entries, count);

/** Waits until the reader is at an entry: it is there, has the focus and is in view. @param {Page} page @param {string} name */
async function arrived(page, name) {
  await page.until("the focus on the entry", ($, target) => $.all(target).includes(/** @type {Element} */ ($.active())), heading(name));
  await page.until("the entry in view", inView, heading(name));
}

/** The letter that is said to be the current one. @param {Page} page */
const current = (page) => page.texts({ css: "[aria-current=true]", within: letters });

/** @type {Case[]} */
export const bigGlossary = [
  {
    name: "the first letter is shown, with all of its entries, and every letter is offered",
    at: AT,
    async run(page) {
      await drawn(page, 50);
      assert.equal((await page.names({ role: "link", within: letters })).join(""), "ABCDEFGHIJKLMNOPRSTUVWYZ");
      assert.deepEqual(await page.texts({ css: ".letter-title" }), ["A"]);
      assert.deepEqual(await current(page), ["A"]);
      assert.equal(await page.count({ css: ".term .cross", within: glossary }), 100, "each leads to two others");
    },
  },
  {
    name: "a letter shows its own entries and leads to the first; Back shows the letter before",
    at: AT,
    async run(page) {
      await drawn(page, 50);
      await page.click(letter("M"));
      await arrived(page, "Mlliance 0600");
      await drawn(page, 50);
      assert.deepEqual(await current(page), ["M"]);
      assert.equal(await page.ask(() => location.hash), "#term-t600");
      await page.ask(() => history.back());
      await page.see(heading("Alliance 0000"));
      assert.deepEqual(await current(page), ["A"]);
    },
  },
  ...(/** @type {[what: string, hash: string, title: string, letter: string][]} */ ([
    ["in the middle of a letter", "#term-t1021", "Vlliance 1021", "V"],
    ["at the end of the last one", "#term-t1199", "Zlliance 1199", "Z"],
    ["that nobody knows leads to the beginning", "#term-nobody", "Alliance 0000", "A"],
  ])).map(([what, hash, title, name]) => /** @type {Case} */ ({
    name: `a link to a term opens its letter, there: ${what}`,
    at: AT + hash,
    async run(page) {
      if (hash.includes("nobody")) await page.see(heading(title));
      else await arrived(page, title);
      assert.deepEqual(await current(page), [name]);
      await drawn(page, 50);
    },
  })),
  {
    name: "a search goes over all terms: those that begin so first, then those that are called so, then those that speak of it",
    at: AT,
    async run(page) {
      await page.fill(glossaryBox, "sign77");
      await drawn(page, 11);
      assert.deepEqual((await page.texts({ css: ".term-title" })).slice(0, 2), ["Blliance 0077", "Plliance 0770"]);
      await page.fill(glossaryBox, "other name 50");
      await page.see({ css: ".letter-title", name: "3 terms" });
      await drawn(page, 3);
      assert.deepEqual(await page.texts({ css: ".also" }), ["Also: Other name 50", "Also: Other name 500"]);
      await page.fill(glossaryBox, "0007 sign7");
      await drawn(page, 1);
      await page.fill(glossaryBox, "zzz");
      await page.see({ css: ".found", text: "No term matches “zzz”. Try part of a word, or clear the box to see all terms." });
      assert.equal(await page.count(entries), 0);
    },
  },
  {
    name: "much that was found comes a part at a time, and the focus goes to the first of the next part",
    at: AT,
    async run(page) {
      await page.fill(glossaryBox, "people");
      await page.see({ css: ".letter-title", name: "1,200 terms" });
      await drawn(page, 50);
      await page.click(button("Show 50 more"));
      await drawn(page, 100);
      assert.equal((await page.focused()).name, "Blliance 0050");
      await page.until("the status to say the count", ($, where) => $.all(where).some((each) => $.content(each).startsWith("1,200 terms")), { role: "status", within: glossary });
    },
  },
  {
    name: "a link out of what was found opens its letter, Back brings what was found, an empty box the letter",
    at: AT,
    async run(page) {
      await page.fill(glossaryBox, "sign77");
      await drawn(page, 11);
      await page.click({ role: "link", name: "Blliance 0078", within: { css: "#term-t77" } });
      await arrived(page, "Blliance 0078");
      assert.deepEqual(await current(page), ["B"]);
      await page.ask(() => history.back());
      await drawn(page, 11);
      await page.fill(glossaryBox, "x");
      await page.press("Backspace");
      await drawn(page, 50);
      assert.deepEqual(await current(page), ["B"]);
    },
  },
  {
    name: "whatever is asked for, a frame draws a bounded number of nodes",
    at: AT,
    async run(page) {
      await drawn(page, 50);
      await page.click(glossaryBox);
      for (const [act, last] of /** @type {[() => Promise<void>, string][]} */ ([
        [() => page.type("sign1"), "Clliance 0138"], [() => page.click(letter("S")), "Slliance 0899"], [() => page.click(letter("C")), "Clliance 0149"],
      ])) {
        const frames = await page.nodesPerFrame(glossary, async () => {
          await act();
          await page.see(heading(last));
        });
        for (const { added } of frames) assert.ok(added <= MOST, `one frame put in ${added} nodes, and ${MOST} are allowed`);
        assert.ok(frames.length > 1, "it takes several frames");
      }
    },
  },
  ...[false, true].map((dark) => /** @type {Case} */ ({
    name: `a letter and what was found have no accessibility finding in ${dark ? "dark" : "light"}`,
    at: AT,
    dark,
    async run(page) {
      await drawn(page, 50);
      assert.deepEqual(await axe(page), []);
      await page.fill(glossaryBox, "people");
      await page.see({ css: ".letter-title", name: "1,200 terms" });
      await drawn(page, 50);
      const found = [...(await axe(page)), ...(dark ? [] : await htmlcs(page))];
      // A link to an entry of another letter: it is there when the link is followed.
      assert.deepEqual(found.filter((line) => !line.includes("NoSuchID")), []);
    },
  })),
];
