//! `resources.md`: every work once.

use crate::catalog::path::Path;
use crate::catalog::records::{Block, Resource, Span};
use crate::text::fold;

use super::lines::{Record, Spot, records};
use super::notes::Notes;
use super::prose::prose;
use super::record::{Fields, Key, many, one};

const KEYS: &[Key] = &[
    one("Id"),
    many("Also titled"),
    many("Author"),
    one("Byline"),
    many("Organization"),
    one("Kind"),
    many("Topic"),
    one("Year"),
    one("Language"),
    one("Link"),
    many("Correction"),
];

pub(super) fn read(file: Spot<'_>, notes: &mut Notes) -> Vec<Resource> {
    let all = Path::Root.field("resources");
    records(file, notes).into_iter().enumerate().map(|(at, record)| resource(record, all.item(at), notes)).collect()
}

fn resource(mut record: Record<'_>, path: Path<'_>, notes: &mut Notes) -> Resource {
    let fields = Fields::of(&mut record, KEYS, notes);
    notes.mark(path, record.title);
    Resource {
        id: fields.text("Id", path.field("id"), notes).unwrap_or_else(|| slug(record.title)),
        title: record.title.text.into(),
        titles: fields.texts("Also titled", path.field("titles"), notes),
        authors: fields.texts("Author", path.field("authors"), notes),
        byline: fields.text("Byline", path.field("byline"), notes),
        organizations: fields.texts("Organization", path.field("organizations"), notes),
        kind: fields.text("Kind", path.field("kind"), notes),
        topics: fields.texts("Topic", path.field("topics"), notes),
        sections: Vec::new(),
        year: fields.year("Year", path.field("year"), notes),
        language: fields.text("Language", path.field("language"), notes),
        url: fields.text("Link", path.field("url"), notes),
        description: description(&record.body, path.field("description"), notes),
        corrections: fields.corrections(path.field("corrections"), notes),
    }
}

/// The id of a record that gives none: its title in plain letters, `net-gains`.
pub(super) fn slug(title: Spot<'_>) -> String {
    if title.is_blank() {
        // That the title is missing is reported; an id of its own spares the editor a second finding about the same line.
        return format!("untitled-{}", title.start);
    }
    fold(title.text).replace(' ', "-")
}

/// A description is one plain paragraph: lists of results show it in full, on one line or two.
fn description(lines: &[Spot<'_>], path: Path<'_>, notes: &mut Notes) -> Option<String> {
    let first = lines.iter().find(|line| !line.is_blank())?;
    notes.mark(path, first.rest(0));
    let before = notes.report.diagnostics.len();
    let blocks = prose(lines, path, notes);
    match blocks.as_slice() {
        [Block::Paragraph { p }] => match p.as_slice() {
            [Span::Text(text)] => return Some(text.clone()),
            [] => {}
            _ => notes.error(
                "plain-text",
                first.rest(0),
                "a description is plain text, without emphasis or links",
                "take the stars or brackets out; a link to the work goes into a field `Link`",
            ),
        },
        // What is left of refused Markdown was reported already.
        _ if notes.report.diagnostics.len() > before => {}
        _ => notes.error(
            "plain-text",
            first.rest(0),
            "a description is one paragraph, without lists or quotations",
            "make one paragraph of it (a new work begins with `# ` and its title)",
        ),
    }
    None
}
