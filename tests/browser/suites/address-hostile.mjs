// What stands behind the # may come from anybody: whatever it is, the list shows something of sense, fits the window, and goes on working.

import assert from "node:assert/strict";
import { button, catalog, heading, headingFrom, searchBox, settled, works } from "./things.mjs";

/** @typedef {import("../driver/inside.mjs").Target} Target */

const HOME = heading("Networks, Alliances, and Coalitions");

/** Addresses that nobody of sense wrote, and what a reader sees then. @type {[what: string, fragment: string, seen: Target][]} */
const HOSTILE = [
  ["an endless query", `#q=${"network+".repeat(4000)}`, headingFrom("[0-9]+ results? ")],
  ["half a sign at the end of a long query", `#q=${"a".repeat(499)}%F0%9F%98%80`, headingFrom("No results")],
  ["thousands of values of a filter", `#${Array.from({ length: 3000 }, (_, at) => `kind=k${at}`).join("&")}`, headingFrom("No results")],
  ["a page far behind the last", "#q=network&page=999999999999", headingFrom("[0-9]+ results? for “network”")],
  ["a page far behind the last of groups", "#q=network&group=kind&page=999999999999", { css: ".group-title", within: catalog }],
  ["a page before the first", "#q=network&page=-3", works],
  ["a page that is no number", "#q=network&page=two", works],
  ["an unknown order and unknown groups", "#q=network&sort=colour&group=toString", works],
  ["unknown filters", "#colour=red&__proto__=x&constructor=y", HOME],
  ["an unknown value of a filter", "#kind=Nonsense", button("Remove filter: Nonsense")],
  ["an unknown section", "#in=nowhere", HOME],
  ["a work that isn't there", "#resource-nothing-such", { css: "[role=alert]", text: "This catalog has no work “nothing-such”. It may have been taken out or renamed.", within: catalog }],
  ["a work with an endless name", `#resource-${"x".repeat(20_000)}`, { css: "[role=alert]", within: catalog }],
  ["broken percent signs", "#q=%E0%A4%A&kind=%&in=%zz", headingFrom("No results")],
  ["signs of other languages", "#q=%D8%B4%D8%A8%D9%83%D8%A9", headingFrom("No results for")],
  ["markup", "#q=%3Cimg+src=x%3E&kind=%3Cb%3E", button("Remove filter: <b>")],
  ["a reading list of nothing that exists", "#list=a.b.c", heading("Reading list (0)")],
  ["nothing but signs", "#=&&=&.=", HOME],
];

/** @type {import("../run.mjs").Case[]} */
export const hostileAddresses = HOSTILE.map(([what, text, seen]) => ({
  name: `an address with ${what} breaks nothing`,
  at: `/test/finding/address.html${text}`,
  async run(page) {
    await page.see(seen);
    await settled(page);
    const wide = await page.ask(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px to scroll sideways`);
    await page.fill(searchBox, "consensus");
    await page.see(headingFrom("(1 result|No results) for “consensus”"));
    await page.until("the address to follow", () => location.hash.startsWith("#q=consensus"));
  },
}));
