// Long work in portions that each fit a frame, so that typing never waits for it, on old phones neither: what a reader sees
// first is made first, and whatever was not made yet when the reader types on is never made.

/** How many things, such as listings or groups of filters, are made in one frame. */
const PORTION = 2;
/** How many items of a list come before all else: about what a window shows. */
export const FIRST = 5;

export class Slices {
  /** What is made first, and what when nothing of that is left. @type {[soon: (() => void)[], later: (() => void)[]]} */
  #waiting = [[], []];
  #filled = 0;
  #made = 0;
  #isGoing = false;
  #frame = 0;
  /** @type {(() => void) | undefined} */
  #done;
  #attempt;

  /** @param {(make: () => Promise<void>) => void} attempt  makes one thing; when that fails, the rest is made all the same */
  constructor(attempt) {
    this.#attempt = attempt;
  }

  /**
   * Drops what is left of the work before, and starts anew.
   *
   * @param {() => void} [done]  when all is made
   */
  begin(done) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#waiting = [[], []];
    this.#filled = 0;
    // What begins anew in a frame that has done something already goes on in the next one.
    if (!this.#isGoing) this.#made = 0;
    this.#done = done;
    // Also when nothing is to be made, it is all made in the next frame.
    this.#await();
  }

  /**
   * In the next frame, before whatever else waits.
   *
   * @param {() => void} make
   */
  soon(make) {
    this.#waiting[0].push(make);
    this.#await();
  }

  /**
   * When nothing is left that comes first.
   *
   * @param {() => void} make
   */
  later(make) {
    this.#waiting[1].push(make);
    this.#await();
  }

  /**
   * Appends what is made of each item, the first ones at once.
   *
   * @template Item
   * @param {Element} list
   * @param {Item[]} items
   * @param {(item: Item) => Node | undefined} make
   */
  fill(list, items, make) {
    for (const item of items) {
      this.#filled += 1;
      this.#waiting[this.#filled > FIRST ? 1 : 0].push(() => {
        const made = make(item);
        if (made) list.append(made);
      });
    }
    this.#go();
  }

  /** Nothing more in this frame: it has done enough. */
  rest() {
    this.#made = PORTION;
  }

  /** Makes all the rest now: somebody wants to go there, or to print. */
  finish() {
    while (this.#makeNext());
    this.#end();
  }

  #makeNext() {
    const make = this.#waiting[0].shift() ?? this.#waiting[1].shift();
    if (make) this.#attempt(async () => make());
    return make;
  }

  #go() {
    const wasGoing = this.#isGoing;
    this.#isGoing = true;
    while (this.#made < PORTION) {
      this.#made += 1;
      this.#makeNext();
    }
    this.#isGoing = wasGoing;
    this.#await();
  }

  #end() {
    this.#done?.();
    this.#done = undefined;
  }

  #await() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#made = 0;
      if (this.#waiting.some(({ length }) => length > 0)) return this.#go();
      this.#end();
    });
  }
}
