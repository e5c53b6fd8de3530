// The status that is heard: one region that stands in the page from the start, and is not seen.

import { element, present } from "./dom.js";

/** A status that changes with every letter would be read out with every letter: it waits until the reader pauses. */
const DELAY = 600;

const region = () => element("p", { class: "spoken", role: "status" });

export class Status {
  region = region();
  /** @type {HTMLElement | undefined} */
  #other;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      (this.#other ?? this.region).replaceChildren(...present([text]));
    }, DELAY);
  }

  /** At once, whatever was still to be said. */
  hush() {
    clearTimeout(this.#speaking);
    this.region.textContent = "";
  }

  /** A region that speaks in place of the first, in a dialog that hides all else. */
  another() {
    return (this.#other = region());
  }

  /** The first region speaks again. */
  only() {
    this.#other = undefined;
  }
}
