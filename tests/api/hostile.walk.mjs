// Opens damaged packs in the engine, one after the other, as a page would. It runs as a worker of hostile.test.mjs, which watches it: what hangs
// can only be ended from outside.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

/** @import { Catalog as Opened } from "../../pkg/index.js" */
/** @import { AnyFacetName } from "../../www/api/types.js" */

/** Where the test reads which case is at hand. */
const atHand = new Int32Array(workerData);

/** @type {WebAssembly.Memory | undefined} */
let memory;
WebAssembly.Instance = class extends WebAssembly.Instance {
  /** @param {[WebAssembly.Module, WebAssembly.Imports?]} module */
  constructor(...module) {
    super(...module);
    memory = /** @type {WebAssembly.Memory} */ (this.exports.memory);
  }
};
const { Catalog, EquityCatalogError } = await import("../../pkg/index.js");

const small = new Uint8Array(readFileSync(new URL("../../fuzz/seeds/pack/small", import.meta.url)));
const view = (/** @type {Uint8Array} */ bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
/** Where the table ends, and its checksum stands. */
const end = 24 + 24 * view(small).getUint32(12, true);

/** CRC-32 as zip has it. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** The bytes with length and checksum made right, so that damage behind them is reached. @param {Uint8Array} bytes */
function resealed(bytes) {
  if (bytes.length < end + 4) return bytes;
  view(bytes).setUint32(16, bytes.length, true);
  view(bytes).setUint32(end, checksum(bytes.subarray(0, end)), true);
  return bytes;
}

function* damaged() {
  for (let length = 0; length < small.length; length++) {
    yield { name: `it ends after ${length} bytes`, bytes: small.slice(0, length) };
    yield { name: `it ends after ${length} bytes, and says so`, bytes: resealed(small.slice(0, length)) };
  }
  for (const [at, byte] of small.entries()) {
    for (const value of [0x00, 0x01, 0x7f, 0x80, 0xff, byte + 1, byte ^ 0x40]) {
      const bytes = small.slice();
      bytes[at] = value;
      yield { name: `byte ${at} is ${value} in place of ${byte}`, bytes };
      if (at < end) yield { name: `byte ${at} is ${value} in place of ${byte}, and the table right`, bytes: resealed(bytes.slice()) };
    }
  }
}

/** Everything that a page can ask. @param {Opened} catalog */
function askAll(catalog) {
  /** @type {AnyFacetName[]} */
  const facets = ["kind", "organization", "author", "topic", "section", "year", "language", "path", "term"];
  catalog.sections();
  for (const { id } of [...catalog.resources(), { id: "a" }]) catalog.resource(id), catalog.glossary.termsOf(id);
  for (const { id } of [...catalog.glossary.terms(), { id: "n" }]) catalog.glossary.term(id), catalog.glossary.resources(id);
  catalog.glossary.find("A net, Nets; NET work! net work s: l’net net-work network, s net-work-s. 正net é");
  catalog.search("", { facets, sort: "newest" });
  catalog.search("net work", { facets, explain: true, filters: { author: ["Jo"] }, facetSearch: { kind: "to" } });
  catalog.search('nett "net work" -author:jo year:2000..2020', { facets, sort: "title" });
  catalog.search("what is a net for work by jo and who has nets at work", { explain: true, limit: Infinity });
  catalog.suggest("ne");
}

const embedded = await Catalog.embedded();
const answer = () => JSON.stringify(embedded.search("network toolkit", { facets: ["kind"] }));
const before = answer();
let opened = 0;
let cases = 0;
/** @type {string[]} */
const failed = [];
for (const { name, bytes } of damaged()) {
  atHand[0] = cases++;
  /** @type {Opened | undefined} */
  let catalog;
  try {
    catalog = await Catalog.open(bytes);
    opened++;
  } catch (error) {
    const isPlain = error instanceof EquityCatalogError && /^not-a-pack$|^pack-/.test(error.code);
    if (!isPlain) failed.push(`${name}: opening: ${error}`);
  }
  try {
    if (catalog) askAll(catalog);
    catalog?.free();
    // The engine is one for all catalogs of a page: the next question is answered as ever.
    if (cases % 16 === 0) assert.equal(answer(), before);
  } catch (error) {
    failed.push(`${name}: ${error}`);
  }
  if (failed.length > 20) break;
}
parentPort?.postMessage({ cases, opened, failed, bytes: memory?.buffer.byteLength });
