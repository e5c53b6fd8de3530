// What anybody's records can do to a page: nothing. Some 800 strings stand in every field of a catalog.

import assert from "node:assert/strict";

/** @typedef {import("../run.mjs").Case} Case */

/** @type {Case[]} */
export const attacks = ["", "?pack"].map((how) => ({
  name: `attacks in every field of ${how ? "a pack" : "a page's own records"} have no effect, browsed, listed from A to Z, and in popups over a text`,
  at: `/test/attacks/attacks.html${how}`,
  async run(page, site) {
    await page.until("the catalog", () => (document.getElementById("list")?.shadowRoot?.querySelectorAll(".group .listing").length ?? 0) > 15);
    await page.until("the entries", () => (document.getElementById("entries")?.shadowRoot?.querySelectorAll("article").length ?? 0) > 10);
    await page.until("the terms in the text", () => document.querySelectorAll("#article button").length > 300);
    assert.deepEqual(await page.ask(() => /** @type {any} */ (globalThis).attacks.inspect()), []);
    // Each term's popup, in the text.
    const wrong = await page.ask(async () => {
      const { inspect } = /** @type {any} */ (globalThis).attacks;
      // A popup shows one term whatever the catalog came from: records are enough.
      const buttons = location.search ? [] : /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#article button"));
      for (const [at, button] of buttons.entries()) {
        button.click();
        for (let wait = 0; wait < 200 && !document.querySelector("equity-popup"); wait += 1) await new Promise((done) => setTimeout(done, 5));
        if (!document.querySelector("equity-popup")) return [`no popup of ${button.textContent}`];
        // The popup itself is what may stand in the text; all the rest is looked at now and then.
        const wrong = inspect(at % 40 === 0 ? undefined : "equity-popup");
        if (wrong.length > 0) return [`the popup of ${button.textContent}`, ...wrong];
        button.click();
      }
      return [];
    });
    assert.deepEqual(wrong, []);
    const foreign = site.asked.filter(({ path }) => !/^\/(pkg\/[\w-]+\.(js|wasm)|test\/(pages\.css|collector\.js|attacks\/[\w.]+)|favicon\.ico)$/u.test(path));
    assert.deepEqual(foreign, [], "nothing else is asked for");
  },
}));
