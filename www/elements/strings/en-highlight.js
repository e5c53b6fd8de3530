// The words of the list of terms on a page, in English.

export const enHighlight = {
  termsOnPage: { one: "{count} term explained on this page", other: "{count} terms explained on this page" },
};
