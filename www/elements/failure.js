// What readers see when a catalog can't be opened: one plain sentence, the reason, and a way to try again.

import { element } from "./dom.js";

/** @import { Words } from "./strings/index.js" */

/**
 * @param {string} what
 * @param {Error} error
 * @param {Words} words
 */
export function failureView(what, error, words) {
  return element(
    "div",
    { class: "failure", part: "error", role: "alert", lang: words.language },
    element("p", {}, element("strong", {}, what), " ", error.message),
    element("button", { type: "button", class: "button", part: "button", "data-act": "retry" }, words.retry),
  );
}
