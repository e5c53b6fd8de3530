// Finding glossary terms in a page's own text and marking them, in slices that never hold a frame, and giving the page back as it was.
//
// The text of a block is read as one paragraph, so that a term is found across <em> and the like. Where something else stands within
// it, such as a link or a picture, no term can go on: its place is empty.
//
//   <p>They speak of <em>structural</em> racism, <a>here</a> too.</p>      "They speak of ", "structural", " racism, ", , " too."
//
// A slice passes some nodes, or searches some thousand characters and marks some terms; then the page has its turn. The first slice
// is done at once, so that a page of usual length is ready with its element. Who reads keeps the place by a NodeIterator, which does so
// even when the page takes out the very node at which it stands.

import { nearestLanguage } from "./strings/index.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { EquityGlossary } from "./equity-glossary.js" */

/** @typedef {Document | ShadowRoot} Scope */
/** @typedef {(Text | undefined)[]} Nodes   Of a text; nothing is where no term can go on. */
/** @typedef {{ block: Element, section: Node, length: number, end: number }} Paragraph  `end` is where it ends in the text of many. */
/** @typedef {Map<Node, Node>} Headings  The last heading so far, by the section in which it stands. */

/**
 * How terms are marked.
 *
 * @template {object} Mark
 * @typedef {object} Way
 * @property {(nodes: Nodes, start: number, end: number, text: string, term: string) => Mark | undefined} mark  `text` should stand there: the page may have changed since it was read
 * @property {(marks: Iterable<Mark>) => void} unmark
 * @property {() => Promise<((records: MutationRecord[], annotation: Annotation<Mark>) => void) | undefined>} follow  fetches who hears of the page's own changes
 */

/**
 * What is going on, for those who follow the page's changes.
 *
 * @template {object} Mark
 * @typedef {object} Annotation
 * @property {Scope} scope
 * @property {string} select
 * @property {string} never
 * @property {Map<Mark, () => void>} marks  with what frees the term, so that it may be marked elsewhere
 * @property {MutationObserver} observer
 * @property {(node: Node, headings?: Headings) => void} read  looks for terms below a node
 */

/** What a slice takes on at most: nodes that it passes, characters that it searches, terms that it marks. */
const NODES = 500;
const TEXT = 8000;
const MARKS = 25;
/** Where a text is too long for one slice, the next one reads so many characters again: no term is longer. */
const OVERLAP = 200;
/** From so many characters on, paragraphs are searched together. */
const ENOUGH = 6000;

/** About a hundred words. A paragraph may have `DENSITY` terms for each, and always `FEW`. */
const WORDS = 600;
const DENSITY = 6;
const FEW = 3;

/** Elements within which a sentence runs on. Whatever isn't among them ends a run of text. */
const INLINE = new Set(
  "a abbr b bdi bdo cite data del dfn em equity-joint font i ins mark q s small span strong sub sup time u var wbr".split(" "),
);
/** Where a button would be wrong, or where the text is not prose. */
const NEVER = [
  "a,button,label,summary,legend,input,textarea,select,option,nav,rt",
  "[role=button],[role=link],[role=tab],[role=option],[role=img],[role=math],[role=switch],[role=slider],[role=radio],[role^=menu],[role^=tree],[role$=box]",
  "code,pre,kbd,samp,script,style,noscript,template",
  "svg,math,iframe,object,audio,video,canvas",
  "[contenteditable]:not([contenteditable=false]),[aria-hidden=true],[hidden],[inert]",
  "equity-catalog,equity-glossary,equity-popup",
].join();
/** The buttons that terms are. */
export const TERM = ".equity-term";
/** Headings and these begin a new section, in which a term may be marked again. */
export const SECTION = "section,article";
export const HEADING = "h1,h2,h3,h4,h5,h6";
/** Stands where no term can go on. */
export const GAP = "\n\n";

/**
 * @template {object} Mark
 * @param {EquityGlossary} host  says which terms are wanted, and where
 * @param {Catalog} catalog
 * @param {HTMLElement} body  says whether there is still something to do
 * @param {AbortSignal} signal
 * @param {Way<Mark>} way
 * @returns {() => void}  gives the page back as it was
 */
export function annotate(host, catalog, body, signal, { mark, unmark, follow }) {
  const scope = /** @type {Scope} */ (host.getRootNode());
  const { annotate: select, occurrences, density } = host;
  const never = NEVER + (host.headings ? "" : `,${HEADING},[role=heading]`) + (host.exclude && `,${host.exclude}`);
  const language = primary(catalog.info.language);
  // Who wants all of them gets all, but for a density of their own.
  const most = density || (occurrences === "all" ? Infinity : DENSITY);
  /** Which terms are marked, by what counts as one place. @type {WeakMap<object, Set<string>>} */
  const known = new WeakMap();
  /** How many terms are marked in a block. @type {WeakMap<Element, number>} */
  const counts = new WeakMap();
  /** @type {Annotation<Mark>["marks"]} */
  const marks = new Map();
  /** @type {[Node, Headings][]} */
  const waiting = [];
  /** @type {Generator<void> | undefined} */
  let work;

  function* reading() {
    for (const [root, headings] of waiting) {
      let text = "";
      /** @type {Nodes} */
      let nodes = [];
      /** @type {Paragraph[]} */
      let paragraphs = [];
      /** @type {Element | null | undefined} */
      let block;
      /** @type {Node | undefined} */
      let skipped;
      let begin = 0;
      let passed = 0;

      /** Ends a paragraph. @param {Element | null} [next]  the block of the one that begins */
      const end = function* (next) {
        const added = nodes.slice(begin).map((node) => node?.data ?? GAP).join("");
        // Asked of all before anything is marked: each answer after a change would cost the browser another look at its styles.
        if (block?.closest(select) && added.trim() && block.checkVisibility?.() !== false) {
          const box = block.closest(SECTION) ?? scope;
          nodes.push(undefined);
          text += added + GAP;
          paragraphs.push({ block, section: headings.get(box) ?? box, length: added.length, end: text.length });
        } else nodes.length = begin;
        block = next;
        if (next === undefined || text.length > ENOUGH) {
          yield* search(text, nodes, paragraphs);
          if (next !== undefined) yield;
          [text, nodes, paragraphs] = ["", [], []];
        }
        begin = nodes.length;
      };

      const iterator = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node; (node = /** @type {Element | Text | null} */ (iterator.nextNode())); ) {
        if (++passed % NODES === 0) yield;
        if (skipped?.contains(node)) continue;
        if (node instanceof Text) {
          const around = blockOf(node);
          if (around !== block) yield* end(around);
          const spoken = around && language && nearestLanguage(/** @type {Element} */ (node.parentElement));
          nodes.push(spoken && primary(spoken) !== language ? undefined : node);
        } else {
          if (node.matches(HEADING)) {
            yield* end(node);
            headings.set(node.closest(SECTION) ?? scope, node);
          }
          if (node.matches(never) && !node.matches(TERM)) skipped = node;
          if (node === skipped || !isInline(node)) nodes.push(undefined);
        }
      }
      yield* end();
    }
    waiting.length = 0;
  }

  /**
   * One question to the engine for many paragraphs.
   *
   * @param {string} text
   * @param {Nodes} nodes
   * @param {Paragraph[]} paragraphs
   */
  function* search(text, nodes, paragraphs) {
    for (let from = 0, until; from < text.length; from = until) {
      const space = text.lastIndexOf(" ", from + TEXT - OVERLAP);
      until = from + TEXT >= text.length ? Infinity : space > from ? space : from + TEXT - OVERLAP;
      for (const match of catalog.glossary.find(text.slice(from, from + TEXT))) {
        const [start, end, { term }] = [from + match.start, from + match.end, match];
        if (start >= until) break;
        until = Math.max(until, end);
        const { block, section, length } = /** @type {Paragraph} */ (paragraphs.find((paragraph) => start < paragraph.end));
        const place = occurrences === "all" ? {} : occurrences === "first" ? scope : section;
        const terms = known.get(place) ?? new Set();
        const count = counts.get(block) ?? 0;
        if (terms.has(term) || (count >= FEW && count >= (length / WORDS) * most)) continue;
        const one = mark(nodes, start, end, text.slice(start, end), term);
        if (!one) continue;
        known.set(place, terms.add(term));
        counts.set(block, count + 1);
        marks.set(one, () => {
          terms.delete(term);
          counts.set(block, (counts.get(block) ?? 1) - 1);
        });
        if (marks.size % MARKS === 0) yield;
      }
      if (until < text.length) yield;
    }
  }

  function go() {
    work ??= reading();
    const { done } = work.next();
    observer.takeRecords();
    body.ariaBusy = done ? null : "true";
    if (done) work = undefined;
    // By a timer, since whatever else the page has waiting then has its turn as well. A catalog that the page has freed meanwhile is
    // no reason to trouble it.
    else new Promise((rest) => setTimeout(rest)).then(() => signal.aborted || go()).catch(console.warn);
  }

  /** @type {Annotation<Mark>["read"]} */
  const read = (node, headings = new Map()) => {
    waiting.push([node, headings]);
    if (!work) go();
  };

  const observer = new MutationObserver((records) => {
    // Popups, which stand in the text, are no news.
    if (records.every(({ addedNodes, removedNodes }) => /** @type {HTMLElement | undefined} */ (addedNodes[0] ?? removedNodes[0])?.popover)) return;
    follow().then((tell) => signal.aborted || tell?.(records, { scope, select, never, marks, observer, read })).catch(console.warn);
  });

  const start = () => {
    // First, for it throws at what is no selector.
    read(scope);
    const attributeFilter = ["aria-hidden", "contenteditable", "hidden", "inert", "lang", "open"];
    observer.observe(scope, { subtree: true, childList: true, characterData: true, attributeFilter });
  };
  // The script may come before the text does.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { signal });
  else start();
  return () => {
    observer.disconnect();
    unmark(marks.keys());
  };
}

/** The innermost block around a node that is no block itself. @param {Node} node */
export function blockOf(node) {
  let block = node.parentElement;
  while (block?.parentElement && isInline(block)) block = block.parentElement;
  return block;
}

/** @param {Element} element */
export function isInline(element) {
  return INLINE.has(element.localName) || element.matches(TERM);
}

/** The language that a tag names, whatever the country and the script. @param {string} tag */
function primary(tag) {
  return tag.toLowerCase().split("-")[0];
}
