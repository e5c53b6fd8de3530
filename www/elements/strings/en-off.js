// The words for readers who have turned popups off, in English.

export const enPopupsOff = {
  popupsAreOff: "Glossary popups are off.",
  popupsAreOffHere: "Glossary popups are off until you leave this page: this browser doesn’t let the page keep your choice.",
  popupsTurnOn: "Turn them on",
  popupsAreOn: "Glossary popups are on again.",
};
