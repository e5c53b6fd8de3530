// The words of what is printed behind an article, in English.

export const enEndnotes = {
  endnotes: "Terms in this text",
};
