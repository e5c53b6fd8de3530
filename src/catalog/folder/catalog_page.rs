//! `catalog.md`: the catalog's name, language and licence, the order of its sections, and what it is about.

use crate::catalog::path::Path;
use crate::catalog::records::Catalog;
use crate::catalog::suggest::closest;

use super::Folder;
use super::lines::{Spot, only_record};
use super::notes::Notes;
use super::prose::prose;
use super::record::{Fields, Key, many, one};

const KEYS: &[Key] = &[one("Language"), one("Licence"), many("Section")];

/// Reads the page into the catalog; gives the sections that it lists.
pub(super) fn read<'t>(file: Spot<'t>, catalog: &mut Catalog, notes: &mut Notes) -> Vec<Spot<'t>> {
    let root = Path::Root;
    let Some(mut record) = only_record(file, notes) else { return Vec::new() };
    let fields = Fields::of(&mut record, KEYS, notes);
    notes.mark(root.field("title"), record.title);
    if record.title.is_blank() {
        notes.error("missing-title", record.title, "the catalog has no name", "write its name behind the `#`");
    }
    catalog.title = record.title.text.into();
    catalog.language = fields.text("Language", root.field("language"), notes).unwrap_or_default();
    catalog.licence = fields.text("Licence", root.field("licence"), notes);
    catalog.about = prose(&record.body, root.field("about"), notes);
    fields.spots("Section", root.field("listed"), notes)
}

/// The files of the listed sections in their order. Those that nobody lists come last, so that their mistakes are found as well.
pub(super) fn section_files<'t>(
    listed: &[Spot<'_>],
    ids: &[&'t str],
    folder: &Folder<'t>,
    notes: &mut Notes,
) -> Vec<(&'t str, Spot<'t>)> {
    let mut order: Vec<&'t str> = Vec::new();
    for spot in listed {
        let Some(id) = ids.iter().find(|id| **id == spot.text) else {
            let help = match closest(spot.text, ids.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("write the page into sections/{}.md, or take the line out", spot.text),
            };
            notes.error("missing-section", *spot, format!("there is no file sections/{}.md", spot.text), help);
            continue;
        };
        if order.contains(id) {
            notes.error("duplicate-field", *spot, format!("the section `{id}` is listed twice"), "keep one of the two lines");
        } else {
            order.push(id);
        }
    }
    let file = |id: &str| folder.get(&format!("sections/{id}.md"));
    for id in ids {
        if !order.contains(id)
            && let Some(spot) = file(id)
        {
            let help = format!("add a line `Section: {id}` to catalog.md where the page should stand, or delete the file");
            let message = format!("catalog.md doesn't list the section `{id}`");
            notes.error("unlisted-section", Spot { text: spot.text.lines().next().unwrap_or(""), ..spot }, message, help);
            order.push(id);
        }
    }
    order.into_iter().filter_map(|id| Some((id, file(id)?))).collect()
}
