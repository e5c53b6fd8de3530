// What the wrapper makes of a fault of the engine's own, or of memory that there isn't. The engine has no fault that we know of: so a module that only
// traps stands in for it, or it is stopped as stopping.mjs says. Too little memory is real.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mock, test } from "node:test";

import { Catalog } from "../../pkg/index.js";
import { EquityCatalogError, guarded } from "../../www/api/error.js";
import { answersAgain, buildsAgain, collectsOldOnes, RECORDS, stopping } from "./stopping.mjs";

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
  assert.equal(sentence, "equity-catalog: the engine stopped, out of memory or by a fault; try again and report it:");
  assert.match(trap.stack, /wasm:\/\//);
  console.mock.restore();
});

test("after the engine has stopped, the very next question is answered, of every catalog, as it was before", answersAgain);
test("a catalog of before the stop can be freed, and is collected without touching what runs now", collectsOldOnes);
test("the builder too is started anew after it has stopped", buildsAgain);

test("all of this holds where there is no WebAssembly", { timeout: 120_000 }, () => {
  const script = 'const stops = await import("./tests/api/stopping.mjs"); for (const check of ["answersAgain", "buildsAgain", "collectsOldOnes"]) await stops[check]();';
  const without = ["--import", "data:text/javascript,delete globalThis.WebAssembly"];
  const { status, stderr } = spawnSync(process.execPath, [...without, "--input-type=module", "--eval", script], { encoding: "utf8", cwd: new URL("../../", import.meta.url) });
  assert.equal(status, 0, stderr);
});

test("stopping again and again, and while a catalog is being opened, does no lasting harm", async () => {
  const catalog = await Catalog.embedded();
  for (let times = 0; times < 20; times += 1) stopping(() => assert.throws(() => catalog.search("network"), { code: "engine-failed" }));
  assert.ok(catalog.search("network").total > 0);
  const pack = Catalog.from(RECORDS);
  stopping(() => assert.throws(() => catalog.sections(), { code: "engine-failed" }));
  assert.equal((await pack).search("").total, 2);
});

test("where a part of the results begins may be a bigint, as before", async () => {
  const catalog = await Catalog.embedded();
  const options = /** @type {any} */ ({ offset: 2n, limit: 3n });
  assert.deepEqual(catalog.search("", options).hits, catalog.search("", { offset: 2, limit: 3 }).hits);
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
