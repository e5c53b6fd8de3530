// Getting the engine and packs: from the package's own files, from an address, or from bytes.

import { Engine, initSync } from "#engine";
import { EquityCatalogError } from "./error.js";

/** @import { OpenOptions, PackSource } from "./types.js" */

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
  if (typeof WebAssembly === "undefined") throw blocked();
  return WebAssembly.compile(wasm).catch((cause) => {
    // What a policy forbids is a CompileError too, told apart by its message alone.
    if (!(cause instanceof WebAssembly.CompileError) || /polic|unsafe-eval|disallowed/i.test(cause.message)) throw blocked(cause);
    throw new EquityCatalogError("engine-damaged", `${address} is not the engine's file; copy the package again, and see that the server gives it unchanged`, { cause });
  });
}

/** @param {unknown} [cause] */
function blocked(cause) {
  return new EquityCatalogError("engine-blocked", "this browser or page does not allow WebAssembly; add 'wasm-unsafe-eval' to script-src of the page's Content-Security-Policy", { cause });
}

function isNode() {
  return Boolean(/** @type {any} */ (globalThis).process?.versions?.node);
}

/**
 * @param {URL} address
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readFile(address) {
  const { read } = await import("./node.js");
  return read(address);
}

/**
 * @param {URL | string} address
 * @param {string} what
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function fetchBytes(address, what, { signal }) {
  let response;
  try {
    response = await fetch(address, { signal, credentials: "same-origin" });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new EquityCatalogError("not-loaded", `${what} could not be loaded from ${address}; check the address, and that its server lets this page read it (CORS)`, { cause });
  }
  return bytesOf(response, what, signal);
}

/**
 * @param {Response} response
 * @param {string} what
 * @param {AbortSignal} [signal]
 */
async function bytesOf(response, what, signal) {
  if (!response.ok) {
    throw new EquityCatalogError("not-loaded", `${what} could not be loaded: the server answered ${response.status} for ${response.url}; check the address`);
  }
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new EquityCatalogError("not-loaded", `${what} did not arrive whole; try again, with a response that nobody has read yet`, { cause });
  }
}

/**
 * The bytes of a pack, from whatever names or holds them.
 * @param {PackSource} source
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function packBytes(source, options) {
  const bytes = await sourceBytes(source, options);
  options.signal?.throwIfAborted();
  if (options.integrity !== undefined) {
    const { checkIntegrity } = await import("./integrity.js");
    await checkIntegrity(bytes, options.integrity);
  }
  return bytes;
}

/**
 * @param {PackSource} source
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function sourceBytes(source, options) {
  const what = "the catalog";
  if (typeof source === "string" || source instanceof URL) {
    const address = addressOf(source);
    return address.protocol === "file:" && isNode() ? readFile(address) : fetchBytes(address, what, options);
  }
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (source instanceof Uint8Array) return /** @type {Uint8Array<ArrayBuffer>} */ (source);
  // Asked last: the mere name makes Node load all that it has for fetching, which takes longer than opening a pack.
  if (source instanceof Response) return bytesOf(source, what, options.signal);
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
