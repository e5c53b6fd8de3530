// A service worker for hosts who want their page itself to open without a connection: it keeps the package, the pages that it is
// told of, and what else they need. Register it, or call it from a worker of your own:
//
//     importScripts("/equity-catalog/offline-worker.js");
//     equityCatalogOffline({ folder: "/equity-catalog/", pages: ["/resources/"], files: ["/my.pack", "/site.css"] });
//
// Of the package it keeps what elements ask for, with the engine that this browser can run: as WebAssembly, or as JavaScript where there is none.
// `all: true` keeps both, for pages whose policy forbids WebAssembly, and what makes catalogs of a page's own records.
//
// The package's files are those of one build, each checked by its digest, and come from the copy; all else comes from the network
// as long as there is one. It answers GET requests of its own origin for these addresses and no others, and touches no cache but its
// own. A new build waits until no page of the old one is open, as workers do by themselves: such a page asks for more parts of the old build,
// and must not get those of another. A classic script, since not every browser takes modules here.

{
  /** Another build has another one. */
  const BUILD = "@build";
  /** Names with digests: SHA-256 in Base64. @type {Record<string, string>} */
  const FILES = JSON.parse('"@files"');

  /** What is the engine, and what only some pages need besides. */
  const ENGINES = ["equity-catalog.wasm", "without-wasm.js"];
  const BUILDER = /builder\.(js|wasm)$/;

  /** @typedef {{ waitUntil(work: Promise<unknown>): void }} Moment */
  /** @typedef {Moment & { request: Request, respondWith(answer: Promise<Response>): void }} Asked */
  /** @typedef {{ folder: string, pages: string[], files?: string[], all?: boolean }} Settings  addresses, relative to the worker's own */

  const worker = /** @type {{ registration: { scope: string }, addEventListener(name: string, hear: (event: any) => void): void }} */ (/** @type {unknown} */ (globalThis));
  const whole = (/** @type {string} */ address, /** @type {string} */ from = location.href) => new URL(address, from).href;

  /** @param {Settings} settings */
  const offline = ({ folder, pages, files = [], all = false }) => {
    const home = whole(folder);
    const engine = ENGINES[globalThis.WebAssembly ? 0 : 1];
    const isKept = (/** @type {string} */ file) => all || (ENGINES.includes(file) ? file === engine : !BUILDER.test(file));
    const prefix = `equity-catalog offline ${worker.registration.scope} ${home} `;
    const cacheName = prefix + BUILD;
    /** Digests by address. */
    const own = new Map(Object.entries(FILES).filter(([file]) => isKept(file)).map(([file, digest]) => [whole(file, home), digest]));
    const others = new Set([...pages, ...files].map((address) => whole(address)));
    const pathOf = (/** @type {string} */ address) => address.split("?")[0] ?? "";
    /** A page may be asked for with more behind a question mark. */
    const byPath = new Map(pages.map((page) => [pathOf(whole(page)), whole(page)]));

    const foreign = [...own.keys(), ...others].find((address) => new URL(address).origin !== location.origin);
    if (foreign) throw new Error(`equity-catalog: ${foreign} is on another site; a worker keeps files of its own site only, so copy the file there`);

    /** Opened once: private windows forget a cache that nobody has open. @type {Promise<Cache> | undefined} */
    let opening;
    const opened = () => (opening ??= caches.open(cacheName));
    /** Where nothing may be kept, there is no copy, and the network is asked. @param {string} address */
    const copyOf = async (address) => {
      try {
        return await (await opened()).match(address, { ignoreVary: true });
      } catch {
        opening = undefined;
        return undefined;
      }
    };

    /**
     * Not from what the browser has kept of an older build. It is read at once: Chromium lets nobody else fetch what somebody hasn't read yet.
     *
     * @param {string} address
     */
    const fetched = async (address) => {
      const response = await fetch(address, { cache: "reload", credentials: "same-origin" });
      if (!response.ok) throw new Error(`equity-catalog: no copy is kept, since ${address} is answered with ${response.status}`);
      return new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers });
    };

    /** @param {string} address @param {string} digest */
    const checked = async (address, digest) => {
      const response = await fetched(address);
      const found = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
      if (btoa(String.fromCharCode(...found)) !== digest) {
        throw new Error(`equity-catalog: no copy is kept, since ${address} is not the file of this build; copy the whole package again, and serve it unchanged`);
      }
      return response;
    };

    /** All of it or nothing: of what isn't whole, no trace is left. */
    const fill = async () => {
      const fetching = [...[...own].map(([address, digest]) => checked(address, digest)), ...[...others].map(fetched)];
      const responses = await Promise.all(fetching);
      const cache = await opened();
      await Promise.all([...own.keys(), ...others].map((address, at) => cache.put(address, /** @type {Response} */ (responses[at]))));
    };

    const dropOlder = async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
    };

    /**
     * @param {Asked} event
     * @param {string} address  under which a copy is kept
     * @param {boolean} isSame  whether the answer may take its place
     */
    const networkFirst = async (event, address, isSame) => {
      /** @type {Response | undefined} */
      let response;
      try {
        response = await fetch(event.request);
        if (response.ok && isSame) {
          const copy = plain(response.clone());
          event.waitUntil(opened().then((cache) => cache.put(address, copy)).catch(() => {}));
        }
        if (response.status < 500) return response;
      } catch (reason) {
        const copy = await copyOf(address);
        if (copy) return copy;
        throw reason;
      }
      return (await copyOf(address)) ?? response;
    };

    worker.addEventListener("install", (/** @type {Moment} */ event) => event.waitUntil(fill()));
    worker.addEventListener("activate", (/** @type {Moment} */ event) => event.waitUntil(dropOlder()));
    worker.addEventListener("fetch", (/** @type {Asked} */ event) => {
      const { request } = event;
      // A part of a file can't be answered with all of it.
      if (request.method !== "GET" || request.headers.has("range")) return;
      const address = request.url.split("#")[0] ?? "";
      const page = request.mode === "navigate" ? byPath.get(pathOf(address)) : undefined;
      if (own.has(address)) event.respondWith(copyOf(address).then((copy) => copy ?? fetch(request)));
      else if (others.has(address)) event.respondWith(networkFirst(event, address, true));
      else if (page) event.respondWith(networkFirst(event, page, false));
    });
  };

  /** An answer that was led elsewhere may not be given for a page; the same without that may. @param {Response} response */
  const plain = (response) => (response.redirected ? new Response(response.body, { status: response.status, headers: response.headers }) : response);

  Object.assign(globalThis, { equityCatalogOffline: offline });

  // Registered as it is: `offline-worker.js?page=/resources/&file=/my.pack`, with `&all` for all of the package.
  const asked = new URLSearchParams(location.search);
  if (asked.has("page")) offline({ folder: ".", pages: asked.getAll("page"), files: asked.getAll("file"), all: asked.has("all") });
}
