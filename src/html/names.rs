//! Names and titles as a page prints them: slips with their correction beside them, authors joined into a line.

use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::{Locale, locale};

use super::markup::Inline;
use super::words::Words;
use crate::catalog::Correction;

/// A line of a record: a slip stands as printed, with its correction behind it (`www/elements/marked-text.js`).
pub(super) fn marked(text: &str, corrections: &[Correction], words: &Words) -> Inline {
    let mut slips: Vec<(usize, &str)> = corrections
        .iter()
        .filter_map(|slip| Some((text.find(&slip.printed)? + slip.printed.len(), slip.correct.as_str())))
        .collect();
    slips.sort_by_key(|(end, _)| *end);
    let mut out = Inline::default();
    let mut from = 0;
    for (end, correct) in slips {
        let [before, behind] = words.correct;
        out.push_text(text.get(from..end).unwrap_or_default());
        out.push_text(" ");
        out.push_element("span", &[("data-part", "correction")], &Inline::text(&[before, correct, behind].concat()));
        from = end;
    }
    out.push_text(text.get(from..).unwrap_or_default());
    out
}

/// A line of a record as it should read, for machines: they have no use for a slip.
pub(super) fn corrected(text: &str, corrections: &[Correction]) -> String {
    let slips = corrections.iter().filter(|slip| !slip.printed.is_empty());
    slips.fold(text.to_string(), |text, slip| text.replacen(&slip.printed, &slip.correct, 1))
}

/// Joins names as the catalog's language joins a list: "A", "A and B", "A, B, and C".
///
/// The widget asks the browser for the same (`Intl.ListFormat`), with numbers in place of the names.
pub(super) fn joined(names: &[Inline], language: &str) -> Inline {
    let mut out = Inline::default();
    let pattern = pattern(names.len(), language);
    let mut names = names.iter();
    // Between the names stands whatever isn't the digit that holds the place of one.
    for piece in pattern.split_inclusive('0') {
        out.push_text(piece.trim_end_matches('0'));
        if let (true, Some(name)) = (piece.ends_with('0'), names.next()) {
            out.push(name);
        }
    }
    out
}

/// A list of as many `0` as there are names.
fn pattern(names: usize, language: &str) -> String {
    let format = |locale: Locale| ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()).ok();
    let formatter = Locale::try_from_str(language).ok().and_then(format).or_else(|| format(locale!("en")));
    formatter.map_or_else(|| vec!["0"; names].join(", "), |formatter| formatter.format_to_string(std::iter::repeat_n("0", names)))
}
