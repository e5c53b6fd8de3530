// What the other tests rely on: a test that can't fail says nothing.

import assert from "node:assert/strict";
import { axe, htmlcs } from "../audit.mjs";

const FAULTS = ["an error in the console", "an uncaught error", "an unhandled rejection", "connect-src https://example.org/", "trusted-types-sink"];

/** @type {import("../run.mjs").Case[]} */
export const harness = [
  {
    name: "errors, unhandled rejections and breaches of the policy are noticed",
    at: "/test/faulty.html",
    mishap: /./u,
    async run(page) {
      await page.until("the last fault", () => {
        const { collected } = /** @type {{ collected: string[] }} */ (/** @type {unknown} */ (globalThis));
        return collected.length >= 5;
      });
      const errors = await page.errors();
      for (const fault of FAULTS) assert.ok(errors.some((line) => line.includes(fault)), `${fault} in ${errors.join("\n")}`);
    },
  },
  {
    name: "both accessibility engines see into shadow roots, each what it is there for",
    at: "/test/faulty.html",
    mishap: /./u,
    async run(page) {
      await page.see({ role: "button", name: "Press" });
      assert.ok((await axe(page)).some((line) => line.includes("color-contrast")));
      assert.ok((await htmlcs(page)).some((line) => line.includes("Only a placeholder")));
    },
  },
  {
    name: "clicks, keys and taps are the browser's own",
    at: "/test/faulty.html",
    mishap: /./u,
    async run(page) {
      const press = { role: "button", name: "Press" };
      await page.see(press);
      await page.ask(() => {
        /** @type {string[]} */
        const seen = [];
        Object.assign(globalThis, { seen });
        for (const type of ["click", "keydown"]) {
          document.addEventListener(type, (event) => seen.push(`${type} ${event instanceof PointerEvent ? event.pointerType : ""} ${event.isTrusted}`));
        }
      });
      await page.click(press);
      await page.press("Shift+Tab");
      await page.tap(press);
      const seen = await page.ask(() => /** @type {{ seen: string[] }} */ (/** @type {unknown} */ (globalThis)).seen);
      assert.deepEqual(seen.filter((line) => !line.endsWith("touch false")), seen.includes("click touch true")
        ? ["click mouse true", "keydown  true", "keydown  true", "click touch true"]
        : ["click mouse true", "keydown  true", "keydown  true"]);
    },
  },
];
