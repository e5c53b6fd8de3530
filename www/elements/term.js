// One glossary entry below its heading: meanings, examples, credits, related resources, locations. The A to Z list and the
// popups show the same; where it leads, leads.js adds.

import { element } from "./dom.js";
import { markedText } from "./marked-text.js";
import { prose } from "./prose.js";

/** @import { Block, Sense, Term } from "../api/types.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * @param {Term} term
 * @param {Words} words
 * @returns {HTMLElement[]}
 */
export function termBody(term, words) {
  const senses = term.senses.map((sense) => senseParts(sense, term, words));
  const [only] = senses;
  const meanings =
    senses.length === 1 && only
      ? element("div", { class: "sense", part: "sense" }, ...only)
      : element("ol", { class: "senses" }, ...senses.map((parts) => element("li", { class: "sense", part: "sense" }, ...parts)));
  /** @type {HTMLElement[]} */
  const body = senses.length > 0 ? [meanings] : [];
  if (term.related.length > 0) body.push(facts("related", words.say("related"), term.related));
  if (term.locations.length > 0)
    body.push(
      facts(
        "locations",
        words.say("locations", { count: term.locations.length }),
        term.locations.map((path) => path.join(" / ")),
      ),
    );
  for (const note of term.notes) body.push(element("p", { class: "aside" }, note));
  if (term.restored) body.push(element("p", { class: "aside restored" }, words.say("restored")));
  return body;
}

/**
 * @param {Sense} sense
 * @param {Term} term
 * @param {Words} words
 * @returns {HTMLElement[]}
 */
function senseParts(sense, term, words) {
  const parts = [element("div", { class: "prose" }, ...prose(sense.text, words))];
  if (sense.examples.length > 0) {
    const label = element("p", { class: "label" }, words.say("examples", { count: exampleCount(sense.examples) }));
    parts.push(
      element(
        "div",
        { class: "examples", part: "examples" },
        label,
        element("div", { class: "prose" }, ...prose(sense.examples, words)),
      ),
    );
  }
  for (const source of sense.sources) {
    const credit = words.say(sense.adapted ? "after" : "source", { source });
    parts.push(element("p", { class: "credit", part: "credit" }, ...markedText(credit, [], term.corrections, words)));
  }
  return parts;
}

/** @param {Block[]} blocks */
function exampleCount(blocks) {
  return blocks.reduce((count, block) => count + ("ul" in block ? block.ul.length : "ol" in block ? block.ol.length : 1), 0);
}

/**
 * A labelled list of short things.
 *
 * @param {string} name
 * @param {string} label
 * @param {(Node | string)[]} values
 */
export function facts(name, label, values) {
  return element(
    "dl",
    { class: `facts ${name}`, part: name },
    element("dt", {}, label),
    ...values.map((value) => element("dd", {}, value)),
  );
}
