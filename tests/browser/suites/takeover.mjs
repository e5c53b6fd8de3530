// A page that holds the list itself, as `equity-catalog html` writes it: readers have it without the script, and when the
// script comes, late as it may be, nobody loses their place.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { axe, htmlcs } from "../audit.mjs";
import { heading, outline, searchBox, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const place = (/** @type {string} */ path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const LIST = place("target/equity-catalog/racial-equity.html");
const FOLDER = place("target/browser-tests/");
const GLOSSARY = place("target/equity-catalog/racial-equity-glossary.html");
const AT = "/test/takeover.html";
const GLOSSARY_AT = "/test/takeover-glossary.html";
const CURRENT = "networks-alliances-and-coalitions";
const EARLIER = "alliances-and-coalitions";

/** The page with the list in it, as an editor would paste it. @param {Site} site */
export const paste = (site) => pasteInto(site, AT, LIST);
/** @param {Site} site */
const pasteGlossary = (site) => pasteInto(site, GLOSSARY_AT, GLOSSARY);

/** @param {Site} site @param {string} at @param {string} what */
function pasteInto(site, at, what) {
  assert.ok(existsSync(what), `${what} is written by \`cargo xtask build\``);
  const page = readFileSync(place(`tests/browser/pages/${at.slice("/test/".length)}`), "utf8");
  mkdirSync(FOLDER, { recursive: true });
  const file = FOLDER + at.slice("/test/".length);
  writeFileSync(file, page.replace("<!-- the list -->", () => readFileSync(what, "utf8")));
  site.instead.set(at, { status: 200, file });
}

/** The script arrives. @param {Page} page */
async function arrive(page) {
  await page.ask(() => void dispatchEvent(new Event("now")));
  await page.see(searchBox);
  await settled(page);
}

/**
 * Brings a work of the page's own list to a place below the window's top; says where it then is.
 * @param {Page} page @param {string} section @param {number} nth @param {number} top
 */
const scrollTo = (page, section, nth, top) => page.ask((_, id, index, wanted) => {
  const work = document.querySelectorAll(`[data-section="${id}"] [data-resource]`)[index];
  if (!work) throw new Error("there is no such work");
  scrollBy(0, work.getBoundingClientRect().top - wanted);
  return { id: work.getAttribute("data-resource") ?? "", top: work.getBoundingClientRect().top };
}, section, nth, top);

/** Where a work is in the widget. @param {Page} page @param {string} id */
const topOf = (page, id) => page.ask(($, work) => $.one({ css: `[data-work="${work}"]` }).getBoundingClientRect().top, id);

/** @type {[where: string, section: string, nth: number, size: [number, number]][]} */
const PLACES = [
  ["at the 30th work", CURRENT, 29, [1280, 800]],
  ["at the 30th work, on a phone", CURRENT, 29, [320, 640]],
  ["in the second section", EARLIER, 20, [1280, 800]],
  ["in the second section, on a phone", EARLIER, 20, [320, 640]],
];

/** @type {Case[]} */
const without = [
  {
    name: "where the script never comes, every section stands there with all of its listings",
    at: AT,
    before: paste,
    async run(page) {
      for (const id of [CURRENT, EARLIER]) {
        const { title, listings } = outline(id);
        await page.see({ css: "h2", name: title });
        assert.equal(await page.count({ css: "[data-resource]", within: { css: `[data-section="${id}"]` } }), listings);
      }
    },
  },
  {
    name: "a link to a work leads to it, also without the script",
    at: `${AT}#resource-net-gains`,
    before: paste,
    async run(page) {
      await page.until("the work in view", () => {
        const { top = -1 } = document.getElementById("resource-net-gains")?.getBoundingClientRect() ?? {};
        return top >= 0 && top < innerHeight;
      });
    },
  },
  {
    name: "the list has no accessibility finding before the script",
    at: AT,
    before: paste,
    async run(page) {
      await page.see({ css: "h2" });
      assert.deepEqual([...(await axe(page)), ...(await htmlcs(page))], []);
    },
  },
];

/** @type {Case[]} */
const taking = [
  ...PLACES.map(([where, section, nth, size]) => /** @type {Case} */ ({
    name: `a reader ${where} stays at the same work when the widget takes over`,
    at: AT,
    size,
    before: paste,
    async run(page) {
      await page.see({ css: "h2" });
      const before = await scrollTo(page, section, nth, 20);
      await arrive(page);
      const top = await topOf(page, before.id);
      assert.ok(Math.abs(top - before.top) <= 2, `${before.id} was at ${before.top} and is at ${top}`);
    },
  })),
  {
    name: "the widget shows what the page showed, once: nothing can be reached twice",
    at: AT,
    before: paste,
    async run(page) {
      await page.see({ css: "h2" });
      await arrive(page);
      assert.equal(await page.count({ css: "[data-resource]" }), 0);
      assert.equal(await page.count(works), outline(CURRENT).listings);
      const twice = await page.ask(($) => {
        const ids = [...$.walk(document.body)].filter($.shown).map(({ id }) => id).filter(Boolean);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
      });
      assert.deepEqual(twice, []);
    },
  },
  {
    name: "an address of a work that the reader had followed opens it in the widget",
    at: `${AT}#resource-net-gains`,
    before: paste,
    async run(page) {
      await page.see({ css: "h2" });
      await arrive(page);
      await page.see({ css: ".record" });
      await page.until("its title in view", ($) => {
        const { top, bottom } = $.one({ css: "[data-work=net-gains] .title" }).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    },
  },
  {
    name: "the focus on a work’s link goes on to the same link",
    at: "/test/takeover-links.html",
    async run(page) {
      await page.see({ css: "body[data-ready] h2", name: "Books" });
      const link = { role: "link", name: "The second book" };
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), link);
      await arrive(page);
      const focus = await page.ask(($) => ({ ...$.describe($.active()), inside: $.active()?.getRootNode() instanceof ShadowRoot }));
      assert.deepEqual([focus.role, focus.name, focus.inside], ["link", "The second book", true]);
      assert.equal(await page.count(link), 1);
    },
  },
  {
    name: "for a reader at the top, nothing above the list moves, and the list isn't taken away in between",
    at: AT,
    before: paste,
    async run(page) {
      await page.see({ css: "h2" });
      await page.ask(() => {
        const heights = [document.documentElement.scrollHeight];
        Object.assign(globalThis, { heights });
        const look = () => {
          heights.push(document.documentElement.scrollHeight);
          requestAnimationFrame(look);
        };
        look();
      });
      await arrive(page);
      await page.see(heading("Networks, Alliances, and Coalitions"));
      const { heights, y } = await page.ask(() => ({ heights: /** @type {any} */ (globalThis).heights, y: scrollY }));
      const different = heights.filter((/** @type {number} */ height, /** @type {number} */ index) => index > 0 && height !== heights[index - 1]);
      assert.equal(y, 0);
      assert.ok(different.length <= 1, `the page’s height changes once: ${heights[0]}, ${different.join(", ")}`);
    },
  },
  {
    name: "for a reader in the middle, what is seen hardly shifts",
    at: AT,
    before: paste,
    async run(page) {
      await page.see({ css: "h2" });
      await scrollTo(page, CURRENT, 20, 20);
      const measures = await page.ask(() => {
        /** @type {number[]} */
        const shifts = [];
        Object.assign(globalThis, { shifts });
        if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return false;
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => /** @type {any} */ (entry).value))).observe({ type: "layout-shift" });
        return true;
      });
      await arrive(page);
      await page.ask(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
      const score = await page.ask(() => /** @type {any} */ (globalThis).shifts.reduce((/** @type {number} */ sum, /** @type {number} */ value) => sum + value, 0));
      // Only Chromium counts shifts.
      if (measures) assert.ok(score < 0.1, `layout shift ${score}`);
    },
  },
];

/** Brings a term's entry, wherever it is, to a place below the window's top. @param {Page} page @param {string} id @param {number} top */
const scrollToTerm = (page, id, top) => page.ask(($, name, wanted) => scrollBy(0, $.one({ css: `#term-${name}` }).getBoundingClientRect().top - wanted), id, top);

/** Where a term's entry is. @param {Page} page @param {string} id */
const topOfTerm = (page, id) => page.ask(($, name) => $.one({ css: `#term-${name}` }).getBoundingClientRect().top, id);

/** The script arrives, and the entries have all that they lead to. @param {Page} page */
async function arriveAtGlossary(page) {
  await page.ask(() => void dispatchEvent(new Event("now")));
  await page.see({ css: "#term-racist-policies .cross" });
  await page.ask(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
}

/** @type {[where: string, id: string, size: [number, number]][]} */
const ENTRIES = [
  ["in the middle", "movement-building", [1280, 800]],
  ["in the middle, on a phone", "movement-building", [320, 640]],
  ["near the end, on a phone", "structural-racism", [320, 640]],
];

/** @type {Case[]} */
const takingGlossary = [
  ...ENTRIES.map(([where, id, size]) => /** @type {Case} */ ({
    name: `a reader ${where} of the page's own glossary stays at the same entry when the widget takes over`,
    at: GLOSSARY_AT,
    size,
    before: pasteGlossary,
    async run(page) {
      await page.see({ css: "h2" });
      await scrollToTerm(page, id, 20);
      const before = await topOfTerm(page, id);
      await arriveAtGlossary(page);
      const top = await topOfTerm(page, id);
      assert.ok(Math.abs(top - before) <= 2, `${id} was at ${before} and is at ${top}`);
    },
  })),
  {
    name: "an address of a term leads to it without the script, and it is still there with it",
    at: `${GLOSSARY_AT}#term-structural-racism`,
    before: pasteGlossary,
    async run(page) {
      const at = async () => page.until("the term in view", ($) => {
        const { top } = $.one({ css: "#term-structural-racism" }).getBoundingClientRect();
        return top >= -1 && top < innerHeight / 2;
      });
      await at();
      await arriveAtGlossary(page);
      await at();
      assert.equal(await page.count({ css: "#term-structural-racism" }), 1, "once");
    },
  },
];

/** @type {Case[]} */
export const takingOver = [...without, ...taking, ...takingGlossary];
