// Building elements without markup strings.
//
// Everything that the widget shows passes through here: nodes are made one by one, so that text from a catalog can only
// ever be text, and pages that demand Trusted Types have nothing to object to.

/** @typedef {Node | string | false | null | undefined} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */

/**
 * Makes an element. Attributes that are false, null or undefined are left out; true gives an empty attribute.
 * Children that are false, null or undefined are left out too, so conditions can stand in line.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if ((value ?? false) !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...present(children));
  return made;
}

/**
 * Makes a button that says in `data-act` what it does; one listener of its widget does it.
 *
 * @param {string} act
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export function control(act, attributes, ...children) {
  return element("button", { type: "button", "data-act": act, ...attributes }, ...children);
}

/**
 * Makes a heading of the level that the page asks for. HTML has no seventh level: deeper ones stay at six.
 *
 * @param {number} level
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export function heading(level, attributes, ...children) {
  const name = /** @type {"h1" | "h2" | "h3" | "h4" | "h5" | "h6"} */ (`h${Math.min(level, 6)}`);
  return element(name, attributes, ...children);
}

/**
 * What nobody sees and what draws over its neighbours: of all that Unicode lets programs ignore (overrides of direction, spaces of no width, tags,
 * fillers) everything but joiners, variants, marks of direction and isolates, which scripts, emoji and our own words need; accents behind six others; and
 * ideographic spaces behind two others, which browsers hang out of the line, however many there are. What is ignored between them doesn't part them.
 */
const UNSEEN = /\p{M}(?<=(\p{M}\p{DI}*?){7})|\u3000(?<=(\u3000\p{DI}*?){3})|(?![\u200c-\u200f\u2068\u2069\p{M}])\p{DI}/gu;

/** Where what is one character to a browser may be longer than any script’s: letters of ASCII are joined to nothing, but for what stands behind. */
const JOINED = /.?[^\0-~]{12,}/gu;

/** @type {Intl.Segmenter} */
let segmenter;

/**
 * A text in which a sign stands for what is joined endlessly, such as sixty people to one emoji: no browser breaks it, so the page would become as wide.
 *
 * @param {string} text
 */
function breakable(text) {
  if (!Intl.Segmenter) return text;
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(text)].map(({ segment }) => segment.replace(/.{13,}/u, "\ufffd")).join("");
}

/**
 * Children to append: texts without what could hide or reverse others. Offsets in texts are the engine's, so texts are cut first.
 *
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return children.filter(Boolean).map((/** @type {any} */ child) => (child.nodeType ? child : child.replace(UNSEEN, "").replace(JOINED, breakable)));
}

/**
 * The element that an event really began at, also inside shadow roots.
 *
 * @param {Event} event
 * @returns {Element | undefined}
 */
export function origin(event) {
  const [first] = event.composedPath();
  return first instanceof Element ? first : undefined;
}

/**
 * Moves keyboard focus to something that isn't a control, such as the heading of what has just appeared.
 *
 * @param {HTMLElement | null | undefined} target
 * @param {FocusOptions} [options]
 */
export function focusOn(target, options) {
  if (!target) return;
  target.tabIndex = -1;
  target.focus(options);
}

let counter = 0;

/** An id that no other element of this page has. @param {string} stem */
export function uniqueId(stem) {
  counter += 1;
  return `equity-${stem}-${counter}`;
}
