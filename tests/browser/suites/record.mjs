// One work in full: opened in its place, with all that is known of it, ways on to others, and what can be taken away.

import assert from "node:assert/strict";
import { axe, htmlcs } from "../audit.mjs";
import { button, buttonFrom, catalog, focusWithin, heading, headingFrom, popup, search, settled, works } from "./things.mjs";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/inside.mjs").Target} Target */

const OWN = "/test/works.html";
const HANDBOOK = "Commons for stewards";
/** What is open of a work. @type {Target} */
const record = { css: ".record", within: catalog };
const summary = { css: "summary", text: "Cite", within: record };

/** @param {string} title @returns {Target} */
const details = (title) => button(`Details: ${title}`);

/** Opens a work where it is listed. @param {Page} page @param {string} title */
async function open(page, title) {
  await settled(page);
  await page.click(details(title));
  await page.see(record);
}

/** The facts of the record that is open, each as a line: the name, then the values. @param {Page} page */
const factsOf = (page) => page.ask(($, within) => {
  /** @type {string[]} */
  const lines = [];
  for (const part of $.all({ css: "dt, dd", within })) {
    if (part.localName === "dt") lines.push(`${$.content(part)}:`);
    else lines.push(`${lines.pop()} <${$.content(part)}>`);
  }
  return lines;
}, record);

/** What a page has copied, in place of a clipboard that other programs see too. @param {Page} page @param {boolean} [refused] */
const watchClipboard = (page, refused = false) => page.ask((_, refuses) => {
  /** @type {string[]} */
  const copied = [];
  const writeText = async (/** @type {string} */ text) => {
    if (refuses) throw new DOMException("not here", "NotAllowedError");
    copied.push(text);
  };
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  Object.assign(globalThis, { copied });
}, refused);

/** @param {Page} page */
const copied = (page) => page.ask(() => /** @type {{ copied: string[] }} */ (/** @type {unknown} */ (globalThis)).copied);

/** The titles of the works that are offered as related. @param {Page} page */
const related = (page) => page.names({ role: "link", within: { css: ".record-related", within: record } });

/** The text inside each file that is offered, and what the file will be called. @param {Page} page */
const files = (page) => page.ask(($, within) => Object.fromEntries(
  $.all({ css: "a[download]", within }).map((link) => {
    const [, text = ""] = /^data:[^,]*,(.*)$/su.exec(link.getAttribute("href") ?? "") ?? [];
    return [link.getAttribute("download") ?? "", decodeURIComponent(text)];
  }),
), record);

/** Goes on with the Tab key until something of this name has the focus. @param {Page} page @param {string} name */
async function tabTo(page, name) {
  for (let steps = 0; steps < 30; steps += 1) {
    await page.press("Tab");
    if ((await page.focused()).name === name) return;
  }
  assert.fail(`the keyboard did not reach “${name}”`);
}

/** The title of the work that has the focus stands in the window. @param {Page} page @param {string} title */
async function arrivedAt(page, title) {
  await page.until(`the focus on “${title}”, in view`, ($, name) => {
    const active = $.active();
    const { top, bottom } = active?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return active !== null && $.name(active) === name && top >= 0 && bottom <= innerHeight;
  }, title);
}

/** @type {Case[]} */
const opening = [
  {
    name: "“Details” opens the work in its place, says so, and closes it again",
    at: "/",
    async run(page) {
      await settled(page);
      const target = details("Net Gains: A Handbook for Network Builders Seeking Social Change");
      await page.see(target);
      assert.deepEqual(await page.texts(target), ["Details"], "the name goes on behind what is seen");
      assert.equal(await page.attribute(target, "aria-expanded"), "false");
      await page.click(target);
      await page.see(record);
      assert.equal(await page.attribute(target, "aria-expanded"), "true");
      const isControlled = await page.ask(($, one, two) => $.one(one).getAttribute("aria-controls") === $.one(two).id, target, record);
      assert.ok(isControlled, "the button says what it opens");
      assert.ok(await page.ask(focusWithin, target), "the focus stays on the button");
      await page.click(target);
      await page.gone(record);
      assert.equal(await page.attribute(target, "aria-expanded"), "false");
    },
  },
  {
    name: "one work is open at a time",
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      await page.click(details("Wells and rivers"));
      await page.see({ css: "[aria-expanded=true]", ...details("Wells and rivers") });
      assert.equal(await page.attribute(details(HANDBOOK), "aria-expanded"), "false");
      assert.equal(await page.count(record), 1);
    },
  },
  {
    name: "all that is known of it stands under its name, corrections beside what was printed",
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      assert.deepEqual(await factsOf(page), [
        "Authors: <Ana Díaz> <Bo Chn [correct: Bo Chen]>",
        "Organizations: <Commons House> <Reeve & Sons>",
        "Kind: <Tool>",
        "Topic: <Land> <Water>",
        "Year: <2012>",
        "Language: <Spanish>",
        "Other titles: <The Village Handbook>",
        "Listed in: <PLAN / Change Process / Land and water> <Sky>",
        "In the glossary: <Commons> <Steward>",
      ]);
    },
  },
  {
    name: "what isn't known has no name either, and a name of one author is in the singular",
    at: OWN,
    async run(page) {
      await open(page, "Wells and rivers");
      const lines = await factsOf(page);
      assert.deepEqual(lines, ["Author: <Ana Díaz>", "Kind: <Resource>", "Topic: <Water>", "Year: <2015>", "Listed in: <PLAN / Change Process / Land and water>"]);
    },
  },
  {
    name: "a description that the list cuts is whole in the record",
    at: OWN,
    async run(page) {
      await search(page, "commons");
      const line = { css: ".description", within: { ...works, nth: 0 } };
      const [cut] = await page.texts({ ...line, nth: 0 });
      assert.match(cut, /…/u);
      await open(page, HANDBOOK);
      const [whole] = await page.texts({ css: ".description", within: record });
      assert.match(whole, /^How a village looks after its commons\. .* to the very last page\.$/u);
    },
  },
  {
    name: "another language than the page's is told to those who hear it, and our words in it are ours again",
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      const spoken = await page.ask(($, within) => Object.fromEntries(
        ["How a village", "Spanish", "Tool"].map((start) => {
          const place = $.all({ css: "p, dd button", within }).find((each) => $.content(each).startsWith(start));
          return [start, place?.closest("[lang]")?.getAttribute("lang")];
        }),
      ), record);
      assert.deepEqual(spoken, { "How a village": "es", Spanish: "en", Tool: "en" });
    },
  },
];

/** A value of the handbook, and what all works that share it are. @type {[value: string, sharing: string[]][]} */
const VALUES = [
  ["Ana Díaz", ["Commons for stewards", "Wells and rivers"]],
  ["Commons House", ["Commons for stewards", "A book of clouds"]],
  ["Tool", ["Commons for stewards", "A leaf that no page lists"]],
  ["Water", ["Commons for stewards", "Wells and rivers"]],
  ["2012", ["Commons for stewards"]],
  ["Spanish", ["Commons for stewards"]],
];

/** @type {[title: string, related: RegExp[]][]} */
const RELATED = [
  ["Decentralized Networks and the Black Radical Tradition", [/^Network Weaver Learning Lab/u, /^“Lean Weaving”/u]],
  ["Leadership and Networks: New Ways of Developing Leadership in a Highly Connected World", [/^Leading Culture and Systems Change/u, /^Seeking Everyday Opportunities/u]],
  ["Net Gains: A Handbook for Network Builders Seeking Social Change", [/^Catalyzing Networks for Social Change/u]],
  ["Bridging Differences and Movements", [/^Crossing Organizational Boundaries/u]],
  ["Crossing Boundaries, Connecting Communities: Alliance Building for Immigrant Rights and Racial Justice", [/^Crossing Organizational|^African American[–-]Immigrant/u]],
];

/** @type {Case[]} */
const goingOn = [
  ...VALUES.map(([value, sharing]) => /** @type {Case} */ ({
    name: `“${value}” in a record leads to all works that share it`,
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      await page.click({ ...button(value), within: record });
      await page.see(headingFrom(`${sharing.length} results?$`));
      await settled(page);
      const titles = await page.names({ role: "heading", within: works });
      assert.deepEqual(titles.sort(), [...sharing].sort());
      await page.see(button(`Remove filter: ${value}`));
      assert.match((await page.focused()).name, /^[0-9]+ results?$/u, "the focus is where the works begin");
    },
  })),
  {
    name: "the page that lists a work is one choice away, and going back opens the work again",
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      await page.click({ ...button("Sky"), within: record });
      await page.see(heading("Books"));
      assert.equal((await page.focused()).name, "Sky");
      await page.ask(() => history.back());
      await page.see(heading("Handbooks"));
      await page.see(record);
    },
  },
  ...RELATED.map(([title, expected]) => /** @type {Case} */ ({
    name: `works related to “${title}” are sensible`,
    at: "/",
    async run(page) {
      await open(page, title);
      const titles = await related(page);
      assert.ok(titles.length >= 1 && titles.length <= 5, `${titles.length} works`);
      assert.ok(!titles.includes(title), "it isn't related to itself");
      assert.equal(new Set(titles).size, titles.length);
      for (const one of expected) assert.ok(titles.slice(0, 3).some((each) => one.test(each)), `${one} among the first of ${titles.join(" | ")}`);
    },
  })),
  {
    name: "a related work opens in its place when it is in the list, and above the list when it isn't, with the focus on its title",
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      const titles = await related(page);
      assert.ok(titles.includes("Wells and rivers") && titles.includes("A leaf that no page lists"), titles.join());
      await page.click({ role: "link", name: "A leaf that no page lists", within: record });
      await arrivedAt(page, "A leaf that no page lists");
      assert.equal(await page.count({ ...heading("A leaf that no page lists"), within: { css: ".above", within: catalog } }), 1);
      await page.click({ role: "link", name: "Commons for stewards", within: record });
      await arrivedAt(page, "Commons for stewards");
      // The link had that name too, and the focus.
      await page.until("its record", ($, target) => $.one(target).getAttribute("aria-expanded") === "true", details(HANDBOOK));
      await page.until("one record", ($, target) => $.all(target).length === 1, record);
      assert.equal(await page.count({ css: ".above", within: catalog }), 0, "what was shown above isn't left there");
    },
  },
  {
    name: "the glossary's terms in a work open the same popups as in any text",
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      await page.click({ ...button("Steward"), within: record });
      await page.see({ role: "dialog", name: "Steward" });
      const [text] = await page.texts(popup);
      assert.match(text, /Who looks after it\./u);
      await page.press("Escape");
      await page.gone(popup);
      assert.equal((await page.focused()).name, "Steward");
    },
  },
];

/** Where a work may be when its address is followed. @type {[where: string, hash: string, title: string][]} */
const ADDRESSES = [
  ["on the page that is shown", "#resource-field-20", "Field 20"],
  ["on another section's page", "#resource-clouds", "A book of clouds"],
  ["on no section's page", "#resource-loose", "A leaf that no page lists"],
  ["not among the results that the address asks for", "#resource-clouds&q=wells", "A book of clouds"],
  ["on another page of the results", "#resource-field-24&kind=Resource", "Field 24"],
];

/** @type {Case[]} */
const addresses = [
  ...ADDRESSES.map(([where, hash, title]) => /** @type {Case} */ ({
    name: `a permanent link opens its work from a fresh page: ${where}`,
    at: OWN + hash,
    size: [1280, 600],
    async run(page) {
      await page.see(record);
      await arrivedAt(page, title);
      assert.equal(await page.attribute(details(title), "aria-expanded"), "true");
    },
  })),
  {
    name: "the address names the open work, no longer when it is closed, and going back opens it again",
    at: "/",
    async run(page) {
      const hash = () => page.ask(() => location.hash);
      await open(page, "Net Gains: A Handbook for Network Builders Seeking Social Change");
      assert.equal(await hash(), "#resource-net-gains");
      await page.click({ css: ".open[aria-expanded=true]", within: catalog });
      await page.gone(record);
      assert.equal(await hash(), "");
      await page.ask(() => history.back());
      await page.see(record);
      assert.equal(await hash(), "#resource-net-gains");
    },
  },
  {
    name: "the permanent link is the address to the work and nothing else",
    at: "/#q=network",
    async run(page) {
      await page.see(works);
      await open(page, "Net Gains: A Handbook for Network Builders Seeking Social Change");
      assert.equal(await page.attribute({ role: "link", name: "Permanent link", within: record }, "href"), await page.ask(() => new URL("#resource-net-gains", location.href).href));
    },
  },
  {
    name: "a link to a work that the catalog no longer has says so, and shows the catalog",
    at: `${OWN}#resource-gone`,
    async run(page) {
      await page.see({ css: "[role=alert]", text: "This catalog has no work “gone”. It may have been taken out or renamed.", within: catalog });
      await page.see(works);
    },
  },
];

const REFERENCE = "Díaz, A., & Chn, B. (2012). Commons for stewards. Commons House; Reeve & Sons. https://example.org/handbook?a=1&b=2";

/** @type {Case[]} */
const takingAway = [
  {
    name: "“Copy link” copies the whole address and says so",
    at: OWN,
    async run(page) {
      await watchClipboard(page);
      await open(page, HANDBOOK);
      await page.click(button("Copy link"));
      await page.see({ role: "status", text: "Copied.", within: record });
      assert.deepEqual(await copied(page), [await page.ask(() => new URL("#resource-handbook", location.href).href)]);
    },
  },
  {
    name: "where the browser refuses the clipboard, the address stands there selected, to be copied by hand",
    at: OWN,
    async run(page) {
      await watchClipboard(page, true);
      await open(page, HANDBOOK);
      await page.click(button("Copy link"));
      await page.see({ role: "status", text: "Selected: copy it with Ctrl+C or ⌘C.", within: record });
      const field = await page.ask(($) => {
        const active = /** @type {HTMLTextAreaElement} */ ($.active());
        return { name: $.name(active), text: active.value.slice(active.selectionStart, active.selectionEnd) };
      });
      assert.deepEqual(field, { name: "Copy link", text: await page.ask(() => new URL("#resource-handbook", location.href).href) });
    },
  },
  {
    name: "“Share” stands there only where the browser can share, and hands on title and address",
    at: OWN,
    async run(page) {
      await page.ask(() => void Object.defineProperty(navigator, "share", { value: undefined, configurable: true }));
      await open(page, HANDBOOK);
      assert.equal(await page.count(button("Share")), 0);
      await page.ask(() => {
        /** @type {ShareData[]} */
        const shared = [];
        Object.assign(globalThis, { shared });
        // A reader who thinks better of it: the page must stay quiet.
        const share = (/** @type {ShareData} */ data) => {
          shared.push(data);
          return Promise.reject(new DOMException("no", "AbortError"));
        };
        Object.defineProperty(navigator, "share", { value: share, configurable: true });
      });
      await page.click(details("Wells and rivers"));
      await page.click({ ...button("Share"), within: record });
      const [data] = await page.ask(() => /** @type {any} */ (globalThis).shared);
      assert.deepEqual(data, { title: "Wells and rivers", url: await page.ask(() => new URL("#resource-wells", location.href).href) });
    },
  },
  {
    name: "“Cite” has the reference as a line to copy",
    at: OWN,
    async run(page) {
      await watchClipboard(page);
      await open(page, HANDBOOK);
      await page.click(summary);
      await page.see({ css: ".reference", text: REFERENCE, within: record });
      await page.click(button("Copy reference"));
      await page.see({ role: "status", text: "Copied.", within: record });
      assert.deepEqual(await copied(page), [REFERENCE]);
    },
  },
  {
    name: "references come as files that reference managers and spreadsheets read, named after the work",
    at: OWN,
    async run(page) {
      await open(page, HANDBOOK);
      await page.click(summary);
      await page.see({ role: "link", name: "Download RIS", within: record });
      const { "handbook.ris": ris, "handbook.bib": bibtex, "handbook.json": csl, "handbook.csv": csv, ...others } = await files(page);
      assert.deepEqual(others, {});
      for (const tag of ["TY  - RPRT", "TI  - Commons for stewards", "AU  - Díaz, Ana", "AU  - Chn, Bo", "PY  - 2012", "LA  - es", "UR  - https://example.org/handbook?a=1&b=2"]) {
        assert.ok(ris?.split("\r\n").includes(tag), tag);
      }
      assert.match(bibtex ?? "", /^@techreport\{handbook,\n/u);
      assert.ok(bibtex?.includes("  author = {Díaz, Ana and Chn, Bo},\n") && bibtex.includes("  year = {2012},\n"), bibtex);
      const [item] = JSON.parse(csl ?? "[]");
      assert.deepEqual(item.author, [{ family: "Díaz", given: "Ana" }, { family: "Chn", given: "Bo" }]);
      assert.deepEqual(item.issued, { "date-parts": [[2012]] });
      const [head, row] = (csv ?? "").split("\r\n");
      assert.match(head, /^\ufeffid,title,/u, "a spreadsheet must see that it is UTF-8");
      assert.match(row, /^handbook,"Commons for stewards",.*"Ana Díaz; Bo Chn"/u);
    },
  },
  {
    name: "a download is a file: no page is opened, nothing is asked for",
    at: OWN,
    async run(page, site) {
      await open(page, HANDBOOK);
      await page.click(summary);
      const asked = site.asked.length;
      await page.click({ role: "link", name: "Download CSV", within: record });
      await page.see(record);
      assert.equal(site.asked.length, asked);
      assert.equal(await page.ask(() => location.pathname), OWN);
    },
  },
];

/** @type {Case[]} */
const reaching = [
  {
    name: "by keyboard alone: open, a term, cite, and close again",
    at: OWN,
    async run(page) {
      await settled(page);
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), details(HANDBOOK));
      await page.press("Enter");
      await page.see(record);
      await tabTo(page, "Ana Díaz");
      await tabTo(page, "Steward");
      await page.press("Space");
      await page.see(popup);
      await page.press("Escape");
      await page.gone(popup);
      assert.equal((await page.focused()).name, "Steward");
      await tabTo(page, "Copy link");
      await tabTo(page, "Cite");
      await page.press("Enter");
      await page.see(button("Copy reference"));
      await tabTo(page, "Copy reference");
      await tabTo(page, "Download CSV");
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), details(HANDBOOK));
      await page.press("Space");
      await page.gone(record);
      assert.equal((await page.focused()).name, `Details: ${HANDBOOK}`);
    },
  },
  {
    name: "by keyboard alone: a value of the record, and a related work",
    at: OWN,
    async run(page) {
      await settled(page);
      await page.ask(($, target) => /** @type {HTMLElement} */ ($.one(target)).focus(), details(HANDBOOK));
      await page.press("Enter");
      await page.see(record);
      await tabTo(page, "Wells and rivers");
      await page.press("Enter");
      await arrivedAt(page, "Wells and rivers");
      await tabTo(page, "2015");
      await page.press("Enter");
      await page.see(headingFrom("2 results$"));
      assert.equal((await page.focused()).name, "2 results");
    },
  },
  ...[false, true].map((dark) => /** @type {Case} */ ({
    name: `a work in full, and its reference, have no accessibility finding in ${dark ? "dark" : "light"}`,
    at: OWN,
    dark,
    async run(page) {
      await open(page, HANDBOOK);
      assert.deepEqual(await axe(page), []);
      await page.click(summary);
      await page.see(buttonFrom("Copy reference"));
      const found = await axe(page);
      assert.deepEqual(dark ? found : [...found, ...(await htmlcs(page))], []);
    },
  })),
];

/** @type {Case[]} */
export const workInFull = [...opening, ...goingOn, ...addresses, ...takingAway, ...reaching];
