// ?measured: a browser without CSS anchors, as far as scripts can tell.

if (location.search.includes("measured")) {
  const real = CSS.supports.bind(CSS);
  CSS.supports = (/** @type {string} */ name, /** @type {string} */ value) => name !== "position-area" && real(name, value);
}
