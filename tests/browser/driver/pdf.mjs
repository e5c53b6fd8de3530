// Reads the text out of a PDF that Chromium printed, page by page: enough to say what stands on paper. Not a reader of
// PDFs in general; it knows how Skia writes them (plain objects, Identity-H fonts with a ToUnicode table).

import { inflateSync } from "node:zlib";

/** What is on paper: the text of each page, without any spaces, since a printed line has none where a font changes. @typedef {{ pages: string[] }} Print */

/** @param {Uint8Array} bytes @returns {Print} */
export function readPdf(bytes) {
  const file = Buffer.from(bytes);
  const source = file.toString("latin1");
  /** @type {Map<string, { head: string, start: number }>} */
  const objects = new Map();
  for (const match of source.matchAll(/^(\d+) 0 obj\r?\n?([\s\S]*?)endobj/gmu)) {
    const [all, number = "", body = ""] = match;
    const at = body.search(/stream\r?\n/u);
    const start = at < 0 ? -1 : match.index + all.indexOf(body) + at + /** @type {string} */ (/stream\r?\n/u.exec(body)?.[0]).length;
    objects.set(number, { head: at < 0 ? body : body.slice(0, at), start });
  }
  const stream = (/** @type {string} */ number) => {
    const { head = "", start = -1 } = objects.get(number) ?? {};
    if (start < 0) return "";
    return head.includes("/FlateDecode") ? inflateSync(file.subarray(start)).toString("latin1") : source.slice(start, source.indexOf("endstream", start));
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/u.test(head));
  return {
    pages: pages.map(({ head }) => {
      const fonts = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = "", number = ""]) => {
        const [, table = ""] = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(number)?.head ?? "") ?? [];
        return [name, letters(stream(table))];
      }));
      const contents = [...(/\/Contents (\[[^\]]*\]|\d+ 0 R)/u.exec(head)?.[1] ?? "").matchAll(/(\d+) 0 R/gu)];
      return contents.map(([, number = ""]) => shown(stream(number), fonts)).join("");
    }),
  };
}

/** The characters of a font by the number of the glyph. @param {string} table */
function letters(table) {
  /** @type {Map<number, string>} */
  const found = new Map();
  const text = (/** @type {string} */ hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block = ""] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu)) {
    for (const [, glyph = "", value = ""] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/giu)) found.set(Number.parseInt(glyph, 16), text(value));
  }
  for (const [, block = ""] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) {
    for (const [, from = "", to = "", value = ""] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/giu)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++) found.set(glyph, String.fromCodePoint(Number.parseInt(value, 16) + glyph - first));
    }
  }
  return found;
}

/** What a page's content shows, in the order of drawing. @param {string} content @param {Map<string, Map<number, string>>} fonts */
function shown(content, fonts) {
  let text = "";
  let font = fonts.get("");
  let spelt = false;
  // A font that is chosen; a ligature that is spelt out, whose glyphs then say nothing; its end; glyphs.
  for (const [, name, actual, end, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\/ActualText \(([^)]*)\)|\b(EMC)\b|<([0-9A-F]+)>(?= ?Tj|[^\[\]]*\] ?TJ)/giu)) {
    if (name) font = fonts.get(name);
    else if (actual !== undefined) {
      text += actual;
      spelt = true;
    } else if (end) spelt = false;
    else if (!spelt) for (const [glyph] of (glyphs ?? "").matchAll(/.{4}/gu)) text += font?.get(Number.parseInt(glyph, 16)) ?? "";
  }
  return text.replace(/\s+/gu, "");
}
