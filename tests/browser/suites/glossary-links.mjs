// What an entry leads to: terms in its text, related terms, its place in the list from A to Z.

import assert from "node:assert/strict";
import { focusWithin, glossary, heading, inView, popup, term } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

const LIST = "/test/entries.html?kind=list";
const POPUPS = "/test/entries.html?kind=popups";

/**
 * What an entry leads to, in the order of its text: the words, then the term that they lead to. `See also` stands before those of its line.
 * @type {[entry: string, id: string, links: string[]][]}
 */
const LINKS = [
  ["a text, a list in it, an example; each term once, never its own; emphasis within and across", "commons", [
    "steward > steward", "fair share > fair-share", "boundary > boundary", "open field > open-field",
    "See also:", "stewards > steward", "Boundaries > boundary",
  ]],
  ["a related term that is found by another form", "steward", ["open field > open-field", "See also:", "commons > commons"]],
  ["two senses; nothing within a link; the longest term", "fair-share", ["boundary-line > boundary", "commons > commons", "steward’s > steward"]],
  ["nothing to lead to", "boundary", []],
  ["a quotation, but not who is quoted", "open-field", ["boundary > boundary"]],
];

/** Links and buttons of an entry that lead to terms, as they stand in the table above. @param {Page} page @param {string} within */
const linksIn = (page, within) => page.ask(($, css) => {
  const found = [];
  for (const each of $.one({ css }).querySelectorAll(".see-also dt, .cross")) {
    const { value, href = "" } = { value: /** @type {HTMLElement} */ (each).dataset.value, href: each.getAttribute("href") ?? "" };
    found.push(each.matches("dt") ? `${$.content(each)}:` : `${$.name(each)} > ${value ?? href.replace("#term-", "")}`);
  }
  return found;
}, within);

/** Waits until the entries of the list have all that they lead to. @param {Page} page */
const led = (page) => page.until("links in the last entry of the list", ($) => $.all({ css: "#term-steward .see-also" }).length > 0);

/** @type {Case[]} */
export const entryLinks = [
  ...LINKS.map(([what, id, links]) => /** @type {Case} */ ({
    name: `in the list, terms in an entry lead to theirs: ${what}`,
    at: LIST,
    async run(page) {
      await led(page);
      assert.deepEqual(await linksIn(page, `#term-${id}`), links);
    },
  })),
  {
    name: "in a popup, the same terms are buttons that open in the same popup, and Back leads back one by one",
    at: POPUPS,
    async run(page) {
      await page.click(term("commons"));
      for (const [, id, links] of LINKS.slice(0, 3)) {
        if (id !== "commons") await page.click({ role: "button", name: id === "steward" ? "steward" : "fair share", within: popup });
        await page.see({ role: "dialog", name: id === "commons" ? "Commons" : id === "steward" ? "Steward" : "Fair Share" });
        assert.deepEqual(await linksIn(page, ".popup"), links);
        if (id !== "commons") {
          assert.equal(await page.ask(focusWithin, popup), true);
          await page.click({ role: "button", name: "Back", within: popup });
        }
      }
      assert.equal(await page.count(popup), 1);
    },
  },
  {
    name: "a text reads as before, whatever leads on from it",
    at: LIST,
    async run(page) {
      await led(page);
      const texts = await page.ask(($) => [...$.one({ css: "#term-commons" }).querySelectorAll(".prose p")].map(({ textContent }) => textContent));
      assert.deepEqual(texts, ["A commons needs a steward, a fair share, and stewards again.", "Without a boundary it is no commons.", "The open field of a village."]);
      assert.equal(await page.ask(($) => $.one({ css: "#term-commons" }).querySelectorAll("em:empty, strong:empty").length), 0);
    },
  },
  {
    name: "a related thing that is no term stays what it was, the entry's own name isn't a link, a work isn't named twice",
    at: LIST,
    async run(page) {
      await led(page);
      assert.deepEqual(await page.texts({ css: "#term-commons .related dd" }), ["Commons"]);
      assert.equal(await page.count({ css: "#term-steward .related" }), 0);
    },
  },
  {
    name: "a link in the list leads to the entry, and Back to where it was followed",
    at: LIST,
    async run(page) {
      await led(page);
      await page.click({ role: "link", name: "boundary", within: { css: "#term-commons" } });
      await page.until("the entry in view", inView, heading("Boundary"));
      assert.equal((await page.focused()).name, "Boundary");
      assert.equal(await page.ask(() => location.hash), "#term-boundary");
      await page.ask(() => history.back());
      await page.until("the address as it was", () => location.hash === "");
    },
  },
  {
    name: "by keyboard alone, from a term in the text to an entry within its popup and back",
    at: POPUPS,
    async run(page) {
      // The box itself is a stop on the way when it has to be scrolled.
      const tabTo = async (/** @type {string} */ name) => {
        await page.press("Tab");
        if ((await page.focused()).role === "dialog") await page.press("Tab");
        assert.equal((await page.focused()).name, name);
      };
      await page.see(term("commons"));
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), term("commons"));
      await page.press("Enter");
      await page.see({ role: "dialog", name: "Commons" });
      await tabTo("Close");
      await tabTo("steward");
      await page.press("Enter");
      await page.see({ role: "dialog", name: "Steward" });
      await tabTo("Back");
      await page.press("Enter");
      await page.see({ role: "dialog", name: "Commons" });
    },
  },
  ...(/** @type {[what: string, at: string, href: string | null][]} */ ([
    ["to the list on the same page, if there is one", `${POPUPS}&kind=list&glossary-page=/elsewhere.html`, "#term-commons"],
    ["else to the page that the element names", `${POPUPS}&glossary-page=/glossary.html?from=here%23top`, "/glossary.html?from=here#term-commons"],
    ["nowhere when no page is known", POPUPS, null],
    ["nowhere when what is named is no page", `${POPUPS}&glossary-page=javascript:alert(1)`, null],
  ])).map(([what, at, href]) => /** @type {Case} */ ({
    name: `a popup leads to the whole entry: ${what}`,
    at,
    async run(page) {
      if (at.includes("kind=list")) await page.see({ role: "heading", name: "Commons" });
      await page.click(term("commons"));
      await page.see({ role: "dialog", name: "Commons" });
      const full = { role: "link", name: "See it in the glossary", within: popup };
      if (href === null) assert.equal(await page.count(full), 0);
      else assert.equal((await page.attribute(full, "href"))?.replace(/^https?:\/\/[^/]+/u, ""), href);
    },
  })),
  ...(/** @type {[what: string, at: string, links: (string | null)[]][]} */ ([
    ["a catalog on the same page", `${LIST}&kind=catalog`, ["https://example.org/book", "#resource-no-address", "https://example.org/es", "#q=Commons"]],
    ["one that has a name there", `${LIST}&kind=catalog&id=ours`, ["https://example.org/book", "#ours.resource-no-address", "https://example.org/es", "#ours.q=Commons"]],
    ["one that leaves the address alone", `${LIST}&kind=catalog&address=off`, ["https://example.org/book", null, "https://example.org/es"]],
    ["one on the page that the element names", `${LIST}&catalog-page=/index.html?a=b%23c`, ["https://example.org/book", "/index.html?a=b#resource-no-address", "https://example.org/es", "/index.html?a=b#q=Commons"]],
    ["none", LIST, ["https://example.org/book", null, "https://example.org/es"]],
  ])).map(([what, at, links]) => /** @type {Case} */ ({
    name: `an entry shows three works of its term, what it names as related first, and where all are: ${what}`,
    at,
    async run(page) {
      await page.see({ css: "#term-commons .works" });
      const works = await page.ask(($) => [...$.one({ css: "#term-commons .works" }).querySelectorAll("li, .all-works")].map((each) => ({
        text: $.content(each), language: each.getAttribute("lang"), href: each.querySelector("a")?.getAttribute("href")?.replace(location.origin, "") ?? null,
      })));
      assert.deepEqual(works.map(({ text }) => text), ["A book", "On the commons", "Los comunes", "Search the catalog for “Commons”"].slice(0, links.length));
      assert.deepEqual(works.map(({ href }) => href), links);
      assert.equal(works[2]?.language, "es");
      assert.deepEqual(await page.texts({ css: "#term-fair-share .works li" }), ["Everybody’s fair share"]);
      assert.equal(await page.count({ css: "#term-boundary .works" }), 0);
    },
  })),
  {
    name: "a link to all works shows them in the catalog beside it; from a popup, which closes",
    at: `${POPUPS}&kind=catalog`,
    async run(page) {
      await page.click(term("commons"));
      await page.click({ role: "link", name: "Search the catalog for “Commons”", within: popup });
      await page.gone(popup);
      await page.see({ css: ".results-title", within: { css: "equity-catalog" } });
      assert.ok((await page.texts({ css: ".listing-title, .listing .title", within: { css: "equity-catalog" } })).includes("On the commons"));
    },
  },
  {
    name: "the page hears of a work that is followed, and may prevent it",
    at: LIST,
    async run(page) {
      await page.see({ css: "#term-commons .works" });
      await page.ask(() => {
        addEventListener("equity-catalog:select", (event) => {
          event.preventDefault();
          document.title = /** @type {any} */ (event).detail.resource.id;
        });
      });
      await page.click({ role: "link", name: "A book", within: { css: "#term-commons" } });
      await page.until("the work's id", () => document.title === "book");
      assert.equal(await page.ask(() => location.pathname), "/test/entries.html");
    },
  },
  {
    name: "following a link in the embedded glossary too",
    at: "/glossary.html",
    async run(page) {
      await page.click({ role: "link", name: "structural racism", within: { css: "#term-racist-policies", within: glossary } });
      await page.until("the entry in view", inView, heading("Structural Racism"));
    },
  },
];
