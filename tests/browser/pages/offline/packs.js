// The page's address says which pack it shows: `packs.html?my.pack%3Ft%3D1`, with `&also` at its end another one of the same path, too; or `?forget`.

{
  const asked = decodeURIComponent(location.search.slice(1));
  const catalog = /** @type {HTMLElement} */ (document.querySelector("equity-catalog"));
  if (asked === "forget") catalog.setAttribute("offline", "forget");
  else catalog.setAttribute("src", `./${asked}`);
  if (asked.endsWith("&also")) {
    const second = /** @type {HTMLElement} */ (catalog.cloneNode());
    second.setAttribute("src", `./${asked}&second`);
    catalog.after(second);
  }
}
