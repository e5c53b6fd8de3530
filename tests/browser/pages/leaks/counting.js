// Counts what a script may leave behind when its elements are gone: listeners on the window, the document and on media
// queries, observers, timers and frames that were asked for. Before every other script, so that nothing goes unseen.
//
// It keeps numbers and names only, no reference to anything that it counts: else it would itself be what keeps it alive.
{
  /** @type {Set<string>} */
  const left = new Set();
  Object.assign(globalThis, { whatIsLeft: () => [...left].sort() });

  let last = 0;
  /** @type {WeakMap<object, number>} */
  const numbers = new WeakMap();
  /** @param {object} thing */
  const numberOf = (thing) => {
    const known = numbers.get(thing) ?? ++last;
    numbers.set(thing, known);
    return known;
  };

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  /** @param {EventTarget} target */
  const place = (target) => (target === window ? "window" : target === document ? "document" : target instanceof MediaQueryList ? "media query" : "");
  /** @param {EventTarget} target @param {string} type @param {object} listener @param {unknown} options */
  const key = (target, type, listener, options) => {
    const capture = typeof options === "boolean" ? options : Boolean(/** @type {AddEventListenerOptions | undefined} */ (options)?.capture);
    return `${place(target)} listens for ${type} (${numberOf(listener)}${capture ? ", capture" : ""})`;
  };

  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    add.call(target, type, listener, options);
    if (!listener || !place(target)) return;
    const { signal, once } = typeof options === "object" ? options : {};
    if (signal?.aborted) return;
    const name = key(target, type, listener, options);
    left.add(name);
    const gone = () => left.delete(name);
    if (signal) add.call(signal, "abort", gone, { once: true });
    if (once) add.call(target, type, gone, { once: true, capture: true });
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    remove.call(target, type, listener, options);
    if (listener && place(target)) left.delete(key(target, type, listener, options));
  };

  for (const kind of /** @type {const} */ (["MutationObserver", "ResizeObserver", "IntersectionObserver"])) {
    const Real = /** @type {any} */ (globalThis[kind]);
    /** @type {any} */ (globalThis)[kind] = class extends Real {
      #name = `${kind} ${++last}`;
      /** How many it watches, where it can leave one. */
      #watched = 0;
      /** @type {WeakSet<Node>} */
      #seen = new WeakSet();
      /** @param {Node} target @param {unknown} options */
      observe(target, options) {
        super.observe(target, options);
        if (!this.#seen.has(target)) this.#watched++;
        this.#seen.add(target);
        left.add(this.#name);
      }
      /** @param {Node} target */
      unobserve(target) {
        super.unobserve(target);
        if (this.#seen.delete(target) && --this.#watched === 0) left.delete(this.#name);
      }
      disconnect() {
        super.disconnect();
        this.#seen = new WeakSet();
        this.#watched = 0;
        left.delete(this.#name);
      }
    };
  }

  for (const [ask, end, again] of /** @type {[string, string, boolean][]} */ ([
    ["setTimeout", "clearTimeout", false], ["setInterval", "clearInterval", true],
    ["requestAnimationFrame", "cancelAnimationFrame", false], ["requestIdleCallback", "cancelIdleCallback", false],
  ])) {
    const world = /** @type {any} */ (globalThis);
    const [realAsk, realEnd] = [world[ask], world[end]];
    if (!realAsk) continue;
    world[ask] = (/** @type {Function} */ act, /** @type {unknown[]} */ ...rest) => {
      const id = realAsk((/** @type {unknown[]} */ ...given) => {
        if (!again) left.delete(`${ask} ${id}`);
        act(...given);
      }, ...rest);
      // Half a minute is what WebKit's driver gives each question of a test, by a timer in the page.
      if (rest[0] !== 30_000) left.add(`${ask} ${id}`);
      return id;
    };
    world[end] = (/** @type {number | undefined} */ id) => {
      realEnd(id);
      // The two kinds of timers share their numbers, and either call ends either.
      for (const name of [ask, ...(ask.startsWith("set") ? ["setTimeout", "setInterval"] : [])]) left.delete(`${name} ${id}`);
    };
  }
}
