// custom-elements.json, as editors and documentation tools read it: it follows its schema, and tells of the real elements all that
// they have and nothing else.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** @import { CustomElementDeclaration, CustomElementField } from "custom-elements-manifest" */

const root = fileURLToPath(new URL("../..", import.meta.url));
/** @type {import("custom-elements-manifest").Package} */
const manifest = JSON.parse(readFileSync(join(root, "pkg", "custom-elements.json"), "utf8"));
const elements = /** @type {CustomElementDeclaration[]} */ (manifest.modules[0]?.declarations);
const classes = /** @type {Record<string, any>} */ (await import(new URL("../../pkg/elements.js", import.meta.url).href));
const sources = readdirSync(join(root, "www/elements"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js"))
  .map((file) => readFileSync(join(root, "www/elements", file), "utf8"));

/** What elements have for themselves and for the browser; types don't show it either. */
const INTERNAL = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "emit", "opening", "fetchPart", "opened", "failed", "closed"];

/** @param {Iterable<string>} names */
const sorted = (names) => [...new Set(names)].sort();

/** Every property and method of a class, its own and inherited. @param {any} element */
function namesOf(element) {
  const names = [];
  for (let prototype = element.prototype; prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) names.push(...Object.getOwnPropertyNames(prototype));
  return sorted(names.filter((name) => !INTERNAL.includes(name)));
}

test("it follows the schema, and package.json names it", () => {
  const folder = mkdtempSync(join(root, "target", "manifest-"));
  try {
    // As literals, so that what the schema doesn't know is an error too. It knows what fields of elements have besides those of
    // other classes, but doesn't say where they stand.
    const around = { ...manifest, modules: manifest.modules.map((module) => ({ ...module, declarations: "elements" })) };
    const script = `
      import type { ClassMethod, CustomElementDeclaration, CustomElementField, Package } from "custom-elements-manifest";
      const elements: (Omit<CustomElementDeclaration, "members"> & { members: (ClassMethod | CustomElementField)[] })[] = ${JSON.stringify(elements)};
      export const manifest: Package = ${JSON.stringify(around).replaceAll('"elements"', "elements")};`;
    writeFileSync(join(folder, "manifest.ts"), script);
    const options = ["--noEmit", "--ignoreConfig", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", "", join(folder, "manifest.ts")];
    const result = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options], { encoding: "utf8" });
    assert.equal(result.stdout, "");
    assert.equal(result.status, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assert.equal(manifest.schemaVersion, "2.1.0");
  const named = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));
  assert.equal(named.customElements, "./custom-elements.json");
  assert.ok(named.files.includes("custom-elements.json"));
});

test("both elements are there, exported and defined by elements.js", () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName), ["equity-catalog", "equity-glossary"]);
  for (const { path, exports = [] } of manifest.modules) {
    assert.equal(path, "elements.js");
    assert.deepEqual(sorted(exports.flatMap(({ kind, name }) => (kind === "js" ? [name] : []))), sorted(Object.keys(classes).filter((name) => name.startsWith("Equity"))), "what else it exports is for its own other files");
  }
});

for (const { name, tagName, attributes = [], members = [], events = [], slots, cssParts = [], cssProperties = [] } of elements) {
  const element = classes[name];

  test(`${tagName}: all attributes that it observes, and no others`, () => {
    assert.deepEqual(sorted(attributes.map((attribute) => attribute.name)), sorted(element.observedAttributes));
  });

  test(`${tagName}: all properties and methods, with what holds when nobody says otherwise`, () => {
    assert.deepEqual(sorted(members.map((member) => member.name)), namesOf(element));
    for (const field of /** @type {CustomElementField[]} */ (members.filter(({ kind }) => kind === "field"))) {
      if (!field.attribute) continue;
      /** @param {string | null} given what the attribute says */
      const read = (given) => Reflect.get(element.prototype, field.name, { getAttribute: (/** @type {string} */ asked) => (asked === field.attribute ? given : "not this one") });
      assert.equal(JSON.stringify(read(null)), field.default, field.name);
      const words = field.type?.text.startsWith('"') ? field.type.text.split(" | ") : [];
      for (const word of words) assert.equal(JSON.stringify(read(JSON.parse(word))), word, field.name);
      if (words.length > 0) assert.equal(JSON.stringify(read("none of these")), field.default, field.name);
      else assert.equal(typeof read("7"), field.type?.text, field.name);
    }
  });

  test(`${tagName}: everything is described`, () => {
    for (const thing of [...attributes, ...members, ...events, ...(slots ?? []), ...cssParts, ...cssProperties]) assert.ok(thing.description, thing.name);
    assert.deepEqual(slots?.map((slot) => slot.name), [""]);
  });
}

test("all events that are dispatched, and which of them can be prevented", () => {
  const emitted = sources.flatMap((source) => [...source.matchAll(/\.emit\("(\w+)",(.*)\)/gu)].map(([, name = "", rest = ""]) => ({ name: `equity-catalog:${name}`, cancelable: /, true\b/u.test(rest) })));
  const described = elements.flatMap(({ events = [] }) => events);
  assert.deepEqual(sorted(described.map(({ name }) => name)), sorted(emitted.map(({ name }) => name)));
  for (const { name, cancelable } of emitted) {
    for (const { description } of described.filter((event) => event.name === name)) assert.equal(/Cancelable/u.test(description ?? ""), cancelable, name);
  }
  const only = elements[1]?.events?.map(({ name }) => name);
  assert.deepEqual(only, ["equity-catalog:ready", "equity-catalog:select", "equity-catalog:error"], "a glossary has no results to tell of");
});

test("all parts and custom properties that the elements' code has, but for those of a popup", () => {
  const code = sources.map((source) => source.replace(/^\s*(\/\/|\*|\/\*).*$/gmu, ""));
  const parts = code.flatMap((source) => [...source.matchAll(/\bpart: "([a-z -]+)"/gu)].flatMap(([, names = ""]) => names.split(" ")));
  const told = sorted(elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name)));
  // Some helpers are given the part's name: then it stands as a text of its own in the file, or in one that calls them.
  const given = code.filter((source) => /\bpart: [a-z]|\bfacts\(/u.test(source)).join("\n");
  const helped = told.filter((name) => given.includes(`"${name}"`));
  assert.deepEqual(told, sorted([...parts, ...helped]).filter((name) => !name.startsWith("popup")));
  const properties = code.flatMap((source) => [...source.matchAll(/var\((--equity-[a-z-]+)/gu)].map(([, name = ""]) => name));
  assert.deepEqual(sorted(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name))), sorted(properties));
});
