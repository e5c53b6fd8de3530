// How the inside of a widget looks, as numbers: where each of its elements lies and what the browser computed for it. Two
// looks at the same thing are compared, one with a page's styles and one without; what differs, the page has reached.

/** @typedef {import("./driver/page.mjs").Page} Page */
/** @typedef {import("./driver/inside.mjs").Target} Target */
/** @typedef {import("./driver/inside.mjs").Inside} Inside */
/** What was computed, by where in the widget: `div.body > p.note:2` is the second child of the body. @typedef {Record<string, Record<string, string>>} Look */

/** What must be the same. Custom properties and what follows from the box (block-size, perspective-origin) are left out. */
const PROPERTIES = [
  "display", "position", "float", "visibility", "opacity", "box-sizing", "overflow-x", "overflow-y", "z-index", "vertical-align", "pointer-events",
  "margin-top", "margin-right", "margin-bottom", "margin-left", "padding-top", "padding-right", "padding-bottom", "padding-left",
  "border-top", "border-right", "border-bottom", "border-left", "border-top-left-radius", "box-shadow", "outline-style", "background-color", "background-image",
  "color", "-webkit-text-fill-color", "font-family", "font-size", "font-weight", "font-style", "font-variant-caps", "line-height", "letter-spacing", "word-spacing",
  "text-transform", "text-align", "text-indent", "text-shadow", "text-decoration-line", "text-decoration-color", "white-space", "word-break", "overflow-wrap",
  "hyphens", "line-break", "list-style-type", "list-style-position", "cursor", "appearance", "quotes", "transform", "rotate", "direction", "max-width", "min-width",
];

/** What a page around may well decide: the type, its colour, its spacing. Everything else of the inside is the widget's. */
export const GIVEN = [
  "font-family", "font-size", "font-weight", "line-height", "letter-spacing", "word-spacing", "color", "color-scheme",
];

/**
 * Every shown element inside of the first shadow root that a target names, once nothing moves any more; boxes count from
 * the widget's own corner.
 * @param {Page} page
 * @param {Target} target
 * @returns {Promise<Look>}
 */
export const lookInside = (page, target) => page.ask(measured, target, PROPERTIES);

/**
 * What differs, one line a thing: at most a few for each element, outermost first, since the rest follows from those.
 * @param {Look} expected
 * @param {Look} actual
 */
export function differences(expected, actual) {
  const paths = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  /** @param {string} path @param {string} name */
  const differs = (path, name) => !same(expected[path]?.[name] ?? "", actual[path]?.[name] ?? "");
  return paths.flatMap((path) => {
    const [was, is] = [expected[path], actual[path]];
    if (!was || !is) return [`${path}: ${is ? "is shown here only" : "is not shown"}`];
    // What differs in the parent too is told there.
    const parent = path.slice(0, Math.max(path.lastIndexOf(" > "), 0));
    const other = Object.keys(was).filter((name) => differs(path, name) && !(parent in expected && differs(parent, name)));
    return other.length ? [`${path}: ${other.slice(0, 6).map((name) => `${name} is ${is[name]}, not ${was[name]}`).join("; ")}`] : [];
  });
}

/** Equal, or as good as: lengths may differ by less than a device's pixel, for browsers round where a box begins. @param {string} one @param {string} other */
function same(one, other) {
  if (one === other) return true;
  const number = /-?\d+(?:\.\d+)?(?=px|$| )/gu;
  if (one.replace(number, "") !== other.replace(number, "")) return false;
  const others = other.match(number) ?? [];
  return (one.match(number) ?? []).every((value, index) => Math.abs(Number(value) - Number(others[index])) < 0.6);
}

/** Runs in the page. @type {($: Inside, target: Target, properties: string[]) => Promise<Look>} */
async function measured($, target, properties) {
  const root = $.one(target).shadowRoot;
  if (!root) throw new Error(`${JSON.stringify(target)} has no shadow root`);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.all([...document.getAnimations(), ...root.getAnimations()].map(({ finished }) => finished.catch(() => {})));
  const first = [...root.children].find((child) => child.getBoundingClientRect().width > 1) ?? root.children[0];
  const corner = first?.getBoundingClientRect();
  /** @type {Record<string, Record<string, string>>} */
  const look = {};
  /** @param {Element} parent @param {string} path @param {{ x: number, y: number } | undefined} corner */
  const visit = (parent, path, corner) => {
    for (const [index, child] of [...parent.children].entries()) {
      const at = `${path} > ${child.localName}${child.classList.length ? `.${child.classList[0]}` : ""}:${index + 1}`.replace(/^ > /u, "");
      const { x, y, width, height } = child.getBoundingClientRect();
      // What is there for ears only is a pixel wide and looks like nothing.
      if (!$.shown(child) || (width === 1 && height === 1)) continue;
      const style = getComputedStyle(child);
      // What is fixed stands where the window is, not where the widget is.
      const from = style.position === "fixed" ? { x, y } : corner;
      const box = [x - (from?.x ?? 0), y - (from?.y ?? 0), width, height].map((value) => value.toFixed(1)).join(" ");
      look[at] = { "x, y, width, height": box, ...Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)])) };
      visit(child, at, from);
    }
  };
  visit(/** @type {Element} */ (/** @type {unknown} */ (root)), "", corner);
  return look;
}
