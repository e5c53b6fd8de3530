// @ts-check
// Bundles www/ into the package's modules: `node bundle.mjs FOLDER`.
//
//     index.js      the API               builder.js                 what makes packs of plain records
//     elements.js   the two elements      list.js, terms.js, a-z.js, …   what they show, fetched by pages that have them
//     core.js       what index.js and elements.js share, above all the engine's glue, so that a page never runs two engines
//
// Which module goes where is said here and not left to the bundler: few files, and readers fetch none for the sake of a
// word. What stands behind `import()` comes when a reader asks for it. bundle.json, beside the built engine, tells
// weigh.mjs what imports what.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { rollup } from "rollup";
import { minify } from "terser";
import { fillIn } from "./offline.mjs";
import { bundleWhole } from "./whole.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, "pkg"));
const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { version } = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));

/** What each file begins with. Those that are fetched on demand give what they begin with by its own names, so that another address of them does too. */
const FILES = {
  index: "www/api/index.js",
  builder: "www/api/records.js",
  elements: "www/elements/index.js",
  list: "www/elements/reading.js",
  "a-z": "www/elements/a-to-z.js",
  terms: "www/elements/annotating.js",
  popups: "www/elements/popups.js",
  afterwards: "www/elements/afterwards.js",
  later: "www/elements/later.js",
  highlight: "www/elements/highlight.js",
  record: "www/elements/record/index.js",
  many: "www/elements/many-terms.js",
  search: "www/elements/glossary-search.js",
  print: "www/elements/glossary-print.js",
  leads: "www/elements/list-leads.js",
  es: "www/elements/strings/es.js",
  ar: "www/elements/strings/ar.js",
};

/**
 * Where modules stand that several files need: in one that all of these have anyway. Whatever else a file needs, and no
 * other, comes along with it.
 *
 * @type {[file: string, modules: RegExp][]}
 */
const SHARED = [
  ["builder", /\/bindgen-builder\//],
  ["kept", /^www\/(api\/(build|kept)|elements\/keep)\.js$/],
  ["cite", /^www\/api\/cite\.js$/],
  ["core", /^www\/api\/(catalog|error|load)\.js$|\/bindgen\//],
  ["afterwards", /^www\/elements\/popups-choice\.js$/],
  ["record", /^www\/elements\/(record|reading-list|strings\/en-record|styles\/record)\b/],
  ["print", /^www\/elements\/(glossary-print|strings\/en-print)\.js$/],
  ["many", /^www\/elements\/many-terms\.js$/],
  ["search", /^www\/elements\/(glossary-search|term-index|strings\/en-search)\.js$/],
  ["leads", /^www\/elements\/(leads|list-leads|cross-links|addresses|entry-works|strings\/en-leads)\.js$/],
  ["terms", /^www\/elements\/(annotate|triggers|wrap)\.js$/],
  ["entry", /^www\/elements\/(term|catalog-language|leads-away|styles\/glossary|strings\/en-glossary)\.js$/],
  ["elements", /^www\/elements\/(again|dom|prose|marked-text|names|styles\/(base|adopt|trigger)|strings\/(words|en|index)|terms|attributes|landmark-names)\.js$/],
];

/** Those that a page names or holds itself say what they are. */
const BANNERS = new Set(["index", "elements", "whole"]);

/** What without-wasm.mjs has put into the folder. */
const WITHOUT_WASM = /^(\.\/)?without-wasm(-builder)?\.js$/;

/** The names under which package.json imports the engine's glue. @type {import("rollup").Plugin} */
const engine = {
  name: "engine",
  resolveId: (source) => (source in imports ? join(root, imports[source]) : WITHOUT_WASM.test(source) ? { id: source, external: true } : undefined),
};

/**
 * What bindgen's glue has for browsers older than ours, and for ways of calling it that are not ours: it weighs 200 bytes
 * after brotli.
 *
 * @type {[what: RegExp, instead: string][]}
 */
const SPARE = [
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{[\s\S]*?\n\}\n/, ""],
  [/ {4}if \(realloc === undefined\) \{[\s\S]*?\n {4}\}\n/, ""],
  [/ {4}if \(module !== undefined\) \{[\s\S]*?\n {4}\}\n/, "    module = module.module;\n"],
  // Text is written at once into room for the longest that it may become, in place of a try at ASCII first.
  [/ {4}let len = arg\.length;\n[\s\S]*? {4}WASM_VECTOR_LEN = offset;\n/, `
    const most = arg.length * 3;
    let ptr = malloc(most, 1) >>> 0;
    WASM_VECTOR_LEN = cachedTextEncoder.encodeInto(arg, getUint8ArrayMemory0().subarray(ptr, ptr + most)).written;
    if (most) ptr = realloc(ptr, most, WASM_VECTOR_LEN, 1) >>> 0;
`],
  // Safari's decoder fails after two gigabytes: no page reads so many answers.
  [/const MAX_SAFARI_DECODE_BYTES = \d+;\nlet numBytesDecoded = 0;\n/, ""],
  [/ {4}numBytesDecoded \+= [\s\S]*?\n {4}\}\n(?= {4}return cachedTextDecoder)/, ""],
  // After a trap the file is started once more, and what an instance before it held is not this one's to free.
  [/(?<=function initSync\(module\) \{\n) {4}if \(wasm !== undefined\) return wasm;\n/, ""],
  [/(?<=Finalization\.register\(obj, )obj\.__wbg_ptr/, "[wasm, ptr]"],
  [/ptr => wasm\.(\w+)\(ptr, 1\)/, "([of, ptr]) => of === wasm && wasm.$1(ptr, 1)"],
  [/if \(Symbol\.dispose\) \w+\.prototype\[Symbol\.dispose\] = .*;\n/, ""],
  [/\(typeof FinalizationRegistry === 'undefined'\)\n.*\n {4}: (?=new)/, ""],
  [/ {4}if \(!\(module instanceof WebAssembly\.Module\)\) \{[\s\S]*?\n {4}\}\n/, ""],
];

/** @type {import("rollup").Plugin} */
const spared = {
  name: "spare glue",
  transform(source, id) {
    if (!Object.values(imports).some((path) => id === join(root, path))) return undefined;
    let code = source;
    for (const [what, instead] of SPARE) {
      if (!what.test(code)) throw new Error(`bindgen's glue has changed: ${what} is not in it any more. Look whether bundle.mjs may still cut it.`);
      code = code.replace(what, instead);
    }
    return { code, map: null };
  },
};

/** Style sheets are written to be read; readers get them without the white space. @type {import("rollup").Plugin} */
const tightStyles = {
  name: "tight styles",
  async transform(source, id) {
    if (!/[\\/]www[\\/]elements[\\/]styles[\\/][a-z]+\.js$/.test(id)) return undefined;
    let tight = source;
    for (const [whole, text = ""] of source.matchAll(/= `([^`]*)`;/g)) {
      // As the script would have it, in which a backslash stands for what follows it.
      const css = text.replace(/\\(.)/gu, "$1");
      const { code } = await transform(css, { loader: "css", minifyWhitespace: true, minifySyntax: true, charset: "utf8" });
      tight = tight.replace(whole, () => `= ${JSON.stringify(code.trim())};`);
    }
    return { code: tight, map: null };
  },
};

/**
 * What a file of FILES begins with is exported by its own names, so whoever fetches it needs no object with these names besides, which Rollup makes where
 * a file exports more than them.
 *
 * @type {import("rollup").Plugin}
 */
const plain = {
  name: "plain imports",
  renderChunk(source, { name, facadeModuleId }) {
    const namespace = facadeModuleId && /^var ([\w$]+) = \/\*#__PURE__\*\/Object\.freeze\(\{\n\s*__proto__: null,[^}]*\}\);\n/m.exec(source);
    const exported = namespace && isBegun(name) ? source.replace(namespace[0], "").replace(new RegExp(`${namespace[1]?.replace("$", "\\$")} as \\w+(, )?`), "") : source;
    return exported.replace(/(import\('\.\/([\w-]+)\.js'\))\.then\(function \((\w+)\) \{ return \3\.\w+; \}\)/g, (whole, plainly, file) => (isBegun(file) ? plainly : whole));
  },
};

/** Whether whoever fetches a file wants what it begins with. `kept` and `record` hold parts that are fetched as well. @param {string} file */
const isBegun = (file) => ["list", "a-z", "terms", "afterwards", "later", "highlight"].includes(file);

/**
 * For Safari 16.4, Firefox 114, Chrome 109, Node 20 and later. Terser: it makes of these files 2 to 3 % less than esbuild.
 *
 * @type {import("rollup").Plugin}
 */
const minified = {
  name: "minify",
  async renderChunk(source, chunk) {
    const { code = "" } = await minify(source, { module: true, ecma: 2020, mangle: { properties: { regex: /^__(wbg_ptr|destroy_into_raw|wrap)$/ } }, compress: { passes: 6, keep_fargs: false, hoist_funs: true, pure_getters: true, unsafe: true, unsafe_methods: true, unsafe_arrows: true, inline: 1 } });
    return { code: chunk.isEntry && BANNERS.has(chunk.name) ? `/* Equity Catalog ${version}, MIT OR Apache-2.0 */\n${code}` : code, map: null };
  },
};

const bundle = await rollup({
  input: Object.fromEntries(Object.entries(FILES).map(([name, path]) => [name, join(root, path)])),
  plugins: [engine, spared, tightStyles, plain, minified],
  // Node's own modules are imported only where Node runs.
  external: /^node:/,
  // What elements.js holds for the others is nobody else's business, but has to be exported.
  preserveEntrySignatures: "allow-extension",
  onLog: (level, log) => {
    if (level === "warn") throw new Error(log.message);
  },
});
const { output } = await bundle.write({
  dir: folder,
  format: "es",
  chunkFileNames: "[name].js",
  entryFileNames: "[name].js",
  hoistTransitiveImports: false,
  manualChunks: (id) => {
    const path = relative(root, id);
    const [file] = Object.entries(FILES).find(([, start]) => start === path) ?? SHARED.find(([, modules]) => modules.test(path)) ?? [];
    return file;
  },
});
const chunks = output.filter((file) => file.type === "chunk");
// What an earlier build called otherwise is nobody's any more.
for (const file of readdirSync(folder)) {
  if (file.endsWith(".js") && !WITHOUT_WASM.test(file) && !chunks.some(({ fileName }) => fileName === file)) rmSync(join(folder, file));
}
const scratch = join(root, "target", "equity-catalog");
mkdirSync(scratch, { recursive: true });
writeFileSync(join(scratch, "bundle.json"), JSON.stringify(Object.fromEntries(chunks.map(({ fileName, imports, dynamicImports, modules }) => [fileName, { imports, dynamicImports, modules: Object.fromEntries(Object.entries(modules).map(([id, { renderedLength }]) => [relative(root, id), renderedLength])) }]))));

await fillIn(root, folder, version, chunks.map(({ fileName }) => fileName));
await bundleWhole(root, folder, [engine, spared, tightStyles, minified]);
