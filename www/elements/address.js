// What a reader asked for, in the page's address, so that it can be kept, shared and gone back to: what is typed replaces
// the entry in the history, a choice is an entry of its own.
//
// It stands behind the #: that part is sent to no server, not even to the page's own. Several widgets share it, each with
// a name before its keys (the first has none), as in #q=network&kind=Tool&second.q=consensus. The history's entries carry
// the same text, since the page's own anchors take the place behind the # from time to time. A fragment that begins with
// / or ! belongs to a router of the page and is left alone.

import { uniqueName } from "./landmark-names.js";
import { KEYS } from "./reading-state.js";

const STATE = "equityCatalog";

/** The fragment of all widgets, as it should be. @type {string | undefined} */
let current;

/** How many widgets follow it. */
let following = 0;

/**
 * What stands behind the #, when it is ours. Any place of the page's own may be named like a work or the list; what stands
 * in an element of ours is none of those.
 */
function spoken() {
  const { hash, href } = location;
  const fragment = hash.slice(1);
  const isOurs = /=|(^|[.&])(resource-|list$)/u.test(fragment) && document.getElementById(fragment)?.closest("equity-catalog") !== null;
  return isOurs || !href.includes("#") ? fragment : undefined;
}

const isRouters = () => /^#[/!]/u.test(location.hash);

/** @param {any} state  of an entry in the history @returns {string | undefined} */
const marked = (state) => state?.[STATE];

export class Address {
  #before;

  /**
   * @param {string} name  of the widget among all of the page
   * @param {AbortSignal} signal
   * @param {(linked: boolean) => void} changed  called when the reader went back or forth, or followed a link (then `linked`)
   */
  constructor(name, signal, changed) {
    this.#before = name && `${name}.`;
    current ??= marked(history.state) ?? spoken() ?? "";
    following += 1;
    signal.addEventListener("abort", () => {
      following -= 1;
      // A page that changes without being loaded may come to another address before it has widgets again.
      if (following === 0) current = undefined;
    });
    addEventListener(
      "popstate",
      ({ state }) => {
        if (isRouters()) return;
        const fragment = marked(state) ?? spoken();
        const isNew = marked(state) === undefined;
        // An anchor of the page's own says nothing about us: everything stays.
        current = fragment ?? current;
        if (isNew && current) enter("replaceState", location.hash);
        if (fragment !== undefined) changed(isNew);
      },
      { signal },
    );
  }

  /** The widget's keys and values. */
  read() {
    const own = new URLSearchParams();
    for (const [key, value] of new URLSearchParams(current)) {
      if (this.#owns(key)) own.append(key.slice(this.#before.length), value);
    }
    return own;
  }

  /**
   * @param {URLSearchParams} own
   * @param {boolean} push  whether this is an entry of its own in the history
   */
  write(own, push) {
    if (isRouters()) return;
    const others = [...new URLSearchParams(current)].filter(([key]) => !this.#owns(key));
    const mine = [...own].map(([key, value]) => [this.#before + key, value]);
    const fragment = [...mine, ...others].map(written).join("&");
    if (fragment === current) return;
    if (push && marked(history.state) === undefined) enter("replaceState", location.hash);
    current = fragment;
    enter(push ? "pushState" : "replaceState", fragment && `#${fragment}`);
  }

  /**
   * An address that says one thing alone: `resource-…` opens a work, `list` shows works as `shareText` has them.
   *
   * @param {string} key
   * @param {string} [value]
   */
  linkTo(key, value) {
    return `#${written([this.#before + key, value])}`;
  }

  /** Pages may keep things of their own behind the #. @param {string} key */
  #owns(key) {
    return this.#before ? key.startsWith(this.#before) : KEYS.includes(key) || key.startsWith("resource-");
  }
}

/** @param {(string | undefined)[]} pair */
const written = (pair) => pair.filter((part) => part).map((part) => encoded(part ?? "")).join("=");

/** Whatever was typed, half a sign too, at which `encodeURIComponent` throws. @param {string} text */
const encoded = (text) => String(new URLSearchParams([[text, ""]])).slice(0, -1);

/**
 * A name for a widget's keys: its id, or else nothing for the first in the page and a number for others, whichever of
 * them opens first.
 *
 * @param {Element} widget
 * @param {AbortSignal} signal  ends when the name is free again
 */
export function widgetName(widget, signal) {
  const place = [...document.querySelectorAll("equity-catalog:not([id], [address=off])")].indexOf(widget);
  return uniqueName(widget.id || (place > 0 ? `${place + 1}` : ""), signal, (_, number) => String(number));
}

/**
 * Some pages may not change their address, and browsers refuse to do it very often: then it stays as it is. So does what
 * the page itself keeps in the entry. The whole address is said, since a page's `<base>` would change the path of a part.
 *
 * @param {"pushState" | "replaceState"} how
 * @param {string} hash
 */
function enter(how, hash) {
  try {
    const { state } = history;
    history[how](typeof state === "object" ? { ...state, [STATE]: current } : state, "", location.href.split("#")[0] + hash);
  } catch {
    // Nothing is lost but the address.
  }
}
