// A glossary of the terms that the page's address names, in the language that it names: ?language=es&term=Ábaco&term=…
// What stands behind a bar is another form, behind a second one the definition: ?term=Ábaco|ábacos|Para contar.

import { Catalog } from "/pkg/index.js";

const asked = new URLSearchParams(location.search);
const terms = asked.getAll("term").map((line, number) => {
  const [term, forms = "", text = ""] = line.split("|");
  return { id: `t${number}`, term, forms: forms ? forms.split(";") : [], senses: [{ text: [text || "A definition."] }] };
});
const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.createElement("equity-glossary"));
widget.catalog = await Catalog.from({ title: "Terms", language: asked.get("language") ?? "en", terms });
document.querySelector("main")?.append(widget);
