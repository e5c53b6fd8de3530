// @ts-check
// Bundles www/api into index.js and builder.js, and www/elements into elements.js: `node bundle.mjs FOLDER`.
//
// The two files must not hold the API twice, or a page would run two engines. So elements.js imports index.js, as the
// package's reader has it beside it, and nothing else of www/api may be imported by the elements.

import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, "pkg"));
const api = join(root, "www", "api");
const { version } = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));

/** @type {import("esbuild").BuildOptions} */
const options = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "neutral",
  // What runs wherever the widget's own needs are met: Safari 16.4, Firefox 114, Chrome 109, Node 20 and later.
  target: "es2022",
  minify: true,
  charset: "utf8",
  // Node's own modules are imported only where Node runs.
  external: ["node:*"],
  legalComments: "none",
  banner: { js: `/* Equity Catalog ${version}, MIT OR Apache-2.0 */` },
  logLevel: "warning",
};

/** @type {import("esbuild").Plugin} */
const oneEngine = {
  name: "one engine",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      if (file === join(api, "index.js")) return { path: "./index.js", external: true };
      if (!relative(api, file).startsWith("..")) {
        return { errors: [{ text: `the elements may import only ../api/index.js, not ${path}: export it from there` }] };
      }
      return undefined;
    });
  },
};

/** The builder is a file of its own, fetched when a page hands in plain records. @type {import("esbuild").Plugin} */
const onDemand = {
  name: "builder on demand",
  setup(build) {
    build.onResolve({ filter: /^\.\/builder\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** Style sheets are written to be read; readers get them without the white space. @type {import("esbuild").Plugin} */
const tightStyles = {
  name: "tight styles",
  setup(build) {
    build.onLoad({ filter: /[\\/]www[\\/]elements[\\/]styles[\\/][a-z]+\.js$/ }, async ({ path }) => {
      const source = readFileSync(path, "utf8");
      const match = /= `([^`]*)`;/.exec(source);
      if (!match) return undefined;
      const { code } = await transform(match[1] ?? "", { loader: "css", minifyWhitespace: true, charset: "utf8" });
      return { contents: source.replace(match[0], () => `= ${JSON.stringify(code.trim())};`) };
    });
  },
};

try {
  await build({ ...options, entryPoints: ["www/api/index.js"], outfile: join(folder, "index.js"), plugins: [onDemand] });
  await build({ ...options, entryPoints: ["www/api/builder.js"], outfile: join(folder, "builder.js") });
  await build({
    ...options,
    entryPoints: ["www/elements/index.js"],
    outfile: join(folder, "elements.js"),
    plugins: [oneEngine, tightStyles],
  });
} catch {
  // esbuild has said what is wrong and where.
  process.exitCode = 1;
}
