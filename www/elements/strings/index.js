// Which words to show: the widget's language, found the way a browser finds the language of any element.

import { en } from "./en.js";

/** @typedef {typeof en} Words */

/** @type {Record<string, Words>} */
const languages = { en };

/**
 * The words for an element, by the nearest `lang` attribute; English where there is no translation.
 *
 * @param {Element} element
 * @returns {Words}
 */
export function wordsFor(element) {
  const tag = nearestLanguage(element) ?? "en";
  return languages[tag.toLowerCase().split("-")[0] ?? ""] ?? en;
}

/**
 * @param {Element} element
 * @returns {string | undefined}
 */
function nearestLanguage(element) {
  const marked = element.closest("[lang]");
  if (marked) return marked.getAttribute("lang") ?? undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : undefined;
}
