// The engine as JavaScript, which xtask/javascript/without-wasm.mjs writes into the package.

import type { Engine } from "#engine";

/** Starts a fresh one. */
export function begin(): typeof Engine;
