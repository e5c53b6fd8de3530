// Getting the engine and packs: from the package's own files, from an address, or from bytes.

import { Engine, initSync } from "#engine";
import { EquityCatalogError } from "./error.js";

/** @import { OpenOptions, PackSource } from "./types.js" */

/** What messages call the bytes that are a pack. */
export const CATALOG = "the catalog";

/** The engine, fetched once for all catalogs of a page. */
export const loadEngine = once(async () => {
  initSync({ module: await compile(new URL("./equity-catalog.wasm", import.meta.url)) });
  return Engine;
});

/**
 * Loads something at the first call, for all calls. A failure is not remembered, so that trying again can succeed.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export function once(load) {
  /** @type {Promise<T> | undefined} */
  let loading;
  return () =>
    (loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    }));
}

/**
 * Compiles one of the package's WebAssembly files.
 * @param {URL} address
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(address) {
  const bytes = address.protocol === "file:" && isNode() ? readFile(address) : fetchBytes(address, "the engine", {});
  // Compiling from bytes works whatever type the server gives the file; streaming would save a few milliseconds of it.
  const wasm = await bytes;
  try {
    return await WebAssembly.compile(wasm);
  } catch (cause) {
    const { refused } = await import("./refused.js");
    throw refused(address, cause);
  }
}

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
 * From the network; when that fails, the copy that the page has kept, if it keeps any.
 *
 * @param {URL | string} address
 * @param {string} what
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetchBytes(address, what, { signal }) {
  let response;
  let reason;
  try {
    response = await fetch(address, { signal, credentials: "same-origin" });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw cause;
    reason = cause;
  }
  const { instead } = await import("./kept.js").catch((cause) => {
    throw new EquityCatalogError("not-loaded", `${what} could not be loaded from ${address}`, { cause });
  });
  return instead(address, what, response, reason);
}

/**
 * The bytes of a pack, from whatever names or holds them. In a page that is an address, nearly always.
 *
 * @param {PackSource} source
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function packBytes(source, options) {
  const isPlain = typeof source === "string" && /^(https?:)?[\w./:%?=&~+-]+$/.test(source) && globalThis.document;
  const bytes = isPlain ? await fetchBytes(new URL(source, document.baseURI), CATALOG, options) : await (await import("./sources.js")).sourceBytes(source, options);
  options.signal?.throwIfAborted();
  if (options.integrity !== undefined) {
    const { checkIntegrity } = await import("./integrity.js");
    await checkIntegrity(bytes, options.integrity);
  }
  return bytes;
}
