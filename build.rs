//! Makes the folding table that `src/text/fold.rs` reads.
//!
//! What a letter folds to is decided by the Unicode data of the `unicode-normalization` crate, here at build time, so that a
//! browser carries a few kilobytes of runs instead of whole normalization tables.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

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

fn fold(c: char) -> String {
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

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=EQUITY_CATALOG_PACK");
    let mut runs: Vec<Run> = Vec::new();
    let mut strings = String::new();
    let mut marks = String::new();
    let mut open_mark: Option<(u32, u32)> = None;
    for code in 0x80..0x1_f000 {
        let Some(c) = char::from_u32(code) else { continue };
        if is_combining_mark(c) && !is_optional_mark(c) && !c.is_alphanumeric() {
            match &mut open_mark {
                Some((_, end)) if *end + 1 == code => *end = code,
                _ => {
                    if let Some((start, end)) = open_mark.replace((code, code)) {
                        write!(marks, "({start}, {end}), ").unwrap();
                    }
                }
            }
        }
        if !is_covered(code) && !is_optional_mark(c) {
            continue;
        }
        let folded = fold(c);
        let mut chars = folded.chars();
        match (chars.next(), chars.next()) {
            // Zero stands for "nothing": an optional mark.
            (None, _) => push(&mut runs, code, 0),
            (Some(one), None) if one == c || !(one.is_alphanumeric() || is_combining_mark(one)) => {}
            (Some(one), None) => push(&mut runs, code, u32::from(one)),
            _ if folded.chars().all(char::is_alphanumeric) => write!(strings, "({code}, {folded:?}), ").unwrap(),
            _ => {}
        }
    }
    if let Some((start, end)) = open_mark {
        write!(marks, "({start}, {end}), ").unwrap();
    }
    let mut table = String::new();
    for Run { start, length, stride, target, step } in &runs {
        write!(table, "({start}, {length}, {}, {target}), ", stride * 4 + step).unwrap();
    }
    let source = format!(
        "/// Start, length, `stride * 4 + step`, target.\npub(super) static RUNS: &[(u32, u8, u8, u32)] = &[{table}];\n\
         /// Characters that fold to several.\npub(super) static STRINGS: &[(u32, &str)] = &[{strings}];\n\
         /// Marks that belong to their word and are neither letters nor optional, first and last.\npub(super) static MARKS: &[(u32, u32)] = &[{marks}];\n"
    );
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("fold_table.rs"), source).expect("OUT_DIR can be written");
}

fn push(runs: &mut Vec<Run>, code: u32, target: u32) {
    if !runs.last_mut().is_some_and(|run| run.extend(code, target)) {
        runs.push(Run { start: code, length: 1, stride: 1, target, step: 0 });
    }
}
