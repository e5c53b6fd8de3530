// What is found: known items by class of slip, whole questions against judgements, and real misspellings.
//
// Everything here comes down to queries and, for each, the ids that would be right; an engine's answers are then counted.

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { CLASS_NAMES, knownItems } from "./queries.mjs";

/** @import { Resource } from "./catalog.mjs" */

/**
 * A trial of quality: what is searched, what is asked, and how the answers make figures.
 * @typedef {object} Trial
 * @property {string} name
 * @property {Resource[]} resources
 * @property {string[]} queries
 * @property {boolean} questions        whether the queries are whole sentences
 * @property {(answers: string[][]) => Record<string, number>} count  figures from 0 to 1; of the first queries, if not all were answered
 * @property {string} explained
 */

const PAGE = 10;

/**
 * Known items: a resource counts as found when it is among the first ten.
 * @param {string} name
 * @param {Resource[]} resources
 * @param {number} each  queries of each class
 * @param {number} seed
 * @returns {Trial}
 */
export function knownItemTrial(name, resources, each, seed) {
  const items = knownItems(resources, each, seed);
  // The classes take turns: an engine that runs out of time has answered as many of each.
  const asked = Array.from({ length: each }, (_, turn) => CLASS_NAMES.flatMap((type) => (items[type][turn] ? [{ type, ...items[type][turn] }] : []))).flat();
  return {
    name: `known items, ${name}`,
    resources,
    queries: asked.map(({ query }) => query),
    questions: false,
    count(answers) {
      return Object.fromEntries(CLASS_NAMES.map((type) => {
        const found = answers.flatMap((ids, index) => (asked[index].type === type ? [ids.slice(0, PAGE).includes(asked[index].id)] : []));
        return [type, share(found)];
      }));
    },
    explained: `hit@10, ${resources.length} resources, ${each} queries of each class`,
  };
}

/**
 * A test collection: documents, questions, and which documents answer them. nDCG@10 with gain 2^grade - 1.
 * @param {string} folder  with docs.jsonl, queries.jsonl (both also gzipped) and qrels.tsv (query, document, grade)
 * @returns {Trial}
 */
export function collectionTrial(folder) {
  const documents = jsonLines(join(folder, "docs.jsonl"));
  const resources = documents.map(({ id, title, text }, index) => resource(index, title || text.slice(0, 80) || String(id), text));
  /** @type {Map<string, Map<string, number>>} */
  const judgements = new Map();
  const place = new Map(documents.map(({ id }, index) => [String(id), String(index)]));
  for (const [query, document, grade] of tabbed(join(folder, "qrels.tsv"))) {
    const grades = judgements.get(query) ?? new Map();
    judgements.set(query, grades.set(place.get(document) ?? `absent ${document}`, Number(grade)));
  }
  const questions = jsonLines(join(folder, "queries.jsonl")).filter(({ id }) => judgements.has(String(id)));
  return {
    name: basename(folder),
    resources,
    queries: questions.map(({ text }) => text),
    questions: true,
    count(answers) {
      const scores = answers.map((ids, index) => ndcg(ids, judgements.get(String(questions[index].id)) ?? new Map()));
      return { "nDCG@10": mean(scores) };
    },
    explained: `nDCG@10, ${resources.length} documents, ${questions.length} questions`,
  };
}

/**
 * Real misspellings: found when a correction, which is a resource of its own, is among the first ten.
 * @param {string} file  lines of misspelling, tab, corrections with commas between
 * @returns {Trial}
 */
export function misspellingTrial(file) {
  const pairs = tabbed(file).filter(([wrong, right]) => wrong && right);
  const corrections = pairs.map(([, right]) => right.split(",").map((word) => word.trim()));
  const words = [...new Set(corrections.flat())];
  const place = new Map(words.map((word, index) => [word, String(index)]));
  return {
    name: "misspellings",
    resources: words.map((word, index) => resource(index, word, "")),
    queries: pairs.map(([wrong]) => wrong.replaceAll('"', "")),
    questions: false,
    count(answers) {
      const found = answers.map((ids, index) => corrections[index].some((word) => ids.slice(0, PAGE).includes(place.get(word) ?? "")));
      const first = answers.map((ids, index) => corrections[index].some((word) => ids[0] === place.get(word)));
      return { "among ten": share(found), first: share(first) };
    },
    explained: `share found, ${words.length} words, ${pairs.length} misspellings`,
  };
}

/** @param {string[]} ids @param {Map<string, number>} grades */
function ndcg(ids, grades) {
  const gain = (/** @type {number} */ grade, /** @type {number} */ rank) => (2 ** grade - 1) / Math.log2(rank + 2);
  const got = ids.slice(0, PAGE).reduce((sum, id, rank) => sum + gain(grades.get(id) ?? 0, rank), 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, PAGE).reduce((sum, grade, rank) => sum + gain(grade, rank), 0);
  return ideal > 0 ? got / ideal : 0;
}

/** @param {number} index @param {string} title @param {string} description @returns {Resource} */
function resource(index, title, description) {
  return { id: String(index), title, authors: [], organizations: [], topics: [], description, kind: "", year: undefined, url: undefined };
}

/** @param {string} file @returns {any[]} */
function jsonLines(file) {
  const text = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  return text.toString("utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** @param {string} file */
function tabbed(file) {
  return readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => line.split("\t"));
}

/** @param {boolean[]} found */
function share(found) {
  return mean(found.map(Number));
}

/** @param {number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
