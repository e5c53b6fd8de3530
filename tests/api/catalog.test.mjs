// The JavaScript API as a program in Node uses it: from the package, by its package.json.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { Catalog, EquityCatalogError } from "../../pkg/index.js";

/** @import { Portion, SearchOptions } from "../../www/api/types.js" */

const root = fileURLToPath(new URL("../..", import.meta.url));
const pack = readFileSync(new URL("../../target/equity-catalog/racial-equity.pack", import.meta.url));

/** @param {string} code */
const failsWith = (code) => (/** @type {unknown} */ error) => {
  assert.ok(error instanceof EquityCatalogError, `${error} is an EquityCatalogError`);
  assert.equal(error.code, code, error.message);
  assert.match(error.message, /; /, "the message names what is wrong; then the cure");
  return true;
};

describe("the embedded catalog", () => {
  /** @type {Catalog} */
  let catalog;
  before(async () => {
    catalog = await Catalog.embedded();
  });
  after(() => catalog.free());

  test("says what it is", () => {
    const { title, language, resources, terms, sections, bytes, version } = catalog.info;
    assert.deepEqual({ language, resources, terms, sections, bytes }, { language: "en", resources: 49, terms: 11, sections: 2, bytes: pack.length });
    assert.match(title, /equity/i);
    assert.equal(version, JSON.parse(readFileSync(`${root}/pkg/package.json`, "utf8")).version);
  });

  test("finds each of the 74 listed titles first, as printed and in capitals", () => {
    let listed = 0;
    /** @param {import("../../www/api/types.js").Group[]} groups */
    const walk = (groups) => {
      for (const group of groups) {
        for (const { id, title = catalog.resource(id)?.title } of group.listings) {
          assert.ok(title);
          for (const query of [title, title.toUpperCase()]) assert.equal(catalog.search(query).hits[0]?.id, id, query);
          listed += 1;
        }
        walk(group.groups);
      }
    };
    for (const section of catalog.sections()) walk(section.groups);
    assert.equal(listed, 74);
  });

  test("finds names, with slips and unfinished words", () => {
    for (const [query, id] of [
      ["Margaret Wheatley", "using-emergence"],
      ["wheatly", "using-emergence"],
      ["aanhpi", "building-panethnic-coalitions"],
      ["multiracial partnerships", "multi-racial-partnerships"],
      ["Tyler MacInnis", "coalitions-in-the-deep-south"],
      ["plastrik net gai", "net-gains"],
    ]) {
      assert.equal(catalog.search(query).hits[0]?.id, id, query);
    }
  });

  test("lists everything for an empty query, page by page", () => {
    const all = catalog.search();
    assert.deepEqual([all.total, all.hits.length, all.relaxed.length], [49, 20, 0]);
    const pages = [0, 20, 40].flatMap((offset) => catalog.search("", { offset }).hits);
    assert.deepEqual(pages.map((hit) => hit.id), catalog.resources().map((resource) => resource.id));
    assert.deepEqual(catalog.resources({ offset: 2, limit: 1 })[0], pages[2]?.resource);
  });

  test("counts facets as choosing them would", () => {
    const page = catalog.search("network", { filters: { kind: ["Tool"] }, facets: ["kind", "organization"] });
    assert.ok(page.facets.kind?.length && page.facets.organization?.length);
    for (const facet of /** @type {const} */ (["kind", "organization"])) {
      for (const { value, count, selected } of page.facets[facet] ?? []) {
        const filters = facet === "kind" ? { kind: [value] } : { kind: ["Tool"], [facet]: [value] };
        assert.equal(catalog.search("network", { filters }).total, count, value);
        assert.equal(selected, facet === "kind" && value === "Tool");
      }
    }
  });

  test("marks what matched in UTF-16 units", () => {
    const hit = catalog.search("lean weaving").hits[0];
    const [start = 0, end] = hit?.highlights.title[0] ?? [];
    assert.equal(hit?.resource.title.slice(start, end), "Lean");
    assert.equal(catalog.search("wheatly").correction, "wheatley");
  });

  test("gives back records in full", () => {
    const resource = catalog.resource("coalitions-in-the-deep-south");
    assert.equal(resource?.byline, "Brock Grosso and Tylelr MacInnis et al.");
    assert.deepEqual(resource?.corrections, [{ printed: "Tylelr MacInnis", correct: "Tyler MacInnis" }]);
    assert.equal(resource?.url, undefined);
    assert.equal(catalog.resource("nobody"), undefined);
  });

  test("has a glossary, sorted", () => {
    const names = catalog.glossary.terms().map((term) => term.term);
    assert.deepEqual(names, [...names].sort());
    assert.equal(catalog.glossary.term("structural-racism")?.senses.length, 2);
    assert.equal(catalog.glossary.term("nothing"), undefined);
    const some = catalog.glossary.terms({ offset: 1, limit: 2 }).map((term) => term.term);
    assert.deepEqual(some, names.slice(1, 3));
    assert.deepEqual(catalog.glossary.terms({ offset: 99 }), []);
  });

  test("knows the works of a term, and the terms of a work", () => {
    const { total, resources } = catalog.glossary.resources("structural-racism");
    assert.equal(total, resources.length);
    assert.ok(total > 0);
    for (const { id, title, description } of resources) {
      assert.deepEqual(catalog.resource(id)?.title, title);
      assert.ok(catalog.glossary.find(`${title}. ${description}`).some(({ term }) => term === "structural-racism"), id);
      assert.ok(catalog.glossary.termsOf(id).some((term) => term.id === "structural-racism" && term.term === "Structural Racism"), id);
    }
    assert.equal(catalog.search("", { filters: { term: ["structural-racism"] } }).total, total);
    assert.deepEqual(catalog.glossary.resources("structural-racism", { limit: 0 }), { total, resources: [] });
    assert.deepEqual(catalog.glossary.resources("structural-racism", { offset: total }), { total, resources: [] });
    assert.deepEqual(catalog.glossary.resources("nothing"), { total: 0, resources: [] });
    assert.deepEqual(catalog.glossary.termsOf("nobody"), []);
    assert.deepEqual(catalog.glossary.resources(/** @type {any} */ ({})), { total: 0, resources: [] });
  });

  test("finds terms in a text, longest first, in any of their forms", () => {
    const text = "🌍 Racist policies, a racist policy’s effect, Black Lives Matter, and oppression. Racial inequities.";
    const found = catalog.glossary.find(text).map(({ term, start, end }) => `${term}: ${text.slice(start, end)}`);
    assert.deepEqual(found, [
      "racist-policies: Racist policies",
      "racist-policies: racist policy’s",
      "black-lives-matter: Black Lives Matter",
      "oppression: oppression",
      "racial-inequity: Racial inequities",
    ]);
  });

  test("understands phrases, fields, values and what is not wanted", () => {
    for (const [query, first, total] of /** @type {[string, string, number][]} */ ([
      ['"flipping the script"', "multi-racial-partnerships", 1],
      ['author:"margaret wheatley" ', "using-emergence", 1],
      ["org:npq governance", "network-governance", 1],
      ["kind:tool toolkit -network", "community-participation", 2],
    ])) {
      const page = catalog.search(query);
      assert.deepEqual([page.hits[0]?.id, page.total], [first, total], query);
    }
    assert.equal(catalog.search("year:1900..1950").total, 0);
  });

  test("splits and joins words, and knows what acronyms stand for", () => {
    assert.equal(catalog.search("coalitionbuilding").correction, "coalition building");
    assert.ok(catalog.search("coalitionbuilding").total > 0);
    for (const [query, id] of [
      ["net work weavers", "network-toolkit-for-network-weavers"],
      ["WEB Network", "web-network"],
      ["AANHPI", "building-panethnic-coalitions"],
    ]) {
      assert.equal(catalog.search(query).hits[0]?.id, id, query);
    }
    const ids = (/** @type {string} */ query) => catalog.search(query).hits.map((hit) => hit.id).sort();
    assert.deepEqual(ids("NPQ"), ids('"nonprofit quarterly"'));
    assert.equal(ids("NPQ").length, 2);
  });

  test("completes what is being typed", () => {
    const texts = (/** @type {string} */ typed) => catalog.suggest(typed).map(({ text }) => text);
    assert.ok(texts("network w").includes("Network Weaver"));
    assert.ok(texts("wheat").includes("Margaret Wheatley"));
    assert.ok(texts("structural").includes("Structural Racism"));
    assert.deepEqual(texts("zzz"), []);
    assert.equal(catalog.suggest("net", { limit: 2 }).length, 2);
    const [weaver] = catalog.suggest("network weav");
    assert.equal(weaver?.count, catalog.search("", { filters: { organization: ["Network Weaver"] } }).total);
  });

  test("explains its scores", () => {
    const page = catalog.search("netwrok weavers", { explain: true });
    for (const { score, explain } of page.hits) {
      assert.ok(explain);
      const sum = explain.words.reduce((total, word) => total + word.score, explain.title + explain.near + explain.likeness);
      assert.ok(Math.abs(sum - score) < score / 1000, `${sum} is ${score}`);
    }
    const [network] = page.hits[0]?.explain?.words ?? [];
    assert.deepEqual([network?.found[0]?.word, network?.found[0]?.how, network?.found[0]?.field], ["network", "slip", "title"]);
    assert.equal(catalog.search("network").hits[0]?.explain, undefined);
  });

  test("searches within a facet's values, and counts the tree of places", () => {
    const values = catalog.search("", { facets: ["organization"], facetSearch: { organization: "network" } }).facets.organization ?? [];
    assert.ok(values.length > 1 && values.every(({ label }) => /network/i.test(label)), JSON.stringify(values));
    const places = catalog.search("", { facets: ["path"], facetLimit: 100 }).facets.path ?? [];
    const plan = places.find(({ value }) => value === "PLAN");
    const process = places.find(({ value }) => value === "PLAN / Change Process");
    assert.deepEqual([plan?.count, process?.count, process?.label], [41, 41, "Change Process"]);
    assert.equal(catalog.search("", { filters: { path: ["PLAN"] } }).total, 41);
  });

  test("never throws on any string", () => {
    for (const query of ["", " ", "\u{0}", "\u{d800}", "“”", '"', "-", "a".repeat(100_000), "ab ".repeat(10_000), "مرحبا 🌍 न्याय", "[object Object]"]) {
      assert.ok(catalog.search(query).total >= 0);
      catalog.glossary.find(query);
    }
    for (const options of [null, { filters: null, facets: null }, { facets: "kind" }, { filters: { kind: "Tool" } }, { limit: -1 }, { limit: NaN, offset: -5 }, { limit: Infinity }, { facetLimit: -1, facets: ["nothing"] }, { sort: "sideways" }, { filters: { nothing: ["x"] } }]) {
      catalog.search("network", /** @type {SearchOptions} */ (options));
    }
    const none = /** @type {any} */ (null);
    assert.equal(catalog.suggest("netw", none).length, catalog.suggest("netw").length);
    assert.equal(catalog.resources(none).length, 49);
  });

  test("gives references", () => {
    assert.match(catalog.cite(["net-gains"], "ris"), /^TY  - RPRT\r\nID  - net-gains\r\nTI  - Net Gains: /);
    assert.throws(() => catalog.cite(["net-gains", "nobody"], "ris"), failsWith("unknown-resource"));
    assert.throws(() => catalog.cite(["net-gains"], /** @type {any} */ ("endnote")), failsWith("bad-format"));
  });

  test("can't be used once freed", async () => {
    const other = await Catalog.embedded();
    other.free();
    other.free();
    assert.throws(() => other.search("net"), failsWith("freed"));
    other[Symbol.dispose]();
  });
});

describe("a pack of one's own", () => {
  test("opens from every kind of source", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/a.pack") response.end(pack);
      else response.writeHead(404).end();
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const address = `http://127.0.0.1:${port}/a.pack`;
    try {
      const buffer = pack.buffer.slice(pack.byteOffset, pack.byteOffset + pack.length);
      const file = new URL("../../target/equity-catalog/racial-equity.pack", import.meta.url);
      for (const source of [address, new URL(address), file, await fetch(address), buffer, new Uint8Array(pack)]) {
        const catalog = await Catalog.open(source);
        assert.equal(catalog.info.resources, 49);
        catalog.free();
      }
      await assert.rejects(Catalog.open(`http://127.0.0.1:${port}/missing`), failsWith("not-loaded"));
      await assert.rejects(Catalog.open(address, { integrity: "md5-x" }), failsWith("bad-integrity"));
      await assert.rejects(Catalog.open(address, { integrity: `sha256-${"A".repeat(43)}=` }), failsWith("integrity-mismatch"));
      const used = await fetch(address);
      await used.arrayBuffer();
      await assert.rejects(Catalog.open(used), failsWith("not-loaded"));
      await assert.rejects(Catalog.open("my.pack"), failsWith("bad-source"));
      await assert.rejects(Catalog.open(new URL("missing.pack", import.meta.url)), failsWith("not-loaded"));
      await assert.rejects(Catalog.open(address, { signal: AbortSignal.abort() }), { name: "AbortError" });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test("is refused with a plain word when it is none", async () => {
    for (const [bytes, code] of /** @type {[Uint8Array, string][]} */ ([
      [new TextEncoder().encode("<!doctype html>"), "not-a-pack"],
      [pack.subarray(0, 1000), "pack-truncated"],
      [pack.map((byte, at) => (at === 40 ? byte ^ 1 : byte)), "pack-damaged"],
    ])) {
      await assert.rejects(Catalog.open(bytes), failsWith(code));
    }
    await assert.rejects(Catalog.open(/** @type {any} */ ({})), failsWith("bad-source"));
  });

  test("must be the one that its integrity names", async () => {
    const hash = createHash("sha384").update(pack).digest("base64");
    (await Catalog.open(new Uint8Array(pack), { integrity: `sha384-${hash}` })).free();
    await assert.rejects(Catalog.open(new Uint8Array(pack), { integrity: `sha384-${"A".repeat(64)}` }), failsWith("integrity-mismatch"));
    await assert.rejects(Catalog.open(new Uint8Array(pack), { integrity: "md5-x" }), failsWith("bad-integrity"));
  });
});

describe("a long description", () => {
  test("come back as they were given, whatever their letters", async () => {
    const title = "\"A\" \\ b\t\u0007\u2028\u2029\u007f\ufeff 🙂 {}[],:";
    const catalog = await Catalog.from([{ id: "__proto__", title, authors: ["__proto__", "null"], year: -44, description: "x,".repeat(200) }]);
    const page = catalog.search("", { facets: ["author"] });
    assert.deepEqual(page.facets.author?.map(({ value, count }) => [value, count]), [["__proto__", 1], ["null", 1]]);
    const [hit] = page.hits;
    assert.ok(hit);
    const { id, resource } = hit;
    assert.deepEqual([id, resource.title, resource.authors, resource.year], ["__proto__", title, ["__proto__", "null"], -44]);
    assert.deepEqual(Object.keys(hit), ["id", "resource", "score", "highlights", "snippet"], "what isn't there is no property");
    assert.deepEqual(catalog.resource("__proto__"), resource);
    catalog.free();
  });

  test("are found whatever the keyboard makes of their letters", async () => {
    const catalog = await Catalog.from([{ id: "kana", title: "ガイド" }, { id: "marks", title: "Équité" }, { id: "year", title: "Plan 2012" }]);
    for (const [query, id] of [["ｶﾞｲﾄﾞ", "kana"], ["E\u0301quite\u0301", "marks"], ["plan ٢٠١٢", "year"]]) {
      assert.equal(catalog.search(query).hits[0]?.id, id, query);
    }
    catalog.free();
  });

  test("is cut to where it matches", async () => {
    const filler = "Nothing of note is said in this part, which goes on for a while all the same. ".repeat(8);
    const description = `${filler}🌍 A coalition of équipes meets here. ${filler}`;
    const catalog = await Catalog.from([{ id: "a", title: "A", description }, { id: "b", title: "Coalition", description: "Short." }]);
    const hits = catalog.search("coalition equipes").hits;
    const snippet = hits.find((hit) => hit.id === "a")?.snippet;
    assert.ok(snippet);
    assert.equal(description.slice(snippet.start, snippet.end), snippet.text);
    assert.deepEqual(snippet.highlights.map(([start, end]) => snippet.text.slice(start, end)), ["coalition", "équipes"]);
    assert.equal(catalog.search("coalition").hits.find((hit) => hit.id === "b")?.snippet, undefined);
  });
});

describe("a pack whose bytes are taken away", () => {
  test("answers with less, and never throws", async () => {
    const bytes = new Uint8Array(pack);
    const catalog = await Catalog.open(bytes);
    assert.ok(catalog.search("network").total > 0);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    catalog.search("coalition toolkit", { facets: ["kind", "author"], explain: true });
    catalog.search("", { sort: "title" });
    catalog.suggest("net");
    assert.equal(catalog.resource("net-gains"), undefined);
    catalog.free();
  });
});

describe("plain records", () => {
  test("are indexed on the spot", async () => {
    const catalog = await Catalog.from([
      { id: "a", title: "🌍 Ελληνικά για αρχάριους", authors: ["Άννα"], kind: "Book", year: 1999 },
      { id: "b", title: "Growing Together", url: "https://example.org/", language: "en" },
    ]);
    const [hit] = catalog.search("ελληνικα").hits;
    assert.deepEqual([hit?.id, hit?.highlights.title], ["a", [[3, 11]]]);
    assert.equal(catalog.search("Ελληνικά".normalize("NFD")).total, 1);
    assert.equal(catalog.search("αννα").total, 1);
    assert.equal(catalog.resource("b")?.url, "https://example.org/");
    assert.deepEqual(catalog.search("", { sort: "oldest" }).hits.map((hit) => hit.id), ["a", "b"]);
  });

  test("are joined with the glossary: what a term names, then what mentions it", async () => {
    const resources = ["Hills", "On racism", "The Valley", "Racist policies and racism"].map((title) => ({ id: title, title }));
    const terms = [{ id: "z", term: "Racism", related: ["the valley", "nothing"] }, { id: "a", term: "Racist Policies" }];
    const { glossary } = await Catalog.from({ resources, terms });
    const ids = (/** @type {Portion} */ options) => glossary.resources("z", options).resources.map(({ id }) => id);
    assert.deepEqual(ids({}), ["The Valley", "On racism", "Racist policies and racism"]);
    assert.deepEqual(ids({ offset: 1, limit: 1 }), ["On racism"]);
    assert.equal(glossary.resources("z", { limit: 1 }).total, 3);
    assert.deepEqual(glossary.termsOf("Racist policies and racism"), [{ id: "z", term: "Racism" }, { id: "a", term: "Racist Policies" }]);
    assert.deepEqual(glossary.termsOf("Hills"), []);
  });

  test("come back as they went in", async () => {
    const embedded = await Catalog.embedded();
    const data = { title: "Again", resources: embedded.resources(), sections: embedded.sections(), terms: embedded.glossary.terms() };
    const catalog = await Catalog.from(JSON.parse(JSON.stringify(data)));
    assert.deepEqual(catalog.resources(), embedded.resources());
    assert.deepEqual(catalog.sections(), embedded.sections());
    assert.deepEqual(catalog.glossary.terms(), embedded.glossary.terms());
  });

  test("with faults are refused with every reason, by path", async () => {
    const data = { resources: [{ id: "a", title: "A", url: "javascript:alert(1)" }, { id: "a", title: 5 }] };
    await assert.rejects(Catalog.from(data), (error) => {
      assert.ok(error instanceof EquityCatalogError);
      const paths = error.findings.map((finding) => finding.path);
      assert.ok(paths.includes("resources[0].url") && paths.some((path) => path.startsWith("resources[1]")), paths.join());
      return true;
    });
  });

  test("with unknown keys are taken, and the keys reported", async () => {
    const catalog = await Catalog.from([{ id: "a", title: "A", auhtors: ["B"] }]);
    assert.match(catalog.warnings.map((finding) => `${finding.path} ${finding.help}`).join(), /auhtors.*authors/);
  });

  test("may nest as deep as prose is allowed to", async () => {
    /** @param {number} depth @returns {object} */
    const nested = (depth) => (depth === 0 ? { p: ["x"] } : { ul: [[nested(depth - 1)]] });
    /** @param {number} depth @returns {any} */
    const bold = (depth) => (depth === 0 ? "x" : { strong: [bold(depth - 1)] });
    let deepest = 0;
    for (let depth = 1; depth < 40; depth += 1) {
      const sense = { text: [nested(depth), { p: [bold(depth)] }] };
      const catalog = await Catalog.from({ terms: [{ id: "a", term: "A", senses: [sense] }] }).catch(() => undefined);
      if (!catalog) break;
      assert.deepEqual(catalog.glossary.term("a")?.senses[0]?.text, sense.text);
      deepest = depth;
      catalog.free();
    }
    assert.ok(deepest >= 8, `${deepest} levels`);
  });

  test("that hold themselves are refused", async () => {
    /** @type {any} */
    const loop = { resources: [] };
    loop.resources.push(loop);
    await assert.rejects(Catalog.from(loop), EquityCatalogError);
  });
});

test("importing does nothing by itself, on a server too", () => {
  const script = `
    const before = Object.keys(globalThis).join();
    const { Catalog } = await import("./pkg/index.js");
    await import("./pkg/elements.js");
    if (Object.keys(globalThis).join() !== before || typeof Catalog !== "function") process.exit(1);`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root });
});
