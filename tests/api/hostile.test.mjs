// Packs with a wrong byte, or cut short, in the very WebAssembly that pages load: always a plain error or an answer, never a trap, and the next
// question is answered. `fuzz/tests` tries every other value of every byte, natively.

import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { Worker } from "node:worker_threads";

/** A pack is asked everything in a millisecond or two. One that is still at hand after so many looks, a second apart, hangs. */
const PATIENCE = 60;

/** The engine's memory, of which the catalog inside and its searching take most. */
const MOST_BYTES = 4 * 2 ** 20;

test("damaged packs give a plain error or an answer, and the engine goes on", async () => {
  const shared = new SharedArrayBuffer(4);
  const atHand = new Int32Array(shared);
  const worker = new Worker(new URL("./hostile.walk.mjs", import.meta.url), { workerData: shared });
  let same = 0;
  let last = -1;
  const watch = setInterval(() => {
    same = atHand[0] === last ? same + 1 : 0;
    last = atHand[0] ?? 0;
    if (same > PATIENCE) worker.emit("error", new Error(`case ${last} hangs (damaged() in hostile.walk.mjs counts them from 0)`));
  }, 1000);
  try {
    const [{ cases, opened, failed, bytes }] = await once(worker, "message");
    assert.deepEqual(failed, []);
    assert.ok(cases > 10_000 && opened > cases / 3, `${opened} of ${cases} opened`);
    assert.ok(bytes <= MOST_BYTES, `the engine's memory has grown to ${bytes} bytes`);
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
});
