// mark.js without a page: it takes text nodes from a document and asks before it marks. Here the document is a list of paragraphs, and the answer
// is no, so that what is timed is its finding alone (a search through the text for each term).

import Mark from "mark.js";

/**
 * @param {string} text
 * @param {string[]} words
 * @returns {() => number} how many places it would mark
 */
export function marked(text, words) {
  const parentNode = { matches: () => false };
  const nodes = text.split("\n\n").map((textContent) => ({ textContent, parentNode }));
  const global = /** @type {any} */ (globalThis);
  global.window ??= { navigator: { userAgent: "" }, console };
  global.NodeList ??= class {};
  global.NodeFilter ??= { SHOW_TEXT: 4, FILTER_ACCEPT: 1, FILTER_REJECT: 2 };
  global.document ??= {
    createNodeIterator(/** @type {unknown} */ _root, /** @type {number} */ _show, /** @type {(node: unknown) => number} */ accepts) {
      let at = 0;
      const given = nodes.filter((node) => accepts(node) === global.NodeFilter.FILTER_ACCEPT);
      return { nextNode: () => given[at] && given[at++], previousNode: () => (at > 0 ? given[--at] : null) };
    },
  };
  const limiters = [...".,;:!?()[]“”‘’\"'—–-"];
  return () => {
    let count = 0;
    const filter = () => void count++;
    new Mark({ contains: () => false }).mark(words, { separateWordSearch: false, accuracy: { value: "exactly", limiters }, filter });
    return count;
  };
}
