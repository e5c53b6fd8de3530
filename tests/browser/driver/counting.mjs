// How much a page draws: the nodes that come and go below an element and in the shadow roots below it, by frame. Counting
// nodes says the same on every machine, where a clock says how busy the machine was.

/** @typedef {import("./inside.mjs").Inside} Inside */
/** @typedef {import("./inside.mjs").Target} Target */

/**
 * What one frame did: nodes that were put in and taken out, each once and with all that is in them, and attributes and
 * texts that were changed in place.
 * @typedef {{ added: number, removed: number, changed: number }} Drawn
 */

/** Begins to count. @type {($: Inside, target: Target) => void} */
export const startCounting = ($, target) => {
  /** @type {{ added: Set<Node>, removed: Set<Node>, changed: number }[]} */
  const frames = [];
  let current = { added: new Set(), removed: new Set(), changed: 0 };
  let counting = true;
  const turn = () => {
    frames.push(current);
    current = { added: new Set(), removed: new Set(), changed: 0 };
    if (counting) requestAnimationFrame(turn);
  };
  /** @param {Set<Node>} into @param {Node} node */
  const take = (into, node) => {
    into.add(node);
    for (const child of node.childNodes) take(into, child);
    if (node instanceof Element && node.shadowRoot) {
      take(into, node.shadowRoot);
      watch(node.shadowRoot);
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { type, addedNodes, removedNodes } of records) {
      if (type !== "childList") current.changed++;
      for (const node of addedNodes) take(current.added, node);
      for (const node of removedNodes) take(current.removed, node);
    }
  });
  /** @param {Node} root */
  const watch = (root) => {
    observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
    for (const inner of root instanceof Element || root instanceof ShadowRoot ? root.querySelectorAll("*") : []) if (inner.shadowRoot) watch(inner.shadowRoot);
    if (root instanceof Element && root.shadowRoot) watch(root.shadowRoot);
  };
  for (const element of $.all(target)) watch(element);
  requestAnimationFrame(turn);
  Object.assign(globalThis, {
    endCounting: () => {
      counting = false;
      observer.disconnect();
      frames.push(current);
      return frames.map(({ added, removed, changed }) => ({ added: added.size, removed: removed.size, changed })).filter(({ added, removed, changed }) => added + removed + changed > 0);
    },
  });
};

/** Ends it, when the frame that is under way is drawn; only frames that drew something are told. @type {() => Promise<Drawn[]>} */
export const endCounting = async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return /** @type {{ endCounting(): Drawn[] }} */ (/** @type {unknown} */ (globalThis)).endCounting();
};
