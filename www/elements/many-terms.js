// A glossary of many terms: one letter is shown at a time, a search goes over all of them, and whatever it is, it is read,
// looked through and drawn in portions, so that no frame waits for it.

import { control, element, focusOn, heading } from "./dom.js";
import { byLetter } from "./glossary-list.js";
import { remember, showAnswer, tell } from "./glossary-search.js";
import { lead } from "./leads.js";
import { steadily, to } from "./list-leads.js";
import { answers, beginnings, indexed } from "./term-index.js";

/** @import { Term } from "../api/types.js" */
/** @import { GlossaryList } from "./glossary-list.js" */
/** @import { alphabet } from "./letters.js" */
/** @import { Way } from "./leads.js" */
/** @import { Status } from "./status.js" */
/** @import { Indexed } from "./term-index.js" */

/** How many terms are read, or looked through, before others get a turn. */
const READ = 200;
/** How many entries are drawn in a frame. */
const DRAWN = 3;
/** How many entries fill a window behind one that is gone to: before they are there, it can't stand at the top. */
const WINDOW = 40;
/** How many entries a search shows, until the reader asks for more. */
const FOUND = 50;

const turn = () => new Promise((done) => setTimeout(done));
/** A page that nobody looks at has no frames. */
const frame = () =>
  new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, 200);
  });

/**
 * Reads the terms, and takes over the list's letters and search. What is shown first is for `list.reveal` to say.
 *
 * @param {GlossaryList} list
 * @param {Omit<Way, "to">} from
 * @param {ReturnType<typeof alphabet>} letters
 * @param {Status} status
 * @param {AbortSignal} signal
 */
export async function takeMany(list, from, letters, status, signal) {
  /** @type {Term[]} */
  const terms = [];
  for (let read = READ; read === READ && !signal.aborted; await turn()) {
    const more = from.glossary.terms({ offset: terms.length, limit: READ });
    terms.push(...more);
    read = more.length;
  }
  letters.sort(terms);
  await turn();
  return new ManyTerms(list, { ...from, to }, byLetter(terms, letters.letter), status, signal);
}

class ManyTerms {
  #list;
  #way;
  #letters;
  #status;
  #signal;
  /** What can be looked for, as far as it is made. @type {Indexed[]} */
  #index = [];
  /** The letter that is shown when nothing is looked for. */
  #letter = "";
  /** What is still to be drawn, and where. @type {Term[]} */
  #waiting = [];
  /** What is still to be drawn above that, since the reader went to a term in the middle. @type {Term[]} */
  #above = [];
  #place = element("div");
  /** Words that are marked in what is drawn. @type {string[]} */
  #wanted = [];
  /** Another one with whatever the reader asks for, so that what was asked before ends. */
  #asked = {};

  /**
   * @param {GlossaryList} list
   * @param {Way} way
   * @param {Map<string, Term[]>} letters  with their terms, in order
   * @param {Status} status
   * @param {AbortSignal} signal
   */
  constructor(list, way, letters, status, signal) {
    this.#list = list;
    this.#way = way;
    this.#letters = letters;
    this.#status = status;
    this.#signal = signal;
    for (const [letter, [first]] of letters) list.addLetter(letter, first);
    list.reveal = (id) => this.#reveal(id);
    list.input.addEventListener("input", () => this.#search(), { signal });
    remember(list, signal);
    addEventListener("beforeprint", () => this.#finish(), { signal });
  }

  /**
   * An entry, wherever it is; a term that nobody knows changes nothing, but something must be shown.
   *
   * @param {string} id
   */
  async #reveal(id) {
    const [first = ""] = this.#letters.keys();
    const [letter] = [...this.#letters].find(([, terms]) => terms.some((term) => term.id === id)) ?? [id ? this.#letter || first : first];
    this.#list.input.value = "";
    if (!letter) return undefined;
    if (letter !== this.#letter || this.#wanted.length > 0 || !this.#list.titleOf(id)) this.#show(letter, id);
    const asked = this.#asked;
    while (!this.#signal.aborted && asked === this.#asked && this.#waiting.length > 0 && this.#list.entries.length < (id ? WINDOW : DRAWN)) await frame();
    return this.#list.titleOf(id);
  }

  /**
   * @param {string} letter
   * @param {string} [id]  of the term to begin with
   */
  #show(letter, id) {
    const { letters, note } = this.#list;
    this.#letter = letter;
    note.hidden = true;
    for (const one of letters) {
      const isShown = one.letter === letter;
      if (isShown) one.link.setAttribute("aria-current", "true");
      else one.link.removeAttribute("aria-current");
      if (isShown) this.#begin(one.section, this.#letters.get(letter) ?? [], [], id);
    }
  }

  /** Over all terms: those that begin with what was typed come first, those that only speak of it last. */
  async #search() {
    const { input, letters } = this.#list;
    const wanted = beginnings(input.value);
    const asked = (this.#asked = {});
    if (wanted.length === 0) {
      this.#show(this.#letter);
      return tell(this.#list, this.#all.length, false, this.#status);
    }
    /** @type {Record<"begins" | "name" | "text", Term[]>} */
    const found = { begins: [], name: [], text: [] };
    for (let at = 0; at < this.#all.length; at += READ) {
      for (const one of this.#indexed(at, at + READ)) {
        const answer = answers(one, wanted);
        if (answer) found[one.names.startsWith(wanted.join("")) ? "begins" : answer].push(one.term);
      }
      await turn();
      if (asked !== this.#asked || this.#signal.aborted) return undefined;
    }
    // Somebody who types fast gets the last answer only.
    await frame();
    if (asked !== this.#asked) return undefined;
    for (const { link } of letters) link.removeAttribute("aria-current");
    return this.#showFound([...found.begins, ...found.name, ...found.text], wanted);
  }

  get #all() {
    return [...this.#letters.values()].flat();
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  #indexed(start, end) {
    if (this.#index.length <= start) this.#index.push(...this.#all.slice(start, end).map(indexed));
    return this.#index.slice(start, end);
  }

  /**
   * @param {Term[]} terms
   * @param {string[]} wanted
   */
  #showFound(terms, wanted) {
    const { words, level } = this.#list;
    tell(this.#list, terms.length, true, this.#status);
    // How many there are is the heading of what was found.
    this.#list.note.hidden = terms.length > 0;
    const title = terms.length > 0 && heading(level, { class: "letter-title" }, words.say("terms", { count: terms.length }));
    const section = element("section", { class: "letter all", part: "letter", hidden: terms.length === 0 }, title, element("div"));
    this.#begin(section, terms.slice(0, FOUND), wanted);
    if (terms.length > FOUND) section.append(this.#more(terms.slice(FOUND)));
  }

  /**
   * A button that shows more of what was found, and leads the reader to the first of it.
   *
   * @param {Term[]} rest
   */
  #more(rest) {
    const button = control("more", { class: "button", part: "button" }, this.#list.words.say("moreTerms", { count: Math.min(FOUND, rest.length) }));
    button.addEventListener("click", () => {
      this.#finish();
      const known = this.#list.entries.length;
      this.#waiting = rest.slice(0, FOUND);
      if (rest.length > FOUND) button.replaceWith(this.#more(rest.slice(FOUND)));
      else button.remove();
      this.#draw();
      void this.#drawAll();
      focusOn(this.#list.entries[known]?.title);
    });
    return button;
  }

  /**
   * @param {HTMLElement} section
   * @param {Term[]} terms
   * @param {string[]} wanted
   * @param {string} [id]  of the term to begin with
   */
  #begin(section, terms, wanted, id) {
    const { list } = this.#list;
    this.#asked = {};
    this.#place = /** @type {HTMLDivElement} */ (section.querySelector("div"));
    this.#place.replaceChildren();
    this.#list.entries = [];
    const start = Math.max(0, terms.findIndex((term) => term.id === id));
    this.#waiting = terms.slice(start);
    this.#above = terms.slice(0, start);
    this.#wanted = wanted;
    list.replaceChildren(section);
    void this.#drawAll();
  }

  async #drawAll() {
    const asked = this.#asked;
    while (this.#waiting.length + this.#above.length > 0) {
      await frame();
      if (asked !== this.#asked || this.#signal.aborted) return;
      this.#draw();
    }
  }

  /** Everything that is still to be drawn: somebody prints, or goes on behind it. */
  #finish() {
    while (this.#waiting.length + this.#above.length > 0) this.#draw();
  }

  /** A few entries: first what fills the window, then what stands above it without moving it, then the rest. */
  #draw() {
    const { entries } = this.#list;
    if (this.#above.length === 0 || (this.#waiting.length > 0 && entries.length < WINDOW)) {
      this.#add(this.#place, this.#waiting.splice(0, DRAWN));
      return;
    }
    steadily(entries, () => {
      const added = this.#add(null, this.#above.splice(-DRAWN));
      entries.splice(-added.length);
      entries.unshift(...added);
      this.#place.prepend(...added.map(({ entry }) => entry));
    });
  }

  /**
   * @param {Element | null} place
   * @param {Term[]} terms
   */
  #add(place, terms) {
    const added = this.#list.addEntries(place, terms);
    for (const one of added) {
      lead(one.entry, one.term, this.#way);
      showAnswer(one, this.#wanted, this.#list.words);
    }
    return added;
  }
}
