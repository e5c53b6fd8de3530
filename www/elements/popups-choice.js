// Whether a reader wants popups: what they chose, kept and followed.

import { choice } from "./terms.js";

/** @import { EquityGlossary } from "./equity-glossary.js" */

/** Kept on the device, and only once a reader has chosen: "off", or nothing at all. equity-glossary.js reads it. */
const KEY = "equity-popups";

/**
 * What the reader chooses, for all elements of this page and, by the browser's own event, for those of other tabs.
 *
 * @param {string} popups  "off" or "on"
 */
export function choose(popups) {
  const isOff = popups === "off";
  try {
    choice.isLost = false;
    if (isOff) localStorage.setItem(KEY, popups);
    else localStorage.removeItem(KEY);
  } catch {
    // Where nothing may be kept, or there is no room, the choice holds as long as the page, and that is said.
    choice.isLost = isOff;
  }
  const newValue = isOff ? popups : null;
  take(newValue);
  dispatchEvent(new StorageEvent("storage", { key: KEY, newValue }));
}

/** @param {string | null} popups */
function take(popups) {
  choice.isNew = true;
  choice.popups = popups === "off" ? popups : "on";
}

/**
 * Begins anew whenever the reader chooses, here or in another tab, or has chosen while the element was still at its
 * beginning.
 *
 * @param {EquityGlossary} host
 * @param {"on" | "off"} shown  what the element has begun with
 * @param {AbortSignal} signal
 */
export function follow(host, shown, signal) {
  if (signal.aborted) return;
  if ((host.popups === "off") !== (shown === "off")) return host.restart({ quiet: true });
  const hear = (/** @type {StorageEvent} */ { key, newValue }) => {
    if (key !== KEY) return;
    take(newValue);
    host.restart({ quiet: true });
  };
  addEventListener("storage", hear, { signal });
}
