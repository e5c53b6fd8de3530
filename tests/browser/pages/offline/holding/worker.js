// Has every cache of the site open as long as it lives, and does nothing else: no page of the tests is in its scope.

addEventListener("install", (event) => {
  const open = async () => Object.assign(globalThis, { held: await Promise.all((await caches.keys()).map((name) => caches.open(name))) });
  /** @type {any} */ (event).waitUntil(open());
});
