// The words of the filters' drawer in English.

export const enDrawer = {
  showResults: { one: "Show {count} result", other: "Show {count} results" },
  clearFilters: "Clear the filters",
};
