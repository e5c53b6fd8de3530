// Keeps every text node of the article as it was before any widget ran, for the test that wants them back.

/** @param {Node} root @returns {Text[]} */
function textNodes(root) {
  return [...root.childNodes].flatMap((node) => (node instanceof Text ? [node] : textNodes(node)));
}

const article = document.getElementById("text") ?? document.body;
const nodes = textNodes(article);
const texts = nodes.map(({ data }) => data);

/** Whether the article has the very same text nodes with the same text, and nothing more. */
const sameText = () => {
  const now = textNodes(article);
  return now.length === nodes.length && now.every((node, index) => node === nodes[index] && node.data === texts[index]);
};
Object.assign(globalThis, { sameText });
