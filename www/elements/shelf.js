// The reading list as the catalog sees it: a button below each work, and one that shows the list. What it is made of is
// fetched once a reader has one, or is about to.

import { showKept } from "./listing.js";

/** @import { ReadingList } from "./reading-list/store.js" */
/** @import { Reading } from "./reading.js" */

/** What the list's key in the browser's storage begins with. */
const PREFIX = "equity-catalog:reading-list:";

export class Shelf {
  #reading;
  /** @type {ReadingList | undefined} */
  #list;

  /** @param {Reading} reading */
  constructor(reading) {
    this.#reading = reading;
  }

  /** Whether a work is in the list; there are no lists when this is missing. */
  get listed() {
    if (this.#reading.host.readingList === "off") return undefined;
    return (/** @type {string} */ id) => this.#list?.has(id) ?? false;
  }

  /** A list from an earlier visit is there from the start. */
  start() {
    try {
      if (this.listed && localStorage.getItem(PREFIX + this.#name)) void this.#fetch();
    } catch {
      // Where nothing may be stored, nothing was.
    }
  }

  /** @param {string} id */
  async toggle(id) {
    const part = await this.#fetch();
    if (part) this.#list?.toggle(id);
  }

  /** Shows the reader's list, or one that somebody has sent, in place of what is shown. */
  async show() {
    const part = await this.#fetch();
    const { frame, state } = this.#reading;
    if (part && this.#list && state.list !== undefined) frame.view.replaceChildren(part.readingListView(this.#list, this.#reading));
  }

  get #name() {
    return this.#reading.catalog.info.title;
  }

  async #fetch() {
    const { signal } = this.#reading;
    const part = await this.#reading.fetched(() => import("./reading-list/index.js"));
    if (part && !this.#list) {
      this.#list = part.readingList(this.#name);
      this.#list.watch(() => this.#follow(), signal);
      this.#reading.words.learn(part.enRecord);
      this.#follow();
    }
    return part;
  }

  /** Follows whether the list itself is shown. */
  update() {
    if (this.#list) this.#follow();
  }

  /** Every button says what is now so, also when another tab has changed it. */
  #follow() {
    const { frame, state, words } = this.#reading;
    const count = this.#list?.ids.length ?? 0;
    frame.listButton.textContent = words.say("readingListCount", { count });
    frame.listButton.hidden = count === 0 || state.list === "";
    for (const button of frame.view.querySelectorAll(".keep")) {
      const keep = /** @type {HTMLElement} */ (button);
      showKept(keep, this.#list?.has(keep.dataset["value"] ?? "") ?? false, words);
    }
  }
}
