// Getting the engine and packs, and asking the engine: from the package's own files, from an address, or from bytes.

import { Engine, initSync } from "#engine";
import { EquityCatalogError } from "./error.js";

/** @import { OpenOptions } from "./types.js" */

/** What messages call the bytes that are a pack. */
export const CATALOG = "the catalog";

/** How the package's own files are read. Where Node runs, index.js knows another way. */
export const own = {
  /** @param {URL} address */
  read: (address) => fetchBytes(address, "the engine"),
};

/** @type {WebAssembly.Module} */
let module;
/** The instance of the engine that answers: none before the first, and none once it has stopped. @type {object | undefined} */
let instance;

/** The engine, fetched once for all catalogs of a page. */
export const loadEngine = once(async () => {
  await compile(new URL("./equity-catalog.wasm", import.meta.url), (compiled) => {
    module = compiled;
    running();
  });
  return Engine;
});

/** The instance of the engine that answers: another one after it has stopped. */
export const running = () => (instance ??= initSync({ module }));

/**
 * Runs a call of the engine, and turns what it throws into an EquityCatalogError. A trap leaves what the engine was at half done and its stack where it
 * was: that instance is asked nothing any more, not even to give its memory back.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function guarded(call) {
  try {
    return call();
  } catch (thrown) {
    const { code, message, findings } = /** @type {any} */ (thrown);
    if (thrown instanceof Error) {
      instance = undefined;
      const stopped = "the engine stopped, out of memory or by a fault; try again, and report it";
      // A trap says nothing by itself, but its stack has the place in the file, and every build of one source has the same places.
      console.error(`equity-catalog: ${stopped}:`, thrown);
      throw new EquityCatalogError("engine-failed", stopped, { cause: thrown });
    }
    throw new EquityCatalogError(code, message, { findings });
  }
}

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
 * Compiles one of the package's WebAssembly files and takes it into use.
 * @template T
 * @param {URL} address
 * @param {(module: WebAssembly.Module) => T} use
 * @returns {Promise<T>}
 */
export async function compile(address, use) {
  // Compiling from bytes works whatever type the server gives the file; streaming would save a few milliseconds of it.
  const wasm = await own.read(address);
  try {
    return use(await WebAssembly.compile(wasm));
  } catch (cause) {
    const { refused } = await import("./refused.js");
    throw refused(address, cause);
  }
}

/**
 * @param {URL | string} address
 * @param {string} what
 * @param {OpenOptions} [options]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetchBytes(address, what, { signal } = {}) {
  let response;
  try {
    response = await fetch(address, { signal });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new EquityCatalogError("not-loaded", `${what} could not be loaded from ${address}; check the address and its server’s CORS headers`, { cause });
  }
  return bytesOf(response, what, signal);
}

/**
 * @param {Response} response
 * @param {string} what
 * @param {AbortSignal} [signal]
 */
export async function bytesOf(response, what, signal) {
  if (!response.ok) {
    throw new EquityCatalogError("not-loaded", `${what} could not be loaded: the server answered ${response.status} for ${response.url}; check the address`);
  }
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new EquityCatalogError("not-loaded", `${what} did not arrive whole; try again`, { cause });
  }
}
