// Files, where Node runs. No page ever fetches this.

import { EquityCatalogError } from "./error.js";

/**
 * @param {URL} address
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function read(address) {
  // The name is put together so that no bundler for browsers looks for it.
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ ["node:fs", "promises"].join("/"));
  try {
    return await readFile(address);
  } catch (cause) {
    throw new EquityCatalogError("not-loaded", `${address} can't be read; check that the file is there`, { cause });
  }
}
