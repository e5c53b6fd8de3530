// Makes long articles, and counts what each slice of the work on them does: nodes that are passed, characters that are searched, terms that
// are marked. A count says the same on every machine.

import { Catalog } from "/pkg/index.js";

const SENTENCE = "They speak of structural racism, of oppression and of other things that a long article comes back to now and then. ";

/** @typedef {{ nodes: number, characters: number, marks: number }} Slice */
/** @type {Slice[]} */
let slices = [];
let slice = { nodes: 0, characters: 0, marks: 0 };
const end = () => {
  slices.push(slice);
  slice = { nodes: 0, characters: 0, marks: 0 };
};

const { nextNode } = NodeIterator.prototype;
NodeIterator.prototype.nextNode = function () {
  slice.nodes += 1;
  return nextNode.call(this);
};
const { surroundContents } = Range.prototype;
Range.prototype.surroundContents = function (parent) {
  slice.marks += 1;
  surroundContents.call(this, parent);
};
// A slice ends with a timer that the work waits for.
const later = globalThis.setTimeout;
/** @type {any} */ (globalThis).setTimeout = (/** @type {() => void} */ act, /** @type {number | undefined} */ delay, /** @type {unknown[]} */ ...rest) => {
  if (delay === undefined) end();
  return later(act, delay, ...rest);
};

/** @type {Record<string, (article: Element, length: number) => void>} */
const ARTICLES = {
  paragraphs(article, length) {
    for (let made = 0; made < length; made += SENTENCE.length * 4) {
      const heading = Object.assign(document.createElement("h2"), { textContent: "A part" });
      const emphasis = Object.assign(document.createElement("em"), { textContent: SENTENCE });
      const paragraph = document.createElement("p");
      paragraph.append(SENTENCE, emphasis, SENTENCE, SENTENCE);
      article.append(heading, paragraph);
    }
  },
  "one text without an end": (article, length) => article.append(SENTENCE.repeat(length / SENTENCE.length)),
  "one word without an end": (article, length) => article.append("x".repeat(length)),
  "nodes without text": (article, length) => {
    for (let made = 0; made < length; made += 20) article.append(document.createElement("br"), document.createElement("i"));
  },
};

/** Annotates an article of a kind. @param {string} kind @param {number} length @param {Record<string, string>} attributes */
async function annotateArticle(kind, length, attributes) {
  const article = document.createElement("article");
  ARTICLES[kind]?.(article, length);
  document.body.replaceChildren(article);
  const before = article.innerHTML;
  const catalog = await Catalog.embedded();
  const { glossary } = catalog;
  const { find } = Object.getPrototypeOf(glossary);
  glossary.find = (/** @type {string} */ text) => {
    slice.characters += text.length;
    return find.call(glossary, text);
  };
  slices = [];
  slice = { nodes: 0, characters: 0, marks: 0 };
  const element = /** @type {any} */ (document.createElement("equity-glossary"));
  element.catalog = catalog;
  element.setAttribute("annotate", "article");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const ready = new Promise((done) => element.addEventListener("equity-catalog:ready", done, { once: true }));
  document.body.prepend(element);
  await ready;
  return { article, before, element, all: () => find.call(glossary, article.textContent ?? "").length };
}

/** @param {Element} element */
const isBusy = (element) => element.shadowRoot?.querySelector("[aria-busy]") !== null;

Object.assign(globalThis, {
  /** @param {string} kind @param {number} length @param {Record<string, string>} attributes */
  async countSlices(kind, length, attributes) {
    const { article, before, element, all } = await annotateArticle(kind, length, attributes);
    while (isBusy(element)) await new Promise((done) => later(done, 5));
    end();
    const marks = article.querySelectorAll(".equity-term").length;
    const expected = all();
    element.destroy();
    return { slices, marks, expected, same: article.innerHTML === before };
  },
  /** Takes the element away when so many slices are done. @param {number} count */
  async stopHalfway(count) {
    const { article, before, element } = await annotateArticle("paragraphs", 300_000, {});
    while (slices.length < count && isBusy(element)) await new Promise((done) => later(done, 0));
    const [marks, wasBusy] = [article.querySelectorAll(".equity-term").length, isBusy(element)];
    element.destroy();
    const done = slices.length;
    await new Promise((rest) => later(rest, 200));
    return { marks, wasBusy, same: article.innerHTML === before, more: slices.slice(done + 1).length };
  },
});
