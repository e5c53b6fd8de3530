// For readers who want no popups: the terms are plain text, and where the element stands is a line with the way back.

import { element } from "./dom.js";
import { choose, follow } from "./popups-choice.js";
import { enPopupsOff } from "./strings/en-off.js";
import { adopt } from "./styles/adopt.js";
import { offStyles } from "./styles/off.js";
import { choice } from "./terms.js";

/** @import { Catalog } from "../api/catalog.js" */
/** @import { EquityGlossary } from "./equity-glossary.js" */
/** @import { Status } from "./status.js" */

/**
 * @param {EquityGlossary} host
 * @param {Catalog} _
 * @param {HTMLElement} body
 * @param {Status} status
 * @param {AbortSignal} signal
 */
export function show(host, _, body, status, signal) {
  follow(host, "off", signal);
  // The reader may have turned them on again meanwhile.
  if (signal.aborted) return;
  const { words } = host;
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  words.learn(enPopupsOff);
  adopt(root, offStyles);
  const off = words.say(choice.isLost ? "popupsAreOffHere" : "popupsAreOff");
  const button = element("button", { type: "button", class: "button", part: "button" }, words.say("popupsTurnOn"));
  button.addEventListener("click", () => {
    choose("on");
    root.append(answer(words.say("popupsAreOn"), words.language));
    // The button is gone, and the focus with it: it goes on to what has become of it.
    root.querySelector(/** @type {"p"} */ (".answer"))?.focus();
  });
  body.replaceChildren(element("p", { class: "off", part: "note", lang: words.language }, off, " ", button));
  // Who finds them off from before has not asked for anything to be said.
  if (choice.isNew) status.say(off);
  choice.isNew = false;
  // The list in which the reader was is gone.
  if (choice.from === host) button.focus({ preventScroll: true });
  choice.from = undefined;
}

/**
 * What is there until the reader goes on: apart from what the element shows, which begins anew.
 *
 * @param {string} text
 * @param {string} lang
 */
function answer(text, lang) {
  const said = element("p", { class: "off answer", part: "note", tabindex: "-1", lang }, text);
  const place = element("div", { class: "body" }, said);
  said.addEventListener("blur", () => place.remove());
  return place;
}
