// The words of what an entry leads to, in English.

export const enLeads = {
  seeAlso: "See also",
  termWorks: "Works",
  allTermWorks: "Search the catalog for “{term}”",
};
