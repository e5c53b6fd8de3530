// Nothing is kept and nobody is asked but as PRIVACY.md says: a walk through all features, in which every writing, every request and every other way to
// tell somebody something is noted (pages/privacy/watch.js, and the server's own record), is compared with its tables, both ways.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { annotated, button, buttonFrom, filter, glossaryBox, headingFrom, popup, search, searchBox, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const DOCUMENT = readFileSync(new URL("../../../PRIVACY.md", import.meta.url), "utf8");
const TITLE = "Racial Equity Catalog";

/** The names in the first column of a section's table. @param {string} title */
function documented(title) {
  const section = DOCUMENT.split("\n## ").find((part) => part.startsWith(title)) ?? "";
  const names = [...section.matchAll(/^\| `([^`]+)`/gmu)].map(([, name = ""]) => name);
  assert.ok(names.length > 0, `PRIVACY.md says what is ${title.toLowerCase()}`);
  return names;
}

/** @typedef {{ page: Page, noted: string[], kept: Set<string> }} Walk */

/** What this page has noted since the last look, and what now lies where pages may keep something. @param {Walk} walk */
async function look({ page, noted, kept }) {
  const [here, keys] = await page.ask(() => [
    /** @type {{ noted: string[] }} */ (/** @type {unknown} */ (globalThis)).noted.splice(0),
    [...Object.keys(localStorage).map((key) => `storage ${key}`), ...Object.keys(sessionStorage).map((key) => `session ${key}`), ...(document.cookie ? ["cookie"] : []), ...(window.name ? ["window.name"] : [])],
  ]);
  noted.push(...here.filter(Boolean), ...keys);
  for (const key of keys) kept.add(key);
}

/** Opens another page of the walk. @param {Walk} walk @param {string} at */
async function go(walk, at) {
  await look(walk);
  await walk.page.open(at);
}

/** Chooses from a list of the widget's. @param {Page} page @param {string} act @param {string} value */
const pick = (page, act, value) => page.ask(($, wanted, to) => {
  const list = /** @type {HTMLSelectElement} */ ($.one(wanted));
  list.value = to;
  list.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
}, { css: `select[data-act=${act}]` }, value);

/** All that a reader of the list does before choosing that anything be kept. @param {Walk} walk */
async function readList({ page }) {
  await settled(page);
  await search(page, "network");
  await settled(page);
  await pick(page, "sort", "title");
  await pick(page, "group", "section");
  await settled(page);
  await page.click(filter("Tool"));
  await settled(page);
  await page.click(button("Clear all"));
  await settled(page);
  await page.click({ css: "[data-act=section]", nth: 1 });
  await settled(page);
  await page.fill(searchBox, "coaliton");
  await settled(page);
  await page.click({ css: ".open", within: { ...works, nth: 0 } });
  await page.see({ css: ".record" });
  await page.click({ css: "summary", text: "Cite" });
  await page.click(button("Copy reference"));
  await page.click(button("Copy link"));
  await page.click(button("Share"));
  const files = await page.ask(($) => $.all({ css: "a[download]" }).map((link) => link.getAttribute("href") ?? ""));
  assert.deepEqual(files.map((href) => href.split(":")[0]), ["data", "data", "data", "data"], "references are in the page already");
  await page.click({ css: ".record-related a", nth: 0 });
  await settled(page);
  await page.ask(() => history.back());
  await settled(page);
}

/** @param {Walk} walk */
async function keepWorks({ page }) {
  await page.click({ css: ".keep", nth: 0 });
  await page.see(buttonFrom("Reading list"));
  await page.click(buttonFrom("Reading list"));
  await page.see(headingFrom("Reading list"));
  await page.click(button("Copy a link to this list"));
  await page.click(button("Print"));
}

/** @param {Walk} walk */
async function leaveWorks({ page }) {
  await page.click(button("Remove all"));
  await page.click(button("Undo"));
  await page.click(button("Remove all"));
  await page.click(button("Back to the catalog"));
  await settled(page);
}

/** @param {Walk} walk */
async function readGlossary({ page }) {
  await page.fill(glossaryBox, "oppr");
  await page.see({ css: ".found" });
  await page.click({ css: "nav a", within: { css: "equity-glossary" }, nth: 0 });
}

/** @param {Walk} walk @param {import("../driver/inside.mjs").Target} trigger */
async function readPopup({ page }, trigger) {
  await page.hover(trigger);
  await page.click(trigger);
  await page.see(popup);
}

/** @param {Walk} walk */
async function turnOff({ page }) {
  await page.click(button("Turn off these popups on this site"));
  await page.click(button("Turn them off"));
  await page.see(button("Turn them on"));
}

/** @type {Case[]} */
export const privacy = [
  {
    name: "a walk through all features keeps, asks for and hands over what PRIVACY.md says, and nothing before the reader chooses",
    at: "/test/popups/two.html",
    before: (site) => void (site.watcher = "/test/privacy/watch.js"),
    async run(page, site) {
      /** @type {Walk} */
      const walk = { page, noted: [], kept: new Set() };
      await page.see(annotated);
      await go(walk, "/");
      await readList(walk);
      await go(walk, "/#list=perfect-fit.net-gains");
      await page.see(button("Add all to my reading list"));
      await go(walk, "/glossary.html");
      await readGlossary(walk);
      await go(walk, "/test/language.html");
      await page.see({ css: "equity-catalog" });
      await go(walk, "/test/own.html");
      await page.see(works);
      await go(walk, "/test/privacy/all.html");
      await page.see(annotated);
      await readPopup(walk, { css: "button.equity-term", within: { css: "article" }, nth: 0 });
      await look(walk);
      assert.deepEqual([...walk.kept], [], "nothing is kept before the reader chooses");
      assert.deepEqual(walk.noted.filter((what) => /storage|session|cookie|caches|indexedDB/u.test(what)), [], "nothing is even written");

      await turnOff(walk);
      await look(walk);
      await page.click(button("Turn them on"));
      await page.see(annotated);
      await look(walk);
      await go(walk, "/");
      await settled(page);
      await keepWorks(walk);
      await look(walk);
      await leaveWorks(walk);
      walk.kept.clear();
      await look(walk);
      assert.deepEqual([...walk.kept], [], "nothing is left once the reader has taken it back");

      const keys = documented("Kept on the device").map((key) => `storage ${key.replace("TITLE", TITLE)}`);
      const handed = documented("Handed to the browser");
      const seen = new Set(walk.noted.filter((what) => !what.startsWith("fetch ")).map((what) => (/^history [a-zA-Z,]* #$/u.test(what) ? "history" : what)));
      assert.deepEqual([...seen].sort(), [...keys, ...handed].sort());

      const addresses = documented("Asked for");
      assert.deepEqual(addresses, ["PACKAGE/*.js", "PACKAGE/*.wasm", "SRC", "STRINGS"]);
      const ours = /^\/pkg\/[a-z-]+\.(js|wasm)$/u;
      const named = ["/test/faults/some.pack", "/test/words.json"];
      const fetched = new Set(walk.noted.filter((what) => what.startsWith("fetch ")).map((what) => new URL(what.slice(6), site.origin).pathname));
      assert.deepEqual([...fetched].filter((path) => !ours.test(path)).sort(), named.sort(), "by script, the page fetches what it names");
      const pages = /^\/(test\/|demo\.css|[a-z]+\.(html|css|js|svg|png))?|^\/favicon\.ico/u;
      assert.deepEqual(site.asked.filter(({ path, query }) => query.replace(/\?/gu, "") !== "" || !(ours.test(path) || named.includes(path) || pages.test(path))), []);
      assert.deepEqual(site.asked.filter(({ path }) => path.startsWith("/pkg/")).filter(({ path }) => !ours.test(path)), []);
      const told = site.asked.filter(({ referer }) => /#|network|coaliton|oppr|net-gains/u.test(referer));
      assert.deepEqual(told, [], "no address that a server is told says what the reader has asked for");
    },
  },
];
