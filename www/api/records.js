// Packs of plain records: what builds them is fetched when a page first hands in its own.

import { EquityCatalogError, guarded } from "./error.js";
import { once, start } from "./load.js";

/** @import { Finding } from "./types.js" */

const loadBuilder = once(() => {
  // Both are on their way at once.
  const glue = import("./builder.js");
  const init = async (/** @type {{ module: WebAssembly.Module }} */ made) => (await glue).initSync(made);
  return start(new URL("./equity-catalog-builder.wasm", import.meta.url), init, glue.then(({ build }) => build), () => import("./without-wasm-builder.js"));
});

/**
 * @param {object} data
 * @returns {Promise<{ pack: Uint8Array<ArrayBuffer>, findings: Finding[] }>}
 * @throws {EquityCatalogError} When a record can't be used.
 */
export async function packOf(data) {
  const build = await loadBuilder();
  const built = guarded(() => build(data));
  /** @type {Finding[]} */
  const findings = built.findings();
  // Taking the pack out also gives the builder's memory of it back.
  const pack = /** @type {Uint8Array<ArrayBuffer>} */ (built.pack());
  const error = findings.find((finding) => finding.severity === "error");
  if (error) {
    throw new EquityCatalogError(error.code, `${error.path ? `${error.path}: ` : ""}${error.message}; ${error.help}`, { findings });
  }
  return { pack, findings };
}
