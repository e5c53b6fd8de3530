// The words for readers who have turned popups off, in English.

export const enPopupsOff = {
  popupsAreOff: "Glossary popups are off.",
  popupsTurnOn: "Turn them on",
  popupsAreOn: "Glossary popups are on again.",
};
