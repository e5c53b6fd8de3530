//! Folding: which characters count as the same letter.
//!
//! The table is made by `build.rs` from Unicode's data; see there for which marks are optional.

use std::str::Chars;
use std::sync::LazyLock;

/// Columns of numbers, each written as a character.
mod columns {
    include!(concat!(env!("OUT_DIR"), "/fold_table.rs"));
}

/// `length` characters from `start`, `stride` apart, that fold to `target`, `target + step`, …
struct Run {
    start: u32,
    length: u32,
    stride: u32,
    step: u32,
    target: u32,
}

struct Table {
    runs: Vec<Run>,
    /// Characters that fold to several, and what to.
    ligatures: Vec<(u32, &'static str)>,
    /// Where characters of words begin, and where others do, by turns.
    turns: Vec<u32>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { runs: Vec::new(), ligatures: Vec::new(), turns: Vec::new() };
    let [mut lengths, mut shapes, mut targets] = [columns::LENGTHS, columns::SHAPES, columns::TARGETS].map(str::chars);
    let number = |column: &mut Chars<'_>| column.next().map_or(0, u32::from);
    let mut start = 0;
    for gap in columns::STARTS.chars() {
        start += u32::from(gap);
        let (length, shape, target) = (number(&mut lengths), number(&mut shapes), number(&mut targets));
        let target = if target == columns::ITSELF { start } else { target };
        table.runs.push(Run { start, length, stride: shape / 4, step: shape % 4, target });
    }
    let mut code = 0;
    for (gap, parts) in columns::LIGATURES.chars().zip(columns::PARTS.split(' ')) {
        code += u32::from(gap);
        table.ligatures.push((code, parts));
    }
    let mut code = 0;
    for gap in columns::TURNS.chars() {
        code += u32::from(gap);
        table.turns.push(code);
    }
    table
});

/// What a character contributes to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folded {
    /// A letter or digit.
    Char(char),
    /// Several letters: `ß`.
    Str(&'static str),
    /// Nothing, without ending the word: an accent, a soft hyphen, a joiner.
    Nothing,
    /// Not part of any word.
    Separator,
}

/// Folds one character.
pub(super) fn fold_char(c: char) -> Folded {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Folded::Char(c.to_ascii_lowercase()) } else { Folded::Separator };
    }
    let code = u32::from(c);
    let table = &*TABLE;
    // The last run that starts at or before the character; a run with a stride may interleave with the one after it.
    let after = table.runs.partition_point(|run| run.start <= code);
    for run in table.runs.iter().take(after).rev().take(2) {
        let distance = code - run.start;
        if distance.is_multiple_of(run.stride) && distance / run.stride < run.length {
            return match char::from_u32(run.target + distance / run.stride * run.step) {
                Some('\0') | None => Folded::Nothing,
                Some(c) => Folded::Char(c),
            };
        }
    }
    let ligature = table.ligatures.partition_point(|(ligature, _)| *ligature < code);
    if let Some((_, parts)) = table.ligatures.get(ligature).filter(|(ligature, _)| *ligature == code) {
        return Folded::Str(parts);
    }
    let is_of_words = table.turns.partition_point(|turn| *turn <= code) % 2 == 1;
    if is_of_words { Folded::Char(c) } else { Folded::Separator }
}

/// Whether a character belongs to words: a letter, a digit, a mark.
pub fn is_of_words(c: char) -> bool {
    !matches!(fold_char(c), Folded::Separator)
}

/// Folds a text for comparing and sorting: words in their order, one space between them.
///
/// ```
/// assert_eq!(equity_catalog::text::fold("  Électrique: l’Été "), "electrique lete");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    super::tokenize(text, &mut |token| {
        if token.kind == super::TokenKind::Word {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(token.text);
        }
    });
    out
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold_char, is_of_words};

    #[test]
    fn what_belongs_to_words_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            assert!(is_of_words(c) || !c.is_alphanumeric(), "{c:?}");
        }
        let apart = "\u{a0}¡«»×÷·‐–—‘’“”†•…‰€→∞─■★☃♥✓⠿〈、。・〜！＂～￥\u{e000}\u{f8ff}🙂🏳\u{f0000}";
        assert_eq!(apart.chars().find(|c| is_of_words(*c)), None);
    }

    #[test]
    fn digits_of_all_scripts_are_the_same() {
        for zero in ['0', '٠', '۰', '०', '০', '௦', '０'] {
            for digit in 0..10 {
                let c = char::from_u32(u32::from(zero) + digit).unwrap();
                assert_eq!(fold_char(c), Folded::Char(char::from_digit(digit, 10).unwrap()));
            }
        }
    }
}
