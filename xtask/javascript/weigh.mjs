// @ts-check
// Weighs the package as a reader downloads it: `node weigh.mjs FOLDER BUNDLE.json [FILE…]` prints a line for each thing
// that a page may fetch: bytes, bytes after brotli 11, and its name. Files of a folder of their own come first.
//
// Node brings the reference encoder, the one that web servers use, so xtask needs none of its own. What imports what is
// told by bundle.mjs.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder = "pkg", bundle = "", ...files] = process.argv.slice(2);
/** @type {Record<string, { imports: string[] }>} */
const modules = JSON.parse(readFileSync(bundle, "utf8"));

/** What a page fetches that has an element, or calls for something: names of files without `.js`. */
const PAGES = {
  "list": ["elements", "list"],
  "glossary, popups": ["elements", "terms"],
  "glossary, A to Z": ["elements", "a-z"],
  "list and popups": ["elements", "list", "terms"],
  "list, popups and A to Z": ["elements", "list", "terms", "a-z"],
  "API alone": ["index"],
};

/** @param {string} file @param {Set<string>} [seen] */
function withImports(file, seen = new Set()) {
  if (!modules[file] || seen.has(file)) return seen;
  seen.add(file);
  for (const imported of modules[file].imports) withImports(imported, seen);
  return seen;
}

/** @type {Map<string, [number, number]>} */
const weighed = new Map();

/** @param {string} path @returns {[number, number]} */
function weigh(path) {
  const known = weighed.get(path);
  if (known) return known;
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  /** @type {[number, number]} */
  const weight = [bytes.length, brotliCompressSync(bytes, { params }).length];
  weighed.set(path, weight);
  return weight;
}

/** @param {string} name @param {string[]} paths */
function print(name, paths) {
  const weights = paths.map(weigh);
  const sum = (/** @type {0 | 1} */ of) => weights.reduce((total, weight) => total + weight[of], 0);
  console.log(`${sum(0)} ${sum(1)} ${name}`);
}

for (const file of files) print(basename(file), [file]);
for (const file of ["equity-catalog.wasm", "equity-catalog-builder.wasm", "without-wasm.js", "without-wasm-builder.js"]) print(file, [join(folder, file)]);
const atStart = new Set();
for (const [name, parts] of Object.entries(PAGES)) {
  const needed = new Set(parts.flatMap((part) => [...withImports(`${part}.js`)]));
  for (const file of needed) atStart.add(file);
  print(`JavaScript: ${name}`, [...needed].map((file) => join(folder, file)));
}
for (const file of Object.keys(modules).filter((each) => !atStart.has(each)).sort()) print(`on demand: ${file}`, [join(folder, file)]);
