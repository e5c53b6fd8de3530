// Asks the API everything that it can be asked, and prints the answers as JSON, a line for each question. without-wasm.test.mjs runs it twice, the
// second time where there is no WebAssembly, and compares what it prints.

import { readFileSync } from "node:fs";
import { Catalog } from "../../pkg/index.js";

/** @import { AnyFacetName, SearchOptions } from "../../www/api/types.js" */

const pack = new Uint8Array(readFileSync(new URL("../../target/equity-catalog/racial-equity.pack", import.meta.url)));
const FACETS = /** @type {AnyFacetName[]} */ (["kind", "organization", "author", "topic", "section", "year", "language", "path", "term"]);

/** Numbers that look random and are the same each time. @param {number} seed */
function numbers(seed) {
  return (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
}

/** @param {string} question @param {() => unknown} ask */
function answer(question, ask) {
  let said;
  try {
    said = ask();
  } catch (error) {
    const { code, message } = /** @type {import("../../pkg/index.js").EquityCatalogError} */ (error);
    said = { code, message };
  }
  process.stdout.write(`${JSON.stringify([question, said])}\n`);
}

/** @param {string} question @param {() => Promise<unknown>} ask */
async function answerLater(question, ask) {
  const said = await ask().catch(({ code, message, findings }) => ({ code, message, findings }));
  answer(question, () => said);
}

/** @param {Catalog} catalog @param {string} name @param {string[]} queries @param {SearchOptions} [options] */
function searches(catalog, name, queries, options) {
  for (const query of queries) answer(`${name}: search ${query.slice(0, 80)} ${JSON.stringify(options)}`, () => catalog.search(query, options));
}

/** Words of the catalog, and slips of them, in rows. @param {Catalog} catalog @param {number} count */
function randomQueries(catalog, count) {
  const next = numbers(49);
  const words = catalog.resources().flatMap(({ title, authors, description }) => `${title} ${authors.join(" ")} ${description ?? ""}`.split(/\s+/));
  const slip = (/** @type {string} */ word) => {
    const at = next(word.length + 1);
    return [word, word.slice(0, at), word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}x${word.slice(at)}`, word.toUpperCase(), `"${word}"`, `-${word}`][next(7)] ?? word;
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(5) }, () => slip(words[next(words.length)] ?? "")).join(" "));
}

/** @param {Catalog} catalog @param {string} name */
function all(catalog, name) {
  answer(`${name}: info`, () => catalog.info);
  answer(`${name}: sections`, () => catalog.sections());
  answer(`${name}: resources`, () => catalog.resources());
  answer(`${name}: terms`, () => catalog.glossary.terms());
  for (const { id } of catalog.resources({ limit: 60 })) {
    answer(`${name}: resource ${id}`, () => [catalog.resource(id), catalog.glossary.termsOf(id)]);
    for (const format of /** @type {const} */ (["ris", "bibtex", "csl-json", "csv"])) answer(`${name}: cite ${id} ${format}`, () => catalog.cite([id], format));
  }
  for (const { id } of catalog.glossary.terms({ limit: 60 })) answer(`${name}: term ${id}`, () => [catalog.glossary.term(id), catalog.glossary.resources(id)]);
}

const embedded = await Catalog.embedded();
all(embedded, "embedded");
const titles = embedded.resources().flatMap(({ title, titles }) => [title, ...titles]);
searches(embedded, "embedded", [...titles, ...titles.map((title) => title.toUpperCase())]);
searches(embedded, "embedded", randomQueries(embedded, 300), { explain: true, facets: FACETS, facetLimit: 100 });
searches(embedded, "embedded", [
  "", " ", "\u0000", "\ud800", '"', "-", "a".repeat(5_000), "ab ".repeat(3_000), "مرحبا 🌍 न्याय", "coalitionbuilding", "net work", "year:2008..2012", "year:1900-", "kind:tool -network",
  'author:"margaret wheatley"', "org:npq governance", "how do i build a coalition between communities of color in the south?", "NPQ", "１９９９", "Ｎｅｔ ｶﾞｲﾝ",
], { facets: FACETS, explain: true });
for (const sort of /** @type {const} */ (["relevance", "title", "newest", "oldest", "listing"])) searches(embedded, "embedded", ["", "network", "comunity"], { sort, limit: 100 });
for (const facet of FACETS) {
  for (const { value } of embedded.search("", { facets: [facet], facetLimit: 500 }).facets[facet] ?? []) {
    searches(embedded, "embedded", ["", "network"], { filters: { [facet]: [value] }, facets: FACETS, offset: 1, limit: 3 });
  }
  searches(embedded, "embedded", ["community"], { facets: [facet], facetSearch: { [facet]: "net" }, facetLimit: 3 });
}
for (const typed of ["", "n", "ne", "netw", "network w", "wheat", "structural", "zzz", "MARG", "é"]) answer(`embedded: suggest ${typed}`, () => embedded.suggest(typed, { limit: 20 }));
// Numbers that are none, too big, too small, or between two whole ones.
for (const odd of [NaN, Infinity, -Infinity, -1, -0.5, 0.5, 2.9, 2 ** 31, 2 ** 31 - 0.5, 2 ** 32, 2 ** 32 - 0.5, 1e20, -1e20]) {
  answer(`embedded: ${odd} resources`, () => [embedded.resources({ limit: odd }), embedded.resources({ offset: odd, limit: 3 })]);
  answer(`embedded: ${odd} terms`, () => [embedded.glossary.terms({ limit: odd }), embedded.glossary.terms({ offset: odd, limit: 3 }), embedded.glossary.resources("structural-racism", { offset: odd, limit: odd })]);
  searches(embedded, "embedded", ["network"], { limit: odd, offset: odd, facets: FACETS, facetLimit: odd });
  answer(`embedded: ${odd} suggestions`, () => embedded.suggest("n", { limit: odd }));
}
const prose = ["README.md", "ARCHITECTURE.md", "catalog/glossary.md", "catalog/resources.md"].map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).join("\n");
// Longer than all the memory that the engine begins with.
for (const text of ["", "Racist policies, a racist policy’s effect 🌍 and oppression.", prose, prose.repeat(12)]) answer(`embedded: find in ${text.length} letters`, () => embedded.glossary.find(text));
embedded.free();

// A pack of records of one's own is compared through its answers and through its size.
for (const [language, title, term, query] of [
  ["en", "Running networks of communities", "community of practice", "run network comunities"], ["es", "Las comunidades y sus coaliciones", "coalición", "coalicion comunidad"],
  ["de", "Häuser der Gemeinschaften", "Gemeinschaft", "haus gemeinschaften"], ["fr", "Les réseaux de l’équité", "équité", "reseau équites"], ["ru", "Сообщества и сети", "сеть", "сообщество сетей"],
  ["ar", "شبكات المجتمعات", "مجتمع", "شبكة مجتمع"], ["th", "ชุมชนและเครือข่าย", "ชุมชน", "ชุมชน"], ["hi", "समुदाय और न्याय", "न्याय", "न्याय"], ["ja", "ネットワークと社会", "社会", "ﾈｯﾄﾜｰｸ"],
]) {
  const resources = Array.from({ length: 12 }, (_, index) => ({ id: `r${index}`, title: `${title} ${index}`, authors: [`Author ${index % 3}`], year: 2000 + index, description: `${title}. ${term}! `.repeat(index) }));
  const catalog = await Catalog.from({ title, language, resources, terms: [{ id: "t", term, senses: [{ text: [{ p: [`${title}: ${term}`] }] }] }] }).catch((error) => error);
  answer(`${language}: warnings`, () => catalog.warnings ?? catalog.findings);
  if (!(catalog instanceof Catalog)) continue;
  all(catalog, `${language}`);
  searches(catalog, `${language}`, [query ?? "", title ?? "", `"${title}"`, ...randomQueries(catalog, 20)], { explain: true, facets: FACETS });
  answer(`${language}: find`, () => catalog.glossary.find(`${term} ${title} ${term?.toUpperCase()}`));
}
const next = numbers(7);
const syllables = ["net", "com", "mu", "ni", "ty", "co", "a", "li", "tion", "eq", "ui", "ra", "cial", "jus", "tice"];
const word = () => Array.from({ length: 1 + next(4) }, () => syllables[next(syllables.length)]).join("");
const many = Array.from({ length: 2_500 }, (_, index) => ({ id: `r${index}`, title: Array.from({ length: 6 }, word).join(" "), topics: [word()], year: 1950 + next(70), description: Array.from({ length: 60 }, word).join(" ") }));
const big = await Catalog.from(many);
answer("many: info", () => big.info);
searches(big, "many", randomQueries(big, 60), { facets: FACETS, explain: true });

for (const data of [null, 5, "text", [{ id: "a" }], [{ id: "a", title: "A" }, { id: "a", title: "B" }], { resources: "none" }, [{ id: "x", title: "X", url: "javascript:alert(1)", year: "soon" }], { title: 3, terms: [{}] }]) {
  await answerLater(`from ${JSON.stringify(data)}`, async () => (await Catalog.from(/** @type {any} */ (data))).warnings);
}

/** What a damaged pack says: why it is refused, or all that it still answers. @param {string} name @param {Uint8Array} bytes */
const damaged = (name, bytes) =>
  answerLater(name, async () => {
    const catalog = await Catalog.open(bytes);
    return [catalog.info, catalog.search("network community", { facets: FACETS, explain: true }), catalog.sections(), catalog.glossary.terms(), catalog.glossary.find("a racist policy"), catalog.suggest("net")];
  });
for (let length = 0; length < pack.length; length += 1_499) await damaged(`cut at ${length}`, pack.subarray(0, length));
for (let count = 0; count < 400; count += 1) {
  const bytes = pack.slice();
  // The head says where everything is: half of the faults are there.
  const at = next(count % 2 ? bytes.length : 600);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
  await damaged(`byte ${at} damaged (${count})`, bytes);
}
