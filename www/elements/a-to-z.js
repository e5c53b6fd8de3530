// The glossary from A to Z: what a reader does in it.

import { again } from "./again.js";
import { focusOn, origin } from "./dom.js";
import { byLetter, GlossaryList, QUERY } from "./glossary-list.js";
import { uniqueName } from "./landmark-names.js";
import { leadsAway } from "./leads-away.js";
import { alphabet } from "./letters.js";
import { enGlossary } from "./strings/en-glossary.js";
import { adopt } from "./styles/adopt.js";
import { glossaryStyles } from "./styles/glossary.js";
import { PREFIX } from "./terms.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Status } from "./status.js" */

/** With more terms than this, one letter is shown at a time. */
const MANY = 300;

/**
 * @param {EquityGlossary} host
 * @param {Catalog} catalog
 * @param {HTMLElement} body
 * @param {Status} status
 * @param {AbortSignal} signal
 */
export async function show(host, catalog, body, status, signal) {
  // Before anything of what is shown changes.
  const place = placeIn(host);
  const { words } = host;
  const { glossary, info } = catalog;
  words.learn(enGlossary);
  const names = { search: uniqueName(words.say("searchGlossary"), signal), letters: uniqueName(words.say("letters"), signal) };
  const list = new GlossaryList(words, host.headingLevel, names);
  const letters = alphabet(info.language);
  const from = { glossary, words, host };
  // A part that can't be had takes nothing away: then all entries are drawn at once, or lead nowhere.
  const part = info.terms > MANY && (await import("./many-terms.js").catch(() => undefined));
  if (part) await part.takeMany(list, from, letters, status, signal);
  else addAll(list, letters, glossary);
  if (signal.aborted) return;
  const asked = place?.id ?? named() ?? "";
  const title = await list.reveal(asked);
  if (signal.aborted) return;

  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  adopt(root, glossaryStyles);
  body.replaceChildren(list.content);
  if (place) place.keep(title);
  else goTo(title);
  // Following a link to where the page already is changes nothing in the address, so no event would come.
  document.addEventListener("click", (event) => location.hash && origin(event)?.closest("a")?.hash === location.hash && follow(list), { signal });
  // Back in what was found stays there.
  addEventListener("hashchange", () => history.state?.[QUERY] || follow(list), { signal });
  if (leadsAway()) later(import("./here.js"), ({ stay }) => stay(root, signal));
  later(import("./glossary-print.js"), ({ printFrom }) => printFrom(list, signal));
  if (part) return;

  /** @type {Promise<unknown> | undefined} */
  let searching;
  const search = () => {
    searching ??= again("search", () => import("./glossary-search.js")).then(({ searchIn }) => signal.aborted || searchIn(list, status, signal)).catch(() => {
      searching = undefined;
      list.say(words.say("failedPart"), status);
    });
  };
  for (const type of ["focus", "input"]) list.input.addEventListener(type, search, { signal });
  later(import("./list-leads.js"), ({ leadAll }) => leadAll(list.entries, from, signal));
}

/**
 * What nobody waits for; nothing is lost without it but what it adds.
 *
 * @template Part
 * @param {Promise<Part>} part
 * @param {(part: Part) => unknown} use
 */
function later(part, use) {
  part.then(use).catch(() => undefined);
}

/**
 * @param {GlossaryList} list
 * @param {ReturnType<typeof alphabet>} letters
 * @param {Catalog["glossary"]} glossary
 */
function addAll(list, letters, glossary) {
  for (const [letter, terms] of byLetter(letters.sort(glossary.terms()), letters.letter)) {
    const section = list.addLetter(letter, terms[0]);
    list.addEntries(section.lastElementChild, terms);
    list.list.append(section);
  }
}

/** The term that the page's address names; without any place in it, none. */
function named() {
  const id = decoded(location.hash.slice(1));
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id ? undefined : "";
}

/**
 * Goes to the entry that the page's address names. The browser can't do so by itself, since it doesn't look for ids
 * inside a shadow root.
 *
 * @param {GlossaryList} list
 */
async function follow(list) {
  const id = named();
  if (id !== undefined) goTo(await list.reveal(id));
}

/** @param {HTMLElement | undefined} title */
function goTo(title) {
  if (!title) return;
  focusOn(title);
  // In the next frame, since Firefox pulls a page that has just grown back to where it ended before.
  requestAnimationFrame(() => title.scrollIntoView({ block: "start" }));
}

/**
 * Where a reader is in the glossary that the page itself holds (`equity-catalog html` writes one): whoever is in the middle
 * of it stays at the same entry, with the focus on it if it was there.
 *
 * @param {HTMLElement} host
 */
function placeIn(host) {
  const topOf = (/** @type {Element} */ place) => place.getBoundingClientRect().top;
  const entries = [...host.querySelectorAll("[data-term]")];
  const held = entries.find((entry) => entry.matches(":focus-within"));
  const place = held ?? (topOf(host) < 0 && (entries.find((entry) => topOf(entry) >= 0 && topOf(entry) < innerHeight) ?? entries.findLast((entry) => topOf(entry) < 0)));
  if (!place) return undefined;
  const top = topOf(place);
  return {
    id: place.getAttribute("data-term") ?? "",
    /** @param {HTMLElement | undefined} title */
    keep(title) {
      if (!title) return;
      scrollBy({ top: topOf(/** @type {Element} */ (title.closest(".term"))) - top, behavior: "instant" });
      if (!held) return;
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    },
  };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
