// What popups on an article need besides the terms, and not at once: it is fetched behind them.

import { follow } from "./popups-choice.js";

export { choose } from "./popups-choice.js";

/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Triggers } from "./triggers.js" */

/** How long to wait where the browser doesn't tell when it has nothing else to do. */
const DELAY = 2000;

/**
 * @param {Triggers} triggers
 * @param {Document | ShadowRoot} scope  where the terms are
 * @param {HTMLElement} body  where to put what is printed
 * @param {AbortSignal} signal
 */
export function afterwards(triggers, scope, body, signal) {
  follow(/** @type {EquityGlossary} */ (triggers.source.host), "on", signal);
  if (signal.aborted) return;
  // A printer can't wait for anything to be fetched. Without a connection an article is printed without notes.
  const notes = () => import("./endnotes.js").then(({ Endnotes }) => signal.aborted || new Endnotes(triggers, scope, body, signal), () => {});
  const [ask, cancel] = "requestIdleCallback" in globalThis ? [requestIdleCallback, cancelIdleCallback] : [setTimeout, clearTimeout];
  const waiting = /** @type {number} */ (ask(notes, /** @type {any} */ (ask === setTimeout ? DELAY : undefined)));
  signal.addEventListener("abort", () => cancel(waiting));
}
