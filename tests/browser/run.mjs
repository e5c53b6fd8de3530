// Runs every suite in one browser: one browser process, a new page for each test. Whatever a test is about, its page
// must also stay quiet (no errors, no breach of the policy) and ask for nothing but the site's own files.

import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Page } from "./driver/page.mjs";
import { chromium, firefox } from "./driver/puppeteer.mjs";
import { webkit } from "./driver/webkit.mjs";
import { serve } from "./server.mjs";
import { suites } from "./suites/index.mjs";

/** @typedef {import("./driver/puppeteer.mjs").Browser} Browser */
/** @typedef {import("./server.mjs").Site} Site */

/**
 * One test: what a reader gets, and how it is seen.
 * @typedef {object} Case
 * @property {string} name
 * @property {string} at                          the page's path
 * @property {(page: Page, site: Site) => Promise<void>} run
 * @property {[width: number, height: number]} [size]
 * @property {boolean} [dark]
 * @property {boolean} [forcedColors]             few colours, which the reader chose for all pages
 * @property {boolean} [still]                    a reader who wants nothing to move
 * @property {"print" | "cache" | "forbiddenWasm"} [needs]  what the browser must be able to do for it, besides what all can
 * @property {boolean} [withoutWasm]              whether the engine comes as JavaScript; on all other pages it must not
 * @property {(site: Site) => void} [before]      what the site does differently this time, before the page is opened
 * @property {RegExp} [mishap]                    the errors that belong to this test and are not counted against the page
 */

const BROWSERS = { chromium, firefox, webkit };
/**
 * What a test may need, and only some browsers can be made to do: Firefox prints, but tells nobody what; WebKitGTK has no
 * forced colours, compiles WebAssembly whatever the policy says, and under automation keeps nothing that it has fetched. The runner reports such a
 * test as skipped, with the reason.
 * @type {Record<keyof typeof BROWSERS, Set<string>>}
 */
const ABLE = {
  chromium: new Set(["forcedColors", "forbiddenWasm", "print", "cache"]),
  firefox: new Set(["forcedColors", "forbiddenWasm", "cache"]),
  webkit: new Set(),
};
const ACTS = {
  print: "print where a test can read it", forcedColors: "force colours", forbiddenWasm: "forbid WebAssembly by a policy", cache: "keep what it has fetched",
};
/**
 * How many tests of a browser may have a second try. Browsers under automation lose a key or a click once in some thousand, Firefox a Space; what fails
 * twice is a fault. Each first failure stands in the report, so that one that comes again and again is seen.
 */
const SECOND_TRIES = 2;
/** How long one try may take: a browser that hangs is ended, and the next try or test gets another. */
const TRY_LIMIT = 90_000;
const DESKTOP = /** @type {const} */ ([1280, 800]);
const PICTURES = fileURLToPath(new URL("../../target/browser-tests/", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../pkg/elements.js", import.meta.url));

/** @param {keyof typeof BROWSERS} name */
export function runIn(name) {
  const wanted = (process.env.BROWSERS ?? Object.keys(BROWSERS).join(",")).split(/[\s,]+/);
  if (!wanted.includes(name)) return;

  describe(name, () => {
    /** @type {Site} */
    let site;
    /** By the reader's settings: Firefox and WebKit learn those when they start, so the dark one is a second process. @type {Map<string, Browser>} */
    const browsers = new Map();
    let secondTries = 0;

    before(async () => {
      assert.ok(existsSync(PACKAGE), "pkg/elements.js is not built yet. Run `cargo xtask build` first.");
      site = await serve();
      browsers.set(settingsOf({}).key, await BROWSERS[name]());
    });
    after(async () => {
      for (const browser of browsers.values()) await browser.close();
      await site?.close();
    });

    for (const [title, cases] of Object.entries(suites)) {
      describe(title, () => {
        for (const each of cases) {
          const needs = [each.needs, each.forcedColors ? /** @type {const} */ ("forcedColors") : undefined].filter((need) => need !== undefined);
          const lacks = needs.find((need) => !ABLE[name].has(need));
          // The tries have limits of their own.
          test(each.name, { skip: lacks ? `${name} can't be made to ${ACTS[lacks]}` : false }, async (report) => {
            const { key, settings } = settingsOf(each);
            const run = async () => {
              const browser = browsers.get(key) ?? (await BROWSERS[name](settings));
              browsers.set(key, browser);
              try {
                await within(TRY_LIMIT, runCase(browser, site, each, `${name}, ${title}, ${each.name}`));
              } catch (error) {
                // What a failure leaves behind, such as a page that still loads, would be in the way of what comes next.
                browsers.delete(key);
                await within(TRY_LIMIT, browser.close()).catch(() => {});
                throw error;
              }
            };
            await run().catch((error) => {
              secondTries += 1;
              if (secondTries > SECOND_TRIES) throw error;
              report.diagnostic(`${name} had a second try, after: ${String(error instanceof Error ? error.message : error).replace(/\s+/gu, " ")} (${title}, ${each.name})`);
              return run();
            });
          });
        }
      });
    }
  });
}

/** @param {Partial<Case>} each */
function settingsOf({ dark = false, forcedColors = false, still = false }) {
  const settings = { dark, forcedColors, still };
  return { settings, key: JSON.stringify(settings) };
}

/** @param {number} milliseconds @param {Promise<void>} work */
async function within(milliseconds, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`the browser was not done within ${milliseconds / 1000} s`)), milliseconds)));
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** @param {Browser} browser @param {Site} site @param {Case} each @param {string} title */
async function runCase(browser, site, each, title) {
  site.reset();
  each.before?.(site);
  const page = new Page(await browser.open(), site.origin);
  try {
    const [width, height] = each.size ?? DESKTOP;
    await page.resize(width, height);
    await page.open(each.at);
    await each.run(page, site);
    quiet(await page.errors(), site, each);
  } catch (error) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot(`${PICTURES}${title.replace(/[^\w]+/g, "-").slice(0, 120)}.png`).catch(() => {}); // the test's own error matters more
    throw error;
  } finally {
    await page.ask(() => localStorage.clear()).catch(() => {}); // what one reader keeps is not the next one's; where nothing may be kept, nothing is
    await page.close();
  }
}

/** @param {string[]} errors @param {Site} site @param {Case} each */
function quiet(errors, site, { mishap, withoutWasm = false }) {
  const unexpected = (/** @type {string} */ line) => !/favicon/.test(line) && !mishap?.test(line);
  assert.deepEqual(errors.filter(unexpected), [], "the page stays quiet");
  assert.equal(site.asked.some(({ path }) => path.startsWith("/pkg/without-wasm")), withoutWasm, "the engine comes as JavaScript where WebAssembly can't be had, and nowhere else");
  // Those of an earlier page may come late.
  const told = site.breaches.filter(({ page }) => site.asked.some(({ path }) => page.includes(path)));
  assert.deepEqual(told.map(({ rule, blocked }) => `${rule} ${blocked}`).filter(unexpected), [], "no browser tells of a breach of the policy");
  const missing = site.asked.filter(({ status }) => status >= 400).map(({ path, status }) => `${status} ${path}`);
  assert.deepEqual(missing.filter(unexpected), [], "everything that the page asks for is there");
}
