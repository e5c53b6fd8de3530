// The things on the pages that many suites speak of, by the names under which readers know them, and the facts of the
// catalog's own files that the pages must show.

import { readFileSync } from "node:fs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */
/** @typedef {import("../driver/inside.mjs").Inside} Inside */

export const catalog = { css: "equity-catalog" };
export const glossary = { css: "equity-glossary" };
export const searchBox = { role: "searchbox", name: "Search the catalog" };
export const glossaryBox = { role: "searchbox", name: "Search the glossary" };
export const status = { role: "status", within: catalog };
export const works = { css: "li.listing", within: catalog };
export const workTitles = { role: "heading", within: works };
export const popup = { role: "dialog" };
export const annotated = { css: "button.equity-term" };

/** A text as a regular expression that means just this text. @param {string} text */
const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");

/** @param {string} name @returns {Target} */
export const button = (name) => ({ role: "button", name });

/** A button whose name only begins so, such as one with a count behind. @param {string} start @returns {Target} */
export const buttonFrom = (start) => ({ role: "button", name: { pattern: `^${start}` } });

/** @param {string} name @returns {Target} */
export const heading = (name) => ({ role: "heading", name });

/** @param {string} start @returns {Target} */
export const headingFrom = (start) => ({ role: "heading", name: { pattern: `^${start}` } });

/** A filter by its label, whatever its count. @param {string} label @returns {Target} */
export const filter = (label) => ({ role: "checkbox", name: { pattern: `^${literally(label)} \\([0-9]+\\)$` } });

/** The button that opens a term's popup. @param {string} words @returns {Target} */
export const term = (words) => ({ css: "button.equity-term", name: words });

// Two questions to a page; like all of them they are sent as source text and know nothing from around them.

/** Whether the focus is in it. @type {($: Inside, target: Target) => boolean} */
export const focusWithin = ($, target) => $.all(target).some((each) => $.holds(each, $.active()));

/** Whether it stands within the window, whole. @type {($: Inside, target: Target) => boolean} */
export const inView = ($, target) => {
  const { top, bottom } = $.one(target).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

/** Waits until all that belongs to what is shown has been made: long lists come a few at a time. @param {Page} page */
export async function settled(page) {
  await page.see({ css: ".view", within: catalog });
  await page.gone({ css: "[aria-busy]", within: catalog, hidden: true });
}

/** Waits until every term is marked: long texts are read in slices. @param {Page} page */
export async function annotatedWhole(page) {
  await page.until("the glossary", () => Boolean(/** @type {{ catalog?: unknown } | null} */ (document.querySelector("equity-glossary"))?.catalog));
  await page.gone({ css: "[aria-busy]", within: glossary, hidden: true });
}

/** Waits until the results stand there for a query. @param {Page} page @param {string} query */
export async function search(page, query) {
  await page.fill(searchBox, query);
  await page.see({ role: "heading", name: { pattern: `(“|: )${literally(query.trim())}”?$` }, within: catalog });
  await settled(page);
}

/** How many results the heading says there are. @param {Page} page */
export async function resultCount(page) {
  const [title] = await page.names({ role: "heading", name: { pattern: "^([0-9]+|No) results?\\b" }, within: catalog });
  return title === undefined || title.startsWith("No") ? 0 : Number.parseInt(title, 10);
}

/** The number in a filter's name: how many works it promises. @param {Page} page @param {string} label */
export async function promised(page, label) {
  await page.see(filter(label));
  await settled(page);
  const [name] = await page.names(filter(label));
  return Number(/\(([0-9]+)\)$/u.exec(name)?.[1]);
}

/**
 * The headings and listings of a page of the catalog in their order, from the file in which an editor keeps them.
 * @param {string} id
 */
export function outline(id) {
  const file = readFileSync(new URL(`../../../catalog/sections/${id}.md`, import.meta.url), "utf8");
  const [title = "", ...groups] = file.split(/^#+ /mu).slice(1);
  const lines = groups.flatMap((group) => group.split("\n").filter(Boolean).map((line) => line.replace(/^- /u, "")));
  return { title: title.split("\n")[0], lines, listings: groups.flatMap((group) => group.match(/^- .*$/gmu) ?? []).length };
}
