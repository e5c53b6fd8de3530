// The address of one work: to follow, to copy, to hand on.

import { element } from "../dom.js";
import { copyButton } from "./copying.js";

/** @import { Resource } from "../../api/types.js" */
/** @import { Reading } from "../reading.js" */

/**
 * Nothing where the page keeps our addresses to itself.
 *
 * @param {Resource} resource
 * @param {Reading} reading
 */
export function sharing({ id, title }, { address, words }) {
  if (!address) return [];
  const whole = () => wholeLink(address.linkTo(`resource-${id}`));
  const share = element("button", { type: "button", class: "button", part: "button" }, words.say("share"));
  // A reader who thinks better of it has done nothing wrong.
  share.addEventListener("click", () => void navigator.share({ title, url: whole() }).catch(() => {}));
  return [
    element("a", { href: whole(), "data-act": "related", "data-value": id }, words.say("record.link")),
    isForOthers() && copyButton(words.say("copyLink"), whole, words),
    isForOthers() && typeof navigator.share === "function" && share,
  ].filter((part) => part !== false);
}

/** Whether an address of this page leads others anywhere: that of a file on the reader's own disk doesn't. */
export const isForOthers = () => location.protocol !== "file:";

/**
 * The whole address of a place in this page: in a page with a <base>, `#…` alone would lead to another.
 *
 * @param {string} hash
 */
export function wholeLink(hash) {
  return new URL(hash, location.href).href;
}
