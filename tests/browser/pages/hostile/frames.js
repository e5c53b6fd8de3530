// Frames of every kind, and what each tells of itself (teller.js): a test can't look into all of them.

/** @type {Record<string, unknown>} */
const told = {};
Object.assign(globalThis, { told });

addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) told[frame.id] = data;
});

addEventListener("DOMContentLoaded", () => {
  const frame = (/** @type {string} */ id) => /** @type {HTMLIFrameElement} */ (document.getElementById(id));
  const elsewhere = new URLSearchParams(location.search).get("elsewhere");
  for (const id of ["other", "sandboxed"]) frame(id).src = `${elsewhere}test/hostile/frame.html`;
});
