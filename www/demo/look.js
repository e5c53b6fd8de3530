// "Change its look": fields for the custom properties, ready looks, the table of parts, and the CSS that comes of it.
//
// Every change is seen at once on real elements. Names and words stand in look-list.js, style sheets in look-sheet.js.

import { copying } from "./copying.js";
import { LOOKS, PARTS, PROPERTIES } from "./look-list.js";
import { cssText, holds, LookSheet } from "./look-sheet.js";

/** @import { Look, Part, Property, Rule } from "./look-list.js" */

const named = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const example = /** @type {HTMLSelectElement} */ (named("example"));
const examples = named("examples");
const css = named("css");
const copied = named("copied");
const said = named("part-said");
const sheet = new LookSheet();

/** @type {Map<string, HTMLInputElement>} */
const fields = new Map();
/** @type {Map<string, HTMLInputElement>} */
const pickers = new Map();
/** @type {Rule[]} */
let extras = [];
/** The part that stays outlined. @type {Part | undefined} */
let chosen;

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** @param {Property} property */
function fieldOf({ name, kind, usual, what }) {
  const id = name.slice(2);
  const text = make("input", { id, type: "text", spellcheck: "false", autocapitalize: "none", "aria-describedby": `${id}-hint ${id}-wrong` });
  if (kind === "font") text.setAttribute("list", "fonts");
  const wrong = make("p", { class: "wrong", id: `${id}-wrong`, role: "status" });
  const row = make("div", { class: "pick" }, text);
  if (kind === "color") {
    const picker = make("input", { type: "color", value: usual, "aria-label": `Pick ${name}` });
    picker.addEventListener("input", () => {
      text.value = picker.value;
      apply();
    });
    pickers.set(name, picker);
    row.append(picker);
  }
  text.addEventListener("input", apply);
  fields.set(name, text);
  const hint = kind === "color" ? what : `${what}. Usual: ${usual}`;
  return make("div", { class: "field" }, make("label", { for: id }, make("code", {}, name)), row, make("p", { class: "hint", id: `${id}-hint` }, `${hint}.`), wrong);
}

/** What the reader has set, without what no browser would take. */
function properties() {
  /** @type {Record<string, string>} */
  const set = {};
  for (const { name, kind } of PROPERTIES) {
    const field = fields.get(name);
    const value = field?.value.trim() ?? "";
    const wrong = value !== "" && !holds(kind, value);
    if (field && wrong) field.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
    const complaint = wrong ? `This isn’t a ${kind} that browsers understand, so it is left out.` : "";
    const place = named(`${name.slice(2)}-wrong`);
    if (place.textContent !== complaint) place.textContent = complaint;
    if (value !== "" && !wrong) set[name] = value;
  }
  return set;
}

function apply() {
  const set = properties();
  /** @type {Rule[]} */
  const rules = [...(Object.keys(set).length > 0 ? [/** @type {Rule} */ ([":root", set])] : []), ...extras];
  for (const [name, picker] of pickers) {
    const value = set[name] ?? PROPERTIES.find((property) => property.name === name)?.usual ?? "";
    if (/^#[0-9a-f]{6}$/iu.test(value)) picker.value = value;
  }
  sheet.change(rules);
  css.textContent = cssText(rules) || "/* Nothing is changed yet. */";
  copied.textContent = "";
  const [pressed] = LOOKS.filter((look) => look.rules === extras && sameValues(look.properties, set));
  for (const button of named("looks").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.textContent === pressed?.name));
  }
  if (example.value === "popup") openPopup();
}

/**
 * @param {Record<string, string>} one
 * @param {Record<string, string>} other
 */
function sameValues(one, other) {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}

/** @param {Look} look */
function take(look) {
  extras = look.rules;
  for (const [name, field] of fields) field.value = look.properties[name] ?? "";
  apply();
}

// The examples.

function show() {
  for (const child of examples.children) {
    // Words in hidden text aren't marked, so that example may only be hidden when it is done.
    const waits = child.id === "popup-example" && !child.querySelector(".equity-term");
    /** @type {HTMLElement} */ (child).hidden = child.id !== `${example.value}-example` && !waits;
  }
  if (example.value === "popup") openPopup();
}

/** A popup that isn't open already: opening it moves no focus. */
function openPopup() {
  if (!document.querySelector("equity-popup")) examples.querySelector(/** @type {"button"} */ ("button.equity-term"))?.click();
}

/** Results need a search: done as a reader does it, with a word and a filter. */
function search() {
  const widget = /** @type {import("../elements/equity-catalog.js").EquityCatalog} */ (named("results-example"));
  widget.go({ query: "network", filters: { kind: "Resource" } });
}

/** Every place where a part stands in the example that is shown. @param {string} part */
function places(part) {
  const roots = [...examples.querySelectorAll("*")].flatMap((node) => node.shadowRoot ?? []);
  return roots.flatMap((root) => [...root.querySelectorAll(`[part~="${part}"]`)]).filter((node) => node.checkVisibility());
}

// The table of parts.

const TAGS = { section: "equity-catalog", results: "equity-catalog", glossary: "equity-glossary", popup: "equity-popup" };

/** @param {Part} part */
function choose(part) {
  chosen = chosen === part ? undefined : part;
  for (const row of named("parts").querySelectorAll("button")) {
    row.setAttribute("aria-pressed", String(row.textContent === chosen?.name));
  }
  sheet.outline(chosen?.name);
  if (!chosen) {
    said.textContent = "";
    return;
  }
  if (places(part.name).length === 0 && example.value !== part.example) {
    example.value = part.example;
    show();
  } else if (example.value === "popup") openPopup();
  tell(part);
}

/**
 * Says where a part is. What a popup shows is fetched when the first one opens, so it may take a moment.
 *
 * @param {Part} part
 * @param {number} [patience]  in frames
 */
function tell(part, patience = 60) {
  if (chosen !== part) return;
  const found = places(part.name);
  if (found.length === 0 && example.value === "popup" && patience > 0) {
    requestAnimationFrame(() => tell(part, patience - 1));
    return;
  }
  found[0]?.scrollIntoView({ block: "nearest" });
  const where = found.length > 0 ? `outlined ${found.length === 1 ? "once" : `${found.length} times`}` : `not there yet; it comes when ${part.when ?? "there is one"}`;
  said.textContent = `${TAGS[part.example]}::part(${part.name}): ${where}.`;
}

/** @param {Part} part */
function rowOf(part) {
  const button = make("button", { type: "button", "aria-pressed": "false" }, make("code", {}, part.name));
  const row = make("tr", {}, make("th", { scope: "row" }, button), make("td", {}, part.what));
  button.addEventListener("click", () => choose(part));
  for (const event of ["pointerenter", "focusin"]) row.addEventListener(event, () => sheet.outline(part.name));
  for (const event of ["pointerleave", "focusout"]) row.addEventListener(event, () => sheet.outline(chosen?.name));
  return row;
}

named("fields").append(...PROPERTIES.map(fieldOf));
named("looks").append(
  ...LOOKS.map((look) => {
    const button = make("button", { type: "button", "aria-pressed": "false" }, look.name);
    button.addEventListener("click", () => take(look));
    return button;
  }),
);
named("parts").append(...PARTS.map(rowOf));
named("tools").hidden = false;
extras = LOOKS[0]?.rules ?? [];
example.addEventListener("change", show);
named("results-example").addEventListener("equity-catalog:ready", search);
named("popup-example").addEventListener("equity-catalog:ready", show);
copying(named("copy"), css, copied);
show();
apply();
