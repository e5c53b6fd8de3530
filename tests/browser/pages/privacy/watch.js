// Notes every way in which a script can keep something or tell somebody, from the page's first moment on. A test puts it in front of every page.
{
  /** @type {string[]} */
  const noted = [];
  Object.assign(globalThis, { noted });

  /** @param {any} owner @param {string} name @param {(...given: any[]) => string} say @param {(...given: any[]) => unknown} [instead] */
  const watch = (owner, name, say, instead) => {
    const original = owner?.[name];
    if (typeof original !== "function") return;
    const watched = function (/** @type {any} */ ...given) {
      noted.push(say(...given));
      if (instead) return instead(...given);
      // @ts-expect-error -- whatever it is called on
      return new.target ? Reflect.construct(original, given, new.target) : Reflect.apply(original, this, given);
    };
    watched.prototype = original.prototype;
    Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
  };
  /** @param {any} owner @param {string} name @param {(value: any) => string} say */
  const watchSetting = (owner, name, say) => {
    const property = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!property?.set) return;
    const { set } = property;
    Object.defineProperty(owner, name, { ...property, set(value) {
      noted.push(say(value));
      set.call(this, value);
    } });
  };
  const always = (/** @type {string} */ what) => () => what;

  for (const name of ["setItem", "removeItem"]) watch(Storage.prototype, name, (key) => `storage ${key}`);
  watch(Storage.prototype, "clear", always("storage, all"));
  watchSetting(Document.prototype, "cookie", always("cookie"));
  watch(globalThis.CookieStore?.prototype, "set", always("cookie"));
  for (const name of ["open", "deleteDatabase"]) watch(globalThis.IDBFactory?.prototype, name, always("indexedDB"));
  for (const name of ["open", "match", "delete"]) watch(globalThis.CacheStorage?.prototype, name, always("caches"));
  watch(globalThis.StorageManager?.prototype, "persist", always("persistent storage"));
  watch(globalThis.StorageManager?.prototype, "getDirectory", always("files of the origin"));
  watch(globalThis.ServiceWorkerContainer?.prototype, "register", always("service worker"));
  watchSetting(globalThis, "name", always("window.name"));

  watch(globalThis, "fetch", (address) => `fetch ${address}`);
  watch(XMLHttpRequest.prototype, "open", (_, address) => `XMLHttpRequest ${address}`);
  watch(Navigator.prototype, "sendBeacon", (address) => `beacon ${address}`);
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport", "Worker", "SharedWorker", "BroadcastChannel", "Notification"]) watch(globalThis, name, always(name));
  watch(globalThis, "open", always("window"));
  watch(HTMLFormElement.prototype, "submit", always("form"));
  watch(HTMLFormElement.prototype, "requestSubmit", always("form"));
  for (const element of ["Image", "Script", "Frame", "IFrame", "Embed", "Media", "Source", "Input"]) watchSetting(/** @type {any} */ (globalThis)[`HTML${element}Element`]?.prototype, "src", (address) => `${element} ${address}`);
  watchSetting(HTMLLinkElement.prototype, "href", (address) => `link ${address}`);
  watchSetting(HTMLAnchorElement.prototype, "ping", (address) => `ping ${address}`);
  watch(Element.prototype, "setAttribute", function (name, value) {
    return /^(src|srcset|ping|action|formaction|data|poster|background)$/iu.test(name) && `${value}` !== "" ? `attribute ${name} ${value}` : "";
  });

  const answered = () => Promise.resolve();
  const { clipboard } = navigator;
  if (clipboard) {
    watch(clipboard, "writeText", always("clipboard"), answered);
    for (const name of ["write", "read", "readText"]) watch(clipboard, name, (...given) => `clipboard, ${name} ${given}`);
  }
  Object.defineProperty(navigator, "share", { value: async () => void noted.push("share"), configurable: true });
  watch(globalThis, "print", always("print"), () => {});
  for (const name of ["pushState", "replaceState"]) {
    watch(History.prototype, name, (state, _, address) => `history ${Object.keys(state ?? {})} ${new URL(address ?? "", location.href).href.split("#")[0] === location.href.split("#")[0] ? "#" : address}`);
  }
  for (const name of ["getCurrentPosition", "watchPosition"]) watch(globalThis.Geolocation?.prototype, name, always("place"));
  watch(globalThis.Permissions?.prototype, "query", always("permissions"));
  watch(globalThis.CredentialsContainer?.prototype, "get", always("credentials"));
  watch(globalThis.MediaDevices?.prototype, "getUserMedia", always("microphone or camera"));
}
