// Getting the engine and packs from the package's own files or from an address.

import { Engine, initSync } from "#engine";
import { EquityCatalogError, lasting } from "./error.js";

/** @import { OpenOptions } from "./types.js" */

/** What messages call the bytes that are a pack. */
export const CATALOG = "the catalog";

/** How the package's own files are read. Where Node runs, index.js knows another way (opening.js). */
export const own = {
  /** @param {URL} address */
  read: (address) => fetchBytes(address, "the engine"),
};

/** What gives the engine, fetched once for all catalogs of a page. */
export const loadEngine = once(() => start(new URL("./equity-catalog.wasm", import.meta.url), (made) => (initSync(made), Engine)));

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
 * Starts one of the package's WebAssembly files, or the same as JavaScript where there is no WebAssembly.
 * @template T
 * @param {URL} address
 * @param {(made: { module: WebAssembly.Module }) => T} init  starts it anew each time; gives what can be used then
 * @param {() => Promise<{ begin: () => T }>} [without]  fetches the same as JavaScript; the engine, unless it is said
 * @returns {Promise<() => T>}
 */
export async function start(address, init, without) {
  // Where there is no WebAssembly its file isn't fetched. Compiling from bytes works whatever type the server gives the file; streaming would save a
  // few milliseconds of it.
  const wasm = globalThis.WebAssembly && (await own.read(address));
  try {
    const module = await WebAssembly.compile(wasm);
    const engine = lasting(() => init({ module }));
    engine();
    return engine;
  } catch (cause) {
    return (await import("./refused.js")).refused(address, wasm, cause, without);
  }
}

/**
 * From the network; when that fails, the copy that the page has kept, if it keeps any.
 *
 * @param {URL | string} address
 * @param {string} what
 * @param {OpenOptions} [options]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetchBytes(address, what, { signal, integrity } = {}) {
  let bytes;
  let response;
  let reason;
  try {
    response = await fetch(address, { signal });
    if (response.ok) bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw cause;
    reason = cause;
  }
  if (!bytes) {
    const { instead } = await import("./kept.js").catch((cause) => {
      throw new EquityCatalogError("not-loaded", `${what} could not be loaded from ${address}`, { cause });
    });
    bytes = await instead(address, what, response, reason);
  }
  // An import map may say what files must be, and not of modules alone; few pages have one.
  if (integrity !== undefined || globalThis.document?.querySelector("[type$=map]")) {
    const { checkIntegrity } = await import("./integrity.js");
    await checkIntegrity(bytes, what, integrity, address);
  }
  return bytes;
}
