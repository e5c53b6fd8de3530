// The words of what stands around results in English: orders, groups, pages, advice.

export const enLayouts = {
  adviceSpelling: "Check the spelling, or try a shorter or more general word.",
  adviceFields: "Look for part of a title, or for the name of an author or an organization.",
  adviceFilters: "Remove a filter: the words may be found outside it.",
  backToBrowsing: "Clear and browse the catalog",
  pages: "Pages of results",
  previous: "Previous",
  next: "Next",
  page: "Page {page}",
  sort: "Sort by",
  "sort.relevance": "Best match",
  "sort.listing": "As listed",
  "sort.title": "Title",
  "sort.newest": "Newest first",
  "sort.oldest": "Oldest first",
  group: "Group by",
  "group.none": "Nothing",
  showMore: "Show {count} more",
  shown: "{shown} of {count} shown",
  ungrouped: "Others",
  allInGroup: "Show all {count}: {name}",
};
