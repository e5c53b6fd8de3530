// Entries are read out in the catalog's language, also where the words around them are in another one.

/** @import { EquityElement } from "./element.js" */

/**
 * @template {Element} Part
 * @param {Part[]} parts  of an entry, or its title
 * @param {EquityElement} host
 */
export function inCatalogLanguage(parts, host) {
  const language = host.catalog?.info.language;
  if (!language || language === host.words.language) return parts;
  for (const part of parts) {
    const own = part.matches(".popup-title, .note-term") ? [part] : part.querySelectorAll(".prose");
    for (const text of own) text.setAttribute("lang", language);
  }
  return parts;
}
