// What `offline` on an element asks for: on the reader's device, a copy of the engine and of the pack, for when the server can't be
// reached. Fetched by pages that ask for it, once a catalog is shown; without the attribute nothing is ever written.
//
// The copies stand in a cache that is named by the package's folder and build; those of older builds are dropped, and nobody
// else's are touched. Modules can only come from the browser's own cache of what it has fetched: so all that a reader may ask for
// later is fetched once. No page ever hears of a failure here: without room or leave to keep anything there simply is no copy.

import { FILES } from "../api/build.js";
import { name as current, prefix } from "../api/kept.js";

/** @import { EquityElement } from "./element.js" */

/** How long to wait where the browser doesn't tell when it has nothing else to do. */
const DELAY = 2000;

/** What this page has kept or is about to. @type {Set<string>} */
const known = new Set();

/** Things are kept one after the other. */
let last = Promise.resolve();

/** @param {EquityElement} host  whose catalog is open */
export function keep(host) {
  const source = host.getAttribute("src");
  const engine = new URL("./equity-catalog.wasm", import.meta.url).href;
  const pack = source ? [new URL(source, document.baseURI).href] : [];
  const wanted = [engine, ...pack].filter((address) => !known.has(address));
  wanted.forEach((address) => known.add(address));
  if (wanted.length === 0) return;
  last = last.then(atRest).then(() => keepAll(wanted, engine)).catch(() => wanted.forEach((address) => known.delete(address)));
}

/** @returns {Promise<unknown>} */
const atRest = () => new Promise((done) => ("cancelIdleCallback" in globalThis ? requestIdleCallback(done) : setTimeout(done, DELAY)));

/**
 * @param {string[]} wanted
 * @param {string} engine
 */
async function keepAll(wanted, engine) {
  for (const name of await caches.keys()) if (name.startsWith(prefix()) && name !== current()) await caches.delete(name);
  const cache = await caches.open(current());
  for (const address of wanted) {
    // A build has one engine; a pack may be another one each day.
    if (address === engine && (await cache.match(address, { ignoreVary: true }))) continue;
    // It has just been fetched: the very bytes that the browser still has.
    const response = await fetch(address, { cache: "force-cache", credentials: "same-origin" });
    if (response.ok) await cache.put(address, response);
  }
  if (!wanted.includes(engine)) return;
  for (const file of FILES.split(" ")) {
    const response = await fetch(new URL(file, engine), { credentials: "same-origin" });
    await response.arrayBuffer();
  }
}
