// The reading list as the catalog sees it: a button below each work, and one that shows the list.

import { showKept } from "../listing.js";
import { readingList } from "./store.js";
import { readingListView, worksOf } from "./view.js";

/** @import { Reading } from "../reading.js" */

export class Shelf {
  #reading;
  #list;
  /** The ids that were last counted: reading their works takes time, and update is called with every letter. @type {readonly string[]} */
  #counted = [];
  #count = 0;
  /** Ends when the list is shown anew. */
  #shown = new AbortController();

  /** @param {Reading} reading */
  constructor(reading) {
    this.#reading = reading;
    this.#list = readingList(reading.catalog.info.title);
    this.#list.watch(() => this.update(), reading.signal);
    reading.signal.addEventListener("abort", () => this.#shown.abort());
    this.update();
  }

  /** @param {string} id */
  has(id) {
    return this.#list.has(id);
  }

  /**
   * @param {string} id
   * @param {Element} button
   */
  toggle(id, button) {
    if (this.#list.full && !this.has(id)) this.#reading.tell(this.#reading.words.say("listFull", { count: this.#list.ids.length }), button);
    else this.#list.toggle(id);
  }

  /** Shows the reader's list, or one that somebody has sent, in place of what is shown. */
  show() {
    this.#shown.abort();
    this.#shown = new AbortController();
    this.#reading.put(readingListView(this.#list, this.#reading, this.#shown.signal));
  }

  /** To the reader's list, or back to the catalog. @param {"" | undefined} list */
  turnTo(list) {
    const reading = this.#reading;
    reading.state.list = list;
    reading.state.open = "";
    reading.show({ push: true });
    reading.slices.soon(() => reading.focusResults());
  }

  /** Every button says what is now so, also when another tab has changed it. */
  update() {
    const { frame, state, words, catalog } = this.#reading;
    const { ids } = this.#list;
    if (ids !== this.#counted) this.#count = worksOf(ids, catalog).length;
    this.#counted = ids;
    const count = this.#count;
    frame.listButton.hidden = count === 0 || state.list === "";
    frame.listButton.textContent = words.say("readingListCount", { count });
    for (const button of frame.view.querySelectorAll(".keep")) {
      const keep = /** @type {HTMLElement} */ (button);
      showKept(keep, this.has(keep.dataset["value"] ?? ""), words);
    }
  }
}
