// What a reader does in a catalog: every control says in `data-act` what it is for, and one listener sees to it. Parts that come
// later bring what their own controls do.

import { origin } from "./dom.js";

/** @import { FacetName } from "../api/types.js" */
/** @import { Reading } from "./reading.js" */

/**
 * @param {Reading} reading
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 */
export function listen(reading, root, signal) {
  for (const type of ["input", "change", "click"]) root.addEventListener(type, (event) => reading.attempt(() => act(reading, event)), { signal });
}

/**
 * @param {Reading} reading
 * @param {Event} event
 */
async function act(reading, event) {
  const { frame } = reading;
  const from = origin(event);
  const link = event.type === "click" && from?.closest("[data-select]");
  if (link) follow(reading, event, link.getAttribute("data-select") ?? "");
  if (event.type === "input" && from instanceof HTMLInputElement && from.type === "search") {
    if (from === frame.input) reading.typed();
    else reading.count();
  }
  if (event.type === "change" && from === frame.input) {
    // Whoever leaves the box may leave the page next.
    reading.write(false);
    // On a phone, Enter puts the keyboard away, which would lie on the results.
    if (matchMedia("(hover: none)").matches) frame.input.blur();
  }
  const control = /** @type {HTMLElement | null | undefined} */ (from?.closest("[data-act]"));
  const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
  if (!control || event.type !== (isField ? "change" : "click")) return;
  const { act, value = "", facet = "" } = control.dataset;
  switch (act) {
    case "filter":
      return filter(reading, control, /** @type {FacetName} */ (facet), value);
    case "open":
      // Meanwhile the reader may have gone on to other works.
      return reading.fetchExtras(control).then((extras) => control.getClientRects().length > 0 && extras?.work.toggle(control, value));
    case "keep":
      return reading.fetchExtras(control).then((extras) => extras?.shelf.toggle(value, control));
    default:
      return reading.act(control, event);
  }
}

/**
 * @param {Reading} reading
 * @param {HTMLElement} control
 * @param {FacetName} facet
 * @param {string} value
 */
function filter(reading, control, facet, value) {
  const { frame, state } = reading;
  const place = [...frame.chips.querySelectorAll(".chip")].indexOf(control);
  const isInView = frame.view.contains(control);
  const before = control.getBoundingClientRect().top;
  // What stands among the works chooses; whoever has chosen so already wants to see what it found.
  if (isInView) state.open = "";
  if (!isInView || !state.has(facet, value)) state.toggle(facet, value);
  reading.show({ push: true });
  if (place >= 0) {
    frame.focusChip(place);
    keepInView(reading);
  } else if (isInView) {
    keepInView(reading);
    reading.focusResults();
  } else {
    // Groups above that are empty now are gone; the checkbox stays where the reader ticked it.
    scrollBy({ top: control.getBoundingClientRect().top - before, behavior: "instant" });
  }
}

/**
 * Results that grew shorter must not leave the reader looking at empty space below them.
 *
 * @param {Reading} reading
 */
export function keepInView({ frame: { main } }) {
  // Behind a bar of the page's own nobody sees it either.
  if (main.getBoundingClientRect().top < Number.parseFloat(getComputedStyle(main).scrollMarginTop)) main.scrollIntoView({ block: "start" });
}

/**
 * The page may keep a link from being followed, for example to open the work in its own way.
 *
 * @param {Reading} reading
 * @param {Event} event
 * @param {string} id
 */
function follow({ host, catalog }, event, id) {
  if (!host.emit("select", { resource: catalog.resource(id) }, true)) event.preventDefault();
}
