// Getting engine and pack where nothing can be fetched: from the page, which holds both as Base64. In the one file that
// `equity-catalog offline` writes it stands in the place of www/api/load.js (xtask/javascript/whole.mjs puts it there).

import { Engine, initSync } from "#engine";
import { EquityCatalogError, lasting } from "../api/error.js";
import { once } from "../api/load.js";

/** What messages call the bytes that are a pack. */
export const CATALOG = "the catalog";

export { once };

export const loadEngine = once(() => start("equity-catalog.wasm", (made) => (initSync(made), Engine)));

/**
 * @template T
 * @param {URL | string} address  whose last part is the block's id
 * @param {(made: { module: WebAssembly.Module }) => T} init
 * @returns {Promise<() => T>}
 */
export async function start(address, init) {
  const wasm = bytesIn(String(address).split("/").pop() ?? "");
  const module = globalThis.WebAssembly && (await WebAssembly.compile(wasm));
  const engine = lasting(module ? () => init({ module }) : await withoutWasm());
  engine();
  return engine;
}

/**
 * The same as JavaScript, if it was put into the file. Else readers have the list and the glossary that are in the file as HTML.
 *
 * @returns {Promise<() => any>}
 */
async function withoutWasm() {
  // It is a module, and those run once the page has come.
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  const script = /** @type {{ begin?: () => any } | null} */ (/** @type {unknown} */ (document.getElementById("without-wasm.js")));
  if (script?.begin) return script.begin;
  const cure = "whoever made it can make one for all browsers (equity-catalog offline --without-wasm)";
  throw new EquityCatalogError("engine-blocked", `this browser does not allow WebAssembly, so this file can be read but not searched; ${cure}`);
}

/**
 * An element's `src` is a place in this very page: `#catalog.pack`.
 *
 * @param {string} address
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fetchBytes(address) {
  return bytesIn(address.split("#").pop() ?? "");
}

/**
 * @param {string} id
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesIn(id) {
  try {
    const letters = atob(/** @type {string} */ (document.getElementById(id)?.textContent));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return bytes;
  } catch (cause) {
    throw new EquityCatalogError("not-loaded", `${id} is not whole in this file; copy the file again`, { cause });
  }
}
