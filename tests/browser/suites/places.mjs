// Where a page may put the widget, and what it may say to it on purpose: any kind of box, colours, a theme.

import assert from "node:assert/strict";
import { catalog, searchBox, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */

/** In a place 900 px wide: how the place lays out, how the widget is laid, what stands around it, and how wide it must be. */
const PLACES = /** @type {[what: string, place: string, own: string, around: string, least: number, most: number][]} */ ([
  ["a plain box", "", "", "", 900, 900],
  ["a flex row", "display: flex", "", "", 900, 900],
  ["a flex row that wraps", "display: flex; flex-wrap: wrap; gap: 1em", "", "", 900, 900],
  ["a centred flex column", "display: flex; flex-direction: column; align-items: center", "", "", 900, 900],
  ["a grid that centres", "display: grid; justify-items: center", "", "", 900, 900],
  ["a floated widget", "", "float: left", "", 900, 900],
  ["an inline block", "", "display: inline-block", "", 900, 900],
  ["an absolute place", "position: relative; height: 500px", "position: absolute", "", 900, 900],
  ["margins of the page's", "", "margin: 0 40px", "", 820, 820],
  ["padding and a border of the page's", "", "padding: 0 40px; border: 1px solid", "", 818, 818],
  ["a column that may grow", "display: flex; width: 300px", "", "flex: 1", 300, 300],
  ["a cell of a narrow table", "display: table; width: 300px", "", "display: table-cell", 300, 300],
  ["a track of a narrow grid", "display: grid; width: 300px; grid-template-columns: 1fr", "", "display: block", 300, 300],
  ["a box that shrinks to fit", "display: flex; justify-content: center", "", "display: block", 240, 900],
]);

/** @type {Case[]} */
export const places = [
  {
    name: "the widget has a width in whatever box a page puts it",
    at: "/test/hosts/host.html",
    async run(page) {
      await page.see(works);
      const wrong = await page.ask(async ($, target, all) => {
        const widget = /** @type {HTMLElement} */ ($.one(target));
        const place = /** @type {HTMLElement} */ (widget.parentElement);
        const wrapper = document.createElement("div");
        /** @type {string[]} */
        const found = [];
        for (const [what, outer, own, around, least, most] of all) {
          place.style.cssText = `width: 900px; ${outer}`;
          widget.style.cssText = own;
          wrapper.style.cssText = around;
          if (around) place.append(wrapper);
          else wrapper.remove();
          (around ? wrapper : place).append(widget);
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const width = Math.round($.one({ css: ".body", within: target }).getBoundingClientRect().width);
          if (width < least || width > most || place.scrollWidth > Math.round(place.getBoundingClientRect().width)) found.push(`${what}: ${width} px in ${place.scrollWidth}`);
        }
        return found;
      }, catalog, PLACES);
      assert.deepEqual(wrong, []);
    },
  },
  ...["unset", "theme", "bootstrap-5"].map((sheet) => /** @type {Case} */ ({
    name: `theme, ink and paper that a page asks for hold on a page with ${sheet}.css`,
    at: `/test/hosts/host.html?${sheet}`,
    async run(page) {
      await page.see(works);
      const seen = await page.ask(async ($, target) => {
        const widget = /** @type {HTMLElement} */ ($.one(target));
        const look = async () => {
          await new Promise((done) => setTimeout(done, 400));
          const { color, backgroundColor, colorScheme } = getComputedStyle($.one({ css: ".body", within: target }));
          return { color, paper: backgroundColor, scheme: colorScheme };
        };
        widget.setAttribute("theme", "dark");
        const dark = await look();
        widget.setAttribute("theme", "auto");
        widget.style.setProperty("--equity-ink", "rgb(0, 80, 0)");
        return { dark, ink: (await look()).color };
      }, catalog);
      assert.deepEqual(seen, { dark: { color: "rgb(231, 229, 225)", paper: "rgb(23, 25, 27)", scheme: "dark" }, ink: "rgb(0, 80, 0)" });
    },
  })),
  {
    name: "the focus can be seen inside, whatever the page says of :focus",
    at: "/test/hosts/host.html?resets+theme",
    async run(page) {
      await page.click(searchBox);
      /** @type {string[]} */
      const without = [];
      for (let steps = 0; steps < 12; steps++) {
        await page.press("Tab");
        const { name, ring } = await page.ask(($) => {
          const active = $.active();
          const style = active && getComputedStyle(active);
          return { name: active && active.getRootNode() !== document ? `${active.localName} ${$.name(active)}` : "", ring: style?.outlineStyle === "solid" && Number.parseFloat(style.outlineWidth) >= 2 };
        });
        if (name && !ring) without.push(name);
      }
      assert.deepEqual(without, []);
    },
  },
];
