// @ts-check
// What the package's own files must know of each other to be kept together: `kept.js` the build's name, which modules there are, and what the
// engine must be; `offline-worker.js` the digest of each file.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

/** What stands in for these in www/. */
const [BUILD, FILES, FURTHER, ENGINES] = ["@build", "@files", "@further", "@engines"];
/** What no browser asks for. */
const OTHERS = ["node.js"];
/** What a browser asks for where the page hands in records, or where there is no WebAssembly. Not all of these are the bundler's. */
const SOME = ["builder.js", "without-wasm-builder.js", "without-wasm.js"];
const WASM = ["equity-catalog-builder.wasm", "equity-catalog.wasm"];

/**
 * @param {string} root
 * @param {string} folder  of the package, with the engine
 * @param {string} version
 * @param {string[]} modules  that the bundler wrote
 */
export async function fillIn(root, folder, version, modules) {
  const read = (/** @type {string} */ file) => readFileSync(join(folder, file));
  const digest = (/** @type {string | Buffer} */ bytes) => createHash("sha256").update(bytes);
  const source = readFileSync(join(root, "www/offline/worker.js"), "utf8");
  const needed = modules.filter((file) => !OTHERS.includes(file) && !SOME.includes(file)).sort();
  const files = [...needed, ...SOME, ...WASM];
  const all = digest(source);
  for (const file of files) all.update(`${file}\n`).update(digest(read(file)).digest());
  const build = `${version}-${all.digest("hex").slice(0, 12)}`;
  const named = (/** @type {string} */ file) => /** @type {const} */ ([file, digest(read(file)).digest("base64")]);

  const values = { [BUILD]: build, [FILES]: needed.join(" "), [FURTHER]: SOME.join(" "), [ENGINES]: WASM.flatMap(named).join(" ") };
  writeFileSync(join(folder, "kept.js"), filled(read("kept.js").toString("utf8"), values));

  const digests = Object.fromEntries(files.map(named));
  const { code = "" } = await minify(source, { ecma: 2020, compress: { passes: 2 }, toplevel: true });
  const worker = filled(code, { [BUILD]: build, [`"${FILES}"`]: JSON.stringify(digests) });
  writeFileSync(join(folder, "offline-worker.js"), `/* Equity Catalog ${version}, MIT OR Apache-2.0 */\n${worker}`);
}

/** @param {string} code @param {Record<string, string>} values */
function filled(code, values) {
  return Object.entries(values).reduce((text, [place, value]) => {
    const parts = text.split(place);
    if (parts.length !== 2) throw new Error(`${place} stands ${parts.length - 1} times where it should stand once; see xtask/javascript/offline.mjs`);
    return parts.join(value);
  }, code);
}
