// What a reader does in a catalog: every control says in `data-act` what it is for, and one listener sees to it.

import { focusOn, origin } from "./dom.js";

/** @import { FacetName } from "../api/types.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Sort } from "./reading-state.js" */

/**
 * @param {Reading} reading
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 */
export function listen(reading, root, signal) {
  for (const type of ["input", "change", "click"]) root.addEventListener(type, (event) => act(reading, event), { signal });
}

/**
 * @param {Reading} reading
 * @param {Event} event
 */
function act(reading, event) {
  const { frame, state } = reading;
  const from = origin(event);
  const link = event.type === "click" && from?.closest("[data-select]");
  if (link) follow(reading, event, link.getAttribute("data-select") ?? "");
  if (event.type === "input" && from instanceof HTMLInputElement && from.type === "search") {
    if (from === frame.input) reading.typed();
    else reading.show();
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
    case "clear":
      state.clear();
      frame.input.value = "";
      reading.show({ reorder: true, push: true });
      return frame.input.focus();
    case "unfilter":
      state.unfilter();
      return reading.show({ push: true });
    case "page":
      state.page = Number(value);
      state.open = "";
      reading.show({ push: true });
      // All at once: the buttons for further pages stay where they will be.
      reading.slices.finish();
      reading.focusTitle(0);
      return keepInView(reading);
    case "further":
      return reading.showFurther();
    case "sort":
    case "group":
      state.page = 0;
      if (act === "sort") state.sort = /** @type {Sort} */ (/** @type {HTMLSelectElement} */ (control).value);
      else state.group = /** @type {HTMLSelectElement} */ (control).value;
      return reading.show({ push: true });
    case "section":
      state.section = value;
      state.open = "";
      state.list = undefined;
      reading.show({ push: true });
      return focusOn(frame.view.querySelector(".section-title"));
    case "filters":
      return void reading.openFilters();
    case "more":
      frame.facet(value)?.toggle();
      return reading.show();
    case "fold":
      frame.facet(value)?.toggleFold();
      return reading.show({ reorder: true });
    case "within":
      return frame.facet("path")?.toggleWithin(value);
    case "open":
      return void reading.fetchExtras().then((extras) => extras?.work.toggle(control, value));
    case "keep":
      return void reading.fetchExtras().then((extras) => extras?.shelf.toggle(value));
    case "list":
    case "unlist":
      state.list = act === "list" ? "" : undefined;
      state.open = "";
      reading.show({ push: true });
      return reading.focusSoon();
    case "related":
      // A new tab or window is the browser's to open.
      if (/** @type {MouseEvent} */ (event).metaKey || /** @type {MouseEvent} */ (event).ctrlKey || /** @type {MouseEvent} */ (event).shiftKey) return;
      event.preventDefault();
      state.open = value;
      reading.write(true);
      return void reading.fetchExtras().then((extras) => extras?.work.follow(true));
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
  state.toggle(facet, value);
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
function keepInView({ frame: { main } }) {
  if (main.getBoundingClientRect().top < 0) main.scrollIntoView({ block: "start" });
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
