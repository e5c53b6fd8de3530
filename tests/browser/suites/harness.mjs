// What the other tests rely on: a test that can't fail says nothing.

import assert from "node:assert/strict";
import { axe, htmlcs } from "../audit.mjs";
import { pause } from "../driver/page.mjs";

const FAULTS = ["an error in the console", "an uncaught error", "an unhandled rejection", "connect-src https://example.org/", "trusted-types-sink"];

/** @type {import("../run.mjs").Case[]} */
export const harness = [
  {
    name: "errors, unhandled rejections and breaches of the policy are noticed",
    at: "/test/faulty.html",
    mishap: /./u,
    async run(page, site) {
      await page.until("the last fault", () => {
        const { collected } = /** @type {{ collected: string[] }} */ (/** @type {unknown} */ (globalThis));
        return collected.length >= 5;
      });
      const errors = await page.errors();
      for (const fault of FAULTS) assert.ok(errors.some((line) => line.includes(fault)), `${fault} in ${errors.join("\n")}`);
      // Browsers tell the server too, also of what happens in frames.
      const isTold = () => site.breaches.some(({ page: at, rule, blocked }) => at.endsWith("/test/faulty.html") && rule.startsWith("connect-src") && blocked.startsWith("https://example.org"));
      for (let tries = 0; !isTold(); tries += 1) {
        assert.ok(tries < 100, `the browser told the server of no breach: ${JSON.stringify(site.breaches)}`);
        await pause(50);
      }
    },
  },
  {
    name: "both accessibility engines see into shadow roots, each what it is there for",
    at: "/test/faulty.html",
    mishap: /./u,
    async run(page) {
      await page.see({ role: "button", name: "Press" });
      assert.ok((await axe(page)).some((line) => line.includes("color-contrast")));
      assert.ok((await htmlcs(page)).some((line) => line.includes("Only a placeholder")));
    },
  },
  ...[{}, { dark: true }, { still: true }, { forcedColors: true }].map((settings) => ({
    name: `what a reader has set reaches the page: ${Object.keys(settings).join() || "nothing"}`,
    at: "/test/own.html",
    ...settings,
    async run(/** @type {import("../driver/page.mjs").Page} */ page) {
      const seen = await page.ask(() => Object.fromEntries([["dark", "(prefers-color-scheme: dark)"], ["still", "(prefers-reduced-motion: reduce)"], ["forcedColors", "(forced-colors: active)"]]
        .map(([name = "", query = ""]) => [name, matchMedia(query).matches]).filter(([, matches]) => matches)));
      // A forced palette may be a dark one.
      if ("forcedColors" in settings) delete seen.dark;
      assert.deepEqual(seen, settings);
    },
  })),
  {
    name: "paper is laid out and read, page by page",
    at: "/test/right-to-left.html",
    needs: /** @type {const} */ ("print"),
    async run(page) {
      await page.see({ css: "li.listing" });
      await page.medium("print");
      assert.equal(await page.ask(() => matchMedia("print").matches), true);
      await page.medium("screen");
      const { pages } = await page.print();
      assert.ok(pages.length > 1, `${pages.length} pages`);
      assert.ok(pages.join("").includes("structuralracism"), pages[0]);
    },
  },
  {
    name: "text is spaced in shadow roots too, enlarged, and the window zoomed",
    at: "/test/own.html",
    async run(page) {
      const title = { css: "h3", within: { css: "li.listing" } };
      // Until the page hands in its own records, the embedded catalog is there.
      await page.see({ ...title, name: "A work with an address" });
      const size = () => page.ask(($, target) => Number.parseFloat(getComputedStyle($.one(target)).fontSize), title);
      const before = await size();
      await page.spaceText();
      const [letters, own] = await page.ask(($, target) => [getComputedStyle($.one(target)).letterSpacing, getComputedStyle($.one(target)).fontSize].map(Number.parseFloat), title);
      assert.ok(Math.abs((letters ?? 0) - 0.12 * (own ?? 0)) < 0.05, `${letters} px between letters of ${own} px`);
      await page.enlargeText(2);
      assert.ok(Math.abs((await size()) - 2 * before) < 0.1);
      await page.zoom(4);
      assert.equal(await page.ask(() => innerWidth), 320);
    },
  },
  {
    name: "clicks, keys and taps are the browser's own",
    at: "/test/faulty.html",
    mishap: /./u,
    async run(page) {
      const press = { role: "button", name: "Press" };
      await page.see(press);
      await page.ask(() => {
        /** @type {string[]} */
        const seen = [];
        Object.assign(globalThis, { seen });
        for (const type of ["click", "keydown"]) {
          document.addEventListener(type, (event) => seen.push(`${type} ${event instanceof PointerEvent ? event.pointerType : ""} ${event.isTrusted}`));
        }
      });
      await page.click(press);
      await page.press("Shift+Tab");
      await page.tap(press);
      const seen = await page.ask(() => /** @type {{ seen: string[] }} */ (/** @type {unknown} */ (globalThis)).seen);
      assert.deepEqual(seen.filter((line) => !line.endsWith("touch false")), seen.includes("click touch true")
        ? ["click mouse true", "keydown  true", "keydown  true", "click touch true"]
        : ["click mouse true", "keydown  true", "keydown  true"]);
    },
  },
];
