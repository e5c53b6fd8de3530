// What is done when WebAssembly can't be had. Fetched when it can't.

import { EquityCatalogError, lasting } from "./error.js";

/**
 * The same as JavaScript, where a page's policy or the browser allows no WebAssembly. A file that is none is an error: that is a mistake on the server,
 * which somebody should hear of.
 *
 * @template T
 * @param {URL} address  of the file
 * @param {Uint8Array<ArrayBuffer>} wasm  what came from there
 * @param {unknown} cause  what the browser said
 * @param {() => Promise<{ begin: () => T }>} [without]  fetches the same as JavaScript
 * @returns {Promise<() => T>}
 */
export async function refused(address, wasm, cause, without = /** @type {() => Promise<{ begin: () => any }>} */ (() => import("./without-wasm.js"))) {
  if (isDamage(wasm, cause)) {
    throw new EquityCatalogError("engine-damaged", `${address} is not the engine's file; copy the package again, and see that the server gives it unchanged`, { cause });
  }
  // What a browser has no room for is a RangeError, in Firefox a plain text inside another error; the same as JavaScript would take more.
  if (globalThis.WebAssembly && (cause instanceof RangeError || /memory/i.test(`${cause}`))) {
    throw new EquityCatalogError("no-memory", "there is not enough memory for the engine; close other pages or programs, and try again", { cause });
  }
  try {
    const engine = lasting((await without()).begin);
    engine();
    return engine;
  } catch (missing) {
    const reason = "this browser or page does not allow WebAssembly, and the engine without it could not be loaded either";
    throw new EquityCatalogError("engine-blocked", `${reason}; see that without-wasm.js and without-wasm-builder.js stand beside the package's other files, or add 'wasm-unsafe-eval' to script-src of the page's Content-Security-Policy`, { cause: missing });
  }
}

/**
 * What a policy forbids is a CompileError, as damage is; but whether bytes are WebAssembly may be asked under every policy. A file of another build
 * imports from a module that this one's glue doesn't know, which is a TypeError (xtask/src/short_names.rs).
 *
 * @param {Uint8Array<ArrayBuffer>} wasm
 * @param {unknown} cause
 */
function isDamage(wasm, cause) {
  const { CompileError, LinkError, validate } = globalThis.WebAssembly ?? {};
  return CompileError && (cause instanceof LinkError || cause instanceof TypeError || (cause instanceof CompileError && !validate(wasm)));
}
