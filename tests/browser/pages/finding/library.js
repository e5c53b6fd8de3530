// A library of works that have what the embedded catalog's lack: years, languages, three places in two buildings, works
// without a kind or a page, and more organizations than a short list holds. The page's query holds the widget's attributes,
// as in library.html?page-size=5&paging=more.

import { Catalog } from "/pkg/index.js";

const WORKS = 60;
const [COLOURS, HOUSES] = ["Amber Birch Copper Dahlia Ebony Fern Garnet Hazel Indigo Juniper".split(" "), ["Institute", "Council", "Network"]];
const ORGANIZATIONS = HOUSES.flatMap((house) => COLOURS.map((colour) => `${colour} ${house}`));
const KINDS = ["Report", "Tool", "Video", undefined];
const LANGUAGES = ["en", "es", "ar"];

/** Rivers come first, then bridges, then one harbour: words to search for. @param {number} index */
const subject = (index) => (index === WORKS - 1 ? "A harbour" : index % 2 ? "Bridges" : "Rivers");

const resources = Array.from({ length: WORKS }, (_, index) => ({
  id: `work-${index}`,
  title: `${subject(index)} of the land, part ${index}`,
  organizations: [ORGANIZATIONS[(index * 7) % ORGANIZATIONS.length]],
  kind: KINDS[index % KINDS.length],
  language: LANGUAGES[index % LANGUAGES.length],
  year: index % 5 ? 2000 + ((index * 3) % 20) : undefined,
}));

/** @param {number} from @param {number} to */
const ids = (from, to) => resources.slice(from, to).map(({ id }) => ({ id }));

/** Ten works stand on two pages, and the last ten on none. */
const sections = [
  { id: "ground", title: "Ground floor", path: ["Old house"], groups: [{ title: "By the door", listings: ids(0, 15) }, { title: "By the window", listings: ids(15, 30) }] },
  { id: "attic", title: "Attic", path: ["Old house"], groups: [{ title: "Boxes", listings: ids(20, 40) }] },
  { id: "annex", title: "Annex", path: ["New house"], groups: [{ title: "Shelves", listings: ids(40, 50) }] },
];

const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.createElement("equity-catalog"));
for (const [name, value] of new URLSearchParams(location.search)) widget.setAttribute(name, value);
widget.catalog = await Catalog.from({ title: "A small library", language: "en", sections, resources });
document.getElementById("place")?.append(widget);
