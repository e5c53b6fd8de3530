// Names of landmarks: two widgets on a page would have the same ones, and a reader who lists the page's regions couldn't
// tell them apart. The second is numbered.

/** @type {Set<string>} */
const taken = new Set();

/**
 * A name that no other landmark of ours has on this page.
 *
 * @param {string} name
 * @param {AbortSignal} signal  ends when the name is free again
 */
export function uniqueName(name, signal) {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name} (${number})`;
  taken.add(unique);
  signal.addEventListener("abort", () => taken.delete(unique));
  return unique;
}
