// Long work in portions that each fit a frame, so that typing never waits for it: what a reader sees first is made at
// once, the rest in the frames that follow, and whatever was not made yet when the reader types on is never made.

/** How many things, such as listings or groups of filters, are made in one frame. */
export const PORTION = 5;

export class Slices {
  /** @type {(() => void)[]} */
  #soon = [];
  /** @type {(() => void)[]} */
  #waiting = [];
  #made = 0;
  #frame = 0;
  /** @type {(() => void) | undefined} */
  #done;

  /**
   * Drops what is left of the work before, and starts anew.
   *
   * @param {() => void} [done]  when all is made
   */
  begin(done) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#soon = [];
    this.#waiting = [];
    this.#made = 0;
    this.#done = done;
  }

  /**
   * In the next frame, before whatever else waits.
   *
   * @param {() => void} make
   */
  soon(make) {
    this.#soon.push(make);
    this.#await();
  }

  /** @param {() => void} make */
  add(make) {
    this.#waiting.push(make);
    this.#go();
  }

  /**
   * Appends what is made of each item.
   *
   * @template Item
   * @param {Element} list
   * @param {Item[]} items
   * @param {(item: Item) => Node | undefined} make
   */
  fill(list, items, make) {
    for (const item of items) {
      this.add(() => {
        const made = make(item);
        if (made) list.append(made);
      });
    }
  }

  /** Makes all the rest now: somebody wants to go there, or to print. */
  finish() {
    for (const make of [...this.#soon.splice(0), ...this.#waiting.splice(0)]) make();
  }

  #go() {
    while (this.#made < PORTION) {
      const make = this.#soon.shift() ?? this.#waiting.shift();
      if (!make) break;
      this.#made += 1;
      make();
    }
    this.#await();
  }

  #await() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#made = 0;
      if (this.#soon.length + this.#waiting.length > 0) return this.#go();
      this.#done?.();
      this.#done = undefined;
    });
  }
}
