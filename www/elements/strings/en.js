// Every word that the widget shows in English. Another language is another file of the same shape.

const plural = new Intl.PluralRules("en");
const number = new Intl.NumberFormat("en");

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const counted = (count, one, many) => `${number.format(count)} ${plural.select(count) === "one" ? one : many}`;

export const en = {
  language: "en",

  // The search box and the filters.
  search: "Search the catalog",
  /** @param {string} name */
  searchIn: (name) => `Search: ${name}`,
  filters: "Filters",
  /** @param {number} count */
  filtersChosen: (count) => `Filters (${number.format(count)} chosen)`,
  /** @param {number} count */
  showResults: (count) => `Show ${counted(count, "result", "results")}`,
  facets: {
    kind: "Kind",
    organization: "Organization",
    author: "Author",
    topic: "Topic",
    section: "Page",
    year: "Year",
    language: "Language",
    path: "Place",
  },
  /** @param {number} count */
  facetCount: (count) => `(${number.format(count)})`,
  /** @param {number} count */
  showAll: (count) => `Show all ${number.format(count)}`,
  showFewer: "Show fewer",
  /** @param {string} label */
  removeFilter: (label) => `Remove filter: ${label}`,
  chosenFilters: "Chosen filters",
  clearAll: "Clear all",
  clearSearch: "Clear search",

  // Results.
  /** @param {number} count */
  results: (count) => counted(count, "result", "results"),
  /** @param {number} count @param {string} query */
  resultsFor: (count, query) => `${counted(count, "result", "results")} for “${query}”`,
  /** @param {string} query */
  noResultsFor: (query) => (query ? `No results for “${query}”` : "No results"),
  noResultsAdvice: [
    "Check the spelling, or try a shorter or more general word.",
    "Look for part of a title, or for the name of an author or an organization.",
  ],
  noResultsFilters: "Remove a filter: the words may be found outside it.",
  /** @param {string} text */
  correction: (text) => `Showing results for “${text}”.`,
  /** @param {string[]} left */
  relaxed: (left) =>
    `Nothing has all of these words, so results without ${new Intl.ListFormat("en", { type: "disjunction" }).format(left.map((word) => `“${word}”`))} are shown too.`,
  alsoTitled: "Also titled: ",
  backToBrowsing: "Clear and browse the catalog",
  pages: "Pages of results",
  previous: "Previous",
  next: "Next",
  /** @param {number} page */
  page: (page) => `Page ${number.format(page)}`,
  /** @param {number} page @param {number} pages */
  pageOf: (page, pages) => `page ${number.format(page)} of ${number.format(pages)}`,
  listSeparator: "; ",

  // A section as a page.
  sections: "Pages of this catalog",
  pathName: "Location",
  /** @param {string} source */
  after: (source) => `After: ${source}`,
  /** @param {string} source */
  source: (source) => `Source: ${source}`,
  /** @param {string} speaker */
  spokenBy: (speaker) => `— ${speaker}`,
  /** @param {string} correct */
  correct: (correct) => `[correct: ${correct}]`,
  /** @param {string} credit */
  pictureCredit: (credit) => `Picture: ${credit}`,
  alsoInSection: "Also in this section",
  about: "About this catalog",
  /** @param {string} licence */
  licence: (licence) => `License: ${licence}.`,
  /** @param {string} id @param {string[]} known */
  noSuchSection: (id, known) => `There is no page “${id}” in this catalog. Its pages are: ${known.join(", ")}.`,

  // The glossary.
  searchGlossary: "Search the glossary",
  letters: "Letters",
  /** @param {number} count */
  terms: (count) => counted(count, "term", "terms"),
  /** @param {string} query */
  noTerms: (query) => `No term matches “${query}”. Try part of a word, or clear the box to see all terms.`,
  /** @param {string} term */
  linkTo: (term) => `Link to ${term}`,
  /** @param {number} count */
  examples: (count) => (count === 1 ? "Example" : "Examples"),
  related: "Related resources",
  /** @param {number} count */
  locations: (count) => (count === 1 ? "Location" : "Locations"),
  restored: "This heading is restored: the document that the entry follows had lost it.",
  back: "Back",
  close: "Close",
  inGlossary: "See it in the glossary",

  // When something goes wrong.
  failed: "The catalog could not be opened.",
  failedGlossary: "The glossary could not be opened.",
  retry: "Try again",
};
