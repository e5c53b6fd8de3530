// The list of takeover-links.html as a catalog; the widget's script comes when the test says so.

import { Catalog } from "/pkg/index.js";

const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.querySelector("equity-catalog"));
widget.catalog = await Catalog.from({
  title: "Two books",
  sections: [{ id: "books", title: "Books", groups: [{ title: "All", listings: ["one", "two"] }] }],
  resources: [
    { id: "one", title: "The first book", url: "https://example.org/one" },
    { id: "two", title: "The second book", url: "https://example.org/two" },
  ],
});
addEventListener("now", () => void import("/pkg/elements.js"));
document.body.dataset.ready = "yes";
