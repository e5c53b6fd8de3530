/** @type {Record<string, import("../run.mjs").Case[]>} */
export const suites = {};
