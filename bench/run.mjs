// The benchmark: ours and its peers side by side, in Node and in Chromium. `cargo xtask bench --help` tells what it takes.
//
// Everything that is measured runs elsewhere: in processes of its own (worker.mjs) or in a page (chromium.mjs). Here is
// only the order of things. What it is busy with goes to standard error, the tables to standard output.

import { fork } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { catalogOf, madeCatalog, sample } from "./catalog.mjs";
import { chromium } from "./chromium.mjs";
import { ENGINES } from "./engines/index.mjs";
import { articleOf, findings, glossaryOf, madeGlossary } from "./glossary.mjs";
import { collectionTrial, knownItemTrial, misspellingTrial } from "./quality.mjs";
import { typings } from "./queries.mjs";
import { machine, tables } from "./report.mjs";

/** @import { Catalog, Resource } from "./catalog.mjs" */
/** @import { Trial } from "./quality.mjs" */
/** @import { Built, Report, Speed, TrialResult } from "./report.mjs" */
/** @typedef {typeof import("./worker.mjs").TASKS} Tasks */

const SCRATCH = fileURLToPath(new URL("../target/equity-catalog/bench/", import.meta.url));

const { values: options } = parseArgs({
  options: {
    resources: { type: "string" },
    seed: { type: "string", default: "1" },
    catalog: { type: "string", multiple: true, default: [] },
    collection: { type: "string", multiple: true, default: [] },
    misspellings: { type: "string" },
    glossary: { type: "string", multiple: true, default: [] },
    text: { type: "string" },
    engines: { type: "string", default: ENGINES.map(({ name }) => name).join() },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    seconds: { type: "string" },
    json: { type: "string" },
  },
});

const seed = Number(options.seed);
const wanted = (/** @type {string} */ part) => !options.only || options.only === part;
/** How much is done: typings, milliseconds for an engine in a race and in a trial, queries of a class, loads. */
const EFFORT = options.quick
  ? { typings: 30, race: 3_000, trial: 5_000, each: 25, loads: 1 }
  : { typings: 120, race: 10_000, trial: 15_000, each: 100, loads: 3 };
if (options.seconds) EFFORT.race = Number(options.seconds) * 1000;
/** Known items are looked for among so many: Fuse would take half a second for each query in ten thousand. */
const KNOWN_ITEM_RESOURCES = 1_000;

const engines = options.engines.split(",").map((name) => {
  const engine = ENGINES.find((engine) => engine.name === name);
  if (!engine) throw new Error(`there is no engine ${name}; there are ${ENGINES.map(({ name }) => name).join(", ")}`);
  return engine;
});
const needsBrowser = engines.some(({ only }) => only === "chromium") || wanted("chromium");
const browser = needsBrowser && options.only !== "glossary" ? await chromium(SCRATCH) : undefined;

try {
  const report = /** @type {Report} */ ({ machine: machine(browser?.version), command: process.argv.slice(2).map((word) => word.replace(/=.*\//, "=")), speed: [], trials: [], glossaries: [] });
  const chosen = catalogs();
  if (wanted("node") || wanted("chromium")) for (const catalog of chosen) report.speed.push(await speedOf(catalog));
  if (wanted("quality")) for (const trial of trials(chosen)) report.trials.push(await resultOf(trial));
  if (wanted("glossary")) report.glossaries.push(...(await glossaries()));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
  process.stderr.write("\n");
  console.log(tables(report));
} catch (error) {
  console.error(`\nerror: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
}

/** The catalogs that were asked for; without a wish for anything else, a made one. @returns {Catalog[]} */
function catalogs() {
  const given = options.catalog.map(catalogOf);
  const others = options.catalog.length + options.collection.length + (options.misspellings ? 1 : 0);
  return others && !options.resources ? given : [madeCatalog(Number(options.resources ?? 10_000), seed), ...given];
}

/** The glossaries that were asked for; without a wish, a made one. */
async function glossaries() {
  const made = madeGlossary(seed);
  const article = options.text ? articleOf(options.text) : made.article;
  const given = options.glossary.length ? options.glossary.map(glossaryOf) : [made.glossary];
  const found = [];
  for (const glossary of given) {
    busy(`${glossary.name}: ${glossary.terms.length} terms in ${article.name}`);
    found.push(await findings(glossary, article, join(SCRATCH, "glossary"), options.quick ? 10 : 40));
  }
  return found;
}

/** @param {Catalog[]} catalogs @returns {Trial[]} */
function trials(catalogs) {
  return [
    ...catalogs.map(({ name, resources }) => knownItemTrial(name, sample(resources, KNOWN_ITEM_RESOURCES), EFFORT.each, seed)),
    ...options.collection.map(collectionTrial),
    ...(options.misspellings ? [misspellingTrial(options.misspellings)] : []),
  ];
}

/** @param {Catalog} catalog @returns {Promise<Speed>} */
async function speedOf({ name, resources }) {
  const folder = await prepared(name, resources);
  const { able, built, absent } = await build(name, folder, resources.length);
  /** @type {Speed} */
  const speed = { catalog: name, resources: resources.length, keystrokes: [], absent, built, node: undefined, chromium: undefined };
  const typed = typings(resources, EFFORT.typings, seed);
  const warmUp = typings(resources, 8, seed + 1);
  speed.keystrokes = typed.flat();
  if (wanted("node")) {
    const here = able.filter(({ only }) => only !== "chromium");
    speed.node = { loads: {}, times: {} };
    for (const engine of here) {
      const loads = [];
      for (let times = 0; times < EFFORT.loads; times++) loads.push(await task("load", `${name}: load ${engine.label} in Node`, { folder, engine: engine.name }));
      speed.node.loads[engine.name] = middle(loads);
    }
    const names = here.map(({ name }) => name);
    speed.node.times = await task("raceAll", `${name}: ${speed.keystrokes.length} keystrokes in Node`, { folder, engines: names, warmUp, typings: typed, budget: EFFORT.race });
  }
  if (wanted("chromium") && browser) {
    speed.chromium = { loads: {}, times: {} };
    for (const engine of able) {
      busy(`${name}: load ${engine.label} in Chromium`);
      const page = await browser.open();
      const before = await page.memory();
      const { prepare, time } = await page.call("open", address(folder), engine.name);
      await page.call("answers", engine.name, warmUp[0], false, EFFORT.race / 4);
      speed.chromium.loads[engine.name] = { prepare, time, memory: (await page.memory()) - before };
      await page.close();
    }
    const page = await browser.open();
    for (const engine of able) await page.call("open", address(folder), engine.name);
    busy(`${name}: ${speed.keystrokes.length} keystrokes in Chromium`);
    speed.chromium.times = await page.call("race", warmUp, typed, EFFORT.race);
    await page.close();
  }
  return speed;
}

/** @param {Trial} trial @returns {Promise<TrialResult>} */
async function resultOf({ name, resources, queries, questions, count, explained }) {
  const folder = await prepared(name, resources);
  const { able, absent } = await build(name, folder, resources.length);
  /** @type {TrialResult} */
  const result = { name, explained, queries: queries.length, figures: {}, absent, answered: {} };
  /** @type {string[][]} */
  let ours = [];
  for (const engine of able) {
    const given = { folder, engine: engine.name, queries, questions, budget: EFFORT.trial };
    const what = `${name}: ask ${engine.label}`;
    const answers = engine.only === "chromium" ? await answersInPage(what, given) : await task("answerAll", what, given);
    result.figures[engine.name] = count(answers);
    result.answered[engine.name] = answers.length;
    if (engine.name === "ours") ours = answers;
    else if (answers.length < ours.length) {
      // The first queries may be easier than all: only ours on the same ones tells something.
      result.figures[`ours, first ${answers.length}`] = count(ours.slice(0, answers.length));
      result.answered[`ours, first ${answers.length}`] = answers.length;
    }
  }
  return result;
}

/**
 * Builds what each engine ships. A peer that fails is left out, and the tables say why.
 * @param {string} name
 * @param {string} folder
 * @param {number} size
 */
async function build(name, folder, size) {
  const able = [];
  const absent = [];
  /** @type {Built} */
  const built = {};
  for (const engine of engines) {
    if (size > (engine.most ?? Infinity)) {
      absent.push(`${engine.label} is not tried on more than ${engine.most} resources.`);
      continue;
    }
    try {
      built[engine.name] = await task("build", `${name}: build ${engine.label}`, { folder, engine: engine.name });
      able.push(engine);
    } catch (error) {
      if (engine.name === "ours") throw error;
      absent.push(`${engine.label} could not be built: ${error instanceof Error ? error.message.split("\n")[0] : error}.`);
    }
  }
  return { able, built, absent };
}

/** @param {string} what @param {{ folder: string, engine: string, queries: string[], questions: boolean, budget: number }} given */
async function answersInPage(what, { folder, engine, queries, questions, budget }) {
  if (!browser) throw new Error(`${engine} takes a browser`);
  busy(what);
  const page = await browser.open();
  await page.call("open", address(folder), engine);
  const answers = await page.call("answers", engine, queries, questions, budget);
  await page.close();
  return answers;
}

/** An empty folder with a catalog's rows in it. @param {string} name @param {Resource[]} resources */
async function prepared(name, resources) {
  const folder = join(SCRATCH, name.replaceAll(/[^\p{L}\p{N}]+/gu, "-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "resources.json"), JSON.stringify(resources));
  return folder;
}

/** Where the page finds a folder. @param {string} folder */
function address(folder) {
  return `/${folder.slice(SCRATCH.length)}/`;
}

/**
 * Does a task in a process of its own.
 * @template {keyof Tasks} T
 * @param {T} task
 * @param {string} what  for the line of progress
 * @param {Parameters<Tasks[T]>[0]} given
 * @returns {Promise<Awaited<ReturnType<Tasks[T]>>>}
 */
function task(task, what, given) {
  busy(what);
  return new Promise((done, fail) => {
    const memory = Math.floor((totalmem() / 2 ** 20) * 0.6);
    const child = fork(fileURLToPath(new URL("worker.mjs", import.meta.url)), { execArgv: ["--expose-gc", `--max-old-space-size=${memory}`] });
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`${what}: the process ended with ${code}`)));
    child.once("message", (/** @type {any} */ { result, error }) => (error ? fail(new Error(`${what}: ${error}`)) : done(result)));
    child.send({ task, given });
  });
}

/** Shows what is going on: on a terminal in one line, elsewhere line by line. @param {string} what */
function busy(what) {
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${what} …`.slice(0, 90) : `${what} …\n`);
}

/** The load whose time is the median. @template {{ time: number }} L @param {L[]} loads */
function middle(loads) {
  return [...loads].sort((a, b) => a.time - b.time)[Math.floor(loads.length / 2)];
}
