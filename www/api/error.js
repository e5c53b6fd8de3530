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
