// The elements as TypeScript sees them, in projects of several kinds: what is right compiles, what is wrong doesn't, and
// nobody needs a framework that they don't use.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** As much of Vue's types as ours touch: the whole of Vue would be a hundred times what it proves. */
const VUE = `
export interface HTMLAttributes { class?: unknown; lang?: string }
export interface PublicProps { key?: PropertyKey }
export type EmitFn<Events extends Record<string, (event: any) => void>> = <Name extends keyof Events>(name: Name, event: Parameters<Events[Name]>[0]) => void;
export interface GlobalComponents {}`;

/** @type {{ what: string, packages: string[], file: string, vue?: boolean, right: string, wrong: string[] }[]} */
const PROJECTS = [
  {
    what: "a project without any framework",
    packages: [],
    file: "user.ts",
    right: `
      import { Catalog } from "equity-catalog";
      import type { EquityEventMap } from "equity-catalog/elements";
      const catalog = document.createElement("equity-catalog");
      catalog.pageSize = 5;
      catalog.sort = "newest";
      catalog.groupBy = "kind";
      catalog.catalog = await Catalog.from([]);
      catalog.strings = { search: "Look for", results: { one: "{count} book", other: "{count} books" } };
      catalog.go({ query: "network", filters: { kind: "Tool", topic: ["A", "B"] } });
      catalog.restart();
      document.querySelector("equity-glossary")?.refresh();
      catalog.addEventListener("equity-catalog:search", ({ detail }) => detail.total.toFixed() + detail.filters.kind?.[0]);
      document.addEventListener("equity-catalog:select", (event) => {
        const title: string = event.detail.resource ? event.detail.resource.title : event.detail.term.term;
        if (title) event.preventDefault();
      });
      window.addEventListener("equity-catalog:error", ({ detail }) => detail.error.message);
      export const ready = (event: EquityEventMap["equity-catalog:ready"]) => event.detail.catalog.info.title;`,
    wrong: [
      'catalog.sort = "sideways"',
      'catalog.pageSize = "many"',
      "catalog.go({ filters: { nothing: [] } })",
      "catalog.refresh()",
      "catalog.words",
      "catalog.opening",
      'catalog.addEventListener("equity-catalog:search", ({ detail }) => detail.nothing)',
    ],
  },
  {
    what: "a project with React 19",
    packages: ["@types/react", "csstype"],
    file: "user.tsx",
    right: `
      import { useRef } from "react";
      import type { EquityCatalog } from "equity-catalog/elements";
      export function App() {
        const list = useRef<EquityCatalog>(null);
        return (
          <equity-catalog ref={list} page-size={20} heading-level="3" groupBy="kind" sort="newest" lang="es" className="wide" strings={{ search: "Look for" }}
            onequity-catalog:search={(event) => event.detail.total.toFixed()}>
            <p>The list as HTML</p>
          </equity-catalog>
        );
      }
      export const glossary = <equity-glossary annotate="article" occurrences="first" theme="dark" />;`,
    wrong: [
      "<equity-catalog page-size={{}} />",
      '<equity-catalog sort="sideways" />',
      '<equity-catalog annotate="article" />',
      '<equity-glossary occurrences="never" />',
      "<equity-catalog onequity-catalog:search={(event) => event.detail.nothing} />",
      "<equity-nothing />",
    ],
  },
  {
    what: "a project with Vue",
    packages: [],
    vue: true,
    file: "user.ts",
    right: `
      import type { GlobalComponents } from "vue";
      import "equity-catalog/elements";
      const props = <Name extends keyof GlobalComponents>(name: Name, given: InstanceType<GlobalComponents[Name]>["$props"]) => [name, given];
      props("equity-catalog", { "page-size": 5, sort: "title", class: "wide", lang: "es", key: 1 });
      props("equity-glossary", { annotate: "article", headingLevel: 3 });
      export const hear = (list: InstanceType<GlobalComponents["equity-catalog"]>, event: CustomEvent) => list.$emit("equity-catalog:search", event);`,
    wrong: ['props("equity-catalog", { sort: "sideways" })', 'props("equity-catalog", { "page-size": {} })', 'props("equity-glossary", { section: "a" })'],
  },
];

for (const { what, packages, file, vue, right, wrong } of PROJECTS) {
  test(`${what}: what is right compiles, what is wrong doesn't`, () => {
    const project = mkdtempSync(join(tmpdir(), "equity-catalog-"));
    const modules = join(project, "node_modules");
    const link = (/** @type {string} */ from, /** @type {string} */ name) => {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(join(root, from), join(modules, name), "junction");
    };
    try {
      link("pkg", "equity-catalog");
      for (const name of packages) link(join("node_modules", name), name);
      if (vue) {
        mkdirSync(join(modules, "vue"));
        writeFileSync(join(modules, "vue", "index.d.ts"), VUE);
        writeFileSync(join(modules, "vue", "package.json"), JSON.stringify({ name: "vue", types: "index.d.ts" }));
      }
      writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
      writeFileSync(join(project, file), [right, ...wrong.map((line) => `// @ts-expect-error\n${line};`)].join("\n"));
      const options = ["--noEmit", "--strict", "--preserveSymlinks", "--module", "nodenext", "--target", "es2022", "--lib", "esnext,dom", "--jsx", "react-jsx", "--types", ""];
      const result = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options, file], { cwd: project, encoding: "utf8" });
      assert.equal(result.stdout, "", "an error, or a wrong line that compiles");
      assert.equal(result.status, 0);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });
}
