// The page's own words in a JSON file. One that can't be read is the page's author's to mend; readers get the words that we
// have.

/** @import { Texts } from "./words.js" */

/**
 * @param {string} address
 * @returns {Promise<Texts>}
 */
export async function textsAt(address) {
  try {
    const texts = await (await fetch(new URL(address, document.baseURI))).json();
    return Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
  } catch (error) {
    console.warn(`equity-catalog: the words of the page's own (${address}) can't be read:`, error);
    return {};
  }
}
