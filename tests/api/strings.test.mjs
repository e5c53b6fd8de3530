// The words of the widget: that each language has all of them, whole and fit to be shown, and that numbers, lists and
// names are filled in as a reader of that language expects.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { ar } from "../../www/elements/strings/ar.js";
import { es } from "../../www/elements/strings/es.js";
import { Words } from "../../www/elements/strings/words.js";

/** @import { Key, Texts, Values } from "../../www/elements/strings/words.js" */

const FOLDER = new URL("../../www/elements/strings/", import.meta.url);

/** English may stand in several files, one for each part of the widget. @type {Texts[]} */
const ENGLISH = [];
for (const name of readdirSync(FOLDER).filter((name) => /^en(-\w+)?\.js$/u.test(name))) {
  ENGLISH.push(.../** @type {Texts[]} */ (Object.values(await import(new URL(name, FOLDER).href))));
}
/** @type {Texts} */
const en = Object.assign({}, ...ENGLISH);

/** @type {Record<string, Texts>} */
const LANGUAGES = { en, es, ar };

/** The translations' right directions. @type {Record<string, string>} */
const DIRECTIONS = { en: "ltr", es: "ltr", ar: "rtl" };

/** What needs no translation: it is made of signs. @type {Record<string, string[]>} */
const AS_IN_ENGLISH = { es: ["direction", "facetCount", "resultsQuoted", "quoted"], ar: ["facetCount", "resultsQuoted", "spokenBy"] };

/**
 * What a control is called, or a hint says of it, holds the words that stand on it: readers who speak to the page say those.
 *
 * @type {[longer: Key, shorter: Key][]}
 */
const HOLDING = [
  ["detailsOf", "details"],
  ["addWork", "add"],
  ["inListWork", "inList"],
  ["listEmpty", "add"],
  ["allInGroup", "showAll"],
];

/**
 * The forms of a text by name; a text without forms is its own "other".
 *
 * @param {string | Record<string, string> | undefined} text
 */
const formsOf = (text) => Object.entries(typeof text === "string" ? { other: text } : (text ?? {}));

/** @param {string} text */
const placeholders = (text) => [...new Set(text.match(/\{\w*\}/gu))].sort();

/**
 * Where a form stands for one number only, the word itself may say it: "نتيجتان" is "two results".
 *
 * @param {string} language
 * @param {string} form
 */
function saysItsNumber(language, form) {
  const rules = new Intl.PluralRules(language);
  return [...Array(1000).keys()].filter((count) => rules.select(count) === form).length === 1;
}

test("en: no text stands in two files", () => {
  const keys = ENGLISH.flatMap((texts) => Object.keys(texts));
  assert.deepEqual(keys.filter((key, index) => keys.indexOf(key) < index), []);
});

for (const [language, texts] of Object.entries(LANGUAGES)) {
  test(`${language}: names itself and its direction, and has the keys of English`, () => {
    assert.equal(texts["language"], language);
    assert.equal(texts["direction"], DIRECTIONS[language]);
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(en).sort());
  });

  test(`${language}: a text with plural forms has all that the language tells apart`, () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text === "object") assert.deepEqual(Object.keys(text).sort(), [...categories].sort(), key);
    }
  });

  test(`${language}: each text and each plural form has the placeholders of the English one`, () => {
    for (const [key, text] of Object.entries(texts)) {
      const expected = placeholders(formsOf(en[key]).map(([, form]) => form).join());
      for (const [name, form] of formsOf(text)) {
        const silent = typeof text === "object" && saysItsNumber(language, name) && !form.includes("{count}");
        assert.deepEqual(placeholders(form), silent ? expected.filter((name) => name !== "{count}") : expected, `${key}, ${name}`);
      }
    }
  });

  test(`${language}: no text is empty, has markup, straight quotation marks or three dots`, () => {
    for (const [key, text] of Object.entries(texts)) {
      for (const [, form] of formsOf(text)) {
        assert.equal(form, form.trim(), key);
        assert.notEqual(form, "", key);
        assert.doesNotMatch(form, /[<>"']|&\w+;|\.\.\./u, key);
      }
    }
  });

  test(`${language}: what a control is called holds what stands on it`, () => {
    for (const [longer, shorter] of HOLDING) assert.ok(String(texts[longer]).includes(String(texts[shorter])), `${longer}: ${shorter}`);
  });

  if (language !== "en") {
    test(`${language}: nothing is left in English`, () => {
      const same = Object.entries(texts).filter(([key, text]) => {
        const english = formsOf(en[key]).map(([, form]) => form);
        return formsOf(text).some(([, form]) => english.includes(form));
      });
      assert.deepEqual(same.map(([key]) => key), AS_IN_ENGLISH[language]);
    });
  }
}

test("Arabic: Latin letters and ⌘ are kept apart from the sentence", () => {
  for (const [key, text] of Object.entries(ar)) {
    if (key === "language" || key === "direction") continue;
    for (const [, form] of formsOf(text)) assert.doesNotMatch(form.replace(/\{\w+\}|\u2066[^\u2069]*\u2069/gu, ""), /[a-z⌘]/iu, key);
  }
});

/**
 * @param {string} language
 * @param {...Texts} own
 */
const wordsOf = (language, ...own) => new Words(LANGUAGES[language] ?? {}, ...own);

/** @type {[language: string, counts: [number, string][]][]} */
const RESULTS = [
  ["en", [[0, "0 results"], [1, "1 result"], [2, "2 results"], [3, "3 results"], [11, "11 results"], [100, "100 results"]]],
  ["en", [[12345, "12,345 results"]]],
  ["es", [[0, "0 resultados"], [1, "1 resultado"], [2, "2 resultados"], [3, "3 resultados"], [11, "11 resultados"], [100, "100 resultados"]]],
  ["es", [[12345, "12.345 resultados"], [1000000, "1.000.000 de resultados"]]],
  ["ar", [[0, "لا توجد نتائج"], [1, "نتيجة واحدة"], [2, "نتيجتان"], [3, "3 نتائج"], [11, "11 نتيجة"], [100, "100 نتيجة"], [102, "102 نتيجة"]]],
];

/** Arabic is written with either set of figures; which one is for the browser's data to say. @param {string} text */
const withLatinFigures = (text) => text.replace(/[٠-٩]/gu, (figure) => String("٠١٢٣٤٥٦٧٨٩".indexOf(figure)));

for (const [language, counts] of RESULTS) {
  for (const [count, expected] of counts) {
    test(`${language}: ${count} results`, () => assert.equal(withLatinFigures(wordsOf(language).say("results", { count })), expected));
  }
}

/**
 * Values in sentences; ⟨ and ⟩ stand for the signs U+2068 and U+2069, which keep a value apart.
 *
 * @type {[what: string, language: string, key: Key, values: Values, expected: string][]}
 */
const SENTENCES = [
  ["a title", "en", "detailsOf", { title: "Net Gains" }, "Details: Net Gains"],
  ["an Arabic title in English", "en", "detailsOf", { title: "شبكات" }, "Details: ⟨شبكات⟩"],
  ["a Hebrew title in Spanish", "es", "detailsOf", { title: "רשתות" }, "Detalles: ⟨רשתות⟩"],
  ["a Latin title in Arabic", "ar", "detailsOf", { title: "Net Gains" }, "التفاصيل: ⟨Net Gains⟩"],
  ["an Arabic title in Arabic", "ar", "detailsOf", { title: "شبكات" }, "التفاصيل: شبكات"],
  ["a title in both scripts in Arabic", "ar", "detailsOf", { title: "Networks: شبكات" }, "التفاصيل: ⟨Networks: شبكات⟩"],
  ["a title in both scripts in English", "en", "detailsOf", { title: "Networks: شبكات" }, "Details: ⟨Networks: شبكات⟩"],
  ["a title in Adlam in English", "en", "detailsOf", { title: "𞤆𞤵𞤤𞤢𞤪" }, "Details: ⟨𞤆𞤵𞤤𞤢𞤪⟩"],
  ["years in Arabic", "ar", "noResultsFor", { query: "2012-2014" }, "لا توجد نتائج للبحث عن «⟨2012-2014⟩»"],
  ["a sentence's part in Arabic", "ar", "pageOf", { results: "3 نتائج", page: 2, pages: 5 }, "3 نتائج، الصفحة 2 من 5"],
  ["a query that looks like a placeholder", "en", "noResultsFor", { query: "{count} $& $1" }, "No results for “{count} $& $1”"],
  ["a value that is not there", "en", "after", {}, "After: "],
];

for (const [what, language, key, values, expected] of SENTENCES) {
  test(`${language}: ${what}`, () => {
    const said = wordsOf(language).say(key, values).replaceAll("\u2068", "⟨").replaceAll("\u2069", "⟩");
    assert.equal(withLatinFigures(said), expected);
  });
}

/** @type {[language: string, expected: string][]} */
const LISTS = [
  ["en", "“one”, “two”, or “three”"],
  ["es", "“one”, “two” o “three”"],
  ["ar", "«⟨one⟩» أو «⟨two⟩» أو «⟨three⟩»"],
];

for (const [language, expected] of LISTS) {
  test(`${language}: one of several words`, () => {
    const words = wordsOf(language);
    const list = words.either(["one", "two", "three"].map((text) => words.say("quoted", { text })));
    assert.equal(list.replaceAll("\u2068", "⟨").replaceAll("\u2069", "⟩"), expected);
  });
}

test("a page's own words win over the translation, and the rest stays", () => {
  const words = wordsOf("es", { search: "Buscar recursos" });
  assert.equal(words.say("search"), "Buscar recursos");
  assert.equal(words.say("filters"), "Filtros");
});

test("a page's own words may have a key that is unknown", () => {
  const own = JSON.parse('{ "serach": "Slip", "__proto__": { "filters": "No" } }');
  const words = wordsOf("es", own);
  assert.equal(words.say("search"), "Buscar en el catálogo");
  assert.equal(words.say("filters"), "Filtros");
});

test("a page's own plural may have only what it tells apart", () => {
  for (const language of Object.keys(LANGUAGES)) {
    const words = wordsOf(language, { results: { other: "Works: {count}" } });
    for (const count of [0, 1, 2, 3, 11, 100]) assert.equal(withLatinFigures(words.say("results", { count })), `Works: ${count}`);
  }
});

test("a page's own words may be in a language that we have not", () => {
  const results = { one: "{count} wynik", few: "{count} wyniki", many: "{count} wyników", other: "{count} wyniku" };
  const words = wordsOf("en", { language: "pl", results });
  assert.equal(words.language, "pl");
  assert.deepEqual([1, 2, 5].map((count) => words.say("results", { count })), ["1 wynik", "2 wyniki", "5 wyników"]);
});

/** @type {[own: unknown, language: string][]} */
const OWN_LANGUAGES = [
  ["xx-invalid-", "es"],
  ["", "es"],
  [null, "es"],
  [7, "es"],
  ["ES-mx", "es-MX"],
];

for (const [own, language] of OWN_LANGUAGES) {
  test(`a page that says its language is ${JSON.stringify(own)} gets the words of ${language}`, () => {
    const words = wordsOf("es", JSON.parse(JSON.stringify({ language: own })));
    assert.equal(words.language, language);
    assert.equal(words.direction, "ltr");
    assert.equal(words.say("results", { count: 2 }), "2 resultados");
    assert.equal(words.either(["a", "b"]), "a o b");
  });
}
