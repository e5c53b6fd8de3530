// Finding glossary terms in a page's own text and wrapping each in a button, and giving the page back as it was.
//
// The text of each run of inline content is joined before it is searched, so that a term is found across <em> and the like.
//
//   <p>They speak of <em>structural</em> racism.</p>      one run: "They speak of structural racism."
//                    └──────────┬─────────┘               one button, around the <em> and a part of the text after it
//
// A text node that is split stays in its place with the part before the term; undoing gives it its whole text back.

import { isWrappable, unwrap, wrap } from "./wrap.js";

/** @import { TermMatch } from "../api/types.js" */
/** @import { Wrapped } from "./wrap.js" */

/** Elements within which a sentence runs on. Whatever isn't among them ends a run. */
const INLINE = new Set(
  "A ABBR B BDI BDO CITE DATA DEL DFN EM FONT I INS MARK Q S SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(" "),
);

/** Where a button would be wrong, or where the text is not prose. */
const NEVER = [
  "a,button,label,summary,legend,input,textarea,select,option,nav",
  "[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=heading]",
  "h1,h2,h3,h4,h5,h6,code,pre,kbd,samp,script,style,noscript,template",
  "svg,math,iframe,object,audio,video,canvas",
  "[contenteditable]:not([contenteditable=false]),[aria-hidden=true],[hidden],[inert]",
  "equity-catalog,equity-glossary,equity-popup",
].join(",");

/** Headings and these begin a new section, in which a term may be marked again. */
const SECTION = "section,article";
const HEADING = "h1,h2,h3,h4,h5,h6";

/**
 * @typedef {object} Run
 * @property {Text[]} nodes
 * @property {object} section  the same object for all runs of one section
 */

/**
 * @typedef {object} Task
 * @property {string} select
 * @property {string} exclude
 * @property {"first" | "section" | "all"} occurrences
 * @property {(text: string) => TermMatch[]} find
 * @property {(term: string) => HTMLElement} trigger  makes the button for a term
 */

/**
 * @param {Document | ShadowRoot} scope
 * @param {Task} task
 * @returns {() => void} gives the page back as it was
 */
export function annotate(scope, task) {
  const never = task.exclude ? `${NEVER},${task.exclude}` : NEVER;
  const roots = [...scope.querySelectorAll(task.select)].filter(
    (root) => !root.parentElement?.closest(task.select) && !root.closest(never),
  );
  const page = {};
  const runs = roots.flatMap((root) => runsOf(root, never));
  /** @type {Map<object, Set<string>>} */
  const seen = new Map();
  /** @type {Wrapped[]} */
  const done = [];
  for (const { nodes, section } of runs) {
    const place = task.occurrences === "first" ? page : section;
    const known = seen.get(place) ?? new Set();
    seen.set(place, known);
    const matches = task.find(nodes.map(({ data }) => data).join(""));
    if (matches.length === 0 || !isVisible(nodes[0])) continue;
    const wanted = matches.filter((found) => {
      if ((task.occurrences !== "all" && known.has(found.term)) || !isWrappable(nodes, found)) return false;
      known.add(found.term);
      return true;
    });
    // From the last to the first, so that what is wrapped doesn't move what is still to be wrapped.
    for (const found of wanted.reverse()) done.push(wrap(nodes, found, task.trigger(found.term)));
  }
  return () => {
    for (const wrapped of done.reverse()) unwrap(wrapped);
  };
}

/**
 * The runs of text below an element, in the order of the page.
 *
 * @param {Element} root
 * @param {string} never
 * @returns {Run[]}
 */
function runsOf(root, never) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {object[]} */
  const sections = [{}];
  /** @type {Text[]} */
  let nodes = [];
  const end = () => {
    if (nodes.some(({ data }) => data.trim() !== "")) runs.push({ nodes, section: sections.at(-1) ?? root });
    nodes = [];
  };
  /** @param {Node} parent */
  const walk = (parent) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) nodes.push(node);
      else if (node instanceof Element) enter(node);
    }
  };
  /** @param {Element} element */
  const enter = (element) => {
    const goesOn = INLINE.has(element.tagName) && !element.matches(never);
    if (goesOn) return walk(element);
    end();
    if (element.matches(HEADING)) sections.splice(-1, 1, {});
    if (element.matches(never)) return undefined;
    if (element.matches(SECTION)) sections.push({});
    walk(element);
    end();
    if (element.matches(SECTION)) sections.pop();
    return undefined;
  };
  walk(root);
  end();
  return runs;
}

/** @param {Text | undefined} node */
function isVisible(node) {
  return node?.parentElement?.checkVisibility?.() ?? true;
}
