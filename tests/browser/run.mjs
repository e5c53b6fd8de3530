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
 * @property {(site: Site) => void} [before]      what the site does differently this time, before the page is opened
 * @property {RegExp} [mishap]                    the errors that belong to this test and are not counted against the page
 */

const BROWSERS = { chromium, firefox, webkit };
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
    /** By darkness: Firefox and WebKit learn it when they start, so the dark one is a second process. @type {Map<boolean, Browser>} */
    const browsers = new Map();

    before(async () => {
      assert.ok(existsSync(PACKAGE), "pkg/elements.js is not built yet. Run `cargo xtask build` first.");
      site = await serve();
      browsers.set(false, await BROWSERS[name]());
    });
    after(async () => {
      for (const browser of browsers.values()) await browser.close();
      await site?.close();
    });

    for (const [title, cases] of Object.entries(suites)) {
      describe(title, () => {
        for (const each of cases) {
          test(each.name, { timeout: 60_000 }, async () => {
            const dark = each.dark ?? false;
            const browser = browsers.get(dark) ?? (await BROWSERS[name]({ dark }));
            browsers.set(dark, browser);
            await runCase(browser, site, each, `${name}, ${title}, ${each.name}`);
          });
        }
      });
    }
  });
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
    quiet(await page.errors(), site, each.mishap);
  } catch (error) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot(`${PICTURES}${title.replace(/[^\w]+/g, "-").slice(0, 120)}.png`).catch(() => {}); // the test's own error matters more
    throw error;
  } finally {
    await page.close();
  }
}

/** @param {string[]} errors @param {Site} site @param {RegExp} [mishap] */
function quiet(errors, site, mishap) {
  const unexpected = (/** @type {string} */ line) => !/favicon/.test(line) && !mishap?.test(line);
  assert.deepEqual(errors.filter(unexpected), [], "the page stays quiet");
  const missing = site.asked.filter(({ status }) => status >= 400).map(({ path, status }) => `${status} ${path}`);
  assert.deepEqual(missing.filter(unexpected), [], "everything that the page asks for is there");
}
