// The words of orders and groups of results and of "show more" in English.

export const enLayouts = {
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
