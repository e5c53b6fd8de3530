// Pagefind: made for pages on a server, which it indexes as HTML and reads in pieces as they are needed; so it is tried
// where it is at home, in Chromium.
//
// A keystroke is its search alone: that takes the pieces of the index that it needs from the server on this machine, and
// not the texts of what is found, which a page would have to fetch as well.

import { LIMIT } from "./shared.mjs";

/** @import { Engine } from "./shared.mjs" */
/** @import { Resource } from "../catalog.mjs" */

/** @type {Engine} */
export const pagefind = {
  name: "pagefind",
  label: "Pagefind 1.6.0",
  settings: "one page a resource, its title as a heading, weights 2 for names; no network delay",
  records: true,
  only: "chromium",
  most: 20_000,
  async build(resources, folder) {
    const { close, createIndex } = await import("pagefind");
    const { index } = await createIndex({ forceLanguage: "en" });
    if (!index) throw new Error("pagefind could not be started");
    for (const resource of resources) await index.addHTMLFile({ url: `/${resource.id}`, content: htmlOf(resource) });
    await index.writeFiles({ outputPath: `${folder}/pagefind` });
    await close();
    return "";
  },
  async open(_, address) {
    const calls = await import(`${address}pagefind/pagefind.js`);
    await calls.options({ baseUrl: "/" });
    await calls.init();
    return {
      search: (query) => calls.search(query),
      async ids({ results }) {
        const found = await Promise.all(results.slice(0, LIMIT).map((/** @type {any} */ result) => result.data()));
        return found.map(({ url }) => url.replaceAll(/\D/g, ""));
      },
    };
  },
};

/** @param {Resource} resource */
function htmlOf({ title, authors, organizations, topics, description, kind }) {
  const escape = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const names = [...authors, ...organizations].join(", ");
  return `<html lang="en"><body data-pagefind-filter="kind:${escape(kind).replaceAll('"', "")}"><h1>${escape(title)}</h1>`
    + `<p data-pagefind-weight="2">${escape(names)}</p><p>${escape(topics.join(", "))}</p><p>${escape(description)}</p></body></html>`;
}
