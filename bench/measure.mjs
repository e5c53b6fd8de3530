// The measuring itself, the same in Node and in a page: it gets engines that are open and knows neither files nor catalogs.

/** @import { Opened } from "./engines/shared.mjs" */

/**
 * One who answers keystrokes: an engine, or one of its ways of searching.
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(query: string) => unknown} search
 */

/**
 * Lets all contestants answer the same keystrokes and gives back how long each took, in milliseconds.
 *
 * They take turns within every keystroke, each time in another order, so whatever drifts on the machine hits all alike,
 * and each starts with the others' short-lived garbage swept away.
 * One that has used up its time answers no more: its times are those of the first keystrokes.
 * @param {Contestant[]} contestants
 * @param {string[][]} warmUp   typings that are not timed
 * @param {string[][]} typings
 * @param {number} budget       milliseconds for each contestant
 * @returns {Promise<Record<string, number[]>>}
 */
export async function race(contestants, warmUp, typings, budget) {
  const racers = contestants.map((contestant) => ({ ...contestant, times: /** @type {number[]} */ ([]), used: 0 }));
  for (const racer of racers) {
    for (const query of warmUp.flat()) {
      if (racer.used > budget / 4) break;
      racer.used += await timed(racer.search, query);
    }
    racer.used = 0;
  }
  for (const [turn, query] of typings.flat().entries()) {
    for (let place = 0; place < racers.length; place++) {
      const racer = racers[(turn + place) % racers.length];
      if (racer.used > budget) continue;
      const time = await timed(racer.search, query);
      racer.times.push(time);
      racer.used += time;
    }
  }
  return Object.fromEntries(racers.map(({ name, times }) => [name, times]));
}

/**
 * What an engine finds for each query; fewer than were asked when its time runs out, but at least one.
 * @param {Opened} opened
 * @param {string[]} queries
 * @param {boolean} questions  whether they are whole sentences
 * @param {number} budget      milliseconds
 * @returns {Promise<string[][]>}
 */
export async function answers(opened, queries, questions, budget) {
  const search = (questions && opened.ask) || opened.search;
  const start = performance.now();
  const given = [];
  for (const query of queries) {
    if (given.length > 0 && performance.now() - start > budget) break;
    given.push(await opened.ids(await search(query)));
  }
  return given;
}

/**
 * The value that a share of the numbers don't exceed.
 * @param {number[]} numbers
 * @param {number} share
 */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {(query: string) => unknown} search @param {string} query */
async function timed(search, query) {
  globalThis.gc?.({ type: "minor" });
  const start = performance.now();
  const answer = search(query);
  // Most engines answer at once; waiting for them all the same would cost the fast ones a good part of their time.
  if (answer instanceof Promise) await answer;
  return performance.now() - start;
}

/**
 * Watches for WebAssembly memories, of which a garbage-collected heap says nothing, and gives their bytes when asked.
 * @returns {() => number}
 */
export function watchMemories() {
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  const note = (/** @type {any} */ made) => {
    for (const value of Object.values((made.instance ?? made).exports ?? {})) if (value instanceof WebAssembly.Memory) memories.add(value);
    return made;
  };
  const { Instance, instantiate, instantiateStreaming } = /** @type {any} */ (WebAssembly);
  Object.assign(WebAssembly, {
    Instance: new Proxy(Instance, { construct: (target, given) => note(new target(...given)) }),
    instantiate: async (/** @type {unknown[]} */ ...given) => note(await instantiate(...given)),
    instantiateStreaming: async (/** @type {unknown[]} */ ...given) => note(await instantiateStreaming(...given)),
  });
  return () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}
