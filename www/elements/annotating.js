// Popups on the terms in the page's own text, until the element leaves the page.

import { annotate } from "./annotate.js";
import { Triggers } from "./triggers.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Status } from "./status.js" */

/**
 * @param {EquityGlossary} host
 * @param {Catalog} catalog
 * @param {HTMLElement} body
 * @param {Status} status
 * @param {AbortSignal} signal
 */
export function show(host, catalog, body, status, signal) {
  body.replaceChildren();
  if (document.readyState === "loading") {
    // The script came before the text did.
    document.addEventListener("DOMContentLoaded", () => show(host, catalog, body, status, signal), { signal });
    return;
  }
  const scope = /** @type {Document | ShadowRoot} */ (host.getRootNode());
  const triggers = new Triggers({ glossary: catalog.glossary, host });
  const undo = annotate(scope, {
    select: host.annotate,
    exclude: host.exclude,
    occurrences: host.occurrences,
    find: (text) => catalog.glossary.find(text),
    trigger: (id) => triggers.make(id),
  });
  triggers.listen(scope, signal);
  import("./afterwards.js").then(({ afterwards }) => afterwards(triggers, scope, body, signal), () => {});
  // After the popup, which stands beside its term, is gone.
  signal.addEventListener("abort", undo);
}
