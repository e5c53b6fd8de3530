// Searching the glossary while a reader types: the entries that have all of the words stay, what matched in their names is
// marked, and the status says how many there are.

import { element, origin, present } from "./dom.js";
import { QUERY } from "./glossary-list.js";
import { markedText } from "./marked-text.js";
import { enSearch } from "./strings/en-search.js";
import { answers, beginnings, indexed, placesIn } from "./term-index.js";

/** @import { Entry, GlossaryList } from "./glossary-list.js" */
/** @import { Status } from "./status.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * In a list that has all of its entries.
 *
 * @param {GlossaryList} list
 * @param {Status} status
 * @param {AbortSignal} signal
 */
export function searchIn(list, status, signal) {
  const { input } = list;
  const index = list.entries.map(({ term }) => indexed(term));
  const draw = () => {
    const wanted = beginnings(input.value);
    let count = 0;
    list.entries.forEach((one, at) => {
      const answer = answers(/** @type {import("./term-index.js").Indexed} */ (index[at]), wanted);
      one.entry.hidden = !answer;
      if (answer) count += 1;
      showAnswer(one, answer === "name" ? wanted : [], list.words);
    });
    for (const { section, link } of list.letters) {
      section.hidden = !section.querySelector(".term:not([hidden])");
      /** @type {HTMLElement} */ (link.parentElement).hidden = section.hidden;
    }
    list.nav.hidden = count === 0;
    tell(list, count, wanted.length > 0, status);
  };
  list.reveal = (id) => {
    const title = list.titleOf(id);
    if (title?.closest("[hidden]")) clear(list);
    return title;
  };
  input.addEventListener("input", draw, { signal });
  remember(list, signal);
  if (input.value) draw();
}

/**
 * Says how many there are.
 *
 * @param {GlossaryList} list
 * @param {number} count
 * @param {boolean} isAsked  whether something is looked for
 * @param {Status} status
 */
export function tell(list, count, isAsked, status) {
  const { words, note, input } = list;
  words.learn(enSearch);
  list.note = element("p", count > 0 ? { class: "found", part: "note" } : { class: "found", part: "empty" });
  note.replaceWith(list.note);
  list.say(count > 0 ? words.say("terms", { count }) : words.say("noTerms", { query: input.value.trim() }), status);
  list.note.hidden = !isAsked;
}

/**
 * Marks in an entry's heading what was looked for; when that is another name of the term, the name is said.
 *
 * @param {Entry} entry
 * @param {string[]} wanted
 * @param {Words} words
 */
export function showAnswer({ term, entry, title }, wanted, words) {
  entry.querySelector(".also")?.remove();
  const places = placesIn(term.term, wanted);
  if (places.length > 0 || title.firstElementChild) title.replaceChildren(...present(markedText(term.term, places, [], words)));
  const other = places.length < wanted.length && term.forms.find((form) => placesIn(form, wanted).length >= wanted.length);
  if (other) title.parentElement?.after(element("p", { class: "also" }, words.say("alsoCalled", { form: other })));
}

/** Shows everything again. @param {GlossaryList} list */
export function clear({ input }) {
  input.value = "";
  input.dispatchEvent(new CustomEvent("input"));
}

/**
 * A link that leads out of what was found leads back to it: the entry of the history keeps the words.
 *
 * @param {GlossaryList} list
 * @param {AbortSignal} signal
 */
export function remember({ input, content }, signal) {
  const keep = () => {
    const { state } = history;
    if (typeof state !== "object" || (state?.[QUERY] ?? "") === input.value) return;
    try {
      history.replaceState({ ...state, [QUERY]: input.value }, "");
    } catch {
      // Some pages may not change their history: then only Back doesn't find the words again.
    }
  };
  content.addEventListener("click", (event) => origin(event)?.closest("a")?.hash && keep(), { signal });
  // What the reader has changed since isn't to come back.
  input.addEventListener("input", () => history.state?.[QUERY] && keep(), { signal });
  addEventListener(
    "popstate",
    ({ state }) => {
      const query = state?.[QUERY] ?? "";
      if (query === input.value) return;
      input.value = query;
      input.dispatchEvent(new CustomEvent("input"));
    },
    { signal },
  );
}
