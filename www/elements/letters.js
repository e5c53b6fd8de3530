// Under which letter a headword stands, and in which order: as the glossary's language has it. In Spanish Á is an A and Ñ a
// letter of its own; in Danish Æ is one, in French Œ stands under O.

import { Words } from "./strings/words.js";

/** @import { Term } from "../api/types.js" */

/** Digits and all that is no letter. */
const OTHERS = "#";
/** Two letters in one, but where they are one letter, and then they come after Z. @type {Record<string, string>} */
const PAIRS = { Æ: "AE", Œ: "OE", æ: "ae", œ: "oe" };

/**
 * @param {string} named  the glossary's language, which may be none
 */
export function alphabet(named) {
  const { language } = new Words({ language: named });
  const order = new Intl.Collator(language, { numeric: true });
  const { compare } = new Intl.Collator(language, { sensitivity: "base" });
  /** By how headwords begin, since few beginnings serve many terms. @type {Map<string, string>} */
  const letters = new Map();
  /** @type {Map<Term, string>} */
  const keys = new Map();

  /** @param {string} first */
  const letterOf = (first) => {
    if (!/\p{L}/u.test(first)) return OTHERS;
    const own = first.toLocaleUpperCase(language).normalize();
    const plain = own.normalize("NFD").replace(/\p{M}/gu, "");
    const letter = compare(plain, own) === 0 ? ([...plain][0] ?? own) : own;
    return [...letters.values()].find((other) => compare(other, letter) === 0) ?? letter;
  };

  const inTwo = (/** @type {string} */ text) => text.replace(/[æœ]/giu, (one) => (compare(one, "z") < 0 ? (PAIRS[one] ?? one) : one));

  return {
    /** Without signs in front, such as a quotation mark. @param {Term} term */
    letter(term) {
      const [first = ""] = /[\p{L}\p{N}]\p{M}*/u.exec(inTwo(term.term).normalize("NFD")) ?? [];
      const known = letters.get(first) ?? letterOf(first);
      letters.set(first, known);
      return known;
    },

    /** @param {Term[]} terms */
    sort(terms) {
      for (const term of terms) keys.set(term, inTwo(term.term).replace(/^[^\p{L}\p{N}]+/u, ""));
      return terms.sort((a, b) => order.compare(keys.get(a) ?? "", keys.get(b) ?? ""));
    },
  };
}
