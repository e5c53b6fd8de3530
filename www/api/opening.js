// Catalogs of whatever a program has: a pack at an address or in memory, or plain records. The elements need none of it: they open what is built in, or
// the pack at one plain address.

import { Catalog } from "./catalog.js";
import { CATALOG, fetchBytes, loadEngine, own } from "./load.js";

/** @import { OpenOptions, PackSource } from "./types.js" */

Catalog.open = async (source, options = {}) => {
  const [engine, bytes] = await Promise.all([loadEngine(), packBytes(source, options)]);
  return new Catalog(() => engine().open(bytes));
};

Catalog.from = async (data) => {
  const [engine, { packOf }] = await Promise.all([loadEngine(), import("./records.js")]);
  const { pack, findings } = await packOf(data);
  return new Catalog(() => engine().open(pack), findings);
};

const { read } = own;
own.read = (address) => (address.protocol === "file:" && isNode() ? readFile(address) : read(address));

export function isNode() {
  return Boolean(/** @type {any} */ (globalThis).process?.versions?.node);
}

/**
 * @param {URL} address
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function readFile(address) {
  const { read } = await import("./node.js");
  return read(address);
}

/**
 * The bytes of a pack, from whatever names or holds them. In a page that is an address, nearly always.
 *
 * @param {PackSource} source
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function packBytes(source, options) {
  const isPlain = typeof source === "string" && /^(https?:)?[\w./:%?=&~+-]+$/.test(source) && globalThis.document;
  const bytes = isPlain ? await fetchBytes(new URL(source, document.baseURI), CATALOG, options) : await (await import("./sources.js")).sourceBytes(source, options);
  options.signal?.throwIfAborted();
  return bytes;
}
