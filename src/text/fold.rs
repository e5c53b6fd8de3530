//! Folding: which characters count as the same letter.
//!
//! The table is made by `build.rs` from Unicode's data; see there for which marks are optional.

#[expect(clippy::unreadable_literal, reason = "made by a program, for a program")]
mod table {
    include!(concat!(env!("OUT_DIR"), "/fold_table.rs"));
}

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
    // The last run that starts at or before the character; a run with a stride may interleave with the one after it.
    let after = table::RUNS.partition_point(|run| run.0 <= code);
    for &(start, length, shape, target) in table::RUNS[..after].iter().rev().take(2) {
        let (stride, step, distance) = (u32::from(shape / 4), u32::from(shape % 4), code - start);
        if distance.is_multiple_of(stride) && distance / stride < u32::from(length) {
            return match char::from_u32(target + distance / stride * step) {
                Some('\0') | None => Folded::Nothing,
                Some(c) => Folded::Char(c),
            };
        }
    }
    if let Ok(at) = table::STRINGS.binary_search_by_key(&code, |entry| entry.0) {
        return Folded::Str(table::STRINGS[at].1);
    }
    match c {
        // Soft hyphen, zero-width joiners, direction marks, word joiner, variation selectors, byte-order mark.
        '\u{ad}'
        | '\u{200c}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Folded::Nothing,
        c if c.is_alphanumeric() || is_mark(code) => Folded::Char(c),
        _ => Folded::Separator,
    }
}

fn is_mark(code: u32) -> bool {
    let after = table::MARKS.partition_point(|range| range.0 <= code);
    after.checked_sub(1).is_some_and(|at| code <= table::MARKS[at].1)
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
