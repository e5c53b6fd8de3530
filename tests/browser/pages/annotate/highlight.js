// Remembers the article as it was, and, with ?plain behind the address, takes the painting of words from the browser.
if (location.search === "?plain") Object.defineProperty(CSS, "highlights", { value: undefined });

document.addEventListener("DOMContentLoaded", () => {
  const article = /** @type {Element} */ (document.getElementById("text"));
  const text = article.innerHTML;
  let changes = 0;
  new MutationObserver((records) => (changes += records.length)).observe(article, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(globalThis, {
    untouched: () => article.innerHTML === text && changes === 0,
    /** The words that are painted, in each of the browser's lists. */
    painted: () => [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((given) => {
      const range = document.createRange();
      range.setStart(given.startContainer, given.startOffset);
      range.setEnd(given.endContainer, given.endOffset);
      return range.toString();
    })]),
  });
});
