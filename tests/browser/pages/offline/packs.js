// The page's address says which pack it shows: `packs.html?my.pack%3Ft%3D1`, with `&also` at its end another one of the same path, too; or `?forget`.
// `?without` is a browser that has no WebAssembly.

{
  const asked = decodeURIComponent(location.search.slice(1));
  const catalog = /** @type {HTMLElement} */ (document.querySelector("equity-catalog"));
  if (asked === "forget") catalog.setAttribute("offline", "forget");
  else if (asked === "without") Reflect.deleteProperty(globalThis, "WebAssembly");
  else catalog.setAttribute("src", `./${asked}`);
  if (asked.endsWith("&also")) {
    const second = /** @type {HTMLElement} */ (catalog.cloneNode());
    second.setAttribute("src", `./${asked}&second`);
    catalog.after(second);
  }
}
