// What anybody's records can do to a page: nothing. Some 800 strings stand in every field of a catalog, which is shown in every way that there is.

import assert from "node:assert/strict";

/** @typedef {import("../run.mjs").Case} Case */
/** @typedef {import("../driver/page.mjs").Page} Page */

/** What the page itself knows: see pages/attacks/attacks.js. @typedef {{ id: string, title: string }} Work */

/** @param {Page} page @param {string} when @param {string} [widgets] */
async function unharmed(page, when, widgets) {
  const wrong = await page.ask((_, only) => /** @type {any} */ (globalThis).attacks.inspect(only ?? undefined), widgets);
  assert.deepEqual(wrong, [], when);
}

/**
 * Goes to a place behind the # and waits until all of it is shown. The list has an id, so its keys have a name before them.
 *
 * @param {Page} page
 * @param {string} keys
 */
async function go(page, keys) {
  await page.ask(async (_, to) => {
    location.hash = to;
    for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, keys.replace(/(?<=^|&)(?=.)/gu, "list."));
  await page.until(`${keys.slice(0, 80)} to be shown`, () => !document.getElementById("list")?.shadowRoot?.querySelector("[aria-busy=true]"));
}

/** Every term's popup, in the text. @param {Page} page */
async function popups(page) {
  const wrong = await page.ask(async () => {
    const { inspect } = /** @type {any} */ (globalThis).attacks;
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#article button"));
    for (const [at, button] of buttons.entries()) {
      button.click();
      for (let wait = 0; wait < 200 && !document.querySelector("equity-popup"); wait += 1) await new Promise((done) => setTimeout(done, 5));
      if (!document.querySelector("equity-popup")) return [`no popup of ${button.textContent}`];
      // The popup itself is what may stand in the text; all the rest is looked at now and then.
      const wrong = inspect(at % 40 === 0 ? undefined : "equity-popup");
      if (wrong.length > 0) return [`the popup of ${button.textContent}`, ...wrong];
      button.click();
    }
    return [];
  });
  assert.deepEqual(wrong, []);
}

/** All works, a page after the other. @param {Page} page */
async function allWorks(page) {
  /** @type {string[]} */
  const wrong = [];
  const last = await page.ask(() => {
    const { works, crowds, linked } = /** @type {any} */ (globalThis).attacks;
    return Math.ceil((works.length + crowds.length + linked.length) / 200);
  });
  const seenIds = new Set();
  for (let at = 1; at <= last; at += 1) {
    await go(page, `sort=title&page=${at}`);
    const { ids, titles } = await page.ask(() => {
      const { works, seen } = /** @type {any} */ (globalThis).attacks;
      const whole = (/** @type {string} */ text) => text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, "\ufffd");
      const byId = new Map(works.map((/** @type {Work} */ work) => [whole(work.id), work]));
      const shown = [...(document.getElementById("list")?.shadowRoot?.querySelectorAll(".results .listing") ?? [])];
      const ids = shown.map((listing) => listing.getAttribute("data-work") ?? "");
      const titles = shown.flatMap((listing, nth) => {
        const work = /** @type {Work | undefined} */ (byId.get(ids[nth]));
        // A slip's correction stands beside it, behind a space.
        const parts = [...(listing.querySelector(".title > *")?.childNodes ?? [])];
        const text = parts.filter((part, at) => part.nodeType === 3 && !(part.nodeValue === " " && parts[at + 1]?.nodeType === 1)).map(({ nodeValue }) => nodeValue).join("");
        return !work || text === seen(work.title) ? [] : [`${work.id}: ${text.slice(0, 60)} in place of ${seen(work.title).slice(0, 60)}`];
      });
      return { ids, titles };
    });
    for (const id of ids) seenIds.add(id);
    wrong.push(...titles);
    await unharmed(page, `all works in a list, page ${at}`, "#list");
  }
  assert.equal(seenIds.size, await page.ask(() => /** @type {any} */ (globalThis).attacks.catalog.info.resources), "all works are listed");
  assert.deepEqual(wrong.slice(0, 10), [], "titles read as they stand, without what nobody may see");
}

/** All that is known of works whose fields together have every string, with references, and the works on a reading list. @param {Page} page */
async function inFull(page) {
  const crowds = await page.ask(() => /** @type {any} */ (globalThis).attacks.crowds.map((/** @type {Work} */ { id }) => id));
  for (const id of crowds) {
    // In a short list.
    await go(page, `resource-${id}&year=1900`);
    await page.until(`${id} in full`, (_, work) => (document.getElementById("list")?.shadowRoot?.querySelectorAll(`[data-work="${work}"] .record .record-facts button`).length ?? 0) > 30, id);
    await page.ask((_, work) => {
      const place = document.getElementById("list")?.shadowRoot?.querySelector(`[data-work="${work}"]`);
      for (const details of place?.querySelectorAll("details") ?? []) details.open = true;
      /** @type {HTMLElement | null | undefined} */ (place?.querySelector(".keep"))?.click();
    }, id);
    await unharmed(page, `${id} in full, with its references`, "#list");
  }
  await go(page, "list");
  await page.until("the reading list", (_, count) => document.getElementById("list")?.shadowRoot?.querySelectorAll(".results .listing").length === count, crowds.length);
  await unharmed(page, "the reading list");
}

/** What stands behind the # may be anything, and so may what is typed. @param {Page} page */
async function askedFor(page) {
  const addresses = await page.ask(() => {
    const { strings } = /** @type {any} */ (globalThis).attacks;
    const short = strings.filter((/** @type {string} */ text) => text.length < 100).map((/** @type {string} */ text) => text.toWellFormed?.() ?? text);
    return [0, 1, 2, 3].map((turn) =>
      new URLSearchParams([
        ...["topic", "kind", "author", "organization", "path", "language", "section", "year"].flatMap((facet, at) =>
          short.slice((turn * 8 + at) * 20, (turn * 8 + at) * 20 + 20).map((/** @type {string} */ text) => [facet, text])),
        ["q", short.slice(turn * 12, turn * 12 + 12).join(" ")], ["in", short[turn]], ["sort", short[turn]], ["group", short[turn]], ["page", "1e9"], ["__proto__", "x"], [`resource-${short[turn + 9]}`, ""],
      ]).toString());
  });
  for (const keys of addresses) {
    await go(page, keys);
    await page.until("the filters that the address names", () => (document.getElementById("list")?.shadowRoot?.querySelectorAll(".chip").length ?? 0) > 100);
    await unharmed(page, `the address ${keys.slice(0, 200)}`, "#list");
  }
  for (const keys of ["resource-%E2%80%AEgpj.exe", "list=%00,__proto__,<b>", "q=%E2%80%AEtxt.exe%00<b>", "%", "=&=&&", "q=%F0%9F"]) {
    await go(page, keys);
    await unharmed(page, `the address ${keys}`, "#list");
  }
}

/** Every filter with all its values. @param {Page} page */
async function filters(page) {
  await page.ask(() => document.getElementById("list")?.setAttribute("view", "search"));
  // An address that comes before the list is there anew is nobody's.
  await page.until("results", () => document.getElementById("list")?.shadowRoot?.querySelector(".results") != null);
  await go(page, "q=crowd");
  // The first turn to the catalog fetches what its controls do.
  await page.ask(() => document.getElementById("list")?.shadowRoot?.querySelector("input")?.focus());
  for (const control of [".facet-title [aria-expanded=false], legend [aria-expanded=false]", ".facet > .more[aria-expanded=false], .facet div > .more[aria-expanded=false]"]) {
    await page.until(`no more of ${control}`, (_, what) => {
      const waiting = /** @type {HTMLElement[]} */ ([...(document.getElementById("list")?.shadowRoot?.querySelectorAll(what) ?? [])]).filter((one) => one.checkVisibility?.() ?? one.offsetParent !== null);
      for (const one of waiting) one.click();
      return waiting.length === 0;
    }, control);
  }
  await page.until("the values of filters", () => (document.getElementById("list")?.shadowRoot?.querySelectorAll(".facet label").length ?? 0) > 300);
  await unharmed(page, "all filters", "#list");
}

/** Any string is a query. @param {Page} page */
async function queries(page) {
  const wrong = await page.ask(() => {
    const { catalog, strings } = /** @type {any} */ (globalThis).attacks;
    return strings.filter((/** @type {string} */ text, /** @type {number} */ at) => {
      const { total, hits } = catalog.search(text, { limit: 1, facets: ["topic"], facetSearch: { topic: text }, filters: { topic: [text] } });
      if (at % 5 === 0) catalog.suggest(text, { limit: 1 });
      catalog.glossary.find(text);
      catalog.glossary.term(text);
      return hits.length !== Math.min(1, total);
    });
  });
  assert.deepEqual(wrong, []);
}

/**
 * What is walked through where: all entries and popups come from records, works in full and in a list from the pack, whose fields have other strings. On a phone
 * pages, entries and popups are.
 *
 * @type {{ how: string, size?: [width: number, height: number], walks: [what: string, walk: (page: Page) => Promise<void>][] }[]}
 */
const WALKS = [
  { how: "", walks: [["popups over a text", popups], ["queries", queries], ["filters", filters], ["addresses", askedFor]] },
  { how: "?pack", walks: [["filters", filters], ["works in full, cited, on a reading list", inFull], ["a list of all works", allWorks]] },
  { how: "", size: [320, 640], walks: [["popups over a text", popups]] },
];

/** @type {Case[]} */
export const attacks = WALKS.map(({ how, size, walks }) => ({
  name: `attacks in every field of ${how ? "a pack" : "a page's own records"} have no effect${size ? " on a phone" : ""}: pages, entries from A to Z, ${walks.map(([what]) => what).join(", ")}`,
  at: `/test/attacks/attacks.html${how}`,
  ...(size ? { size } : {}),
  async run(page, site) {
    await page.until("the catalog", () => (document.getElementById("list")?.shadowRoot?.querySelectorAll(".group .listing").length ?? 0) > 15);
    await page.until("the entries", () => (document.getElementById("entries")?.shadowRoot?.querySelectorAll("article").length ?? 0) > 10);
    await page.until("the terms in the text", () => document.querySelectorAll("#article button").length > 300);
    await unharmed(page, "at first");
    for (const [, walk] of walks) await walk(page);
    await unharmed(page, "at the end");
    const foreign = site.asked.filter(({ path }) => !/^\/(pkg\/[\w-]+\.(js|wasm)|test\/(pages\.css|collector\.js|attacks\/[\w.]+)|favicon\.ico)$/u.test(path));
    assert.deepEqual(foreign, [], "nothing else is asked for");
  },
}));
