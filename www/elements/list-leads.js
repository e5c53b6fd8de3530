// What the entries of the list lead to, a few entries at a time and without moving what a reader looks at.

import { element } from "./dom.js";
import { lead } from "./leads.js";
import { PREFIX } from "./terms.js";

/** @import { Entry } from "./glossary-list.js" */
/** @import { Way } from "./leads.js" */

/** How many entries are seen to before others get a turn. */
const PORTION = 8;

/**
 * @param {Entry[]} entries
 * @param {Omit<Way, "to">} from
 * @param {AbortSignal} signal
 */
export async function leadAll(entries, from, signal) {
  const way = { ...from, to };
  const seen = Math.max(0, entries.findIndex(({ entry }) => entry.getBoundingClientRect().bottom > 0));
  const waiting = [...entries.slice(seen), ...entries.slice(0, seen)];
  const see = (/** @type {number} */ count) => steadily(entries, () => waiting.splice(0, count).forEach(({ entry, term }) => lead(entry, term, way)));
  addEventListener("beforeprint", () => see(waiting.length), { signal });
  while (waiting.length > 0 && !signal.aborted) {
    see(PORTION);
    await new Promise((done) => setTimeout(done));
  }
}

/**
 * A link to another entry of the list.
 *
 * @param {string} id
 * @param {...(Node | string)} name
 */
export const to = (id, ...name) => element("a", { class: "cross", part: "term-link", href: `#${PREFIX}${id}` }, ...name);

/**
 * Entries above the window may grow; what is in the window stays where it is. Not every browser sees to that by itself.
 *
 * @param {Entry[]} entries
 * @param {() => void} change
 */
export function steadily(entries, change) {
  const kept = entries.find(({ entry }) => entry.getBoundingClientRect().bottom > 0)?.entry;
  const before = kept?.getBoundingClientRect().top ?? 0;
  change();
  if (kept) scrollBy({ top: kept.getBoundingClientRect().top - before, behavior: "instant" });
}
