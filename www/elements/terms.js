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

/**
 * Whether the reader wants popups on this site, as far as it is known, whether they have said so just now, where it could not be kept, and in
 * which element their focus was lost by it: see popups-choice.js.
 *
 * @type {{ popups?: "on" | "off", isNew?: boolean, isLost?: boolean, from?: object }}
 */
export const choice = {};
