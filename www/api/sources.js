// Packs from other places than a plain address in a page: from a response or bytes that a script has, or where Node runs.

import { EquityCatalogError } from "./error.js";
import { bytesOf } from "./kept.js";
import { CATALOG, fetchBytes } from "./load.js";
import { isNode, readFile } from "./opening.js";

/** @import { OpenOptions, PackSource } from "./types.js" */

/**
 * @param {PackSource} source
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function sourceBytes(source, options) {
  const address = typeof source === "string" || source instanceof URL ? addressOf(source) : undefined;
  // What is fetched is compared there.
  if (address && !(address.protocol === "file:" && isNode())) return fetchBytes(address, CATALOG, options);
  const bytes = address ? await readFile(address) : await heldBytes(source, options);
  if (options.integrity !== undefined) {
    const { checkIntegrity } = await import("./integrity.js");
    await checkIntegrity(bytes, CATALOG, options.integrity);
  }
  return bytes;
}

/**
 * @param {PackSource} source
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function heldBytes(source, options) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (source instanceof Uint8Array) return /** @type {Uint8Array<ArrayBuffer>} */ (source);
  // Asked last: the mere name makes Node load all that it has for fetching, which takes longer than opening a pack.
  if (source instanceof Response) return bytesOf(source, CATALOG, options.signal);
  throw new EquityCatalogError("bad-source", "Catalog.open takes the address of a pack, a Response, an ArrayBuffer or a Uint8Array; for plain records use Catalog.from");
}

/**
 * @param {string | URL} source
 * @returns {URL}
 */
function addressOf(source) {
  try {
    return new URL(source, globalThis.document?.baseURI ?? globalThis.location?.href);
  } catch (cause) {
    throw new EquityCatalogError("bad-source", `${source} is no whole address; outside of a page give one, such as new URL("my.pack", import.meta.url)`, { cause });
  }
}
