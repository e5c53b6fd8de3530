// Where an entry leads: from the terms that stand in its text to their own entries, to related terms, and to works of the
// catalog. Entries are drawn without any of this, so that a page's first files stay small; this comes behind them, in the
// list and in popups alike.

import { crossLink } from "./cross-links.js";
import { worksOf } from "./entry-works.js";
import { facts } from "./term.js";
import { enLeads } from "./strings/en-leads.js";

/** @import { Resource, Term } from "../api/types.js" */
/** @import { Glossary } from "../api/catalog.js" */
/** @import { EquityElement } from "./element.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * @typedef {object} Way  How one gets from here to another entry, and out of the glossary.
 * @property {Glossary} glossary
 * @property {Words} words
 * @property {EquityElement} host  whose attributes name the pages to go to
 * @property {(id: string, ...name: (Node | string)[]) => HTMLElement} to  what opens another term's entry
 */

/** How many works stand in an entry; the catalog shows all. */
const WORKS = 3;

/**
 * Adds to an entry what it leads to.
 *
 * @param {HTMLElement} entry  with what `termBody` has made
 * @param {Term} term
 * @param {Way} way
 */
export function lead(entry, term, way) {
  try {
    add(entry, term, way);
  } catch (error) {
    if (!(/** @type {any} */ (error).code)) throw error;
    // The engine has stopped, or the page has freed the catalog: an entry that leads nowhere is still one.
  }
}

/** @type {typeof lead} */
function add(entry, term, way) {
  way.words.learn(enLeads);
  crossLink(entry.querySelectorAll(".sense .prose p"), term.id, way);
  const works = way.glossary.resources(term.id, { limit: WORKS });
  seeAlso(entry, term, works.resources, way);
  if (works.total === 0) return;
  const before = [...entry.children].findLast((part) => part.matches(".term-head, .sense, .senses, .facts"));
  const list = worksOf(term, works, way);
  if (before) before.after(list);
  else entry.prepend(list);
}

/**
 * Related things that are terms of the glossary lead there; what is left of them are pages elsewhere, and works that don't
 * stand in the entry anyway.
 *
 * @param {HTMLElement} entry
 * @param {Term} term
 * @param {Resource[]} works
 * @param {Way} way
 */
function seeAlso(entry, term, works, { glossary, words, to }) {
  const list = entry.querySelector(".related");
  if (!list) return;
  /** @type {Map<string, string>} */
  const terms = new Map();
  const others = term.related.filter((name) => {
    const [match] = glossary.find(name);
    const isTerm = match && match.start === 0 && match.end === name.length && match.term !== term.id;
    if (isTerm && !terms.has(match.term)) terms.set(match.term, name);
    return !isTerm && !works.some(({ title }) => title === name);
  });
  if (others.length === term.related.length) return;
  if (terms.size > 0) list.before(facts("see-also", words.say("seeAlso"), [...terms].map(([id, name]) => to(id, name))));
  if (others.length > 0) list.replaceWith(facts("related", words.say("related"), others));
  else list.remove();
}
