// The builder as JavaScript, which xtask/javascript/without-wasm.mjs writes into the package.

import type { build } from "#builder";

/** Starts a fresh one. */
export function begin(): typeof build;
