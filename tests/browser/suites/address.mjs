// Where a reader is stands in the page's address: it can be kept, sent, and gone back to. What belongs to the page itself in
// the address stays the page's.

import assert from "node:assert/strict";
import { pause } from "../driver/page.mjs";
import { button, catalog, filter, heading, headingFrom, searchBox, settled, works } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

const LIBRARY = "/test/finding/library.html";
const ANCHORS = "/test/finding/address.html";
const PAIR = "/test/finding/pair.html";
/** WebKit's one window has been through all tests before, and remembers no more. */
const MOST_ENTRIES = 100;
const ELSEWHERE = "/glossary.html";
const HOME = heading("Networks, Alliances, and Coalitions");

/** What a reader sees of where they are in a catalog. @param {Page} page @param {string} [css] */
const whereabouts = (page, css = "equity-catalog") => page.ask(($, widget) => {
  const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (document.querySelector(widget)).shadowRoot);
  const said = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)].filter($.shown).map($.name).join(" | ");
  const chosen = (/** @type {string} */ act) => /** @type {HTMLSelectElement | null} */ (root.querySelector(`select[data-act=${act}]`))?.selectedOptions[0]?.label ?? "";
  return {
    query: /** @type {HTMLInputElement} */ (root.querySelector("input[type=search]")).value,
    title: said(".results-title, .section-title"), chips: said(".chip"), ticked: said("input:checked"), order: chosen("sort"), group: chosen("group"),
    page: said(".pages [aria-current]"), open: said(".open[aria-expanded=true]"), groups: said(".group > .group-title"),
    works: said(".listing .title"), note: said(".view .note"),
  };
}, css);

/** Waits until all is as it was. @param {Page} page @param {Awaited<ReturnType<typeof whereabouts>>} expected @param {string} when */
async function same(page, expected, when) {
  /** @type {unknown} */
  let now;
  for (let tries = 0; tries < 160; tries++) {
    // Between two pages there is nobody to ask.
    now = await whereabouts(page).catch(() => undefined);
    if (JSON.stringify(now) === JSON.stringify(expected)) return;
    await pause(50);
  }
  assert.deepEqual(now, expected, when);
}

/** Waits for another document. @param {Page} page @param {string} path */
async function arrived(page, path) {
  const isThere = () => page.ask((_, wanted) => location.pathname === wanted && document.readyState === "complete", path);
  for (let tries = 0; tries < 160 && !(await isThere().catch(() => false)); tries++) await pause(50);
  assert.ok(await isThere(), await address(page));
}

/** The page that is left may be gone before it has answered; whether another came is seen by what comes next. @param {Promise<void>} answer */
const leaving = (answer) => answer.catch(() => {});
/** @param {Page} page @param {-1 | 1} steps */
const travel = (page, steps) => leaving(page.ask((_, by) => void setTimeout(() => history.go(by), 0), steps));
/** Loads the page anew, and waits until the old one, which shows the same, is gone. @param {Page} page */
async function reload(page) {
  await leaving(page.ask(() => {
    Object.assign(globalThis, { isOld: true });
    setTimeout(() => location.reload(), 0);
  }));
  const isNew = () => page.ask(() => !("isOld" in globalThis));
  for (let tries = 0; tries < 160 && !(await isNew().catch(() => false)); tries++) await pause(25);
}
/** @param {Page} page */
const address = (page) => page.ask(() => location.href);
/** @param {Page} page */
const fragment = (page) => page.ask(() => location.hash);
/** @param {Page} page */
const entries = (page) => page.ask(() => history.length);

/** @param {Page} page @param {string} text */
const untilFragment = (page, text) => page.until(`the address to end in ${text}`, (_, wanted) => location.hash === wanted, text);

/** Chooses from a native list. @param {Page} page @param {string} act @param {string} label */
async function choose(page, act, label) {
  await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), { css: `select[data-act=${act}]` });
  await page.type(label);
  await page.press("Tab");
}

/** A visit, act by act; each is an entry of its own in the history. @type {[what: string, act: (page: Page) => Promise<void>, seen: Target][]} */
const VISIT = [
  ["a filter", (page) => page.click(filter("Report")), button("Remove filter: Report")],
  ["another", (page) => page.click(filter("2012")), button("Remove filter: 2012")],
  ["one less", (page) => page.click(button("Remove filter: 2012")), headingFrom("15 results for “land”$")],
  ["an order", (page) => choose(page, "sort", "Title"), { css: ".listing:first-child .title", name: { pattern: "^Bridges|^Rivers" }, within: catalog }],
  ["groups", (page) => choose(page, "group", "Page"), heading("Ground floor (8)")],
  ["the second page", (page) => page.click(button("Page 2")), { css: "[aria-current=page]", name: "Page 2", within: catalog }],
  ["a work in full", (page) => page.click({ css: ".open", within: catalog, nth: 1 }), { css: ".record dl", within: catalog }],
  ["everything cleared", (page) => page.click(button("Clear all")), heading("Ground floor")],
  ["another section", (page) => page.click({ ...button("Attic"), within: { role: "navigation", within: catalog } }), heading("Attic")],
  ["the reading list", async (page) => {
    await page.click({ css: ".keep", within: catalog, nth: 0 });
    await page.click(button("Reading list (1)"));
  }, heading("Reading list (1)")],
];

/** Types, then walks through the visit; gives what was seen and the address after each act. @param {Page} page */
async function visit(page) {
  await settled(page);
  await page.ask(() => localStorage.clear());
  await page.click(searchBox);
  await page.type("land");
  await page.see(headingFrom("60 results for “land”$"));
  await untilFragment(page, "#q=land");
  await settled(page);
  const steps = [{ what: "the start", seen: await whereabouts(page), at: await address(page) }];
  for (const [what, act, seen] of VISIT) {
    const [before, count] = [await address(page), await entries(page)];
    await act(page);
    await page.see(seen);
    await settled(page);
    assert.notEqual(await address(page), before, `${what} changes the address`);
    assert.equal(await entries(page), Math.min(count + 1, MOST_ENTRIES), `${what} is one entry`);
    steps.push({ what, seen: await whereabouts(page), at: await address(page) });
  }
  return steps;
}

/** Anchors of the page's own, and what has the focus or stands in view then. */
const OWN = /** @type {[link: string, fragment: string, place: string][]} */ ([
  ["Skip to the content", "#main", "#main"],
  ["the end", "#end", "#end"],
  ["our list", "#list", "#list"],
]);

/** @type {import("../run.mjs").Case[]} */
export const addresses = [
  {
    name: "typing changes the address in place: not one entry in the history, and Back leaves the page",
    at: ELSEWHERE,
    async run(page) {
      await page.open(LIBRARY);
      await settled(page);
      const count = await entries(page);
      await page.click(searchBox);
      for (const letters of ["ri", "ve", "rs"]) {
        await page.type(letters);
        await page.see(headingFrom(`[0-9]+ results for “.*${letters}”`));
      }
      await untilFragment(page, "#q=rivers");
      assert.equal(await entries(page), count);
      await travel(page, -1);
      await arrived(page, ELSEWHERE);
    },
  },
  {
    name: "what is typed is in the address as soon as the reader leaves the box",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.click(searchBox);
      await page.type("rivers");
      await page.press("Tab");
      assert.equal(await fragment(page), "#q=rivers");
    },
  },
  {
    name: "Back and Forward bring back every step: query, filters, order, groups, page, open work, section, reading list",
    at: `${LIBRARY}?page-size=5`,
    async run(page) {
      const steps = await visit(page);
      for (const { what, seen, at } of steps.slice(0, -1).reverse()) {
        await travel(page, -1);
        await same(page, seen, `Back to ${what}`);
        assert.equal(await address(page), at);
      }
      for (const { what, seen } of steps.slice(1)) {
        await travel(page, 1);
        await same(page, seen, `Forward to ${what}`);
      }
    },
  },
  {
    name: "every step is there again after loading the page anew, and for somebody who was sent its address",
    at: `${LIBRARY}?page-size=5`,
    async run(page) {
      const steps = await visit(page);
      await reload(page);
      const { seen: last } = /** @type {typeof steps[number]} */ (steps.at(-1));
      await same(page, last, "loaded anew");
      for (const { what, seen, at } of steps) {
        await page.open(ELSEWHERE);
        await page.open(at);
        await same(page, seen, `sent the address of ${what}`);
      }
    },
  },
  {
    name: "Back and Forward go on working after the page was loaded anew",
    at: `${LIBRARY}?page-size=5`,
    async run(page) {
      const steps = (await visit(page)).slice(-4);
      await reload(page);
      await same(page, /** @type {typeof steps[number]} */ (steps[3]).seen, "loaded anew");
      for (const at of [2, 1, 0]) {
        const { what, seen } = /** @type {typeof steps[number]} */ (steps[at]);
        await travel(page, -1);
        await same(page, seen, `Back to ${what}`);
      }
    },
  },
  {
    name: "who follows a link to another page and comes Back is where they were",
    at: ANCHORS,
    async run(page) {
      await page.click(filter("Tool"));
      await page.fill(searchBox, "network");
      await page.see(headingFrom("[0-9]+ results? for “network”"));
      await settled(page);
      const before = await whereabouts(page);
      await page.click({ role: "link", name: "another page" });
      await arrived(page, ELSEWHERE);
      await travel(page, -1);
      await same(page, before, "back again");
    },
  },
  ...OWN.map(([link, hash, place]) => /** @type {import("../run.mjs").Case} */ ({
    name: `the page's own anchor ${hash} is followed, leaves the catalog as it is, and Back from it works`,
    at: ANCHORS,
    async run(page) {
      await page.click(filter("Tool"));
      await page.see(headingFrom("8 results$"));
      await settled(page);
      const before = await whereabouts(page);
      const was = await address(page);
      await page.click({ role: "link", name: link });
      await untilFragment(page, hash);
      await page.until("the place in view", ($, css) => {
        const { top, bottom } = $.one({ css }).getBoundingClientRect();
        return top < innerHeight && bottom > 0 && document.querySelector(":target") === $.one({ css });
      }, place);
      await same(page, before, "after the anchor");
      await page.click(filter("Resource"));
      await page.see(button("Remove filter: Resource"));
      await travel(page, -1);
      await same(page, before, "Back to the anchor");
      assert.equal(await fragment(page), hash);
      await travel(page, -1);
      await page.until("the address before", (_, wanted) => location.href === wanted, was);
      await same(page, before, "Back from the anchor");
      await travel(page, -1);
      await page.see(HOME);
    },
  })),
  ...[["a route", "#/route"], ["an old route", "#!x"]].map(([link, hash]) => /** @type {import("../run.mjs").Case} */ ({
    name: `a router's fragment ${hash} is never touched, nor what the router keeps there`,
    at: ANCHORS,
    async run(page) {
      await page.click(filter("Tool"));
      await page.see(headingFrom("8 results$"));
      await page.click({ role: "link", name: link });
      await untilFragment(page, hash);
      await page.ask(() => history.replaceState({ router: 1 }, ""));
      const count = await entries(page);
      await page.click(filter("Resource"));
      await page.see(button("Remove filter: Resource"));
      await page.fill(searchBox, "network");
      await page.see(headingFrom("[0-9]+ results? for “network”"));
      await page.press("Tab");
      await pause(800);
      assert.deepEqual(await page.ask(() => [location.hash, history.length, JSON.stringify(history.state)]), [hash, count, '{"router":1}']);
      await travel(page, -1);
      await page.see(headingFrom("8 results$"));
      assert.equal(await page.count(button("Remove filter: Resource")), 0);
    },
  })),
  {
    name: "links in the page's own text show what they name, and lead the reader there",
    at: ANCHORS,
    async run(page) {
      await settled(page);
      await page.click({ role: "link", name: "tools for networks" });
      await page.see(headingFrom("[0-9]+ results? for “network”"));
      await page.see(button("Remove filter: Tool"));
      await page.until("the focus on the results", ($) => $.name(/** @type {Element} */ ($.active())).includes("for “network”"));
      await page.click({ role: "link", name: "a handbook" });
      await page.until("the focus on the work", ($) => $.name(/** @type {Element} */ ($.active())).startsWith("Net Gains"));
      await page.see({ css: ".record dl", within: catalog });
      await page.click({ role: "link", name: "a work that is gone" });
      await page.see({ css: "[role=alert]", text: "This catalog has no work “nothing-such”. It may have been taken out or renamed.", within: catalog });
      await travel(page, -1);
      await page.see({ css: ".record dl", within: catalog });
      await travel(page, -1);
      await page.see(headingFrom("[0-9]+ results? for “network”"));
      await travel(page, -1);
      await page.see(HOME);
    },
  },
  {
    name: "two catalogs on a page keep their own: each comes back, by Back, anew and by the address",
    at: PAIR,
    async run(page) {
      const [first, attic] = [{ css: ".one equity-catalog" }, { css: "#attic" }];
      const both = async () => [await whereabouts(page, first.css), await whereabouts(page, attic.css)];
      await page.click({ ...filter("Tool"), within: first });
      await page.see({ ...button("Remove filter: Tool"), within: first });
      await page.click({ ...filter("Resource"), within: attic });
      await page.see({ ...button("Remove filter: Resource"), within: attic });
      await page.fill({ ...searchBox, within: attic }, "network");
      await page.see({ ...headingFrom("[0-9]+ results? for “network”"), within: attic });
      await page.press("Tab");
      const hash = await fragment(page);
      assert.deepEqual([...new URLSearchParams(hash.slice(1))].sort(), [["attic.kind", "Resource"], ["attic.q", "network"], ["kind", "Tool"]]);
      await pause(300);
      const there = await both();
      await page.open(ELSEWHERE);
      await page.open(PAIR + hash);
      await page.see({ ...headingFrom("[0-9]+ results? for “network”"), within: attic });
      await page.see({ ...button("Remove filter: Tool"), within: first });
      await pause(300);
      assert.deepEqual(await both(), there);
      await page.click({ ...button("Clear all"), within: first });
      await page.gone({ ...button("Remove filter: Tool"), within: first });
      assert.deepEqual((await both())[1], there[1]);
      await travel(page, -1);
      await page.see({ ...button("Remove filter: Tool"), within: first });
      assert.deepEqual((await both())[1], there[1]);
    },
  },
  {
    name: "a link speaks to the catalog that it names, and only that takes the focus",
    at: PAIR,
    async run(page) {
      await page.see({ ...works, within: { css: "#attic" } });
      await page.click({ role: "link", name: "Tools for networks, in the second" });
      await page.see({ ...button("Remove filter: Tool"), within: { css: "#attic" } });
      await page.until("the focus in it", ($) => $.holds($.one({ css: "#attic" }), $.active()));
      assert.equal(await page.count({ ...button("Remove filter: Tool"), within: { css: ".one" } }), 0);
    },
  },
  {
    name: "a catalog that is moved in the page keeps its place in the address",
    at: PAIR,
    async run(page) {
      const attic = { css: "#attic" };
      await page.click({ ...filter("Resource"), within: attic });
      await page.see({ ...button("Remove filter: Resource"), within: attic });
      const before = await address(page);
      await page.ask(() => document.querySelector(".one")?.prepend(/** @type {Element} */ (document.getElementById("attic"))));
      await page.see({ ...button("Remove filter: Resource"), within: attic });
      assert.equal(await address(page), before);
      await page.click({ ...button("Clear all"), within: attic });
      await untilFragment(page, "");
      await travel(page, -1);
      await page.see({ ...button("Remove filter: Resource"), within: attic });
    },
  },
  {
    name: "a catalog that comes after the page has moved to another address doesn't know the one before",
    at: LIBRARY,
    async run(page) {
      await page.click(filter("Report"));
      await page.see(headingFrom("15 results$"));
      await page.ask(async () => {
        document.querySelector("equity-catalog")?.remove();
        await new Promise((done) => setTimeout(done, 50));
        history.pushState({ host: 2 }, "", "/test/finding/library.html?another");
        document.getElementById("place")?.append(document.createElement("equity-catalog"));
      });
      await page.see(HOME);
      assert.equal(await page.count({ css: ".chip", within: catalog }), 0);
    },
  },
  {
    name: "address=\"off\" leaves address and history alone through a whole visit",
    at: `${LIBRARY}?page-size=5&address=off`,
    async run(page) {
      await settled(page);
      await page.ask(() => localStorage.clear());
      const facts = () => page.ask(() => [location.href, history.length, history.state]);
      const before = await facts();
      await page.click(searchBox);
      await page.type("land");
      await page.see(headingFrom("60 results for “land”$"));
      for (const [, act, seen] of VISIT) {
        await act(page);
        await page.see(seen);
        await settled(page);
      }
      await pause(800);
      assert.deepEqual(await facts(), before);
    },
  },
  {
    name: "what the page keeps in its own entries stays there, whatever it is",
    at: LIBRARY,
    async run(page) {
      await settled(page);
      await page.ask(() => history.replaceState({ scroll: 7 }, ""));
      await page.click(filter("Report"));
      await page.see(button("Remove filter: Report"));
      await page.ask(() => history.replaceState({ ...history.state, scroll: 8 }, ""));
      await page.click(filter("Spanish"));
      await page.see(button("Remove filter: Spanish"));
      await travel(page, -1);
      await page.gone(button("Remove filter: Spanish"));
      assert.equal(await page.ask(() => history.state.scroll), 8);
      await travel(page, -1);
      await page.gone(button("Remove filter: Report"));
      assert.equal(await page.ask(() => history.state.scroll), 7);
      await page.ask(() => history.replaceState("a word", ""));
      await page.click(filter("Report"));
      await page.see(button("Remove filter: Report"));
      await travel(page, -1);
      await page.gone(button("Remove filter: Report"));
      assert.equal(await page.ask(() => history.state), "a word");
    },
  },
  {
    name: "a page can go to a query, filters or a work by script, and Back takes it back",
    at: ANCHORS,
    async run(page) {
      await settled(page);
      const go = (/** @type {object} */ what) => page.ask((_, to) => /** @type {any} */ (document.querySelector("equity-catalog")).go(to), what);
      const count = await entries(page);
      await go({ query: "network", filters: { kind: "Tool" } });
      await page.see(headingFrom("[0-9]+ results? for “network”"));
      await page.see(button("Remove filter: Tool"));
      assert.ok((await fragment(page)).includes("q=network"));
      await go({ filters: { kind: ["Tool", "Resource"] } });
      await page.see(button("Remove filter: Resource"));
      await go({ resource: "net-gains" });
      await page.until("the focus on the work", ($) => $.name(/** @type {Element} */ ($.active())).startsWith("Net Gains"));
      await untilFragment(page, "#resource-net-gains");
      await go({});
      await untilFragment(page, "");
      assert.equal(await entries(page), Math.min(count + 4, MOST_ENTRIES));
      await travel(page, -1);
      await page.see({ css: ".record dl", within: catalog });
      await travel(page, -1);
      await page.see(button("Remove filter: Resource"));
    },
  },
  {
    name: "a shared list of many works arrives whole",
    at: `${LIBRARY}#list=${Array.from({ length: 58 }, (_, at) => `work-${at}`).join(".")}`,
    async run(page) {
      await page.see(heading("Reading list (58)"));
      await page.see({ ...works, nth: 57 });
    },
  },
];
