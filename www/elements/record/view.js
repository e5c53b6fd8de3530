// One work in full: all that the catalog knows of it, what else is like it, and what a reader can do with it.

import { control, element, heading, present } from "../dom.js";
import { otherTitles } from "../listing.js";
import { markedText } from "../marked-text.js";
import { Triggers } from "../triggers.js";
import { citing } from "./citing.js";
import { relatedTo } from "./related.js";
import { sharing, wholeLink } from "./sharing.js";

/** @import { FacetName, Resource } from "../../api/types.js" */
/** @import { Reading } from "../reading.js" */

/**
 * @param {string} id
 * @param {Reading} reading
 * @param {number} level  of headings within it
 * @param {AbortSignal} signal  ends when the work is closed
 * @returns {HTMLElement[]}
 */
export function recordView(id, reading, level, signal) {
  const { catalog, words } = reading;
  const resource = catalog.resource(id);
  if (!resource) return [];
  const { description } = resource;
  return [
    element("div", { class: "prose description", part: "description" }, description && element("p", {}, description)),
    facts(resource, reading, signal),
    related(resource, reading, level),
    element("div", { class: "record-acts", lang: words.language, dir: words.direction }, ...sharing(resource, reading), citing(resource, reading.words)),
  ].flatMap((part) => (part?.hasChildNodes() ? [part] : []));
}

/**
 * Everything that is known, under its name. A value is a way to all works that share it.
 *
 * @param {Resource} resource
 * @param {Reading} reading
 * @param {AbortSignal} signal
 */
function facts(resource, reading, signal) {
  const { words, labels, catalog, asking, host } = reading;
  const { corrections } = resource;
  /**
   * Kinds and topics are words of the catalog, whatever the work's language; the names of languages are words of ours. A slip is
   * corrected beside the button: its name is the value by which the works are found.
   *
   * @param {FacetName} facet
   * @param {(string | number | undefined)[]} values
   */
  const ways = (facet, values) => {
    const lang = { kind: catalog.info.language, topic: catalog.info.language, language: words.language }[/** @type {string} */ (facet)];
    return values
      .filter((value) => value !== undefined)
      .map((value) => {
        const name = labels.of(facet, String(value));
        const corrected = markedText(name, [], corrections, words).filter((node) => node instanceof Element);
        const way = control("filter", { class: "more", "data-facet": facet, "data-value": value, lang }, name);
        return element("span", {}, way, ...corrected.flatMap((correction) => [" ", correction]));
      });
  };
  const places = catalog.sections().filter((section) => resource.sections.includes(section.id));
  const canGo = (/** @type {string} */ id) => host.view === "browse" && asking.sections.some((section) => section.id === id);
  const listed = places.map(({ id, title, path }) =>
    element("span", { dir: "auto" }, [...path, ""].join(" / "), canGo(id) ? control("section", { class: "more", "data-value": id }, title) : title),
  );
  /** @type {[string, (Node | string)[]][]} */
  const rows = [
    [words.say("record.authors", { count: resource.authors.length }), ways("author", resource.authors)],
    [words.say("record.organizations", { count: resource.organizations.length }), ways("organization", resource.organizations)],
    [words.say("facet.kind"), ways("kind", [resource.kind])],
    [words.say("facet.topic"), ways("topic", resource.topics)],
    [words.say("facet.year"), ways("year", [resource.year])],
    [words.say("facet.language"), ways("language", [resource.language])],
    [words.say("record.titles"), otherTitles(resource).map(({ title }) => element("span", {}, ...markedText(title, [], resource.corrections, words)))],
    [words.say("record.listed"), listed],
    [words.say("record.terms"), terms(resource, reading, signal)],
  ];
  return element(
    "dl",
    { class: "record-facts", part: "facts" },
    ...rows
      .filter(([, values]) => values.length > 0)
      .flatMap(([name, values]) => [
        element("dt", { lang: words.language }, name),
        ...values.map((value) => element("dd", {}, value)),
      ]),
  );
}

/**
 * The glossary's terms that have to do with the work, to be read in place.
 *
 * @param {Resource} resource
 * @param {Reading} reading
 * @param {AbortSignal} signal
 */
function terms(resource, reading, signal) {
  const { catalog, host } = reading;
  const named = catalog.glossary.termsOf(resource.id);
  const triggers = new Triggers({ glossary: catalog.glossary, host });
  triggers.told = (turn) => {
    if (turn?.event.type === "click") reading.tell(reading.words.say("failedPart"), turn.trigger);
    return undefined;
  };
  if (named.length > 0) triggers.listen(/** @type {ShadowRoot} */ (host.shadowRoot), signal);
  return named.map(({ id, term }) => {
    const button = triggers.make(id);
    button.append(...present([term]));
    return button;
  });
}

/**
 * @param {Resource} resource
 * @param {Reading} reading
 * @param {number} level
 */
function related(resource, { catalog, words, address }, level) {
  const works = relatedTo(resource, catalog);
  if (works.length === 0) return undefined;
  return element(
    "section",
    { class: "record-related", part: "related" },
    heading(level, { lang: words.language }, words.say("record.related")),
    element(
      "ul",
      {},
      ...works.map(({ id, title, authors, organizations, language }) =>
        element(
          "li",
          { lang: language },
          // Where the address is not ours, there is nothing that another window could open.
          address
            ? element("a", { href: wholeLink(address.linkTo(`resource-${id}`)), "data-act": "related", "data-value": id }, title)
            : control("related", { class: "more", "data-value": id }, title),
          " ",
          element("span", { class: "soft" }, (authors.length > 0 ? authors : organizations).slice(0, 2).join("; ")),
        ),
      ),
    ),
  );
}
