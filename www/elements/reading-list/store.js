// The reader's list of chosen resources: their ids, in order, kept on this device and nowhere else.
//
// Nothing is stored before the reader chooses something, and nothing is left once the last one is taken out. Where the
// browser refuses storage (a sandboxed frame, private windows, no room) or the place holds something else, the list lasts
// as long as the page, and `kept` is false so that the page can say so. It knows neither the engine nor the page's
// nodes, and doesn't ask whether a resource exists: a list may be older than the catalog.

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Place */

/** So many ids of 30 letters are 15,000: browsers take them behind the `#` of an address; many servers refuse 8,000 in a query. */
export const LIMIT = 500;
const PREFIX = "equity-catalog:reading-list:";

/** @type {Map<string, ReadingList>} */
const lists = new Map();

/**
 * The list of a name, the same one for all elements of a page.
 *
 * @param {string} name
 * @returns {ReadingList}
 */
export function readingList(name) {
  let list = lists.get(name);
  if (!list) lists.set(name, (list = new ReadingList(name)));
  return list;
}

export class ReadingList extends EventTarget {
  #key;
  #place;
  /**
   * What storage held when it was last looked at: null for nothing, undefined where it is refused.
   * @type {string | null | undefined}
   */
  #text;
  /** Whether that was a list, or room for one. */
  #readable = false;
  /** @type {readonly string[]} */
  #ids = [];
  /** Whether the last change could not be stored: then memory is right, whatever storage says. */
  #unsaved = false;

  /**
   * @param {string} name
   * @param {() => Place | null | undefined} [place]  Asked each time: to name `localStorage` is enough to throw in some frames.
   */
  constructor(name, place = () => globalThis.localStorage) {
    super();
    this.#key = PREFIX + name;
    this.#place = place;
  }

  /** The chosen ids, in the reader's order. Read anew, because other tabs write too. */
  get ids() {
    this.#look();
    return this.#ids;
  }

  /** Whether the list will be there when the reader comes back. */
  get kept() {
    this.#look();
    return this.#readable && !this.#unsaved;
  }

  get full() {
    return this.ids.length >= LIMIT;
  }

  /** The list as text for an address; see `shareText`. */
  get share() {
    return shareText(this.ids);
  }

  /** @param {string} id */
  has(id) {
    return this.ids.includes(id);
  }

  /**
   * Puts ids at the end, those that are not there yet, as far as there is room.
   *
   * @param {string[]} ids
   */
  add(...ids) {
    this.#change([...this.ids, ...ids]);
  }

  /** @param {string} id */
  remove(id) {
    this.#change(this.ids.filter((one) => one !== id));
  }

  /** @param {string} id */
  toggle(id) {
    if (this.has(id)) this.remove(id);
    else this.add(id);
  }

  /**
   * Puts an id at another place of the order.
   *
   * @param {string} id
   * @param {number} to
   */
  move(id, to) {
    if (!this.has(id)) return;
    const others = this.ids.filter((one) => one !== id);
    this.#change([...others.slice(0, to), id, ...others.slice(to)]);
  }

  clear() {
    this.#change([]);
  }

  /**
   * Calls when the list has changed, here or in another tab.
   *
   * @param {() => void} changed
   * @param {AbortSignal} signal
   * @param {EventTarget} [page]  where storage events arrive
   */
  watch(changed, signal, page = globalThis) {
    this.addEventListener("change", changed, { signal });
    const stored = (/** @type {Event} */ event) => {
      const { key } = /** @type {StorageEvent} */ (event);
      // Without a key everything was cleared.
      if (key === null || key === this.#key) changed();
    };
    page.addEventListener("storage", stored, { signal });
  }

  /** @param {readonly string[]} ids */
  #change(ids) {
    this.#look();
    const next = distinct(ids);
    if (next.length === this.#ids.length && next.every((id, at) => id === this.#ids[at])) return;
    this.#ids = next;
    this.#unsaved = !this.#store(next);
    // No `Event`, for which MooTools has put another.
    this.dispatchEvent(new CustomEvent("change"));
  }

  /** @param {readonly string[]} ids */
  #store(ids) {
    // What somebody else put there is theirs.
    if (!this.#readable) return false;
    try {
      // Text by text, since old scripts give lists a toJSON of their own.
      const text = ids.length > 0 ? `[${ids.map((id) => JSON.stringify(id)).join()}]` : null;
      if (text === null) this.#place()?.removeItem(this.#key);
      else this.#place()?.setItem(this.#key, text);
      this.#text = text;
      return true;
    } catch {
      return false;
    }
  }

  /** Takes over what storage holds, unless memory knows better. */
  #look() {
    let text;
    try {
      text = this.#place()?.getItem(this.#key);
    } catch {
      // Refused: as if there were no storage.
    }
    if (text === this.#text) return;
    this.#text = text;
    const ids = text === null ? [] : idsOf(text);
    this.#readable = ids !== undefined;
    if (ids && !this.#unsaved) this.#ids = ids;
  }
}

/**
 * The ids in what was stored; nothing when it is no list of ours.
 *
 * @param {string} [text]
 */
function idsOf(text = "") {
  try {
    const ids = JSON.parse(text);
    return Array.isArray(ids) && ids.every((id) => typeof id === "string") ? distinct(ids) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {readonly string[]} ids */
function distinct(ids) {
  return [...new Set(ids)].filter(Boolean).slice(0, LIMIT);
}

/**
 * Ids as text that passes through queries, fragments, mails and messengers unchanged: `net-gains.lean-weaving`. Signs
 * beyond plain letters, digits and hyphens are written as `_e9_`.
 *
 * @param {readonly string[]} ids
 * @returns {string}
 */
export function shareText(ids) {
  const plain = (/** @type {string} */ id) => id.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
  return distinct(ids).map(plain).join(".");
}

/**
 * The ids in such a text, whatever it is; some may be of no resource.
 *
 * @param {unknown} text
 * @returns {string[]}
 */
export function sharedIds(text) {
  if (typeof text !== "string") return [];
  // Mails break long lines; and whoever made the text, reading it takes no time worth telling.
  const parts = text.slice(0, 100_000).replace(/\s/g, "").split(".");
  const sign = (/** @type {string} */ written, /** @type {string} */ hex) => (parseInt(hex, 16) < 0x110000 ? String.fromCodePoint(parseInt(hex, 16)) : written);
  return distinct(parts.map((part) => part.replace(/_([0-9a-f]{1,6})_/g, sign)));
}
