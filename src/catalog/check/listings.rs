//! Listings find their works, and works their sections.

use crate::catalog::path::Path;
use crate::catalog::records::{Catalog, Group};
use crate::catalog::report::Report;
use crate::catalog::suggest::closest;

use super::{Known, sorted, title};

/// Proposing the nearest id means reading all ids: done for so many misses.
const MAX_SUGGESTIONS: usize = 50;

/// Says which listings and sections lead nowhere, and what nobody lists.
pub(super) fn check(catalog: &Catalog, known: &Known, report: &mut Report) {
    let ids: Vec<&str> = catalog.resources.iter().map(|resource| resource.id.as_str()).collect();
    let unsure = has_unread_listings(report);
    let mut listings =
        Listings { order: sorted(&ids), last_group: vec![0; ids.len()], ids, groups: 0, any: false, unsure, suggested: 0 };
    let sections = Path::Root.field("sections");
    for (at, section) in catalog.sections.iter().enumerate() {
        listings.read(&section.groups, sections.item(at), known, report);
    }
    let section_ids: Vec<&str> = catalog.sections.iter().map(|section| section.id.as_str()).collect();
    let section_order = sorted(&section_ids);
    // A mere list of resources can't declare sections: saying so once is enough.
    let mut told = false;
    let resources = Path::Root.field("resources");
    for (at, resource) in catalog.resources.iter().enumerate() {
        let path = resources.item(at);
        for (item, id) in resource.sections.iter().enumerate() {
            if catalog.sections.is_empty() {
                if !std::mem::replace(&mut told, true) {
                    let help = "add `sections`, each with an `id` and a `title`, or leave the ids out";
                    report.warning("unknown-section", path.field("sections").item(item), "this catalog has no sections", help);
                }
            } else if section_order.binary_search_by(|&at| section_ids[at].cmp(id)).is_err() {
                let help = match meant(&mut listings.suggested, id, &section_ids) {
                    Some(meant) => ["did you mean `", meant, "`?"].concat(),
                    None => ["add a section with the id `", id, "`, or take it out here"].concat(),
                };
                let message = ["there is no section `", id, "`"].concat();
                report.error("unknown-section", path.field("sections").item(item), message, help);
            }
        }
        // A work's section may have no listings at all; only where there are some has one been forgotten.
        if listings.any && listings.last_group[at] == 0 && resource.sections.is_empty() && !listings.unsure {
            let help = "add its title to a group of a section; until then only a search finds it";
            report.warning("unlisted-work", path, ["no section lists `", &resource.title, "`"].concat(), help);
        }
    }
}

/// Whether a reader has met listings that it couldn't read.
fn has_unread_listings(report: &Report) -> bool {
    const CODES: [&str; 6] = ["missing-work", "ambiguous-title", "stray-text", "missing-section", "wrong-type", "missing-key"];
    report.diagnostics.iter().any(|found| CODES.contains(&found.code))
}

struct Listings<'c> {
    ids: Vec<&'c str>,
    /// Positions of the ids in the order of the ids.
    order: Vec<usize>,
    /// For each resource, the number of the last group that lists it; 0 for none.
    last_group: Vec<usize>,
    groups: usize,
    any: bool,
    /// Whether a listing leads nowhere or couldn't be read. Then a work that seems unlisted, or a group that seems empty, may be
    /// neither.
    unsure: bool,
    suggested: usize,
}

impl Listings<'_> {
    fn read(&mut self, groups: &[Group], parent: Path<'_>, known: &Known, report: &mut Report) {
        let all = parent.field("groups");
        for (at, group) in groups.iter().enumerate() {
            let path = all.item(at);
            title(&group.title, path.field("title"), "group", known, report);
            let listings = path.field("listings");
            self.groups += 1;
            for (item, listing) in group.listings.iter().enumerate() {
                self.any = true;
                if let Ok(found) = self.order.binary_search_by(|&at| self.ids[at].cmp(&listing.id)) {
                    let before = std::mem::replace(&mut self.last_group[self.order[found]], self.groups);
                    if before == self.groups {
                        let help = "keep one of the two lines";
                        report.warning("listed-twice", listings.item(item), "this group lists the work already", help);
                    }
                } else {
                    self.unsure = true;
                    let help = match meant(&mut self.suggested, &listing.id, &self.ids) {
                        Some(meant) => ["did you mean `", meant, "`?"].concat(),
                        None => "add a resource with this id, or take the listing out".into(),
                    };
                    let message = ["no resource has the id `", &listing.id, "`"].concat();
                    report.error("missing-work", listings.item(item), message, help);
                }
            }
            if group.listings.is_empty() && group.groups.is_empty() && !self.unsure {
                let help = "list a work below the heading, or take the heading out";
                report.warning("empty-group", path, "this group lists nothing", help);
            }
            self.read(&group.groups, path, known, report);
        }
    }
}

/// The id that was probably meant, for the first misses.
fn meant<'a>(suggested: &mut usize, id: &str, ids: &[&'a str]) -> Option<&'a str> {
    *suggested += 1;
    (*suggested <= MAX_SUGGESTIONS).then(|| closest(id, ids.iter().copied())).flatten()
}
