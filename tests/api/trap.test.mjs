// What the wrapper makes of a fault of the engine's own, or of memory that there isn't. The engine has no fault that we know of: so a module that only
// traps stands in for it, or what the engine calls last in each question throws through it, which leaves it as a trap does. Too little memory is real.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mock, test } from "node:test";

import { Catalog } from "../../pkg/index.js";
import { EquityCatalogError, guarded } from "../../www/api/error.js";

/** `(module (func (export "f") unreachable))` */
const TRAPPING = "AGFzbQEAAAABBAFgAAADAgEABwUBAWYAAAoFAQMAAAs=";

test("a trap is told in the console, with its place, and becomes an error with a cure", () => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(TRAPPING, "base64")));
  const console = mock.method(globalThis.console, "error", () => {});
  assert.throws(() => guarded(/** @type {() => void} */ (exports.f)), (/** @type {unknown} */ error) => {
    assert.ok(error instanceof EquityCatalogError);
    assert.equal(error.code, "engine-failed");
    assert.match(error.message, /; try again/);
    assert.ok(error.cause instanceof WebAssembly.RuntimeError);
    return true;
  });
  assert.equal(console.mock.callCount(), 1);
  const [sentence, trap] = console.mock.calls[0]?.arguments ?? [];
  assert.equal(sentence, "equity-catalog: the engine stopped, out of memory or by a fault; try again, and report it:");
  assert.match(trap.stack, /wasm:\/\//);
  console.mock.restore();
});

/** Runs something while the engine stops in the middle of every question. @param {() => void} run */
function stopping(run) {
  const parse = mock.method(JSON, "parse", () => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  const console = mock.method(globalThis.console, "error", () => {});
  try {
    run();
  } finally {
    parse.mock.restore();
    console.mock.restore();
  }
}

/** What each question gives after the engine has stopped once, of the catalog that it stopped for and of another one. */
const RECORDS = { title: "Two works", resources: [{ id: "a", title: "Alliance networks" }, { id: "b", title: "Coalitions" }], terms: [{ id: "t", term: "Trust", senses: [{ text: ["Being able to rely."] }] }] };

/** @type {[what: string, ask: (catalog: Catalog) => unknown][]} */
const QUESTIONS = [
  ["a search", (catalog) => catalog.search("alliance").hits.map(({ id }) => id)],
  ["a suggestion", (catalog) => catalog.suggest("all")],
  ["a work", (catalog) => catalog.resource("a")?.title],
  ["all works", (catalog) => catalog.resources().length],
  ["the sections", (catalog) => catalog.sections()],
  ["a term", (catalog) => catalog.glossary.term(catalog.glossary.terms()[0]?.id ?? "")?.term],
  ["terms in a text", (catalog) => catalog.glossary.find("a matter of trust and of oppression").length],
];

test("after the engine has stopped, the very next question is answered, of every catalog, as it was before", async () => {
  const [one, other, embedded] = [await Catalog.from(RECORDS), await Catalog.from(RECORDS), await Catalog.embedded()];
  for (const [what, ask] of QUESTIONS) {
    const before = [one, other, embedded].map(ask);
    stopping(() => assert.throws(() => ask(one), { code: "engine-failed" }, what));
    assert.deepEqual([one, other, embedded].map(ask), before, what);
  }
});

test("stopping again and again, and while a catalog is being opened, does no lasting harm", async () => {
  const catalog = await Catalog.embedded();
  stopping(() => {
    for (let times = 0; times < 20; times += 1) assert.throws(() => catalog.search("network"), { code: "engine-failed" });
  });
  assert.ok(catalog.search("network").total > 0);
  const pack = Catalog.from(RECORDS);
  stopping(() => assert.throws(() => catalog.info.title && catalog.sections(), { code: "engine-failed" }));
  assert.equal((await pack).search("").total, 2);
});

test("a catalog of before the stop can be freed, and is collected without touching what runs now", async () => {
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
});

test("the builder too is started anew after it has stopped", async () => {
  const entries = mock.method(Object, "entries", () => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  const console = mock.method(globalThis.console, "error", () => {});
  await assert.rejects(Catalog.from(RECORDS), { code: "engine-failed" });
  entries.mock.restore();
  console.mock.restore();
  assert.equal((await Catalog.from(RECORDS)).search("coalitions").total, 1);
});

test("without enough memory a question fails plainly, and the next one, which needs less, is answered", { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", SCARCE], { encoding: "utf8", cwd: new URL("../../", import.meta.url) });
  assert.equal(status, 0, stderr);
});

/** In a process of its own, where the engine's memory may not grow at all: its file says so. */
const SCARCE = `
  import assert from "node:assert/strict";
  import { bounded } from "./tests/bounded.mjs";
  const compile = WebAssembly.compile;
  WebAssembly.compile = (bytes) => compile(bounded(bytes, 6));
  console.error = () => {};
  const { Catalog } = await import("./pkg/index.js");
  const catalog = await Catalog.embedded();
  assert.ok(catalog.search("network").total > 0);
  for (let times = 0; times < 3; times += 1) {
    assert.throws(() => catalog.search("network ".repeat(1_000_000)), { code: "engine-failed", message: /out of memory/ });
    assert.ok(catalog.search("network").total > 0);
  }
`;
