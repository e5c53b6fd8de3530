// The style sheets behind "Change its look": one holds what the reader has changed, one outlines a part. Constructable
// sheets, as the elements use them, so the strictest policy lets them through. Also the same rules as text to copy.

/** @import { Rule } from "./look-list.js" */

/** Where the examples stand: the rest of the page keeps its look. */
const SCOPE = "#examples";

/** @type {Record<string, string>} */
const TRIED_AS = { color: "color", font: "font-family", length: "inline-size" };

/**
 * Whether a browser would take the value.
 *
 * @param {string} kind
 * @param {string} value
 */
export function holds(kind, value) {
  return CSS.supports(TRIED_AS[kind] ?? "color", value);
}

export class LookSheet {
  #changes = new CSSStyleSheet();
  #outline = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#changes, this.#outline];
  }

  /**
   * Values are set through the rule's own style, so that none of them can end it and start another.
   *
   * @param {Rule[]} rules
   */
  change(rules) {
    this.#changes.replaceSync("");
    for (const [selector, declarations] of rules) {
      const scoped = selector === ":root" ? SCOPE : selector.split(", ").map((each) => `${SCOPE} ${each}`).join(", ");
      const index = this.#changes.insertRule(`${scoped} {}`, this.#changes.cssRules.length);
      const rule = /** @type {CSSStyleRule} */ (this.#changes.cssRules[index]);
      for (const [name, value] of Object.entries(declarations)) rule.style.setProperty(name, value);
    }
  }

  /** @param {string | undefined} part  nothing is outlined without one */
  outline(part) {
    const tags = ["equity-catalog", "equity-glossary", "equity-popup"];
    const selector = tags.map((tag) => `${SCOPE} ${tag}::part(${part})`).join(", ");
    // Inside the part where it can, since a box that scrolls cuts off what lies outside.
    this.#outline.replaceSync(part ? `${selector} { outline: 3px solid var(--shown) !important; outline-offset: -1px !important; }` : "");
  }
}

/** @param {Rule[]} rules */
export function cssText(rules) {
  const texts = rules.map(([selector, declarations]) => {
    const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};\n`);
    return `${selector.replace(/, /gu, ",\n")} {\n${lines.join("")}}`;
  });
  return texts.join("\n");
}
