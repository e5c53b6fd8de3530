// Two accessibility engines over the page as it stands. They find different things: axe sees into shadow roots and
// measures contrast; HTML_CodeSniffer refuses a field whose only name is a placeholder, which axe lets pass.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @typedef {import("./driver/page.mjs").Page} Page */

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const HTMLCS = readFileSync(require.resolve("html_codesniffer/build/HTMLCS.js"), "utf8");

/** Every rule of WCAG 2.2 A and AA, and axe's good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe has against the page, one line a finding.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function axe(page) {
  await page.evaluate(`void (() => { ${AXE} })()`);
  return page.ask(async (_, tags) => {
    const { axe } = /** @type {any} */ (globalThis);
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => {
      const reason = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      return `axe ${rule.id}: ${rule.help}: ${node.target.flat().join(" >> ")}: ${reason}`;
    }));
  }, TAGS);
}

/**
 * What HTML_CodeSniffer has against the page (WCAG2AA, errors). It can't see into shadow roots, so the page is first
 * replaced by a flat copy of what is shown: the last thing that a test may do with a page.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function htmlcs(page) {
  await page.ask(flatten);
  await page.evaluate(`void (() => { ${HTMLCS}; Object.assign(globalThis, { HTMLCS }); })()`);
  return page.ask(async () => {
    const { HTMLCS } = /** @type {any} */ (globalThis);
    await new Promise((done, fail) => HTMLCS.process("WCAG2AA", document, done, fail));
    const errors = HTMLCS.getMessages().filter(
      // The copy has lost the colours of the shadow roots, and axe has measured the real ones.
      (/** @type {any} */ message) => message.type === HTMLCS.ERROR && !message.code.includes("Guideline1_4.1_4_3."),
    );
    return errors.map((/** @type {any} */ { code, msg, element }) => `htmlcs ${code}: ${msg}: ${element?.outerHTML?.slice(0, 200)}`);
  });
}

/**
 * Runs in the page: puts a copy of the composed tree in the body's place, without shadow roots or custom elements.
 * Ids are told apart by a number for each root, and what refers to them follows.
 * @param {import("./driver/inside.mjs").Inside} $
 */
function flatten($) {
  const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
  /** @type {Map<Node, number>} */
  const roots = new Map([[document, 0]]);
  /** @param {Node} node @param {string} id */
  const renamed = (node, id) => {
    const root = node.getRootNode();
    if (!roots.has(root)) roots.set(root, roots.size);
    return root === document ? id : `${id}-in-${roots.get(root)}`;
  };
  /** @param {Node} node @returns {Node[]} */
  const copies = (node) => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    if (!(node instanceof Element) || node.localName === "script") return [];
    const inner = $.childrenOf(node).flatMap(copies);
    if (node.localName === "slot") return inner;
    if (getComputedStyle(node).display === "none") return [];
    const copy = node.localName.includes("-") ? document.createElement("div") : /** @type {Element} */ (node.cloneNode(false));
    if (node.localName.includes("-")) copy.setAttribute("class", node.localName);
    if (node.id) copy.id = renamed(node, node.id);
    for (const attribute of REFERENCES) {
      const ids = node.getAttribute(attribute);
      if (ids) copy.setAttribute(attribute, ids.split(/\s+/).map((id) => renamed(node, id)).join(" "));
    }
    const hash = node.getAttribute("href");
    if (hash?.startsWith("#") && hash.length > 1) copy.setAttribute("href", `#${renamed(node, hash.slice(1))}`);
    copy.append(...inner);
    return [copy];
  };
  document.body.replaceWith(...copies(document.body));
}
