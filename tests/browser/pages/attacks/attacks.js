// A catalog whose every field is an attack, shown as a list, in full, from A to Z and in popups. `?pack` hands it in as a pack whose addresses were
// changed behind the builder's back, and with the strings in other fields than without.

import { Catalog } from "/pkg/index.js";
import { HALVES, seen, stringsOf } from "/test/attacks/strings.js";

/** What ran that must not. @type {unknown[]} */
const fired = [];
for (const name of ["canary", "alert", "confirm", "prompt", "open"]) Reflect.set(globalThis, name, (/** @type {unknown} */ argument) => fired.push([name, argument]));

const isPack = location.search === "?pack";
const known = stringsOf(await (await fetch("/test/attacks/attacks.json")).json());
const strings = isPack ? known : [...known, ...HALVES];
/** In a pack each field has another string than without. */
const TURN = isPack ? 397 : 0;
/** @param {number} at */
const string = (at) => strings[(at + TURN) % strings.length] ?? "";
/** What has no letter to be seen is still a title to the engine; what is but space is none. @param {number} at */
const titleOf = (at) => (/[^\s\u0085]/u.test(string(at).replaceAll("\ufeff", "")) ? string(at) : `x${string(at)}`);

/** An address that passes every check, as long as the one that takes its place in the bytes. @param {string} attack */
const harmless = (attack) => `https://a.example/${"x".repeat(Math.max(0, new TextEncoder().encode(attack).length - 18))}`;

/** @param {number} at */
const spans = (at) => [string(at), { em: [string(at + 1)] }, { strong: [string(at + 2)] }, { a: [string(at + 3)], href: "https://a.example/" }];
/** @param {number} at */
const prose = (at) => [
  { p: spans(at) },
  { ul: [[string(at + 4)], [{ p: spans(at + 5) }]] },
  { ol: [[string(at + 6)]] },
  { quote: [string(at + 7)], speaker: string(at + 8), source: string(at + 9) },
  { quote: [string(at + 10)], speaker: string(at + 11), paraphrase: true },
];
/** @param {number} from @param {number} count */
const some = (from, count) => Array.from({ length: count }, (_, at) => string(from + at));

/** Works whose lists together have every string; they are opened in full. */
const CROWD = 60;
const crowds = Array.from({ length: Math.ceil(strings.length / CROWD) }, (_, at) => ({
  id: `crowd-${at}`, title: `Crowd ${at}`, titles: some(at * CROWD, CROWD), authors: some(at * CROWD + 1, CROWD), organizations: some(at * CROWD + 2, CROWD),
  topics: some(at * CROWD + 3, CROWD), description: some(at * CROWD, CROWD).join(" | "), sections: ["one"], year: 2000 + at,
  corrections: some(at * CROWD, 5).filter(Boolean).map((correct) => ({ printed: "Crowd", correct })),
}));
const works = strings.map((text, at) => ({
  id: `${at}_${text.slice(0, 40)}`, title: titleOf(at), titles: [string(at + 1)], authors: [string(at + 2), string(at + 3)],
  byline: at % 2 ? string(at + 4) : undefined, organizations: [string(at + 5)], kind: string(at + 6), topics: [string(at + 7)], language: string(at + 8),
  description: string(at + 9), year: 1900 + (at % 100), corrections: [{ printed: string(at) || "x", correct: string(at + 1) || "x" }],
}));
const addresses = known.filter((text) => /^\W*[a-z]+\W*:/iu.test(text) && !/^(https?:\/\/|mailto:)/iu.test(text) && text.length < 100);
const linked = isPack ? addresses.map((attack, at) => ({ id: `link-${at}`, title: `Link ${at}`, url: harmless(attack) })) : [];
const half = Math.ceil(strings.length / 2);
const terms = Array.from({ length: half }, (_, at) => ({
  id: `${at}_${string(at).slice(0, 40)}`, term: titleOf(at), forms: [`zarf${at}`, string(at + half)], related: [string(at + 1), `Crowd ${at % 5}`],
  locations: [[string(at + 2), string(at + 3)]], notes: [string(at + 4)], notIn: [`zarf${at} zarf ${string(at + 5)}`],
  senses: [{ text: prose(at), examples: prose(at + half), sources: [string(at + 6)], adapted: at % 2 > 0 }, { text: [string(at + 7)] }],
  corrections: [{ printed: string(at + 6) || "x", correct: string(at + 8) || "x" }],
}));
/** @param {number} at @param {string[]} ids */
const group = (at, ids) => ({ title: titleOf(at), listings: ids.map((id, nth) => ({ id, title: string(at + nth) })), groups: [] });
const catalog = {
  title: string(3), language: "en", licence: string(4), about: prose(5), resources: [...crowds, ...works, ...linked], terms,
  sections: [
    {
      id: "one", title: string(0), path: ["", string(1)], overview: strings.flatMap((_, at) => (at % 12 ? [] : prose(at))), sources: some(0, 60), pictureCredit: string(7), alsoInSection: some(60, 60),
      groups: [...works.filter((_, at) => at % 40 === 0).map(({ id }, at) => group(at * 40, [id])), { title: "Groups", listings: [], groups: [group(9, ["crowd-0"])] }],
    },
    { id: string(11), title: string(12), path: [string(13), "", string(14)], groups: [group(15, ["crowd-1"])] },
    { id: "2", title: "/", path: [" / ", "/"], groups: [group(0, ["crowd-2"])] },
  ],
};

/** The pack, its addresses made into attacks. */
async function hostilePack() {
  const { packOf } = await import("/pkg/builder.js");
  const { pack: bytes } = await packOf(catalog);
  const text = new TextDecoder("latin1").decode(bytes);
  let from = text.indexOf("Link 0");
  for (const attack of addresses) {
    const written = new TextEncoder().encode(attack);
    const place = text.indexOf(harmless(attack), from);
    if (place < 0) throw new Error(`the address of ${attack} is not in the pack`);
    // What is shorter than its place goes on with what is left of that.
    bytes.set(written, place);
    from = place + 18;
  }
  return Catalog.open(bytes);
}

/** All that the widgets are made of. */
const ELEMENTS = new Set(
  `a article aside blockquote br button dd details dialog div dl dt em equity-joint equity-popup fieldset figcaption figure h2 h3 h4 h5 h6 input label legend li mark nav ol option p
  search section select slot span strong summary textarea ul`.split(/\s+/u),
);
const ATTRIBUTES = new Set(
  `aria-busy aria-controls aria-current aria-expanded aria-haspopup aria-hidden aria-label aria-labelledby aria-pressed autocapitalize autocomplete class data-act data-facet data-find data-key data-select data-section data-title data-value data-work
  data-sheet data-resource dir download enterkeyhint for hidden href id lang open part popover readonly role rows selected spellcheck start style tabindex theme type value`.split(/\s+/u),
);
/** The files that a reader may take along. */
const FILES = /^data:(application\/x-research-info-systems|application\/x-bibtex|application\/vnd\.citationstyles\.csl\+json|text\/csv);charset=utf-8,[\w.!~*'()%-]*$/u;

/** @param {ParentNode} root @returns {Generator<Element>} */
function* within(root) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/** What is in the widgets and must not be. @param {string} [widgets] */
function inspect(widgets = "equity-catalog, equity-glossary, equity-popup") {
  /** @type {Set<string>} */
  const wrong = new Set();
  for (const host of document.querySelectorAll(widgets)) {
    const edges = host.getBoundingClientRect();
    for (const element of within(/** @type {ShadowRoot} */ (host.shadowRoot))) {
      if (wrong.size > 20) break;
      if (!ELEMENTS.has(element.localName)) wrong.add(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        if (!ATTRIBUTES.has(name)) wrong.add(`${element.localName} ${name}="${value.slice(0, 60)}"`);
        if (name === "style" && !/^(min-block-size: [\d.]+px;)?$/u.test(value) && element.className !== "popup") wrong.add(`a style at ${element.outerHTML.slice(0, 80)}`);
      }
      if (element instanceof HTMLAnchorElement) {
        const href = element.getAttribute("href") ?? "";
        const isOurs = element.hasAttribute("download") ? FILES.test(href) : href.startsWith("#") || /^(https?:\/\/[^\s]|mailto:)/iu.test(href);
        if (!isOurs || !(element.hasAttribute("download") || /^(https?|mailto):$/u.test(element.protocol))) wrong.add(`a link to ${href.slice(0, 80)}`);
      }
      const box = element.getBoundingClientRect();
      // Two ideographic spaces behind a line's end hang: they take no room, and nothing is seen of them. The letters from A to Z begin a little before the edge.
      const hangs = element.closest(".spoken") !== null || (/\u3000$/u.test(element.textContent ?? "") && box.right < edges.right + 40);
      if (box.width > 0 && !hangs && host.localName !== "equity-popup" && (box.left < edges.left - 10 || box.right > edges.right + 4)) {
        wrong.add(`outside its element, ${Math.round(box.left)} to ${Math.round(box.right)}: ${element.localName} ${element.className} ${element.textContent?.slice(0, 40)}`);
      }
    }
    for (const { nodeValue } of textsOf(/** @type {ShadowRoot} */ (host.shadowRoot))) {
      const text = (nodeValue ?? "").replace(/[\u2068\u2069]/gu, "");
      if (seen(text) !== text) wrong.add(`to be seen: ${JSON.stringify(text.slice(0, 60))}`);
    }
  }
  if (fired.length > 0) wrong.add(`ran: ${JSON.stringify(fired)}`);
  if (outside() !== before) wrong.add(`the page has changed: ${outside()}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.add(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
  if (Reflect.ownKeys(Object.prototype).length !== own) wrong.add(`all objects have ${String(Reflect.ownKeys(Object.prototype).at(-1))}`);
  return [...wrong].slice(0, 20);
}

/** @param {Node} root @returns {Generator<Text>} */
function* textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield /** @type {Text} */ (walker.currentNode);
}

const article = /** @type {HTMLElement} */ (document.querySelector("#article"));
article.append(...terms.map((_, at) => `zarf${at} and `));
/** The page as it stands around the widgets. */
function outside() {
  const around = [...document.querySelectorAll("head, #before, #after, h1")].map(({ outerHTML }) => outerHTML);
  return [...around, article.textContent, document.title, document.body.childElementCount, document.querySelector("main")?.childElementCount].join("\n");
}
const before = outside();
const own = Reflect.ownKeys(Object.prototype).length;
const opened = isPack ? await hostilePack() : await Catalog.from(catalog);
Object.assign(globalThis, { attacks: { strings, seen, works, crowds, linked, terms, catalog: opened, inspect } });
for (const id of ["list", "entries", "popups"]) /** @type {any} */ (document.getElementById(id)).catalog = opened;
