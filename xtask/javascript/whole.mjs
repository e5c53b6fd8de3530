// @ts-check
// whole.js: the widget as one classic script, which `equity-catalog offline` puts inside a page. No page fetches it.
//
// Opened from a disk, a page may import no modules and fetch nothing. So all parts stand in one file, and what would fetch
// the engine takes it out of the page instead: www/whole/load.js in the place of www/api/load.js, www/whole/again.js in that of
// www/elements/again.js.

import { dirname, join, resolve } from "node:path";
import { rollup } from "rollup";
import { parseAst } from "rollup/parseAst";

/**
 * @param {string} root
 * @param {string} folder  where to write it
 * @param {import("rollup").Plugin[]} plugins  those of all bundles
 */
export async function bundleWhole(root, folder, plugins) {
  const inPlace = new Map(["api/load", "elements/again"].map((name) => [join(root, `www/${name}.js`), join(root, `www/whole/${name.split("/").pop()}.js`)]));
  const standIns = [...inPlace.values()];
  const bundle = await rollup({
    input: join(root, "www/whole/index.js"),
    plugins: [
      {
        name: "nothing is fetched",
        // They may take something of what they stand for.
        resolveId: (source, importer) => (importer && !standIns.includes(importer) ? inPlace.get(resolve(dirname(importer), source)) : undefined),
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
  const left = importsIn(parseAst(code)).map(({ start, end }) => code.slice(start, end));
  if (left.length > 0) throw new Error(`whole.js imports what no page on a disk can: ${left.join(", ")}; put something in its place, as whole.mjs does for what fetches`);
  // The tool refuses such a script; whoever builds it should hear of it first.
  const breaks = /<\/?script|<!--|<\/style|\r|\0/iu.exec(code);
  if (breaks) throw new Error(`whole.js holds ${JSON.stringify(breaks[0])}, which no script inside a page may: ${code.slice(breaks.index - 60, breaks.index + 60)}`);
}

/** @param {any} node @returns {{ start: number, end: number }[]} */
function importsIn(node) {
  if (Array.isArray(node)) return node.flatMap(importsIn);
  if (!node || typeof node.type !== "string") return [];
  // A classic script has no other kind.
  return node.type === "ImportExpression" ? [node] : Object.values(node).flatMap(importsIn);
}
