// References as files. The link itself holds the file, so nothing is fetched, and no policy has a reason to object.

import { cite } from "../../api/cite.js";
import { element } from "../dom.js";

/** @import { Resource } from "../../api/types.js" */
/** @import { CitationFormat } from "../../api/cite.js" */
/** @import { Words } from "../strings/words.js" */

/** @type {[format: CitationFormat, name: string, type: string, extension: string][]} */
const FORMATS = [
  ["ris", "RIS", "application/x-research-info-systems", "ris"],
  ["bibtex", "BibTeX", "application/x-bibtex", "bib"],
  ["csl-json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "json"],
  ["csv", "CSV", "text/csv", "csv"],
];

/**
 * @param {Resource[]} resources
 * @param {string} name  of the files, without what stands behind the dot
 * @param {Words} words
 */
export function downloads(resources, name, words) {
  return FORMATS.map(([format, label, type, extension]) =>
    element(
      "a",
      // Spreadsheets take a CSV file for Latin-1 unless it begins with this mark.
      { href: `data:${type};charset=utf-8,${encodeURIComponent((format === "csv" ? "\ufeff" : "") + cite(resources, format))}`, download: `${name}.${extension}` },
      words.say("download", { format: label }),
    ),
  );
}
