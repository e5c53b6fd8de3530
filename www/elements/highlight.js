// Terms in text that is not ours to change, since a framework owns it: their words are painted by the browser, no node of the page is
// touched, and the element lists them, each a button with its popup. Where a browser can't paint, the list is there all the same.
//
// A click on painted words opens the popup too. That is sugar for those who point: a button lies over the words then, and goes again.

import { afterwards } from "./afterwards.js";
import { annotate } from "./annotate.js";
import { triggersOf } from "./annotating.js";
import { element, present, uniqueId } from "./dom.js";
import { changesOf, isWithin, readAgain } from "./later.js";
import { enHighlight } from "./strings/en-highlight.js";
import { adopt } from "./styles/adopt.js";
import { highlightStyles, paintStyles } from "./styles/highlight.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { Annotation, Nodes, Scope } from "./annotate.js" */
/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Status } from "./status.js" */

/** @typedef {{ term: string, range: StaticRange, nodes: Text[] }} Painted */
/** @typedef {{ start: number, end: number, painted: Painted }} Piece  in the offsets of a text node */

/**
 * @param {EquityGlossary} host
 * @param {Catalog} catalog
 * @param {HTMLElement} body
 * @param {Status} _
 * @param {AbortSignal} signal
 */
export function show(host, catalog, body, _, signal) {
  const { words } = host;
  words.learn(enHighlight);
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  adopt(root, highlightStyles);
  const triggers = triggersOf(host, catalog, signal, root);
  const list = new TermList(catalog, (term) => triggers.make(term), (count) => words.say("termsOnPage", { count }));
  body.replaceChildren(list.content);
  // The list is what is printed as notes: painted words can't have numbers.
  afterwards(triggers, root, body, signal);
  // The reader may have turned popups off meanwhile.
  if (signal.aborted) return undefined;
  const paint = new Paint(/** @type {Scope} */ (host.getRootNode()));
  /** @param {Iterable<Painted>} marks */
  const unmark = (marks) => {
    for (const { term } of paint.remove(marks)) list.remove(term);
  };
  const undo = annotate(host, catalog, body, signal, {
    mark: (nodes, start, end, text, term) => {
      const painted = paint.add(nodes, start, end, text, term);
      if (painted) list.add(term);
      return painted;
    },
    unmark,
    follow: async () => (records, annotation) => follow(records, annotation, unmark),
  });
  document.addEventListener("click", (event) => pointed(event, paint, body, (term) => triggers.make(term)), { signal });
  return () => {
    undo();
    paint.end();
  };
}

/** The words that are painted. One entry in the browser's registry belongs to each element. */
class Paint {
  #name = uniqueId("terms");
  #scope;
  /** @type {WeakMap<Node, Piece[]>} */
  #pieces = new WeakMap();
  /** @type {CSSStyleSheet | undefined} */
  #sheet;
  /** @type {Highlight | undefined} */
  #highlight;

  /** @param {Scope} scope */
  constructor(scope) {
    this.#scope = scope;
    if (!globalThis.CSS?.highlights) return;
    this.#highlight = new Highlight();
    CSS.highlights.set(this.#name, this.#highlight);
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(paintStyles(this.#name));
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, this.#sheet];
  }

  /**
   * @param {Nodes} nodes
   * @param {number} start
   * @param {number} end
   * @param {string} text
   * @param {string} term
   */
  add(nodes, start, end, text, term) {
    /** @type {[Text, number, number][]} */
    const covered = [];
    let offset = 0;
    for (const node of nodes) {
      const next = offset + (node?.length ?? 2);
      if (node && offset < end && next > start) covered.push([node, Math.max(start - offset, 0), Math.min(end, next) - offset]);
      offset = next;
    }
    const first = covered[0];
    const last = covered.at(-1);
    const isThere = covered.map(([node, from, to]) => node.data.slice(from, to)).join("") === text;
    const isFree = !covered.some(([node, from, to]) => this.#pieces.get(node)?.some((piece) => piece.start < to && from < piece.end));
    if (!first || !last || !isThere || !isFree) return undefined;
    const range = new StaticRange({ startContainer: first[0], startOffset: first[1], endContainer: last[0], endOffset: last[2] });
    const painted = { term, range, nodes: covered.map(([node]) => node) };
    for (const [node, from, to] of covered) {
      this.#pieces.set(node, [...(this.#pieces.get(node) ?? []), { start: from, end: to, painted }]);
    }
    this.#highlight?.add(range);
    return painted;
  }

  /** @param {Iterable<Painted>} marks */
  remove(marks) {
    const removed = [...marks];
    for (const painted of removed) {
      this.#highlight?.delete(painted.range);
      for (const node of painted.nodes) this.#pieces.set(node, (this.#pieces.get(node) ?? []).filter((piece) => piece.painted !== painted));
    }
    return removed;
  }

  /**
   * The painted words at a point of the window, and the line of them that is there.
   *
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    const caret = caretAt(x, y, this.#scope);
    const piece = caret && this.#pieces.get(caret.node)?.find(({ start, end }) => start <= caret.offset && caret.offset <= end);
    if (!piece) return undefined;
    const { startContainer, startOffset, endContainer, endOffset } = piece.painted.range;
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    // A caret is found for any point beside a line, too.
    const line = [...range.getClientRects()].find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
    return line && { term: piece.painted.term, text: `${range}`, line };
  }

  end() {
    globalThis.CSS?.highlights?.delete(this.#name);
    this.#scope.adoptedStyleSheets = this.#scope.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}

/** The terms that are on the page, in the order of the alphabet. */
class TermList {
  #title = element("summary");
  #list = element("ul", { role: "list" });
  content = element("details", { class: "page-terms", part: "page-terms", hidden: true }, this.#title, this.#list);
  /** How often each is marked, and its place in the list. @type {Map<string, { count: number, item: HTMLElement }>} */
  #terms = new Map();
  #isTelling = false;
  #glossary;
  #make;
  #say;
  #compare;

  /**
   * @param {Catalog} catalog
   * @param {(term: string) => HTMLElement} make
   * @param {(count: number) => string} say
   */
  constructor({ glossary, info }, make, say) {
    this.#glossary = glossary;
    this.#make = make;
    this.#say = say;
    this.#compare = new Intl.Collator(info.language).compare;
    this.#list.lang = info.language;
  }

  /** @param {string} id */
  add(id) {
    const known = this.#terms.get(id);
    if (known) {
      known.count += 1;
      return;
    }
    const name = this.#glossary.term(id)?.term ?? id;
    const button = this.#make(id);
    button.append(...present([name]));
    const item = element("li", {}, button);
    const items = this.#list.children;
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(items[middle]?.textContent ?? "", name) < 0) low = middle + 1;
      else high = middle;
    }
    this.#list.insertBefore(item, items[low] ?? null);
    this.#terms.set(id, { count: 1, item });
    this.#tell();
  }

  /** @param {string} id */
  remove(id) {
    const known = this.#terms.get(id);
    if (!known || --known.count > 0) return;
    this.#terms.delete(id);
    known.item.remove();
    this.#tell();
  }

  /** Once for all terms of a slice. */
  #tell() {
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      this.#title.textContent = this.#say(this.#terms.size);
      this.content.hidden = this.#terms.size === 0;
    });
  }
}

/**
 * The page's own changes: painted words in text that changed are given up, and found again where they are still there.
 *
 * @param {MutationRecord[]} records
 * @param {Annotation<Painted>} annotation
 * @param {(marks: Iterable<Painted>) => void} unmark
 */
function follow(records, annotation, unmark) {
  const changes = changesOf(records, annotation.select);
  const dropped = [...annotation.marks.keys()].filter(({ nodes }) =>
    nodes.some((node) => !node.isConnected || changes.altered.has(node) || isWithin(node, changes.gone)));
  readAgain(annotation, unmark, changes, dropped);
}

/**
 * @param {MouseEvent} event
 * @param {Paint} paint
 * @param {HTMLElement} body
 * @param {(term: string) => HTMLElement} make
 */
function pointed(event, paint, body, make) {
  const before = body.querySelector(".here");
  if (before && event.composedPath().includes(before)) return;
  before?.remove();
  const isPlain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const found = isPlain && (getSelection()?.isCollapsed ?? true) ? paint.at(event.clientX, event.clientY) : undefined;
  if (!found) return;
  const button = make(found.term);
  button.textContent = found.text;
  const here = element("div", { class: "here" }, button);
  body.append(here);
  const origin = here.getBoundingClientRect();
  const { left, top, width, height } = found.line;
  for (const [side, value] of Object.entries({ left: here.offsetLeft + left - origin.left, top: here.offsetTop + top - origin.top, width, height })) {
    here.style.setProperty(side, `${value}px`);
  }
  button.click();
}

/**
 * @param {number} x
 * @param {number} y
 * @param {Scope} scope
 * @returns {{ node: Node, offset: number } | undefined}
 */
function caretAt(x, y, scope) {
  const shadowRoots = scope instanceof ShadowRoot ? [scope] : [];
  const position = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
