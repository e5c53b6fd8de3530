// Pages with a will of their own: frameworks, resets, themes that give every element a look by force. The inside of the
// widget must not change. Each test looks at it twice on one page: under the page's styles, then without them, with
// nothing left but what a widget should take from its page (GIVEN in looks.mjs) and the width of its place.

import assert from "node:assert/strict";
import { differences, GIVEN, lookInside } from "../looks.mjs";
import { annotated, buttonFrom, filter, glossaryBox, popup, search, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

/** @type {[sheets: string, what: string][]} */
const HOSTS = [
  ["unset", "a page whose reset is `* { all: unset }`"],
  ["initial", "a page whose reset is `* { all: initial !important }`"],
  ["rem", "a page where a rem is 10 px"],
  ["resets", "a page with the classic resets"],
  ["bootstrap-3", "a page of Bootstrap 3"],
  ["bootstrap-5", "a page of Bootstrap 5"],
  ["foundation", "a page of Foundation"],
  ["wordpress", "a page of WordPress"],
  ["theme", "a page whose theme gives every element a look by force"],
  ["bootstrap-3+wordpress+rem+theme", "a page that has grown for ten years"],
];

/**
 * A part of the page to look at, how to bring it about, and what must be seen there in any case.
 * @typedef {{ what: string, host: Target, place: string, act(page: Page): Promise<void>, seen: Target[] }} Part
 */

const CATALOG = { css: "equity-catalog" };
const GLOSSARY = { css: "#glossary > equity-glossary" };

/** @type {Part[]} */
const PARTS = [
  {
    what: "the catalog with results, filters and chips",
    host: CATALOG,
    place: "#catalog",
    async act(page) {
      await page.see(works);
      await search(page, "network");
      // Narrow places have the filters in a drawer, which is looked at by itself.
      const isNarrow = (await page.count({ ...filter("Resource"), within: CATALOG })) === 0;
      if (isNarrow) await page.click({ ...buttonFrom("Filters"), within: CATALOG });
      await page.click({ ...filter("Resource"), within: CATALOG });
      if (isNarrow) await page.click({ ...buttonFrom("Show [0-9]+ result"), within: CATALOG });
      await settled(page);
      await page.see({ css: "mark", within: CATALOG });
    },
    seen: [
      { role: "searchbox" }, { css: ".chip" }, { role: "heading", css: ".results-title" },
      { css: "li.listing" }, { css: "mark" }, { role: "navigation", css: ".pages" },
    ],
  },
  {
    what: "the glossary",
    host: GLOSSARY,
    place: "#glossary",
    async act(page) {
      await page.fill(glossaryBox, "supremacy");
      await page.until("fewer terms", ($, within) => $.all({ role: "article", within }).length < 11, GLOSSARY);
    },
    seen: [{ role: "searchbox" }, { role: "navigation", css: ".letters" }, { role: "article" }, { css: ".term-title" }, { css: ".prose" }, { css: ".credit" }],
  },
  {
    what: "a term's popup",
    host: { css: "equity-popup" },
    place: "#text",
    async act(page) {
      await page.ask(() => scrollTo({ top: 0, behavior: "instant" }));
      await page.click({ ...annotated, nth: 0 });
      await page.see(popup);
      await page.moveTo(1, 1);
    },
    seen: [{ role: "dialog", name: "Structural Racism" }, { role: "button" }, { css: ".prose" }, { css: ".credit" }],
  },
];

/** @type {Part} */
const DRAWER = {
  what: "the drawer",
  host: CATALOG,
  place: "#catalog",
  async act(page) {
    await page.see(works);
    await page.click({ ...buttonFrom("Filters"), within: CATALOG });
    await page.click({ ...filter("Resource"), within: CATALOG });
    await settled(page);
  },
  seen: [{ role: "dialog" }, { role: "group", css: "fieldset" }, { role: "checkbox" }, { role: "button", name: "Close" }],
};

/** Gives a place its width, whatever the page says of it; it may make it glide there. @param {Page} page @param {string} place @param {number} width */
const settle = (page, place, width) => page.ask(async (_, css, wide) => {
  const { style } = /** @type {HTMLElement} */ (document.querySelector(css));
  const given = { display: "block", float: "none", position: "static", "box-sizing": "content-box", width: `${wide}px`, "min-width": "0", "max-width": "none", margin: "0", padding: "0", border: "0" };
  for (const [name, value] of Object.entries(given)) style.setProperty(name, value, "important");
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
}, place, width);

/**
 * Takes the page's styles away, but for what the widget should take from them: that stands on the places now.
 * @param {Page} page
 * @param {Part[]} parts
 */
const bare = (page, parts) => page.ask(async ($, parts, names) => {
  const given = parts.map(({ host, place }) => {
    const widget = $.one(host);
    const inner = [...(widget.shadowRoot?.children ?? [])].find((child) => child.getBoundingClientRect().width > 1);
    // A popup lies on a layer of its own: it takes the type of its paragraph, and no width.
    const popup = widget.localName === "equity-popup";
    const computed = getComputedStyle(popup ? /** @type {Element} */ (document.querySelector(place)) : widget);
    const width = popup ? computed.width : `${inner?.getBoundingClientRect().width}px`;
    return { place, styles: [["width", width], ...names.map((name) => [name, computed.getPropertyValue(name)])] };
  });
  for (const sheet of document.styleSheets) sheet.disabled = true;
  for (const { place, styles } of given) {
    const { style } = /** @type {HTMLElement} */ (document.querySelector(place));
    for (const [name = "", value = ""] of styles) style.setProperty(name, value, "important");
  }
  dispatchEvent(new Event("resize"));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}, parts.map(({ host, place }) => ({ host, place })), GIVEN);

/** What sticks out of its place or of the window at the sides. @param {Page} page @param {Part} part */
const sticksOut = (page, { host }) => page.ask(($, target) => {
  const widget = $.one(target);
  const inner = [...(widget.shadowRoot?.children ?? [])].find((child) => child.getBoundingClientRect().width > 1);
  const { left, right } = (inner ?? widget).getBoundingClientRect();
  return [...$.walk(widget)].filter((element) => {
    const box = element.getBoundingClientRect();
    // A box that scrolls keeps some pixels for the focus rings inside; the letters of the glossary hang out a little.
    return $.shown(element) && box.width > 1 && (box.right > right + 4 || box.left < left - 12 || box.right > innerWidth + 1);
  }).map((element) => `${element.localName}.${element.className}`);
}, host);

/**
 * How a term in the page's text differs from the text around it, but for its line below; and whether the keyboard's focus,
 * which is on it, can be seen.
 * @param {Page} page
 */
const likeItsText = (page) => page.ask(($, target, inherited) => {
  const term = /** @type {HTMLElement} */ ($.one(target));
  const [own, text] = [getComputedStyle(term), getComputedStyle(/** @type {Element} */ (term.parentElement))];
  const plain = { display: "inline", float: "none", position: "static", opacity: "1", "padding-left": "0px", "margin-top": "0px", "border-top-width": "0px", "background-color": "rgba(0, 0, 0, 0)", "box-shadow": "none", "text-decoration-style": "dotted", "text-decoration-line": "underline" };
  const odd = Object.entries(plain).filter(([name, value]) => own.getPropertyValue(name) !== value).map(([name]) => name);
  const other = inherited.filter((name) => own.getPropertyValue(name) !== text.getPropertyValue(name));
  // WebKit's window, without a window manager, is no longer the active one once it was resized: then nothing has a ring.
  const ring = !document.hasFocus() || ($.active() === term && own.outlineStyle === "solid" && Number.parseFloat(own.outlineWidth) >= 2);
  return [...odd, ...other].map((name) => `${name} is ${own.getPropertyValue(name)}, not ${text.getPropertyValue(name)}`).concat(ring ? [] : ["no focus ring"]);
}, { ...annotated, nth: 0 }, [...GIVEN, "font-style", "font-variant-caps", "text-transform", "-webkit-text-fill-color"]);

/** @param {Page} page @param {number} width @param {Part[]} parts */
async function unchanged(page, width, parts) {
  for (const { place } of PARTS) await settle(page, place, width);
  await page.see(annotated);
  await page.press("Tab");
  assert.deepEqual(await likeItsText(page), [], "a term looks like the text around it");
  for (const part of parts) {
    await part.act(page);
    for (const target of part.seen) await page.see({ ...target, within: part.host });
  }
  /** @type {import("../looks.mjs").Look[]} */
  const there = [];
  for (const part of parts) {
    there.push(await lookInside(page, part.host));
    // The drawer lies at the side of the window, wherever the widget is.
    if (part !== DRAWER) assert.deepEqual(await sticksOut(page, part), [], `nothing of ${part.what} sticks out`);
  }
  await bare(page, parts);
  for (const [index, { what, host }] of parts.entries()) {
    const alone = await lookInside(page, host);
    assert.ok(Object.keys(alone).length > 10, "there is something to look at");
    const found = differences(alone, there[index] ?? {});
    assert.ok(found.length === 0, `${what}: ${found.length} of ${Object.keys(alone).length} elements are not as they are without the page's styles:\n${found.slice(0, 12).join("\n")}`);
  }
}

/** @type {[what: string, width: number, parts: Part[]][]} */
const SIZES = [
  ["catalog, glossary and popup are their own on", 800, PARTS],
  ["catalog, glossary and popup are their own on", 300, PARTS],
  ["the drawer of filters is its own on", 300, [DRAWER]],
];

/** @type {Case[]} */
export const hosts = HOSTS.flatMap(([sheets, page]) => SIZES.map(([what, width, parts]) => ({
  name: `${what} ${page}, ${width} px wide`,
  at: `/test/hosts/host.html?${sheets}`,
  size: /** @type {[number, number]} */ (width === 300 ? [320, 640] : [1280, 800]),
  // Bootstrap 3 has a font for its icons, and the tests' pages load no fonts.
  mishap: sheets.includes("bootstrap-3") ? /glyphicons/u : undefined,
  run: (tab) => unchanged(tab, width, parts),
})));
