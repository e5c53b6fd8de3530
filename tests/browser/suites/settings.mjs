// Readers who see, read or print in their own way: zoom, spacing, larger letters, forced colours, no motion, paper.

import assert from "node:assert/strict";
import { annotated, catalog, filter, glossaryBox, outline, popup, search, searchBox, term, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */
/** @typedef {import("../run.mjs").Case} Case */

/** @type {[what: string, at: string, part: Target, act: (page: Page) => Promise<void>][]} */
const STATES = [
  ["results with a filter", "/", catalog, async (page) => {
    await search(page, "network");
    await page.see(works);
  }],
  ["the glossary", "/glossary.html", { css: "equity-glossary" }, (page) => page.see(glossaryBox)],
  ["a letter of many terms", "/test/many.html", { css: "equity-glossary" }, (page) => page.until("all entries", ($) => $.all({ css: ".term" }).length === 50)],
  ["an open popup", "/article.html", { css: "equity-popup" }, async (page) => {
    await page.click({ ...annotated, nth: 0 });
    await page.see(popup);
  }],
];

/** What can't be read: cut off by its own box, beyond the window's sides, or in a page that scrolls sideways. @param {Page} page @param {Target} part */
const lost = (page, part) => page.ask(($, target) => {
  const found = [...$.walk($.one(target))].filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    if (!$.shown(element) || width <= 1 || height <= 1 || !$.content(element)) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const cut = (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1 && !/auto|scroll/u.test(overflowX))
      || (/hidden|clip/u.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
    return cut || left < -12 || right > innerWidth + 1;
  }).map((element) => `${element.localName}.${element.className}: ${$.content(element).slice(0, 60)}`);
  const root = /** @type {Element} */ (document.scrollingElement);
  return root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide`, ...found] : found;
}, part);

/** @type {[how: string, size: [number, number], change: (page: Page) => Promise<unknown>][]} */
const WAYS = [
  ["at 400%", [320, 256], async () => {}],
  ["with text spaced as WCAG 1.4.12 has it", [1280, 800], (page) => page.spaceText()],
  ["with text spaced so on a phone", [320, 640], (page) => page.spaceText()],
  ["with letters twice as large", [1280, 800], (page) => page.enlargeText(2)],
  ["with letters twice as large and spaced, on half a screen", [640, 800], async (page) => {
    await page.enlargeText(2);
    await page.spaceText();
  }],
];

/** @type {Case[]} */
const reading = STATES.flatMap(([what, at, part, act]) => WAYS.map(([how, size, change]) => ({
  name: `${what}, ${how}: nothing is cut off, nothing to scroll sideways for`,
  at, size,
  async run(page) {
    await act(page);
    await change(page);
    assert.deepEqual(await lost(page, part), []);
  },
})));

/** Everything in the widget and the page's terms that would move. @param {Page} page */
const moving = (page) => page.ask(($) => [...$.walk(document.body)].filter((element) => {
  if (!(element.getRootNode() instanceof ShadowRoot) && !element.matches(".equity-term")) return false;
  const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
  const moves = (/** @type {string} */ durations) => durations.split(",").some((each) => Number.parseFloat(each) > 0.01);
  return moves(transitionDuration) || (animationName !== "none" && moves(animationDuration));
}).map((element) => `${element.localName}.${element.className}`));

/** @type {Case[]} */
export const settings = [
  ...reading,
  ...STATES.map(([what, at, , act]) => /** @type {Case} */ ({
    name: `${what}: nothing moves for a reader who wants nothing to move`,
    at,
    still: true,
    async run(page) {
      await act(page);
      assert.deepEqual(await moving(page), []);
    },
  })),
  {
    name: "forced colours: marks, boxes, the chosen and the focus can be told without our colours",
    at: "/",
    forcedColors: true,
    async run(page) {
      await search(page, "network");
      await page.click(filter("Resource"));
      await page.click(searchBox);
      await page.press("Tab");
      const seen = await page.ask(($, within) => {
        const style = (/** @type {Target} */ target) => getComputedStyle($.one({ ...target, within }));
        const mark = style({ css: "mark" });
        const active = getComputedStyle(/** @type {Element} */ ($.active()));
        const edge = (/** @type {CSSStyleDeclaration} */ { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor }) =>
          borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
        return {
          mark: mark.backgroundColor !== style({ css: ".main" }).backgroundColor && mark.backgroundColor !== "rgba(0, 0, 0, 0)",
          box: edge(style({ role: "searchbox" })),
          chip: edge(style({ css: ".chip" })),
          focus: active.outlineStyle === "solid" && Number.parseFloat(active.outlineWidth) >= 2,
        };
      }, catalog);
      assert.deepEqual(seen, { mark: true, box: true, chip: true, focus: true });
    },
  },
  {
    name: "forced colours: a popup has an edge, a term its line",
    at: "/test/annotate.html",
    forcedColors: true,
    async run(page) {
      await page.click(term("structural racism"));
      await page.see(popup);
      const seen = await page.ask(($, dialog, word) => {
        const box = getComputedStyle($.one(dialog));
        return { edge: Number.parseFloat(box.borderTopWidth) >= 1 && box.borderTopStyle === "solid", line: getComputedStyle($.one(word)).textDecorationLine };
      }, popup, term("structural racism"));
      assert.deepEqual(seen, { edge: true, line: "underline" });
    },
  },
  {
    name: "on paper: the section's title and all of its listings, and nothing to press",
    at: "/",
    needs: "print",
    async run(page) {
      await page.see(works);
      const { title, lines } = outline("networks-alliances-and-coalitions");
      const paper = (await page.print()).pages.join("");
      const plain = (/** @type {string} */ text) => text.replace(/\s+/gu, "");
      assert.ok(paper.includes(plain(title ?? "?")), title);
      const missing = lines.filter((line) => !paper.includes(plain(line).replace(/^#+/u, "")));
      assert.deepEqual(missing, [], "every heading and listing is on paper");
      for (const words of ["Search the catalog", "Case study (", "About this catalog"]) assert.ok(!paper.includes(plain(words)), words);
    },
  },
  {
    name: "on paper: the dark theme is dark ink on white",
    at: "/",
    needs: "print",
    async run(page) {
      await page.ask(() => document.querySelector("equity-catalog")?.setAttribute("theme", "dark"));
      await page.see(works);
      const seen = () => page.ask(($, within) => {
        const { color, backgroundColor } = getComputedStyle($.one({ css: ".body", within }));
        return [color, backgroundColor];
      }, catalog);
      assert.deepEqual(await seen(), ["rgb(231, 229, 225)", "rgb(23, 25, 27)"]);
      await page.medium("print");
      assert.deepEqual(await seen(), ["rgb(30, 35, 38)", "rgb(255, 255, 255)"]);
    },
  },
];
