// What readers see when a catalog can't be opened: one plain sentence, the reason, and a way to try again.

import { control, element } from "./dom.js";

/** @import { EquityElement } from "./element.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * What the engine and browsers say is English; what the widget says by itself is not. What browsers say of a part that didn't come is for programmers.
 *
 * @param {Error & { code?: unknown }} error
 * @param {Words} words
 */
function reason(error, words) {
  const { code, message } = error;
  const isPart = !code && (error instanceof SyntaxError || /import|MIME/i.test(message));
  return element("span", { lang: isPart || error instanceof RangeError ? words.language : "en", dir: "auto" }, isPart ? words.say("failedPart") : message);
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
    element("p", {}, element("strong", {}, what), " ", reason(error, words)),
    retry,
  );
}
