// What a page can change about the widget's look: every custom property, every part, and a few looks to start from.
//
// Only lists and their words; `look.js` makes the page of them. A test holds the names to those that the elements have.

/** @typedef {"section" | "results" | "glossary" | "popup"} Example  where on the page a part can be seen */
/** @typedef {{ name: string, kind: "color" | "font" | "length", usual: string, what: string }} Property */
/** @typedef {{ name: string, example: Example, what: string, when?: string }} Part  `when`: what must happen first, if it isn't in the example */
/** @typedef {[selector: string, declarations: Record<string, string>]} Rule */
/** @typedef {{ name: string, properties: Record<string, string>, rules: Rule[] }} Look */

/** For colours `usual` is only where the picker starts. @type {Property[]} */
export const PROPERTIES = [
  { name: "--equity-accent", kind: "color", usual: "#17595e", what: "Links, focus rings, what is chosen" },
  { name: "--equity-ink", kind: "color", usual: "#20262a", what: "Text; lines and softer text follow from it" },
  { name: "--equity-paper", kind: "color", usual: "#fdfcfa", what: "Background of boxes and popups" },
  { name: "--equity-mark", kind: "color", usual: "#f3e6a3", what: "Background of words that matched" },
  { name: "--equity-heading-font", kind: "font", usual: "the page’s", what: "Headings" },
  { name: "--equity-measure", kind: "length", usual: "68ch", what: "The longest line of prose" },
  { name: "--equity-radius", kind: "length", usual: "4px", what: "Corners" },
  { name: "--equity-sticky-top", kind: "length", usual: "1.5em", what: "Space that a bar of yours takes at the top of the window" },
  { name: "--equity-gap", kind: "length", usual: "2.5em", what: "Space between columns" },
];

/** @type {Part[]} */
export const PARTS = [
  { name: "catalog", example: "section", what: "All of the catalog" },
  { name: "search", example: "section", what: "The column with search box and filters" },
  { name: "label", example: "section", what: "The search box’s label" },
  { name: "input", example: "section", what: "The search box" },
  { name: "button", example: "section", what: "Buttons with a frame, such as “Filters” in narrow places", when: "there is little room" },
  { name: "filters", example: "section", what: "All filters together", when: "the filters are open" },
  { name: "facet", example: "section", what: "One group of filters", when: "the filters are open" },
  { name: "facet-title", example: "section", what: "Its name", when: "the filters are open" },
  { name: "drawer", example: "results", what: "The filters in narrow places", when: "they are opened there" },
  { name: "selects", example: "results", what: "Order and groups of results" },
  { name: "select", example: "results", what: "A list to choose from" },
  { name: "chips", example: "results", what: "The line of chosen filters" },
  { name: "chip", example: "results", what: "One chosen filter, with its cross" },
  { name: "clear", example: "results", what: "“Clear all”" },
  { name: "main", example: "section", what: "The column with the section or the results" },
  { name: "about", example: "section", what: "“About this catalog”" },
  { name: "sections", example: "section", what: "The list of sections to choose from" },
  { name: "section", example: "section", what: "One section as a page" },
  { name: "path", example: "section", what: "Where the section stands in its library" },
  { name: "section-title", example: "section", what: "The section’s heading" },
  { name: "overview", example: "section", what: "Its introduction" },
  { name: "quote", example: "section", what: "A quotation with its speaker" },
  { name: "credit", example: "section", what: "The source that a text follows" },
  { name: "group", example: "section", what: "Works under one heading" },
  { name: "group-title", example: "section", what: "That heading" },
  { name: "neighbours", example: "section", what: "“Also in this section”" },
  { name: "results", example: "results", what: "All that a search shows" },
  { name: "results-title", example: "results", what: "How many results there are" },
  { name: "empty", example: "results", what: "What stands there when there are none", when: "nothing is found" },
  { name: "note", example: "results", what: "“Showing results for …”", when: "a word was misspelt or left out" },
  { name: "listing", example: "results", what: "One work" },
  { name: "listing-title", example: "results", what: "Its title" },
  { name: "byline", example: "results", what: "Who wrote it" },
  { name: "organizations", example: "results", what: "Who published it" },
  { name: "other-title", example: "results", what: "Another title of it", when: "a work among the results has one" },
  { name: "description", example: "results", what: "What it is about", when: "the catalog describes its works" },
  { name: "facts", example: "results", what: "Kind, topics, year" },
  { name: "mark", example: "results", what: "A word that matched" },
  { name: "actions", example: "results", what: "“Details” and “Add to list” below a work" },
  { name: "record", example: "results", what: "A work in full", when: "“Details” is pressed" },
  { name: "cite", example: "results", what: "References to it", when: "“Details” is pressed" },
  { name: "list-acts", example: "results", what: "What can be done with a reading list", when: "the reading list is shown" },
  { name: "correction", example: "section", what: "A slip in print, put right", when: "the catalog corrects one" },
  { name: "pages", example: "results", what: "The numbered pages" },
  { name: "error", example: "section", what: "What stands there when a catalog can’t be opened", when: "it can’t" },
  { name: "glossary", example: "glossary", what: "All of the glossary" },
  { name: "letters", example: "glossary", what: "The letters to jump to" },
  { name: "letter", example: "glossary", what: "The entries under one letter" },
  { name: "term", example: "glossary", what: "One entry" },
  { name: "term-title", example: "glossary", what: "The word that it explains" },
  { name: "sense", example: "glossary", what: "One meaning" },
  { name: "examples", example: "glossary", what: "Its examples" },
  { name: "term-link", example: "glossary", what: "A term within an entry’s text, and in “See also”" },
  { name: "see-also", example: "glossary", what: "Related terms", when: "an entry names some" },
  { name: "related", example: "glossary", what: "Related resources" },
  { name: "locations", example: "glossary", what: "Where the word belongs in the library" },
  { name: "works", example: "glossary", what: "Works of the catalog that a term stands in" },
  { name: "notes", example: "glossary", what: "Sources on paper", when: "the page is printed" },
  { name: "endnotes", example: "popup", what: "The notes behind an article with popups", when: "the page is printed" },
  { name: "page-terms", example: "popup", what: "The list of terms on a page", when: "the glossary has mode=\"highlight\"" },
  { name: "popup", example: "popup", what: "The box beside a word of your text" },
  { name: "popup-title", example: "popup", what: "Its title" },
];

const BOTH = "equity-catalog, equity-glossary";

/** @type {Look[]} */
export const LOOKS = [
  { name: "As it comes", properties: {}, rules: [] },
  {
    name: "Newspaper",
    properties: {
      "--equity-accent": "#8a1f11",
      "--equity-ink": "#211d18",
      "--equity-paper": "#fbf6ea",
      "--equity-mark": "#f0d98c",
      "--equity-heading-font": "Georgia, \"Times New Roman\", serif",
      "--equity-measure": "58ch",
      "--equity-radius": "0px",
    },
    rules: [
      [BOTH, { "color-scheme": "light", background: "#fbf6ea", padding: "1.25em" }],
      ["equity-catalog::part(section-title), equity-catalog::part(results-title)", { "border-block-end": "3px double currentColor", "padding-block-end": ".25em" }],
      ["equity-catalog::part(listing-title)", { "font-style": "italic" }],
    ],
  },
  {
    name: "High contrast",
    properties: {
      "--equity-accent": "#0000b8",
      "--equity-ink": "#000000",
      "--equity-paper": "#ffffff",
      "--equity-mark": "#ffef5c",
      "--equity-radius": "0px",
    },
    rules: [
      [BOTH, { "color-scheme": "light", background: "#ffffff", padding: "1.25em" }],
      ["equity-catalog::part(input), equity-glossary::part(input)", { border: "2px solid #000000" }],
      ["equity-catalog::part(listing)", { "border-block-end": "1px solid #000000", "padding-block-end": ".8em" }],
    ],
  },
  {
    name: "Sidebar, 300 px",
    properties: { "--equity-gap": "1em" },
    rules: [[BOTH, { "max-inline-size": "300px", "font-size": ".9375rem" }]],
  },
];
