// What is asked of the engine while it stops in the middle of every question, and afterwards. It has no fault that we know of: so what it calls last in
// each question throws through it, which leaves it as a trap does. Read by trap.test.mjs, which also runs it where there is no WebAssembly.

import assert from "node:assert/strict";
import { mock } from "node:test";

import { Catalog } from "../../pkg/index.js";

export const RECORDS = { title: "Two works", resources: [{ id: "a", title: "Alliance networks" }, { id: "b", title: "Coalitions" }], terms: [{ id: "t", term: "Trust", senses: [{ text: ["Being able to rely."] }] }] };

/** What each question gives, whichever catalog it is asked of. @type {[what: string, ask: (catalog: Catalog) => unknown][]} */
const QUESTIONS = [
  ["a search", (catalog) => catalog.search("alliance").hits.map(({ id }) => id)],
  ["a suggestion", (catalog) => catalog.suggest("all")],
  ["a work", (catalog) => catalog.resource("a")?.title],
  ["all works", (catalog) => catalog.resources().length],
  ["the sections", (catalog) => catalog.sections()],
  ["a term", (catalog) => catalog.glossary.term(catalog.glossary.terms()[0]?.id ?? "")?.term],
  ["terms in a text", (catalog) => catalog.glossary.find("a matter of trust and of oppression").length],
];

/**
 * Runs something while a function that the engine calls throws.
 * @template T
 * @param {() => T} run
 * @param {object} [holder]
 * @param {string} [name]
 * @returns {T}
 */
export function stopping(run, holder = JSON, name = "parse") {
  const stop = mock.method(/** @type {any} */ (holder), name, () => {
    throw new Error("unreachable");
  });
  const console = mock.method(globalThis.console, "error", () => {});
  const over = () => {
    stop.mock.restore();
    console.mock.restore();
  };
  const result = run();
  if (result instanceof Promise) return /** @type {any} */ (result.finally(over));
  over();
  return result;
}

/** After the engine has stopped, the very next question is answered, of every catalog, as it was before. */
export async function answersAgain() {
  const [one, other, embedded] = [await Catalog.from(RECORDS), await Catalog.from(RECORDS), await Catalog.embedded()];
  for (const [what, ask] of QUESTIONS) {
    const before = [one, other, embedded].map(ask);
    stopping(() => assert.throws(() => ask(one), { code: "engine-failed" }, what));
    assert.deepEqual([one, other, embedded].map(ask), before, what);
  }
}

/** So does the builder. */
export async function buildsAgain() {
  await stopping(() => assert.rejects(Catalog.from(RECORDS), { code: "engine-failed" }), Object, "entries");
  assert.equal((await Catalog.from(RECORDS)).search("coalitions").total, 1);
}

/** What was opened before can be freed, and is collected without touching what runs now. */
export async function collectsOldOnes() {
  for (let times = 0; times < 50; times += 1) {
    const old = await Catalog.embedded();
    if (times % 2) await Catalog.embedded();
    stopping(() => assert.throws(() => old.search(""), { code: "engine-failed" }));
    old.free();
    assert.throws(() => old.search(""), { code: "freed" });
  }
  const { setFlagsFromString } = await import("node:v8");
  const { runInNewContext } = await import("node:vm");
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const catalog = await Catalog.embedded();
  const before = catalog.search("network").hits.map(({ id }) => id);
  for (let times = 0; times < 5; times += 1) {
    collect();
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.deepEqual(catalog.search("network").hits.map(({ id }) => id), before);
  assert.equal(catalog.glossary.terms().length, catalog.info.terms);
}
