// A catalog of the page's own whose works have every fact that a record can have, on two pages and on none.

import { Catalog } from "/pkg/index.js";

const DESCRIPTION =
  "How a village looks after its commons. Every steward keeps a book of what was taken and what grew back, and every spring all of them read " +
  "from it aloud. The handbook tells how such a book is made, who may write in it, what was done when somebody took too much, and why in most " +
  "places nothing had to be done at all. Its last chapter follows one book through a hundred years and four droughts, to the very last page.";

const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.createElement("equity-catalog"));
widget.catalog = await Catalog.from({
  title: "Works with everything",
  language: "en",
  sections: [
    {
      id: "land",
      title: "Land and water",
      path: ["PLAN", "Change Process"],
      groups: [{ title: "Handbooks", listings: ["handbook", "wells", ...Array.from({ length: 24 }, (_, index) => `field-${index + 1}`)] }],
    },
    { id: "sky", title: "Sky", groups: [{ title: "Books", listings: ["clouds", "handbook"] }] },
  ],
  resources: [
    {
      id: "handbook",
      title: "Commons for stewards",
      titles: ["The Village Handbook"],
      authors: ["Ana Díaz", "Bo Chn"],
      corrections: [{ printed: "Bo Chn", correct: "Bo Chen" }],
      organizations: ["Commons House", "Reeve & Sons"],
      kind: "Tool",
      topics: ["Land", "Water"],
      year: 2012,
      language: "es",
      url: "https://example.org/handbook?a=1&b=2",
      description: DESCRIPTION,
    },
    { id: "wells", title: "Wells and rivers", authors: ["Ana Díaz"], kind: "Resource", topics: ["Water"], year: 2015 },
    { id: "clouds", title: "A book of clouds", organizations: ["Commons House"], kind: "Resource", year: 2015 },
    { id: "loose", title: "A leaf that no page lists", authors: ["Bo Chn"], kind: "Tool" },
    ...Array.from({ length: 24 }, (_, index) => ({ id: `field-${index + 1}`, title: `Field ${index + 1}`, kind: "Resource", topics: ["Land"] })),
  ],
  terms: [
    { id: "commons", term: "Commons", senses: [{ text: ["What a community holds together."] }] },
    { id: "steward", term: "Steward", senses: [{ text: ["Who looks after it."] }] },
    { id: "market", term: "Market", senses: [{ text: ["Where it is sold."] }] },
  ],
});
// Not before it has its catalog, or it would first show the one inside the package.
document.querySelector("main")?.append(widget);
