//! `sections/ID.md`: one page, its prose and its groups of listings.

use crate::catalog::limits::MAX_PROSE_DEPTH;
use crate::catalog::path::Path;
use crate::catalog::records::{Group, Section};

use super::credits::Credits;
use super::lines::{Spot, heading_level, only_record};
use super::notes::Notes;
use super::prose::prose;
use super::record::{Fields, Key, many, one};
use super::titles::Titles;

const KEYS: &[Key] = &[one("Path"), one("Picture credit"), many("Also in this section")];

pub(super) fn read(id: &str, file: Spot<'_>, path: Path<'_>, titles: &Titles<'_>, notes: &mut Notes) -> Section {
    // A page without a heading is reported once, as that, and not as one without a title too.
    let mut section = Section { id: id.into(), title: id.into(), ..Section::default() };
    let Some(mut record) = only_record(file, notes) else { return section };
    let fields = Fields::of(&mut record, KEYS, notes);
    notes.mark(path, record.title);
    section.title = record.title.text.into();
    section.path = fields.spot("Path", path.field("path"), notes).map(Fields::trail).unwrap_or_default();
    section.picture_credit = fields.text("Picture credit", path.field("pictureCredit"), notes);
    section.also_in_section = fields.texts("Also in this section", path.field("alsoInSection"), notes);

    let first_group = record.body.iter().position(|line| heading_level(*line).is_some()).unwrap_or(record.body.len());
    let (overview, rest) = record.body.split_at(first_group);
    let credits = Credits::of(overview, notes);
    section.overview = prose(&credits.before, path.field("overview"), notes);
    section.sources = credits.texts(path.field("sources"), notes);
    credits.refuse_quoted(notes);
    section.groups = groups(&mut headings(rest, notes).into_iter().peekable(), 2, path, titles, notes);
    section
}

/// A heading and the titles listed below it.
struct Heading<'t> {
    level: usize,
    title: Spot<'t>,
    listed: Vec<Spot<'t>>,
}

fn headings<'t>(lines: &[Spot<'t>], notes: &mut Notes) -> Vec<Heading<'t>> {
    let mut headings: Vec<Heading<'t>> = Vec::new();
    for &line in lines {
        if let Some(marks) = heading_level(line) {
            let title = line.rest(marks);
            // `##` may always stand; a deeper heading only one step below the one before it.
            let deepest = headings.last().map_or(2, |above| above.level + 1).min(MAX_PROSE_DEPTH);
            if marks > deepest {
                let help = format!("begin it with {}", "#".repeat(deepest));
                notes.error("heading-level", line, "this heading skips a level", help);
            }
            if title.is_blank() {
                notes.error("missing-title", line, "the group has no heading", "write one behind the number signs");
            }
            headings.push(Heading { level: marks.min(deepest), title, listed: Vec::new() });
        } else if let (Some(title), Some(heading)) = (line.text.strip_prefix("- "), headings.last_mut())
            && !title.trim().is_empty()
        {
            heading.listed.push(line.rest(2));
        } else if !line.is_blank() {
            let help = "below a heading stand listings only: `- ` and the title of a work, whole and on one line";
            notes.error("stray-text", line.rest(0), "this is no listing", help);
        }
    }
    headings
}

type Headings<'t> = std::iter::Peekable<std::vec::IntoIter<Heading<'t>>>;

/// Groups of one level, each with those of the next level that follow it.
fn groups(headings: &mut Headings<'_>, level: usize, parent: Path<'_>, titles: &Titles<'_>, notes: &mut Notes) -> Vec<Group> {
    let mut groups = Vec::new();
    let all = parent.field("groups");
    while let Some(heading) = headings.next_if(|heading| heading.level >= level) {
        let path = all.item(groups.len());
        notes.mark(path, heading.title);
        let mut group = Group { title: heading.title.text.into(), ..Group::default() };
        for spot in heading.listed {
            if let Some(listing) = titles.listing(spot, notes) {
                notes.mark(path.field("listings").item(group.listings.len()), spot);
                group.listings.push(listing);
            }
        }
        group.groups = self::groups(headings, level + 1, path, titles, notes);
        groups.push(group);
    }
    groups
}
