// The words of groups of results and of "show more" in English.

export const enLayouts = {
  showMore: "Show {count} more",
  shown: "{shown} of {count} shown",
  ungrouped: "Others",
  allInGroup: "Show all {count}: {name}",
};
