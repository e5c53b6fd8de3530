// Whether bytes are those that a page's author means, as browsers check it for scripts. Fetched only where somebody asks.

import { EquityCatalogError } from "./error.js";

/**
 * Compares bytes with the strongest hashes of an integrity string, as browsers do for scripts.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} what  they are
 * @param {string | undefined} integrity  by default what the page's import maps say of the address, if they do
 * @param {URL | string} [address]
 */
export async function checkIntegrity(bytes, what, integrity, address) {
  integrity ??= inImportMap(`${address}`);
  if (integrity === undefined) return;
  const hashes = integrity.trim().split(/\s+/).map((hash) => /^sha(256|384|512)-([A-Za-z0-9+/=]+)/.exec(hash));
  const strongest = Math.max(...hashes.map((hash) => Number(hash?.[1] ?? 0)));
  if (strongest === 0) {
    throw new EquityCatalogError("bad-integrity", "integrity holds no hash of a known kind; give one such as sha384-…, as `openssl dgst -sha384 -binary FILE | base64` prints it after the dash");
  }
  if (!globalThis.crypto?.subtle) {
    throw new EquityCatalogError("integrity-unchecked", `this page can't check the integrity of ${what}; serve the page by https`);
  }
  const digest = await crypto.subtle.digest(`SHA-${strongest}`, bytes);
  const found = btoa(String.fromCharCode(...new Uint8Array(digest)));
  if (!hashes.some((hash) => hash?.[1] === String(strongest) && hash[2] === found)) {
    throw new EquityCatalogError("integrity-mismatch", `${what} is not the one that its integrity names; load the right file, or give the new hash`);
  }
}

/**
 * What the page's import maps say of an address. Browsers go by it for modules only; here it holds for whatever else is fetched, so that one list is enough.
 * @param {string} address
 * @returns {string | undefined}
 */
function inImportMap(address) {
  for (const map of globalThis.document?.querySelectorAll("script[type=importmap]") ?? []) {
    // A map that can't be read is the browser's to complain of.
    const { integrity } = tried(() => JSON.parse(map.textContent ?? "")) ?? {};
    const named = Object.entries(integrity ?? {}).find(([key]) => tried(() => new URL(key, document.baseURI).href) === address.split("#")[0]);
    // By an empty one a map says that nothing is to be compared.
    if (named) return `${named[1]}` || undefined;
  }
  return undefined;
}

/**
 * @template T
 * @param {() => T} get
 * @returns {T | undefined}
 */
function tried(get) {
  try {
    return get();
  } catch {
    return undefined;
  }
}
