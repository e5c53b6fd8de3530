// Getting the engine and packs: from the package's own files, from an address, or from bytes.

import { Engine, initSync } from "#engine";
import { EquityCatalogError } from "./error.js";

/** @import { OpenOptions, PackSource } from "./types.js" */

/** @type {Promise<typeof Engine> | undefined} */
let loading;

/**
 * The engine, fetched once for all catalogs of a page. A failure is not remembered, so that trying again can succeed.
 * @returns {Promise<typeof Engine>}
 */
export function loadEngine() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start() {
  const address = new URL("./equity-catalog.wasm", import.meta.url);
  const bytes = address.protocol === "file:" && isNode() ? readFile(address) : fetchBytes(address, "the engine", {});
  // Compiling from bytes works whatever type the server gives the file, and costs a megabyte less than it saves in support.
  const module = await WebAssembly.compile(await bytes).catch((cause) => {
    const blocked = "this page does not allow WebAssembly; add 'wasm-unsafe-eval' to script-src of its Content-Security-Policy";
    throw new EquityCatalogError("engine-blocked", cause instanceof WebAssembly.CompileError && !/polic/i.test(cause.message) ? "the engine's file is damaged; copy the package again" : blocked, { cause });
  });
  initSync({ module });
  return Engine;
}

function isNode() {
  return Boolean(/** @type {any} */ (globalThis).process?.versions?.node);
}

/**
 * @param {URL} address
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readFile(address) {
  // The name is put together so that no bundler for browsers looks for it.
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ ["node:fs", "promises"].join("/"));
  return readFile(address);
}

/**
 * @param {URL | string} address
 * @param {string} what
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function fetchBytes(address, what, { integrity, signal }) {
  let response;
  try {
    response = await fetch(address, { integrity, signal, credentials: "same-origin" });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const check = integrity ? ", that the file is the one its integrity names," : "";
    throw new EquityCatalogError("not-loaded", `${what} could not be loaded from ${address}; check the address${check} and that its server lets this page read it (CORS)`, { cause });
  }
  return bytesOf(response, what);
}

/**
 * @param {Response} response
 * @param {string} what
 */
async function bytesOf(response, what) {
  if (!response.ok) {
    throw new EquityCatalogError("not-loaded", `${what} could not be loaded: the server answered ${response.status} for ${response.url}; check the address`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The bytes of a pack, from whatever names or holds them.
 * @param {PackSource} source
 * @param {OpenOptions} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function packBytes(source, options) {
  if (typeof source === "string" || source instanceof URL) {
    const address = source instanceof URL || typeof document === "undefined" ? source : new URL(source, document.baseURI);
    return fetchBytes(address, "the catalog", options);
  }
  const bytes = source instanceof Response ? await bytesOf(source, "the catalog") : bytesFrom(source);
  options.signal?.throwIfAborted();
  if (options.integrity) await checkIntegrity(bytes, options.integrity);
  return bytes;
}

/**
 * @param {unknown} source
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesFrom(source) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (source instanceof Uint8Array) return /** @type {Uint8Array<ArrayBuffer>} */ (source);
  throw new EquityCatalogError("bad-source", "Catalog.open takes the address of a pack, a Response, an ArrayBuffer or a Uint8Array; for plain records use Catalog.from");
}

/**
 * Compares bytes with the strongest hashes of an integrity string, as browsers do for scripts.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} integrity
 */
async function checkIntegrity(bytes, integrity) {
  const hashes = integrity.trim().split(/\s+/).map((hash) => /^sha(256|384|512)-([A-Za-z0-9+/=]+)/.exec(hash));
  const strongest = Math.max(...hashes.map((hash) => Number(hash?.[1] ?? 0)));
  if (strongest === 0) {
    throw new EquityCatalogError("bad-integrity", "integrity must be a hash such as sha384-…, as `openssl dgst -sha384 -binary FILE | base64` prints it");
  }
  const digest = await crypto.subtle.digest(`SHA-${strongest}`, bytes);
  const found = btoa(String.fromCharCode(...new Uint8Array(digest)));
  if (!hashes.some((hash) => hash?.[1] === String(strongest) && hash[2] === found)) {
    throw new EquityCatalogError("integrity-mismatch", "the catalog is not the one that its integrity names; load the right file, or give the new hash");
  }
}
