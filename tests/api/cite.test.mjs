// References as a reader takes them away: what other programs read out of them must be what the record says.
//
// Citation.js reads RIS, BibTeX and CSL-JSON, csv-parse reads CSV; neither knows anything of this package.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

// @ts-expect-error  It brings no types.
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse as parseCsv } from "csv-parse/sync";

import { Catalog } from "../../pkg/index.js";
import { cite, citeIds, reference } from "../../www/api/cite.js";

/** @import { Resource } from "../../www/api/types.js" */
/** @typedef {import("../../www/api/cite.js").CitationFormat} CitationFormat */

// Titles are compared as they stand in the file, not as a style would write them.
plugins.config.get("@bibtex").parse.sentenceCase = "never";

/**
 * A record with what is given; the engine gives empty lists for the rest.
 * @param {Partial<Resource>} [fields]
 * @returns {Resource}
 */
const work = (fields) => ({ id: "a-work", title: "A Work", titles: [], authors: [], organizations: [], topics: [], sections: [], corrections: [], ...fields });

/** Records that an editor could write, and that some format could choke on. */
const NASTY = [
  work({ id: "quotes", title: `"Double", 'single', “curly” and \`\`TeX''`, authors: ['Ada "Countess" Lovelace'] }),
  work({ id: "commas", title: "One, two; three: four", authors: ["Smith, Jones & Sons", "Bread and Roses, Inc."], organizations: ["Here, There", "Rice and Beans"] }),
  work({ id: "lines", title: "First\nsecond\r\nthird\ttab\u2028fourth", description: "One.\n\nTY  - JOUR\nER  - \n@book{x," }),
  work({ id: "braces", title: "{open {twice} and }shut and \\{ \\command{x} $x^2_1$ # % & ~ < > |", authors: ["{Brace} and } Brace"] }),
  work({ id: "percent", title: "100% of 50%", url: "https://example.org/a_b%20c?q=%7Bx%7D&r=1#part" }),
  work({ id: "braced-url", url: "https://example.org/{a}?b=c,d" }),
  work({ id: "emoji", title: "🌍 The 👩🏽‍🏫 Work", authors: ["🌍 Collective"] }),
  work({ id: "right-to-left", title: "التحالفات والشبكات (AANHPI) 2020", authors: ["محمود درويش", "עמוס עוז"], language: "ar" }),
  work({ id: "han", title: "网络治理", authors: ["毛泽东", "大江 健三郎"], year: 1994 }),
  work({ id: "formula", title: "=HYPERLINK(\"https://example.org\",\"x\")", authors: ["@handle", "+1"], url: "https://example.org/" }),
  work({ id: "minus", title: "-1 is a title", authors: ["- dash"] }),
  work({ id: "tags", title: "UR  - https://example.com ER  - done", titles: ["TI  - Other"], year: 2001 }),
  work({ id: "dashes", title: "A -- B --- C", authors: ["Jo-Ann Lee-Smith"] }),
  work({ id: "html", title: "A & B &amp; <C>" }),
  work({ id: "numbers", title: "2020", authors: ["50501"], year: 1 }),
  work({ id: "long", title: "Long ".repeat(20_000).trim(), authors: Array.from({ length: 300 }, (_, at) => `Ann${"a".repeat(at)} Smith`), year: 2012 }),
  work({ id: "ID with: signs_and-CAPITALS, é 网 {}", title: "An id" }),
];

/** @param {string} text */
const flat = (text) => text.replace(/\s+/g, " ").trim();
/** The same address, whether or not signs in it are written in percent. @param {string} [url] */
const plain = (url) => url && decodeURI(new URL(url).href);

/** What another program finds in a file: title, authors, year, address, each as a person would read it. @param {string} file @param {CitationFormat} format */
function found(file, format) {
  const forceType = { ris: "@ris/file", bibtex: "@biblatex/text", "csl-json": "@else/json", csv: "" }[format];
  const items = /** @type {any[]} */ (new Cite(file, { forceType }).data);
  return items.map(({ title, author = [], issued, URL }) => ({
    title,
    authors: author.map((/** @type {any} */ { given, family, literal }) => literal ?? [given, family].filter(Boolean).join(" ")),
    year: issued?.["date-parts"][0][0],
    url: plain(URL),
  }));
}

/** What it should find. @param {Resource} resource @param {CitationFormat} format */
function expected({ title, authors, year, url }, format) {
  // A title stands in front of no family name.
  const names = authors.map((name) => flat(name.replace(/^Rev\. /, "")));
  // RIS can't tell a comma in a name from the one behind a family name.
  const swapped = names.map((name) => name.replace(/^([^,]*), (.*)$/, "$2 $1"));
  return { title: flat(title), authors: format === "ris" ? swapped : names, year, url: plain(url) };
}

/** @param {string} file */
const rows = (file) => /** @type {Record<string, string>[]} */ (parseCsv(file, { columns: true }));

/** @param {Resource[]} works */
function survives(works) {
  for (const format of /** @type {const} */ (["ris", "bibtex", "csl-json"])) {
    // One by one, so that a failure names the work; then together, so that none runs into the next.
    for (const one of works) assert.deepEqual(found(cite([one], format), format), [expected(one, format)], `${format}: ${one.id}`);
    assert.deepEqual(found(cite(works, format), format), works.map((one) => expected(one, format)), format);
  }
  const table = rows(cite(works, "csv"));
  const text = (/** @type {unknown} */ value) => `${value ?? ""}`.replace(/^(?=[=+\-@\t\r])/, "'");
  assert.deepEqual(
    table.map(({ id, title, authors, year, url, description }) => [id, title, authors, year, url, description]),
    works.map(({ id, title, authors, year, url, description }) => [id, title, authors.join("; "), `${year ?? ""}`, url, description].map(text)),
  );
}

describe("references of the embedded catalog", () => {
  /** @type {Catalog} */
  let catalog;
  before(async () => {
    catalog = await Catalog.embedded();
  });
  after(() => catalog.free());

  test("all 49 works survive every format", () => {
    const works = catalog.resources();
    assert.equal(works.length, 49);
    survives(works);
  });

  test("names that can surely be split are, the others stand as printed", () => {
    const names = catalog.resources().flatMap(({ authors }) => authors);
    const whole = names.filter((name) => splitOf(name) === undefined);
    assert.deepEqual(whole, ["john a. powell", "Xavier de Souza Briggs"]);
  });

  test("ids are looked up, and an unknown one is named", () => {
    assert.equal(citeIds(catalog, ["net-gains", "lean-weaving"], "csv").split("\r\n").length, 4);
    assert.equal(citeIds(catalog, [], "ris"), "");
    assert.throws(() => citeIds(catalog, ["net-gains", "nobody"], "ris"), { name: "EquityCatalogError", code: "unknown-resource", message: /"nobody"; / });
  });
});

test("records with anything in them survive every format", () => survives(NASTY));

/** @param {string} name @param {string[]} [organizations] */
function splitOf(name, organizations = []) {
  const [{ author }] = JSON.parse(cite([work({ authors: [name], organizations })], "csl-json"));
  return author[0].literal === undefined ? [author[0].family, author[0].given] : undefined;
}

test("names are split where the family name is plain to see", () => {
  for (const [name, family, given] of [
    ["Margaret Wheatley", "Wheatley", "Margaret"],
    ["Ashley K. Thomas", "Thomas", "Ashley K."],
    ["Barbara Ellen Smith", "Smith", "Barbara Ellen"],
    ["Ta-Nehisi Coates", "Coates", "Ta-Nehisi"],
    ["Sean Thomas-Breitfeld", "Thomas-Breitfeld", "Sean"],
    ["Beyoncé O’Brien", "O’Brien", "Beyoncé"],
    ["Vu Le", "Le", "Vu"],
    ["Van Jones", "Jones", "Van"],
    ["Rev. Deborah Lee", "Lee", "Deborah"],
    ["  Two   Spaces ", "Spaces", "Two"],
  ]) {
    assert.deepEqual(splitOf(`${name}`), [family, given], name);
  }
});

test("doubtful names stay whole", () => {
  for (const name of [
    "Plato", "bell hooks", "john a. powell", "Malcolm X", "Xavier de Souza Briggs", "Vincent Van Gogh", "Ursula Le Guin", "W.E.B. Du Bois", "Martin Luther King Jr.", "Lee, Deborah",
    "毛泽东", "毛 泽东", "محمود درويش", "Иван Петров", "Nonprofit AF", "USC Dornsife", "The Praxis Project", "Movement Strategy Center", "Black Lives Matter",
    "Smith & Jones", "Coalition of Immokalee Workers", "Area 51", "One Two Three Four Five",
  ]) {
    assert.equal(splitOf(name), undefined, name);
  }
  assert.equal(splitOf("Race Forward", ["Race Forward"]), undefined, "what is an organization in the record is none's family");
  assert.match(cite([work({ authors: ["Bread and Roses", "Vu Le"] })], "bibtex"), /author = \{\{Bread and Roses\} and Le, Vu\}/);
});

test("a work is what its kind says, and else what an organization publishes", () => {
  const organizations = ["The Fund"];
  for (const [fields, ris, csl, bibtex] of /** @type {[Partial<Resource>, string, string, string][]} */ ([
    [{ kind: "Tool", organizations }, "RPRT", "report", "techreport"],
    [{ kind: "Case study", organizations }, "RPRT", "report", "techreport"],
    [{ kind: "Resource" }, "RPRT", "report", "misc"],
    [{ kind: "Book", organizations }, "BOOK", "book", "book"],
    [{ kind: "Video" }, "VIDEO", "motion_picture", "misc"],
    [{ kind: "Web page" }, "ELEC", "webpage", "misc"],
    [{ kind: "Blog post" }, "ELEC", "webpage", "misc"],
    [{ url: "https://example.org/" }, "ELEC", "webpage", "misc"],
    [{}, "GEN", "document", "misc"],
  ])) {
    const one = [work(fields)];
    const [item] = JSON.parse(cite(one, "csl-json"));
    const types = [cite(one, "ris").slice(6).split("\r")[0], item.type, cite(one, "bibtex").slice(1).split("{")[0]];
    assert.deepEqual(types, [ris, csl, bibtex], JSON.stringify(fields));
  }
});

const WHOLE = work({
  id: "net-gains", title: "Net Gains", titles: ["Net Gains 2"], authors: ["Peter Plastrik", "john a. powell"], byline: "Peter Plastrik et al.", organizations: ["A & B Fund", "C"],
  kind: "Tool", topics: ["Networks", "Power"], year: 2012, language: "es", url: "https://example.org/a_b", description: "What it is.", corrections: [{ printed: "Gians", correct: "Gains" }],
});

test("RIS has a tag a line, ended as the format wants", () => {
  assert.equal(
    cite([WHOLE], "ris"),
    ["TY  - RPRT", "ID  - net-gains", "TI  - Net Gains", "AU  - Plastrik, Peter", "AU  - john a. powell", "PY  - 2012", "PB  - A & B Fund; C", "M3  - Tool", "LA  - es",
      "UR  - https://example.org/a_b", "AB  - What it is.", "KW  - Networks", "KW  - Power", "N1  - Also titled: Net Gains 2", "N1  - Byline: Peter Plastrik et al.",
      "N1  - Correction: Gians -> Gains", "ER  - ", ""].join("\r\n"),
  );
  for (const line of cite(NASTY, "ris").split("\r\n").slice(0, -1)) assert.match(line, /^[A-Z][A-Z0-9] {2}- [^\n\r\u2028]*$/);
});

test("BibTeX escapes what TeX would take for its own, but in addresses", () => {
  assert.equal(
    cite([WHOLE], "bibtex"),
    `@techreport{net-gains,
  title = {{Net Gains}},
  author = {Plastrik, Peter and {john a. powell}},
  year = {2012},
  institution = {{A \\& B Fund} and {C}},
  type = {Tool},
  language = {es},
  url = {https://example.org/a_b},
  abstract = {What it is.},
  keywords = {Networks, Power},
  note = {Also titled: Net Gains 2; Byline: Peter Plastrik et al.; Correction: Gians -{\\textgreater} Gains},
}
`,
  );
  for (const [title, field] of [
    ["50% & $5 #1 a_b", "50\\% \\& \\$5 \\#1 a\\_b"],
    ["~ ^ \\", "{\\textasciitilde} {\\textasciicircum} {\\textbackslash}"],
    ["} {", "{\\textbraceright} {\\textbraceleft}"],
    ["ñ 网 🌍", "ñ 网 🌍"],
  ]) {
    assert.ok(cite([work({ title })], "bibtex").includes(`title = {{${field}}},`), title);
  }
});

test("BibTeX stays balanced, and its keys are safe, stable and of one work each", () => {
  const file = cite(NASTY, "bibtex");
  let depth = 0;
  for (const sign of file) {
    depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    assert.ok(depth >= 0);
  }
  assert.equal(depth, 0);
  const ids = ["net-gains", "Net-Gains", "net gains", "net.gains", "net.20.gains", "net_gains", "نص", "a,b", "a{b"];
  const keys = ids.map((id) => /^@misc\{(.*),$/m.exec(cite([work({ id })], "bibtex"))?.[1] ?? "");
  assert.equal(keys[0], "net-gains");
  assert.equal(new Set(keys.map((key) => key.toLowerCase())).size, ids.length, keys.join(" "));
  for (const key of keys) assert.match(key, /^[a-z0-9._-]+$/);
});

/** What Prototype.js 1.6 does to every list and text of a page. @param {() => void} meanwhile */
function withToJson(meanwhile) {
  for (const { prototype } of [Array, String]) Object.assign(prototype, { toJSON: () => "[old]" });
  try {
    meanwhile();
  } finally {
    for (const { prototype } of [Array, String]) Reflect.deleteProperty(prototype, "toJSON");
  }
}

test("CSL-JSON is the same on pages where lists have a toJSON of their own", () => {
  const before = cite([WHOLE], "csl-json");
  withToJson(() => assert.ok(cite([WHOLE], "csl-json") === before));
});

test("CSL-JSON is an array of what the record has, under CSL's names", () => {
  assert.deepEqual(JSON.parse(cite([WHOLE], "csl-json")), [
    {
      id: "net-gains", type: "report", title: "Net Gains", author: [{ family: "Plastrik", given: "Peter" }, { literal: "john a. powell" }], issued: { "date-parts": [[2012]] },
      publisher: "A & B Fund; C", genre: "Tool", language: "es", URL: "https://example.org/a_b", abstract: "What it is.", keyword: "Networks, Power",
      note: "Also titled: Net Gains 2\nByline: Peter Plastrik et al.\nCorrection: Gians -> Gains",
    },
  ]);
});

test("what a record lacks stays out", () => {
  assert.equal(cite([work()], "ris"), "TY  - GEN\r\nID  - a-work\r\nTI  - A Work\r\nER  - \r\n");
  assert.equal(cite([work()], "bibtex"), "@misc{a-work,\n  title = {{A Work}},\n}\n");
  assert.deepEqual(JSON.parse(cite([work()], "csl-json")), [{ id: "a-work", type: "document", title: "A Work" }]);
  assert.equal(cite([work()], "csv").split("\r\n")[1], 'a-work,"A Work",,,,,,,,,,,');
  assert.deepEqual([cite([], "ris"), cite([], "bibtex"), cite([], "csl-json")], ["", "", "[]"]);
});

test("CSV has a header, a line a record, and lists joined", () => {
  const header = "id,title,titles,authors,byline,organizations,kind,topics,year,language,url,description,corrections";
  assert.equal(cite([], "csv"), `${header}\r\n`);
  const [row] = rows(cite([WHOLE], "csv"));
  assert.equal(Object.keys(row ?? {}).join(), header);
  assert.deepEqual([row?.authors, row?.topics, row?.year, row?.corrections], ["Peter Plastrik; john a. powell", "Networks; Power", "2012", "Gians -> Gains"]);
});

test("no cell of CSV is a formula, and ordinary text stays as it is", () => {
  for (const [title, cell] of [
    ["=1+1", "'=1+1"], ["+1", "'+1"], ["-1", "'-1"], ["@SUM(A1)", "'@SUM(A1)"], ["\t=1", "'\t=1"], ["\r=1", "'\r=1"], ["＝1", "'＝1"],
    ["1 + 1 = 2", "1 + 1 = 2"], ["a@b", "a@b"], ["'quoted'", "'quoted'"], ["“Lean”", "“Lean”"], [" leading", " leading"], ["a\nb", "a\nb"], ['a "b", c', 'a "b", c'],
  ]) {
    assert.equal(rows(cite([work({ title })], "csv"))[0]?.title, cell, title);
  }
  assert.equal(rows(cite([work({ year: -500 })], "csv"))[0]?.year, "-500", "a number is no formula");
});

test("one reference is a line to copy, after APA", () => {
  const title = "Net Gains";
  const many = Array.from({ length: 21 }, (_, at) => `Ann ${String.fromCharCode(65 + at)}lee`);
  for (const [fields, line] of /** @type {[Partial<Resource>, string][]} */ ([
    [{ title, authors: ["Peter Plastrik", "Madeleine Taylor"], organizations: ["The Fund"], year: 2012, url: "https://example.org/" }, "Plastrik, P., & Taylor, M. (2012). Net Gains. The Fund. https://example.org/"],
    [{ title, authors: ["Ashley K. Thomas"] }, "Thomas, A. K. (n.d.). Net Gains."],
    [{ title, authors: ["Ta-Nehisi Coates", "john a. powell", "Rev. Deborah Lee"] }, "Coates, T.-N., john a. powell, & Lee, D. (n.d.). Net Gains."],
    [{ title, authors: ["Brock Grosso", "Tyler MacInnis"], byline: "Brock Grosso and Tyler MacInnis et al." }, "Grosso, B., MacInnis, T., et al. (n.d.). Net Gains."],
    [{ title, organizations: ["Converge Network"] }, "Converge Network. (n.d.). Net Gains."],
    [{ title, organizations: ["The Fund", "MIT"], year: 1999 }, "The Fund & MIT. (1999). Net Gains."],
    [{ title, authors: ["Race Forward"], organizations: ["Race Forward", "MIT"] }, "Race Forward. (n.d.). Net Gains. MIT."],
    [{ title, authors: ["Vu Le"], organizations: ["The Fund", "MIT"] }, "Le, V. (n.d.). Net Gains. The Fund; MIT."],
    [{ title: "Who Is Left Out?" }, "Who Is Left Out? (n.d.)."],
    [{ title: "“Who?”\n  Across the U.S.", authors: ["Vu Le"] }, "Le, V. (n.d.). “Who?” Across the U.S."],
    [{ title, authors: many }, `${many.slice(0, 19).map((name) => `${name.slice(4)}, A.`).join(", ")}, … Ulee, A. (n.d.). Net Gains.`],
  ])) {
    assert.equal(reference(work(fields)), line);
  }
  const words = { noDate: "s.f.", and: "y", others: "et al." };
  assert.equal(reference(work({ title, authors: ["Peter Plastrik", "Madeleine Taylor"] }), words), "Plastrik, P., y Taylor, M. (s.f.). Net Gains.");
});

test("an unknown format is named, with the four that there are", () => {
  for (const format of ["", "RIS", "toString", "endnote", undefined]) {
    const ask = () => cite([], /** @type {CitationFormat} */ (format));
    assert.throws(ask, { name: "EquityCatalogError", code: "bad-format", message: /; ask for "ris", "bibtex", "csl-json" or "csv"/ });
  }
});
