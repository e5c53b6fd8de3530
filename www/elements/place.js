// Where a popup goes: below its term or above it, wherever there is room; in small windows a sheet along an edge.
//
// Browsers with CSS anchor positioning hold it beside the term by themselves, see styles/popup.js; for others it is measured
// here. On which side it goes is said here in any case: what must win over a page's own styles by being important, the
// browser's own position-try-fallbacks may not change.

/** How far the popup stays from its term and from the edges of the window. */
const GAP = 6;
const EDGE = 12;
/** Where a box beside the term would leave little of either: phones, phones on their side, pages at 400%. */
const SMALL = "(max-width: 30em), (max-height: 26em)";

/**
 * @param {HTMLElement} popup
 * @param {HTMLElement} trigger
 * @param {boolean} mayScroll  whether the reader asked for the popup: what comes by resting the pointer moves nothing
 * @param {AbortSignal} signal  ends when the popup closes
 */
export function place(popup, trigger, mayScroll, signal) {
  const small = matchMedia(SMALL);
  let anchored = CSS.supports("position-area", "bottom");
  /** @type {number | undefined} */
  let frame;
  /** @type {number | undefined} */
  let resizing;
  const again = () => {
    // By an attribute: WebKit 26 may go on styling by a media query that has ended.
    if (small.matches) {
      clearOf(popup, trigger, mayScroll);
    } else {
      popup.removeAttribute("data-sheet");
      beside(popup, trigger, anchored);
      if (anchored) frame ??= requestAnimationFrame(() => check(NaN));
    }
  };
  /**
   * WebKit 26 holds a popup astray when the page is scrolled and the term stands in a box that is moved or cut off. Where the
   * popup is can be asked only once nothing moves: scrolling moves the term first.
   *
   * @param {number} last  where the term was a frame ago
   */
  const check = (last) => {
    const term = trigger.getBoundingClientRect();
    const box = popup.getBoundingClientRect();
    frame = term.top === last ? undefined : requestAnimationFrame(() => check(term.top));
    if (frame || small.matches) return;
    anchored = Math.abs(Math.max(box.top - term.bottom, term.top - box.bottom) - GAP) < 2;
    if (!anchored) again();
  };
  addEventListener("scroll", () => small.matches || again(), { signal, capture: true, passive: true });
  addEventListener("resize", again, { signal });
  // It grows and shrinks as the reader turns to other terms in it. What is done about that may change its size once more, and
  // an observer may not do so itself.
  const sizes = new ResizeObserver(() => {
    cancelAnimationFrame(resizing ?? 0);
    resizing = requestAnimationFrame(again);
  });
  sizes.observe(popup);
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    for (const asked of [frame, resizing]) cancelAnimationFrame(asked ?? 0);
    trigger.removeAttribute("style");
  });
  again();
}

/**
 * A sheet must not cover the term that was just chosen: the page moves up, and whatever else scrolls around the term. Where
 * nothing can move, the sheet goes to the edge where more room is, and takes no more than that.
 *
 * @param {HTMLElement} popup
 * @param {HTMLElement} trigger
 * @param {boolean} mayScroll
 */
function clearOf(popup, trigger, mayScroll) {
  // Firefox 153 moves even a sheet along when something scrolls, if only an anchor is named.
  for (const name of ["--most", "position-anchor"]) popup.style.removeProperty(name);
  popup.setAttribute("data-sheet", "bottom");
  const covered = () => trigger.getBoundingClientRect().bottom + GAP - popup.getBoundingClientRect().top;
  if (mayScroll && covered() > 0) {
    trigger.style.setProperty("scroll-margin-bottom", `${Math.ceil(popup.offsetHeight + GAP)}px`, "important");
    trigger.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    trigger.style.removeProperty("scroll-margin-bottom");
  }
  if (covered() <= 1) return;
  const { top, bottom } = trigger.getBoundingClientRect();
  const [above, below] = [top, innerHeight - bottom];
  popup.setAttribute("data-sheet", above > below ? "top" : "bottom");
  popup.style.setProperty("--most", `${Math.max(above, below) - GAP}px`);
}

/**
 * By custom properties where it can be, for styles/popup.js lets nothing else from outside move a popup.
 *
 * @param {HTMLElement} popup
 * @param {HTMLElement} trigger
 * @param {boolean} anchored  whether the browser holds it there
 */
function beside(popup, trigger, anchored) {
  const term = trigger.getBoundingClientRect();
  const { width, height } = popup.getBoundingClientRect();
  const below = term.bottom + GAP;
  const fits = below + height <= innerHeight || innerHeight - term.bottom > term.top;
  if (anchored) {
    popup.style.setProperty("--side", fits ? "bottom" : "top");
    // Both names are set from here because names given inside a shadow root mean nothing outside it.
    trigger.style.setProperty("anchor-name", "--equity-term", "important");
    popup.style.setProperty("position-anchor", "--equity-term", "important");
    return;
  }
  popup.style.removeProperty("position-anchor");
  const wide = document.documentElement.clientWidth;
  const left = Math.max(Math.min((term.left + term.right - width) / 2, wide - width - EDGE), EDGE);
  popup.style.setProperty("--place", `${fits ? below : term.top - height - GAP}px auto auto ${left}px`);
  popup.style.setProperty("--room", "0");
}
