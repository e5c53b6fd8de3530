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

/** How often the engine, or the builder, has stopped: what was made in it before then is gone. */
export let stops = 0;

/**
 * Starts something of the engine when it is first asked for, and anew after the engine has stopped.
 * @template T
 * @param {() => T} begin  what gives a fresh one
 * @returns {() => T}
 */
export function lasting(begin) {
  /** @type {T} */
  let made;
  /** @type {number | undefined} */
  let since;
  return () => {
    if (since !== stops) {
      made = begin();
      since = stops;
    }
    return made;
  };
}

/**
 * Runs a call of the engine, and turns what it throws into an EquityCatalogError. A trap leaves what the engine was at half done and its stack where it
 * was: that one is asked nothing any more, not even to give its memory back.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function guarded(call) {
  try {
    return call();
  } catch (thrown) {
    if (thrown instanceof Error) {
      stops += 1;
      const stopped = "the engine stopped, out of memory or by a fault; try again and report it";
      // A trap says nothing by itself, but its stack has the place in the file, and every build of one source has the same places.
      console.error(`equity-catalog: ${stopped}:`, thrown);
      throw new EquityCatalogError("engine-failed", stopped, { cause: thrown });
    }
    const { code, message } = /** @type {any} */ (thrown);
    // It has the findings, too, when there are some.
    throw new EquityCatalogError(code, message, /** @type {any} */ (thrown));
  }
}
