// What a term's popup holds, and where its parts lead.

import assert from "node:assert/strict";
import { focusWithin, inView, popup, term } from "./things.mjs";

const AT = "/test/annotate.html";
const TERM = term("structural racism");
const OPEN = { role: "dialog", name: "Structural Racism" };

/** @type {import("../run.mjs").Case[]} */
export const popupContent = [
  {
    name: "a related term opens in the same popup, with a way back; a related work is text",
    at: "/test/related.html",
    async run(page) {
      await page.click(term("commons"));
      await page.see({ role: "dialog", name: "Commons" });
      assert.equal(await page.count({ role: "button", name: "A book", within: popup }), 0);
      await page.click({ role: "button", name: "Steward", within: popup });
      await page.see({ role: "dialog", name: "Steward" });
      assert.equal(await page.count(popup), 1);
      assert.equal(await page.ask(focusWithin, popup), true);
      await page.click({ role: "button", name: "Back", within: popup });
      await page.see({ role: "dialog", name: "Commons" });
      await page.press("Escape");
      await page.gone(popup);
      assert.equal((await page.focused()).name, "commons");
    },
  },
  {
    name: "where the page has the list too, the popup leads to the term there",
    at: "/test/list-and-terms.html",
    async run(page) {
      await page.see({ role: "heading", name: "White Supremacy" });
      await page.click(term("White supremacy"));
      await page.click({ role: "link", name: "See it in the glossary", within: popup });
      await page.gone(popup);
      await page.until("the term in view", inView, { role: "heading", name: "White Supremacy" });
      assert.equal(await page.ask(() => location.hash), "#term-white-supremacy");
    },
  },
  {
    name: "its Close button closes it and gives the focus back",
    at: AT,
    async run(page) {
      await page.click(TERM);
      await page.click({ role: "button", name: "Close", within: popup });
      await page.gone(popup);
      assert.equal((await page.focused()).name, "structural racism");
    },
  },
  {
    name: "its button opens and closes the popup for a screen reader too: aria-controls names what is there",
    at: AT,
    async run(page) {
      await page.click(TERM);
      await page.see(OPEN);
      const controlled = await page.ask(($, target) => {
        const button = $.one(target);
        const id = button.getAttribute("aria-controls");
        return Boolean(id && /** @type {Document} */ (button.getRootNode()).getElementById(id));
      }, TERM);
      assert.equal(controlled, true);
      assert.equal(await page.attribute(popup, "aria-modal"), null);
    },
  },
];
