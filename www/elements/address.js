// What a reader asked for, in the page's address, so that it can be kept, shared and gone back to: what is typed replaces
// the entry in the history, a choice is an entry of its own.
//
// It stands behind the #: that part is sent to no server, not even to the page's own. Several widgets share it, each with
// a name before its keys (the first has none), as in #q=network&kind=Tool&second.q=consensus. The history's entries carry
// the same text, since the page's own anchors take the place behind the # from time to time. A fragment that begins with
// / or ! belongs to a router of the page and is left alone.

import { uniqueName } from "./landmark-names.js";

const STATE = "equityCatalog";

/** The fragment of all widgets, as it should be. @type {string | undefined} */
let current;

/** What stands behind the #, when it is ours. */
function spoken() {
  const fragment = location.hash.slice(1);
  return !/^[/!]/u.test(fragment) && /=|(^|[.&])(resource-|list$)/u.test(fragment) ? fragment : undefined;
}

/** @returns {string | undefined} */
const marked = () => history.state?.[STATE];

export class Address {
  #before;

  /**
   * @param {string} name  of the widget among all of the page
   * @param {AbortSignal} signal
   * @param {(linked: boolean) => void} changed  called when the reader went back or forth, or followed a link (then `linked`)
   */
  constructor(name, signal, changed) {
    this.#before = name && `${name}.`;
    current ??= marked() ?? spoken() ?? "";
    addEventListener(
      "popstate",
      () => {
        const fragment = marked() ?? spoken();
        // An anchor of the page's own says nothing about us: everything stays.
        if (fragment === undefined) return current ? enter("replaceState", location.hash) : undefined;
        current = fragment;
        changed(marked() === undefined);
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
    if (/^#[/!]/u.test(location.hash)) return;
    const others = [...new URLSearchParams(current)].filter(([key]) => !this.#owns(key));
    const mine = [...own].map(([key, value]) => [this.#before + key, value]);
    const fragment = [...mine, ...others].map((pair) => pair.filter(Boolean).map(encoded).join("=")).join("&");
    if (fragment === current) return;
    if (push && marked() === undefined) enter("replaceState", location.hash);
    current = fragment;
    enter(push ? "pushState" : "replaceState", fragment && `#${fragment}`);
  }

  /**
   * An address that opens one work.
   *
   * @param {string} id
   */
  linkTo(id) {
    return `#${encoded(`${this.#before}resource-${id}`)}`;
  }

  /**
   * An address that shows a list of works.
   *
   * @param {string} text  the works, as `shareText` has them
   */
  linkToList(text) {
    return `#${encoded(`${this.#before}list`)}=${encoded(text)}`;
  }

  /** @param {string} key */
  #owns(key) {
    return this.#before ? key.startsWith(this.#before) : !key.includes(".") || key.startsWith("resource-");
  }
}

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text).replaceAll("%20", "+");

/**
 * A name for a widget's keys: its id, or else nothing for the first and a number for others.
 *
 * @param {Element} widget
 * @param {AbortSignal} signal  ends when the name is free again
 */
export const widgetName = (widget, signal) => uniqueName(widget.id, signal, (_, number) => String(number));

/**
 * Some pages may not change their address, and browsers refuse to do it very often: then it stays as it is.
 *
 * @param {"pushState" | "replaceState"} how
 * @param {string} hash
 */
function enter(how, hash) {
  try {
    history[how]({ ...history.state, [STATE]: current }, "", hash || location.pathname + location.search);
  } catch {
    // Nothing is lost but the address.
  }
}
