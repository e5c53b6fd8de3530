// mark.js without a page: it takes text nodes from a document and asks before it marks. Here the document is a list of paragraphs, and the answer
// is no, so that what is timed is its finding alone (a search through the text for each term).

import { createRequire } from "node:module";

// It comes without types.
const Mark = createRequire(import.meta.url)("mark.js");

/** Signs that end a word; it knows no others. */
const LIMITERS = [...".,;:!?()[]“”‘’\"'—–-"];

/**
 * @param {string} text
 * @param {string[]} words
 * @returns {() => number} how many places it would mark
 */
export function marked(text, words) {
  const parentNode = { matches: () => false };
  const nodes = text.split("\n\n").map((textContent) => ({ textContent, parentNode }));
  const NodeFilter = { SHOW_TEXT: 4, FILTER_ACCEPT: 1, FILTER_REJECT: 2 };
  /** @param {unknown} _root @param {number} _show @param {(node: unknown) => number} accepts */
  const createNodeIterator = (_root, _show, accepts) => {
    const given = nodes.filter((node) => accepts(node) === NodeFilter.FILTER_ACCEPT);
    let at = 0;
    return { nextNode: () => given[at] && given[at++], previousNode: () => (at > 0 ? given[--at] : null) };
  };
  const page = { window: { navigator: { userAgent: "" }, console }, document: { createNodeIterator }, NodeList: class {}, NodeFilter };
  return () => {
    let count = 0;
    Object.assign(globalThis, page);
    const options = { separateWordSearch: false, accuracy: { value: "exactly", limiters: LIMITERS }, filter: () => void count++ };
    // One by one, as it does itself; all at once, it calls itself a thousand deep, and V8 has no stack left for the expressions.
    for (const word of words) new Mark({ contains: () => false }).mark(word, options);
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
    return count;
  };
}
