// References: records as RIS, BibTeX, CSL-JSON and CSV, and as one line to copy. Pure functions from records to text.
//
// Nothing is made up: what a record lacks stays out, names and titles stand as printed, and slips are told in a note.
// It is a file of its own because few readers ask for it; so it must know neither the engine nor the page.

import { EquityCatalogError } from "./error.js";

/** @import { Resource } from "./types.js" */
/** @typedef {"ris" | "bibtex" | "csl-json" | "csv"} CitationFormat */
/** @typedef {{ family: string, given: string } | { literal: string }} Name  As CSL has it. */
/** @typedef {{ noDate: string, and: string, others: string }} ReferenceWords */

/**
 * References in a citation format. Of no resources: `""`, `[]`, or a header line alone.
 *
 * @param {Resource[]} resources
 * @param {CitationFormat} format
 * @returns {string}
 * @throws {EquityCatalogError} `bad-format`
 */
export function cite(resources, format) {
  const works = resources.map(read);
  if (format === "ris") return works.map(ris).join("");
  if (format === "bibtex") return works.map(bibtex).join("\n");
  if (format === "csl-json") return csl(works);
  if (format === "csv") return csv(resources);
  throw new EquityCatalogError("bad-format", `there is no format "${format}"; ask for "ris", "bibtex", "csl-json" or "csv"`);
}

/**
 * The same for ids, as `Catalog.cite` takes them.
 *
 * @param {{ resource(id: string): Resource | undefined }} catalog
 * @param {string[]} ids
 * @param {CitationFormat} format
 * @returns {string}
 * @throws {EquityCatalogError} `unknown-resource`, `bad-format`
 */
export function citeIds(catalog, ids, format) {
  const found = [ids].flat().map((id) => {
    const resource = catalog.resource(id);
    if (resource) return resource;
    throw new EquityCatalogError("unknown-resource", `there is no resource "${id}"; ask for ids that catalog.resources() gives`);
  });
  return cite(found, format);
}

/**
 * One reference as a line of text, after the Publication Manual of the APA, 7th edition (chapter 9: author, date, title,
 * source): "Plastrik, P., & Taylor, M. (n.d.). Net gains. Publisher. URL". Organizations stand for authors that a work
 * lacks, and are not named twice; a work without either starts with its title; of more than 20 authors the first 19 and
 * the last are named. Titles keep the letters that are printed, and plain text has no italics.
 *
 * @param {Resource} resource
 * @param {Partial<ReferenceWords>} [words]  In the reader's language; English ones stand in for those that are missing.
 * @returns {string}
 */
export function reference(resource, words) {
  const { noDate, and, others } = { noDate: "n.d.", and: "&", others: "et al.", ...words };
  const { title, people, houses, year, url } = read(resource);
  let names = people.length ? people.map((name) => inverted(name, initials)) : [...houses];
  if (names.length > 20) names = [...names.slice(0, 19), `… ${names.at(-1)}`];
  // A byline may say that there were more authors than it names.
  else if (/\bet al\b/i.test(resource.byline ?? "")) names.push(others);
  else if (names.length > 1) names.push(`${and} ${names.pop()}`);
  // Two organizations take no comma between them; behind initials it always stands.
  const who = names.join(names.length === 2 && !names[0]?.includes(",") ? " " : ", ");
  const date = `(${year ?? noDate})`;
  const source = people.length ? houses.filter((house) => !resource.authors.includes(house)).join("; ") : "";
  const sentences = [who || title, date, who && title, source].filter(Boolean);
  return `${sentences.map((text) => (/[.?!…؟。？！]["'”’»]*$/.test(text) ? text : `${text}.`)).join(" ")} ${url}`.trim();
}

/**
 * What a work is to a reference manager, by its kind; the first that fits: kind, RIS, CSL, BibTeX.
 *
 * Most kinds are words of the catalog's own (Tool, Case study). What an organization publishes itself is a report to
 * reference managers, and only there do they keep the organization and our kind beside it: GEN, the type for anything,
 * turns into a journal article in Zotero, and loses both.
 *
 * @type {[kind: RegExp, ris: string, csl: string, bibtex: string, bibtexOfNobody: string][]}
 */
const TYPES = [
  [/^(e-?)?book$/i, "BOOK", "book", "book", "book"],
  [/^(video|film)$/i, "VIDEO", "motion_picture", "misc", "misc"],
  [/^(web|blog|article)/i, "ELEC", "webpage", "misc", "misc"],
  [/./, "RPRT", "report", "techreport", "misc"],
  [/^/, "GEN", "document", "misc", "misc"],
];

/**
 * A name of two to four capitalized words in Latin letters is a person's, and the last word the family's, as BibTeX and
 * Zotero have it. Whatever is doubtful stays whole, as printed: particles, small letters, suffixes, three capitals in a
 * row, other scripts (many put the family first), and words that organizations have.
 */
const PERSON =
  /^(?!.*( (De|Del|Di|Da|Du|Dos|La|Le|Los|Van|Von|Der|El|Al|Bin|Ibn) |\b(Jr|Sr|The|Center|Institute|Foundation|Network|Project|Coalition|Alliance|Council|Association|University|Group|Collective|Associates|Community|Justice|Lives|United)\b|\p{Lu}{3}))((?:\p{Lu}[\p{Script=Latin}\p{M}.'’ʻ-]* ){1,3})(\p{Lu}[\p{Script=Latin}\p{M}'’ʻ-]*[\p{Ll}\p{M}])$/u;

/**
 * A record with its texts on one line each, and `""` for what it lacks.
 *
 * @param {Resource} resource
 */
function read(resource) {
  const { organizations } = resource;
  const kind = line(resource.kind);
  return {
    id: resource.id,
    // Ids are any text; keys of BibTeX are not, and don't tell capitals. Different ids have different keys, always the same.
    key: resource.id.replace(/[^a-z0-9_-]/gu, (sign) => `.${sign.codePointAt(0)?.toString(16)}.`),
    types: TYPES.find(([pattern]) => pattern.test(kind || (resource.url ? "web" : ""))) ?? [],
    title: line(resource.title),
    /** @type {Name[]} */
    people: resource.authors.map((author) => {
      const literal = line(author);
      // Titles are no part of a name that is put the other way round.
      const [, , , , given, family] = PERSON.exec(literal.replace(/^(Rev|Dr|Prof|Mrs?|Ms|Hon)\. /, "")) ?? [];
      return given && family && !organizations.includes(author) ? { family, given: given.trim() } : { literal };
    }),
    houses: organizations.map(line),
    kind,
    topics: resource.topics.map(line),
    year: resource.year,
    language: line(resource.language),
    url: line(resource.url),
    description: line(resource.description),
    notes: [
      ...resource.titles.map((title) => `Also titled: ${title}`),
      ...[resource.byline ?? []].flat().map((byline) => `Byline: ${byline}`),
      ...resource.corrections.map((correction) => `Correction: ${corrected(correction)}`),
    ].map(line),
  };
}

/** @typedef {ReturnType<typeof read>} Work */

/**
 * Text on one line. Control characters have no place in any of the formats.
 *
 * @param {string} [text]
 */
function line(text = "") {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** @param {Resource["corrections"][number]} correction */
function corrected({ printed, correct }) {
  return `${printed} -> ${correct}`;
}

/**
 * @param {Name} name
 * @param {(given: string) => string} [shape]
 */
function inverted(name, shape = (given) => given) {
  return "family" in name ? `${name.family}, ${shape(name.given)}` : name.literal;
}

/**
 * "Ta-Nehisi K." is "T.-N. K."
 *
 * @param {string} given
 */
function initials(given) {
  return given.replace(/(\p{L})[^\s.-]*\.?/gu, "$1.");
}

/**
 * RIS as of 2011, a tag a line. Zotero takes `M3` for the kind of reports and web pages; of others it would be a DOI.
 *
 * @param {Work} work
 */
function ris(work) {
  const TY = `${work.types[1]}`;
  const tags = {
    TY,
    ID: work.key,
    TI: work.title,
    AU: work.people.map((name) => inverted(name)),
    PY: work.year,
    PB: work.houses.join("; "),
    M3: /RP|EL/.test(TY) && work.kind,
    LA: work.language,
    UR: work.url,
    AB: work.description,
    KW: work.topics,
    N1: work.notes,
  };
  const lines = Object.entries(tags).flatMap(([tag, values]) => [values].flat().map((value) => (value ? `${tag}  - ${value}\r\n` : "")));
  return `${lines.join("")}ER  - \r\n`;
}

/**
 * Text for TeX. BibTeX counts braces, even those behind a backslash: so a field's braces are commands.
 *
 * @param {string} text
 */
function tex(text) {
  /** @type {Record<string, string>} */
  const commands = { "\\": "backslash", "{": "braceleft", "}": "braceright", "~": "asciitilde", "^": "asciicircum", "<": "less", ">": "greater", "|": "bar" };
  return (
    text
      .replace(/[\\{}~^<>|%&$#_]/g, (sign) => (commands[sign] ? `{\\text${commands[sign]}}` : `\\${sign}`))
      // Two of these in a row would become a dash or a curly quote.
      .replace(/([-`'])(?=\1)/g, "$1{}")
  );
}

/**
 * BibTeX. Braces around titles keep capitals (Black, U.S.), around names they keep them whole. An address is taken
 * as it is, so what would end its field early is written as URLs write it.
 *
 * @param {Work} work
 */
function bibtex(work) {
  const whole = (/** @type {string} */ text) => `{${tex(text)}}`;
  const published = work.houses.map(whole).join(" and ");
  const type = work.types[published ? 3 : 4];
  const fields = {
    title: whole(work.title),
    author: work.people.map((name) => ("family" in name ? tex(inverted(name)) : whole(name.literal))).join(" and "),
    year: work.year,
    [type === "misc" ? "howpublished" : type === "book" ? "publisher" : "institution"]: published,
    type: tex(work.kind),
    language: tex(work.language),
    url: work.url.replace(/[{}\\ ]/g, encodeURIComponent),
    abstract: tex(work.description),
    keywords: work.topics.map(tex).join(", "),
    note: work.notes.map(tex).join("; "),
  };
  const lines = Object.entries(fields).map(([field, value]) => (value ? `  ${field} = {${value}},\n` : ""));
  return `@${type}{${work.key},\n${lines.join("")}}\n`;
}

/**
 * CSL-JSON, version 1.0.2.
 *
 * @param {Work[]} works
 */
function csl(works) {
  const items = works.map((work) => ({
    id: work.id,
    type: work.types[2],
    title: work.title,
    author: work.people,
    issued: work.year && { "date-parts": [[work.year]] },
    publisher: work.houses.join("; "),
    genre: work.kind,
    language: work.language,
    URL: work.url,
    abstract: work.description,
    keyword: work.topics.join(", "),
    note: work.notes.join("\n"),
  }));
  /** What is empty stays out. Old scripts give lists a toJSON of their own: what they make of a value is not asked. @type {(this: any, field: string) => unknown} */
  const filled = function (field) {
    return field && this[field]?.length === 0 ? undefined : this[field];
  };
  return JSON.stringify(items, filled, 2);
}

/**
 * CSV after RFC 4180: a header line, then a line a record, lists joined by "; ".
 *
 * @param {Resource[]} resources
 */
function csv(resources) {
  const columns = /** @type {const} */ (["id", "title", "titles", "authors", "byline", "organizations", "kind", "topics", "year", "language", "url", "description", "corrections"]);
  const rows = resources.map((resource) => columns.map((name) => (name === "corrections" ? resource[name].map(corrected) : resource[name])));
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/**
 * Spreadsheets run what looks like a formula; an apostrophe in front makes it text (OWASP, "CSV Injection").
 *
 * @param {string | number | readonly string[]} [value]
 */
function cell(value = "") {
  const text = [value].flat().join("; ");
  const safe = typeof value !== "number" && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
