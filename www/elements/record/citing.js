// The reference to one work: as a line to copy, and as files for reference managers.

import { reference } from "../../api/cite.js";
import { element } from "../dom.js";
import { copyButton } from "./copying.js";
import { downloads } from "./downloads.js";

/** @import { Resource } from "../../api/types.js" */
/** @import { Words } from "../strings/words.js" */

/**
 * @param {Resource} resource
 * @param {Words} words
 */
export function citing(resource, words) {
  const line = reference(resource);
  return element(
    "details",
    { class: "citing", part: "cite" },
    element("summary", {}, words.say("cite")),
    element("p", { class: "reference", lang: resource.language, dir: "auto" }, line),
    element("p", { class: "record-acts" }, copyButton(words.say("copyReference"), () => line, words), ...downloads([resource], resource.id, words)),
  );
}
