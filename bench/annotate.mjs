// How long annotating an article holds the page: `node bench/annotate.mjs`, after `cargo xtask build`.
//
//   --text FILE      an HTML file whose body is the article; without it the definitions are
//   --terms FILE     a JSON list of { term, definition }; without it terms are made up
//   --bytes N        the article is repeated until it has so many characters (a million)
//   --slower N       so many times as slow as this machine (4)
//   --occurrences W  first, section or all
//   --mode W         wrap or highlight
//
// Chromium tells how long each of its tasks took, between adding the element and the last mark, and while it is taken away again. Tasks in which
// a frame is drawn are told apart: in a long page any change costs the browser a look at all of it. What one word in bold costs, put there before
// the element came, stands beside them.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import puppeteer from "puppeteer-core";
import { executable } from "../tests/browser/driver/executables.mjs";
import { serve } from "../tests/browser/server.mjs";
import { random } from "./random.mjs";

const { values: options } = parseArgs({
  options: {
    text: { type: "string" },
    terms: { type: "string" },
    bytes: { type: "string", default: "1000000" },
    slower: { type: "string", default: "4" },
    occurrences: { type: "string", default: "section" },
    mode: { type: "string", default: "wrap" },
  },
});

/** @typedef {{ term: string, definition: string }} Entry */

/** A thousand terms of two words, defined by words among which they are. @returns {Entry[]} */
function madeUp() {
  const { integer, pick } = random(1);
  const word = () => Array.from({ length: 2 + integer(3) }, () => pick("bcdfghlmnprst") + pick("aeiou")).join("");
  const words = Array.from({ length: 3000 }, word);
  const terms = Array.from(new Set(Array.from({ length: 1000 }, () => `${pick(words)} ${pick(words)}`)));
  return terms.map((term) => ({ term, definition: `${Array.from({ length: 60 }, () => (integer(15) === 0 ? pick(terms) : pick(words))).join(" ")}.` }));
}

/** @type {Entry[]} */
const entries = options.terms ? JSON.parse(readFileSync(options.terms, "utf8")) : madeUp();
const html = options.text ? readFileSync(options.text, "latin1") : "";
const site = await serve();
const browser = await puppeteer.launch({
  browser: "chrome",
  executablePath: executable("chromium"),
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-dev-shm-usage"],
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 800 });
await page.goto(`${site.origin}test/annotate/bare.html`);

const size = await page.evaluate(async (given, source, wanted) => {
  const article = document.createElement("article");
  const definitions = document.createDocumentFragment();
  for (const { term, definition } of given) {
    definitions.append(Object.assign(document.createElement("h2"), { textContent: term }), Object.assign(document.createElement("p"), { textContent: definition }));
  }
  const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("bench", { createHTML: (/** @type {string} */ text) => text });
  const one = source ? new DOMParser().parseFromString(trusted?.createHTML(source) ?? source, "text/html").body : definitions;
  for (const each of /** @type {ParentNode} */ (one).querySelectorAll("script, style, img")) each.remove();
  let length = 0;
  while (length < wanted) {
    article.append(...[...one.childNodes].map((node) => node.cloneNode(true)));
    length = article.textContent?.length ?? 0;
  }
  document.body.append(article);
  const { Catalog } = await import(/** @type {string} */ ("/pkg/index.js"));
  const terms = given.map(({ term, definition }, index) => ({ id: `t${index}`, term, senses: [{ text: [definition] }] }));
  const catalog = await Catalog.from({ title: "Bench", language: "en", terms, resources: [] });
  Object.assign(globalThis, { catalog });
  return { length, elements: article.querySelectorAll("*").length };
}, entries, html, Number(options.bytes));

const session = await page.createCDPSession();
await session.send("Emulation.setCPUThrottlingRate", { rate: Number(options.slower) });

/**
 * The tasks of the page's main thread while something is done, in milliseconds, the longest first: the time that the thread had, so that
 * what else this machine is busy with doesn't count.
 *
 * @param {() => Promise<any>} act
 */
async function tasks(act) {
  await page.tracing.start({ categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  const done = await act();
  const trace = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString("utf8"));
  /** @type {any[]} */
  const events = trace.traceEvents;
  const main = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const ours = events.filter(({ pid, tid }) => main.has(`${pid} ${tid}`));
  const drawn = ours.filter(({ name }) => name === "PrePaint").map(({ ts }) => ts);
  const times = ours.filter(({ name, tdur = 0 }) => name === "RunTask" && tdur > 0).map(({ ts, dur, tdur }) => ({
    time: tdur / 1000,
    draws: drawn.some((at) => at >= ts && at <= ts + dur),
  }));
  const longest = (/** @type {boolean} */ draws) => times.filter((task) => task.draws === draws).map(({ time }) => time).sort((a, b) => b - a);
  return { done, script: longest(false), frames: longest(true) };
}

const bold = await tasks(() => page.evaluate(async () => {
  const text = document.querySelector("article p")?.firstChild;
  if (text instanceof Text) {
    text.splitText(5);
    const strong = document.createElement("b");
    text.before(strong);
    strong.append(text);
  }
  await new Promise((done) => setTimeout(done, 500));
}));
const added = await tasks(() => page.evaluate(async (given) => {
  /** @type {number[]} */
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  const glossary = /** @type {any} */ (document.createElement("equity-glossary"));
  glossary.catalog = /** @type {any} */ (globalThis).catalog;
  for (const [name, value] of Object.entries(given)) glossary.setAttribute(name, value);
  const ready = new Promise((done) => glossary.addEventListener("equity-catalog:ready", done, { once: true }));
  const start = performance.now();
  document.body.prepend(glossary);
  await ready;
  while (glossary.shadowRoot.querySelector("[aria-busy]")) await new Promise((done) => setTimeout(done, 50));
  const time = performance.now() - start;
  await new Promise((done) => setTimeout(done, 500));
  return { time, long, marks: document.querySelectorAll(".equity-term").length };
}, { annotate: "article", occurrences: options.occurrences, mode: options.mode }));
const removed = await tasks(() => page.evaluate(async () => {
  document.querySelector("equity-glossary")?.remove();
  await new Promise((done) => setTimeout(done, 500));
  return document.querySelectorAll(".equity-term").length;
}));
await browser.close();
await site.close();

const list = (/** @type {number[]} */ times) => `${times.slice(0, 3).map((time) => time.toFixed(0)).join(", ")} ms`;
/** @param {{ script: number[], frames: number[] }} measured */
const told = ({ script, frames }) => `longest tasks ${list(script)} (${script.filter((time) => time > 50).length} over 50), longest frames ${list(frames)} (of ${frames.length})`;
console.log(`${entries.length} terms, ${size.length} characters in ${size.elements} elements, ${options.slower} times slower, occurrences=${options.occurrences}, mode=${options.mode}`);
console.log(`one word in bold: ${told(bold)}`);
console.log(`added, ${added.done.marks} marks in ${added.done.time.toFixed(0)} ms: ${told(added)}`);
console.log(`removed, ${removed.done} marks left: ${told(removed)}`);
