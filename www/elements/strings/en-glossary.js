// The words of the glossary in English, from A to Z and in popups.

export const enGlossary = {
  searchGlossary: "Search the glossary",
  letters: "Letters",
  linkTo: "Link to {term}",
  examples: { one: "Example", other: "Examples" },
  related: "Related resources",
  locations: { one: "Location", other: "Locations" },
  back: "Back",
  inGlossary: "See it in the glossary",
  restored: "This heading is restored: the document that the entry follows had lost it.",
};
