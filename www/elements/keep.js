// What `offline` on an element asks for: on the reader's device, a copy of the engine and of the pack, for when the server can't be
// reached. Fetched by pages that ask for it, once a catalog is shown; without the attribute nothing is ever written. `offline="forget"`
// takes all copies away again.
//
// The copies stand in a cache that is named by the package's folder and build; those of older builds are dropped, and what isn't ours
// is never touched. Modules can only come from the browser's own cache of what it has fetched: so all that a reader may ask for
// later is fetched once. No page ever hears of a failure here: without room or leave to keep anything there simply is no copy.

import { ENGINES, FILES, FURTHER } from "../api/build.js";
import { EVERYWHERE, name as current, prefix } from "../api/kept.js";

/** @import { EquityElement } from "./element.js" */

/** How long to wait where the browser doesn't tell when it has nothing else to do. */
const DELAY = 2000;

/** Of how many packs there are copies at most: of a site with one for each page, those that were asked for last. */
const PACKS = 8;

/** How many folders and builds of the package have copies at most: a site that puts each version into a folder of its own leaves the older ones behind. */
const BUILDS = 4;

/** What this page has kept or is about to. @type {Set<string>} */
const known = new Set();

/** Things are kept one after the other. */
let last = Promise.resolve();

/** @param {EquityElement} host  whose catalog is open */
export function keep(host) {
  if (host.getAttribute("offline") === "forget") {
    known.clear();
    last = last.then(forget).catch(() => {});
    return;
  }
  const source = host.getAttribute("src");
  const packs = source ? [pathAndQuery(new URL(source, document.baseURI).href)] : [];
  // Of what only some pages and browsers need: what has been needed here.
  const engines = [...digests().keys()].filter(wasNeeded);
  const modules = [...FILES.split(" ").map(own), ...FURTHER.split(" ").map(own).filter(wasNeeded)];
  const wanted = [...engines, ...packs, ...modules].filter((address) => !known.has(address));
  wanted.forEach((address) => known.add(address));
  if (wanted.length === 0) return;
  last = last.then(atRest).then(() => keepAll(wanted, modules)).catch(() => wanted.forEach((address) => known.delete(address)));
}

/** @param {string} file  of the package */
const own = (file) => new URL(file, import.meta.url).href;

/** @param {string} address */
const wasNeeded = (address) => address === own(globalThis.WebAssembly ? "equity-catalog.wasm" : "without-wasm.js") || performance.getEntriesByName(address).length > 0;

/** What the WebAssembly files of this build must be, by their addresses. @returns {Map<string, string>} */
const digests = () => new Map([...ENGINES.matchAll(/(\S+) (\S+)/g)].map(([, file = "", digest = ""]) => [own(file), digest]));

const pathAndQuery = (/** @type {string} */ address) => address.split("#")[0] ?? "";
const pathOf = (/** @type {string} */ address) => address.split("?")[0] ?? "";

/** @returns {Promise<unknown>} */
const atRest = () => new Promise((done) => ("cancelIdleCallback" in globalThis ? requestIdleCallback(done) : setTimeout(done, DELAY)));

async function forget() {
  for (const name of await caches.keys()) if (name.startsWith(EVERYWHERE)) await caches.delete(name);
}

/**
 * @param {string[]} wanted
 * @param {string[]} modules  those of them that the browser keeps itself
 */
async function keepAll(wanted, modules) {
  for (const name of await caches.keys()) if (name.startsWith(prefix()) && name !== current()) await caches.delete(name);
  const cache = await caches.open(current());
  const engines = digests();
  for (const address of wanted) {
    const digest = engines.get(address);
    if (modules.includes(address)) await (await fetch(address, { credentials: "same-origin" })).arrayBuffer();
    // A build has one engine; a pack may be another one each day.
    else if (digest === undefined || !(await cache.match(address, { ignoreVary: true }))) await keepOne(cache, address, digest);
  }
  await dropOlder(cache, engines);
}

/**
 * @param {Cache} cache
 * @param {string} address
 * @param {string | undefined} digest  what it must be, if that is known
 */
async function keepOne(cache, address, digest) {
  // It has just been fetched: the very bytes that the browser still has. If they aren't those of this build, the server is asked once more.
  for (const from of /** @type {const} */ (["force-cache", "reload"])) {
    const response = await fetch(address, { cache: from, credentials: "same-origin" });
    const bytes = await response.clone().arrayBuffer();
    if (response.ok && (digest === undefined || (await digestOf(bytes)) === digest)) {
      // What takes the place of another copy would have its age in Safari.
      await cache.delete(address, { ignoreVary: true });
      return cache.put(address, response);
    }
    if (digest === undefined) return;
  }
}

/** @param {ArrayBuffer} bytes */
const digestOf = async (bytes) => btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));

/**
 * Of a pack whose address gets another query each time, such as `?t=123`, only what this page has asked for stays.
 *
 * @param {Cache} cache
 * @param {Map<string, string>} engines
 */
async function dropOlder(cache, engines) {
  const paths = new Set([...known].map(pathOf));
  // Browsers name what was put in last last.
  const packs = (await cache.keys()).map(({ url }) => url).filter((address) => !engines.has(address));
  const isAnother = (/** @type {string} */ address) => !known.has(address) && paths.has(pathOf(address));
  const rest = packs.filter((address) => !isAnother(address));
  for (const address of [...packs.filter(isAnother), ...rest.slice(0, -PACKS)]) await cache.delete(address, { ignoreVary: true });
  const builds = (await caches.keys()).filter((name) => name.startsWith(EVERYWHERE) && name !== current());
  for (const name of builds.slice(0, -BUILDS + 1)) await caches.delete(name);
}
