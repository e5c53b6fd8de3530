// The package on a server, where there is no page: importing any file of it does nothing at all.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = new URL("../../pkg/", import.meta.url);
/** Scripts of a page or a worker, which nobody imports. */
const SCRIPTS = ["offline-worker.js", "whole.js"];
const files = readdirSync(folder).filter((file) => file.endsWith(".js") && !SCRIPTS.includes(file));

/** What only a page has. Whoever asks for one of these while a file is imported is told so. */
const OF_PAGES = ["document", "window", "self", "location", "history", "localStorage", "sessionStorage", "matchMedia", "getComputedStyle",
  "addEventListener", "requestAnimationFrame", "CSSStyleSheet", "CSS", "MutationObserver", "ResizeObserver", "ShadowRoot", "Element"];

/** @param {string} script @returns {string} */
const node = (script) => execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: fileURLToPath(folder), encoding: "utf8", timeout: 60_000 });

test("every file can be imported: it asks for nothing of a page, adds nothing, says nothing, keeps nothing running", () => {
  assert.ok(files.includes("elements.js") && files.includes("list.js") && files.includes("record.js"), files.join(" "));
  const script = `
    for (const name of ${JSON.stringify(OF_PAGES)})
      Object.defineProperty(globalThis, name, { configurable: true, get() { throw new Error("asks for " + name); } });
    const before = Reflect.ownKeys(globalThis).length;
    const failed = [];
    for (const file of ${JSON.stringify(files)}) {
      try { await import("./" + file); } catch (error) { failed.push(file + " " + error.message); }
    }
    if (Reflect.ownKeys(globalThis).length !== before) failed.push("something was added to the global object");
    process.stdout.write(failed.join("; "));`;
  assert.equal(node(script), "");
});

test("elements are defined once, whatever is imported twice, and left to the page when it has defined them, which is said", () => {
  const script = `
    const defined = new Map([["equity-glossary", class {}]]);
    const said = [];
    console.info = console.warn = (line) => said.push(line);
    globalThis.HTMLElement = class {};
    globalThis.customElements = {
      get: (name) => defined.get(name),
      define(name, element) {
        if (defined.has(name)) throw new Error(name + " is defined twice");
        defined.set(name, element);
      },
    };
    const first = await import("./elements.js");
    const second = await import("./elements.js?again");
    while (said.length < 3) await new Promise((done) => setTimeout(done, 10));
    process.stdout.write(JSON.stringify([[...defined.keys()], first !== second, defined.get("equity-catalog") === first.EquityCatalog, said]));`;
  const theirs = "equity-catalog: <equity-glossary> can’t be shown, for the page, or another script on it, has an element of that name itself.";
  const [names, isOther, isFirst, said] = JSON.parse(node(script));
  assert.deepEqual([names, isOther, isFirst], [["equity-glossary", "equity-catalog"], true, true]);
  const starts = [theirs, "equity-catalog: <equity-catalog> is shown by the copy of Equity Catalog that this page loaded first.", theirs].sort();
  assert.deepEqual(said.sort().map((/** @type {string} */ line, /** @type {number} */ at) => line.slice(0, starts[at]?.length)), starts);
});
