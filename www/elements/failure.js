// What readers see when a catalog can't be opened: one plain sentence, the reason, and a way to try again.

import { control, element } from "./dom.js";

/** @import { EquityElement } from "./element.js" */

/**
 * What the engine says is English; what the widget says by itself is not.
 *
 * @param {Error} error
 * @param {string} language
 */
function reason(error, language) {
  return element("span", { lang: error instanceof RangeError ? language : "en", dir: "auto" }, error.message);
}

/**
 * @param {string} what
 * @param {Error} error
 * @param {EquityElement} host
 * @param {AbortSignal} signal
 */
export function failureView(what, error, host, signal) {
  const { words } = host;
  const retry = control("retry", { class: "button", part: "button" }, words.say("retry"));
  retry.addEventListener("click", () => host.restart({ retried: true }), { signal });
  return element(
    "div",
    { class: "failure", part: "error", role: "alert", lang: words.language },
    element("p", {}, element("strong", {}, what), " ", reason(error, words.language)),
    retry,
  );
}
