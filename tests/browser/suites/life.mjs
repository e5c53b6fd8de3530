// The widgets in pages that are not at rest: several on a page, moved, failing, mended, fed with other records.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { annotated, button, catalog, filter, heading, headingFrom, searchBox, settled, works } from "./things.mjs";

const PACK = fileURLToPath(new URL("../../../target/equity-catalog/racial-equity.pack", import.meta.url));
const FALLBACK = { css: "p", text: "The list, as plain text." };

const heard = () => /** @type {{ heard: string[] }} */ (/** @type {unknown} */ (globalThis)).heard;

/** @type {import("../run.mjs").Case[]} */
export const life = [
  {
    name: "two catalogs on one page each answer to their own box, and their landmarks have names of their own",
    at: "/test/two.html",
    async run(page) {
      const second = { css: "#second" };
      const box = { ...searchBox, within: second };
      await page.fill(box, "consensus");
      await page.see({ ...headingFrom("1 result for “consensus”"), within: second });
      assert.equal(await page.count({ ...heading("Case Studies"), within: { css: "#first" } }), 1);
      const names = await page.names({ role: "search" });
      assert.equal(new Set(names).size, 2, names.join());
    },
  },
  {
    name: "a catalog that is moved in the page goes on working with what the reader typed",
    at: "/test/two.html",
    async run(page) {
      const box = { ...searchBox, within: { css: "#second" } };
      await page.fill(box, "consensus");
      await page.ask(() => document.getElementById("there")?.append(/** @type {Element} */ (document.getElementById("second"))));
      await page.see({ ...headingFrom("1 result for “consensus”"), within: { css: "#there" } });
      await settled(page);
      await page.fill(box, "constellation");
      await page.see({ ...headingFrom("1 result for “constellation”"), within: { css: "#there" } });
    },
  },
  {
    name: "a catalog that is taken out and put back later is as good as new",
    at: "/test/two.html",
    async run(page) {
      await page.see({ ...works, within: { css: "#second" } });
      await page.ask(async () => {
        const widget = /** @type {Element} */ (document.getElementById("second"));
        widget.remove();
        await new Promise((done) => setTimeout(done, 50));
        document.getElementById("there")?.append(widget);
      });
      await page.click({ ...filter("Tool"), within: { css: "#second" } });
      await page.see({ ...headingFrom("[0-9]+ results?$"), within: { css: "#second" } });
    },
  },
  {
    name: "a catalog that cannot be opened says so plainly, and what the page put there stays readable",
    at: "/test/missing.html",
    mishap: /missing\.pack|Failed to load resource/u,
    async run(page) {
      await page.see(button("Try again"));
      await page.see(FALLBACK);
      assert.equal(await page.count({ css: "[role=alert]", within: catalog }), 1);
    },
  },
  {
    name: "Try again opens it once it is there",
    at: "/test/missing.html",
    mishap: /missing\.pack|Failed to load resource/u,
    async run(page, site) {
      assert.ok(existsSync(PACK), "the pack is built by `cargo xtask build`");
      await page.see(button("Try again"));
      site.instead.set("/test/missing.pack", { status: 200, file: PACK });
      await page.click(button("Try again"));
      await page.see(works);
      await page.gone(FALLBACK);
    },
  },
  {
    name: "where the widget's script never arrives, what the page put there is what the reader has",
    at: "/",
    before: (site) => void site.instead.set("/pkg/elements.js", { status: 404 }),
    mishap: /elements\.js|Failed to load resource/u,
    async run(page) {
      await page.see({ css: "equity-catalog > *" });
    },
  },
  {
    name: "where the engine never arrives, the page says so and keeps its own text",
    at: "/",
    before: (site) => void site.instead.set("/pkg/equity-catalog.wasm", { status: 404 }),
    mishap: /equity-catalog\.wasm|Failed to load resource/u,
    async run(page) {
      await page.see(button("Try again"));
      await page.see({ css: "equity-catalog > *" });
    },
  },
  {
    name: "a page's own records: their addresses become links, a script for an address is refused, markup in them is text",
    at: "/test/own.html",
    async run(page) {
      await page.see(works);
      await page.see(heading("A work with an address"));
      assert.deepEqual(await page.names({ role: "link", within: works }), ["A work with an address"]);
      await page.see(heading("A <b>title</b> & \"more\""));
      await page.until("the refusal", () => /** @type {any} */ (globalThis).heard.includes("refused"));
      assert.equal(await page.attribute({ css: "li.listing[lang]", within: catalog }, "lang"), "es");
    },
  },
  {
    name: "the page hears what happens and may keep a link from being followed",
    at: "/test/own.html",
    async run(page) {
      await page.see(heading("A work with an address"));
      await page.ask(() => { document.body.dataset.keep = "here"; });
      const before = await page.ask(() => location.href);
      await page.click({ role: "link", name: "A work with an address" });
      await page.until("the events", () => /** @type {any} */ (globalThis).heard.includes("select"));
      assert.equal(await page.ask(() => location.href), before);
      const names = await page.ask(heard);
      assert.ok(names.includes("ready") && names.includes("search"), names.join());
      assert.ok(!names.includes("error"), names.join());
    },
  },
  {
    name: "right to left: the box, the list and the terms work, and the layout follows the direction",
    at: "/test/right-to-left.html",
    async run(page) {
      await page.see(annotated);
      const box = { role: "searchbox", name: "البحث في الفهرس", within: catalog };
      await page.see(box);
      const rtl = await page.ask(($, wanted) => getComputedStyle($.one(wanted)).direction, box);
      assert.equal(rtl, "rtl");
      await page.fill(box, "network");
      await page.see({ role: "heading", name: { pattern: "network" }, within: catalog });
      await page.click({ ...annotated, nth: 0 });
      await page.see({ role: "dialog", name: "Structural Racism" });
    },
  },
];
