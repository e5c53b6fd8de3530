// Finding a glossary's terms in a long text: ours, compiled for this machine and for the browser, beside one regular expression of all terms, and
// beside mark.js, which many pages use to mark words.
//
// All get the same terms and the same text and only find: nobody changes a page. What each finds isn't the same: the regular expression and
// mark.js know the terms as they are written, ours their plurals, possessives, hyphens and accents too, so the counts are told with the times.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Catalog } from "../pkg/index.js";
import { madeCatalog } from "./catalog.mjs";
import { marked } from "./mark.mjs";
import { random } from "./random.mjs";

/** @typedef {{ id: string, term: string, forms: string[] }} Term */
/** @typedef {{ name: string, terms: Term[] }} Glossary */
/** @typedef {{ name: string, text: string }} Article */
/** @typedef {{ name: string, matches: number, time: number, fastest: number }} Finder  in milliseconds, the median and the least */
/** @typedef {{ glossary: string, terms: number, article: string, megabytes: number, finders: Finder[], opening: { terms: number, node: number, bytes: number } }} Findings */

/** So many terms are looked for; opening is measured with all of them. */
const TERMS = 1_000;

/**
 * A glossary from a file: JSON, also gzipped; a list of rows `{ id, term, aliases }`, or an object that holds one as `terms`.
 * @param {string} file
 * @returns {Glossary}
 */
export function glossaryOf(file) {
  const data = JSON.parse(contentOf(file));
  const rows = Array.isArray(data) ? data : data.terms;
  if (!Array.isArray(rows)) throw new Error(`${file} holds no list of terms: a list of rows is wanted, or an object with "terms".`);
  const terms = rows.map((row, at) => ({ id: String(at), term: String(row.term), forms: [row.aliases ?? row.forms ?? []].flat().filter(Boolean).map(String) }));
  return { name: nameOf(file), terms };
}

/** A text from a file; of HTML, what stands between the tags. @param {string} file @returns {Article} */
export function articleOf(file) {
  const content = contentOf(file).replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gis, "").replaceAll(/<[^>]*>/g, "");
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0", mdash: "—", ndash: "–", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", eacute: "é", egrave: "è" };
  const letter = (/** @type {string} */ whole, /** @type {string} */ name) =>
    name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1).replace(/^x/i, "0x"))) : (named[/** @type {keyof typeof named} */ (name)] ?? whole);
  return { name: nameOf(file), text: content.replaceAll(/&(#?\w+);/g, letter) };
}

/** A glossary of 4,000 terms of one to three words, and a text of other words in which one of them stands about every fifty words. @param {number} seed */
export function madeGlossary(seed) {
  const chance = random(seed);
  const titles = madeCatalog(4_000, seed + 1).resources.map(({ title }) => title.split(" "));
  // A short word alone would be a small one, "of" or "the".
  const terms = titles.map((words, at) => ({ id: String(at), term: words.slice(0, (words[0].length < 7 ? 2 : 1) + chance.integer(2)).join(" "), forms: [] }));
  const paragraphs = madeCatalog(1_000, seed).resources.map(({ description }) => `${description} ${chance.pick(terms).term}.`);
  return { glossary: { name: `made, seed ${seed}`, terms }, article: { name: `made, seed ${seed}`, text: paragraphs.join("\n\n") } };
}

/**
 * @param {Glossary} glossary
 * @param {Article} article
 * @param {string} folder  to write into
 * @param {number} runs
 * @returns {Promise<Findings>}
 */
export async function findings(glossary, { name, text }, folder, runs) {
  mkdirSync(folder, { recursive: true });
  const terms = glossary.terms.slice(0, TERMS);
  const file = join(folder, "text.txt");
  writeFileSync(file, text);
  const pack = packOf(terms, folder);
  const catalog = await Catalog.open(new Uint8Array(readFileSync(pack)));
  const spellings = [...new Set(terms.flatMap(({ term, forms }) => [term, ...forms]))].sort((a, b) => b.length - a.length);
  const escaped = spellings.map((spelling) => spelling.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");

  const native = JSON.parse(run(["find", pack, file, "--times", String(runs)]));
  const finders = [
    { name: "ours, WebAssembly", find: () => catalog.glossary.find(text).length, most: runs },
    { name: "a regular expression of all terms", find: () => [...text.matchAll(expression)].length, most: 5 },
    { name: "mark.js 8.11.1", find: marked(text, spellings), most: 2 },
  ].map((finder) => ({ ...finder, matches: 0, times: /** @type {number[]} */ ([]) }));
  // They take turns, so that whatever else the machine does hits all alike.
  for (let turn = 0; turn < runs; turn++) {
    for (const finder of finders.filter(({ most }) => turn < most)) {
      const started = performance.now();
      finder.matches = finder.find();
      finder.times.push(performance.now() - started);
    }
  }
  catalog.free();

  const whole = new Uint8Array(readFileSync(packOf(glossary.terms, folder)));
  const openings = [];
  for (let turn = 0; turn < runs; turn++) {
    const started = performance.now();
    const opened = await Catalog.open(whole);
    opened.glossary.find("one word");
    openings.push(performance.now() - started);
    opened.free();
  }
  const all = [{ name: "ours, compiled for this machine", ...native }, ...finders];
  return {
    glossary: glossary.name,
    terms: terms.length,
    article: name,
    megabytes: Buffer.byteLength(text) / 1e6,
    finders: all.map(({ name, matches, times }) => ({ name, matches, time: median(times), fastest: Math.min(...times) })),
    opening: { terms: glossary.terms.length, node: median(openings), bytes: whole.length },
  };
}

/** @param {Findings} findings */
export function glossaryTable({ glossary, terms, article, megabytes, finders, opening }) {
  const [, { time: ours }] = finders;
  const speed = (/** @type {number} */ time) => (megabytes / (time / 1e3)).toFixed(1);
  const rows = finders.map(({ name, matches, time, fastest }) =>
    `| ${[name, matches, time.toFixed(2), fastest.toFixed(2), speed(time), speed(fastest), (time / ours).toFixed(2)].join(" | ")} |`);
  return [
    `## ${glossary}: ${terms} terms in ${article}, ${megabytes.toFixed(2)} MB`,
    ["| | found | median ms | fastest ms | MB/s | at best | × ours in WebAssembly |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: |", ...rows].join("\n"),
    `Opening ${opening.terms} terms (${Math.round(opening.bytes / 1e3)} KB) and finding those of two words: ${opening.node.toFixed(2)} ms.`,
  ].join("\n\n");
}

/** @param {Term[]} terms @param {string} folder */
function packOf(terms, folder) {
  const [records, pack] = [join(folder, "terms.json"), join(folder, `${terms.length}.pack`)];
  writeFileSync(records, JSON.stringify({ title: "Glossary to measure with", language: "en", terms: terms.map((term) => ({ ...term, senses: [] })) }));
  run(["build", records, "-o", pack]);
  return pack;
}

/** What the command-line tool prints. @param {string[]} words */
function run(words) {
  const tool = process.env.EQUITY_CATALOG_TOOL;
  if (!tool) throw new Error("EQUITY_CATALOG_TOOL must name the command-line tool; `cargo xtask bench` sets it.");
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: "utf8", maxBuffer: Infinity });
  // Terms of other people's making give many warnings, which say nothing here.
  if (status !== 0) throw new Error(stderr?.split("\n").filter((line) => line.startsWith("error")).join("\n") || `${tool} can't be run`);
  return stdout;
}

/** @param {string} file */
function contentOf(file) {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** @param {string} file */
function nameOf(file) {
  return file.replace(/^.*[/\\]/, "").replace(/(\.\w+)(\.gz)?$/, "");
}

/** @param {number[]} times */
function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
