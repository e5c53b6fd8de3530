// Chance that can be repeated: the same seed gives the same catalog and the same queries on every machine.
//
// mulberry32, a generator of 32 bits of state in six lines (public domain, by Tommy Ettinger); good enough to draw words.

/**
 * @typedef {object} Random
 * @property {() => number} fraction               from 0 up to 1, 1 not included
 * @property {(below: number) => number} integer   from 0 up to `below`, which is not included
 * @property {<T>(list: ArrayLike<T>) => T} pick   one of a list that is not empty
 */

/** @param {number} seed @returns {Random} */
export function random(seed) {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (/** @type {number} */ below) => Math.floor(fraction() * below);
  return { fraction, integer, pick: (list) => list[integer(list.length)] };
}
