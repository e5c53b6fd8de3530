// Addresses of what belongs to a term elsewhere: its entry in the list from A to Z, and the catalog. On the same page if that
// has them, else on the pages that an element names.

import { isSafe } from "./prose.js";
import { PREFIX } from "./terms.js";

/** @import { EquityElement } from "./element.js" */

/** Which catalog an element shows. @param {Element} widget */
const source = (widget) => widget.getAttribute("src") ?? "";

/**
 * What an address in the catalog begins with: that of the same catalog on this page, or of the page that the host names.
 *
 * @param {EquityElement} host
 */
export function catalogAddress(host) {
  const unnamed = document.querySelector("equity-catalog:not([id], [address=off])");
  const here = [...document.querySelectorAll("equity-catalog:not([address=off])")].find(
    (widget) => (widget.id || widget === unnamed) && source(widget) === source(host),
  );
  if (here) return `#${here.id && encodeURIComponent(`${here.id}.`)}`;
  const page = host.getAttribute("catalog-page");
  return page ? pageAddress(page, "") : undefined;
}

/**
 * Where a term's entry is: in a list from A to Z on this page, or on the page that the host names.
 *
 * @param {string} id
 * @param {Element} host
 */
export function entryAddress(id, host) {
  const lists = [...document.querySelectorAll("equity-glossary:not([annotate])")];
  if (lists.some((list) => source(list) === source(host))) return `#${PREFIX}${id}`;
  const page = host.getAttribute("glossary-page");
  return page ? pageAddress(page, `${PREFIX}${id}`) : undefined;
}

/**
 * A place on another page; undefined for what is no page, such as a script.
 *
 * @param {string} page
 * @param {string} place
 */
function pageAddress(page, place) {
  try {
    const address = new URL(page, document.baseURI);
    return isSafe(address.href) || address.protocol === location.protocol ? `${address.href.split("#")[0]}#${place}` : undefined;
  } catch {
    return undefined;
  }
}
