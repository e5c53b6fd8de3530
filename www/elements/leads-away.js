// Whether `#…` alone would lead out of this page, see here.js.

export const leadsAway = () => document.baseURI !== document.URL || document.querySelector("base[target]") !== null;
