// One task in a process of its own, so that no engine's garbage is another's: build, load, race, or answer.
//
// run.mjs starts it, sends it one task, and gets back one result.

import { readFileSync, statSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { ENGINES } from "./engines/index.mjs";
import { bytesOf } from "./engines/shared.mjs";
import { answers, race, watchMemories } from "./measure.mjs";

/** @import { Engine } from "./engines/shared.mjs" */

/** What a task is about: the folder holds the catalog's rows and what the engines ship. @typedef {{ folder: string, engine: string }} Subject */

export const TASKS = { build, load, raceAll, answerAll };

/** Ends of typing that make an engine unfold what it leaves until the first search. */
const FIRST_QUERIES = ["a", "th", "the", "art of", "social chan", "netwrok"];

process.once("message", async (/** @type {{ task: keyof typeof TASKS, given: any }} */ { task, given }) => {
  try {
    process.send?.({ result: await TASKS[task](given) }, () => process.disconnect());
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) }, () => process.disconnect());
  }
});

/**
 * Builds an engine's index and weighs what is shipped. Brotli at 9 of its 11 steps: within a few percent of the last one
 * in a twentieth of the time.
 * @param {Subject} subject
 */
async function build({ folder, engine }) {
  const resources = JSON.parse(readFileSync(join(folder, "resources.json"), "utf8"));
  const start = performance.now();
  const shipped = bytesOf(await named(engine).build(resources, folder));
  const time = performance.now() - start;
  writeFileSync(join(folder, `${engine}.shipped`), shipped);
  // What is shipped as a folder of files is compressed already.
  if (shipped.length === 0) {
    const bytes = await weigh(join(folder, engine));
    return { time, bytes, brotli: bytes };
  }
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
  const brotli = brotliCompressSync(shipped, { params: { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: 24 } }).length;
  return { time, bytes: shipped.length, brotli };
}

/**
 * Loads an engine as a page does once, and tells how long it took and how much memory is taken thereafter.
 * @param {Subject} subject
 */
async function load({ folder, engine }) {
  const wasm = watchMemories();
  const memory = () => {
    // A second time for what the first one only marked.
    for (let times = 0; times < 2; times++) globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers + wasm();
  };
  const before = memory();
  const start = performance.now();
  await named(engine).prepare?.();
  const prepared = performance.now();
  const { opened, time } = await open(folder, engine);
  for (const query of FIRST_QUERIES) await opened.search(query);
  const grown = memory() - before;
  // What nobody uses any more could have been collected before it was weighed.
  await opened.search("");
  return { prepare: prepared - start, time, memory: grown };
}

/** @param {{ folder: string, engines: string[], warmUp: string[][], typings: string[][], budget: number }} given */
async function raceAll({ folder, engines, warmUp, typings, budget }) {
  const contestants = [];
  for (const engine of engines) {
    await named(engine).prepare?.();
    const { search, faceted } = (await open(folder, engine)).opened;
    contestants.push({ name: engine, search });
    if (faceted) contestants.push({ name: `${engine}, facets`, search: faceted });
  }
  globalThis.gc?.();
  return race(contestants, warmUp, typings, budget);
}

/** @param {Subject & { queries: string[], questions: boolean, budget: number }} given */
async function answerAll({ folder, engine, queries, questions, budget }) {
  await named(engine).prepare?.();
  return answers((await open(folder, engine)).opened, queries, questions, budget);
}

/**
 * Opens what was shipped. The clock starts when it has arrived: as text for the engines that ship text, as fetch would give it.
 * @param {string} folder
 * @param {string} engine
 */
async function open(folder, engine) {
  const bytes = readFileSync(join(folder, `${engine}.shipped`));
  const shipped = named(engine).binary ? new Uint8Array(bytes) : bytes.toString("utf8");
  const start = performance.now();
  const opened = await named(engine).open(shipped, "");
  return { opened, time: performance.now() - start };
}

/** @param {string} name @returns {Engine} */
function named(name) {
  const engine = ENGINES.find((engine) => engine.name === name);
  if (!engine) throw new Error(`there is no engine ${name}`);
  return engine;
}

/** The bytes of all files of a folder. @param {string} folder */
async function weigh(folder) {
  const files = await readdir(folder, { recursive: true });
  return files.map((file) => statSync(join(folder, file))).reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
