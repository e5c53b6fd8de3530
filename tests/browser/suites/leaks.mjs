// Elements that come and go: whatever a page does with them, nothing of them stays behind.

import assert from "node:assert/strict";
import { filter, heading, headingFrom, searchBox, settled } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */

const AT = "/test/leaks/leaks.html";
const TIMES = 50;

/** @type {[what: string, made: [name: string, attributes: Record<string, string>], typed: string][]} */
const ELEMENTS = [
  ["catalogs", ["equity-catalog", { "page-size": "5" }], "network"],
  ["glossaries", ["equity-glossary", {}], "racism"],
  ["annotations", ["equity-glossary", { annotate: "#text" }], ""],
  ["painted annotations", ["equity-glossary", { annotate: "#text", mode: "highlight" }], ""],
];

/** What listens, observes or waits, by name. @param {Page} page */
const left = (page) => page.ask(() => /** @type {{ whatIsLeft(): string[] }} */ (/** @type {unknown} */ (globalThis)).whatIsLeft());

/**
 * Adds, uses, moves, removes, puts back and removes an element again and again. Nothing in the page keeps it but weak
 * references in `gone`.
 * @param {Page} page @param {number} times @param {[string, Record<string, string>]} made @param {string} typed
 */
const comeAndGo = (page, times, made, typed) => page.ask(async ($, rounds, [name, attributes], text) => {
  const [here, there] = [$.one({ css: "#here", hidden: true }), $.one({ css: "#there", hidden: true })];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** @type {WeakRef<object>[]} */
  const gone = [];
  const use = async (/** @type {HTMLElement} */ element, /** @type {Element} */ place) => {
    const ready = new Promise((done) => element.addEventListener("equity-catalog:ready", done, { once: true }));
    place.append(element);
    await ready;
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const box = /** @type {HTMLInputElement | null} */ (root.querySelector("input[type=search]"));
    if (box) {
      box.focus();
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    }
    /** @type {HTMLElement | null} */ (root.querySelector("input[type=checkbox]"))?.click();
    /** @type {HTMLElement | null} */ (document.querySelector("#text .equity-term"))?.click();
    await frame();
  };
  const once = async () => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    gone.push(new WeakRef(element), new WeakRef(/** @type {ShadowRoot} */ (element.shadowRoot)));
    await use(element, here);
    there.append(element);
    await frame();
    element.remove();
    await frame();
    await use(element, here);
    element.remove();
    await frame();
  };
  for (let round = 0; round < rounds; round++) await once();
  Object.assign(globalThis, { gone });
}, times, made, typed);

/** @type {import("../run.mjs").Case[]} */
const leaving = ELEMENTS.map(([what, made, typed]) => ({
  name: `${what}: added, used, moved, removed, put back and removed ${TIMES} times leave nothing that listens, observes or waits, and are collected`,
  at: AT,
  async run(page) {
    assert.deepEqual(await left(page), [], "nothing listens before the first");
    const text = await page.ask(() => document.getElementById("text")?.childNodes.length);
    await comeAndGo(page, TIMES, made, typed);
    assert.deepEqual(await left(page), [], "nothing is left");
    assert.equal(await page.ask(() => document.getElementById("text")?.childNodes.length), text, "the page's text is as it was");
    if (!page.tab.collectGarbage) return;
    await page.ask(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
    await page.tab.collectGarbage();
    const alive = await page.ask(() => /** @type {{ gone: WeakRef<object>[] }} */ (/** @type {unknown} */ (globalThis)).gone.filter((each) => each.deref()).length);
    assert.equal(alive, 0, `${alive} of ${2 * TIMES} elements and shadow roots could not be collected`);
  },
}));

/** @type {import("../run.mjs").Case[]} */
export const leaks = [
  ...leaving,
  {
    name: "what counts the leaks sees them: a listener, an observer, a timer, and each of them ended",
    at: AT,
    async run(page) {
      const seen = await page.ask(async () => {
        const { whatIsLeft } = /** @type {{ whatIsLeft(): string[] }} */ (/** @type {unknown} */ (globalThis));
        const life = new AbortController();
        const hear = () => {};
        addEventListener("resize", hear, { signal: life.signal });
        document.addEventListener("click", hear, true);
        matchMedia("print").addEventListener("change", hear, { signal: life.signal });
        document.addEventListener("once", hear, { once: true });
        const observer = new MutationObserver(hear);
        observer.observe(document.body, { childList: true });
        const sizes = new ResizeObserver(hear);
        sizes.observe(document.body);
        const timer = setInterval(hear, 1000);
        const during = whatIsLeft().map((line) => line.replace(/ [(]?\d.*$/u, ""));
        life.abort();
        document.removeEventListener("click", hear, true);
        document.dispatchEvent(new Event("once"));
        observer.disconnect();
        sizes.unobserve(document.body);
        clearInterval(timer);
        return { during, after: whatIsLeft() };
      });
      assert.deepEqual(seen.during, [
        "MutationObserver", "ResizeObserver", "document listens for click", "document listens for once", "media query listens for change", "setInterval", "window listens for resize",
      ]);
      assert.deepEqual(seen.after, []);
    },
  },
  {
    name: "a catalog that is moved keeps the query, the filters, the page of results and the very nodes, and can be typed in again",
    at: AT,
    async run(page) {
      await page.ask(() => {
        const made = document.createElement("equity-catalog");
        made.setAttribute("page-size", "5");
        document.getElementById("here")?.append(made);
      });
      await page.fill(searchBox, "network");
      await page.click(filter("Resource"));
      await page.click({ role: "button", name: "Page 2" });
      await settled(page);
      const before = await page.texts({ css: "li.listing" });
      await page.ask(($) => {
        Object.assign(globalThis, { kept: $.all({ css: "li.listing" }) });
        document.getElementById("there")?.append($.one({ css: "equity-catalog" }));
      });
      const there = { css: "#there" };
      await page.see({ ...headingFrom("[0-9]+ results for “network”"), within: there });
      assert.deepEqual(await page.texts({ css: "li.listing", within: there }), before);
      const same = await page.ask(($) => {
        const { kept } = /** @type {{ kept: Element[] }} */ (/** @type {unknown} */ (globalThis));
        return $.all({ css: "li.listing" }).every((listing, index) => listing === kept[index]);
      });
      assert.ok(same, "nothing was drawn anew");
      assert.equal(await page.attribute({ role: "button", name: "Page 2", within: there }, "aria-current"), "page");
      assert.equal(await page.ask(($, box) => /** @type {HTMLInputElement} */ ($.one(box)).value, searchBox), "network");
      await page.fill(searchBox, "zzzzqqqq");
      await page.see(heading("No results for “zzzzqqqq”"));
    },
  },
];
