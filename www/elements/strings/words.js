// The words of one language with what is filled into them: numbers, plurals and lists as that language writes them.

import { en } from "./en.js";

/** @import { enDrawer } from "./en-drawer.js" */
/** @import { enEndnotes } from "./en-endnotes.js" */
/** @import { enGlossary } from "./en-glossary.js" */
/** @import { enHighlight } from "./en-highlight.js" */
/** @import { enLayouts } from "./en-layouts.js" */
/** @import { enLeads } from "./en-leads.js" */
/** @import { enList } from "./en-list.js" */
/** @import { enPopup } from "./en-popup.js" */
/** @import { enPopupsOff } from "./en-off.js" */
/** @import { enPrint } from "./en-print.js" */
/** @import { enRecord } from "./en-record.js" */
/** @import { enSearch } from "./en-search.js" */
/** @typedef {keyof (typeof en & typeof enDrawer & typeof enEndnotes & typeof enGlossary & typeof enHighlight & typeof enLayouts & typeof enLeads & typeof enList & typeof enPopup & typeof enPopupsOff & typeof enPrint & typeof enRecord & typeof enSearch)} Key */
/** @typedef {Record<string, string | Record<string, string>>} Texts  by key; plural forms by the names of Intl.PluralRules */
/** @typedef {Record<string, string | number>} Values */

/** Letters that are written from right to left, and those that are not. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LEFT_TO_RIGHT = new RegExp(`(?!${RIGHT_TO_LEFT.source})\\p{L}`, "u");

export class Words {
  #texts;
  // Made when they are first needed: a browser's first of each takes some milliseconds, and an article's terms need none.
  /** @type {Intl.PluralRules | undefined} */
  #plural;
  /** @type {Intl.NumberFormat | undefined} */
  #number;

  /** @param {...Texts} texts  English, what a translation has, what the page has; the last one that knows a key wins */
  constructor(...texts) {
    /** @type {Texts} */
    this.#texts = Object.assign({}, en, ...texts);
    this.language = texts.map(languageOf).findLast(Boolean) ?? "en";
    this.direction = this.#texts["direction"] === "rtl" ? "rtl" : "ltr";
  }

  /**
   * English texts of a part that has come by now, for what nobody has translated.
   *
   * @param {Texts} texts
   */
  learn(texts) {
    this.#texts = { ...texts, ...this.#texts };
  }

  /**
   * The text of a key. A `count` among the values chooses the plural form.
   *
   * @param {Key} key
   * @param {Values} [values]
   */
  say(key, values = {}) {
    const text = this.#texts[key] ?? "";
    const form = typeof text === "string" ? text : (text[(this.#plural ??= new Intl.PluralRules(this.language)).select(Number(values["count"]))] ?? text["other"] ?? "");
    return form.replace(/\{(\w+)\}/gu, (/** @type {string} */ _, /** @type {string} */ name) => this.#filled(values[name] ?? ""));
  }

  /** @param {number} value */
  number(value) {
    return (this.#number ??= new Intl.NumberFormat(this.language)).format(value);
  }

  /**
   * A, B or C.
   *
   * @param {string[]} items
   */
  either(items) {
    return new Intl.ListFormat(this.language, { type: "disjunction" }).format(items);
  }

  /**
   * A value inside a sentence that runs the other way would pull the sentence's signs along: it is kept apart. So is one
   * that runs both ways, whose own order the sentence would turn round, and figures alone in Arabic ("2012-2014").
   *
   * @param {string | number} value
   */
  #filled(value) {
    if (typeof value === "number") return this.number(value);
    const fits = this.direction === "rtl" ? RIGHT_TO_LEFT.test(value) && !LEFT_TO_RIGHT.test(value) : !RIGHT_TO_LEFT.test(value);
    return fits ? value : `\u2068${value}\u2069`;
  }
}

/**
 * The language that texts name. A page may name what is none, and Intl throws at that: then ours has to do.
 *
 * @param {Texts} texts
 */
function languageOf(texts) {
  try {
    return Intl.getCanonicalLocales(/** @type {string} */ (texts["language"]))[0];
  } catch {
    return undefined;
  }
}
