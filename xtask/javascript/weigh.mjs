// @ts-check
// Weighs files as a reader downloads them: `node weigh.mjs FILE...` prints each file's bytes, raw and after brotli 11.
//
// Node brings the reference encoder, the one that web servers use, so xtask needs none of its own.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  console.log(bytes.length, brotliCompressSync(bytes, { params }).length);
}
