// Packs of plain records: what builds them is fetched when a page first hands in its own.

import { build, initSync } from "#builder";
import { EquityCatalogError } from "./error.js";
import { compile, guarded, once } from "./load.js";

/** @import { Finding } from "./types.js" */

/** What builds, until it has stopped. @type {object | undefined} */
let instance;

const loadBuilder = once(() =>
  compile(new URL("./equity-catalog-builder.wasm", import.meta.url), (module) => {
    const running = () => (instance ??= initSync({ module }));
    running();
    return (/** @type {object} */ data) => {
      running();
      try {
        return build(data);
      } catch (error) {
        instance = undefined;
        throw error;
      }
    };
  }),
);

/**
 * @param {object} data
 * @returns {Promise<{ pack: Uint8Array<ArrayBuffer>, findings: Finding[] }>}
 * @throws {EquityCatalogError} When a record can't be used.
 */
export async function packOf(data) {
  const make = await loadBuilder();
  const built = guarded(() => make(data));
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
