// The glossary from A to Z: what a reader does in it.

import { focusOn, origin } from "./dom.js";
import { GlossaryList } from "./glossary-list.js";
import { uniqueName } from "./landmark-names.js";
import { enGlossary } from "./strings/en-glossary.js";
import { adopt } from "./styles/adopt.js";
import { glossaryStyles } from "./styles/glossary.js";
import { PREFIX } from "./terms.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Status } from "./status.js" */

/**
 * @param {EquityGlossary} host
 * @param {Catalog} catalog
 * @param {HTMLElement} body
 * @param {Status} status
 * @param {AbortSignal} signal
 */
export function show(host, catalog, body, status, signal) {
  const { words } = host;
  words.learn(enGlossary);
  const names = { search: uniqueName(words.say("searchGlossary"), signal), letters: uniqueName(words.say("letters"), signal) };
  const list = new GlossaryList(catalog.glossary.terms(), words, host.headingLevel, names);
  adopt(/** @type {ShadowRoot} */ (host.shadowRoot), glossaryStyles);
  list.input.addEventListener(
    "input",
    () => {
      const query = list.input.value;
      const count = list.filter(query);
      status.say(count > 0 ? words.say("terms", { count }) : words.say("noTerms", { query: query.trim() }));
    },
    { signal },
  );
  // Following a link to where the page already is changes nothing in the address, so no event would come.
  document.addEventListener("click", (event) => origin(event)?.closest("a")?.hash === location.hash && follow(list), { signal });
  globalThis.addEventListener("hashchange", () => follow(list), { signal });
  body.replaceChildren(list.content);
  follow(list);
}

/**
 * Goes to the entry that the page's address names. The browser can't do so by itself, since it doesn't look for ids
 * inside a shadow root.
 *
 * @param {GlossaryList} list
 */
function follow(list) {
  const id = decoded(location.hash.slice(1));
  const title = id.startsWith(PREFIX) && list.titleOf(id.slice(PREFIX.length));
  if (!title) return;
  if (title.closest("[hidden]")) {
    list.input.value = "";
    list.filter("");
  }
  focusOn(title);
  // In the next frame, since Firefox pulls a page that has just grown back to where it ended before.
  requestAnimationFrame(() => title.scrollIntoView({ block: "start" }));
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
