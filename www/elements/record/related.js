// Works that are like one: the search itself finds them, asked with the work's own words.

/** @import { Catalog } from "../../api/catalog.js" */
/** @import { Resource } from "../../api/types.js" */

/** How many are shown. */
const MOST = 5;
/** How many words of the work are asked with; the engine reads no more of a question. */
const WORDS = 30;

/**
 * @param {Resource} resource
 * @param {Catalog} catalog
 */
export function relatedTo(resource, catalog) {
  const { id, title, topics, authors, organizations, description = "" } = resource;
  const text = [title, ...topics, ...authors, ...organizations, description].join(" ");
  // Signs could mean something to the search; here they mean nothing.
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const query = [...new Set(words)].slice(0, WORDS).join(" ");
  const { hits } = catalog.search(query, { limit: MOST + 1 });
  return hits.filter((hit) => hit.id !== id).slice(0, MOST).map((hit) => hit.resource);
}
