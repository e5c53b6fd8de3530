// The words of what stands on paper only, in English.

export const enPrint = {
  sources: "Sources",
};
