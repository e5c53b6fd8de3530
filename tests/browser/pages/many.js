// A glossary of 1,200 terms, the same each time: 50 under each of 24 letters. Each speaks of the next one, and its definition
// has a word of its own; every tenth has another name.

import { Catalog } from "/pkg/index.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPRSTUVWYZ"];
const name = (/** @type {number} */ number) => `${LETTERS[Math.floor(number / 50) % LETTERS.length]}lliance ${String(number).padStart(4, "0")}`;

const terms = Array.from({ length: 1200 }, (_, number) => ({
  id: `t${number}`,
  term: name(number),
  forms: number % 10 ? [] : [`Other name ${number}`],
  senses: [{ text: [`What people do together, see ${name((number + 1) % 1200)}; the word of this one is sign${number}.`], sources: [`A book, page ${Math.floor(number / 7)}.`] }],
  related: [name((number + 50) % 1200)],
}));

const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.createElement("equity-glossary"));
widget.catalog = await Catalog.from({ title: "Many terms", terms });
document.querySelector("main")?.append(widget);
