// Links to places in this page, where `#…` alone leads out of it: a page with a <base> sends every address elsewhere or to
// another window, and the text of an `<iframe srcdoc>` has the addresses of the page around. Fetched by such pages only.

import { origin } from "./dom.js";

/** What a browser does with a link's address, or offers to do. */
const TURNS = ["click", "auxclick", "contextmenu", "dragstart"];

/**
 * The address is made whole when somebody turns to it, no sooner: a router of the page's may change the page's own at any time.
 *
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 */
export function stay(root, signal) {
  const complete = (/** @type {Event} */ event) => {
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (origin(event)?.closest("a[href^='#'], a[target='_self']"));
    if (!link) return;
    link.href = location.href.split("#")[0] + link.hash;
    link.target = "_self";
  };
  for (const type of TURNS) root.addEventListener(type, complete, { signal, capture: true });
}
