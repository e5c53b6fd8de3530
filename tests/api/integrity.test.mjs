// What the package says of its own files.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { importMapOf, snippetOf } from "../../www/demo/snippet.js";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
/** @type {Record<string, string>} */
const integrity = JSON.parse(readFileSync(join(pkg, "integrity.json"), "utf8"));
const files = readdirSync(pkg, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(pkg, join(entry.parentPath, entry.name)).split(sep).join("/"));

test("integrity.json names every file of the package but itself, in order, by its own hash", () => {
  assert.deepEqual(Object.keys(integrity), files.filter((file) => file !== "integrity.json").sort());
  for (const [file, hash] of Object.entries(integrity)) {
    assert.equal(hash, `sha384-${createHash("sha384").update(readFileSync(join(pkg, file))).digest("base64")}`, file);
  }
});

test("the lines to paste name what a page may fetch, and no text can end their script early", () => {
  const script = 'https://example.org/a</script>"&b/elements.js';
  const map = importMapOf(script, integrity);
  const fetched = files.filter((file) => /^[^/]+\.(js|wasm)$/u.test(file)).sort();
  const named = /** @type {[string, string][]} */ (Object.entries(JSON.parse(map).integrity));
  assert.deepEqual(named, fetched.map((file) => [new URL(file, script).href, integrity[file]]));
  const lines = snippetOf({}, script, integrity);
  assert.equal(lines.split(/<\/script/iu).length, 3, "two scripts");
  assert.ok(lines.startsWith(`<script type="importmap">${map}</script>\n<script type="module" src="https://example.org/a&lt;/script&gt;&quot;&amp;b/elements.js" integrity="${integrity["elements.js"]}"></script>\n<equity-catalog>`), lines.slice(-600));
  assert.ok(!snippetOf({}, script).includes("integrity"));
});
