// Says in the console, for who made the page, why an element isn't shown by this copy of the script. Fetched when the browser
// refuses to define it, or when it could show nothing.

const LOAD = "Load {here}elements.js before that script, or leave that script out.";

/** Why nobody shows it, and what to do. @returns {[reason: string, advice: string]} */
function hindrance() {
  if (typeof (/** @type {any} */ ({}).then) === "function") {
    return ["a script on the page has given every object a function `then` (Object.prototype.then), so that nothing that is fetched ever arrives", "Leave that script out."];
  }
  if (typeof document.createElement !== "function") {
    return ["something in the page is named createElement, which hides the browser’s own document.createElement", "Give it another name."];
  }
  return ["the browser, or a script on the page that has changed it, refuses to define it", LOAD];
}

/** @param {string} name */
export function tell(name) {
  // On a server nothing is shown by anybody.
  if (!globalThis.customElements) return;
  const taken = customElements.get(name)?.prototype;
  const here = new URL(".", import.meta.url).href;
  if (taken && "catalog" in taken && "restart" in taken) {
    console.info(`equity-catalog: <${name}> is shown by the copy of Equity Catalog that this page loaded first. The one at ${here} shows nothing: load one of them only.`);
  } else {
    const [reason, advice] = taken ? ["the page, or another script on it, has an element of that name itself", LOAD] : hindrance();
    console.warn(`equity-catalog: <${name}> can’t be shown, for ${reason}. What stands inside the element stays. ${advice.replace("{here}", here)}`);
  }
}
