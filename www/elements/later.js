// What happens to marks when the page changes its text. Fetched with the first change, since most articles never do.
//
// What the page has changed wins: marks in text that was rewritten or taken out are given up, and what is left of the old text with
// them. Text that came is read like all other. A mark that stands stays where it is, so that nothing moves under a reader's hand; when
// one is given up, its term may be marked elsewhere.

import { blockOf, HEADING, isInline, SECTION } from "./annotate.js";
import { cutOf, unwrap } from "./wrap.js";

/** @import { Annotation, Headings, Scope } from "./annotate.js" */

/** Attributes that make marks wrong which stand already; where text is only hidden, they may wait with it. */
const FORBIDDING = /^(aria-hidden|contenteditable|lang)$/u;

/**
 * What a page has changed.
 *
 * @typedef {object} Changes
 * @property {Set<Node>} gone     what was taken out, or must not have marks any more
 * @property {Set<Node>} altered  texts that were rewritten, and elements that got or lost a child
 * @property {Set<Node>} come     what is to be read
 */

/**
 * @param {MutationRecord[]} records
 * @param {string} select
 * @returns {Changes}
 */
export function changesOf(records, select) {
  const [gone, altered, come] = [new Set(), new Set(), new Set()];
  for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
    const isRead = (target instanceof Element ? target : target.parentElement)?.closest(select);
    const holdsText = (/** @type {Node} */ node) => isRead || (node instanceof Element && (node.matches(select) || node.querySelector(select)));
    if (type === "childList") {
      if (isRead) altered.add(target);
      for (const node of addedNodes) if (!isOurs(node) && holdsText(node)) come.add(node);
      for (const node of removedNodes) if (!isOurs(node)) gone.add(node);
      // Where nothing is between two words any more, a term may have come together.
      if (isRead && [...removedNodes].some((node) => node instanceof Text || (node instanceof Element && isInline(node)))) come.add(target);
    } else if (holdsText(target)) {
      come.add(target);
      if (type === "characterData") altered.add(target);
      else if (FORBIDDING.test(attributeName ?? "")) gone.add(target);
    }
  }
  return { gone, altered, come };
}

/**
 * Buttons in the text: what the page has done to them and to the text around.
 *
 * @param {MutationRecord[]} records
 * @param {Annotation<HTMLElement>} annotation
 */
export function followWraps(records, annotation) {
  records.push(...annotation.observer.takeRecords());
  for (const record of records) for (const node of record.removedNodes) if (node instanceof Text) tookOut(node, record);
  const changes = changesOf(records, annotation.select);
  const dropped = [...annotation.marks.keys()].filter(
    (button) =>
      isWithin(button, changes.gone) ||
      [...button.childNodes, ...(button.parentNode?.childNodes ?? [])].some((node) => isRewritten(cutOf(node))) ||
      [...changes.altered].some((node) => button.contains(node)),
  );
  for (const { nextElementSibling: popup } of dropped) if (popup && isOurs(popup)) popup.remove();
  readAgain(annotation, unwrap, changes, dropped);
}

/**
 * Gives up marks, and reads what has come.
 *
 * @template {object} Mark
 * @param {Annotation<Mark>} annotation
 * @param {(marks: Mark[]) => void} unmark
 * @param {Changes} changes
 * @param {Mark[]} dropped
 */
export function readAgain({ scope, never, marks, observer, read }, unmark, { come }, dropped) {
  unmark(dropped);
  for (const mark of dropped) {
    marks.get(mark)?.();
    marks.delete(mark);
  }
  observer.takeRecords();
  // Their terms may stand anywhere.
  if (dropped.length > 0) return read(scope);
  const roots = new Set([...come].map((node) => (node instanceof Element && !isInline(node) ? node : blockOf(node))));
  for (const root of roots) {
    if (root?.isConnected && !root.closest(never) && !isWithin(root.parentNode, roots)) read(root, headingsBefore(root, scope));
  }
}

/** Popups stand beside their terms. @param {Node} node */
function isOurs(node) {
  return /^equity-(?!joint)/u.test(node.nodeName.toLowerCase());
}

/** @param {ReturnType<typeof cutOf>} cut */
function isRewritten(cut) {
  return cut && cut.parts[0]?.data !== cut.kept;
}

/**
 * A script that takes out a text node which it made means all of its text, also what was cut off of it. But `normalize()` takes out nodes
 * too: what they said stands in the node before.
 *
 * @param {Text} node
 * @param {MutationRecord} record
 */
function tookOut(node, { previousSibling }) {
  const cut = cutOf(node);
  if (!cut || cut.parts[0] !== node || node.isConnected || !node.data) return;
  if (previousSibling instanceof Text && previousSibling.isConnected && previousSibling.data.endsWith(node.data)) return;
  if (cut.parts.some((part) => part.isConnected)) cut.kept = undefined;
}

/** @param {Node | null | undefined} node @param {Set<Node | null>} nodes */
export function isWithin(node, nodes) {
  for (let at = node; at; at = at.parentNode) if (nodes.has(at)) return true;
  return false;
}

/**
 * The heading under which an element stands, as whoever reads the page from its start would know it.
 *
 * @param {Element} element
 * @param {Scope} scope
 * @returns {Headings}
 */
function headingsBefore(element, scope) {
  const box = element.closest(SECTION) ?? scope;
  const last = [...box.querySelectorAll(HEADING)].findLast(
    (heading) => (heading.closest(SECTION) ?? scope) === box && heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return new Map(last ? [[box, last]] : []);
}
