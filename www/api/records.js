// Packs of plain records: what builds them is fetched when a page first hands in its own.

import { build, initSync } from "#builder";
import { EquityCatalogError, guarded } from "./error.js";
import { once, start } from "./load.js";

/** @import { Finding } from "./types.js" */

const loadBuilder = once(() => start(new URL("./equity-catalog-builder.wasm", import.meta.url), (made) => (initSync(made), build), () => import("./without-wasm-builder.js")));

/**
 * @param {object} data
 * @returns {Promise<{ pack: Uint8Array<ArrayBuffer>, findings: Finding[] }>}
 * @throws {EquityCatalogError} When a record can't be used.
 */
export async function packOf(data) {
  const builder = await loadBuilder();
  const { findings, pack } = guarded(() => {
    const built = builder()(data);
    // Taking the pack out also gives the builder's memory of it back.
    return { findings: /** @type {Finding[]} */ (built.findings()), pack: /** @type {Uint8Array<ArrayBuffer>} */ (built.pack()) };
  });
  const error = findings.find((finding) => finding.severity === "error");
  if (error) {
    throw new EquityCatalogError(error.code, `${error.path ? `${error.path}: ` : ""}${error.message}; ${error.help}`, { findings });
  }
  return { pack, findings };
}
