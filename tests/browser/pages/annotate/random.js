// Random trees of text with terms in it, marked and given back in random orders, with the page changing its text in between.
//
// A twin of each tree is never marked. What the page does to a tree by the nodes that it knows, it does to the twin as well; in the
// end both must read the same, and the tree must consist of the very nodes that it had.

/** @typedef {HTMLElement & { destroy(): void }} Glossary */

const WORDS = [
  "structural racism", "white supremacy", "oppression", "institutional racism", "BLM", "racial inequities", "movement building", "collusion",
  "structural", "racism", "the", "and", "they", "speak of", "a", ",", ".", "(", ")", " ", "  ", "\n", "",
];
const TAGS = ["p", "em", "strong", "span", "div", "ul", "li", "a", "h2", "section", "b", "code", "br", "q"];

/** The same numbers for the same seed: https://en.wikipedia.org/wiki/Xorshift @param {number} seed */
function random(seed) {
  let state = seed * 2654435761 + 1;
  return (/** @type {number} */ below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** @param {(below: number) => number} next @param {Element} parent @param {number} depth */
function grow(next, parent, depth) {
  for (let count = 1 + next(5); count > 0; count--) {
    if (depth === 0 || next(3) > 0) {
      parent.append(document.createTextNode(Array.from({ length: 1 + next(8) }, () => WORDS[next(WORDS.length)]).join(next(4) ? " " : "")));
    } else {
      const child = document.createElement(TAGS[next(TAGS.length)] ?? "p");
      parent.append(child);
      if (child.localName !== "br") grow(next, child, depth - 1);
    }
  }
}

/** Every node below one, in the page's order. @param {Node} root @returns {Node[]} */
const below = (root) => [...root.childNodes].flatMap((node) => [node, ...below(node)]);

/**
 * What pages do to text by nodes that they know. Each is done to a node and to its twin.
 *
 * @type {((node: any, words: string) => void)[]}
 */
const ACTS = [
  (node, words) => { if (node instanceof Text) node.data = words; },
  (node) => { if (node instanceof Element) node.normalize(); },
  (node, words) => { if (node instanceof Element) node.append(document.createTextNode(` ${words}`)); },
  (node) => { node.remove(); },
  (node, words) => { if (node instanceof Element) node.textContent = words; },
  (node, words) => { if (node instanceof Element) node.prepend(Object.assign(document.createElement("p"), { textContent: words })); },
  (node) => { if (node instanceof Element) node.parentNode?.append(node); },
  (node) => { if (node instanceof HTMLElement) node.lang = "fr"; },
];

const area = /** @type {HTMLElement} */ (document.getElementById("text"));

/** @param {Glossary} glossary */
async function settle(glossary) {
  while (glossary.shadowRoot?.querySelector("[aria-busy]")) await new Promise((done) => setTimeout(done));
}

/**
 * What is wrong after one tree was marked and given back; nothing when all is well.
 *
 * @param {number} seed
 * @param {boolean} changes  whether the page changes it meanwhile
 */
async function tryOnce(seed, changes) {
  const next = random(seed);
  area.replaceChildren();
  grow(next, area, 4);
  const twin = /** @type {HTMLElement} */ (area.cloneNode(true));
  const nodes = below(area);
  const twins = below(twin);
  const texts = nodes.map((node) => node.nodeValue);
  const before = area.innerHTML;

  const glossaries = await Promise.all(Array.from({ length: 1 + next(3) }, async (_, index) => {
    const glossary = /** @type {Glossary} */ (document.createElement("equity-glossary"));
    glossary.setAttribute("annotate", next(2) ? "#text" : "#text p");
    glossary.setAttribute("occurrences", ["all", "first", "section"][index % 3] ?? "all");
    if (next(2)) glossary.setAttribute("density", "100");
    const ready = new Promise((done) => glossary.addEventListener("equity-catalog:ready", done, { once: true }));
    document.body.append(glossary);
    await ready;
    return glossary;
  }));
  const marked = area.querySelectorAll(".equity-term").length;
  if (area.textContent !== twin.textContent) return { marked, fault: `marked, it reads ${area.innerHTML} and not ${before}` };

  const acts = [];
  for (let count = changes ? 1 + next(4) : 0; count > 0; count--) {
    const [which, act, words] = [next(nodes.length), next(ACTS.length), Array.from({ length: 1 + next(3) }, () => WORDS[next(WORDS.length)]).join(" ")];
    const [node, copy] = [nodes[which], twins[which]];
    if (!node || !copy || !area.contains(node) || !twin.contains(copy)) continue;
    acts.push(`${ACTS[act]} on ${copy.nodeName} ${copy.nodeValue ?? ""} with ${words}`);
    // A text node of which nothing is left, since it began with a term, may as well have been taken out by normalize(): nobody can tell.
    if (node.nodeValue === "" && copy.nodeValue !== "") continue;
    ACTS[act]?.(node, words);
    ACTS[act]?.(copy, words);
    // Some changes come together, others one after the other.
    if (next(2)) await new Promise((done) => setTimeout(done, 5));
  }
  if (changes) await new Promise((done) => setTimeout(done, 10));
  for (const glossary of glossaries) await settle(glossary);
  while (glossaries.length > 0) glossaries.splice(next(glossaries.length), 1)[0]?.destroy();

  const after = area.innerHTML;
  if (after !== twin.innerHTML) return { marked, fault: `it reads ${after}\nand not ${twin.innerHTML}\nbefore ${before}\nafter ${acts.join("\n")}` };
  const now = below(area);
  const same = now.length === nodes.length && now.every((node, index) => node === nodes[index] && node.nodeValue === texts[index]);
  return { marked, fault: changes || same ? "" : `other nodes than before: ${before}` };
}

Object.assign(globalThis, { tryOnce });
