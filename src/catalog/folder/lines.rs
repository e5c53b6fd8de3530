//! Cutting a file into records: heading, fields, body.
//!
//! ```text
//! # Net Gains                      the heading
//! Author: Madeleine Taylor         fields, up to the first empty line
//!
//! A handbook for …                 the body, up to the next heading
//! ```

use crate::catalog::report::Place;

use super::notes::Notes;

/// A piece of a file, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'t> {
    /// Index into the files.
    pub(super) file: usize,
    /// Byte of the file at which the text begins.
    pub(super) start: usize,
    pub(super) text: &'t str,
}

impl<'t> Spot<'t> {
    pub(super) fn place(self) -> Place {
        Place { file: self.file, range: self.start..self.start + self.text.len() }
    }

    /// The part from `from` to `to`, which are bytes of this spot, without the white space around it.
    pub(super) fn part(self, from: usize, to: usize) -> Spot<'t> {
        let text = self.text.get(from..to).unwrap_or_default();
        let trimmed = text.trim_start();
        Spot { start: self.start + from + text.len() - trimmed.len(), text: trimmed.trim_end(), ..self }
    }

    /// What follows byte `from`.
    pub(super) fn rest(self, from: usize) -> Spot<'t> {
        self.part(from, self.text.len())
    }

    pub(super) fn is_blank(self) -> bool {
        self.text.trim().is_empty()
    }
}

/// One record as it stands in its file.
pub(super) struct Record<'t> {
    /// What follows `# `.
    pub(super) title: Spot<'t>,
    /// Lines directly below the heading.
    pub(super) fields: Vec<Spot<'t>>,
    /// All lines after them.
    pub(super) body: Vec<Spot<'t>>,
}

/// The records of a file, in order.
pub(super) fn records<'t>(file: Spot<'t>, notes: &mut Notes) -> Vec<Record<'t>> {
    let mut records: Vec<Record<'t>> = Vec::new();
    let mut in_fields = false;
    let mut told = false;
    for line in lines(file, notes) {
        if heading_level(line) == Some(1) {
            records.push(Record { title: line.rest(1), fields: Vec::new(), body: Vec::new() });
            in_fields = true;
            continue;
        }
        let Some(record) = records.last_mut() else {
            if !line.is_blank() && !told {
                told = true;
                let help = "begin the file with a heading, `# ` and the title; what follows belongs to it";
                notes.error("text-before-heading", line.rest(0), "text stands before the first heading", help);
            }
            continue;
        };
        in_fields = in_fields && !line.is_blank() && heading_level(line).is_none();
        if in_fields {
            record.fields.push(line.rest(0));
        } else {
            record.body.push(line);
        }
    }
    records
}

/// The only record of a file that holds one; others are reported.
pub(super) fn only_record<'t>(file: Spot<'t>, notes: &mut Notes) -> Option<Record<'t>> {
    let mut records = records(file, notes).into_iter();
    let first = records.next();
    for extra in records {
        let help = "headings within a page begin with `## `; another section goes into a file of its own";
        notes.error("second-heading", extra.title, "this file holds one page, and here a second one begins", help);
    }
    if first.is_none() {
        let help = "begin it with a heading: `# ` and the title";
        notes.error("no-heading", Spot { text: "", ..file }, "the file has no heading", help);
    }
    first
}

/// How many `#` begin a heading line; the `#` must stand first, with a space after it.
pub(super) fn heading_level(line: Spot<'_>) -> Option<usize> {
    let level = line.text.bytes().take_while(|&byte| byte == b'#').count();
    let after = line.text.as_bytes().get(level);
    (level > 0 && after.is_none_or(u8::is_ascii_whitespace)).then_some(level)
}

/// The lines of a file without their ends, comments left out.
fn lines<'t>(file: Spot<'t>, notes: &mut Notes) -> Vec<Spot<'t>> {
    // A byte-order mark is no text.
    let mut start = if file.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = Vec::new();
    let mut comment: Option<Spot<'t>> = None;
    for piece in file.text[start..].split_inclusive('\n') {
        let line = Spot { start, text: piece.trim_end_matches(['\n', '\r']), ..file };
        start += piece.len();
        if comment.is_none() && line.text.starts_with("<!--") {
            comment = Some(line);
        }
        if comment.is_none() {
            if line.text.starts_with('#') && heading_level(line).is_none() {
                let help = "for a heading put a space after the number signs; for a word that begins with one write `\\#`";
                notes.error("heading-space", line, "a number sign begins this line, but it is no heading", help);
            }
            lines.push(line);
        } else if let Some(end) = line.text.find("-->") {
            comment = None;
            if !line.rest(end + 3).is_blank() {
                let help = "put what follows the comment on a line of its own";
                notes.error("comment", line.rest(end + 3), "text stands behind a comment", help);
            }
        }
    }
    if let Some(line) = comment {
        notes.error("comment", line, "this comment is never closed", "end it with `-->`");
    }
    lines
}
