// The page on which looks are tried: every property and part that a page's CSS can reach is listed, seen at once, and real.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { LOOKS, PARTS, PROPERTIES } from "../../../www/demo/look-list.js";
import { button, searchBox, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

const ELEMENTS = new URL("../../../www/elements/", import.meta.url);

/** @param {string} name */
const field = (name) => ({ role: "textbox", name });

/** The words of base.js's comment between two of its lines. @param {RegExp} between */
function documented(between) {
  const comment = readFileSync(new URL("styles/base.js", ELEMENTS), "utf8").split("\nimport")[0].split("\nexport")[0];
  return between.exec(comment.replace(/^\/\/ ?/gmu, ""))?.[1] ?? "";
}

/** The elements' own source. */
function sources() {
  const files = readdirSync(ELEMENTS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  return files.map((file) => readFileSync(new URL(file, ELEMENTS), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gmu, ""));
}

/** @param {Iterable<string>} names */
const sorted = (names) => [...new Set(names)].sort();

/** The first place of a part in the example. */
const place = (/** @type {string} */ part) => ({ css: `[part~="${part}"]`, within: { css: "#section-example" }, nth: 0 });

/** @param {Page} page @param {string} part @param {string} property */
const styleOf = (page, part, property) =>
  page.ask(($, target, key) => getComputedStyle($.one(target)).getPropertyValue(key), place(part), property);

/** @type {Case[]} */
export const looking = [
  {
    name: "a color, a font and a length are seen at once on the catalog, and stand in the CSS to copy",
    at: "/look.html",
    async run(page) {
      await page.see(works);
      await page.fill(field("--equity-ink"), "rgb(90, 0, 90)");
      await page.fill(field("--equity-heading-font"), "monospace");
      await page.fill(field("--equity-radius"), "12px");
      assert.equal(await styleOf(page, "section-title", "color"), "rgb(90, 0, 90)");
      assert.equal(await styleOf(page, "section-title", "font-family"), "monospace");
      assert.equal(await styleOf(page, "input", "border-top-left-radius"), "12px");
      const [css] = await page.texts({ css: "#css" });
      assert.equal(css, ":root { --equity-ink: rgb(90, 0, 90); --equity-heading-font: monospace; --equity-radius: 12px; }");
      await page.click(button("Copy"));
      await page.see({ css: "#copied", text: "Copied." });
    },
  },
  {
    name: "a value that no browser takes is left out, and can't bring other rules along",
    at: "/look.html",
    async run(page) {
      await page.see(works);
      await page.fill(field("--equity-ink"), "red; } body { display: none");
      await page.see({ css: "[role=status]", text: "This isn’t a color that browsers understand, so it is left out." });
      assert.deepEqual(await page.texts({ css: "#css" }), ["/* Nothing is changed yet. */"]);
    },
  },
  {
    name: "every ready look can be tried, fills the fields, and says which one it is",
    at: "/look.html",
    async run(page) {
      await page.see(works);
      for (const look of LOOKS) {
        await page.click(button(look.name));
        assert.equal(await page.attribute(button(look.name), "aria-pressed"), "true", look.name);
        assert.equal(await page.count({ css: "#looks [aria-pressed=true]" }), 1);
        for (const { name } of PROPERTIES) {
          const value = await page.ask(($, wanted) => /** @type {HTMLInputElement} */ ($.one(wanted)).value, field(name));
          assert.equal(value, look.properties[name] ?? "", `${look.name}: ${name}`);
        }
      }
      const width = await page.ask(($, wanted) => $.one(wanted).getBoundingClientRect().width, { css: "#section-example" });
      assert.equal(width, 300, "the last one is a sidebar");
    },
  },
  {
    name: "pointing at a part outlines it, pressing it goes to where it is and keeps the outline",
    at: "/look.html",
    async run(page) {
      await page.see(works);
      await page.hover(button("section-title"));
      await page.until("the outline", ($, target) => getComputedStyle($.one(target)).outlineStyle === "solid", place("section-title"));
      await page.click(button("chip"));
      await page.see({ css: "#part-said", text: "equity-catalog::part(chip): outlined once." });
      await page.moveTo(5, 5);
      await page.until("the chip's outline", ($) => getComputedStyle($.one({ css: "[part~=chip]" })).outlineStyle === "solid");
      assert.equal(await page.attribute(button("chip"), "aria-pressed"), "true");
    },
  },
  {
    name: "by keyboard: the part under the focus is outlined, Enter opens even a popup to show its title",
    at: "/look.html",
    async run(page) {
      await page.see(works);
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), button("popup"));
      await page.press("Tab");
      assert.equal((await page.focused()).name, "popup-title");
      await page.press("Enter");
      await page.see({ role: "dialog", name: "Structural Racism" });
      await page.until("the outline", ($) => getComputedStyle($.one({ css: "[part~=popup-title]" })).outlineStyle === "solid");
      assert.equal((await page.focused()).name, "popup-title", "the focus stays in the table");
    },
  },
  {
    name: "every part is where the page says, or it says what must happen first",
    at: "/look.html",
    async run(page) {
      await page.see(works);
      for (const { name, when } of PARTS) {
        await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).click(), button(name));
        const pattern = `\\(${name}\\)${when ? ".*(outlined|it comes when )" : ": outlined "}`;
        await page.until(name, (_, wanted) => new RegExp(wanted, "u").test(document.getElementById("part-said")?.textContent ?? ""), pattern);
      }
    },
  },
  {
    name: "the page lists all custom properties and parts: those that are documented, and those that the elements have",
    at: "/look.html",
    async run(page) {
      await page.see(works);
      const shown = {
        properties: sorted(await page.texts({ css: "#fields label" })),
        parts: sorted(await page.texts({ css: "#parts button" })),
      };
      const code = sources();
      const properties = sorted(code.flatMap((text) => [...text.matchAll(/var\((--equity-[a-z-]+)/gu)].map(([, name = ""]) => name)));
      assert.deepEqual(shown.properties, properties, "properties in the elements' code");
      const told = [...documented(/custom properties([\s\S]*)and reach/u).matchAll(/--equity-[a-z-]+/gu)].map(([name]) => name);
      assert.deepEqual(shown.properties, sorted(told), "properties in the comment");

      const entries = documented(/::part\(\):\n([\s\S]*?)\n\n/u).split(/\s+/u);
      const popup = [...documented(/Of an open popup:([\s\S]*)/u).matchAll(/::part\(([a-z-]+)\)/gu)].map(([, name = ""]) => name);
      const toldParts = sorted([...entries, ...popup].filter(Boolean));
      assert.deepEqual(shown.parts, toldParts, "parts in the comment");
      const literal = code.flatMap((text) => [...text.matchAll(/\bpart: "([a-z -]+)"/gu)].flatMap(([, names = ""]) => names.split(" ")));
      // Some helpers are given the part's name: then it stands as a text of its own in the file, or in one that calls them.
      const given = code.filter((text) => /\bpart: [a-z]|\bfacts\(/u.test(text)).join("\n");
      const found = sorted([...literal, ...toldParts.filter((name) => given.includes(`"${name}"`))]);
      assert.deepEqual(shown.parts, found, "parts in the elements' code");
    },
  },
  {
    name: "on a phone the example stays in view while its parts are tried, and never lies on what has the focus",
    at: "/look.html",
    size: [320, 700],
    async run(page) {
      await page.see(works);
      await page.click(button("listing-title"));
      const { bottom } = await page.ask(($) => $.one({ css: "#examples" }).getBoundingClientRect().toJSON());
      assert.ok(bottom > 100 && bottom < 500, String(bottom));
      await page.see({ ...searchBox, within: { css: "#section-example" } });
      for (const keys of ["Tab", "Shift+Tab"]) {
        for (let step = 0; step < 12; step += 1) {
          await page.press(keys);
          const covered = await page.ask(($) => {
            const focused = /** @type {Element} */ ($.active());
            const { left, top, width, height } = focused.getBoundingClientRect();
            return $.holds(focused, $.hit(left + width / 2, top + height / 2)) ? "" : $.describe(focused).name;
          });
          assert.equal(covered, "", keys);
        }
      }
    },
  },
];
