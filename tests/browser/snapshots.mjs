// Kept pictures of pages in words: what a screen reader has of a part of a page must be what the file in snapshots/ says.
// One file serves all browsers. UPDATE_SNAPSHOTS=1 writes them anew; look at what changed before you keep it.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pause } from "./driver/page.mjs";
import { treeOf } from "./driver/tree.mjs";

/** @typedef {import("./driver/page.mjs").Page} Page */
/** @typedef {import("./driver/inside.mjs").Target} Target */

/** How long a page may go on changing by itself: the status speaks when the reader has paused. */
const REST = 1500;
const FOLDER = fileURLToPath(new URL("snapshots/", import.meta.url));

/**
 * @param {Page} page
 * @param {string} name  of the file, without `.txt`
 * @param {Target} target
 */
export async function matchesSnapshot(page, name, target) {
  await page.see(target);
  const file = `${FOLDER}${name}.txt`;
  if (process.env.UPDATE_SNAPSHOTS) {
    mkdirSync(FOLDER, { recursive: true });
    await pause(REST);
    writeFileSync(file, await page.ask(treeOf, target));
    return;
  }
  assert.ok(existsSync(file), `${file} is not there yet. UPDATE_SNAPSHOTS=1 writes it; read it before you keep it.`);
  const kept = readFileSync(file, "utf8");
  let now = await page.ask(treeOf, target);
  for (const deadline = Date.now() + 2 * REST; now !== kept && Date.now() < deadline; now = await page.ask(treeOf, target)) await pause(50);
  if (now !== kept) assert.fail(`what is read out is not what snapshots/${name}.txt keeps (- kept, + now; UPDATE_SNAPSHOTS=1 keeps what is now):\n${difference(kept, now)}`);
}

/** Line by line, with two lines around each change. @param {string} before @param {string} after */
export function difference(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  // The longest common run of lines, by the textbook's table: these texts have some hundred lines.
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (/** @type {number} */ row, /** @type {number} */ column) => common[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const line = /** @type {Uint32Array} */ (common[row]);
      line[column] = old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  /** @type {string[]} */
  const lines = [];
  for (let row = 0, column = 0; row < old.length || column < now.length; ) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      lines.push(`  ${old[row]}`);
      row++;
      column++;
    } else if (column >= now.length || (row < old.length && at(row + 1, column) >= at(row, column + 1))) lines.push(`- ${old[row++]}`);
    else lines.push(`+ ${now[column++]}`);
  }
  const near = (/** @type {number} */ index) => lines.slice(Math.max(index - 2, 0), index + 3).some((line) => !line.startsWith(" "));
  return lines.filter((_, index) => near(index)).join("\n");
}

/** The roles that our walk and Chromium's own tree call by the same name, and that a reader moves by. */
const SHARED = new Set(["button", "link", "heading", "checkbox", "searchbox", "dialog", "navigation", "search", "status", "group", "alert"]);

/**
 * What the browser itself makes of the page, against our walk: role and name of each shared thing, in order. Only
 * Chromium tells; with the others there is nothing to compare.
 * @param {Page} page
 */
export async function agreesWithBrowser(page) {
  const real = await page.tab.accessibility?.();
  if (!real) return;
  const ours = (await page.ask(treeOf, { css: "body" })).split("\n").map((line) => /^ *(\w+)(?: “(.*?)”(?=$|, [a-z]))?/u.exec(line)).filter((found) => found !== null)
    .map(([, role = "", name = ""]) => ({ role, name }));
  // To Chromium whatever is a popover or a <details> is a group; one without a name says nothing to anybody.
  const shared = (/** @type {{ role: string, name: string }[]} */ nodes) => nodes.filter(({ role, name }) => SHARED.has(role) && (role !== "group" || name))
    .map(({ role, name }) => `${role} ${name}`).join("\n");
  const [mine, its] = [shared(ours), shared(real)];
  if (mine !== its) assert.fail(`our walk and the browser's tree differ (- ours, + the browser's):\n${difference(mine, its)}`);
}
