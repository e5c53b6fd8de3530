// @ts-check
// Describes the elements for editors and documentation tools: `node manifest.mjs FOLDER` writes custom-elements.json there,
// after https://github.com/webcomponents/custom-elements-manifest (2.1).
//
// Nothing is told here that the elements' sources don't tell: attributes and what holds without them by the tables of
// equity-catalog.js and equity-glossary.js, methods and slots by the comments of the classes, events by types.d.ts, looks by
// the comment of styles/base.js in the words of the page that tries them. Whatever is missing there stops the build.

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PARTS, PROPERTIES } from "../../www/demo/look-list.js";
import { attributeOf } from "../../www/elements/attributes.js";
import { ATTRIBUTES as CATALOG } from "../../www/elements/equity-catalog.js";
import { ATTRIBUTES as GLOSSARY } from "../../www/elements/equity-glossary.js";

/** @import { Read } from "../../www/elements/attributes.js" */
/** @import { CustomElementDeclaration, CustomElementField, ClassMethod, Package } from "custom-elements-manifest" */

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = (/** @type {string} */ path) => readFileSync(join(root, "www", "elements", path), "utf8");

/** A doc comment and what stands below it. */
const DOCUMENTED = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*([^\n]*)/gu;
const MODULE = "elements.js";

/**
 * Every documented thing of a source: its first line, what the comment says, and its tags.
 *
 * @param {string} text
 */
function documented(text) {
  return [...text.matchAll(DOCUMENTED)].map(([, comment = "", line = ""]) => {
    const [said = "", ...tags] = comment.replace(/\s*\n\s*\*? ?/gu, " ").trim().split(/\s*@(?=[a-z]+\b)/u);
    return { line, said: said.trim(), tags: tags.map((tag) => tag.trim()) };
  });
}

/**
 * @param {string | undefined} text
 * @param {string} what
 */
function needed(text, what) {
  if (!text) throw new Error(`custom-elements.json: the sources say nothing of ${what}; describe it in a comment`);
  return text;
}

/**
 * The properties that are attributes as well.
 *
 * @param {Record<string, Read>} attributes
 * @param {string} text  the source, whose comments describe them
 * @returns {CustomElementField[]}
 */
function fields(attributes, text) {
  const table = documented(/ATTRIBUTES = \{([\s\S]*?)\n\};/u.exec(text)?.[1] ?? "");
  return Object.entries(attributes).map(([name, read]) => {
    const entry = table.find(({ line }) => line.startsWith(`${name}:`));
    const usual = read(null);
    const words = /oneOf\((.*)\)/u.exec(entry?.line ?? "")?.[1];
    return {
      kind: "field",
      name,
      type: { text: words?.replaceAll(", ", " | ") ?? typeof usual },
      default: JSON.stringify(usual),
      description: needed(entry?.said, name),
      attribute: attributeOf(name),
      reflects: true,
    };
  });
}

/**
 * The public methods and accessors of a class: those that no comment calls internal.
 *
 * @param {string} text
 * @returns {(ClassMethod | CustomElementField)[]}
 */
function members(text) {
  const body = text.slice(text.indexOf("\nexport class "));
  /** @param {ReturnType<typeof documented>[number]} one @returns {(ClassMethod | CustomElementField)[]} */
  const member = ({ line, said, tags }) => {
    const [, getter, name] = /^(get |async )?([a-z]\w*)\(/u.exec(line) ?? [];
    if (!name || tags.some((tag) => tag.startsWith("internal"))) return [];
    const description = needed(said, name);
    const accessor = getter === "get " && new RegExp(`set ${name}\\(`, "u").test(body);
    if (accessor) return [{ kind: "field", name, type: { text: PROPERTY_TYPES[name] ?? "" }, description }];
    const parameters = tags.flatMap((tag) => {
      const [, type, optional, parameter, what] = /^param \{(.*)\} (\[)?(\w+)\]?\s*(.*)$/u.exec(tag) ?? [];
      return type && parameter ? [{ name: parameter, type: { text: type }, ...(optional && { optional: true }), ...(what && { description: what }) }] : [];
    });
    return [{ kind: "method", name, description, ...(parameters.length > 0 && { parameters }), return: { type: { text: getter === "async " ? "Promise<void>" : "void" } } }];
  };
  return documented(body.slice(0, body.indexOf("\n}\n"))).flatMap(member);
}

/** What accessors give and take: their types are imported, or stand in no comment. @type {Record<string, string>} */
const PROPERTY_TYPES = {
  catalog: "Catalog | undefined",
  popups: '"on" | "off"',
  strings: "Record<string, string | Record<string, string>> | undefined",
};

/** What both elements heed besides their own tables. */
const SHARED_ATTRIBUTES = [
  { name: "strings", type: { text: "string" }, description: "The address of a JSON file with words of the page's own in place of ours.", fieldName: "strings" },
  { name: "lang", type: { text: "string" }, description: "The language of the words around the catalog; that of the nearest element which has one." },
];

/** @param {string[]} names */
function events(names) {
  const map = /interface EquityEventMap \{([\s\S]*?)\n\}/u.exec(source("types.d.ts"))?.[1] ?? "";
  const known = documented(map);
  return names.map((name) => {
    const event = known.find(({ line }) => line.startsWith(`"${name}":`));
    const type = /: (.*);$/u.exec(event?.line ?? "")?.[1];
    return { name, type: { text: needed(type, name) }, description: needed(event?.said, name) };
  });
}

/** The comment of base.js, and in it the parts of each element. */
const looks = source("styles/base.js").split("\nexport")[0]?.replace(/^\/\/ ?/gmu, "") ?? "";
const partLines = /::part\(\):\n([\s\S]*?)\n\n/u.exec(looks)?.[1]?.trim().split("\n") ?? [];
const names = (/** @type {string} */ text) => text.match(/[a-z]+(?:-[a-z]+)*/gu) ?? [];
const shared = names(/The last line is the glossary's, which also has ([^.]*)\./u.exec(looks)?.[1] ?? "");
const own = names(partLines.at(-1) ?? "");
const CATALOG_PARTS = [...names(partLines.slice(0, -1).join(" ")), "related"];
const GLOSSARY_PARTS = [...own, ...shared];

/** @param {string[]} parts */
function cssParts(parts) {
  return parts.map((name) => ({ name, description: needed(PARTS.find((part) => part.name === name)?.what, `the part ${name}`) }));
}

/** @param {boolean} isCatalog */
function cssProperties(isCatalog) {
  const told = PROPERTIES.filter(({ name }) => looks.includes(name) && (isCatalog || name !== "--equity-gap"));
  return told.map(({ name, kind, usual, what }) => ({
    name,
    description: what,
    ...(kind !== "font" && { syntax: `<${kind}>` }),
    ...(kind === "length" && { default: usual }),
  }));
}

/**
 * @param {string} file
 * @param {Record<string, Read>} attributes
 * @param {boolean} isCatalog
 * @returns {CustomElementDeclaration}
 */
function declaration(file, attributes, isCatalog) {
  const text = source(file);
  const { line, said, tags } = documented(text).find((one) => one.line.startsWith("export class ")) ?? { line: "", said: "", tags: [] };
  const tagged = (/** @type {string} */ tag) => tags.flatMap((one) => (one.startsWith(`${tag} `) ? [one.slice(tag.length + 1)] : []));
  const name = needed(/class (\w+)/u.exec(line)?.[1], file);
  const mirrored = fields(attributes, text);
  return {
    kind: "class",
    customElement: true,
    name,
    tagName: attributeOf(name).slice(1),
    description: needed(said, name),
    superclass: { name: "HTMLElement" },
    attributes: [
      ...mirrored.map(({ name: fieldName, attribute = "", type, description = "", default: usual = "" }) => ({ name: attribute, ...(type && { type }), description, default: usual, fieldName })),
      ...SHARED_ATTRIBUTES,
    ],
    members: [...mirrored, ...members(source("element.js")), ...members(text)],
    events: events(tagged("fires")),
    slots: tagged("slot").map((slot) => ({ name: "", description: slot.replace(/^- /u, "") })),
    cssProperties: cssProperties(isCatalog),
    cssParts: cssParts(isCatalog ? CATALOG_PARTS : GLOSSARY_PARTS),
  };
}

const declarations = [declaration("equity-catalog.js", CATALOG, true), declaration("equity-glossary.js", GLOSSARY, false)];
/** @type {Package} */
const manifest = {
  schemaVersion: "2.1.0",
  readme: "README.md",
  modules: [
    {
      kind: "javascript-module",
      path: MODULE,
      declarations,
      exports: declarations.flatMap(({ name, tagName = "" }) => [
        { kind: "js", name, declaration: { name, module: MODULE } },
        { kind: "custom-element-definition", name: tagName, declaration: { name, module: MODULE } },
      ]),
    },
  ],
};
const folder = resolve(process.argv[2] ?? join(root, "pkg"));
writeFileSync(join(folder, "custom-elements.json"), `${JSON.stringify(manifest, null, 2)}\n`);
