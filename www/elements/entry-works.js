// The works of a term, within its entry.

import { catalogAddress } from "./addresses.js";
import { element } from "./dom.js";
import { isSafe } from "./prose.js";

/** @import { Resource, Term, WorksOfTerm } from "../api/types.js" */
/** @import { EquityElement } from "./element.js" */
/** @import { Way } from "./leads.js" */

/**
 * The first works that the term stands in or is related to, and where all of them are.
 *
 * @param {Term} term
 * @param {WorksOfTerm} works
 * @param {Way} way
 */
export function worksOf(term, { total, resources }, { words, host }) {
  const catalog = catalogAddress(host);
  const query = new URLSearchParams({ q: term.term.replace(/"/gu, "") });
  return element(
    "div",
    { class: "works", part: "works" },
    element("p", { class: "label" }, words.say("termWorks")),
    element("ul", { role: "list" }, ...resources.map((resource) => element("li", { lang: resource.language, dir: "auto" }, work(resource, host, catalog)))),
    total > resources.length &&
      catalog !== undefined &&
      element("p", { class: "all-works" }, link(`${catalog}${query}`, words.say("allTermWorks", { term: term.term }))),
  );
}

/**
 * A title leads to the work itself, or, when nobody knows its address, to what the catalog knows of it.
 *
 * @param {Resource} resource
 * @param {EquityElement} host
 * @param {string | undefined} catalog
 */
function work(resource, host, catalog) {
  const { id, title, url } = resource;
  const address = url && isSafe(url) ? url : catalog && `${catalog}${new URLSearchParams({ [`resource-${id}`]: "" })}`.slice(0, -1);
  if (!address) return title;
  const made = link(address, title);
  made.addEventListener("click", (event) => {
    if (!host.emit("select", { resource }, true)) event.preventDefault();
  });
  return made;
}

/**
 * An address; one on this page lies behind the popup that it may stand in, which then goes away.
 *
 * @param {string} href
 * @param {string} text
 */
const link = (href, text) => element("a", { href, "data-act": href.startsWith("#") && "leave" }, text);
