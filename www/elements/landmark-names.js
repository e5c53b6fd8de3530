// Names of landmarks: two widgets on a page would have the same ones, and a reader who lists the page's regions couldn't
// tell them apart. The second is numbered.

/** @type {Set<string>} */
const taken = new Set();

/**
 * A name that nothing else of ours has on this page.
 *
 * @param {string} name
 * @param {AbortSignal} signal  ends when the name is free again
 * @param {(name: string, number: number) => string} [numbered]  how the second of a name is called
 */
export function uniqueName(name, signal, numbered = (_, number) => `${name} (${number})`) {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = numbered(name, number);
  taken.add(unique);
  signal.addEventListener("abort", () => taken.delete(unique));
  return unique;
}
