// When something didn't come from the network: the copy that was kept of it, if the page wants copies (`offline` on an element,
// www/elements/keep.js), or else an error that says what to do. Fetched when that happens, or by pages that keep copies.

import { BUILD } from "./build.js";
import { EquityCatalogError } from "./error.js";

/** What the names of all our caches of a site begin with. */
export const EVERYWHERE = "equity-catalog kept ";

/**
 * What those of this folder begin with: other folders of a site may hold other versions. Asked for when it is needed, since a page
 * that is a file in a mail has no folder.
 */
export const prefix = () => `${EVERYWHERE}${new URL(".", import.meta.url).href} `;
export const name = () => prefix() + BUILD;

/**
 * @param {URL | string} address
 * @param {string} what
 * @param {Response} [response]  when there was one
 * @param {unknown} [cause]  why there was none, or why it broke off
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function instead(address, what, response, cause) {
  // A server that says that there is nothing, or nothing for this reader, is to be believed.
  const isAway = !response || response.ok || response.status >= 500;
  const copy = isAway && (await copyOf(address));
  if (copy) return copy;
  throw !response
    ? new EquityCatalogError("not-loaded", `${what} could not be loaded from ${address}; check the address and its server’s CORS headers`, { cause })
    : lost(response, what, cause);
}

/**
 * @param {URL | string} address
 * @returns {Promise<Uint8Array<ArrayBuffer> | undefined>}
 */
async function copyOf(address) {
  try {
    // Only in our own: what a worker of the page keeps is not ours to hand out. Asking makes no cache.
    const copy = await caches.match(address, { cacheName: name(), ignoreVary: true });
    return copy && new Uint8Array(await copy.arrayBuffer());
  } catch {
    // There is none where there are no caches: in Node, without TLS, in frames and windows that may keep nothing.
    return undefined;
  }
}

/**
 * @param {Response} response
 * @param {string} what
 * @param {AbortSignal} [signal]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bytesOf(response, what, signal) {
  if (!response.ok) throw lost(response, what);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw lost(response, what, cause);
  }
}

/**
 * @param {Response} response
 * @param {string} what
 * @param {unknown} [cause]
 */
function lost({ ok, status, url }, what, cause) {
  if (ok) return new EquityCatalogError("not-loaded", `${what} did not arrive whole; try again`, { cause });
  return new EquityCatalogError("not-loaded", `${what} could not be loaded: the server answered ${status} for ${url}; check the address`);
}
