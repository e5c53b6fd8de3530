// What readers type, drawn from a catalog by a seed: words letter by letter, to measure time, and known items with all
// classes of slips, to measure what is found.

import { random } from "./random.mjs";

/** @import { Resource } from "./catalog.mjs" */
/** @import { Random } from "./random.mjs" */

/** A query and the resource that its reader has in mind. @typedef {{ query: string, id: string }} KnownItem */

/** How many resources may have all words of a known-item query: if more do, no engine could tell which one is meant. */
const AMBIGUOUS = 10;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Two to four words of a title, typed letter by letter; every third with a slip in one word.
 * @param {Resource[]} resources
 * @param {number} count  how many titles are typed
 * @param {number} seed
 * @returns {string[][]}  for each, what stands in the box after each letter
 */
export function typings(resources, count, seed) {
  const chance = random(seed);
  /** @type {string[][]} */
  const made = [];
  for (let tries = 0; made.length < count && tries < count * 50; tries++) {
    const words = titleWords(chance, chance.pick(resources));
    if (words.length < 2) continue;
    const typed = made.length % 3 === 2 ? slipOneOf(chance, words) : words;
    if (!typed) continue;
    const letters = [...typed.join(" ")];
    made.push(letters.map((_, at) => letters.slice(0, at + 1).join("")).filter((text) => !text.endsWith(" ")));
  }
  return made;
}

/**
 * A class of known-item queries: which words its reader remembers, and what becomes of them on the way to the box.
 * @typedef {object} Class
 * @property {(chance: Random, resource: Resource) => string[]} remember
 * @property {(chance: Random, words: string[]) => string[] | undefined} type  nothing when the words don't suit the class
 */

/** @type {Record<string, Class>} */
const CLASSES = {
  exact: { remember: titleWords, type: (_, words) => words },
  reversed: { remember: titleWords, type: (_, words) => words.reverse() },
  prefix: { remember: titleWords, type: (chance, words) => withLast(words, 5, (word) => cut(chance, word, 3)) },
  slip: { remember: titleWords, type: (chance, words) => slipOneOf(chance, words) },
  "slip, unfinished": { remember: titleWords, type: (chance, words) => withLast(words, 8, (word) => slip(chance, cut(chance, word, 6))) },
  glued: { remember: titleWords, type: (_, [first, second, ...others]) => [first + second, ...others] },
  split: { remember: titleWords, type: (chance, words) => splitOneOf(chance, words) },
  "across fields": { remember: wordsOfSeveralFields, type: (_, words) => words },
};

/** The classes' names, in the order of the table. */
export const CLASS_NAMES = Object.keys(CLASSES);

/**
 * Known-item queries of every class.
 * @param {Resource[]} resources
 * @param {number} count  how many of each class, if the catalog has so many
 * @param {number} seed
 * @returns {Record<string, KnownItem[]>}
 */
export function knownItems(resources, count, seed) {
  const vocabularies = resources.map((resource) => new Set(wordsOf(Object.values(fieldsOf(resource)).join(" "))));
  const identify = (/** @type {string[]} */ words) => {
    const having = vocabularies.filter((vocabulary) => words.every((word) => vocabulary.has(word)));
    return having.length <= AMBIGUOUS;
  };
  return Object.fromEntries(Object.entries(CLASSES).map(([name, { remember, type }], number) => {
    const chance = random(seed + number);
    /** @type {KnownItem[]} */
    const items = [];
    for (let tries = 0; items.length < count && tries < count * 30; tries++) {
      const resource = chance.pick(resources);
      const words = remember(chance, resource);
      if (words.length < 2 || !identify(words)) continue;
      const typed = type(chance, words);
      if (typed) items.push({ query: typed.join(" "), id: resource.id });
    }
    return [name, items];
  }));
}

/** A text's words in small letters; marks stay. @param {string} text */
export function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** @param {Resource} resource */
function fieldsOf({ title, authors, organizations, topics, description }) {
  return { title, authors: authors.join(" "), organizations: organizations.join(" "), topics: topics.join(" "), description };
}

/** Two to four words that follow each other in a title. @param {Random} chance @param {Resource} resource */
function titleWords(chance, resource) {
  const words = wordsOf(resource.title);
  const length = Math.min(words.length, 2 + chance.integer(3));
  const start = chance.integer(words.length - length + 1);
  return words.slice(start, start + length);
}

/** One word of each of up to three fields. @param {Random} chance @param {Resource} resource */
function wordsOfSeveralFields(chance, resource) {
  const { organizations: _, ...fields } = fieldsOf(resource);
  const lists = Object.values(fields).map((text) => wordsOf(text).filter((word) => word.length >= 4));
  return lists.filter((list) => list.length > 0).slice(0, 3).map((list) => chance.pick(list));
}

/**
 * The words with the last one changed, if that has at least so many letters.
 * @param {string[]} words
 * @param {number} length
 * @param {(word: string) => string} change
 */
function withLast(words, length, change) {
  const last = words[words.length - 1];
  return last.length < length ? undefined : [...words.slice(0, -1), change(last)];
}

/** A word's start: one to three letters are still to be typed, but `least` are there. @param {Random} chance @param {string} word @param {number} least */
function cut(chance, word, least) {
  return word.slice(0, Math.max(least, word.length - 1 - chance.integer(3)));
}

/** A slip in one of the words of five letters or more, if there is one. @param {Random} chance @param {string[]} words */
function slipOneOf(chance, words) {
  return changeOne(chance, words, 5, (word) => [slip(chance, word)]);
}

/** A gap in one of the words of eight letters or more. @param {Random} chance @param {string[]} words */
function splitOneOf(chance, words) {
  return changeOne(chance, words, 8, (word) => {
    const middle = 3 + chance.integer(word.length - 5);
    return [word.slice(0, middle), word.slice(middle)];
  });
}

/**
 * @param {Random} chance
 * @param {string[]} words
 * @param {number} length  how many letters the changed word has at least
 * @param {(word: string) => string[]} change
 */
function changeOne(chance, words, length, change) {
  const long = words.flatMap((word, index) => (word.length >= length ? [index] : []));
  if (long.length === 0) return undefined;
  const changed = chance.pick(long);
  return words.flatMap((word, index) => (index === changed ? change(word) : [word]));
}

/** A word with one slip after its first letter: a letter too many, missing, wrong, or swapped with the next. @param {Random} chance @param {string} word */
function slip(chance, word) {
  const at = 1 + chance.integer(word.length - 2);
  const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const other = chance.pick([...LETTERS].filter((candidate) => candidate !== letter));
  switch (chance.integer(letter === next ? 3 : 4)) {
    case 0: return before + other + letter + next + after;
    case 1: return before + next + after;
    case 2: return before + other + next + after;
    default: return before + next + letter + after;
  }
}
