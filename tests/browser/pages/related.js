// A glossary of two terms, each related to the other.

import { Catalog } from "/pkg/index.js";

const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.querySelector("equity-glossary"));
widget.catalog = await Catalog.from({
  title: "Two terms",
  terms: [
    { id: "commons", term: "Commons", senses: [{ text: ["What a community holds together."] }], related: ["Steward", "A book"] },
    { id: "steward", term: "Steward", senses: [{ text: ["Who looks after it."] }], related: ["Commons"] },
  ],
});
