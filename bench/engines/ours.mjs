// Ours: a pack, made by the command-line tool and opened by the package in pkg/.

import { Catalog } from "../../pkg/index.js";
import { bytesOf, FACETS, LIMIT } from "./shared.mjs";

/** @import { FacetName } from "../../www/api/types.js" */
/** @import { Engine } from "./shared.mjs" */

const facets = /** @type {FacetName[]} */ (FACETS);

/** @type {Engine} */
export const ours = {
  name: "ours",
  label: "ours",
  settings: "as a page uses it: records and highlights of 20 hits",
  binary: true,
  records: true,
  async build(resources, folder) {
    const { spawnSync } = await import("node:child_process");
    const { readFileSync, writeFileSync } = await import("node:fs");
    const tool = process.env.EQUITY_CATALOG_TOOL;
    if (!tool) throw new Error("EQUITY_CATALOG_TOOL must name the command-line tool; `cargo xtask bench` sets it.");
    const [records, pack] = [`${folder}/ours.json`, `${folder}/ours.pack`];
    // An empty kind is no kind; the other fields are left out of JSON by themselves.
    const rows = resources.map((resource) => ({ ...resource, kind: resource.kind || undefined }));
    writeFileSync(records, JSON.stringify({ title: "Catalog to measure with", language: "en", resources: rows }));
    const { status, stderr } = spawnSync(tool, ["build", records, "-o", pack], { encoding: "utf8", maxBuffer: Infinity });
    // Rows of other people's making give many warnings, which say nothing here.
    if (status !== 0) throw new Error(stderr?.split("\n").filter((line) => line.startsWith("error")).join("\n") || `${tool} can't be run`);
    return new Uint8Array(readFileSync(pack));
  },
  async prepare() {
    (await Catalog.embedded()).free();
  },
  async open(shipped) {
    const catalog = await Catalog.open(bytesOf(shipped));
    return {
      search: (query) => catalog.search(query, { limit: LIMIT }),
      ids: (page) => page.hits.map((/** @type {{ id: string }} */ hit) => hit.id),
      faceted: (query) => catalog.search(query, { limit: LIMIT, facets }),
    };
  },
};
