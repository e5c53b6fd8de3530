// What no file of ours has: anything that makes markup or code of a text, which policies forbid and which a catalog's text could
// get into. What the browsers' policies would stop is found here without a browser, in parts too that no test walks through.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** @type {[what: RegExp, example: string][]} */
const NEVER = [
  [/\b(inner|outer)HTML\b/u, 'box.innerHTML = "<b>"'],
  [/\b(insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)\b/u, "box.insertAdjacentHTML(place, text)"],
  [/\bDOMParser\b/u, "new DOMParser()"],
  [/\bdocument\.write(ln)?\b/u, "document.write(text)"],
  [/\bsrcdoc\b/u, "frame.srcdoc = text"],
  [/(?<![\w$.])eval\s*\(|\(0,\s*eval\)/u, "eval(text)"],
  [/\bFunction\s*\(/u, 'new Function("a", text)'],
  [/\bset(Timeout|Interval)\s*\(\s*["'`]/u, 'setTimeout("act()")'],
  [/\.cssText\b|(setAttribute|toggleAttribute)\(\s*["'`](style|on\w+)["'`]|["'`{,\s]style["'`]?\s*:/u, 'box.setAttribute("style", text)'],
  [/createElement\(\s*["'`](script|style|iframe|object|embed|base)["'`]|\belement\(\s*["'`](script|style|iframe|object|embed|base)["'`]/u, 'document.createElement("script")'],
  [/\bblob:|\bcreateObjectURL\b|\bnew Blob\b/u, "URL.createObjectURL(blob)"],
  [/\b(Shared)?Worker\s*\(|\bimportScripts\b|\bserviceWorker\b/u, "new Worker(address)"],
  [/\bjavascript:/u, 'href: "javascript:act()"'],
  [/\btrustedTypes\b/u, "trustedTypes.createPolicy(name)"],
];

/** @param {string} folder @returns {string[]} */
const scripts = (folder) => readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js")).map((file) => `${folder}/${file}`);

/** Without what is only said. @param {string} source */
const code = (source) => source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, "");

test("each thing that is looked for would be found", () => {
  for (const [what, example] of NEVER) assert.match(code(`  ${example}; // said`), what);
});

for (const folder of ["pkg", "www/elements", "www/api", "www/demo"]) {
  test(`no file in ${folder} makes markup or code of a text`, () => {
    const files = scripts(folder);
    assert.ok(files.length > 5, files.join(" "));
    const found = files.flatMap((file) => {
      const text = readFileSync(`${root}/${file}`, "utf8");
      const source = folder === "pkg" ? text : code(text);
      return NEVER.map(([what]) => what.exec(source)).filter((match) => match !== null).map((match) => `${file}: …${source.slice(match.index, match.index + 60)}…`);
    });
    assert.deepEqual(found, []);
  });
}

test("no page of the demo has a script, a style or a handler in its markup", () => {
  for (const page of readdirSync(`${root}/www/demo`).filter((file) => file.endsWith(".html"))) {
    // What the page shows as text is text.
    const html = readFileSync(`${root}/www/demo/${page}`, "utf8").replace(/<pre[\s\S]*?<\/pre>/gu, "");
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|<[^>]+\s(style|on[a-z]+)\s*=|(href|src|action)="(javascript|data):/iu, page);
  }
});
