// Why WebAssembly did not compile or did not start. Fetched when it did not.

import { EquityCatalogError } from "./error.js";

/**
 * @param {URL} address  of the file
 * @param {unknown} cause  what the browser said
 */
export function refused(address, cause) {
  // What a browser has no room for is a RangeError, in Firefox a plain text inside another error.
  if (cause instanceof RangeError || /memory/i.test(`${cause}`)) {
    return new EquityCatalogError("no-memory", "there is not enough memory for the engine; close other pages or programs, and try again", { cause });
  }
  // What a policy forbids is a CompileError too, told apart by its message alone.
  if (typeof WebAssembly === "undefined" || (cause instanceof WebAssembly.CompileError && /polic|unsafe-eval|disallowed/i.test(cause.message))) {
    return new EquityCatalogError("engine-blocked", "this browser or page does not allow WebAssembly; add 'wasm-unsafe-eval' to script-src of the page's Content-Security-Policy", { cause });
  }
  return new EquityCatalogError("engine-damaged", `${address} is not the engine's file; copy the package again, and see that the server gives it unchanged`, { cause });
}
