// A catalog's prose, which is data, as elements.
//
// Only addresses that can do a reader no harm become links; anything else stays plain text, whatever the catalog says.

import { element } from "./dom.js";

/** @import { Block, Span } from "../api/types.js" */
/** @import { Words } from "./strings/words.js" */

/**
 * @param {Block[]} blocks
 * @param {Words} words
 * @returns {HTMLElement[]}
 */
export function prose(blocks, words) {
  return blocks.map((block) => blockElement(block, words));
}

/**
 * @param {Block} block
 * @param {Words} words
 * @returns {HTMLElement}
 */
function blockElement(block, words) {
  if ("ul" in block) return element("ul", {}, ...items(block.ul, words));
  if ("ol" in block) return element("ol", {}, ...items(block.ol, words));
  if ("quote" in block) return quotation(block, words);
  return element("p", {}, ...spans(block.p));
}

/**
 * @param {Block[][]} list
 * @param {Words} words
 */
function items(list, words) {
  return list.map((blocks) => element("li", {}, ...prose(blocks, words)));
}

/**
 * Somebody's own words stand in a block quotation. A thought retold in other words must not look like one: it gets a
 * paragraph of its own and says whose thought it follows.
 *
 * @param {Extract<Block, { quote: unknown }>} block
 * @param {Words} words
 */
function quotation(block, words) {
  const by = [block.speaker, block.source].filter(Boolean).join(", ");
  const credit = by && element("figcaption", {}, block.paraphrase ? words.say("after", { source: by }) : words.say("spokenBy", { speaker: by }));
  const said = prose(block.quote, words);
  const body = block.paraphrase ? element("div", {}, ...said) : element("blockquote", {}, ...said);
  return element("figure", { class: "quote", part: "quote" }, body, credit);
}

/**
 * @param {Span[]} list
 * @returns {(Node | string)[]}
 */
function spans(list) {
  return list.map((span) => {
    if (typeof span === "string") return span;
    if ("em" in span) return element("em", {}, ...spans(span.em));
    if ("strong" in span) return element("strong", {}, ...spans(span.strong));
    return isSafe(span.href) ? element("a", { href: span.href }, ...spans(span.a)) : element("span", {}, ...spans(span.a));
  });
}

/**
 * Whether an address may become a link. The engine has checked already; a second look costs little and depends on nobody.
 *
 * @param {string} address
 */
export function isSafe(address) {
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/iu.test(address);
}
