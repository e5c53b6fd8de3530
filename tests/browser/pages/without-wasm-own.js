// Records of the page's own, indexed on the spot: what finds them is written into the page, or why nothing does.

import { Catalog } from "/pkg/index.js";

const found = await Catalog.from([{ id: "own", title: "A work of the page’s own" }]).then(
  (catalog) => catalog.search("wokr of the pages").hits[0]?.resource.title,
  (/** @type {Error} */ error) => error.message,
);
/** @type {HTMLElement} */ (document.getElementById("own")).textContent = found ?? "nothing";
