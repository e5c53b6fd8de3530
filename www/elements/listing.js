// One work: its title, who made it, who published it, and what can be done with it. The same lines serve a section's page,
// a list of results, related works and a reading list.

import { control, element, heading, uniqueId } from "./dom.js";
import { markedText, rangesOf } from "./marked-text.js";
import { isSafe } from "./prose.js";

/** @import { Child } from "./dom.js" */
/** @import { Slices } from "./slices.js" */
/** @import { Hit, Highlights, Resource } from "../api/types.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * @typedef {object} Context
 * @property {Words} words
 * @property {string} language  the catalog's own, in which its names are joined
 * @property {number} level     of the work's heading
 * @property {Slices} slices    long lists are made in
 * @property {(id: string) => boolean} [listed]  whether a work is in the reading list; there is none when this is missing
 */

/**
 * @param {Resource} resource
 * @param {Context} context
 * @param {{ title?: string | null, hit?: Hit }} [how]
 *   the title printed here, and what a search says of it: then more is shown than a page's listing shows
 * @returns {HTMLElement}
 */
export function listing(resource, context, { title: printed, hit } = {}) {
  const { words, level } = context;
  const title = printed ?? resource.title;
  const titleNodes = markedText(title, printed ? [] : hit?.highlights.title, resource.corrections, words);
  return element(
    "li",
    { class: "listing", part: "listing", lang: resource.language, dir: resource.language && "auto", "data-work": resource.id },
    heading(level, { class: "title", part: "listing-title" }, linked(resource, titleNodes)),
    line("byline", byline(resource, hit?.highlights, context)),
    line("organizations", organizations(resource, hit?.highlights, words)),
    ...(hit ? details(resource, hit, words) : []),
    actions(resource.id, title, context),
  );
}

/**
 * The title links to the work when the catalog knows an address; many catalogs know none, and then it is text.
 *
 * @param {Resource} resource
 * @param {(Node | string)[]} nodes
 */
function linked(resource, nodes) {
  return isSafe(resource.url ?? "") ? element("a", { href: resource.url, "data-select": resource.id }, ...nodes) : element("span", {}, ...nodes);
}

/**
 * What can be done with a work. The names of the buttons begin with what is seen and go on with the title, so that they can
 * be told apart in a list of all buttons.
 *
 * @param {string} id
 * @param {string} title
 * @param {Context} context
 */
function actions(id, title, { words, listed }) {
  const record = uniqueId("record");
  const open = { class: "open", "data-value": id, "aria-expanded": "false", "aria-controls": record, "aria-label": words.say("detailsOf", { title }) };
  const buttons = element("p", { class: "actions", part: "actions", lang: words.language }, control("open", open, words.say("details")));
  if (listed) {
    const keep = control("keep", { class: "keep", "data-value": id, "data-title": title });
    showKept(keep, listed(id), words);
    buttons.append(keep);
  }
  return element("div", {}, buttons, element("div", { class: "record", part: "record", id: record, hidden: true }));
}

/**
 * @param {HTMLElement} button
 * @param {boolean} kept
 * @param {Words} words
 */
export function showKept(button, kept, words) {
  const { title = "" } = button.dataset;
  button.textContent = words.say(kept ? "inList" : "add");
  button.setAttribute("aria-label", words.say(kept ? "inListWork" : "addWork", { title }));
  button.setAttribute("aria-pressed", String(kept));
}

/**
 * The authors as printed, or their names joined as the catalog's language joins a list.
 *
 * @param {Resource} resource
 * @param {Partial<Highlights> | undefined} highlights
 * @param {Pick<Context, "words" | "language">} context
 * @returns {(Node | string)[]}
 */
export function byline(resource, highlights, { words, language }) {
  if (resource.byline) return markedText(resource.byline, highlights?.byline, resource.corrections, words);
  return listFormat(language)
    .formatToParts(Object.keys(resource.authors))
    .flatMap(({ type, value }) => {
      if (type === "literal") return [value];
      const index = Number(value);
      return markedText(resource.authors[index] ?? "", rangesOf(highlights?.authors, index), resource.corrections, words);
    });
}

/** Making one costs as much as making a listing. @type {Map<string, Intl.ListFormat>} */
const listFormats = new Map();

/** @param {string} language */
function listFormat(language) {
  let format = listFormats.get(language);
  if (!format) {
    try {
      format = new Intl.ListFormat(language, { type: "conjunction" });
    } catch {
      format = new Intl.ListFormat("en", { type: "conjunction" });
    }
    listFormats.set(language, format);
  }
  return format;
}

/**
 * @param {Resource} resource
 * @param {Partial<Highlights> | undefined} highlights
 * @param {Words} words
 * @returns {(Node | string)[]}
 */
export function organizations(resource, highlights, words) {
  return resource.organizations.flatMap((name, index) => [
    index ? "; " : "",
    ...markedText(name, rangesOf(highlights?.organizations, index), resource.corrections, words),
  ]);
}

/**
 * What a list of results adds: other titles, the description or what of it matched, and what kind of work it is.
 *
 * @param {Resource} resource
 * @param {Hit} hit
 * @param {Words} words
 */
function details(resource, { highlights, snippet }, words) {
  const others = otherTitles(resource).map(({ title, index }) =>
    line("other-title", [
      element("span", { lang: words.language, dir: words.direction }, words.say("alsoTitled")),
      " ",
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
    line("description", description(resource, highlights, snippet, words)),
    line("facts", facts.map((nodes) => element("span", {}, ...nodes))),
  ];
}

/** A description longer than this is cut in a list; the whole stands in the record. */
const LONG = 320;

/**
 * @param {Resource} resource
 * @param {Highlights} highlights
 * @param {Hit["snippet"]} snippet
 * @param {Words} words
 * @returns {(Node | string)[]}
 */
function description({ description = "" }, highlights, snippet, words) {
  if (snippet) {
    const { text, start, end } = snippet;
    return [start > 0 ? "… " : "", ...markedText(text, snippet.highlights, [], words), end < description.length ? " …" : ""];
  }
  if (description.length <= LONG || highlights.description.length > 0) return markedText(description, highlights.description, [], words);
  return [description.slice(0, LONG).replace(/\s+\S*$/u, ""), " …"];
}

/**
 * The titles that tell readers something: not those that differ from the first in capitals and punctuation only.
 *
 * @param {Resource} resource
 */
export function otherTitles(resource) {
  const bare = (/** @type {string} */ title) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return resource.titles.map((title, index) => ({ title, index })).filter(({ title }) => bare(title) !== bare(resource.title));
}

/**
 * @param {string} name
 * @param {(Node | string)[]} nodes
 * @returns {Child}
 */
function line(name, nodes) {
  return nodes.length > 0 && element("p", { class: name, part: name }, ...nodes);
}
