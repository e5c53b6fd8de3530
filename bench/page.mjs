// What runs inside the measured page: the same measuring as in Node, called by chromium.mjs. esbuild bundles it with the
// peers; our own package is loaded as a site would load it.

import { ENGINES } from "./engines/index.mjs";
import { answers, race, watchMemories } from "./measure.mjs";

/** @import { Engine, Opened } from "./engines/shared.mjs" */

const wasm = watchMemories();
/** @type {Map<string, Opened>} */
const openEngines = new Map();

export const inside = {
  wasm,

  /** Fetches what an engine ships and opens it. @param {string} folder @param {string} name */
  async open(folder, name) {
    const engine = named(name);
    const response = await fetch(`${folder}${name}.shipped`);
    const shipped = engine.binary ? new Uint8Array(await response.arrayBuffer()) : await response.text();
    const start = performance.now();
    await engine.prepare?.();
    const prepared = performance.now();
    openEngines.set(name, await engine.open(shipped, folder));
    return { prepare: prepared - start, time: performance.now() - prepared };
  },

  /** @param {string[][]} warmUp @param {string[][]} typings @param {number} budget */
  race(warmUp, typings, budget) {
    const contestants = [...openEngines].flatMap(([name, { search, faceted }]) => [
      { name, search },
      ...(faceted ? [{ name: `${name}, facets`, search: faceted }] : []),
    ]);
    return race(contestants, warmUp, typings, budget);
  },

  /** @param {string} name @param {string[]} queries @param {boolean} questions @param {number} budget */
  answers(name, queries, questions, budget) {
    const opened = openEngines.get(name);
    if (!opened) throw new Error(`${name} is not open`);
    return answers(opened, queries, questions, budget);
  },
};

Object.assign(globalThis, { inside });

/** @param {string} name @returns {Engine} */
function named(name) {
  const engine = ENGINES.find((engine) => engine.name === name);
  if (!engine) throw new Error(`there is no engine ${name}`);
  return engine;
}
