// Where a popup goes: below its term or above it, wherever there is room; on small screens along an edge of the screen.
//
// Browsers with CSS anchor positioning do this by themselves, see styles/popup.js. For others it is measured here.

/** How far the popup stays from its term and from the edges of the window. */
const GAP = 6;
const EDGE = 12;
const SMALL = "(max-width: 30em), (max-height: 26em)";

/**
 * @param {HTMLElement} popup
 * @param {HTMLElement} trigger
 * @param {AbortSignal} signal  ends when the popup closes
 */
export function place(popup, trigger, signal) {
  if (matchMedia(SMALL).matches) {
    clearOf(popup, trigger);
  } else if (CSS.supports("position-area", "block-end")) {
    // Both names are set from here because names given inside a shadow root mean nothing outside it.
    trigger.style.setProperty("anchor-name", "--equity-term", "important");
    popup.style.setProperty("position-anchor", "--equity-term", "important");
    signal.addEventListener("abort", () => trigger.removeAttribute("style"));
  } else {
    const again = () => measure(popup, trigger);
    again();
    addEventListener("scroll", again, { signal, capture: true, passive: true });
    addEventListener("resize", again, { signal });
  }
}

/**
 * A sheet along the lower edge must not cover the term that was just chosen: the page moves up, or, where it can't, the
 * sheet goes to the upper edge.
 *
 * @param {HTMLElement} popup
 * @param {HTMLElement} trigger
 */
function clearOf(popup, trigger) {
  const covered = () => trigger.getBoundingClientRect().bottom + GAP - popup.getBoundingClientRect().top;
  if (covered() > 0) scrollBy({ top: Math.ceil(covered()), behavior: "instant" });
  if (covered() > 1) popup.setAttribute("data-edge", "top");
}

/**
 * @param {HTMLElement} popup
 * @param {HTMLElement} trigger
 */
function measure(popup, trigger) {
  const term = trigger.getBoundingClientRect();
  const box = popup.getBoundingClientRect();
  const below = term.bottom + GAP;
  const fits = below + box.height <= innerHeight || term.top < innerHeight / 2;
  const left = Math.min(Math.max((term.left + term.right - box.width) / 2, EDGE), innerWidth - box.width - EDGE);
  // By custom properties, for styles/popup.js lets nothing else from outside move a popup.
  popup.style.setProperty("--place", `${fits ? below : term.top - box.height - GAP}px auto auto ${left}px`);
  popup.style.setProperty("--room", "0");
}
