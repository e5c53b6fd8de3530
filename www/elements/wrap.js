// One match in a run of text nodes: wrapped in an element, and unwrapped again without a trace.

/** @import { TermMatch } from "../api/types.js" */

/**
 * What was done to the page, so that it can be undone: the wrapper, and the text nodes that were cut, each with the text
 * that it kept and the pieces cut off.
 *
 * @typedef {{ wrapper: HTMLElement, cuts: { node: Text, kept: string, pieces: Text[] }[] }} Wrapped
 */

/** @typedef {{ node: Text, start: number, end: number }} Piece  A part of a text node, in the node's own offsets. */

/**
 * Whether a match can be wrapped without taking an element apart, as it can't in `<em>the structural</em> racism`.
 *
 * @param {Text[]} nodes  the run in which it was found
 * @param {TermMatch} found   offsets in the joined text of the run
 */
export function isWrappable(nodes, found) {
  const { first, last, parent } = span(nodes, found);
  return (
    reachesEdge(first.node, parent, "previousSibling", first.start === 0) &&
    reachesEdge(last.node, parent, "nextSibling", last.end === last.node.length)
  );
}

/**
 * Wraps a match. Others of the same run may have been wrapped before, as long as they come after this one.
 *
 * @param {Text[]} nodes
 * @param {TermMatch} found
 * @param {HTMLElement} wrapper
 * @returns {Wrapped}
 */
export function wrap(nodes, found, wrapper) {
  const { pieces, parent } = span(nodes, found);
  /** @type {Wrapped["cuts"]} */
  const cuts = [];
  const inner = pieces.map((piece) => cut(piece, cuts));
  const begin = childOf(parent, inner[0]);
  const end = childOf(parent, inner.at(-1));
  parent.insertBefore(wrapper, begin);
  for (let node = wrapper.nextSibling; node; node = wrapper.nextSibling) {
    wrapper.append(node);
    if (node === end) break;
  }
  return { wrapper, cuts };
}

/** @param {Wrapped} wrapped */
export function unwrap({ wrapper, cuts }) {
  wrapper.replaceWith(...wrapper.childNodes);
  for (const { node, kept, pieces } of cuts.reverse()) {
    // Where the page itself has written something else since, that stays.
    if (node.data === kept) node.data = kept + pieces.map(({ data }) => data).join("");
    for (const piece of pieces) piece.remove();
  }
}

/**
 * The pieces of text that a match covers and the innermost element around all of them.
 *
 * @param {Text[]} nodes
 * @param {TermMatch} found
 */
function span(nodes, found) {
  /** @type {Piece[]} */
  const pieces = [];
  let offset = 0;
  for (const node of nodes) {
    const start = Math.max(found.start - offset, 0);
    const end = Math.min(found.end - offset, node.length);
    if (start < end) pieces.push({ node, start, end });
    offset += node.length;
  }
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) throw new RangeError(`No text stands from ${found.start} to ${found.end}.`);
  let parent = /** @type {Node} */ (first.node.parentNode);
  while (!parent.contains(last.node)) parent = /** @type {Node} */ (parent.parentNode);
  return { pieces, first, last, parent };
}

/**
 * Whether everything from a match's edge up to the common parent is covered by the match.
 *
 * @param {Node} node
 * @param {Node} parent
 * @param {"previousSibling" | "nextSibling"} side
 * @param {boolean} atEdge  whether the match reaches this edge of the text node itself
 */
function reachesEdge(node, parent, side, atEdge) {
  if (node.parentNode === parent) return true;
  if (!atEdge) return false;
  for (let at = node; at.parentNode !== parent; at = /** @type {Node} */ (at.parentNode)) if (at[side]) return false;
  return true;
}

/**
 * The text node that holds just this piece. The node that is cut stays where it is, with what comes before, even if that
 * is nothing: scripts of the page may hold on to it.
 *
 * @param {Piece} piece
 * @param {Wrapped["cuts"]} cuts
 */
function cut({ node, start, end }, cuts) {
  if (start === 0 && end === node.length) return node;
  const inner = node.splitText(start);
  const pieces = [inner];
  if (end - start < inner.length) pieces.push(inner.splitText(end - start));
  cuts.push({ node, kept: node.data, pieces });
  return inner;
}

/**
 * @param {Node} parent
 * @param {Node | undefined} node
 */
function childOf(parent, node) {
  let child = /** @type {Node} */ (node);
  while (child.parentNode && child.parentNode !== parent) child = child.parentNode;
  return child;
}
