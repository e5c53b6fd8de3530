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

test("elements are defined once, whatever is imported twice, and left to the page when it has defined them", () => {
  const script = `
    const defined = new Map([["equity-glossary", class {}]]);
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
    process.stdout.write(JSON.stringify([[...defined.keys()], first !== second, defined.get("equity-catalog") === first.EquityCatalog]));`;
  assert.deepEqual(JSON.parse(node(script)), [["equity-glossary", "equity-catalog"], true, true]);
});
