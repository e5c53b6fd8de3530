// Popups on the terms in the page's own text, until the element leaves the page.

import { annotate } from "./annotate.js";
import { Triggers } from "./triggers.js";
import { unwrap, wrap } from "./wrap.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { Scope } from "./annotate.js" */
/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Status } from "./status.js" */

/**
 * @param {EquityGlossary} host
 * @param {Catalog} catalog
 * @param {HTMLElement} body
 * @param {Status} _
 * @param {AbortSignal} signal
 */
export function show(host, catalog, body, _, signal) {
  body.replaceChildren();
  const triggers = triggersOf(host, catalog, signal);
  import("./afterwards.js").then(({ afterwards }) => afterwards(triggers, /** @type {Scope} */ (host.getRootNode()), body, signal), () => {});
  const range = new Range();
  return annotate(host, catalog, body, signal, {
    mark: (nodes, start, end, text, term) => wrap(range, nodes, start, end, text, () => triggers.make(term)),
    unmark: unwrap,
    follow: () => import("./later.js").then(({ followWraps }) => followWraps, () => undefined),
  });
}

/**
 * @param {EquityGlossary} host
 * @param {Catalog} catalog
 * @param {AbortSignal} signal
 * @param {Scope} [scope]  where the buttons are
 */
export function triggersOf(host, { glossary }, signal, scope = /** @type {Scope} */ (host.getRootNode())) {
  const triggers = new Triggers({ glossary, host });
  triggers.listen(scope, signal);
  return triggers;
}
