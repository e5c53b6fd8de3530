// "Put it on your site": asks what a partner wants, shows it, and writes the lines to paste.
//
// The form's controls carry the names of the attributes. The choices also stand behind the # of the page's address, where
// a colleague can be sent them and no server sees them.

import { copying } from "./copying.js";
import { Preview } from "./preview.js";
import { NAMES, importMapOf, snippetOf, whatOf, wordpressOf } from "./snippet.js";

/** @import { Choices, Integrity } from "./snippet.js" */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */
/** @typedef {{ id: string, title: string }} Section */

/** How long the preview waits for the next letter. */
const PAUSE = 300;

const named = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = named("builder");
const controls = /** @type {Control[]} */ ([...form.querySelectorAll("select[name], input[name]")]);
const filters = /** @type {HTMLSelectElement} */ (named("filters"));
const boxes = /** @type {HTMLInputElement[]} */ ([...named("filter-names").querySelectorAll("input")]);
const snippet = named("snippet");
const copied = named("copied");
const preview = new Preview(named("preview"), named("sample"));

/** The address of the package as a page of another site would write it. */
const script = new URL("/pkg/elements.js", location.href).href;

/** What each of its files must be, once somebody asked. @type {Integrity | undefined} */
let integrity;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

// What each kind of field must hold; what it says when it doesn't, and is then left out.

/** @type {Record<string, [holds: (text: string) => boolean, otherwise: string]>} */
const RULES = {
  annotate: [isSelector, "Browsers don’t understand this selector, so it is left out."],
  exclude: [isSelector, "Browsers don’t understand this selector, so it is left out."],
  src: [isAddress, "This isn’t the address of a file, so it is left out."],
  "page-size": [(text) => /^[1-9]\d{0,3}$/u.test(text), "Only a whole number from 1 to 9999 can be used."],
};

/** @param {string} text */
function isSelector(text) {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text */
function isAddress(text) {
  return URL.canParse(text, document.baseURI) && /^https?:$/u.test(new URL(text, document.baseURI).protocol);
}

/** @param {Control} control */
function valueOf(control) {
  if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked ? "on" : "off";
  return control.value.trim();
}

/** What the control holds when nobody has touched it. @param {Control} control */
function usualOf(control) {
  if (control instanceof HTMLSelectElement) return control.querySelector("option[selected]")?.getAttribute("value") ?? "";
  if (control.type === "checkbox") return control.defaultChecked ? "on" : "off";
  return control.defaultValue;
}

/** What the form says, without what is usual and without what can't be used. @returns {Choices} */
function choices() {
  /** @type {Choices} */
  const chosen = {};
  for (const control of controls) {
    const value = valueOf(control);
    const [holds, otherwise] = RULES[control.name] ?? [() => true, ""];
    const wrong = value !== "" && !holds(value);
    if (control.name in RULES) complain(control, wrong ? otherwise : "");
    if (value !== usualOf(control) && !wrong && (value !== "" || control instanceof HTMLSelectElement)) chosen[control.name] = value;
  }
  if (filters.value === "none") chosen.filters = "";
  if (filters.value === "these") chosen.filters = boxes.filter((box) => box.checked).map((box) => box.value).join(" ");
  return chosen;
}

/**
 * @param {Control} control
 * @param {string} complaint
 */
function complain(control, complaint) {
  const place = document.getElementById(`${control.id}-wrong`);
  if (!place) return;
  if (complaint) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  if (place.textContent !== complaint) place.textContent = complaint;
}

/** Brings the form in line with choices from the page's address. @param {Choices} wanted */
function fill(wanted) {
  for (const control of controls) {
    const value = wanted[control.name] ?? usualOf(control);
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = value === "on";
    else if (control instanceof HTMLInputElement) control.value = value;
    else control.value = knows(control, value) ? value : usualOf(control);
  }
  filters.value = wanted.filters === undefined ? "" : wanted.filters ? "these" : "none";
  const names = (wanted.filters ?? "").split(/\s+/u);
  if (wanted.filters) for (const box of boxes) box.checked = names.includes(box.value);
  // Rarer choices must not be made in secret.
  const more = /** @type {HTMLDetailsElement} */ (named("more"));
  more.open ||= controls.some((control) => more.contains(control) && valueOf(control) !== usualOf(control));
}

/**
 * Whether a list has such a choice. The sections are known only when the catalog is open, so until then any will do.
 *
 * @param {HTMLSelectElement} list
 * @param {string} value
 */
function knows(list, value) {
  if ([...list.options].some((option) => option.value === value)) return true;
  if (list.name !== "section") return false;
  list.append(new Option(value, value));
  return true;
}

/** @param {Section[]} sections */
function offerSections(sections) {
  const list = /** @type {HTMLSelectElement} */ (named("section"));
  const chosen = list.value;
  const known = sections.some(({ id }) => id === chosen);
  const options = sections.map(({ id, title }) => new Option(title, id));
  if (chosen && !known) options.push(new Option(chosen, chosen));
  list.replaceChildren(list.options[0] ?? "", ...options);
  list.value = chosen;
}

/** @param {{ delay?: number, keep?: boolean }} [how]  when the preview follows; whether the page's address stays as it is */
function write({ delay = 0, keep = false } = {}) {
  const chosen = choices();
  const what = whatOf(chosen);
  for (const group of form.querySelectorAll("[data-for]")) {
    /** @type {HTMLElement} */ (group).hidden = !(group.getAttribute("data-for") ?? "").split(" ").includes(what);
  }
  named("filter-names").hidden = what !== "catalog" || filters.value !== "these";
  const checked = chosen.integrity === "on";
  if (checked && !integrity) void loadIntegrity();
  snippet.textContent = snippetOf(chosen, script, checked ? integrity : undefined);
  named("policy").hidden = !checked || !integrity;
  named("wordpress").textContent = wordpressOf(chosen, script);
  copied.textContent = "";
  clearTimeout(waiting);
  waiting = setTimeout(() => preview.show(chosen), delay);
  const words = new URLSearchParams(chosen).toString();
  if (!keep) history.replaceState(history.state, "", words ? `#${words}` : location.pathname + location.search);
}

/** Fetches the package's own list of what its files must be, and writes the lines anew. */
async function loadIntegrity() {
  const box = /** @type {HTMLInputElement} */ (named("integrity"));
  complain(box, "");
  try {
    const response = await fetch(new URL("integrity.json", script));
    if (!response.ok) throw new Error(`${response.status}`);
    integrity = /** @type {Integrity} */ (await response.json());
    named("policy-hash").textContent = await hashOf(importMapOf(script, integrity));
  } catch {
    integrity = undefined;
    box.checked = false;
    complain(box, "The package’s list of hashes, integrity.json, can’t be loaded or used here, so they are left out.");
  }
  write();
}

/** A script within a page, as a policy names it. @param {string} text */
async function hashOf(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** The choices in the page's address; undefined when it says something else, such as where the content starts. */
function fromAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  const known = [...words].filter(([name]) => NAMES.includes(name));
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

form.addEventListener("input", (event) => {
  const { target } = event;
  // Half an address is no address: a catalog is looked for when all of it is there.
  if (target instanceof HTMLInputElement && target.name === "src") return;
  // Words are typed letter by letter, everything else is chosen at once.
  write({ delay: target instanceof HTMLInputElement && target.type !== "checkbox" ? PAUSE : 0 });
});
form.addEventListener("change", (event) => {
  if (!(event.target instanceof HTMLInputElement) || event.target.name !== "src") return;
  // Another catalog has other sections.
  const list = /** @type {HTMLSelectElement} */ (named("section"));
  list.replaceChildren(list.options[0] ?? "");
  write();
});
addEventListener("hashchange", () => {
  const wanted = fromAddress();
  if (!wanted) return;
  fill(wanted);
  write({ keep: true });
});
preview.box.addEventListener("equity-catalog:ready", (event) => {
  offerSections(/** @type {CustomEvent} */ (event).detail.catalog.sections());
});
copying(named("copy"), snippet, copied);

fill(fromAddress() ?? {});
form.hidden = false;
named("preview-part").hidden = false;
write({ keep: true });
