// Chromium (over CDP) and Firefox (over WebDriver BiDi) by one package, puppeteer-core.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { executable } from "./executables.mjs";

/** @typedef {import("./page.mjs").Tab} Tab */
/** @typedef {import("puppeteer-core").KeyInput} KeyInput */

/** @typedef {{ open(): Promise<Tab>, close(): Promise<void> }} Browser */

/**
 * What a reader has set in the system: dark, few colours of their own, no motion.
 * @typedef {{ dark?: boolean, forcedColors?: boolean, still?: boolean }} Settings
 */

const HOVERING_MOUSE = 4 | 2; // Firefox's own bits for a pointer that hovers and is fine

/** @param {Settings} settings @returns {Promise<Browser>} */
export async function chromium({ dark = false, forcedColors = false, still = false } = {}) {
  const args = [
    // Without a screen Chromium thinks there is no mouse, and pages that ask for one would hide what it opens.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  const browser = await puppeteer.launch({ browser: "chrome", executablePath: executable("chromium"), args, defaultViewport: null, downloadBehavior: { policy: "deny" } });
  return around(browser, async (page) => {
    const client = await page.createCDPSession();
    const features = [
      { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
      { name: "forced-colors", value: forcedColors ? "active" : "none" },
      { name: "prefers-reduced-motion", value: still ? "reduce" : "no-preference" },
    ];
    const medium = (/** @type {string} */ media) => client.send("Emulation.setEmulatedMedia", { media, features });
    await medium("");
    return {
      medium: async (type) => void (await medium(type === "print" ? "print" : "")),
      print: () => page.pdf({ format: "a4", printBackground: true }),
      accessibility: () => readOut(page),
      collectGarbage: async () => void (await client.send("HeapProfiler.collectGarbage")),
    };
  });
}

/** @param {Settings} settings @returns {Promise<Browser>} */
export async function firefox({ dark = false, forcedColors = false, still = false } = {}) {
  const downloads = mkdtempSync(join(tmpdir(), "firefox-test-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: executable("firefox"),
    defaultViewport: null,
    extraPrefsFirefox: {
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
      "ui.prefersReducedMotion": still ? 1 : 0,
      // 2 has the reader's colours win over every page's.
      ...(forcedColors ? { "browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1 } : {}),
      // The panel that tells of a download opens over the next test's page, and takes its keys.
      "browser.download.alwaysOpenPanel": false,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "ui.primaryPointerCapabilities": HOVERING_MOUSE,
      "ui.allPointerCapabilities": HOVERING_MOUSE,
    },
  });
  return around(browser, async () => ({}), () => rmSync(downloads, { recursive: true, force: true }));
}

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {(page: import("puppeteer-core").Page) => Promise<Partial<Tab>>} prepare  gives what only this browser can do
 * @param {() => void} [clear]  what is left to do when it is closed
 * @returns {Browser}
 */
function around(browser, prepare, clear) {
  return {
    async open() {
      const page = await browser.newPage();
      const more = await prepare(page);
      return Object.assign(tabOf(page), more);
    },
    async close() {
      await browser.close();
      clear?.();
    },
  };
}

/** Chromium's own accessibility tree, in order and flat. @param {import("puppeteer-core").Page} page */
async function readOut(page) {
  /** @type {{ role: string, name: string }[]} */
  const nodes = [];
  /** @param {import("puppeteer-core").SerializedAXNode | null} node */
  const visit = (node) => {
    if (!node) return;
    nodes.push({ role: node.role === "DisclosureTriangle" ? "button" : node.role, name: (node.name ?? "").replace(/\s+/gu, " ").trim() });
    node.children?.forEach(visit);
  };
  visit(await page.accessibility.snapshot({ interestingOnly: false }));
  return nodes;
}

/** @param {import("puppeteer-core").Page} page @returns {Tab} */
function tabOf(page) {
  /** @type {string[]} */
  const lines = [];
  page.on("console", (message) => lines.push(`${message.type()}: ${message.text()} (${message.location().url ?? ""})`));
  page.on("pageerror", (error) => lines.push(`error: ${error instanceof Error ? error.message : error}`));

  return {
    console: lines,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (source) => page.evaluate(source),
    move: (x, y) => page.mouse.move(x, y),
    async press() {
      await page.mouse.down();
      await page.mouse.up();
    },
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    tap: (x, y) => page.touchscreen.tap(x, y),
    wheel: (down) => page.mouse.wheel({ deltaY: down }),
    type: (text) => page.keyboard.type(text),
    async chord(keys) {
      const names = /** @type {KeyInput[]} */ (keys.map((key) => (key === "Space" ? " " : key)));
      for (const key of names) await page.keyboard.down(key);
      for (const key of names.reverse()) await page.keyboard.up(key);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async (file) => void (await page.screenshot({ path: /** @type {`${string}.png`} */ (file) })),
    close: () => page.close(),
  };
}
