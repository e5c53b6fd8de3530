// @ts-check
// Writes integrity.json: what every file of the package must be, as browsers are told it (https://www.w3.org/TR/SRI/): `node integrity.mjs FOLDER`.
// By it a page can say which files it means, and two builds can be compared.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const [folder = "pkg"] = process.argv.slice(2);
const MANIFEST = "integrity.json";

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .filter((file) => file !== MANIFEST)
  // By code units, as every machine orders them.
  .sort((one, other) => (one < other ? -1 : 1));
const hash = (/** @type {string} */ file) => `sha384-${createHash("sha384").update(readFileSync(join(folder, file))).digest("base64")}`;
writeFileSync(join(folder, MANIFEST), `${JSON.stringify(Object.fromEntries(files.map((file) => [file, hash(file)])), null, 2)}\n`);
