// Which words to show: the widget's language, found the way a browser finds the language of any element.

import { Words } from "./words.js";

/** @import { Texts } from "./words.js" */

/**
 * The translations, each a file of its own that only its readers fetch, and in which it stands by the same name. Any text may be asked for here.
 *
 * @type {Record<string, () => Promise<Record<string, Texts>>>}
 */
const LANGUAGES = /** @type {any} */ ({
  __proto__: null,
  ar: () => import("./ar.js"),
  es: () => import("./es.js"),
});

/**
 * The page's own words: at hand, or in a JSON file.
 *
 * @param {Texts | string | null} [given]
 * @returns {Promise<Texts>}
 */
export async function ownTexts(given) {
  return typeof given === "string" ? (await import("./own.js")).textsAt(given) : (given ?? {});
}

/**
 * The words for an element, by the nearest `lang` attribute; English where there is no translation, or where it can't be
 * had.
 *
 * @param {Element} element
 * @param {Texts} [own]  the page's, in front of ours
 */
export async function wordsFor(element, own = {}) {
  const tag = nearestLanguage(element) ?? "en";
  const language = tag.toLowerCase().split("-")[0] ?? "";
  const translation = (await LANGUAGES[language]?.().catch(() => undefined))?.[language];
  // The whole tag tells how figures are written: 12.345 in Spain, 12,345 in Mexico.
  return new Words(translation ? { ...translation, language: tag } : language === "en" ? { language: tag } : {}, own);
}

/**
 * @param {Element} element
 * @returns {string | undefined}
 */
export function nearestLanguage(element) {
  const marked = element.closest("[lang]");
  if (marked) return marked.getAttribute("lang") ?? undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : undefined;
}
