// What a test may ask of a page, from inside the page. `inside` is sent to the browser as source text with every
// question, so it must be whole in itself: no imports, nothing from around it.
//
// It looks at a page as a reader meets it: the composed tree (into shadow roots, through slots), only what is shown,
// found by role and accessible name. Names follow the W3C's accessible name computation as far as these pages need it.

/**
 * How a test names a thing on the page: by role and name, by a CSS selector, or both. `within` narrows the search.
 * A name that is a string must be equal; `{ pattern }` is a regular expression.
 * @typedef {object} Target
 * @property {string} [role]
 * @property {string | { pattern: string }} [name]
 * @property {string} [css]
 * @property {string} [text]    the whole visible text
 * @property {Target} [within]
 * @property {number} [nth]     0 is the first; negative counts from the end
 * @property {boolean} [hidden] also what is not shown
 */

/** @typedef {ReturnType<typeof inside>} Inside */

export function inside() {
  /** @type {Record<string, string>} */
  const ROLES = {
    button: "button", summary: "button", nav: "navigation", search: "search", main: "main", ul: "list", ol: "list",
    li: "listitem", fieldset: "group", details: "group", dialog: "dialog", output: "status", article: "article",
    header: "banner", footer: "contentinfo", textarea: "textbox", select: "combobox", mark: "mark", blockquote: "blockquote",
    h1: "heading", h2: "heading", h3: "heading", h4: "heading", h5: "heading", h6: "heading",
  };
  /** @type {Record<string, string>} */
  const INPUTS = { search: "searchbox", checkbox: "checkbox", radio: "radio", button: "button", submit: "button" };
  const NAMED_BY_CONTENT = new Set(["button", "link", "heading", "checkbox", "radio", "listitem", "mark", "tab", "option"]);

  /**
   * Every element below a node in the composed tree, in the order in which it is laid out.
   * @param {Document | ShadowRoot | Element} node
   * @returns {Generator<Element>}
   */
  function* walk(node) {
    for (const child of childrenOf(node)) {
      if (!(child instanceof Element)) continue;
      yield child;
      yield* walk(child);
    }
  }

  /** @param {Node} node @returns {Node[]} */
  function childrenOf(node) {
    if (node instanceof HTMLSlotElement && node.assignedNodes().length) return node.assignedNodes();
    if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
    return [...node.childNodes];
  }

  /** @param {Element} element @returns {Element | null} */
  function parentOf(element) {
    if (element.assignedSlot) return element.assignedSlot;
    const parent = element.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }

  /** @param {Element} element */
  function shown(element) {
    for (let at = /** @type {Element | null} */ (element); at; at = parentOf(at)) {
      if (at.getAttribute("aria-hidden") === "true" || at.hasAttribute("inert")) return false;
    }
    if (getComputedStyle(element).display === "contents") return true;
    return element.checkVisibility({ visibilityProperty: true });
  }

  /** @param {Element} element @returns {string} */
  function role(element) {
    const given = element.getAttribute("role");
    if (given) return given;
    const tag = element.localName;
    if (tag === "a") return element.hasAttribute("href") ? "link" : "generic";
    if (element instanceof HTMLInputElement) return INPUTS[element.type] ?? "textbox";
    if (tag === "section") return labelled(element) ? "region" : "generic";
    return ROLES[tag] ?? "generic";
  }

  /** @param {Element} element @returns {string} */
  function labelled(element) {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    const texts = ids.map((id) => root.getElementById(id)).map((label) => (label ? content(label) : ""));
    return squeeze(texts.join(" ")) || squeeze(element.getAttribute("aria-label") ?? "");
  }

  /** @param {Element} element @returns {string} */
  function name(element) {
    const given = labelled(element);
    if (given) return given;
    if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) {
      const label = squeeze([...(element.labels ?? [])].map((each) => pieces(each, element)).join(" "));
      if (label) return label;
    }
    if (element instanceof HTMLFieldSetElement) {
      const legend = element.querySelector(":scope > legend");
      if (legend) return content(legend);
    }
    if (element instanceof HTMLImageElement) return element.alt;
    const own = NAMED_BY_CONTENT.has(role(element)) ? content(element) : "";
    return own || squeeze(element.getAttribute("title") ?? "");
  }

  /**
   * The text of a node as it is read out: shown parts only, a space around whatever is not inline.
   * @param {Node} node
   * @returns {string}
   */
  function content(node) {
    return squeeze(pieces(node));
  }

  /** @param {Node} node @param {Element} [without]  a list that stands in its own label @returns {string} */
  function pieces(node, without) {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node === without) return "";
    if (node.getAttribute("aria-hidden") === "true" || ["script", "style", "template"].includes(node.localName)) return "";
    const display = getComputedStyle(node).display;
    if (display === "none") return "";
    const text = childrenOf(node).map((child) => pieces(child, without)).join("");
    return display === "inline" || display === "contents" ? text : ` ${text} `;
  }

  /** @param {string} text */
  function squeeze(text) {
    return text.replace(/\s+/gu, " ").trim();
  }

  /**
   * Every element that a target names.
   * @param {Target} target
   * @returns {Element[]}
   */
  function all(target) {
    const roots = target.within ? all(target.within) : [document];
    const wanted = target.name;
    const found = roots.flatMap((root) => [...walk(root)]).filter((element) => {
      if (target.css && !element.matches(target.css)) return false;
      if (target.role && role(element) !== target.role) return false;
      if (!target.hidden && !shown(element)) return false;
      if (target.text !== undefined && content(element) !== target.text) return false;
      if (wanted === undefined) return true;
      return typeof wanted === "string" ? name(element) === wanted : new RegExp(wanted.pattern, "u").test(name(element));
    });
    return target.nth === undefined ? found : found.slice(target.nth, target.nth + 1 || undefined);
  }

  /**
   * The first element that a target names; an error when there is none.
   * @param {Target} target
   * @returns {Element}
   */
  function one(target) {
    const [first] = all(target);
    if (!first) throw new Error(`nothing on the page is ${JSON.stringify(target)}`);
    return first;
  }

  /** The element that has the focus, however many shadow roots down. @returns {Element | null} */
  function active() {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  }

  /** What a test wants to know of an element. @param {Element | null} element */
  function describe(element) {
    if (!element) return { tag: "", role: "", name: "", id: "" };
    return { tag: element.localName, role: role(element), name: name(element), id: element.id };
  }

  /** @param {number} x @param {number} y @returns {Element | null} */
  function hit(x, y) {
    let at = document.elementFromPoint(x, y);
    for (let host = null; at?.shadowRoot && at !== host; ) {
      host = at;
      at = at.shadowRoot.elementFromPoint(x, y) ?? at;
    }
    return at;
  }

  /** @param {Element} outer @param {Element | null} inner */
  function holds(outer, inner) {
    for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
    return false;
  }

  /**
   * Where to put the pointer to meet an element: its first line box's centre, once it is in view and has stopped moving.
   * @param {Target} target
   */
  async function point(target) {
    const element = one(target);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const box = () => element.getClientRects()[0] ?? element.getBoundingClientRect();
    const centre = () => {
      const { left, top, width, height } = box();
      return { x: Math.floor(left + width / 2), y: Math.floor(top + height / 2) };
    };
    const meets = () => {
      const met = hit(centre().x, centre().y);
      return holds(element, met) || met?.closest("label")?.control === element;
    };
    // Out of view may be out of the window or of a box that scrolls by itself. Where the page itself is still on its way to another place, it is come back from.
    for (let rounds = 0; rounds === 0 || (rounds < 5 && !meets()); rounds++) {
      if (!meets()) element.scrollIntoView({ block: "center", behavior: "instant" });
      for (let last = "", tries = 0; tries < 60; tries++) {
        await frame();
        const now = JSON.stringify(box());
        if (now === last) break;
        last = now;
      }
    }
    const { x, y } = centre();
    if (!meets()) throw new Error(`${JSON.stringify(target)} is covered by ${JSON.stringify(describe(hit(x, y)))} at ${x},${y}`);
    return { x, y };
  }

  return { walk, parentOf, childrenOf, shown, role, name, content, squeeze, all, one, active, describe, hit, holds, point };
}
