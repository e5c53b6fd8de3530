// One open catalog for all elements of a page that show the same one.

import { Catalog } from "../api/catalog.js";

/** @type {Map<string, Promise<Catalog>>} */
const open = new Map();

/** After a failure nothing is kept, so that trying again really tries again: also of what opened and was freed by the page since. */
export const forget = () => open.clear();

/**
 * The catalog at an address, opened once; the embedded one for an empty address.
 *
 * @param {string} address
 * @returns {Promise<Catalog>}
 */
export function sharedCatalog(address) {
  const key = address && new URL(address, document.baseURI).href;
  let catalog = open.get(key);
  if (!catalog) {
    catalog = key ? Catalog.at(key) : Catalog.embedded();
    open.set(key, catalog);
  }
  return catalog;
}
