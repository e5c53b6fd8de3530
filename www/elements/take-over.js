// Taking over from the list that the page itself holds (`equity-catalog html` writes one): a reader who is in the middle of
// it stays at the same work, with the focus on the same title.

/** @import { EquityCatalog } from "./equity-catalog.js" */
/** @import { Reading } from "./reading.js" */

/**
 * @param {EquityCatalog} host
 * @param {Reading} reading  not shown yet
 * @returns {() => void}  to be called when it is
 */
export function takeOver(host, { state, frame, slices }) {
  const active = /** @type {Document | ShadowRoot} */ (host.getRootNode()).activeElement;
  const held = host.contains(active) && active !== host ? active : undefined;
  // Only who has scrolled into the list is in the middle of it.
  const isInside = host.getBoundingClientRect().top < 0;
  const works = [...host.querySelectorAll("[data-resource]")];
  const place = held?.closest("[data-resource]") ?? (isInside ? works.find((work) => work.getBoundingClientRect().top >= 0) : undefined);
  if (!place) return () => {};
  const before = place.getBoundingClientRect().top;
  const section = place.closest("[data-section]")?.getAttribute("data-section");
  if (section && !state.section) state.section = section;
  const id = place.getAttribute("data-resource") ?? "";
  const nth = works.filter((work) => work.getAttribute("data-resource") === id && work.closest("[data-section]") === place.closest("[data-section]")).indexOf(place);
  return () => {
    slices.finish();
    const same = frame.view.querySelectorAll(`[data-work="${CSS.escape(id)}"]`);
    const now = same[Math.max(0, nth)] ?? same[0];
    if (!now) return;
    scrollBy({ top: now.getBoundingClientRect().top - before, behavior: "instant" });
    if (!held) return;
    const title = /** @type {HTMLElement | null} */ (now.querySelector(".title"));
    const link = title?.querySelector("a");
    if (title && !link) title.tabIndex = -1;
    (link ?? title)?.focus({ preventScroll: true });
  };
}
