//! Characters that nobody sees or that turn the line: readers are shown texts without them, and whoever keeps the catalog should know.

use crate::catalog::path::Path;
use crate::catalog::records::Catalog;
use crate::catalog::report::Report;
use crate::catalog::unseen::{is_unseen, turns};

use super::texts;

/// Warns of the first such character of each text.
pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    texts::each(catalog, &mut |text, path, _| {
        // What is ASCII has but control characters, and those are rare.
        if let Some(c) = text.chars().find(|c| is_told(*c)) {
            tell(c, path, report);
        }
    });
}

/// Lines may be broken; all else that controls is a mistake of some program, and browsers show a box for it or nothing.
fn is_told(c: char) -> bool {
    is_unseen(c)
        || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
}

fn tell(c: char, path: Path<'_>, report: &mut Report) {
    let digits = if c > '\u{ffff}' { 6 } else { 4 };
    let code: String = (0..digits).rev().filter_map(|at| char::from_digit(u32::from(c) >> (at * 4) & 15, 16)).collect();
    let what = if turns(c) { ", which turns the line around it" } else { ", which nobody sees" };
    let message = ["this text holds U+", &code.to_uppercase(), what].concat();
    report.warning("unseen-character", path, message, "take it out; readers are shown the text without it");
}
