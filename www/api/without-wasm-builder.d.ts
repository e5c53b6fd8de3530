// The builder as JavaScript, which xtask/javascript/without-wasm.mjs writes into the package.

import type { build } from "#builder";

/** Starts it, once. */
export function begin(): typeof build;
