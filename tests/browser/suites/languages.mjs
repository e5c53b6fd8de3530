// The widget in the reader's language: by the page's `lang` or its own, with plurals, figures and direction as the language
// has them, and with words of the page's own.

import assert from "node:assert/strict";
import { axe, htmlcs } from "../audit.mjs";
import { catalog, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const AT = "/test/language.html";
const box = { role: "searchbox", within: catalog };

/** The name of the search box in each language, and the heading of so many results. */
const WORDS = /** @type {const} */ ({
  en: { search: "Search the catalog", results: [["consensus", "1 result for “consensus”"], ["weaver", "{n} results for “weaver”"]] },
  es: { search: "Buscar en el catálogo", results: [["consensus", "1 resultado para “consensus”"], ["weaver", "{n} resultados para “weaver”"]] },
});

/** Types a query and gives the heading of what was found. @param {Page} page @param {string} query */
async function headingFor(page, query) {
  await page.fill(box, query);
  await page.see({ css: ".results-title", name: { pattern: query }, within: catalog });
  await settled(page);
  const [name = ""] = await page.names({ css: ".results-title", within: catalog });
  return { name: name.replace(/[\u2066-\u2069]/gu, ""), count: await page.count(works) };
}

/** Which files of words the page has asked for. @param {Site} site */
const fetched = (site) => site.asked.map(({ path }) => path).filter((path) => /\/(es|ar)\.js$/u.test(path));

/** @type {[how: string, address: string, language: "en" | "es", files: string[]][]} */
const PAGES = [
  ["an English page", AT, "en", []],
  ["a Spanish page", `${AT}?html=es`, "es", ["/pkg/es.js"]],
  ["an English page with a Spanish widget", `${AT}?element=es-MX`, "es", ["/pkg/es.js"]],
  ["a Spanish page with an English widget", `${AT}?html=es&element=en-GB`, "en", []],
  ["a page in a language that we don’t have", `${AT}?html=tlh`, "en", []],
  ["a page whose language is no language", `${AT}?html=12_%26`, "en", []],
];

/** How many there are, in Arabic: one and two are words, few and many differ. @type {[query: string, heading: RegExp][]} */
const ARABIC = [
  ["consensus", /^نتيجة واحدة للبحث عن «consensus»$/u],
  ["weaver", /^([3-9٣-٩]|10|١٠) نتائج للبحث عن «weaver»$/u],
  ["zzzzqqqq", /^لا توجد نتائج للبحث عن «zzzzqqqq»$/u],
];

/** @type {Case[]} */
const speaking = [
  ...PAGES.map(([how, at, language, files]) => /** @type {Case} */ ({
    name: `${how} has its words and plurals, and fetches no others`,
    at,
    async run(page, site) {
      const { search, results } = WORDS[language];
      await page.see({ ...box, name: search });
      for (const [query, expected] of results) {
        const { name, count } = await headingFor(page, query);
        assert.equal(name, expected.replace("{n}", String(count)));
      }
      assert.deepEqual(fetched(site), files);
    },
  })),
  ...[`${AT}?html=ar`, `${AT}?element=ar`].map((at) => /** @type {Case} */ ({
    name: `Arabic runs from right to left, with its own plurals (${at.slice(AT.length)})`,
    at,
    async run(page, site) {
      await page.see({ ...box, name: "البحث في الفهرس" });
      for (const [query, expected] of ARABIC) assert.match((await headingFor(page, query)).name, expected);
      const side = await page.ask(($, within) => {
        const [search, main] = [".search", ".main"].map((css) => $.one({ css, within }).getBoundingClientRect().left);
        return { direction: getComputedStyle($.one({ css: ".main", within })).direction, right: Number(search) > Number(main) };
      }, catalog);
      assert.deepEqual(side, { direction: "rtl", right: true });
      assert.deepEqual(fetched(site), ["/pkg/ar.js"]);
    },
  })),
  {
    name: "works in another language than the page’s say so, and run in their own direction",
    at: `${AT}?html=ar`,
    async run(page) {
      await headingFor(page, "network");
      const work = await page.ask(($, target) => {
        const title = $.one({ css: ".title", within: target });
        return [title.closest("[lang]")?.getAttribute("lang"), getComputedStyle(title).direction];
      }, { ...works, nth: 0 });
      assert.deepEqual(work, ["en", "ltr"]);
    },
  },
  {
    name: "our own words between them are said in the page’s language",
    at: `${AT}?html=es`,
    async run(page) {
      await settled(page);
      const spoken = await page.ask(($, within) => $.one({ css: ".open", within }).closest("[lang]")?.getAttribute("lang"), catalog);
      assert.equal(spoken, "es");
    },
  },
  {
    name: "a language that is said while the catalog opens isn’t missed",
    at: `${AT}?late=es`,
    async run(page) {
      await page.see({ ...box, name: "Buscar en el catálogo" });
      await page.see(works);
    },
  },
  {
    name: "figures stand as the language writes them",
    at: "/test/large.html",
    async run(page) {
      await page.see(works);
      await page.ask(() => document.querySelector("equity-catalog")?.setAttribute("lang", "es"));
      await page.see({ role: "heading", name: "10.000 resultados", within: catalog });
      await page.ask(() => document.querySelector("equity-catalog")?.setAttribute("lang", "en-US"));
      await page.see({ role: "heading", name: "10,000 results", within: catalog });
    },
  },
];

/** @type {Case[]} */
const ownWords = [
  {
    name: "words of the page’s own, from a file, stand in place of ours; what it lacks stays",
    at: `${AT}?strings=words.json`,
    async run(page) {
      await page.see({ ...box, name: "Look around" });
      await page.fill(box, "");
      await page.ask(() => document.querySelector("equity-catalog")?.setAttribute("view", "search"));
      await page.see({ role: "heading", name: "49 hits", within: catalog });
      await page.see({ role: "button", name: { pattern: "^Details: " }, within: catalog });
    },
  },
  {
    name: "words of the page’s own, as a property, win over a file and over a translation",
    at: `${AT}?html=es&strings=words.json`,
    async run(page) {
      await page.see({ ...box, name: "Look around" });
      await page.ask(() => void Object.assign(/** @type {Element} */ (document.querySelector("equity-catalog")), { strings: { search: "¿Qué busca?" } }));
      await page.see({ ...box, name: "¿Qué busca?" });
      await page.see({ role: "button", name: { pattern: "^Detalles: " }, within: catalog });
    },
  },
  {
    name: "a file of words that isn’t there does no harm",
    at: `${AT}?html=es&strings=nowhere.json`,
    mishap: /nowhere\.json|Failed to load resource/u,
    async run(page) {
      await page.see({ ...box, name: "Buscar en el catálogo" });
      await page.see(works);
    },
  },
  {
    name: "a translation that doesn’t come leaves the page in English",
    at: `${AT}?html=es`,
    before: (site) => void site.instead.set("/pkg/es.js", { status: 404 }),
    mishap: /es\.js|Failed to load resource/u,
    async run(page) {
      await page.see({ ...box, name: "Search the catalog" });
      await page.see(works);
    },
  },
  ...[`${AT}?html=ar`, `${AT}?html=es`].map((at) => /** @type {Case} */ ({
    name: `no accessibility finding, with a work open in full (${at.slice(AT.length)})`,
    at,
    async run(page) {
      await settled(page);
      await page.click({ css: ".open", within: { ...works, nth: 0 } });
      await page.see({ css: ".record", within: catalog });
      assert.deepEqual([...(await axe(page)), ...(await htmlcs(page))], []);
    },
  })),
];

/** @type {Case[]} */
export const languages = [...speaking, ...ownWords];
