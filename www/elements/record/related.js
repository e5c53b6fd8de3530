// Works that are like one: those which the search finds by its authors, its organizations, its topics and the words of its
// title, each of them alone. What few works have tells most: that is how the search scores, so scores are added up.

/** @import { Catalog } from "../../api/catalog.js" */
/** @import { Resource } from "../../api/types.js" */

/** How many are shown. */
const MOST = 5;
/** How many words and names are asked for, and how many works of each are looked at: a reader waits for it. */
const ASKED = 24;
const LOOKED_AT = 20;

/**
 * @param {Resource} resource
 * @param {Catalog} catalog
 */
export function relatedTo(resource, catalog) {
  const { id, title, topics, authors, organizations, description = "" } = resource;
  const words = `${title} ${description}`.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const asked = [...new Set([...authors, ...organizations, ...topics, ...words])].slice(0, ASKED);
  /** @type {Map<string, { score: number, resource: Resource }>} */
  const found = new Map();
  for (const text of asked) {
    // Quotation marks ask for just these words: nothing is completed or forgiven.
    for (const hit of catalog.search(`"${text.replaceAll('"', " ")}"`, { limit: LOOKED_AT }).hits) {
      const score = (found.get(hit.id)?.score ?? 0) + hit.score;
      found.set(hit.id, { score, resource: hit.resource });
    }
  }
  found.delete(id);
  return [...found.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map((one) => one.resource);
}
