// A browser without WebAssembly, by the page's address.
if (location.search === "?without") Reflect.deleteProperty(globalThis, "WebAssembly");

// What a host does whose policy demands trusted types: it says itself that this address is a script of its own.

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("site", { createScriptURL: (/** @type {string} */ address) => address });

/** Installs a worker, and says what became of it. @returns {Promise<string>} */
const install = async (address = "/test/offline/site-worker.js") => {
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address, { updateViaCache: "none" });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((done) => {
    const look = () => worker && ["activated", "redundant"].includes(worker.state) && done(worker.state);
    worker?.addEventListener("statechange", look);
    look();
  });
};
Object.assign(globalThis, { install });
