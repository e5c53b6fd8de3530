// Readers without WebAssembly, because the browser has none or the page's policy forbids it: everything works all the same. (That no other page fetches
// the engine as JavaScript, run.mjs sees to.)

import assert from "node:assert/strict";
import { POLICY } from "../server.mjs";
import { annotated, button, popup, search, workTitles, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

const own = { css: "#own" };
const PAGE = "/test/without-wasm.html";

/** Whatever needs the engine or the builder. @param {Page} page */
async function allWorks(page) {
  await page.see(works);
  await search(page, "coaliton buil");
  assert.equal((await page.names(workTitles))[0], "Building Diverse Community Based Coalitions");
  await page.click(annotated);
  await page.see({ ...popup, name: "White Supremacy" });
  await page.see({ ...own, text: "A work of the page’s own" });
}

/** @param {import("../server.mjs").Site} site */
const parts = (site) => site.asked.map(({ path }) => path).filter((path) => /\.wasm$|without-wasm/u.test(path) && path.startsWith("/pkg/")).sort();

/** @type {Case[]} */
export const withoutWasm = [
  {
    name: "where the browser has no WebAssembly, list, search, popups and records of the page's own work, and no .wasm is fetched",
    at: PAGE,
    withoutWasm: true,
    async run(page, site) {
      await allWorks(page);
      assert.deepEqual(parts(site), ["/pkg/without-wasm-builder.js", "/pkg/without-wasm.js"]);
    },
  },
  {
    name: "where the page's policy forbids WebAssembly, the same, and the browser tells of it once for each file",
    at: `${PAGE}?policy`,
    needs: "forbiddenWasm",
    withoutWasm: true,
    before: (site) => void (site.headers = { "content-security-policy": POLICY.replace(" 'wasm-unsafe-eval'", "") }),
    mishap: /wasm-eval|WebAssembly/u,
    async run(page, site) {
      await allWorks(page);
      assert.deepEqual(parts(site), ["/pkg/equity-catalog-builder.wasm", "/pkg/equity-catalog.wasm", "/pkg/without-wasm-builder.js", "/pkg/without-wasm.js"]);
      const reports = (await page.errors()).filter((line) => line.includes("content security policy"));
      assert.equal(reports.length, 2, reports.join("\n"));
      for (const line of reports) assert.match(line, /wasm-eval/u);
    },
  },
  {
    name: "where the engine can be had in neither way, the page says so, what to do, and keeps its own text",
    at: PAGE,
    withoutWasm: true,
    before: (site) => {
      for (const file of ["/pkg/without-wasm.js", "/pkg/without-wasm-builder.js"]) site.instead.set(file, { status: 404 });
    },
    mishap: /without-wasm|Failed to load resource|does not allow WebAssembly/u,
    async run(page) {
      await page.see(button("Try again"));
      await page.see({ css: "equity-catalog > p", text: "The page’s own text." });
      const [said = ""] = await page.texts(own);
      assert.match(said, /does not allow WebAssembly, .*; see that without-wasm\.js and without-wasm-builder\.js stand beside/u);
    },
  },
];
