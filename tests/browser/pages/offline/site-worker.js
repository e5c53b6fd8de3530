// A host's own worker, which lets ours keep the package and one page. The tests' server demands trusted types of workers too. `?without` is a browser
// that has no WebAssembly.

{
  const host = /** @type {any} */ (globalThis);
  if (host.location.search === "?without") Reflect.deleteProperty(globalThis, "WebAssembly");
  const policy = host.trustedTypes?.createPolicy("site", { createScriptURL: (/** @type {string} */ address) => address });
  const address = "/pkg/offline-worker.js";
  host.importScripts(policy?.createScriptURL(address) ?? address);
  host.equityCatalogOffline({ folder: "/pkg/", pages: ["worker.html"], files: ["my.pack", "page.js", "/test/pages.css", "/test/collector.js"] });
}
