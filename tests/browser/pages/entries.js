// A glossary whose entries lead to each other in every way that there is: ?kind=list from A to Z, ?kind=popups, or both, beside
// ?kind=catalog with an ?id=…; what else the query names, such as ?glossary-page=…, are the elements' attributes.

import { Catalog } from "/pkg/index.js";

const link = { a: ["shared steward"], href: "https://example.org/" };

const terms = [
  {
    id: "commons", term: "Commons",
    senses: [{ text: [
      { p: ["A commons needs a steward, a ", { strong: ["fair"] }, " share, and stewards again."] },
      { ul: [[{ p: ["Without a ", { em: ["boundary"] }, " it is no commons."] }]] },
    ], examples: ["The open field of a village."], sources: ["A Book About the Steward, 2020."] }],
    related: ["stewards", "A book", "Commons", "Boundaries"],
  },
  { id: "steward", term: "Steward", senses: [{ text: ["Who looks after it, see ", "the open field."] }], related: ["commons"] },
  {
    id: "fair-share", term: "Fair Share",
    senses: [
      { text: [{ p: ["What is due, says the ", link, " and no other. It ends at a boundary-line of the commons."] }] },
      { text: ["The steward’s share."] },
    ],
  },
  { id: "boundary", term: "Boundary", forms: ["boundary line"], senses: [{ text: ["Where it ends."] }] },
  { id: "open-field", term: "Open Field", senses: [{ text: [{ quote: ["Keep the boundary."], speaker: "A steward", paraphrase: false }] }] },
];

const resources = [
  { id: "book", title: "A book", url: "https://example.org/book" },
  { id: "no-address", title: "On the commons" },
  { id: "other language", title: "Los comunes", language: "es", description: "The commons, in Spanish.", url: "https://example.org/es" },
  { id: "fourth", title: "Commons again" },
  { id: "share", title: "Everybody’s fair share" },
];

const catalog = await Catalog.from({ title: "Entries", terms, resources });
const asked = new URLSearchParams(location.search);
for (const kind of asked.getAll("kind")) {
  const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.createElement(kind === "catalog" ? "equity-catalog" : "equity-glossary"));
  if (kind === "catalog" && asked.has("id")) widget.id = asked.get("id") ?? "";
  if (kind === "popups") widget.setAttribute("annotate", "#text");
  for (const page of ["glossary-page", "catalog-page", "address"]) if (asked.has(page)) widget.setAttribute(page, asked.get(page) ?? "");
  widget.catalog = catalog;
  document.querySelector("main")?.append(widget);
}
