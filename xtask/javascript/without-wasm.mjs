// @ts-check
// Fits the engine that wasm2js wrote as JavaScript to bindgen's glue: `node without-wasm.mjs FOLDER NAME FILE` makes of FOLDER's
// engine.js and equity_catalog.js one file that exports `begin()`, which gives NAME.
//
// What has to be mended on the way: WebAssembly's memory grows in place, and views of what it was before are seen to be gone. JavaScript's is
// copied into a new buffer, and views of the old one go on as if nothing had been.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rollup/parseAst";
import { minify } from "terser";

const [folder = "", name = "", file = ""] = process.argv.slice(2);

/**
 * What changes in bindgen's glue. All of it has to be there.
 *
 * @type {[what: RegExp, instead: string][]}
 */
const GLUE = [
  [/cachedUint8ArrayMemory0\.byteLength === 0/, "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"],
  // After a fault it is begun once more, and what one before it held is not this one's to free.
  [/(?<=Finalization\.register\(obj, )obj\.__wbg_ptr/, "[wasm, ptr]"],
  [/ptr => wasm\.(\w+)\(ptr, 1\)/, "([of, ptr]) => of === wasm && wasm.$1(ptr, 1)"],
  [/async function __wbg_load\([\s\S]*$/, ""],
  [/wasmModule = module;\n/, ""],
  [/let wasmModule, wasmInstance, wasm;\n/, "let wasm;\n"],
  [/wasmInstance = instance;\n/, ""],
  [/^export /gm, ""],
];

/** What changes where the glue looks at numbers in the memory; the engine's has no need to. @type {[what: RegExp, instead: string]} */
const VIEW = [/cachedDataViewMemory0\.buffer\.detached === true \|\| \(.*?\)\)/, "cachedDataViewMemory0.buffer !== wasm.memory.buffer)"];

/** What changes in what wasm2js wrote. @type {[what: RegExp, instead: string][]} */
const ENGINE = [
  [/^import .*;\n/gm, ""],
  [/\nvar retasmFunc = [\s\S]*$/, "\n"],
  // The data as text of a letter for each byte, which weighs a tenth less after brotli than base64: brotli sees words again.
  [/var base64ReverseLookup[\s\S]*?function base64DecodeToExistingUint8Array\([\s\S]*?\n {2}\}\n/, "function put(bytes, at, text) { for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i); }\n"],
];

/** @param {string} text @param {[what: RegExp, instead: string][]} changes */
function changed(text, changes) {
  for (const [what, instead] of changes) {
    if (text.search(what) < 0) throw new Error(`${what} is not in what bindgen or wasm2js wrote any more: see what xtask/javascript/without-wasm.mjs must change now`);
    text = text.replace(what, instead);
  }
  return text;
}

/**
 * `HEAP32[f()]` looks up the memory before it calls `f`, which may make a new one; so what is read at a place that has yet to be computed is read by a
 * function, which looks up the memory afterwards. (wasm2js itself sees to what is written.)
 *
 * @param {string} code
 */
function readingLate(code) {
  /** @type {[start: number, end: number, text: string][]} */
  const edits = [];
  const heaps = new Set();
  /** @param {any} node @param {boolean} [written] @returns {boolean} whether something is called in it */
  function walk(node, written = false) {
    if (Array.isArray(node)) return node.map((each) => walk(each)).includes(true);
    if (!node || typeof node.type !== "string") return false;
    const isRead = node.type === "MemberExpression" && node.computed && /^HEAP/.test(node.object.name ?? "") && !written;
    let calls = node.type === "CallExpression" && !/^Math_/.test(node.callee.name ?? "");
    for (const [key, child] of Object.entries(node)) calls = (child && typeof child === "object" && walk(child, node.type === "AssignmentExpression" && key === "left")) || calls;
    if (isRead && calls) {
      heaps.add(node.object.name);
      edits.push([node.start, node.property.start, `read_${node.object.name}(`], [node.end - 1, node.end, ")"]);
    }
    return calls;
  }
  walk(parseAst(code));
  for (const [start, end, text] of edits.sort(([one], [other]) => other - one)) code = code.slice(0, start) + text + code.slice(end);
  const readers = [...heaps].map((heap) => `function read_${heap}(at) { return ${heap}[at]; }\n`).join("");
  return code.replace(/(?<=\nfunction asmFunc\(imports\) \{\n)/, () => readers);
}

const glue = readFileSync(join(folder, "equity_catalog.js"), "utf8");
const engine = changed(readFileSync(join(folder, "engine.js"), "utf8"), ENGINE)
  .replace(/base64DecodeToExistingUint8Array\((\w+, \d+), "([^"]*)"\)/g, (_, where, data) => `put(${where}, ${JSON.stringify(Buffer.from(data, "base64").toString("latin1"))})`);
const begin = `export function begin() { __wbg_finalize_init({ exports: asmFunc(__wbg_get_imports()) }); return ${name}; }\n`;
const whole = changed(glue, glue.includes("DataViewMemory0") ? [VIEW, ...GLUE] : GLUE) + readingLate(engine) + begin;
// Names become short, and nothing else: compressing makes no difference after brotli, and may move a call into the place of what was put aside for it.
const { code = "" } = await minify(whole, { module: true, ecma: 2020, compress: false });
writeFileSync(file, code);
