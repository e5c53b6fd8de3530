// A page that brings its own records, tries to bring some that must be refused, and notes the widget's events.

import { Catalog } from "/pkg/index.js";

/** @type {string[]} */
const heard = [];
Object.assign(globalThis, { heard });
for (const name of ["ready", "search", "select", "error"]) {
  document.addEventListener(`equity-catalog:${name}`, (event) => {
    heard.push(name);
    if (name === "select" && document.body.dataset.keep) event.preventDefault();
  });
}

const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.querySelector("equity-catalog"));
widget.setAttribute("view", "search");
widget.catalog = await Catalog.from({
  title: "Two works",
  resources: [
    { id: "good", title: "A work with an address", url: "https://example.org/work", kind: "Tool" },
    { id: "markup", title: "A <b>title</b> & \"more\"", authors: ["<script>alert(1)</script>"], kind: "Resource", language: "es" },
  ],
});

Catalog.from({ resources: [{ id: "bad", title: "A script for an address", url: "javascript:alert(1)" }] }).catch(() => heard.push("refused"));
