// What a reader may look up in the glossary: every word of an entry by its beginning, without capitals and marks. Knows no
// document.

import { fold } from "./terms.js";

/** @import { Block, Span, Term } from "../api/types.js" */

/** @typedef {{ term: Term, names: string, all: string }} Indexed  its headword and forms, and all of its words */

/** Scripts that write words without spaces: there a word may begin anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A text's words, each with a space before it, so that looking for " rac" finds words that begin so.
 *
 * @param {string} text
 */
function spaced(text) {
  const words = fold(text).replace(/['’]/gu, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // An Arabic word with its article is looked for without it too.
  return words.map((word) => (word.startsWith("ال") ? ` ${word} ${word.slice(2)}` : ` ${word}`)).join("");
}

/**
 * What a query asks for: beginnings of words, all of which an entry must have.
 *
 * @param {string} query
 */
export function beginnings(query) {
  const words = fold(query).replace(/['’]/gu, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.map((word) => (UNSPACED.test(word) ? word : ` ${word}`));
}

/**
 * @param {Term} term
 * @returns {Indexed}
 */
export function indexed(term) {
  const names = spaced([term.term, ...term.forms].join(" "));
  const senses = term.senses.flatMap(({ text, examples, sources }) => [plainText(text), plainText(examples), ...sources]);
  return { term, names, all: names + spaced([...senses, ...term.related, ...term.locations.flat()].join(" ")) };
}

/**
 * How an entry answers: by its name, by some other word of it, or not at all.
 *
 * @param {Indexed} entry
 * @param {string[]} wanted  as `beginnings` gives them
 */
export function answers({ names, all }, wanted) {
  if (wanted.every((word) => names.includes(word))) return "name";
  return wanted.every((word) => all.includes(word)) ? "text" : undefined;
}

/**
 * Where the words that begin so stand in a name.
 *
 * @param {string} name
 * @param {string[]} wanted
 * @returns {[start: number, end: number][]}
 */
export function placesIn(name, wanted) {
  return [...name.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)].flatMap(({ 0: word, index }) => {
    for (let length = 1; length <= word.length; length += 1) {
      const isWhole = !/^\p{M}/u.test(word.slice(length));
      if (isWhole && wanted.some((beginning) => spaced(word.slice(0, length)).startsWith(beginning))) return [[index, index + length]];
    }
    return [];
  });
}

/**
 * The words of some prose.
 *
 * @param {Block[]} blocks
 * @returns {string}
 */
function plainText(blocks) {
  return blocks
    .map((block) => {
      if ("ul" in block) return block.ul.map(plainText).join(" ");
      if ("ol" in block) return block.ol.map(plainText).join(" ");
      if ("quote" in block) return plainText(block.quote);
      return spanText(block.p);
    })
    .join(" ");
}

/**
 * @param {Span[]} list
 * @returns {string}
 */
function spanText(list) {
  return list
    .map((span) => {
      if (typeof span === "string") return span;
      return spanText("em" in span ? span.em : "strong" in span ? span.strong : span.a);
    })
    .join("");
}
