// Says in the console, for who made the page, why an element isn't shown by this copy of the script. Fetched when the browser
// refuses to define it.

/** @param {string} name */
export function tell(name) {
  // On a server nothing is shown by anybody.
  if (!globalThis.customElements) return;
  const taken = customElements.get(name)?.prototype;
  const here = new URL(".", import.meta.url).href;
  if (taken && "catalog" in taken && "restart" in taken) {
    console.info(`equity-catalog: <${name}> is shown by the copy of Equity Catalog that this page loaded first. The one at ${here} shows nothing: load one of them only.`);
  } else {
    const reason = taken ? "the page, or another script on it, has an element of that name itself" : "the browser, or a script on the page that has changed it, refuses to define it";
    console.warn(`equity-catalog: <${name}> can’t be shown, for ${reason}. What stands inside the element stays. Load ${here}elements.js before that script, or leave that script out.`);
  }
}
