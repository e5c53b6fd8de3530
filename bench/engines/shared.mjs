// What all adapters have in common: which fields are searched, how much each counts, how a page of results is asked for.
//
// An adapter is one engine with the settings that suit it best here. It runs in Node and in a browser, so whatever only
// Node has is imported by `build` alone.

/** @import { Resource } from "../catalog.mjs" */

/** What a site would put on its server for the engine. @typedef {string | Uint8Array<ArrayBuffer>} Shipped */

/**
 * @typedef {object} Engine
 * @property {string} name                                  for options and JSON
 * @property {string} label                                 for the table
 * @property {string} settings                              in a few words
 * @property {boolean} records                              whether what it ships holds the records that a page shows
 * @property {boolean} [binary]                             whether it ships bytes rather than text
 * @property {"node" | "chromium"} [only]                   where it runs, if not in both
 * @property {number} [most]                                the largest catalog that it is tried on
 * @property {(resources: Resource[], folder: string) => Promise<Shipped>} build  may use the folder as it likes
 * @property {() => Promise<void>} [prepare]                what can be done before there is a catalog, such as compiling
 * @property {(shipped: Shipped, address: string) => Promise<Opened>} open  in Chromium `address` leads to the folder
 */

/**
 * An engine that is ready to search. Found ids come best first.
 * @typedef {object} Opened
 * @property {(query: string) => unknown} search            what a page does at a keystroke; may give a promise
 * @property {(found: any) => string[] | Promise<string[]>} ids  the ids in what `search` gave; not timed
 * @property {(question: string) => unknown} [ask]          for whole sentences, if that takes other settings
 * @property {(query: string) => unknown} [faceted]         `search` with three facets counted
 */

/** How many results a page shows. */
export const LIMIT = 20;

/** @type {["title", "authors", "organizations", "topics", "description"]} */
export const FIELDS = ["title", "authors", "organizations", "topics", "description"];

/** How much a word counts, by field. */
export const WEIGHTS = { title: 4, authors: 2, organizations: 2, topics: 1, description: 1 };

/** The facets that are counted, by the names that ours gives them. */
export const FACETS = ["kind", "author", "topic"];

/**
 * A resource as flat texts.
 * @param {Resource} resource
 * @returns {Record<"id" | (typeof FIELDS)[number], string>}
 */
export function flat({ id, title, authors, organizations, topics, description }) {
  return { id, title, authors: authors.join(" "), organizations: organizations.join(" "), topics: topics.join(" "), description };
}

/** All that is searched, as one text, the most important first. @param {Resource} resource */
export function joined(resource) {
  const texts = flat(resource);
  return FIELDS.map((field) => texts[field]).filter(Boolean).join(" · ");
}

/** Small letters without marks. @param {string} text */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
}

/** What was shipped, as the text that it is. @param {Shipped} shipped @returns {string} */
export function textOf(shipped) {
  return typeof shipped === "string" ? shipped : new TextDecoder().decode(shipped);
}

/** What was shipped, as the bytes that it is. @param {Shipped} shipped */
export function bytesOf(shipped) {
  return typeof shipped === "string" ? new TextEncoder().encode(shipped) : shipped;
}
