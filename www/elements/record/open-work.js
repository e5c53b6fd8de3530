// The work that is open in full, in its place in the list or, when the list doesn't have it, above it.

import { element, focusOn } from "../dom.js";
import { listing } from "../listing.js";
import { recordView } from "./view.js";

/** @import { Reading } from "../reading.js" */

export class OpenWork {
  #reading;
  /** Ends when the work is closed. @type {AbortController | undefined} */
  #open;
  /** The listing that is open; a work can stand in a page more than once. @type {Element | undefined} */
  #place;

  /** @param {Reading} reading */
  constructor(reading) {
    this.#reading = reading;
    reading.signal.addEventListener("abort", () => this.close());
  }

  /**
   * What a button below a listing does.
   *
   * @param {Element} button
   * @param {string} id
   */
  toggle(button, id) {
    const { state } = this.#reading;
    const place = button.closest(".listing") ?? undefined;
    const opens = place !== this.#place;
    this.close();
    state.open = opens ? id : "";
    this.#reading.write(true);
    if (opens) return this.#show(place);
    // Above the list it stood only to be read.
    const above = place?.closest(".above");
    if (!above) return;
    above.remove();
    this.#reading.focusResults();
  }

  close() {
    this.#open?.abort();
    const record = this.#place?.querySelector(".record");
    record?.replaceChildren();
    record?.toggleAttribute("hidden", true);
    this.#place?.querySelector(".open")?.setAttribute("aria-expanded", "false");
    this.#place = undefined;
  }

  /**
   * Shows the work that the address names, if it names one.
   *
   * @param {boolean} focus  whether the reader came here to read it
   * @param {boolean} [back]  whether the reader came back, from among the works
   */
  follow(focus, back) {
    const { state, frame, slices } = this.#reading;
    this.close();
    if (!state.open) return;
    const above = frame.view.querySelector(".above");
    if (!above?.querySelector(`[data-work="${CSS.escape(state.open)}"]`)) above?.remove();
    const named = () => frame.view.querySelector(`[data-work="${CSS.escape(state.open)}"]`) ?? undefined;
    let place = named();
    if (!place) {
      slices.finish();
      place = named() ?? this.#above(state.open);
    }
    if (!place) return;
    this.#show(place);
    const title = /** @type {HTMLElement | null} */ (place.querySelector(".title"));
    if (back && !focus) /** @type {HTMLElement | null} */ (place.querySelector(".open"))?.focus({ preventScroll: true });
    if (!focus || !title) return;
    focusOn(title);
    // In the next frame, since Firefox pulls a page that has just grown back to where it ended before.
    requestAnimationFrame(() => title.scrollIntoView({ block: "start" }));
  }

  /**
   * A work that isn't in what is shown, above it.
   *
   * @param {string} id
   */
  #above(id) {
    const { catalog, frame, context, words } = this.#reading;
    const resource = catalog.resource(id);
    if (!resource) {
      frame.view.prepend(element("p", { class: "note above", part: "note", role: "alert" }, words.say("noSuchWork", { id })));
      return undefined;
    }
    const place = listing(resource, { ...context, level: context.level + 1 });
    frame.view.prepend(element("ul", { class: "listings above", role: "list", lang: context.language, dir: "auto" }, place));
    return place;
  }

  /** @param {Element | undefined} place */
  #show(place) {
    const record = place?.querySelector(".record");
    if (!place || !record) return;
    this.#place = place;
    const life = new AbortController();
    this.#open = life;
    place.querySelector(".open")?.setAttribute("aria-expanded", "true");
    const level = Number(place.querySelector(".title")?.localName.slice(1)) + 1;
    record.replaceChildren(...recordView(this.#reading.state.open, this.#reading, level, life.signal));
    record.removeAttribute("hidden");
  }
}
