// One work: its title, who made it, who published it. The same lines serve a section's page and a list of results.

import { element, heading } from "./dom.js";
import { markedText, rangesOf } from "./marked-text.js";
import { isSafe } from "./prose.js";

/** @import { Child } from "./dom.js" */
/** @import { Highlights, Resource } from "../api/types.js" */
/** @import { Words } from "./strings/index.js" */

/**
 * @typedef {object} Context
 * @property {Words} words
 * @property {string} language  the catalog's own, in which its names are joined
 * @property {number} level     of the work's heading
 */

/**
 * @param {Resource} resource
 * @param {Context} context
 * @param {{ title?: string | null, highlights?: Partial<Highlights>, details?: boolean }} [how]
 *   the title printed here, what matched, and whether to say more than a page's listing says
 * @returns {HTMLElement}
 */
export function listing(resource, context, how = {}) {
  const { words, level } = context;
  /** @type {Partial<Highlights>} */
  const highlights = how.highlights ?? {};
  const title = how.title ?? resource.title;
  const titleNodes = markedText(title, how.title ? [] : highlights.title, resource.corrections, words);
  return element(
    "li",
    { class: "listing", part: "listing", lang: resource.language },
    heading(level, { class: "title", part: "listing-title", "data-resource": resource.id }, linked(resource, titleNodes)),
    line("byline", byline(resource, highlights, context)),
    line("organizations", organizations(resource, highlights, words)),
    ...(how.details ? details(resource, highlights, words) : []),
  );
}

/**
 * The title links to the work when the catalog knows an address; many catalogs know none, and then it is text.
 *
 * @param {Resource} resource
 * @param {(Node | string)[]} nodes
 */
function linked(resource, nodes) {
  const link = element("span", {}, ...nodes);
  if (!resource.url || !isSafe(resource.url)) return link;
  return element("a", { href: resource.url, "data-select": resource.id }, ...nodes);
}

/**
 * The authors as printed, or their names joined as the catalog's language joins a list.
 *
 * @param {Resource} resource
 * @param {Partial<Highlights>} highlights
 * @param {Context} context
 * @returns {(Node | string)[]}
 */
function byline(resource, highlights, { words, language }) {
  if (resource.byline) return markedText(resource.byline, highlights.byline, resource.corrections, words);
  const places = resource.authors.map((_, index) => String(index));
  return listFormat(language)
    .formatToParts(places)
    .flatMap(({ type, value }) => {
      if (type === "literal") return [value];
      const index = Number(value);
      return markedText(resource.authors[index] ?? "", rangesOf(highlights.authors, index), resource.corrections, words);
    });
}

/** @param {string} language */
function listFormat(language) {
  try {
    return new Intl.ListFormat(language, { type: "conjunction" });
  } catch {
    return new Intl.ListFormat("en", { type: "conjunction" });
  }
}

/**
 * @param {Resource} resource
 * @param {Partial<Highlights>} highlights
 * @param {Words} words
 * @returns {(Node | string)[]}
 */
function organizations(resource, highlights, words) {
  return resource.organizations.flatMap((name, index) => {
    const marked = markedText(name, rangesOf(highlights.organizations, index), resource.corrections, words);
    return index === 0 ? marked : [words.listSeparator, ...marked];
  });
}

/**
 * What a list of results adds: other titles, the description, and what kind of work it is.
 *
 * @param {Resource} resource
 * @param {Partial<Highlights>} highlights
 * @param {Words} words
 */
function details(resource, highlights, words) {
  const others = resource.titles.map((title, index) =>
    sameWords(title, resource.title)
      ? undefined
      : line("other-title", [
          words.alsoTitled,
          ...markedText(title, rangesOf(highlights.titles, index), resource.corrections, words),
        ]),
  );
  const facts = [
    resource.kind ? markedText(resource.kind, highlights.kind, [], words) : [],
    ...resource.topics.map((topic, index) => markedText(topic, rangesOf(highlights.topics, index), [], words)),
    resource.year ? [String(resource.year)] : [],
  ].filter((nodes) => nodes.length > 0);
  return [
    ...others,
    line("description", resource.description ? markedText(resource.description, highlights.description, [], words) : []),
    facts.length > 0 && element("p", { class: "facts", part: "facts" }, ...facts.map((nodes) => element("span", {}, ...nodes))),
  ];
}

/**
 * Whether two titles differ in capitals and punctuation only: then the second would tell readers nothing.
 *
 * @param {string} one
 * @param {string} other
 */
function sameWords(one, other) {
  const [a, b] = [one, other].map((title) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""));
  return a === b;
}

/**
 * @param {string} name
 * @param {(Node | string)[]} nodes
 * @returns {Child}
 */
function line(name, nodes) {
  return nodes.length > 0 && element("p", { class: name, part: name }, ...nodes);
}
