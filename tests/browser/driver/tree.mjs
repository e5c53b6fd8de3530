// A part of a page as a screen reader has it: an indented text of roles, names and states. `treeOf` is sent to the page
// with a question, like everything of inside.mjs, so it is whole in itself. It walks the composed tree by the same rules
// in every browser; what Chromium itself makes of the page is the cross-check (see snapshots.mjs).

/** @typedef {import("./inside.mjs").Inside} Inside */
/** @typedef {import("./inside.mjs").Target} Target */

/** @type {($: Inside, target: Target) => string} */
export const treeOf = ($, target) => {
  /** @type {Record<string, string>} */
  const MORE_ROLES = { p: "paragraph", dt: "term", dd: "definition", figure: "figure", hr: "separator", progress: "progressbar", img: "image", table: "table", tr: "row", td: "cell", th: "columnheader" };
  /** Read out as one thing: nothing inside is met by itself. */
  const WHOLE = new Set(["button", "checkbox", "radio", "searchbox", "textbox", "combobox", "option", "tab", "image", "separator", "progressbar"]);
  /** Whose name is their content: the content isn't told again, but for what is more than text in it. */
  const NAMED = new Set(["link", "heading"]);
  const UNNAMED = new Set(["listitem", "paragraph", "term", "definition", "list", "blockquote"]);

  /** @param {Element} element */
  const role = (element) => {
    const known = $.role(element);
    // A mark is text to every screen reader of today; as a thing of its own it would tear each line to pieces.
    if (known === "mark") return "generic";
    return known === "generic" && !element.hasAttribute("role") ? (MORE_ROLES[element.localName] ?? known) : known;
  };

  /** @param {Element} element @param {string} kind @returns {string[]} */
  const states = (element, kind) => {
    const given = (/** @type {string} */ name) => element.getAttribute(`aria-${name}`);
    const input = element instanceof HTMLInputElement ? element : undefined;
    const open = element.localName === "summary" ? /** @type {HTMLDetailsElement | null} */ (element.parentElement)?.open : undefined;
    const expanded = given("expanded") ?? (open === undefined ? undefined : String(open));
    const described = (given("describedby") ?? "").split(/\s+/u).filter(Boolean)
      .map((id) => /** @type {Document | ShadowRoot} */ (element.getRootNode()).getElementById(id)).map((each) => (each ? $.content(each) : "")).join(" ");
    const tick = given("checked") ?? (input?.indeterminate ? "mixed" : String(input?.checked));
    /** @type {(string | boolean | null | undefined)[]} */
    const said = [
      kind === "heading" && `level ${given("level") ?? element.localName.slice(1)}`,
      expanded && (expanded === "true" ? "expanded" : "collapsed"),
      (kind === "checkbox" || kind === "radio") && (tick === "true" ? "checked" : tick === "mixed" ? "mixed" : "unchecked"),
      given("pressed") === "true" && "pressed",
      given("selected") === "true" && "selected",
      given("current") && given("current") !== "false" && `current ${given("current")}`,
      given("haspopup") && `opens ${given("haspopup")}`,
      given("modal") === "true" && "modal",
      (given("disabled") === "true" || element.matches(":disabled")) && "disabled",
      given("invalid") === "true" && "invalid",
      (given("required") === "true" || element.matches(":required")) && "required",
      input && ["searchbox", "textbox", "combobox"].includes(kind) && input.value && `holds “${input.value}”`,
      described && `described by “${described}”`,
      kind !== "generic" && element.hasAttribute("lang") && `in ${element.getAttribute("lang")}`,
      $.active() === element && "focused",
    ];
    return said.filter((each) => typeof each === "string").filter((each) => each !== "");
  };

  /** @type {string[]} */
  const lines = [];
  let text = "";
  /** @param {number} depth */
  const flush = (depth) => {
    const said = $.squeeze(text);
    if (said) lines.push(`${"  ".repeat(depth)}“${said}”`);
    text = "";
  };

  /** @param {Node} node @param {number} depth @param {boolean} silent  whether its text was told as a name */
  const visit = (node, depth, silent) => {
    if (node instanceof Text) {
      const parent = node.parentElement;
      if (!silent && !(parent && !$.shown(parent))) text += node.data;
      return;
    }
    if (!(node instanceof Element) || ["script", "style", "template"].includes(node.localName)) return;
    const kind = role(node);
    // A status that is still empty is there all the same.
    if (!$.shown(node)) return;
    if (node.localName === "legend" || (node instanceof HTMLLabelElement && node.control)) {
      // Told as the name of what it stands for; a control inside of it isn't.
      for (const child of $.childrenOf(node)) visit(child, depth, true);
      return;
    }
    if (kind === "generic" || kind === "none" || kind === "presentation") {
      const block = !["inline", "contents"].includes(getComputedStyle(node).display);
      if (block) flush(depth);
      for (const child of $.childrenOf(node)) visit(child, depth, silent);
      if (block) flush(depth);
      return;
    }
    flush(depth);
    const name = UNNAMED.has(kind) ? $.squeeze(node.getAttribute("aria-label") ?? "") : $.name(node);
    lines.push(`${"  ".repeat(depth)}${[kind, name && `“${name}”`, ...states(node, kind)].filter(Boolean).join(", ").replace(/^(\S+), “/u, "$1 “")}`);
    if (WHOLE.has(kind)) return;
    for (const child of $.childrenOf(node)) visit(child, depth + 1, silent || NAMED.has(kind));
    flush(depth + 1);
  };

  for (const element of $.all(target)) visit(element, 0, false);
  return `${lines.join("\n")}\n`;
};
