// Notes every way in which a script can keep something, tell somebody something or find something out about a reader, from a page's first moment on.
// The server puts it before all other scripts of a page when a test wants it (`site.watcher`).
//
// A note begins with what it is: `keeps`, `reads`, `hands` to the browser, `asks` for an address. `now()` says what really lies on the device, and
// what in the page wasn't there at first and fetches something, whoever put it there and however.
{
  /** @type {string[]} */
  const noted = [];
  /** Storage as the browser has it. @type {[string, Storage][]} */
  const places = [["localStorage", localStorage], ["sessionStorage", sessionStorage]];
  const cacheNames = caches.keys.bind(caches);
  const databases = indexedDB.databases.bind(indexedDB);
  const cookie = /** @type {any} */ (Object.getOwnPropertyDescriptor(Document.prototype, "cookie")).get.bind(document);
  const FETCHING = "link, script, style, img, picture, iframe, frame, object, embed, video, audio, source, track, form[action], [ping], [background], [style*=url]";
  /** @type {Set<Element>} */
  const first = new Set();
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(FETCHING).forEach((each) => first.add(each)));

  /** @param {any} owner @param {string} name @param {(...given: any[]) => string} say @param {(...given: any[]) => unknown} [instead] */
  const watch = (owner, name, say, instead) => {
    const original = owner?.[name];
    if (typeof original !== "function") return;
    const value = new Proxy(original, {
      apply(target, self, given) {
        noted.push(say(...given));
        return instead ? instead(...given) : Reflect.apply(target, self, given);
      },
      construct(target, given, made) {
        noted.push(say(...given));
        return Reflect.construct(target, given, made);
      },
    });
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  };
  /** What reading a property, or setting it, is. @param {any} owner @param {string} name @param {string} [reading] @param {(value: any) => string} [setting] */
  const watchProperty = (owner, name, reading, setting) => {
    const property = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!property?.configurable || !property.get) return;
    const { get, set } = property;
    Object.defineProperty(owner, name, {
      ...property,
      get() {
        if (reading) noted.push(reading);
        return get.call(this);
      },
      set: set && function (value) {
        if (setting) noted.push(setting(value));
        // @ts-expect-error -- whatever it is set on
        set.call(this, value);
      },
    });
  };
  /** All that an interface tells. @param {any} owner @param {string} name @param {string[]} [without] */
  const watchAll = (owner, name, without = []) => {
    for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(owner ?? {}))) if (get && !without.includes(key)) watchProperty(owner, key, `reads ${name}.${key}`);
  };
  const always = (/** @type {string} */ what) => () => what;

  // Kept on the device. Storage can be read and written as an object, too.
  for (const [place, real] of places) {
    /** @type {Record<string, (...given: any[]) => unknown>} */
    const own = {
      getItem: (key) => (noted.push(`reads ${place} ${key}`), real.getItem(key)),
      setItem: (key, value) => (noted.push(`keeps ${place} ${key}`), real.setItem(key, value)),
      removeItem: (key) => (noted.push(`keeps ${place} ${key}`), real.removeItem(key)),
      clear: () => (noted.push(`keeps ${place}, all of it`), real.clear()),
      key: (at) => (noted.push(`reads ${place}, all of it`), real.key(at)),
    };
    const value = new Proxy(real, {
      get: (_, key) => (typeof key === "symbol" ? Reflect.get(real, key, real) : (own[key] ?? (noted.push(`reads ${place} ${key}`), Reflect.get(real, key, real)))),
      set: (_, key, to) => (noted.push(`keeps ${place} ${String(key)}`), Reflect.set(real, key, to, real)),
      defineProperty: (_, key, to) => (noted.push(`keeps ${place} ${String(key)}`), Reflect.defineProperty(real, key, to)),
      deleteProperty: (_, key) => (noted.push(`keeps ${place} ${String(key)}`), Reflect.deleteProperty(real, key)),
      has: (_, key) => (noted.push(`reads ${place} ${String(key)}`), Reflect.has(real, key)),
      ownKeys: () => (noted.push(`reads ${place}, all of it`), Reflect.ownKeys(real)),
    });
    Object.defineProperty(globalThis, place, { value, configurable: true });
  }
  watchProperty(Document.prototype, "cookie", "reads cookies", always("keeps cookies"));
  const world = /** @type {any} */ (globalThis);
  for (const name of ["set", "delete"]) watch(world.CookieStore?.prototype, name, always("keeps cookies"));
  for (const name of ["get", "getAll"]) watch(world.CookieStore?.prototype, name, always("reads cookies"));
  for (const name of ["open", "deleteDatabase"]) watch(IDBFactory.prototype, name, (database) => `keeps indexedDB ${database}`);
  watch(IDBFactory.prototype, "databases", always("reads indexedDB"));
  for (const name of ["open", "delete"]) watch(CacheStorage.prototype, name, (cache) => `keeps caches ${cache}`);
  for (const name of ["keys", "has", "match"]) watch(CacheStorage.prototype, name, always("reads caches"));
  for (const name of ["persist", "getDirectory"]) watch(world.StorageManager?.prototype, name, always(`keeps storage.${name}`));
  watch(world.ServiceWorkerContainer?.prototype, "register", (address) => `keeps worker ${address}`);
  watchProperty(globalThis, "name", "reads window.name", always("keeps window.name"));

  // Told to somebody.
  watch(globalThis, "fetch", (asked) => `asks ${asked?.url ?? asked}`);
  watch(XMLHttpRequest.prototype, "open", (_, address) => `asks ${address}`);
  watch(Navigator.prototype, "sendBeacon", (address) => `asks ${address}`);
  for (const name of ["WebSocket", "EventSource", "WebTransport", "Worker", "SharedWorker"]) watch(globalThis, name, (address) => `asks ${address}, by ${name}`);
  for (const name of ["RTCPeerConnection", "BroadcastChannel", "MessageChannel", "Notification", "PaymentRequest"]) watch(globalThis, name, always(`hands ${name}`));
  for (const name of ["open", "postMessage"]) watch(globalThis, name, always(`hands window.${name}`));
  for (const name of ["submit", "requestSubmit"]) watch(HTMLFormElement.prototype, name, always("hands form"));
  for (const name of ["Image", "Script", "Frame", "IFrame", "Embed", "Media", "Source", "Track", "Input"]) watchProperty(world[`HTML${name}Element`]?.prototype, "src", undefined, (address) => `asks ${address}, by ${name}.src`);
  for (const name of ["Image", "Source"]) watchProperty(world[`HTML${name}Element`].prototype, "srcset", undefined, (address) => `asks ${address}, by ${name}.srcset`);
  watchProperty(HTMLLinkElement.prototype, "href", undefined, (address) => `asks ${address}, by link`);
  watchProperty(HTMLObjectElement.prototype, "data", undefined, (address) => `asks ${address}, by object`);
  watchProperty(HTMLAnchorElement.prototype, "ping", undefined, (address) => `asks ${address}, by ping`);

  // Handed to the browser. What would leave the page, or stop the test, is noted only.
  if (navigator.clipboard) {
    watch(Clipboard.prototype, "writeText", always("hands clipboard"), async () => {});
    for (const name of ["write", "read", "readText"]) watch(Clipboard.prototype, name, always(`hands clipboard.${name}`));
  }
  watch(document, "execCommand", (command) => `hands ${command}`);
  Object.defineProperty(navigator, "share", { value: async () => void noted.push("hands share"), configurable: true });
  watch(globalThis, "print", always("hands print"), () => {});
  const page = (/** @type {string} */ address) => address.split("#")[0];
  for (const name of ["pushState", "replaceState"]) {
    watch(History.prototype, name, (state, _, address = "") => {
      const to = new URL(address ?? "", location.href).href;
      return page(to) === page(location.href) ? `hands history ${Object.keys(state ?? {}).sort().join(" ")}` : `hands history, another page: ${to}`;
    });
  }

  // Found out about the reader.
  watchAll(Navigator.prototype, "navigator", ["clipboard"]);
  watchAll(Screen.prototype, "screen");
  watchAll(world.NetworkInformation?.prototype, "connection");
  watchProperty(Document.prototype, "referrer", "reads document.referrer");
  watchProperty(History.prototype, "length", "reads history.length");
  watch(globalThis, "matchMedia", (query) => `reads media ${query}`);
  watch(Intl.DateTimeFormat.prototype, "resolvedOptions", always("reads time zone"));
  watch(HTMLCanvasElement.prototype, "getContext", always("reads canvas"));
  for (const name of ["getCurrentPosition", "watchPosition"]) watch(world.Geolocation?.prototype, name, always("reads place"));
  watch(world.Permissions?.prototype, "query", always("reads permissions"));
  for (const name of ["get", "create"]) watch(world.CredentialsContainer?.prototype, name, always("reads credentials"));
  for (const name of ["getUserMedia", "enumerateDevices", "getDisplayMedia"]) watch(world.MediaDevices?.prototype, name, always("reads devices"));

  /** @param {Document | ShadowRoot} root @returns {Element[]} */
  const fetching = (root) => [...root.querySelectorAll("*")].flatMap((each) => [...(each.matches(FETCHING) && !first.has(each) ? [each] : []), ...(each.shadowRoot ? fetching(each.shadowRoot) : [])]);

  Object.assign(globalThis, {
    now: async () => ({
      noted: noted.splice(0),
      held: [
        ...places.flatMap(([place, real]) => Object.keys(real).map((key) => `${place} ${key}`)),
        ...(await cacheNames()).map((name) => `caches ${name}`),
        ...(await databases()).map(({ name }) => `indexedDB ${name}`),
        ...(cookie() ? ["cookies"] : []),
      ],
      fetching: fetching(document).map((each) => each.outerHTML.slice(0, 200)),
      fetched: performance.getEntriesByType("resource").map(({ name }) => name),
      page: page(location.href),
    }),
  });
}
