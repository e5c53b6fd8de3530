// All engines, in the order of the table.

import { flexsearch } from "./flexsearch.mjs";
import { fuse } from "./fuse.mjs";
import { lunrEngine } from "./lunr.mjs";
import { minisearch } from "./minisearch.mjs";
import { orama, zbsearch } from "./orama.mjs";
import { ours } from "./ours.mjs";
import { pagefind } from "./pagefind.mjs";
import { ufuzzy } from "./ufuzzy.mjs";

/** @import { Engine } from "./shared.mjs" */

/** @type {Engine[]} */
export const ENGINES = [ours, minisearch, flexsearch, orama, zbsearch, lunrEngine, fuse, ufuzzy, pagefind];
