// The page for those who put the widgets on a site of their own: what they choose they see at once, and the lines that they
// copy say just that.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { annotated, button, heading, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

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
      await pick(page, "Section", "Alliances and Coalitions");
      await page.see({ ...heading("Alliances and Coalitions"), within: preview });
      await pick(page, "Show", "the glossary, from A to Z");
      await page.see({ ...heading("Accountability"), within: preview });
      await pick(page, "Show", "popups in an article");
      await page.see(annotated);
      const paths = site.asked.map(({ path }) => path);
      assert.deepEqual(paths.filter((path, index) => paths.indexOf(path) !== index), []);
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
      await page.gone({ css: ".wrong:not(:empty)" });
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
    name: "what a WordPress theme needs names the very attributes that were chosen",
    at: "/embed.html#what=popups&exclude=aside&theme=dark",
    async run(page) {
      await page.see(annotated);
      await page.click({ css: "summary", text: "WordPress" });
      const [php] = await page.texts({ css: "#wordpress" });
      assert.match(php, /'http[^']*\/pkg\/elements\.js'/u);
      assert.match(php, /\['equity-glossary'\] = array\( 'annotate' => true, 'exclude' => true, 'theme' => true \);/u);
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

/** @type {Case[]} */
export const site = [...choosing, ...showing];
