// Frames, and what each tells of itself (teller.js): a test can't look into all of them, and what drives a browser may not bear what
// pages with habits do to it.

/** @type {Record<string, unknown>} */
const told = {};
Object.assign(globalThis, { told });

addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) told[frame.id] = data;
});

addEventListener("DOMContentLoaded", () => {
  const asked = new URLSearchParams(location.search);
  for (const frame of document.querySelectorAll("iframe")) if (!frame.srcdoc) frame.src = asked.get(frame.id) ?? "";
});
