// One match in a text: wrapped in a button, and unwrapped again without a trace.
//
//   the page's text         "They speak of structural racism, among others."
//   its node stays, cut     "They speak of "  "structural racism"  ","  " among others."
//   what is put around it           <joint>  <button>    </button>  </joint>
//
// Beside a button any line may break. The joint lets none break before a comma that follows.
//
// All parts of a text node are remembered together, in their order. Whichever terms are given back, and in whatever order, parts that
// stand side by side again grow together, in the end into the very node that the page had. Where the page itself has changed
// something meanwhile, its change stays.

import { GAP, TERM } from "./annotate.js";

/** @import { Nodes } from "./annotate.js" */

/**
 * @typedef {object} Cut
 * @property {Text[]} parts  of one text node of the page, which is the first of them
 * @property {string} [kept]  the text that was left to that node, to see whether the page has written another
 */

/** By each part, and for all elements of the page that look for terms: their terms may lie side by side. @type {WeakMap<Node, Cut>} */
const cuts = new WeakMap();

/** What must stay on a term's line. */
const SIGNS = /^[^\P{P}–—]+/u;

/**
 * @param {Range} range  one for all: browsers keep each in line with every change of the page
 * @param {Nodes} nodes  of the text; parts that are cut off take their places among them
 * @param {number} start
 * @param {number} end
 * @param {string} expected  what should stand there: the page may have changed since it was read
 * @param {() => HTMLElement} make
 * @returns {HTMLElement | undefined}  nothing when an element would have to be taken apart, as in `<em>the structural</em> racism`
 */
export function wrap(range, nodes, start, end, expected, make) {
  let offset = 0;
  for (const node of nodes) {
    const next = offset + (node ?? GAP).length;
    if (node && offset < end && next > start) {
      if (node.parentElement?.closest(TERM)) return undefined;
      if (offset <= start) range.setStart(node, start - offset);
      // A start behind its end would have taken that along.
      range.setEnd(node, Math.min(end, next) - offset);
    }
    offset = next;
  }
  const head = /** @type {Text} */ (range.startContainer);
  const tail = /** @type {Text} */ (range.endContainer);
  const { startOffset: from, endOffset: to, commonAncestorContainer: common } = range;
  const parent = head === tail ? head.parentNode : common;
  const isCut = to < tail.length;
  const begin = parent && edge(head, parent, "previousSibling", from > 0);
  const finish = begin && edge(tail, parent, "nextSibling", isCut);
  if (!finish || !parent.isConnected || `${range}` !== expected) return undefined;

  if (isCut) cut(nodes, tail, to);
  // The node that is cut stays where it is, with what comes before, even if that is nothing: scripts of the page may hold on to it.
  const first = from > 0 || (head === tail && isCut) ? cut(nodes, head, from) : begin;
  const button = make();
  range.setStartBefore(first);
  range.setEndAfter(head === tail ? first : finish);
  range.surroundContents(button);

  const joint = document.createElement("equity-joint");
  const after = button.nextSibling;
  const [signs] = (after instanceof Text && SIGNS.exec(after.data)) || [];
  if (signs) cut(nodes, /** @type {Text} */ (after), signs.length);
  button.before(joint);
  joint.append(button, ...(signs ? [/** @type {Text} */ (after)] : []));
  return button;
}

/** @param {Iterable<HTMLElement>} buttons */
export function unwrap(buttons) {
  /** @type {Set<Cut | undefined>} */
  const touched = new Set();
  for (const button of buttons) {
    for (const shell of [button.closest("equity-joint"), button]) {
      const inner = [...(shell?.childNodes ?? [])];
      for (const node of inner) touched.add(cuts.get(node));
      shell?.replaceWith(...inner);
      // One that the page has taken out by itself lets go of its text as well.
      shell?.replaceChildren();
    }
  }
  touched.forEach(mend);
}

/** The node of the page of which a text is a part, with all its parts. @param {Node} text */
export const cutOf = (text) => cuts.get(text);

/**
 * Lets parts that stand side by side grow together.
 *
 * @param {Cut | undefined} broken
 */
function mend(broken) {
  if (!broken) return;
  const [first, ...rest] = /** @type {[Text, ...Text[]]} */ (broken.parts);
  const isRewritten = first.data !== broken.kept;
  let head = first;
  let grown = "";
  broken.parts = [first];
  for (const part of rest) {
    // Both may stand nowhere: a script that took them out may bring back the one that it knows.
    if (isRewritten || head.nextSibling === part || !(head.parentNode || part.parentNode)) {
      if (!isRewritten) grown += part.data;
      part.remove();
    } else if (part.parentNode) {
      head.appendData(grown);
      grown = "";
      broken.parts.push((head = part));
    }
  }
  if (grown) head.appendData(grown);
  broken.kept = first.data;
}

/**
 * Of the elements around one end of a match, the one just below the common parent, if all of it up to that end is covered.
 *
 * @param {Node} node
 * @param {Node} parent
 * @param {"previousSibling" | "nextSibling"} side
 * @param {boolean} isCut  whether the match ends within the text node itself
 */
function edge(node, parent, side, isCut) {
  let at = node;
  for (; at.parentNode !== parent; at = /** @type {Node} */ (at.parentNode)) if (isCut || at[side]) return undefined;
  return at;
}

/**
 * @param {Nodes} nodes
 * @param {Text} node
 * @param {number} at
 */
function cut(nodes, node, at) {
  const rest = node.splitText(at);
  const record = cuts.get(node) ?? { parts: [node] };
  for (const list of [nodes, record.parts]) list.splice(list.indexOf(node) + 1, 0, rest);
  for (const part of [node, rest]) cuts.set(part, record);
  record.kept = record.parts[0]?.data ?? "";
  return rest;
}
