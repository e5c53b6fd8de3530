// The catalogs that engines are measured on: one made from a seed, or any file of rows.
//
// A made catalog is like a real one where it matters to an engine: few words are frequent and most are rare (Zipf's law),
// titles are short and descriptions long, names recur, and kinds, topics and years are few.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { random } from "./random.mjs";

/** @import { Random } from "./random.mjs" */

/**
 * A resource as every engine gets it. Its id is its place in the catalog, as text: no engine pays for long ids.
 * @typedef {object} Resource
 * @property {string} id
 * @property {string} title
 * @property {string[]} authors
 * @property {string[]} organizations
 * @property {string[]} topics
 * @property {string} description
 * @property {string} kind
 * @property {number | undefined} year
 * @property {string | undefined} url
 */

/** @typedef {{ name: string, resources: Resource[] }} Catalog */

const ONSETS = ["b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "l", "m", "n", "p", "pl", "pr", "r", "s", "sh", "st", "t", "tr", "v", "w"];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const CODAS = ["", "", "", "l", "m", "n", "nd", "nt", "r", "rt", "s", "st", "t"];
const ENDINGS = ["", "", "", "", "al", "ed", "er", "ing", "ion", "ity", "ment", "ness", "s", "s"];
const SMALL_WORDS = ["the", "of", "and", "to", "in", "for", "a", "on", "with", "by", "from", "as"];
const KINDS = ["Article", "Book", "Case Study", "Guide", "Report", "Tool", "Toolkit", "Video", "Website"];

/**
 * Makes a catalog.
 * @param {number} count
 * @param {number} seed
 * @returns {Catalog}
 */
export function madeCatalog(count, seed) {
  const chance = random(seed);
  // As texts grow, new words keep coming, ever more slowly (Heaps' law, with the exponent usual for English).
  const words = distinct(Math.ceil(40 * count ** 0.6), () => madeWord(chance));
  const names = distinct(Math.ceil(count / 4) + 20, () => `${capital(madeWord(chance))} ${capital(madeWord(chance))}`);
  const topics = distinct(60, () => capital(text(chance, words, 1 + chance.integer(2), 0)));
  const organizations = distinct(Math.ceil(count / 20) + 10, () => title(chance, words, 2 + chance.integer(3)));
  const resources = Array.from({ length: count }, (_, index) => ({
    id: String(index),
    title: title(chance, words, 3 + chance.integer(7)),
    authors: several(chance, 1 + chance.integer(3), names),
    organizations: several(chance, chance.integer(2), organizations),
    topics: several(chance, 1 + chance.integer(4), topics),
    description: `${capital(text(chance, words, 20 + chance.integer(60), 0.4))}.`,
    kind: KINDS[zipf(chance, KINDS.length)],
    year: 1980 + chance.integer(47),
    url: `https://example.org/${index}`,
  }));
  return { name: `made, seed ${seed}`, resources };
}

/**
 * Reads a file of rows: JSON, also gzipped; a list, or an object that holds one as `resources`.
 * @param {string} file
 * @returns {Catalog}
 */
export function catalogOf(file) {
  const bytes = readFileSync(file);
  const data = JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const rows = Array.isArray(data) ? data : data.resources;
  if (!Array.isArray(rows)) throw new Error(`${file} holds no list of resources: a list of rows is wanted, or an object with "resources".`);
  const name = file.replace(/^.*[/\\]/, "").replace(/\.json(\.gz)?$/, "");
  return { name, resources: rows.filter((row) => row.title).map(resourceOf) };
}

/**
 * At most `count` resources of a catalog, evenly taken, numbered anew.
 * @param {Resource[]} resources
 * @param {number} count
 * @returns {Resource[]}
 */
export function sample(resources, count) {
  if (resources.length <= count) return resources;
  const step = resources.length / count;
  return Array.from({ length: count }, (_, index) => ({ ...resources[Math.floor(index * step)], id: String(index) }));
}

/** @param {Record<string, any>} row @param {number} index @returns {Resource} */
function resourceOf(row, index) {
  return {
    id: String(index),
    title: String(row.title),
    authors: texts(row.authors ?? row.author),
    organizations: texts(row.organizations ?? row.organization),
    topics: texts(row.topics ?? row.subjects),
    description: String(row.description ?? ""),
    kind: String(row.kind ?? ""),
    year: Number.isInteger(row.year) ? row.year : undefined,
    url: row.url || undefined,
  };
}

/** @param {unknown} value @returns {string[]} */
function texts(value) {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter(Boolean).map(String))];
}

/** @param {Random} chance */
function madeWord(chance) {
  let word = "";
  for (let syllables = 1 + chance.integer(3); syllables > 0; syllables--) word += chance.pick(ONSETS) + chance.pick(VOWELS);
  return word + chance.pick(CODAS) + chance.pick(ENDINGS);
}

/**
 * @param {number} count
 * @param {() => string} make
 * @returns {string[]}
 */
function distinct(count, make) {
  /** @type {Set<string>} */
  const made = new Set();
  while (made.size < count) made.add(make());
  return [...made];
}

/** A place in a list whose n-th element is drawn in proportion to 1/n, nearly. @param {Random} chance @param {number} length */
function zipf(chance, length) {
  return Math.min(length - 1, Math.floor(Math.exp(chance.fraction() * Math.log(length + 1))) - 1);
}

/**
 * @param {Random} chance
 * @param {string[]} words
 * @param {number} length
 * @param {number} small  how many of the words are the language's small ones
 */
function text(chance, words, length, small) {
  const draw = () => (chance.fraction() < small ? SMALL_WORDS[zipf(chance, SMALL_WORDS.length)] : words[zipf(chance, words.length)]);
  return Array.from({ length }, draw).join(" ");
}

/** @param {Random} chance @param {string[]} words @param {number} length */
function title(chance, words, length) {
  return text(chance, words, length, 0.2).split(" ").map((word, at) => (at === 0 || !SMALL_WORDS.includes(word) ? capital(word) : word)).join(" ");
}

/** @param {Random} chance @param {number} count @param {string[]} list */
function several(chance, count, list) {
  return [...new Set(Array.from({ length: count }, () => list[zipf(chance, list.length)]))];
}

/** @param {string} word */
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
