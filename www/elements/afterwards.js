// What popups on an article need besides the terms, and not at once: it is fetched behind them.

import { element } from "./dom.js";
import { follow } from "./popups-choice.js";

export { choose } from "./popups-choice.js";

/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Words } from "./strings/words.js" */
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
  /** @type {HTMLElement | undefined} */
  let box;
  triggers.told = (turn) => {
    settle();
    haveCome = !turn;
    box?.replaceWith();
    // Whoever only passed has not asked.
    box = turn?.event.type === "click" ? tell(turn.trigger, scope, triggers.source.host.words) : undefined;
    return undefined;
  };
  signal.addEventListener("abort", () => box?.replaceWith());
  scope.addEventListener("click", (event) => {
    const turned = triggers.of(event);
    if (!turned || haveCome) return;
    settle();
    pressed = turned.trigger;
    pressed.ariaBusy = "true";
  }, { capture: true, signal });
  // A printer can't wait for anything to be fetched. Without a connection an article is printed without notes.
  const notes = () => import("./endnotes.js").then(({ Endnotes }) => signal.aborted || new Endnotes(triggers, scope, body, signal), () => {});
  // Where a page brings the one for browsers that lack it, it may not bring the other.
  const [ask, cancel] = "cancelIdleCallback" in globalThis ? [requestIdleCallback, cancelIdleCallback] : [setTimeout, clearTimeout];
  const waiting = /** @type {number} */ (ask(notes, /** @type {any} */ (ask === setTimeout ? DELAY : undefined)));
  signal.addEventListener("abort", () => cancel(waiting));
}

/**
 * A sentence on top of the page, as browsers show it by themselves: what shows popups hasn't come. It goes when the reader turns elsewhere. It stands in
 * a box of its own at the end of the page, so that the page's own text stays what it is; in a dialog's, outside of which nothing can be heard.
 *
 * @param {HTMLElement} trigger
 * @param {Document | ShadowRoot} scope
 * @param {Words} words
 */
function tell(trigger, scope, words) {
  const box = document.createElement("equity-popup");
  box.setAttribute("popover", "");
  box.lang = words.language;
  box.attachShadow({ mode: "open" }).append(element("span", { role: "alert" }, words.say("failedPart")));
  (trigger.closest("dialog") ?? ("body" in scope ? scope.body : scope)).append(box);
  box.showPopover?.();
  box.addEventListener("toggle", () => box.matches(":popover-open") || box.replaceWith());
  return box;
}
