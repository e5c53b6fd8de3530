// One page of which one file doesn't come as it should. It does what a reader would, looks at what the reader sees, has the server mended, tries
// again, and tells the page around what was wrong. Which file and which fault, the address says.

const [, , fault = "", file = "", show = ""] = location.pathname.split("/");
const isScript = file.endsWith(".js");

/** What this reader keeps stays in this frame. */
const kept = new Map(file === "popups-off.js" ? [["equity-popups", "off"]] : []);
const storage = {
  getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
  removeItem: (/** @type {string} */ key) => void kept.delete(key),
  get "equity-popups"() {
    return kept.get("equity-popups");
  },
};
Object.defineProperty(globalThis, "localStorage", { value: storage });

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** All that a selector finds and a reader sees, in shadow roots too. @param {string} selector @param {ParentNode} [root] @returns {HTMLElement[]} */
function all(selector, root = document) {
  const inside = [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? all(selector, shadowRoot) : []));
  const here = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  return [...here.filter((each) => each.getClientRects().length > 0), ...inside];
}

/** @param {string} selector @param {string} [text] */
const sees = (selector, text = "") => all(selector).some(({ textContent }) => textContent?.includes(text));

/** @param {string} selector */
async function press(selector) {
  await until(`${selector} to press`, () => sees(selector));
  all(selector)[0]?.click();
}

/** @param {string} selector @param {string} text */
async function write(selector, text) {
  await until(`${selector} to write in`, () => sees(selector));
  const field = /** @type {HTMLInputElement | undefined} */ (all(selector)[0]);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
}

/** @param {string} what @param {() => boolean} is @param {number} [patience] */
async function until(what, is, patience = 6000) {
  for (const start = performance.now(); !is(); await pause(20)) if (performance.now() - start > patience) throw new Error(`waited in vain for ${what}`);
}

const widget = () => /** @type {any} */ (document.querySelector("equity-catalog, equity-glossary"));
const DID_NOT = "That did not work.";
const fallback = () => sees(".fallback");
const retry = () => press(".failure button");
const works = () => sees(".listing");
const entries = () => sees(".term", "Oppression");
const isMarked = () => sees(".equity-term");

/** Searching goes on, whatever else doesn't. */
async function searches() {
  await write("input[type=search]", "network");
  await until("what was found", () => sees(".results-title", "for “network”"));
  await write("input[type=search]", "");
  await until("the beginning", () => sees(".section-title"));
}

/** A page of the catalog that isn't shown. */
const OTHER = "[data-act=section][data-value=alliances-and-coalitions]";

/** What a program of the page asks, and whether it was told that it failed. */
let refusal = "";
let answer = "";
/** @param {() => Promise<unknown>} ask */
const asking = (ask) => async () => {
  refusal = "";
  await ask().then(() => (answer = "came"), ({ message }) => (refusal = message));
};
const isRefused = () => refusal !== "";
const isAnswered = () => answer !== "";
const api = () => import(new URL("pkg/index.js", location.href).href);

/**
 * @typedef {object} Part
 * @property {() => Promise<unknown>} [ask]      what the reader does that needs it, when it isn't the page itself
 * @property {() => boolean} [told]              what says that it didn't come; without it nobody has asked, and nothing is said
 * @property {() => boolean | Promise<unknown>} [rest]  what is there or works all the same
 * @property {() => Promise<unknown>} [retry]    what the reader does then
 * @property {() => boolean} [works]             once the server is well again
 * @property {() => boolean} [slow]              what says that it is on its way
 * @property {true} [stuck]                      a retry may take loading the page again, as what is told says
 */

/** @type {Part} */
const opening = { told: () => sees(".failure [role=alert], .failure", "could not be opened."), rest: fallback, retry, works: () => works() || entries(), slow: fallback };
/** @type {Part} */
const article = { rest: fallback, works: isMarked, slow: fallback };
/** @param {(catalog: any) => Promise<unknown>} ask @returns {Part} */
const program = (ask) => ({ ask: asking(async () => ask((await api()).Catalog)), retry: asking(async () => ask((await api()).Catalog)), told: isRefused, works: isAnswered });
const popup = { ask: async () => {
  // What says that popups don't come comes behind the terms.
  await until("what comes behind the terms", () => isMarked() && performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/afterwards.js")));
  await pause(100);
  await press(".equity-term");
}, told: () => sees("[role=alert]", DID_NOT), rest: fallback, retry: () => press(".equity-term"), works: () => sees("[role=dialog]") };

/** @type {Record<string, Part>} */
const PARTS = {
  "elements.js": { rest: fallback, slow: fallback },
  "core.js": { rest: fallback, slow: fallback },
  "list.js": opening,
  "a-z.js": opening,
  "entry.js": show === "glossary" ? { ...opening, stuck: true } : { ...popup, stuck: true },
  "equity-catalog.wasm": opening,
  "some.pack": show === "spanish-pack" ? { ...opening, told: () => sees(".failure[lang=es]", "No se pudo abrir el catálogo.") && sees(".failure button", "Intentar de nuevo") } : opening,
  "terms.js": article,
  "highlight.js": article,
  "popups-off.js": { rest: fallback, slow: fallback },
  "own.js": { rest: works },
  "own.json": { rest: works },
  "es.js": { rest: () => works() && sees("button", "Details") },
  "take-over.js": { rest: works },
  "layouts.js": { ask: () => press(OTHER), told: () => sees(".note", DID_NOT), rest: searches, retry: () => press(OTHER), works: () => sees(".section-title", "Alliances and Coalitions"), slow: () => sees(".note", "Loading…") },
  "record.js": { ask: () => press("[data-act=open]"), told: () => sees(".note", DID_NOT), rest: searches, retry: () => press("[data-act=open]"), works: () => sees(".record"), slow: () => sees(".note", "Loading…") },
  "cite.js": { ask: () => press("[data-act=open]"), told: () => sees(".note", DID_NOT), rest: searches, retry: () => press("[data-act=open]"), works: () => sees(".record"), stuck: true },
  "drawer.js": { ask: () => press("[data-act=filters]"), told: () => sees(".note", DID_NOT), rest: searches, retry: () => press("[data-act=filters]"), works: () => sees("dialog[open]"), slow: () => sees(".note", "Loading…") },
  "search.js": { ask: () => write("input[type=search]", "oppr"), told: () => sees(".found, .note, [part=note]", DID_NOT), rest: entries, retry: () => write("input[type=search]", "oppre"), works: () => sees(".found", "term"), slow: entries },
  "popups.js": { ...popup, slow: () => isMarked() && sees(".equity-term[aria-busy]") },
  "leads.js": show === "glossary" ? { rest: entries } : { ...popup, stuck: true },
  "afterwards.js": {
    ask: async () => {
      await press(".equity-term");
      await press("[data-act=off]");
      await press("[data-act=off-now]");
    },
    told: () => sees("[role=alert]", DID_NOT), rest: fallback, retry: () => press("[data-act=off-now]"), works: () => !isMarked(),
  },
  "endnotes.js": { rest: isMarked },
  "later.js": { ask: async () => document.querySelector("article")?.append("More of oppression."), rest: isMarked },
  "print.js": { rest: entries },
  "going.js": { ...program(() => widget().go({ query: "network" })), rest: works, stuck: true },
  "builder.js": { ...program((Catalog) => Catalog.from({ resources: [{ id: "a", title: "A work" }] })), stuck: true },
  "equity-catalog-builder.wasm": program((Catalog) => Catalog.from({ resources: [{ id: "a", title: "A work" }] })),
  "integrity.js": { ...program((Catalog) => Catalog.open("some.pack", { integrity: "sha256-x" }).catch((/** @type {any} */ error) => error.code || Promise.reject(error))), stuck: true },
  "sources.js": { ...program((Catalog) => Catalog.open("some.pack?a b")), stuck: true },
};

/** @param {string} what @param {() => boolean | Promise<unknown>} is */
async function holds(what, is) {
  const held = is();
  if (typeof held === "boolean") await until(what, is);
  else await held;
}

async function run() {
  const part = PARTS[file];
  if (!part) throw new Error("nothing is said about this file");
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(show));
  document.querySelector("main")?.append(template.content.cloneNode(true));
  const mend = () => fetch("mend");
  const asked = part.ask?.();
  if (fault === "never-ending") {
    await until("what says that it is on its way", part.slow ?? (() => true));
    await mend();
    await asked;
    return until("what came late", part.works ?? (() => true));
  }
  await asked;
  // Bytes are bytes, whatever they are called.
  if (fault === "wrong-type" && !isScript) return until("the right bytes by another name", part.works ?? works);
  if (part.told) await until("what says so", part.told);
  if (part.rest) await holds("what is there all the same", part.rest);
  await mend();
  if (!part.retry) return undefined;
  // What was asked before is over.
  await pause(150);
  await part.retry();
  if (!part.stuck && fault !== "empty") return until("what was asked for", part.works ?? (() => true));
  return until("what was asked for, or the advice to load the page again", () => Boolean(part.works?.() || part.told?.()));
}

/** What the page's author is told when the address for words is no good, and what browsers report of scripts that a page itself names. */
const EXPECTED = /^(elements|core)\.js$/u.test(file) ? /not loaded: <script|uncaught/u : /words of the page's own/u;

const wrong = /** @type {string[]} */ ([]);
await run().catch((error) => wrong.push(error.message));
// What is thrown late is thrown too.
await pause(50);
wrong.push(.../** @type {{ collected: string[] }} */ (/** @type {unknown} */ (globalThis)).collected.filter((line) => !EXPECTED.test(line)));
parent.postMessage(wrong, "*");
