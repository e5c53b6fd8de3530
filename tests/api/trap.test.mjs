// What the wrapper makes of a fault of the engine's own. The engine has none that we know of, so a module that only traps stands in for it.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { EquityCatalogError, guarded } from "../../www/api/error.js";

/** `(module (func (export "f") unreachable))` */
const TRAPPING = "AGFzbQEAAAABBAFgAAADAgEABwUBAWYAAAoFAQMAAAs=";

test("a trap is told in the console, with its place, and becomes an error with a cure", () => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(TRAPPING, "base64")));
  const console = mock.method(globalThis.console, "error", () => {});
  assert.throws(() => guarded(/** @type {() => void} */ (exports.f)), (/** @type {unknown} */ error) => {
    assert.ok(error instanceof EquityCatalogError);
    assert.equal(error.code, "engine-failed");
    assert.match(error.message, /; load the page again/);
    assert.ok(error.cause instanceof WebAssembly.RuntimeError);
    return true;
  });
  assert.equal(console.mock.callCount(), 1);
  const [sentence, trap] = console.mock.calls[0]?.arguments ?? [];
  assert.equal(sentence, "equity-catalog: the engine stopped by a fault of its own; please report it:");
  assert.match(trap.stack, /wasm:\/\//);
  console.mock.restore();
});
