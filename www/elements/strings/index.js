// Which words to show: the widget's language, found the way a browser finds the language of any element.

import { Words } from "./words.js";

/** @import { Texts } from "./words.js" */

/** The translations, each a file of its own that only its readers fetch. @type {Record<string, () => Promise<Texts>>} */
const LANGUAGES = {
  ar: async () => (await import("./ar.js")).ar,
  es: async () => (await import("./es.js")).es,
};

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
  const load = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  const translation = await load?.().catch(() => undefined);
  // The whole tag tells how figures are written: 12.345 in Spain, 12,345 in Mexico.
  return new Words(translation ? { ...translation, language: tag } : language === "en" ? { language: tag } : {}, own);
}

/**
 * The page's own words: at hand, or in a JSON file. A file that can't be read is the page's author's to mend; readers get
 * the words that we have.
 *
 * @param {Texts | string | null} [given]
 * @returns {Promise<Texts>}
 */
export async function ownTexts(given) {
  if (typeof given !== "string") return given ?? {};
  try {
    const texts = await (await fetch(new URL(given, document.baseURI))).json();
    return Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
  } catch (error) {
    console.warn(`equity-catalog: the words of the page's own (${given}) can't be read:`, error);
    return {};
  }
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
