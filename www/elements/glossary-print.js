// The glossary on paper: sources as numbers, with a list of notes at the end in which each stands once. Only while the page is
// printed, since on the screen a source is read where it belongs.

import { element, heading } from "./dom.js";
import { enPrint } from "./strings/en-print.js";

/** @import { GlossaryList } from "./glossary-list.js" */

/**
 * @param {GlossaryList} list
 * @param {AbortSignal} signal
 */
export function printFrom(list, signal) {
  list.words.learn(enPrint);
  /** @type {HTMLElement[]} */
  let added = [];
  const undo = () => {
    for (const one of added) one.remove();
    added = [];
    list.content.classList.remove("noted");
  };
  addEventListener(
    "beforeprint",
    () => {
      undo();
      added = notes(list);
      list.content.classList.add("noted");
    },
    { signal },
  );
  addEventListener("afterprint", undo, { signal });
  signal.addEventListener("abort", undo);
}

/**
 * Puts numbers behind what the sources stand for, and the notes behind the list.
 *
 * @param {GlossaryList} list
 */
function notes({ list, words, level }) {
  /** @type {Map<string, Element>} */
  const sources = new Map();
  /** @type {HTMLElement[]} */
  const numbers = [];
  for (const sense of list.querySelectorAll(".term:not([hidden]) .sense")) {
    const credits = [...sense.querySelectorAll(":scope > .credit")];
    for (const credit of credits) if (!sources.has(credit.textContent ?? "")) sources.set(credit.textContent ?? "", credit);
    const known = [...sources.keys()];
    const said = credits.map((credit) => words.number(known.indexOf(credit.textContent ?? "") + 1));
    if (said.length === 0) continue;
    const number = element("sup", { class: "number" }, `[${said.join(", ")}]`);
    // Behind the last words of the meaning itself, which may be those of a list.
    ([...sense.querySelectorAll(":scope > .prose p")].at(-1) ?? sense).append(number);
    numbers.push(number);
  }
  if (numbers.length === 0) return [];
  const items = [...sources.values()].map((credit) => element("li", {}, ...[...credit.childNodes].map((node) => node.cloneNode(true))));
  const section = element("section", { class: "notes", part: "notes" }, heading(level, {}, words.say("sources")), element("ol", {}, ...items));
  list.after(section);
  return [...numbers, section];
}
