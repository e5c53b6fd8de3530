// The words of the widget in English: those that every page needs. Those of its parts stand in the files beside this one, so
// that a page fetches only what it shows. Another language is one file with the same keys, and a page may hand in its own
// for any of them.
//
// These are data, so that translators need no JavaScript: {name} is filled in, and a text with plural forms ("one",
// "other", in other languages "zero", "two", "few", "many") has one for each that the language tells apart by {count}.

export const en = {
  language: "en",
  direction: "ltr",
  quoted: "“{text}”",
  after: "After: {source}",
  source: "Source: {source}",
  spokenBy: "— {speaker}",
  correct: "[correct: {text}]",
  failed: "The catalog could not be opened.",
  failedGlossary: "The glossary could not be opened.",
  failedPart: "That did not work. Check the connection and try again, or reload the page.",
  close: "Close",
  retry: "Try again",
};
