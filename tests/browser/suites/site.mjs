// The two pages for those who put the widgets on a site of their own: what they choose they see at once, and the lines that
// they copy say just that.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LOOKS, PARTS, PROPERTIES } from "../../../www/demo/look-list.js";
import { annotated, button, heading, searchBox, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

const ELEMENTS = new URL("../../../www/elements/", import.meta.url);
const PACK = fileURLToPath(new URL("../../../target/equity-catalog/racial-equity.pack", import.meta.url));
const lines = { css: "#snippet" };
const preview = { css: "#preview" };
const copy = button("Copy");

/** @param {string} name */
const field = (name) => ({ role: "textbox", name });

/** Chooses from a native list as one does with the keyboard. @param {Page} page @param {string} list @param {string} option */
async function pick(page, list, option) {
  const target = { role: "combobox", name: list };
  await page.see(target);
  const steps = await page.ask(($, wanted, text) => {
    const select = /** @type {HTMLSelectElement} */ ($.one(wanted));
    select.focus();
    return [...select.options].findIndex(({ label }) => label === text) - select.selectedIndex;
  }, target, option);
  for (let step = 0; step < Math.abs(steps); step += 1) await page.press(steps > 0 ? "ArrowDown" : "ArrowUp");
  await page.until(`“${option}” to be chosen`, ($, wanted, text) => {
    const select = /** @type {HTMLSelectElement} */ ($.one(wanted));
    return select.selectedOptions[0]?.label === text;
  }, target, option);
}

/** The tag that the lines open, with its attributes. @param {Page} page */
async function tag(page) {
  const [text] = await page.texts(lines);
  return /<equity-[^>]*>/u.exec(text)?.[0] ?? "";
}

/** @param {Page} page */
const more = (page) => page.click({ css: "summary", text: "More choices" });

/** What is chosen, and the tag that comes of it. @type {[what: string, choose: (page: Page) => Promise<void>, tag: string][]} */
const CHOICES = [
  ["nothing", async () => {}, "<equity-catalog>"],
  ["one section", (page) => pick(page, "Section", "Alliances and Coalitions"), '<equity-catalog section="alliances-and-coalitions">'],
  ["all works to begin with", (page) => pick(page, "Start with", "a list of all works"), '<equity-catalog view="search">'],
  ["no filters", (page) => pick(page, "Filters", "none"), '<equity-catalog filters="">'],
  ["some filters", async (page) => {
    await pick(page, "Filters", "these:");
    await page.click({ role: "checkbox", name: "topic" });
    await page.click({ role: "checkbox", name: "year" });
  }, '<equity-catalog filters="kind organization year">'],
  ["Spanish and dark", async (page) => {
    await pick(page, "Language of buttons and labels", "Español");
    await pick(page, "Colors", "dark");
  }, '<equity-catalog lang="es" theme="dark">'],
  ["rarer things", async (page) => {
    await more(page);
    await pick(page, "Order of results", "newest first");
    await pick(page, "Results in groups", "by kind");
    await pick(page, "More results behind", "a “show more” button");
    await page.fill(field("Results at a time"), "50");
    await pick(page, "Level of its topmost heading", "3");
    await page.click({ role: "checkbox", name: "Keep search and filters in the page’s address" });
    await page.click({ role: "checkbox", name: "Let readers keep a reading list" });
  }, '<equity-catalog sort="newest" group-by="kind" paging="more" page-size="50" address="off" reading-list="off" heading-level="3">'],
  ["the glossary", (page) => pick(page, "Show", "the glossary, from A to Z"), "<equity-glossary>"],
  ["popups", (page) => pick(page, "Show", "popups in an article"), '<equity-glossary annotate="article">'],
  ["popups with selectors, one full of signs that HTML reserves", async (page) => {
    await pick(page, "Show", "popups in an article");
    await page.fill(field("Mark words in"), "main > p");
    await page.fill(field("But not in"), '[title="a & <b>"]');
    await pick(page, "Mark each word", "every time");
  }, '<equity-glossary annotate="main &gt; p" exclude="[title=&quot;a &amp; &lt;b&gt;&quot;]" occurrences="all">'],
];

/** @type {Case[]} */
const choosing = CHOICES.map(([what, choose, expected]) => ({
  name: `who chooses ${what} gets lines that say so and no more`,
  at: "/embed.html",
  async run(page) {
    await page.see({ ...works, within: preview });
    await choose(page);
    assert.equal(await tag(page), expected);
  },
}));

/** @type {Case[]} */
const showing = [
  {
    name: "the lines can be copied, and the button says that they were",
    at: "/embed.html",
    async run(page) {
      const [text] = await page.texts(lines);
      assert.match(text, /^<script type="module" src="http[^"]*\/pkg\/elements\.js"><\/script> <equity-catalog> <p>[^<]+<\/p> <\/equity-catalog>$/u);
      await page.click(copy);
      await page.see({ css: "#copied", text: "Copied." });
      await pick(page, "Colors", "dark");
      await page.gone({ css: "#copied", text: "Copied." });
    },
  },
  {
    name: "the preview follows the choices and downloads nothing a second time",
    at: "/embed.html",
    async run(page, site) {
      await page.see({ ...heading("Networks, Alliances, and Coalitions"), within: preview });
      const before = site.asked.length;
      await pick(page, "Section", "Alliances and Coalitions");
      await page.see({ ...heading("Alliances and Coalitions"), within: preview });
      await pick(page, "Show", "the glossary, from A to Z");
      await page.see({ ...heading("Accountability"), within: preview });
      await pick(page, "Show", "popups in an article");
      await page.see(annotated);
      assert.equal(site.asked.length, before);
    },
  },
  {
    name: "popups are shown on a text, as often and where one chooses",
    at: "/embed.html#what=popups",
    async run(page) {
      const accountability = { css: "button.equity-term", name: { pattern: "^[Aa]ccountability$" } };
      const marked = (/** @type {number} */ count) =>
        page.until(`${count} marks`, ($, target, wanted) => $.all(target).length === wanted, accountability, count);
      await marked(2);
      await pick(page, "Mark each word", "every time");
      await marked(3);
      await pick(page, "Mark each word", "once on the page");
      await marked(1);
      await page.see({ css: "button.equity-term", name: "Oppression" });
      await page.fill(field("But not in"), "blockquote");
      await page.gone({ css: "button.equity-term", name: "Oppression" });
      await page.click(accountability);
      await page.see({ role: "dialog", name: "Accountability" });
    },
  },
  {
    name: "a filter that isn't offered isn't in the preview either",
    at: "/embed.html",
    size: [1600, 900],
    async run(page) {
      await page.see({ ...works, within: preview });
      await pick(page, "Filters", "none");
      await page.gone({ role: "checkbox", within: { css: "equity-catalog" } });
    },
  },
  {
    name: "what can't be right is said beside its field, and left out",
    at: "/embed.html#what=popups",
    async run(page) {
      await page.see(annotated);
      await page.fill(field("But not in"), ":::");
      await page.see({ css: "[role=status]", text: "Browsers don’t understand this selector, so it is left out." });
      assert.equal(await page.attribute(field("But not in"), "aria-invalid"), "true");
      assert.equal(await tag(page), '<equity-glossary annotate="article">');
      await page.fill(field("But not in"), "aside");
      await page.gone({ css: ".wrong" });
      assert.equal(await tag(page), '<equity-glossary annotate="article" exclude="aside">');
    },
  },
  {
    name: "choices can be sent as a link: it shows the same again, rarer choices opened",
    at: "/embed.html",
    async run(page) {
      await page.see({ ...works, within: preview });
      await pick(page, "Section", "Alliances and Coalitions");
      await more(page);
      await page.fill(field("Results at a time"), "5");
      const link = await page.ask(() => location.href);
      assert.match(link, /#section=alliances-and-coalitions&page-size=5$/u);
      await page.open("/article.html");
      await page.open(link);
      await page.see({ ...heading("Alliances and Coalitions"), within: preview });
      await page.see(field("Results at a time"));
      assert.equal(await tag(page), '<equity-catalog section="alliances-and-coalitions" page-size="5">');
    },
  },
  {
    name: "a link with nonsense in it does no harm",
    at: "/embed.html#theme=%22%3E%3Cscript%3E&sort=none&other=1&src=javascript:alert(1)",
    async run(page) {
      await page.see({ ...works, within: preview });
      assert.equal(await tag(page), "<equity-catalog>");
    },
  },
  {
    name: "a catalog of one's own is looked for once its whole address stands there, and its sections are offered",
    at: "/embed.html",
    before: (site) => void site.instead.set("/own.pack", { status: 200, file: PACK }),
    async run(page, site) {
      await page.see({ ...works, within: preview });
      await more(page);
      await page.fill(field("Your own catalog"), "/own.pack");
      await page.press("Tab");
      await page.until("the catalog at that address", () => {
        const widget = /** @type {any} */ (document.querySelector("#preview equity-catalog"));
        return widget?.src === "/own.pack" && widget.catalog !== undefined;
      });
      assert.equal(site.asked.filter(({ path }) => path.endsWith(".pack")).length, 1);
      await pick(page, "Section", "Alliances and Coalitions");
      assert.equal(await tag(page), '<equity-catalog src="/own.pack" section="alliances-and-coalitions">');
    },
  },
  {
    name: "where scripts are off, the page still has lines to copy and its notes",
    at: "/embed.html",
    before: (site) => void site.instead.set("/embed.js", { status: 404 }),
    mishap: /embed\.js|Failed to load resource/u,
    async run(page) {
      await page.see({ css: "pre", text: '<script type="module" src="/pkg/elements.js"></script> <equity-catalog> <p>The list of resources appears here once your browser has loaded it.</p> </equity-catalog>' });
      assert.equal(await page.count({ role: "combobox" }), 0);
      await page.click({ css: "summary", text: "Wix" });
      await page.see({ css: "code", text: "equity-glossary" });
    },
  },
];

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

const color = (/** @type {string} */ part) => ({ css: `[part~="${part}"]`, within: { css: "#section-example" }, nth: 0 });

/** @param {Page} page @param {string} part @param {string} property */
const styleOf = (page, part, property) =>
  page.ask(($, target, key) => getComputedStyle($.one(target)).getPropertyValue(key), color(part), property);

/** @type {Case[]} */
const looking = [
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
      await page.click(copy);
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
      await page.until("the outline", ($, target) => getComputedStyle($.one(target)).outlineStyle === "solid", color("section-title"));
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
        const said = await page.ask(($, target) => {
          /** @type {HTMLElement} */ ($.one(target)).click();
          return document.getElementById("part-said")?.textContent ?? "";
        }, button(name));
        assert.match(said, when ? /outlined|it comes when / : /: outlined /, name);
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
      // The comment on the styles doesn't tell of this one yet.
      const told = [...documented(/custom properties([\s\S]*)and reach/u).matchAll(/--equity-[a-z-]+/gu)].map(([name]) => name);
      assert.deepEqual(shown.properties, sorted([...told, "--equity-sticky-top"]), "properties in the comment");

      const entries = documented(/::part\(\):\n([\s\S]*?)\n\n/u).split(/\s+/u);
      const popup = [...documented(/Of an open popup:([\s\S]*)/u).matchAll(/::part\(([a-z-]+)\)/gu)].map(([, name = ""]) => name);
      const toldParts = sorted([...entries, ...popup].filter(Boolean));
      assert.deepEqual(shown.parts, toldParts, "parts in the comment");
      const literal = code.flatMap((text) => [...text.matchAll(/\bpart: "([a-z -]+)"/gu)].flatMap(([, names = ""]) => names.split(" ")));
      // Some helpers are given the part's name: then it stands as a text of its own in the file.
      const given = code.filter((text) => /\bpart: [a-z]/u.test(text)).join("\n");
      const found = sorted([...literal, ...toldParts.filter((name) => given.includes(`"${name}"`))]);
      assert.deepEqual(shown.parts, found, "parts in the elements' code");
    },
  },
  {
    name: "on a phone the example stays in view while its parts are tried",
    at: "/look.html",
    size: [320, 700],
    async run(page) {
      await page.see(works);
      await page.click(button("listing-title"));
      const { bottom } = await page.ask(($) => $.one({ css: "#examples" }).getBoundingClientRect().toJSON());
      assert.ok(bottom > 100 && bottom < 500, String(bottom));
      await page.see({ ...searchBox, within: { css: "#section-example" } });
    },
  },
];

/** @type {Case[]} */
export const site = [...choosing, ...showing, ...looking];
