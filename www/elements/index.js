// Defines <equity-catalog> and <equity-glossary>. Loading this twice, or on a server, does no harm.

import { EquityCatalog } from "./equity-catalog.js";
import { EquityGlossary } from "./equity-glossary.js";

/**
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
function define(name, element) {
  const registry = globalThis.customElements;
  if (registry && !registry.get(name)) registry.define(name, element);
}

define("equity-catalog", EquityCatalog);
define("equity-glossary", EquityGlossary);

export { EquityCatalog, EquityGlossary };
