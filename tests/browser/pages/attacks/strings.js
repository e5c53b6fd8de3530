// The strings of attacks.json, and what of each may be seen. tests/html reads the same file.

/** @typedef {{ texts?: string[], codes?: [first: number, last: number][], times?: [text: string, times: number][], within?: string[] }} Family */

/** @param {Record<string, Family>} families */
export function stringsOf(families) {
  return Object.values(families).flatMap(({ texts = [], codes = [], times = [], within = ["{}"] }) => {
    const characters = codes.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)));
    const parts = [...texts, ...characters, ...times.map(([text, count]) => text.repeat(count))];
    return within.flatMap((frame) => parts.map((part) => frame.replaceAll("{}", () => part)));
  });
}

/** What JSON can't carry: halves of characters. A page's own objects can; they become U+FFFD. */
export const HALVES = ["\ud800", "a\udfffb", "\udc00\ud800", "\ud83d<b>\ude00"];

/** First and last of what must not be seen, by Unicode's chart rather than by our rule. */
const UNSEEN = [
  [0xad, 0xad], [0x61c, 0x61c], [0x115f, 0x1160], [0x180e, 0x180e], [0x200b, 0x200b], [0x202a, 0x202e], [0x2060, 0x2067], [0x206a, 0x206f],
  [0x3164, 0x3164], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff0, 0xfff8], [0x1bca0, 0x1bca3], [0x1d173, 0x1d17a], [0xe0000, 0xe00ff], [0xe01f0, 0xe0fff],
];

/** @param {string} text */
export function seen(text) {
  let [kept, marks, spaces] = ["", 0, 0];
  for (const character of text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, "\ufffd")) {
    const code = character.codePointAt(0) ?? 0;
    if (UNSEEN.some(([first = 0, last = 0]) => code >= first && code <= last)) continue;
    const [isMark, isSpace] = [/\p{M}/u.test(character), character === "\u3000"];
    // What may be seen and is ignored parts nothing either.
    if (!/[\u200c-\u200f\u2068\u2069]/u.test(character)) [marks, spaces] = [isMark ? marks + 1 : 0, isSpace ? spaces + 1 : 0];
    if (!(isMark && marks > 6) && !(isSpace && spaces > 2)) kept += character;
  }
  return [...new Intl.Segmenter().segment(kept)].map(({ segment }) => ([...segment].length > 12 ? "\ufffd" : segment)).join("");
}
