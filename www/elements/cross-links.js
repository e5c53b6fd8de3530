// Terms inside an entry's text, found by the matcher that finds them in articles, as ways to their own entries.

/** @import { Way } from "./leads.js" */

/** In place of a link's text: it belongs to no word, so a term neither stands in a link nor begins before one. */
const LINK = "\ufffc";

/**
 * Each term once in an entry, and never the entry's own: a definition full of links is hard to read.
 *
 * @param {Iterable<Element>} blocks
 * @param {string} id  of the entry's term
 * @param {Way} way
 */
export function crossLink(blocks, id, { glossary, to }) {
  const met = new Set([id]);
  for (const block of blocks) {
    const nodes = textsOf(block);
    const text = nodes.map((node) => (node.parentElement?.closest("a") ? LINK.repeat(node.length) : node.data)).join("");
    const matches = glossary.find(text).filter(({ term }) => !met.has(term) && met.add(term));
    // From the last to the first, so that the offsets of those before stay true.
    for (const { term, start, end } of matches.reverse()) {
      const range = document.createRange();
      range.setStart(...placeAt(nodes, start, 1));
      range.setEnd(...placeAt(nodes, end, 0));
      range.insertNode(to(term, range.extractContents()));
    }
    // An emphasis that was all link leaves its shell.
    for (const shell of block.querySelectorAll(":empty")) shell.remove();
  }
}

/** @param {Node} block @returns {Text[]} */
function textsOf(block) {
  return [...block.childNodes].flatMap((node) => (node instanceof Text ? [node] : textsOf(node)));
}

/**
 * The place of an offset in the joined text. Between two texts a match begins in the second and ends in the first.
 *
 * @param {Text[]} nodes
 * @param {number} offset
 * @param {0 | 1} reach  how many characters must follow in the same text
 * @returns {[Text, number]}
 */
function placeAt(nodes, offset, reach) {
  let before = 0;
  for (const node of nodes) {
    if (offset + reach <= before + node.length) return [node, offset - before];
    before += node.length;
  }
  throw new RangeError("a match lies beyond its text");
}
