// A page in a real browser, as every test sees it. Only here do questions and acts get their meaning; what differs
// from browser to browser is a `Tab`, a handful of primitives (puppeteer.mjs, webkit.mjs).

import { endCounting, startCounting } from "./counting.mjs";
import { inside } from "./inside.mjs";
import { readPdf } from "./pdf.mjs";

/** @typedef {import("./inside.mjs").Target} Target */
/** @typedef {import("./inside.mjs").Inside} Inside */

/**
 * What each browser must be able to do. All input is the browser's own, never a scripted `click()`.
 * @typedef {object} Tab
 * @property {(url: string) => Promise<void>} goto        returns after the load event
 * @property {(source: string) => Promise<any>} evaluate  an expression; promises are awaited; the answer is JSON
 * @property {(x: number, y: number) => Promise<void>} move
 * @property {() => Promise<void>} press                  the main mouse button, down and up where the pointer is
 * @property {() => Promise<void>} down                   the same button, down only
 * @property {() => Promise<void>} up
 * @property {(x: number, y: number) => Promise<void>} tap
 * @property {(down: number) => Promise<void>} wheel
 * @property {(text: string) => Promise<void>} type
 * @property {(keys: string[]) => Promise<void>} chord    held one after the other, then let go
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(file: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} close
 * @property {() => Promise<{ role: string, name: string }[]>} [accessibility]  the browser's own tree, flat; where it can be had
 * @property {() => Promise<void>} [collectGarbage]       at once, and all of it; where a test can ask for it
 * @property {(type: "print" | "screen") => Promise<void>} [medium]  what the page is laid out for; where a test can say so
 * @property {() => Promise<Uint8Array>} [print]          to PDF, A4
 * @property {string[]} console                           what the browser itself wrote, errors marked "error: "
 */

/** How long a page may take before a test gives up on it. */
const PATIENCE = 12_000;
const PAUSE = 25;

export class Page {
  /** @param {Tab} tab @param {string} origin */
  constructor(tab, origin) {
    this.tab = tab;
    this.origin = origin;
  }

  /** Opens an address of the test server. @param {string} path */
  open(path) {
    return this.tab.goto(new URL(path, this.origin).href);
  }

  /**
   * Runs a function inside the page. It gets the toolkit of inside.mjs first, then the arguments, all by value.
   * @template R
   * @template {unknown[]} A
   * @param {($: Inside, ...args: A) => R | Promise<R>} ask
   * @param {A} args
   * @returns {Promise<R>}
   */
  ask(ask, ...args) {
    const given = args.map((each) => JSON.stringify(each) ?? "undefined");
    return this.tab.evaluate(`(async () => (${ask})(${[`(${inside})()`, ...given].join(", ")}))()`);
  }

  /** Runs a script's source text, for tools too large to be a function of ours. @param {string} source */
  evaluate(source) {
    return this.tab.evaluate(source);
  }

  /**
   * Asks again and again until the answer is true. Between two pages there may be nobody to answer.
   * @template {unknown[]} A
   * @param {string} what  what the reader waits for, for the message when it never comes
   * @param {($: Inside, ...args: A) => boolean | Promise<boolean>} ask
   * @param {A} args
   */
  async until(what, ask, ...args) {
    const deadline = Date.now() + PATIENCE;
    /** @type {unknown} */
    let cause;
    const isSo = () => this.ask(ask, ...args).catch((error) => void (cause = error));
    while (!(await isSo())) {
      if (Date.now() > deadline) throw new Error(`waited ${PATIENCE / 1000} s in vain for: ${what}${cause instanceof Error ? `, and was told: ${cause.message}` : ""}`, { cause });
      await pause(PAUSE);
    }
  }

  /** Waits until the thing is there to be seen. @param {Target} target */
  see(target) {
    return this.until(JSON.stringify(target), ($, wanted) => $.all(wanted).length > 0, target);
  }

  /** Waits until nothing of the kind is there to be seen. @param {Target} target */
  gone(target) {
    return this.until(`no ${JSON.stringify(target)}`, ($, wanted) => $.all(wanted).length === 0, target);
  }

  /** @param {Target} target */
  count(target) {
    return this.ask(($, wanted) => $.all(wanted).length, target);
  }

  /** The text of each, as it is read out. @param {Target} target */
  texts(target) {
    return this.ask(($, wanted) => $.all(wanted).map($.content), target);
  }

  /** The accessible name of each. @param {Target} target */
  names(target) {
    return this.ask(($, wanted) => $.all(wanted).map($.name), target);
  }

  /** An attribute of the first. @param {Target} target @param {string} attribute */
  attribute(target, attribute) {
    return this.ask(($, wanted, key) => $.one(wanted).getAttribute(key), target, attribute);
  }

  /** What has the focus. */
  focused() {
    return this.ask(($) => $.describe($.active()));
  }

  /** Puts the pointer on it. @param {Target} target */
  async hover(target) {
    const { x, y } = await this.point(target);
    await this.tab.move(x, y);
  }

  /** @param {Target} target */
  async click(target) {
    await this.hover(target);
    await this.tab.press();
  }

  /** Presses the mouse button and lets it go only once something else is done. @param {() => Promise<void>} between */
  async drag(between) {
    await this.tab.down();
    await between();
    await this.tab.up();
  }

  /** @param {Target} target */
  async tap(target) {
    const { x, y } = await this.point(target);
    await this.tab.tap(x, y);
  }

  /** Where a pointer meets it. @param {Target} target */
  async point(target) {
    await this.see(target);
    return this.ask(($, wanted) => $.point(wanted), target);
  }

  /** Puts the pointer at a place of the window. @param {number} x @param {number} y */
  moveTo(x, y) {
    return this.tab.move(x, y);
  }

  /** Turns the wheel. @param {number} down */
  wheel(down) {
    return this.tab.wheel(down);
  }

  /** Types text where the focus is. @param {string} text */
  type(text) {
    return this.tab.type(text);
  }

  /** Presses a key or a chord: "Tab", "Shift+Tab", "Enter", "Space", "Escape". @param {string} keys */
  press(keys) {
    return this.tab.chord(keys.split("+"));
  }

  /** Clicks a field and replaces what it holds. @param {Target} field @param {string} text */
  async fill(field, text) {
    await this.click(field);
    await this.press("Control+a");
    await this.press("Backspace");
    await this.type(text);
  }

  /**
   * What each frame draws below a thing while something is done, frames that draw nothing left out. Shadow roots count.
   * @param {Target} target
   * @param {() => Promise<void>} act
   */
  async nodesPerFrame(target, act) {
    await this.ask(startCounting, target);
    await act();
    return this.ask(endCounting);
  }

  /** Spaces lines, words, letters and paragraphs as WCAG 1.4.12 lets a reader, in the page and in every shadow root that is there. */
  spaceText() {
    return this.ask(($) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
      const roots = [document, ...[...$.walk(document.body)].map(({ shadowRoot }) => shadowRoot).filter((root) => root !== null)];
      for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
  }

  /** Letters of the page so many times as large, as a reader's own setting makes them. @param {number} times */
  enlargeText(times) {
    return this.ask((_, size) => document.documentElement.style.setProperty("font-size", size, "important"), `${times * 100}%`);
  }

  /** Zooms a window of 1280 by 1024: to the page it then is as many times narrower. @param {number} times */
  zoom(times) {
    return this.resize(Math.round(1280 / times), Math.round(1024 / times));
  }

  /** Lays the page out for paper, or for the screen again. @param {"print" | "screen"} medium */
  async medium(medium) {
    if (!this.tab.medium) throw new Error("this browser lays out for the screen only: the test needs `needs: \"print\"`");
    await this.tab.medium(medium);
  }

  /** What stands on paper when the page is printed. */
  async print() {
    if (!this.tab.print) throw new Error("this browser can't be asked to print: the test needs `needs: \"print\"`");
    return readPdf(await this.tab.print());
  }

  /** The size of the page's own window. @param {number} width @param {number} height */
  resize(width, height) {
    return this.tab.resize(width, height);
  }

  /** @param {string} file */
  screenshot(file) {
    return this.tab.screenshot(file);
  }

  /** Everything that went wrong on the page so far, in the browser's words and the collector's. */
  async errors() {
    const collected = await this.ask(() => /** @type {{ collected?: string[] }} */ (globalThis).collected ?? null);
    return [...this.tab.console.filter((line) => line.startsWith("error: ")), ...(collected ?? ["error: the collector did not run"])];
  }

  close() {
    return this.tab.close();
  }
}

/** @param {number} milliseconds @returns {Promise<void>} */
export function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
