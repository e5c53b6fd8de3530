// The engine where there is no WebAssembly: the same answers from JavaScript, and plain words when that can't be had either.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));

/** Where a script finds no WebAssembly. */
const WITHOUT = ["--import", "data:text/javascript,delete globalThis.WebAssembly"];

/** Where there is no memory left for it. */
const SCARCE = ["--import", "data:text/javascript,WebAssembly.compile = async () => { throw new RangeError('could not allocate memory'); }"];

/** @param {string[]} options */
const node = (...options) => execFileSync(process.execPath, options, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30, timeout: 300_000 });

test("every question has the same answer, byte for byte, from WebAssembly and from JavaScript", () => {
  const lines = (/** @type {string[]} */ options) => node(...options, "questions.mjs").split("\n");
  const [wasm, script] = [lines([]), lines(WITHOUT)];
  assert.ok(wasm.length > 2_000, `${wasm.length} answers`);
  assert.ok(!wasm.some((line) => line.includes("engine-failed") || line.includes("engine-blocked")));
  for (const [index, line] of wasm.entries()) if (script[index] !== line) assert.equal(script[index]?.slice(0, 4_000), line.slice(0, 4_000));
  assert.equal(script.length, wasm.length);
});

/**
 * What is done to a copy of the package; whether there is WebAssembly; what then comes of opening the catalog, and of making one.
 *
 * @type {[what: string, options: string[], change: (copy: string) => void, embedded: string, from: string][]}
 */
const PACKAGES = [
  ["as it is", [], () => {}, "49", "1"],
  ["as it is, and no WebAssembly", WITHOUT, () => {}, "49", "1"],
  ["without the JavaScript that nobody needs here", [], (copy) => remove(copy, "without-wasm.js", "without-wasm-builder.js"), "49", "1"],
  ["without .wasm files where none can run", WITHOUT, (copy) => remove(copy, "equity-catalog.wasm", "equity-catalog-builder.wasm"), "49", "1"],
  ["with a damaged engine", [], (copy) => writeFileSync(join(copy, "equity-catalog.wasm"), "<!doctype html>"), "engine-damaged", "engine-damaged"],
  ["with an engine cut short", [], (copy) => writeFileSync(join(copy, "equity-catalog.wasm"), readFileSync(join(copy, "equity-catalog.wasm")).subarray(0, 9_999)), "engine-damaged", "engine-damaged"],
  ["with the builder in place of the engine", [], (copy) => cpSync(join(copy, "equity-catalog-builder.wasm"), join(copy, "equity-catalog.wasm")), "engine-damaged", "engine-damaged"],
  ["with a damaged builder", [], (copy) => writeFileSync(join(copy, "equity-catalog-builder.wasm"), "<!doctype html>"), "49", "engine-damaged"],
  ["without an engine", [], (copy) => remove(copy, "equity-catalog.wasm"), "not-loaded", "not-loaded"],
  ["as it is, and no memory for WebAssembly", SCARCE, () => {}, "no-memory", "no-memory"],
  ["with neither", WITHOUT, (copy) => remove(copy, "without-wasm.js"), "engine-blocked", "engine-blocked"],
  ["with no builder of either kind", WITHOUT, (copy) => remove(copy, "without-wasm-builder.js"), "49", "engine-blocked"],
];

/** @param {string} copy @param {string[]} files */
const remove = (copy, ...files) => files.forEach((file) => rmSync(join(copy, file)));

for (const [what, options, change, embedded, from] of PACKAGES) {
  test(`a package ${what}: opening gives ${embedded}, making one ${from}`, () => {
    const copy = mkdtempSync(join(tmpdir(), "equity-catalog-"));
    try {
      cpSync(pkg, copy, { recursive: true });
      change(copy);
      const script = `
        import { Catalog } from ${JSON.stringify(pathToFileURL(join(copy, "index.js")).href)};
        const said = async (ask) => ask().then(({ info }) => String(info.resources), ({ code, message }) => code + (/; /.test(message) ? "" : " without a cure"));
        process.stdout.write([await said(() => Catalog.embedded()), await said(() => Catalog.from([{ id: "a", title: "A" }]))].join());`;
      assert.equal(node(...options, "--input-type=module", "--eval", script), `${embedded},${from}`);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
}
