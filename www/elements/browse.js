// A section as its page was: heading, prose, credits, and the groups of listings in their order.

import { control, element, heading, uniqueId } from "./dom.js";
import { listing } from "./listing.js";
import { prose } from "./prose.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { Group, Info, Section } from "../api/types.js" */
/** @import { Context } from "./listing.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * The catalog's own text has its own direction, whichever the page has.
 *
 * @param {Section} section
 * @param {Catalog} catalog
 * @param {Context} context  its level is that of the section's heading
 * @returns {HTMLElement}
 */
export function sectionView(section, catalog, context) {
  const { words, level } = context;
  const title = uniqueId("section");
  return element(
    "article",
    {
      class: "section",
      part: "section",
      lang: context.language,
      dir: "auto",
      "aria-labelledby": title,
      "data-section": section.id,
    },
    section.path.length > 0 && path(section.path, words),
    heading(level, { id: title, class: "section-title", part: "section-title" }, section.title),
    element("div", { class: "prose", part: "overview" }, ...prose(section.overview, words)),
    ...section.sources.map((source) => element("p", { class: "credit", part: "credit" }, words.say("after", { source }))),
    ...section.groups.map((group) => groupView(group, catalog, { ...context, level: level + 1 })),
    section.pictureCredit && element("p", { class: "credit picture", part: "credit" }, words.say("pictureCredit", { credit: section.pictureCredit })),
    section.alsoInSection.length > 0 && neighbours(section.alsoInSection, context),
  );
}

/**
 * Where the page stands in a larger site. These are names, not links: the catalog knows no addresses.
 *
 * @param {string[]} path
 * @param {Words} words
 */
export function path(path, words) {
  return element(
    "ol",
    { class: "path", part: "path", "aria-label": words.say("pathName"), role: "list" },
    ...path.map((step) => element("li", {}, step)),
  );
}

/**
 * @param {Group} group
 * @param {Catalog} catalog
 * @param {Context} context
 * @returns {HTMLElement}
 */
function groupView(group, catalog, context) {
  const inner = { ...context, level: context.level + 1 };
  const works = element("ul", { class: "listings", role: "list" });
  context.slices.fill(works, group.listings, ({ id, title }) => {
    const resource = catalog.resource(id);
    return resource && listing(resource, inner, { title });
  });
  return element(
    "section",
    { class: "group", part: "group" },
    heading(context.level, { class: "group-title", part: "group-title" }, group.title),
    group.listings.length > 0 && works,
    ...group.groups.map((below) => groupView(below, catalog, inner)),
  );
}

/**
 * @param {string[]} names
 * @param {Context} context
 */
function neighbours(names, { words, level }) {
  return element(
    "section",
    { class: "neighbours", part: "neighbours" },
    heading(level + 1, {}, words.say("alsoInSection")),
    element("ul", { role: "list" }, ...names.map((name) => element("li", {}, name))),
  );
}

/**
 * What the catalog is and under which licence its texts stand, behind a word that opens it.
 *
 * @param {Info} info
 * @param {Words} words
 */
export function aboutView(info, words) {
  const text = [...prose(info.about, words), ...(info.licence ? [element("p", {}, words.say("licence", { licence: info.licence }))] : [])];
  if (text.length === 0) return [];
  return [
    element(
      "details",
      { class: "about", part: "about" },
      element("summary", {}, words.say("about")),
      element("div", { class: "prose" }, ...text),
    ),
  ];
}

/**
 * The catalog's pages, to choose from; nothing when there is only one.
 *
 * @param {Section[]} sections
 * @param {string} current
 * @param {string} name
 */
export function sectionNav(sections, current, name) {
  if (sections.length < 2) return undefined;
  const choices = sections.map(({ id, title }) =>
    element(
      "li",
      {},
      control("section", { "data-value": id, "aria-current": id === current && "page" }, title),
    ),
  );
  return element("nav", { class: "sections", part: "sections", "aria-label": name }, element("ul", { role: "list" }, ...choices));
}
