// A glossary with a long entry and short ones, each related to another.

import { Catalog } from "/pkg/index.js";

const paragraphs = Array.from({ length: 30 }, (_, index) => `Paragraph ${index + 1} of a long entry about what a community holds together, and looks after together.`);
const catalog = await Catalog.from({
  title: "A few terms",
  terms: [
    { id: "commons", term: "Commons", senses: [{ text: paragraphs, sources: ["A source of the long entry"] }], related: ["Steward", "A book"] },
    { id: "steward", term: "Steward", senses: [{ text: ["Who looks after it."] }], related: ["Community Garden"] },
    { id: "garden", term: "Community Garden", senses: [{ text: ["What is planted together."] }, { text: ["And where."] }], related: ["Commons"] },
  ],
});
const shadows = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
for (const root of [document, ...shadows]) {
  for (const widget of /** @type {NodeListOf<HTMLElement & { catalog?: Catalog }>} */ (root.querySelectorAll("equity-glossary"))) widget.catalog = catalog;
}
