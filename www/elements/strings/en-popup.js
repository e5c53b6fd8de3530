// The words of popups in English, beside those of the entries in them.

export const enPopup = {
  popupsTurnOff: "Turn off these popups on this site",
  popupsTurnOffTitle: "Turn off glossary popups?",
  popupsTurnOffText:
    "Terms will look like the text around them, on every page of this site. A button where the page has its glossary turns popups on again. This device remembers your choice.",
  popupsTurnOffNow: "Turn them off",
  popupsKeep: "Keep them",
};
