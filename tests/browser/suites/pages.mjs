// What holds for every page: it opens, both accessibility engines find nothing, nothing is wider than a phone, and it
// asks for nothing but its own files. Each in light and dark, and in the states that a reader brings about.

import assert from "node:assert/strict";
import { axe, htmlcs } from "../audit.mjs";
import { annotated, button, catalog, filter, heading, headingFrom, popup, search, searchBox, glossaryBox, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

/** @type {[at: string, what: string, ready: import("../driver/inside.mjs").Target][]} */
const PAGES = [
  ["/", "the catalog", works],
  ["/article.html", "the article", annotated],
  ["/glossary.html", "the glossary", glossaryBox],
  ["/embed.html", "“put it on your site”", works],
  ["/look.html", "“change its look”", works],
  ["/test/right-to-left.html", "a right-to-left page", works],
  ["/test/two.html", "a page with two catalogs", works],
];

/** @type {[at: string, what: string, act: (page: Page) => Promise<void>][]} */
const STATES = [
  ["/", "results", async (page) => {
    await search(page, "network");
    await page.click(filter("Tool"));
    await page.see(headingFrom("[0-9]+ results? for"));
  }],
  ["/", "no results", async (page) => {
    await search(page, "zzzzqqqq");
    await page.see(heading("No results for “zzzzqqqq”"));
  }],
  ["/article.html", "an open popup", async (page) => {
    await page.click({ ...annotated, nth: 0 });
    await page.see(popup);
  }],
  ["/embed.html#what=popups&exclude=%3A%3A%3A&page-size=5", "choices for popups, one of them wrong", async (page) => {
    await page.see(annotated);
    await page.ask(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
  }],
  ["/embed.html#filters=kind&page-size=5&theme=dark", "many choices for a catalog, in the colors of night", (page) => page.see(works)],
  ["/look.html", "a ready look, and an outlined part", async (page) => {
    await page.see(works);
    await page.click(button("Newspaper"));
    await page.click(button("mark"));
    await page.until("the outline", () => /part\(mark\): outlined/u.test(document.getElementById("part-said")?.textContent ?? ""));
  }],
  ["/test/missing.html", "a catalog that cannot be opened", (page) => page.see({ css: "p", text: "The list, as plain text." })],
];

/** @param {Page} page @param {boolean} dark */
async function accessible(page, dark) {
  const found = await axe(page);
  // The flat copy that htmlcs needs ends the page's life, so it comes last; colours mean nothing to it.
  const all = dark ? found : [...found, ...(await htmlcs(page))];
  assert.ok(all.length === 0, `${all.length} findings:\n${all.slice(0, 20).join("\n")}`);
}

/** @type {Case[]} */
const opening = PAGES.map(([at, what, ready]) => ({
  name: `${what} opens with one heading of the first level, a title and a language`,
  at,
  async run(page, site) {
    await page.see(ready);
    const head = await page.ask(($) => ({
      first: $.all({ css: "h1" }).length, title: document.title.length > 3, language: document.documentElement.lang.length >= 2,
    }));
    assert.deepEqual(head, { first: 1, title: true, language: true });
    const own = site.asked.every(({ path }) => /^\/(pkg|test)\/|^\/[\w.-]*$/u.test(path));
    assert.ok(own, `only the page's own files are asked for, not ${JSON.stringify(site.asked)}`);
    const paths = site.asked.map(({ path }) => path);
    assert.deepEqual(paths.filter((path, index) => paths.indexOf(path) !== index), [], "each file is asked for once");
  },
}));

/** @type {Case[]} */
const auditing = [false, true].flatMap((dark) => {
  const light = dark ? "dark" : "light";
  /** @type {Case[]} */
  const plain = PAGES.map(([at, what, ready]) => ({
    name: `${what} has no accessibility finding in ${light}`,
    at, dark,
    async run(page) {
      await page.see(ready);
      await accessible(page, dark);
    },
  }));
  /** @type {Case[]} */
  const states = STATES.map(([at, what, act]) => ({
    name: `${what}: no accessibility finding in ${light}`,
    at, dark,
    mishap: at.includes("missing") ? /missing\.pack|Failed to load resource/u : undefined,
    async run(page) {
      await act(page);
      await accessible(page, dark);
    },
  }));
  return [...plain, ...states];
});

/** What a reader would have to scroll sideways for. @param {Page} page */
async function tooWide(page) {
  return page.ask(($) => {
    const root = /** @type {Element} */ (document.scrollingElement);
    if (root.scrollWidth <= innerWidth) return [];
    const over = [...$.walk(document.body)].filter((element) => $.shown(element) && element.getBoundingClientRect().right > root.clientWidth + 1);
    return [`${root.scrollWidth} px of ${innerWidth}`, ...over.slice(-4).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** @type {Case[]} */
const narrow = PAGES.flatMap(([at, what, ready]) => [
  {
    name: `${what} fits a phone 320 px wide: nothing to scroll sideways for`,
    at,
    size: [320, 640],
    async run(page) {
      await page.see(ready);
      assert.deepEqual(await tooWide(page), []);
    },
  },
  {
    name: `${what} fits with letters twice as large and widely spaced`,
    at,
    size: [640, 640],
    async run(page) {
      await page.see(ready);
      await page.ask(() => Object.assign(document.documentElement.style, { fontSize: "200%", letterSpacing: ".12em", wordSpacing: ".16em", lineHeight: "1.5" }));
      assert.deepEqual(await tooWide(page), []);
    },
  },
]);

/** @type {Case[]} */
export const pages = [
  ...opening,
  ...narrow,
  {
    name: "on a phone the popup fits the window, results too",
    at: "/article.html",
    size: [320, 640],
    async run(page) {
      await page.click({ ...annotated, nth: 0 });
      await page.see(popup);
      const box = await page.ask(($, target) => $.one(target).getBoundingClientRect().toJSON(), popup);
      assert.ok(box.left >= 0 && box.right <= 320 && box.top >= 0 && box.bottom <= 640, JSON.stringify(box));
      await page.open("/");
      await page.see(searchBox);
      await search(page, "network");
      assert.deepEqual(await tooWide(page), []);
    },
  },
  {
    name: "the keyboard reaches the skip link first, and it leads to the content",
    at: "/",
    async run(page) {
      await page.see(catalog);
      await page.press("Tab");
      assert.match((await page.focused()).name, /^Skip/u);
      await page.press("Enter");
      await page.until("the address to name the content", () => location.hash.length > 1 && document.querySelector(location.hash) !== null);
    },
  },
  ...auditing,
];
