// Defines <equity-catalog> and <equity-glossary>. Loading this twice, or on a server, does no harm.
//
// Where what is:
//   element.js            the life that both elements share: open the catalog, follow attributes, let go of everything
//   equity-catalog.js     turns of the catalog's life       equity-glossary.js   turns of the glossary's life
//   reading.js, acts.js   what is shown, what readers do    address.js           all of it behind the page's #
//   asking.js             what the engine is asked          slices.js            long lists, a few works at a time
//   layouts.js            pages, orders, groups, advice     drawer.js            filters in narrow places (on demand)
//   record/               a work in full (on demand)        reading-list/        works that the reader keeps
//   take-over.js          in place of the page's own list   types.d.ts           events and frameworks, for TypeScript
//   reading-state.js      what the reader has asked for     shared-catalog.js    one open catalog for the whole page
//   catalog-frame.js      what stays: box, filters, chips   glossary-list.js     the list from A to Z
//   facets.js             one group of filters              term.js              one entry, in the list and in popups
//   browse.js             a section as a page               annotate.js, wrap.js terms found in the page's own text
//   later.js              text that changes (on demand)     highlight.js         words painted, terms listed (on demand)
//   results.js            what a search shows               a-to-z.js, annotating.js   what <equity-glossary> does
//   letters.js            a language's letters              glossary-search.js, term-index.js   what is looked for
//   many-terms.js         a letter at a time                glossary-print.js    sources as numbers, on paper
//   leads.js              where an entry leads              cross-links.js, entry-works.js   to terms, to works
//   list-leads.js         the same for a whole list         addresses.js         on this page or on others
//   triggers.js           a term as a button                popups.js            mouse, keyboard, touch (on demand)
//   popup.js, place.js    the popup that is open, and where popup-entries.js     what stands in it
//   afterwards.js         behind the terms, at rest         endnotes.js          an article's terms, on paper
//   popups-choice.js      whether readers want popups       popups-off.js        in place of the terms when they don't
//   facet-acts.js         folding, lengthening filters      going.js             where a page sends its reader
//   again.js              parts that didn't come
//   here.js               links in pages with a <base>      taken.js             names that somebody else has taken
//   listing.js            one work                          catalog-language.js  entries in the catalog's language
//   marked-text.js        what matched, and corrections     prose.js, dom.js     data and text as elements
//   status.js             what is said and not seen         failure.js           what is shown when nothing opens
//   strings/              every visible word                styles/              every style
//
// Elements speak to the page by events that bubble out of every shadow root: equity-catalog:ready, :search, :select and
// :error. The page can prevent :select, and then the link isn't followed or the popup doesn't open.

import { EquityCatalog } from "./equity-catalog.js";
import { EquityGlossary } from "./equity-glossary.js";

/**
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
function define(name, element) {
  try {
    // Two things throw here, before an element takes the place of what stands in it: a page that makes every object a promise, by a function
    // `Object.prototype.then`, for then nothing that is fetched ever arrives; and one in which something is named createElement, for then nothing can be made.
    customElements.define(name, element, /** @type {any} */ (globalThis).document?.createElement("p").then?.name?.name.name);
  } catch {
    // Or another copy of this was first, or the page has such an element of its own, or this is a server.
    import("./taken.js").then(({ tell }) => tell(name), () => {});
  }
}

define("equity-catalog", EquityCatalog);
define("equity-glossary", EquityGlossary);

/** @typedef {import("./types.js").EquityEventMap} EquityEventMap */

export { EquityCatalog, EquityGlossary };
