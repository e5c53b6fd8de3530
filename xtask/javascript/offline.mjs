// @ts-check
// What the package's own files must know of each other to be kept together: `kept.js` the build's name and which modules there are,
// `offline-worker.js` the digest of each file as well.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

/** What stands in for these two in www/. */
const [BUILD, FILES] = ["@build", "@files"];
/** What no element asks for. */
const OTHERS = ["builder.js", "node.js"];
const ENGINE = "equity-catalog.wasm";

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
  const needed = modules.filter((file) => !OTHERS.includes(file)).sort();
  const all = digest(source);
  for (const file of [...needed, ENGINE]) all.update(`${file}\n`).update(digest(read(file)).digest());
  const build = `${version}-${all.digest("hex").slice(0, 12)}`;

  writeFileSync(join(folder, "kept.js"), filled(read("kept.js").toString("utf8"), { [BUILD]: build, [FILES]: needed.join(" ") }));

  const digests = Object.fromEntries([...needed, ENGINE].map((file) => [file, digest(read(file)).digest("base64")]));
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
