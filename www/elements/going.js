// Where a page may send its reader, as an address of ours would say it. Fetched by pages that do.

/** @import { FacetName } from "../api/types.js" */

/** @typedef {{ query?: string, filters?: Partial<Record<FacetName, string | string[]>>, resource?: string }} Goal */

/** @param {Goal} goal */
export function paramsOf({ query = "", filters = {}, resource = "" }) {
  const params = new URLSearchParams(resource && [[`resource-${resource}`, ""]]);
  params.append("q", query);
  for (const [facet, values] of Object.entries(filters)) for (const value of [values].flat()) params.append(facet, value);
  return params;
}
