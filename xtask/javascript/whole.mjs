// @ts-check
// whole.js: the widget as one classic script, which `equity-catalog offline` puts inside a page. No page fetches it.
//
// Opened from a disk, a page may import no modules and fetch nothing. So all parts stand in one file, and what would fetch
// the engine takes it out of the page instead: www/whole/load.js in the place of www/api/load.js.

import { dirname, join, resolve } from "node:path";
import { rollup } from "rollup";

/**
 * @param {string} root
 * @param {string} folder  where to write it
 * @param {import("rollup").Plugin[]} plugins  those of all bundles
 */
export async function bundleWhole(root, folder, plugins) {
  const fetching = join(root, "www/api/load.js");
  const asking = ["catalog", "records"].map((name) => join(root, `www/api/${name}.js`));
  const holding = join(root, "www/whole/load.js");
  const bundle = await rollup({
    input: join(root, "www/whole/index.js"),
    plugins: [
      {
        name: "nothing is fetched",
        resolveId: (source, importer) => (importer && asking.includes(importer) && resolve(dirname(importer), source) === fetching ? holding : undefined),
      },
      ...plugins,
    ],
    external: /^node:/,
    onLog: (level, log) => {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const { output } = await bundle.write({ file: join(folder, "whole.js"), format: "iife", inlineDynamicImports: true });
  const [{ code }] = output;
  // The tool refuses such a script; whoever builds it should hear of it first.
  const breaks = /<\/?script|<!--|<\/style|\r|\0/iu.exec(code);
  if (breaks) throw new Error(`whole.js holds ${JSON.stringify(breaks[0])}, which no script inside a page may: ${code.slice(breaks.index - 60, breaks.index + 60)}`);
}
