// What the A to Z list and the popups agree on.

/** What stands before a term's id in a link to it. */
export const PREFIX = "term-";

/**
 * Without capitals and marks, so that a reader needn't type them.
 *
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
