// The one kind of error that the API throws.

/** @import { Finding } from "./types.js" */

/** An error with a `code` for programs and a message that names the cure. */
export class EquityCatalogError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{ cause?: unknown, findings?: Finding[] }} [more]
   */
  constructor(code, message, more = {}) {
    super(message, more);
    this.name = "EquityCatalogError";
    /** A stable name: `pack-truncated`. */
    this.code = code;
    /** Everything that a reader of records found, when that is the reason. */
    this.findings = more.findings ?? [];
  }
}

/**
 * Runs a call of the engine, and turns what it throws into an EquityCatalogError.
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
      // A trap says nothing by itself, but its stack has the place in the file, and every build of one source has the same places.
      console.error("equity-catalog: the engine stopped by a fault of its own; please report it:", thrown);
      throw new EquityCatalogError("engine-failed", "the engine stopped by a fault of its own; load the page again, and please report it", { cause: thrown });
    }
    throw new EquityCatalogError(code, message, { findings });
  }
}
