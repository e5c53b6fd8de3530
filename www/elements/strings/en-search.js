// The words of searching the glossary, in English.

export const enSearch = {
  terms: { one: "{count} term", other: "{count} terms" },
  noTerms: "No term matches “{query}”. Try part of a word, or clear the box to see all terms.",
  alsoCalled: "Also: {form}",
  moreTerms: "Show {count} more",
};
