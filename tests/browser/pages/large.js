// A catalog of ten thousand made-up works, the same each time, for what must not grow with the catalog.

import { Catalog } from "/pkg/index.js";

const WORKS = 10_000;
const WORDS = `alliance network coalition equity racial justice community power organizing leadership movement building shared vision trust conflict
  funding evaluation learning practice strategy housing health education youth climate labor language memory history land water policy voice`.split(/\s+/u);
const PEOPLE = "Amara Bell Chen Diaz Eze Fox Garza Hall Ito Jones Khan Lopez Mora Nguyen Okoro Park Quist Reyes Shah Tran".split(" ");

let state = 20_240_229;
/** Park and Miller's generator: enough for prose that nobody reads. @param {number} below */
function random(below) {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
}

/** Common words often, rare ones seldom. @param {number} count */
const prose = (count) => Array.from({ length: count }, () => WORDS[Math.min(random(WORDS.length), random(WORDS.length))]).join(" ");
const person = () => `${PEOPLE[random(PEOPLE.length)]} ${PEOPLE[random(PEOPLE.length)]}`;

const resources = Array.from({ length: WORKS }, (_, index) => ({
  id: `work-${index}`,
  title: `${prose(3 + random(6))} ${index}`,
  authors: Array.from({ length: 1 + random(3) }, person),
  organizations: random(3) ? [`${PEOPLE[random(PEOPLE.length)]} ${WORDS[random(WORDS.length)]} center`] : [],
  kind: ["Tool", "Resource", "Case study", "Report", "Video"][random(5)],
  topics: [WORDS[random(WORDS.length)] ?? ""],
  year: 1990 + random(35),
  url: `https://example.org/${index}`,
  description: prose(20 + random(40)),
}));

const widget = /** @type {HTMLElement & { catalog?: Catalog }} */ (document.createElement("equity-catalog"));
widget.catalog = await Catalog.from({ title: "Ten thousand works", resources });
document.querySelector("main")?.append(widget);
