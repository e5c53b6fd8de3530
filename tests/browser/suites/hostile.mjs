// Pages that change what browsers bring, that stand in odd places, that have our script twice or our names for something else. On
// each a reader goes from the list to a search, a filter, a work, a term and the glossary; where that can't be, the page's own
// list stays and the console says why.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { pause } from "../driver/page.mjs";
import { POLICY } from "../server.mjs";
import { annotated, buttonFrom, catalog, filter, glossaryBox, popup, search, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const AT = "/test/hostile/page.html";
const PACK = fileURLToPath(new URL("../../../target/equity-catalog/racial-equity.pack", import.meta.url));
const list = { css: "#list" };
const term = { ...annotated, nth: 0 };
const failure = { css: ".failure", within: catalog };
const ownList = { css: ".own", text: "The page’s own list." };

/** The policy with something more, and something less. @param {string} more @param {RegExp} [less] @param {string} [further] */
const policy = (more, less = /^$/u, further = "") => ({ "content-security-policy": `${POLICY.replace(less, "")}; ${more}; ${further}` });

/** @param {Page} page */
async function popupsWork(page) {
  await page.click(term);
  await page.see({ ...popup, name: "White Supremacy" });
  await page.press("Escape");
  await page.gone(popup);
}

/** @param {Page} page */
async function glossaryWorks(page) {
  await page.fill(glossaryBox, "supremacy");
  await page.until("fewer terms", ($, within) => $.all({ role: "article", within }).length < 5, list);
  await page.click({ css: ".anchor", within: list, nth: 0 });
  await page.until("the term in the address, and the focus on it", ($) => location.hash.startsWith("#term-") && $.describe($.active()).role === "heading");
}

/** @param {Page} page */
async function catalogWorks(page) {
  await page.see(works);
  await search(page, "network");
  await page.click({ ...filter("Resource"), within: catalog });
  await page.see({ css: ".chip", within: catalog });
  await settled(page);
  await page.click({ ...buttonFrom("Details: "), within: catalog, nth: 0 });
  await page.see({ css: ".record", within: catalog });
}

/** What a reader does. @param {Page} page */
async function walk(page) {
  await catalogWorks(page);
  await popupsWork(page);
  await glossaryWorks(page);
}

/** @type {[what: string, at: string, headers?: Record<string, string | undefined>][]} */
const WORKING = [
  ["ids and names hide what is behind them, and there is no doctype", "/test/hostile/clobbered.html"],
  ["all is XML", "/test/hostile/page.xhtml"],
  ["the server asks for all that a server may ask for", AT, {
    "content-security-policy": `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin; report-uri /reports`,
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "referrer-policy": "no-referrer",
    "permissions-policy": "clipboard-read=(), clipboard-write=(), web-share=(), fullscreen=(), geolocation=(), camera=(), microphone=(), storage-access=()",
  }],
];

/** What a page has done before our script came, see pages/hostile/habits.js. @type {[what: string, habits: string][]} */
const CHANGED = [
  ["everything has more names than it should, and every object a `get`, a `set` and a `value`", "names+descriptors"],
  ["Prototype.js has replaced what it likes", "prototype"],
  ["MooTools has replaced what it likes", "mootools"],
  ["every object has something that is called `then`", "named"],
  ["globals are others' libraries, or throw when they are named", "globals"],
  ["all that happens passes through scripts that watch, record and report", "wrapped"],
  ["what only some browsers have is in none", "bare"],
  ["stand-ins do just enough for the script that brought them", "crude"],
  ["pictures have the names of what the document has", "img-baseURI+img-URL+img-documentElement+img-readyState+img-body+img-head+img-getElementById+img-defaultView+img-currentScript+img-cookie"],
  ["old stand-ins lie over what the browser has, and then all of it is frozen", "polyfills+frozen"],
];

/** @type {Case[]} */
const working = WORKING.map(([what, at, headers = {}]) => ({
  name: `a reader gets everywhere although ${what}`,
  at,
  before: (site) => void (site.headers = headers),
  run: walk,
}));

/**
 * What a frame tells of itself, see pages/hostile/teller.js.
 * @typedef {{ works: number, title: string, busy: boolean, chips: number, open: boolean, popup: string, terms: number, address: string, points: Record<string, [number, number]>, own: boolean[], failures: string[], faults: string[] }} Told
 */

/** @type {[frame: string, what: string, at: (site: Site) => string][]} */
const FRAMES = [
  ["same", "of the page’s own", () => "/test/hostile/frame.html"],
  ["text", "that is only a text", () => ""],
  ["other", "of another site’s", (site) => `${site.elsewhere}test/hostile/frame.html`],
  ["shut", "that may run scripts and nothing else", (site) => `${site.elsewhere}test/hostile/frame.html`],
];

/** What a reader can do in a frame into which no test can look. @param {Page} page @param {string} frame */
function inFrame(page, frame) {
  const told = () => page.ask((_, id) => /** @type {{ told: Record<string, Told> }} */ (/** @type {unknown} */ (globalThis)).told[id], frame);
  /** @param {string} what @param {(told: Told) => unknown} test */
  const until = async (what, test) => {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const now = await told();
      if (now && test(now)) return now;
      assert.ok(Date.now() < deadline, `waited in vain for ${what} in the frame “${frame}”: ${JSON.stringify(now)}`);
      await pause(60);
    }
  };
  /** @param {string} thing */
  const click = async (thing) => {
    await page.ask((_, id, name) => {
      const element = /** @type {HTMLIFrameElement} */ (document.getElementById(id));
      element.scrollIntoView({ behavior: "instant" });
      element.contentWindow?.postMessage(name, "*");
    }, frame, thing);
    let last = "";
    const { points } = await until(`${thing} to come to rest`, ({ points }) => {
      const now = `${points[thing]}`;
      const down = points[thing]?.[1] ?? -1;
      const rests = now === last && down > 0 && down < 700;
      last = now;
      return rests;
    });
    const [left = 0, top = 0] = points[thing] ?? [];
    // Only now: what comes into view in the frame moves the page around it as well.
    const { x, y } = await page.ask((_, id) => {
      const box = /** @type {Element} */ (document.getElementById(id)).getBoundingClientRect();
      return { x: box.left, y: box.top };
    }, frame);
    await page.moveTo(x + left, y + top);
    await page.drag(async () => {});
  };
  return { until, click };
}

/** @param {Page} page @param {string} frame */
async function walkInFrame(page, frame) {
  const { until, click } = inFrame(page, frame);
  await until("works", ({ works: count, busy }) => count > 0 && !busy);
  await click("search");
  await page.type("network");
  await until("results", ({ title, busy }) => title.includes("network") && !busy);
  await click("filter");
  await until("a filter", ({ chips, busy }) => chips === 1 && !busy);
  await click("details");
  await until("a work in full", ({ open }) => open);
  await click("term");
  await until("a popup", (now) => now.popup === "White Supremacy");
  await until("the address", ({ address }) => address.includes("q=network"));
  await click("find");
  await page.type("supremacy");
  await until("fewer terms", ({ terms }) => terms > 0 && terms < 5);
  await click("anchor");
  await until("the term in the address", ({ address }) => address.startsWith("#term-"));
  const { faults } = await until("the end", () => true);
  assert.deepEqual(faults, []);
}

/** @type {Case[]} */
const changed = CHANGED.map(([what, habits]) => ({
  name: `a reader gets everywhere although ${what}`,
  at: `/test/hostile/framed.html?page=${encodeURIComponent(`${AT}?${habits}`)}`,
  before: (site) => void (site.headers = policy("frame-src 'self'")),
  run: (page) => walkInFrame(page, "page"),
}));

/** @type {Case[]} */
const places = [
  {
    name: "a reader gets everywhere although the page has no origin of its own, for it is in a sandbox",
    at: AT,
    // In WebKit no server is such a page's own: its policy has to name it.
    before: (site) => void (site.headers = { ...policy("sandbox allow-scripts", /connect-src 'self'; /u, `connect-src ${site.origin}`), "access-control-allow-origin": "*" }),
    run: walk,
  },
  {
    name: "links to places in the page stay in it although its <base> leads elsewhere and to other windows",
    at: `${AT}?base`,
    before: (site) => void (site.headers = policy("base-uri 'self'", /base-uri 'none'; /u)),
    async run(page, site) {
      await page.ask(() => void Object.assign(globalThis, { stayed: true }));
      await walk(page);
      await page.click(term);
      await page.click({ role: "link", name: { pattern: "glossary" }, within: popup });
      await page.until("the entry's heading", ($) => $.name(/** @type {Element} */ ($.active())) === "White Supremacy");
      assert.equal(await page.ask(() => "stayed" in globalThis && location.pathname), AT);
      assert.deepEqual(site.asked.filter(({ path }) => path.startsWith("/elsewhere/")), []);
    },
  },
  {
    name: `in frames all works: one ${FRAMES.map(([, what]) => what).join(", one ")}`,
    at: "/test/hostile/blank.html",
    async run(page, site) {
      // For the one without an origin no server is its own: in WebKit the policy has to name it.
      const named = POLICY.replaceAll("'self'", `'self' ${site.origin} ${site.elsewhere}`);
      site.headers = { "content-security-policy": `${named}; frame-src 'self' ${site.elsewhere}`, "access-control-allow-origin": "*" };
      await page.open(`/test/hostile/frames.html?${new URLSearchParams(FRAMES.map(([frame, , at]) => [frame, at(site)]))}`);
      for (const [frame] of FRAMES) await walkInFrame(page, frame);
    },
  },
  {
    name: "in a closed shadow root, stamped from a template, and moved again and again while it loads, it works",
    at: "/test/hostile/moves.html",
    before: (site) => void (site.headers = policy("frame-src 'self'")),
    async run(page) {
      const closed = (/** @type {string} */ selector) => page.ask((_, css) => {
        const root = /** @type {{ closedRoot: ShadowRoot }} */ (/** @type {unknown} */ (globalThis)).closedRoot;
        const found = root.querySelector(css);
        const { left = 0, top = 0 } = found?.getBoundingClientRect() ?? {};
        return found && { x: left + 4, y: top + 4, expanded: found.getAttribute("aria-expanded"), works: found.shadowRoot?.querySelectorAll("li.listing").length };
      }, selector);
      for (const id of ["moved", "stamped"]) await page.see({ css: "li.listing", within: { css: `#${id}` } });
      for (let there; (there = await closed("equity-catalog"))?.works === 0; ) await page.ask(() => new Promise((done) => requestAnimationFrame(() => done(there))));
      const place = async () => (await closed(".equity-term")) ?? assert.fail("no term in the closed root");
      /** @param {string} state */
      const expanded = async (state) => {
        const deadline = Date.now() + 8000;
        while ((await place()).expanded !== state) assert.ok(Date.now() < deadline, `the popup in the closed root is not ${state}`);
      };
      const { x, y } = await place();
      await page.moveTo(x, y);
      await page.drag(async () => {});
      await expanded("true");
      await page.press("Escape");
      await expanded("false");
      await page.drag(async () => {});
      await expanded("true");
      await page.moveTo(4, 4);
      await page.drag(async () => {});
      await expanded("false");
    },
  },
  {
    name: "what a page writes over itself when all is shown is a new page: nothing fails, and new elements work",
    at: AT,
    before: (site) => void (site.headers = { "content-security-policy": undefined }),
    async run(page) {
      await page.see(works);
      await page.click(term);
      await page.see(popup);
      await page.ask(() => {
        document.open();
        document.write("<!doctype html><title>Written</title><p id=text>White supremacy is explained below.</p><equity-catalog></equity-catalog><equity-glossary id=list></equity-glossary><equity-glossary annotate='#text'></equity-glossary>");
        document.close();
      });
      await walk(page);
    },
  },
  {
    name: "a package on another site's server works, by a policy that names it, with a pack from there",
    at: "/test/hostile/blank.html",
    async run(page, site) {
      const from = site.elsewhere;
      site.instead.set("/partner.pack", { status: 200, file: PACK });
      site.headers = { "content-security-policy": `default-src 'none'; script-src 'self' ${from} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${from}; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /reports` };
      await page.open(`/test/hostile/partner.html?from=${from}`);
      await catalogWorks(page);
      await popupsWork(page);
      const home = new URL(site.origin).host;
      assert.deepEqual(site.asked.filter(({ path, host }) => host === home && /pkg|pack/u.test(path)), [], "nothing of ours comes from the page's own server");
      assert.ok(site.asked.some(({ path }) => path === "/partner.pack"));
    },
  },
];

/** @param {Page} page */
const said = (page) => page.ask(() => /** @type {{ said: string[] }} */ (/** @type {unknown} */ (globalThis)).said);

/** What no element of ours can bear, and what the console says of it. @type {[what: string, habits: string, said: string][]} */
const UNBEARABLE = [
  ["makes every object a promise that never comes true", "thenable", "a script on the page has given every object a function `then` (Object.prototype.then)"],
  ["has a picture that is called createElement", "img-createElement", "something in the page is named createElement"],
];

/** What ours find out too late for the console, and what they show. @type {[what: string, habits: string, shown: RegExp][]} */
const BROKEN = [
  ["has a picture that is called querySelector", "img-querySelector", /could not be opened\. .*document\??\.querySelector is not a function/u],
  ["has thrown away how letters are composed", "unnormal", /could not be opened\. .*normalize is not a function/u],
];

/** @param {string} what @param {string} habits @param {(page: Page) => Promise<void>} run @returns {Case} */
const framed = (what, habits, run) => ({
  name: `where a page ${what}, its own list and glossary stay, that is plainly said, and nothing is thrown`,
  at: `/test/hostile/framed.html?page=${encodeURIComponent(`${AT}?${habits}`)}`,
  before: (site) => void (site.headers = policy("frame-src 'self'")),
  mishap: /can’t be shown, for/u,
  run,
});

/** @type {Case[]} */
const refusing = [
  ...UNBEARABLE.map(([what, habits, words]) => framed(what, habits, async (page) => {
    const { until } = inFrame(page, "page");
    const { own, faults } = await until("both complaints", (told) => told.faults.length > 1);
    assert.deepEqual(own, [true, true, true]);
    assert.deepEqual(faults.map((line) => line.startsWith("error: console.warn: equity-catalog: <equity-") && line.includes(words)), [true, true], faults.join("\n"));
  })),
  ...BROKEN.map(([what, habits, words]) => framed(what, habits, async (page) => {
    const { until } = inFrame(page, "page");
    const { own, faults } = await until("both failures", ({ failures }) => failures.every((text) => words.test(text)));
    assert.deepEqual(own, [true, true, true]);
    assert.deepEqual(faults, []);
  })),
  {
    name: "loaded twice, and from another copy, the first one shows everything and each other says that it doesn't",
    at: "/test/hostile/twice.html?said",
    async run(page, site) {
      await walk(page);
      const lines = await said(page);
      for (const folder of ["pkg", "second"]) {
        for (const name of ["catalog", "glossary"]) {
          const line = `equity-catalog: <equity-${name}> is shown by the copy of Equity Catalog that this page loaded first. The one at ${site.origin}${folder}/ shows nothing`;
          assert.equal(lines.filter((each) => each.startsWith(line)).length, 1, `${line} in ${lines.join("\n")}`);
        }
      }
      assert.deepEqual(site.asked.filter(({ path }) => path === "/second/list.js" || path.startsWith("/second/equity")), [], "the other copy fetches neither list nor engine");
    },
  },
  {
    name: "where the page has an element of our name, the console says so, what stands in it stays, and the glossary works",
    at: `${AT}?taken`,
    mishap: /equity-catalog> can’t be shown/u,
    async run(page) {
      await page.see(ownList);
      await popupsWork(page);
      await glossaryWorks(page);
      await page.see(ownList);
      const errors = await page.errors();
      assert.ok(errors.some((line) => line.includes("equity-catalog: <equity-catalog> can’t be shown, for the page, or another script on it, has an element of that name itself.")), errors.join("\n"));
    },
  },
  {
    name: "where a browser's own part is gone, the reader is told which, and the page's own list stays",
    at: `${AT}?lacking`,
    async run(page) {
      await page.see(failure);
      const [text = ""] = await page.texts(failure);
      assert.match(text, /^The catalog could not be opened\. .*ResizeObserver/u);
      await page.see(ownList);
      await glossaryWorks(page);
    },
  },
  {
    name: "where a page makes every listener hear but once, the console says so",
    at: `/test/hostile/framed.html?page=${encodeURIComponent(`${AT}?listeners`)}`,
    before: (site) => void (site.headers = policy("frame-src 'self'")),
    mishap: /buttons may work once or never/u,
    async run(page) {
      const { click, until } = inFrame(page, "page");
      await click("search");
      await until("the complaint", ({ faults }) => faults.length === 1 && faults[0]?.includes("Object.prototype what browsers read when they add a listener: once."));
    },
  },
];

/** @type {Case[]} */
export const hostile = [...changed, ...working, ...places, ...refusing];
