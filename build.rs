//! Makes the folding table that `src/text/fold.rs` reads.
//!
//! What a letter folds to is decided by the Unicode data of the `unicode-normalization` crate, here at build time, so that a
//! browser carries a few kilobytes of runs instead of whole normalization tables.

use std::{env, fs, path::Path};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark, is_public_assigned};

/// Letters that have no decomposition and that readers still type without their mark.
#[rustfmt::skip]
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o"), ('đ', "d"), ('ð', "d"), ('ł', "l"), ('ħ', "h"), ('þ', "th"),
    ('ı', "i"), ('ŧ', "t"), ('ŋ', "n"), ('ĸ', "k"), ('ƒ', "f"), ('ɓ', "b"), ('ɗ', "d"), ('ɖ', "d"), ('ƙ', "k"), ('ƴ', "y"),
    ('ɔ', "o"), ('ɛ', "e"), ('ς', "σ"), ('ـ', ""), ('ى', "ي"), ('ة', "ه"), ('ٱ', "ا"),
];

/// Marks that may be left out when a word is typed: accents, Hebrew points, Arabic vowel signs, nukta. Vowel signs of Indic and
/// Thai, voicing marks of kana and viramas make another word, and stay.
fn is_optional_mark(c: char) -> bool {
    matches!(canonical_combining_class(c), 1 | 7 | 10..=36 | 202..=240)
}

/// Soft hyphen, zero-width joiners, direction marks, word joiner, variation selectors, byte-order mark.
fn is_ignored(c: char) -> bool {
    matches!(u32::from(c), 0xad | 0x200c..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfe00..=0xfe0f | 0xfeff | 0xe_0100..=0xe_01ef)
}

/// Where the digits of other scripts begin, nought first: a year is found whichever are typed. (Scripts without spaces are searched a character
/// a word, digits too.)
const DIGITS: [u32; 13] = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6];

/// Private use: icons of some font, for all we know.
fn is_private(code: u32) -> bool {
    matches!(code, 0xe000..=0xf8ff | 0xf_0000..)
}

/// Stands for "nothing" as what a character folds to.
const NOTHING: u32 = 0;
/// Stands for the character itself.
const ITSELF: u32 = 1;

fn fold(c: char) -> String {
    if let Some(zero) = DIGITS.iter().find(|zero| (**zero..**zero + 10).contains(&u32::from(c))) {
        return (u32::from(c) - zero).to_string();
    }
    // Hangul and kana are letters of their own once composed; everything else is judged by its parts.
    let lowered: String =
        std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd().filter(|&c| !is_optional_mark(c)).collect();
    let mut out = String::new();
    for c in lowered.nfc() {
        match LETTERS.iter().find(|(from, _)| *from == c) {
            Some((_, to)) => out.push_str(to),
            None => out.push(c),
        }
    }
    out
}

/// Whether a query is likely to hold the character, so that its folding is worth bytes in every browser.
fn is_covered(code: u32) -> bool {
    // Thai and Lao are searched a character a word, which a ligature in two would break.
    matches!(code, 0x80..=0xdff | 0xf00..=0x2dff | 0xa640..=0xa7ff | 0xab30..=0xabbf | 0xfb00..=0xfb4f | 0xff10..=0xff5a | 0x10400..=0x104ff | 0x1e900..=0x1e943)
}

/// `length` characters from `start`, `stride` apart, fold to `target`, `target + step`, …
struct Run {
    start: u32,
    length: u32,
    stride: u32,
    target: u32,
    step: u32,
}

impl Run {
    fn extend(&mut self, code: u32, target: u32) -> bool {
        let (stride, step) = (code - self.start - (self.length - 1) * self.stride.min(2), target.wrapping_sub(self.target));
        if self.length == 1 {
            if code - self.start > 2 || step > 2 {
                return false;
            }
            (self.stride, self.step) = (code - self.start, step);
        } else if stride != self.stride || target != self.target + self.length * self.step || self.length == 255 {
            return false;
        }
        self.length += 1;
        true
    }
}

/// What a character folds to.
enum Folding {
    /// One character, or `NOTHING`.
    One(u32),
    Several(String),
    /// Itself, if it belongs to words.
    None,
}

fn folding(c: char) -> Folding {
    let code = u32::from(c);
    if is_ignored(c) {
        return Folding::One(NOTHING);
    }
    // Marks that belong to their word fold to themselves.
    if is_combining_mark(c) && !is_optional_mark(c) && !c.is_alphanumeric() {
        return Folding::One(code);
    }
    if !is_covered(code) && !is_optional_mark(c) {
        return Folding::None;
    }
    let folded = fold(c);
    let mut chars = folded.chars();
    match (chars.next(), chars.next()) {
        (None, _) => Folding::One(NOTHING),
        (Some(one), None) if one == c || !(one.is_alphanumeric() || is_combining_mark(one)) => Folding::None,
        (Some(one), None) => Folding::One(u32::from(one)),
        _ if folded.chars().all(char::is_alphanumeric) => Folding::Several(folded),
        _ => Folding::None,
    }
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=EQUITY_CATALOG_PACK");
    let mut runs: Vec<Run> = Vec::new();
    let mut strings: Vec<(u32, String)> = Vec::new();
    // Of the other characters, what belongs to words and what doesn't stand by turns: where each turn begins, from what does on. What is no
    // character yet, or decided above, is as what stands before it.
    let mut turns: Vec<u32> = Vec::new();
    for code in 0x80..=u32::from(char::MAX) {
        let Some(c) = char::from_u32(code) else { continue };
        let (is_word, was_word) = (c.is_alphanumeric(), turns.len() % 2 == 1);
        match folding(c) {
            Folding::One(target) => push(&mut runs, code, target),
            Folding::Several(parts) => strings.push((code, parts)),
            Folding::None if is_word != was_word && (is_public_assigned(c) || is_private(code)) => turns.push(code),
            Folding::None => {}
        }
    }
    let source = [
        column("How far each run starts behind the one before.", "STARTS", gaps(runs.iter().map(|run| run.start))),
        column("How many characters it has.", "LENGTHS", runs.iter().map(|run| run.length)),
        column("Its `stride * 4 + step`.", "SHAPES", runs.iter().map(|run| run.stride * 4 + run.step)),
        column(
            "What its first character folds to.",
            "TARGETS",
            runs.iter().map(|run| if run.target == run.start { ITSELF } else { run.target }),
        ),
        format!("/// Stands for the characters themselves.\npub(super) const ITSELF: u32 = {ITSELF};\n"),
        column(
            "How far each character that folds to several is behind the one before.",
            "LIGATURES",
            gaps(strings.iter().map(|(code, _)| *code)),
        ),
        format!(
            "/// What they fold to.\npub(super) const PARTS: &str = {:?};\n",
            strings.iter().map(|(_, folded)| folded.as_str()).collect::<Vec<_>>().join(" ")
        ),
        column("How far each turn begins behind the one before.", "TURNS", gaps(turns.into_iter())),
    ];
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("fold_table.rs"), source.concat()).expect("OUT_DIR can be written");
}

/// The steps between growing numbers, from 0.
fn gaps(numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let mut last = 0;
    numbers.map(move |number| number - std::mem::replace(&mut last, number))
}

/// A column of the table. Each number is written as the character with that number: UTF-8 keeps small ones small, and columns of like
/// numbers compress to two thirds of what rows would.
fn column(about: &str, name: &str, numbers: impl Iterator<Item = u32>) -> String {
    let text: String = numbers.map(|number| char::from_u32(number).expect("no number is that of a surrogate")).collect();
    format!("/// {about}\npub(super) const {name}: &str = \"{}\";\n", text.escape_unicode())
}

fn push(runs: &mut Vec<Run>, code: u32, target: u32) {
    if !runs.last_mut().is_some_and(|run| run.extend(code, target)) {
        runs.push(Run { start: code, length: 1, stride: 1, target, step: 0 });
    }
}
