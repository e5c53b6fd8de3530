// Pages that say which files they mean: the lines that "Put it on your site" writes for them, and what becomes of a file that is another.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { POLICY } from "../server.mjs";
import { annotatedWhole, button, popup, term, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../server.mjs").Site} Site */

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDER = join(ROOT, "target/browser-tests");
const KEPT = { css: "equity-catalog > p" };

/** A file of the package with something more at its end, which changes nothing but its hash. @param {string} file @param {string} more */
function otherwise(file, more) {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `otherwise-${file}`);
  writeFileSync(path, Buffer.concat([readFileSync(join(ROOT, "pkg", file)), Buffer.from(more)]));
  return { status: 200, file: path };
}

/** What a page's author copies, as a page. @param {Page} page @param {Site} site @param {string} [more]  what stands behind it */
async function paste(page, site, more = "") {
  await page.click({ css: "summary", text: "More choices" });
  await page.click({ role: "checkbox", name: "Let browsers check every file" });
  await page.see({ css: "#policy" });
  mkdirSync(FOLDER, { recursive: true });
  const [lines, hash] = await page.ask(() => ["snippet", "policy-hash"].map((id) => document.getElementById(id)?.textContent ?? ""));
  writeFileSync(join(FOLDER, "checked.html"), `<!doctype html><html lang="en"><head><title>Checked</title><link rel="icon" href="/icon.svg"></head><body>${lines}${more}</body></html>`);
  site.instead.set("/checked.html", { status: 200, file: join(FOLDER, "checked.html") });
  site.headers = { "content-security-policy": POLICY.replace("script-src", `script-src ${hash}`) };
  return lines ?? "";
}

/** @type {Case[]} */
export const integrity = [
  {
    name: "the lines name every file of the package by its hash, run as they are pasted, and no file that is another is run",
    at: "/embed.html",
    // What browsers and our own script say of the files that are others.
    mishap: /integrity|Failed to (fetch|load)|[Ii]mporting a module|error loading dynamically|not loaded|MIME/u,
    async run(page, site) {
      const lines = await paste(page, site);
      const map = JSON.parse(/<script type="importmap">([^<]*)</u.exec(lines)?.[1] ?? "{}").integrity;
      for (const file of ["elements.js", "core.js", "list.js", "without-wasm.js", "equity-catalog.wasm", "equity-catalog-builder.wasm"]) {
        const hash = `sha384-${createHash("sha384").update(readFileSync(join(ROOT, "pkg", file))).digest("base64")}`;
        assert.equal(map[`${page.origin}pkg/${file}`], hash, file);
      }
      assert.ok(lines.includes(`integrity="${map[`${page.origin}pkg/elements.js`]}"></script>\n<equity-catalog>`));
      await page.open("/checked.html");
      await page.see(works);
      assert.deepEqual(await page.errors(), []);

      // A custom section at the end is a whole module still.
      site.instead.set("/pkg/equity-catalog.wasm", otherwise("equity-catalog.wasm", "\0\x02\x01x"));
      await page.open("/checked.html");
      await page.see(button("Try again"));
      assert.match((await page.texts({ css: "[part=error]" })).join(), /the engine is not the one that its integrity names; load the right file, or give the new hash/u);
      await page.see(KEPT);
      site.instead.delete("/pkg/equity-catalog.wasm");

      for (const file of ["elements.js", "list.js"]) {
        site.instead.set(`/pkg/${file}`, otherwise(file, "\n// more"));
        await page.open("/checked.html");
        await page.until(`${file} to be refused`, () =>
          Boolean(/** @type {{ collected?: string[] }} */ (globalThis).collected?.length || document.querySelector("equity-catalog")?.shadowRoot?.querySelector("[part=error]")));
        await page.see(KEPT);
        assert.equal(await page.count(works), 0, file);
        site.instead.delete(`/pkg/${file}`);
      }
    },
  },
  {
    name: "a part that is fetched on demand and is another is run at no click, by no address; the right one is once the page is opened again",
    at: "/embed.html",
    mishap: /integrity|Failed to (fetch|load)|[Ii]mporting a module|error loading dynamically|not loaded|MIME/u,
    async run(page, site) {
      const text = "<p id='text'>They speak of structural racism here.</p><equity-glossary annotate='#text'></equity-glossary>";
      await paste(page, site, text);
      site.instead.set("/pkg/popups.js", otherwise("popups.js", "\nglobalThis.altered = true"));
      await page.open("/checked.html");
      await annotatedWhole(page);
      await page.until("what comes behind the terms", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/afterwards.js")));
      await page.ask(() => new Promise((done) => setTimeout(done, 200)));
      for (let click = 1; click <= 3; click++) {
        await page.click(term("structural racism"));
        await page.see({ role: "alert" });
        await page.ask(() => new Promise((done) => setTimeout(done, 200)));
        assert.equal(await page.count(popup), 0, `click ${click}`);
        assert.equal(await page.ask(() => "altered" in globalThis), false, `click ${click}`);
      }
      site.instead.delete("/pkg/popups.js");
      await page.open("/checked.html");
      await annotatedWhole(page);
      await page.click(term("structural racism"));
      await page.see(popup);
    },
  },
];
