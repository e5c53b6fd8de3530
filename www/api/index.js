// The package's API. No side effects but its own; defines no elements.

import "./opening.js";

import { Catalog } from "./catalog.js";
import { citeIds } from "./cite.js";
import { EquityCatalogError } from "./error.js";

// References are text that few ask for, so the elements, which share the class, don't bring them.
Catalog.prototype.cite = function cite(ids, format) {
  return citeIds(this, ids, format);
};

export { Catalog, EquityCatalogError };
