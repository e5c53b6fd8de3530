// A button that copies a text and says so. Where the browser refuses, the text is shown, selected, to be copied by hand.

import { element } from "../dom.js";

/** @import { Words } from "../strings/words.js" */

/**
 * @param {string} label
 * @param {() => string} text
 * @param {Words} words
 */
export function copyButton(label, text, words) {
  const button = element("button", { type: "button", class: "button", part: "button" }, label);
  const said = element("span", { class: "copied", role: "status" });
  const field = element("textarea", { readonly: true, rows: 2, "aria-label": label, hidden: true });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = words.say("copied");
    } catch {
      field.value = text();
      field.hidden = false;
      field.select();
      field.focus();
      said.textContent = words.say("copyByHand");
    }
  });
  return element("span", { class: "copying" }, button, " ", said, field);
}
