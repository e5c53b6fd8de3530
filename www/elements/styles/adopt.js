// Constructable style sheets: the one way to bring styles that the strictest Content-Security-Policy lets through.

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Made on first use, so that loading this file on a server does no harm, and shared by all elements.
 *
 * @param {string} css
 */
function sheet(css) {
  let made = sheets.get(css);
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(css, made);
  }
  return made;
}

/**
 * Adds style sheets to a document or a shadow root; adding one twice changes nothing.
 *
 * @param {Document | ShadowRoot} root
 * @param {...string} styles
 */
export function adopt(root, ...styles) {
  const added = styles.map(sheet).filter((one) => !root.adoptedStyleSheets.includes(one));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...added];
}
