// Every suite, by what a reader does.

import { addresses } from "./address.mjs";
import { hostileAddresses } from "./address-hostile.mjs";
import { annotating } from "./annotate.mjs";
import { changing } from "./annotate-changes.mjs";
import { longArticles } from "./annotate-long.mjs";
import { randomPages } from "./annotate-random.mjs";
import { annotatingRules } from "./annotate-rules.mjs";
import { attacks } from "./attacks.mjs";
import { browse } from "./browse.mjs";
import { drawers } from "./drawer.mjs";
import { endnotes } from "./endnotes.mjs";
import { faults } from "./faults.mjs";
import { filters } from "./filters.mjs";
import { glossaryList } from "./glossary.mjs";
import { glossarySearch } from "./glossary-search.mjs";
import { bigGlossary } from "./glossary-big.mjs";
import { glossaryOnPaper } from "./glossary-print.mjs";
import { entryLinks } from "./glossary-links.mjs";
import { harness } from "./harness.mjs";
import { highlighting } from "./highlight.mjs";
import { hostile } from "./hostile.mjs";
import { hosts } from "./hosts.mjs";
import { integrity } from "./integrity.mjs";
import { keyboard } from "./keyboard.mjs";
import { languages } from "./languages.mjs";
import { leaks } from "./leaks.mjs";
import { life } from "./life.mjs";
import { looking } from "./look.mjs";
import { offline } from "./offline.mjs";
import { orders } from "./orders.mjs";
import { pages } from "./pages.mjs";
import { places } from "./places.mjs";
import { popups } from "./popup.mjs";
import { popupsAnywhere } from "./popup-anywhere.mjs";
import { popupContent } from "./popup-content.mjs";
import { popupsLate } from "./popup-late.mjs";
import { popupPlaces } from "./popup-place.mjs";
import { popupRules } from "./popup-rules.mjs";
import { popupSheets } from "./popup-sheet.mjs";
import { popupsOff } from "./popups-off.mjs";
import { popupTurning } from "./popup-turning.mjs";
import { privacy } from "./privacy.mjs";
import { readOut } from "./read-out.mjs";
import { readingLists } from "./reading-list.mjs";
import { workInFull } from "./record.mjs";
import { searching } from "./search.mjs";
import { site } from "./site.mjs";
import { settings } from "./settings.mjs";
import { steady } from "./steady.mjs";
import { takingOver } from "./takeover.mjs";
import { withoutWasm } from "./without-wasm.mjs";
import { work } from "./work.mjs";

/** @type {Record<string, import("../run.mjs").Case[]>} */
export const suites = {
  "the harness": harness,
  "every page": pages,
  "attacks": attacks,
  "browsing": browse,
  "by keyboard alone": keyboard,
  "searching and filtering": searching,
  "a work in full": workInFull,
  "a reading list": readingLists,
  "the glossary from A to Z": glossaryList,
  "faults": faults,
  "searching the glossary": glossarySearch,
  "a glossary of many terms": bigGlossary,
  "the glossary on paper": glossaryOnPaper,
  "what an entry leads to": entryLinks,
  "terms in a page's text": annotating,
  "which words are terms": annotatingRules,
  "terms in text that changes": changing,
  "terms in long articles": longArticles,
  "terms in random pages": randomPages,
  "terms that are painted": highlighting,
  "a term's popup": popups,
  "what a popup holds": popupContent,
  "turning to other terms in a popup": popupTurning,
  "readers who want no popups": popupsOff,
  "terms on paper": endnotes,
  "what a popup owes its readers": popupRules,
  "popups in dialogs, layers and shadows": popupsAnywhere,
  "popups that come late": popupsLate,
  "where a popup stands": popupPlaces,
  "a popup in a small window": popupSheets,
  "pages that change": life,
  "for those who put it on their site": site,
  "for those who change its look": looking,
  "a list that is there before the script": takingOver,
  "readers without WebAssembly": withoutWasm,
  "files that are checked": integrity,
  "pages in other languages": languages,
  "elements that come and go": leaks,
  "how much is drawn": work,
  "readers who see, read or print in their own way": settings,
  "what is read out": readOut,
  "pages with a will of their own": hosts,
  "pages that change what browsers bring": hostile,
  "where a page puts it": places,
  "filters that fold, search and branch": filters,
  "filters in a drawer": drawers,
  "results in order, in groups, in pages": orders,
  "where a reader is, in the address": addresses,
  "addresses that nobody of sense wrote": hostileAddresses,
  "what stays as it is": steady,
  "without a server": offline,
  "what is kept, read and asked for": privacy,
};
