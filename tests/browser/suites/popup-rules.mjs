// What a popup owes its readers, by WCAG 2.2 and the ARIA Authoring Practices, besides what the other suites of popups say.

import assert from "node:assert/strict";
import { pause } from "../driver/page.mjs";
import { annotated, focusWithin, popup, term } from "./things.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../run.mjs").Case} Case */

const AT = "/test/annotate.html";
const LONG = "/test/popups/places.html";
const TERM = term("structural racism");
const OPEN = { role: "dialog", name: "Structural Racism" };

/** @param {Page} page @param {string} name */
async function tabTo(page, name) {
  await page.see(annotated);
  for (let steps = 0; steps < 20 && (await page.focused()).name !== name; steps++) await page.press("Tab");
}

/** @type {Case[]} */
export const popupRules = [
  {
    name: "nothing is said or moved unasked: the focus on a term opens nothing, a popup that the pointer opens takes no focus and says nothing",
    at: AT,
    async run(page) {
      await tabTo(page, "structural racism");
      await pause(700);
      assert.equal(await page.count(popup), 0);
      await page.hover(TERM);
      await page.see(OPEN);
      assert.equal((await page.focused()).name, "structural racism");
      const spoken = await page.ask(($) => $.all({ css: "equity-popup" }).flatMap((host) => [host, ...$.walk(host)]).filter((each) => each.matches("[aria-live], [role=status], [role=alert]")).length);
      assert.equal(spoken, 0);
    },
  },
  {
    name: "no time-out: what was opened stays until the reader has done with it",
    at: AT,
    async run(page) {
      await page.hover(TERM);
      await page.see(OPEN);
      await pause(2500);
      assert.equal(await page.count(popup), 1, "while the pointer rests on the term");
      await page.click(TERM);
      await page.moveTo(5, 5);
      await pause(2500);
      assert.equal(await page.count(popup), 1, "once it was asked for, wherever the pointer is");
    },
  },
  {
    name: "Esc closes what the pointer opened, even what lies under the pointer: nothing comes up in its place",
    at: AT,
    async run(page) {
      await page.hover(TERM);
      await page.see(OPEN);
      const other = await page.ask(($, target) => {
        const { left, top, width, height } = $.one(target).getBoundingClientRect();
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
      }, term("Structural racism"));
      await page.hover({ css: ".popup-title", within: { css: "equity-popup" } });
      await page.moveTo(other.x, other.y);
      assert.equal(await page.ask(($, { x, y }, dialog) => $.holds($.one(dialog), $.hit(x, y)), other, popup), true, "the popup lies on another term");
      await page.press("Escape");
      await page.gone(popup);
      await pause(900);
      assert.equal(await page.count(popup), 0);
    },
  },
  {
    name: "the mouse decides when it is let go: pressing a term and letting go elsewhere does nothing",
    at: AT,
    async run(page) {
      await page.click(term("BLM"));
      await page.see(popup);
      await page.press("Escape");
      await page.gone(popup);
      const { x, y } = await page.point(TERM);
      await page.moveTo(x, y);
      await page.drag(async () => {
        await pause(100);
        assert.equal(await page.count(popup), 0, "not by pressing");
        await page.moveTo(5, 5);
      });
      await pause(600);
      assert.equal(await page.count(popup), 0, "nor by letting go elsewhere");
    },
  },
  {
    name: "a press outside closes when it is let go, one inside doesn't, even when it is let go outside",
    at: AT,
    async run(page) {
      await page.click(TERM);
      await page.see(OPEN);
      await page.hover({ css: ".prose p", within: popup, nth: 0 });
      await page.drag(async () => {
        await page.moveTo(1200, 700);
        await pause(100);
      });
      assert.equal(await page.count(popup), 1, "a text that was selected");
      await page.moveTo(1200, 700);
      await page.drag(async () => {
        await pause(200);
        assert.equal(await page.count(popup), 1, "not yet");
      });
      await page.gone(popup);
    },
  },
  {
    name: "a finger that scrolls the page beside it leaves it open",
    at: AT,
    size: [390, 500],
    async run(page) {
      await page.tap(TERM);
      await page.see(OPEN);
      // What a page hears of a finger that scrolls: it comes down, and then the browser takes over.
      await page.ask(() => {
        const target = document.elementFromPoint(20, 20);
        const finger = { bubbles: true, composed: true, pointerType: "touch", clientX: 20, clientY: 20 };
        for (const type of ["pointerdown", "pointermove", "pointercancel"]) target?.dispatchEvent(new PointerEvent(type, finger));
        scrollBy({ top: 40, behavior: "instant" });
      });
      await pause(500);
      assert.equal(await page.count(popup), 1);
    },
  },
  {
    name: "every control of a popup is 24 by 24 pixels or more, even with small letters, and shows the focus",
    at: LONG,
    async run(page) {
      await page.ask(() => void (document.documentElement.style.fontSize = "12px"));
      await page.see(annotated);
      await page.press("Tab");
      await page.press("Enter");
      await page.see(popup);
      const small = await page.ask(($, dialog) => $.all({ role: "button", within: dialog }).map((each) => ({ name: $.name(each), ...each.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width < 24 || height < 24).map(({ name, width, height }) => `${name}: ${width} by ${height}`), popup);
      assert.deepEqual(small, []);
      /** @type {string[]} */
      const seen = [];
      for (let steps = 0; steps < 12; steps++) {
        await page.press("Tab");
        if (!(await page.count(popup)) || !(await page.ask(focusWithin, popup))) break;
        const { name, ring } = await page.ask(($) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(/** @type {Element} */ ($.active()));
          return { name: $.name(/** @type {Element} */ ($.active())), ring: outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2 };
        });
        assert.equal(ring, true, name);
        seen.push(name);
      }
      assert.deepEqual(seen, ["Commons", "Close", "Steward", "Turn off these popups on this site"]);
    },
  },
  {
    name: "it is read in the direction of what it says, and its controls in the language of the page",
    at: "/test/right-to-left.html",
    async run(page) {
      await page.click({ ...annotated, nth: 0 });
      await page.see(OPEN);
      const said = await page.ask(($, dialog) => {
        const host = /** @type {ShadowRoot} */ ($.one(dialog).getRootNode()).host;
        const prose = $.one({ css: ".prose p", within: dialog });
        const spoken = [".popup-title", ".prose", ".credit"].map((css) => $.one({ css, within: dialog }).closest("[lang]")?.getAttribute("lang") ?? "the popup's");
        return { lang: host.getAttribute("lang"), direction: getComputedStyle(prose).direction, spoken };
      }, popup);
      assert.deepEqual(said, { lang: "ar", direction: "ltr", spoken: ["en", "en", "the popup's"] });
      assert.deepEqual(await page.names({ role: "button", within: popup }), ["إغلاق", "إيقاف نوافذ التعريفات في هذا الموقع"]);
    },
  },
];
