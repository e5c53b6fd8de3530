// The package as another project meets it: by its name, through its package.json, with its types.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** @type {string} */
let project;

before(() => {
  project = mkdtempSync(join(tmpdir(), "equity-catalog-"));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(join(root, "pkg"), join(project, "node_modules", "equity-catalog"), "junction");
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
});
after(() => rmSync(project, { recursive: true, force: true }));

test("it is imported by its name, the elements too, and searches", () => {
  const script = `
    import { Catalog } from "equity-catalog";
    import "equity-catalog/elements";
    const catalog = await Catalog.embedded();
    process.stdout.write(catalog.search("coaliton buil").hits[0].id);`;
  const found = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: project, encoding: "utf8" });
  assert.equal(found, "building-diverse-coalitions");
});

test("its types are there: what is right compiles, what is wrong doesn't", () => {
  const right = `
    import { Catalog, EquityCatalogError } from "equity-catalog";
    import "equity-catalog/elements";
    const catalog = await Catalog.open("https://example.org/my.pack", { integrity: "sha384-x" });
    const page = catalog.search("net", { filters: { kind: ["Tool"] }, sort: "newest", facets: ["kind"] });
    const title: string | undefined = page.hits[0]?.resource.title;
    const range: [number, number] | undefined = page.hits[0]?.highlights.title[0];
    const count: number | undefined = page.facets.kind?.[0]?.count;
    const code: string = new EquityCatalogError("a", "b").code;
    const start: number | undefined = catalog.glossary.find("text")[0]?.start;
    export { title, range, count, code, start };`;
  const wrong = ['catalog.search("net", { sort: "sideways" })', "catalog.search({})", "catalog.glossary.find(5)", "catalog.nothing"];
  const compile = (/** @type {string} */ source) => {
    writeFileSync(join(project, "user.ts"), source);
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "esnext,dom", "--types", "", "user.ts"];
    return spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options], { cwd: project, encoding: "utf8" });
  };
  const result = compile(right);
  assert.equal(result.status, 0, result.stdout);
  for (const line of wrong) {
    assert.notEqual(compile(`import { Catalog } from "equity-catalog"; const catalog = await Catalog.embedded(); ${line};`).status, 0, line);
  }
});

test("it holds all that its package.json promises", () => {
  const manifest = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));
  const targets = Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const file of [...targets, manifest.types, "./builder.js", "./equity-catalog-builder.wasm", "./README.md"]) {
    assert.ok(readFileSync(join(root, "pkg", file)).length > 0, file);
  }
});
