// One line of a record as the reader sees it: what matched is marked, and a slip stands as printed with its correction
// beside it.

import { element } from "./dom.js";

/** @import { Correction, Range, IndexedRange } from "../api/types.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * @param {string} text
 * @param {Range[] | undefined} ranges  what matched, in order and not overlapping
 * @param {Correction[]} corrections
 * @param {Words} words
 * @returns {(Node | string)[]}
 */
export function markedText(text, ranges, corrections, words) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let from = 0;
  for (const { at, correct } of slips(text, corrections)) {
    nodes.push(...marks(text, from, at, ranges ?? []));
    nodes.push(" ", element("span", { class: "correction", part: "correction", lang: words.language, dir: words.direction }, words.say("correct", { text: correct })));
    from = at;
  }
  return [...nodes, ...marks(text, from, text.length, ranges ?? [])];
}

/**
 * Where each slip ends in this text: that is where its correction goes.
 *
 * @param {string} text
 * @param {Correction[]} corrections
 */
function slips(text, corrections) {
  return corrections
    .filter(({ printed }) => text.includes(printed))
    .map(({ printed, correct }) => ({ at: text.indexOf(printed) + printed.length, correct }))
    .sort((a, b) => a.at - b.at);
}

/**
 * The text from one offset to another, with marks; a mark may be cut in two where a correction stands.
 *
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Range[]} ranges
 * @returns {(Node | string)[]}
 */
function marks(text, from, to, ranges) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let at = from;
  for (const [start, end] of ranges) {
    const first = Math.max(start, at);
    const last = Math.min(end, to);
    if (first >= last) continue;
    nodes.push(text.slice(at, first), element("mark", { part: "mark" }, text.slice(first, last)));
    at = last;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== "");
}

/**
 * The ranges that belong to one item of a list.
 *
 * @param {IndexedRange[] | undefined} ranges
 * @param {number} index
 * @returns {Range[]}
 */
export function rangesOf(ranges, index) {
  return (ranges ?? []).filter(([item]) => item === index).map(([, start, end]) => [start, end]);
}
