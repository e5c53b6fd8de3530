// What popups on an article need besides the terms, and not at once: it is fetched behind them.

import { element } from "./dom.js";
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
  // Until there are popups, a term that was pressed says that its own is on its way.
  let haveCome = false;
  /** @type {HTMLElement | undefined} */
  let pressed;
  const settle = () => {
    if (pressed) pressed.ariaBusy = null;
    pressed = undefined;
  };
  triggers.told = (turn) => {
    settle();
    haveCome = !turn;
    // Whoever only passed has not asked.
    if (turn?.event.type === "click") tell(turn.trigger, triggers.source.host.words.say("failedPart"));
    return undefined;
  };
  document.addEventListener("click", (event) => {
    const turned = triggers.of(event);
    if (!turned || haveCome) return;
    settle();
    pressed = turned.trigger;
    pressed.ariaBusy = "true";
  }, { capture: true, signal });
  // A printer can't wait for anything to be fetched. Without a connection an article is printed without notes.
  const notes = () => import("./endnotes.js").then(({ Endnotes }) => signal.aborted || new Endnotes(triggers, scope, body, signal), () => {});
  const [ask, cancel] = "requestIdleCallback" in globalThis ? [requestIdleCallback, cancelIdleCallback] : [setTimeout, clearTimeout];
  const waiting = /** @type {number} */ (ask(notes, /** @type {any} */ (ask === setTimeout ? DELAY : undefined)));
  signal.addEventListener("abort", () => cancel(waiting));
}

/**
 * A sentence on top of the page, as browsers show it by themselves: what shows popups hasn't come. It goes when the reader turns elsewhere.
 *
 * @param {HTMLElement} trigger
 * @param {string} text
 */
function tell(trigger, text) {
  const told = element("span", { role: "alert", popover: "" }, text);
  trigger.after(told);
  told.showPopover?.();
  told.addEventListener("toggle", () => told.matches(":popover-open") || told.remove());
}
