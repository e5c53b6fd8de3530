//! What can only be judged with the whole catalog at hand: that ids are unique, listings find their works, titles aren't doubled.
//!
//! Every source of records is checked alike, a folder, a JSON file or a page's own objects. Keys are sorted rather than compared
//! with each other, so that 100,000 resources take a second and not a day.

mod links;
mod listings;
mod signs;
mod sizes;
mod terms;
mod texts;
mod titles;

use super::path::Path;
use super::records::{Catalog, Correction, Resource};
use super::report::Report;
use crate::text::fold;

/// Adds to the report whatever a reader can't know from one record alone.
///
/// ```
/// use equity_catalog::catalog::{Catalog, Report, Resource, check};
/// let work = Resource { id: "a".into(), title: "Net Gains".into(), url: Some("javascript:alert(1)".into()), ..Resource::default() };
/// let mut report = Report::default();
/// check(&Catalog { resources: vec![work], ..Catalog::default() }, &mut report);
/// assert_eq!(report.diagnostics[0].code, "unsafe-url");
/// assert_eq!(report.diagnostics[0].path, "resources[0].url");
/// ```
pub fn check(catalog: &Catalog, report: &mut Report) {
    sizes::check(catalog, report);
    if report.diagnostics.iter().any(|found| found.code == "too-large") {
        // What compares records with each other would take its time.
        return;
    }
    let known = Known::of(report);
    let (sections, resources, terms) = (Path::Root.field("sections"), Path::Root.field("resources"), Path::Root.field("terms"));
    ids(&catalog.sections.iter().map(|section| section.id.as_str()).collect::<Vec<_>>(), sections, "section", &known, report);
    ids(
        &catalog.resources.iter().map(|resource| resource.id.as_str()).collect::<Vec<_>>(),
        resources,
        "resource",
        &known,
        report,
    );
    ids(&catalog.terms.iter().map(|term| term.id.as_str()).collect::<Vec<_>>(), terms, "term", &known, report);
    language(Some(&catalog.language), Path::Root, report);
    for (at, section) in catalog.sections.iter().enumerate() {
        let path = sections.item(at);
        title(&section.title, path.field("title"), "section", &known, report);
    }
    for (at, record) in catalog.resources.iter().enumerate() {
        resource(record, resources.item(at), &known, report);
    }
    listings::check(catalog, &known, report);
    links::check(catalog, report);
    titles::check(&catalog.resources, resources, report);
    terms::check(&catalog.terms, &catalog.language, terms, &known, report);
    signs::check(catalog, report);
}

/// Paths that the reader has reported already: what couldn't be read is not to be reported as missing again.
struct Known(Vec<String>);

impl Known {
    fn of(report: &Report) -> Self {
        let mut paths: Vec<String> = report.diagnostics.iter().map(|found| found.path.clone()).collect();
        paths.sort_unstable();
        Self(paths)
    }

    fn has(&self, path: Path<'_>) -> bool {
        !self.0.is_empty() && self.0.binary_search(&path.into()).is_ok()
    }
}

/// Positions of texts in the order of the texts; equal ones keep their own order.
fn sorted<T: Ord + ?Sized>(texts: &[&T]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by(|&a, &b| texts[a].cmp(texts[b]));
    order
}

/// Ids are there, unique, and can stand in a link.
fn ids(ids: &[&str], all: Path<'_>, what: &str, known: &Known, report: &mut Report) {
    for (at, id) in ids.iter().enumerate() {
        let path = all.item(at);
        let path = path.field("id");
        if id.trim().is_empty() {
            if !known.has(path) {
                let help = ["give it an id: a short name of its own, which becomes part of links to this ", what].concat();
                report.error("missing-id", path, ["this ", what, " has no id"].concat(), help);
            }
        } else if id.chars().any(|c| c.is_whitespace() || c.is_control()) {
            let message = ["the id `", id, "` holds white space"].concat();
            report.warning("awkward-id", path, message, "write hyphens instead: ids are part of links");
        }
    }
    let order = sorted(ids);
    for pair in order.windows(2) {
        if ids[pair[0]] == ids[pair[1]] && !ids[pair[0]].trim().is_empty() {
            let message = ["another ", what, " before has the id `", ids[pair[1]], "` too"].concat();
            let help =
                ["give this ", what, " an id of its own (the older one keeps its id, and links to it keep working)"].concat();
            report.error("duplicate-id", all.item(pair[1]).field("id"), message, help);
        }
    }
    let lowered: Vec<String> = ids.iter().map(|id| id.to_lowercase()).collect();
    let keys: Vec<&str> = lowered.iter().map(String::as_str).collect();
    for pair in sorted(&keys).windows(2) {
        if keys[pair[0]] == keys[pair[1]] && ids[pair[0]] != ids[pair[1]] {
            let message = ["the ids `", ids[pair[0]], "` and `", ids[pair[1]], "` differ in capitals only"].concat();
            report.warning(
                "case-clash",
                all.item(pair[1]).field("id"),
                message,
                "make them differ in letters: links are easily mistyped",
            );
        }
    }
}

fn title(title: &str, path: Path<'_>, what: &str, known: &Known, report: &mut Report) {
    if title.trim().is_empty() && !known.has(path) {
        report.error("missing-title", path, ["this ", what, " has no title"].concat(), "write one: it is what readers see first");
    }
}

/// A BCP 47 tag begins with a language code of two or three letters.
fn language(tag: Option<&String>, record: Path<'_>, report: &mut Report) {
    let Some(tag) = tag.filter(|tag| !tag.is_empty()) else { return };
    let mut parts = tag.split('-');
    let code = parts.next().unwrap_or("");
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !is_code || parts.any(|part| !(1..=8).contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        let message = ["`", tag, "` is no language tag"].concat();
        report.warning("bad-language", record.field("language"), message, "write a code such as `en`, `es` or `pt-BR`");
    }
}

fn resource(resource: &Resource, path: Path<'_>, known: &Known, report: &mut Report) {
    title(&resource.title, path.field("title"), "resource", known, report);
    language(resource.language.as_ref(), path, report);
    match resource.year {
        Some(year) if !(-3000..=2100).contains(&year) => {
            report.error(
                "bad-year",
                path.field("year"),
                "no work is from this year",
                "write the year of publication, such as 2012",
            );
        }
        Some(year) if year < 1000 => {
            let help = "if a digit is missing, add it; otherwise all is well";
            report.warning("early-year", path.field("year"), "this year has fewer than four digits", help);
        }
        _ => {}
    }
    if let Some(byline) = &resource.byline {
        let printed = fold(byline);
        for author in resource.authors.iter().filter(|author| !printed.contains(&fold(author))) {
            let message = ["the byline doesn't name the author `", author, "`"].concat();
            let help = "name all authors in the byline as they are listed, or say only `et al.` for those beyond the list";
            report.warning("byline", path.field("byline"), message, help);
        }
    }
    let mut fields: Vec<&str> = vec![&resource.title];
    for texts in [&resource.titles, &resource.authors, &resource.organizations, &resource.topics] {
        fields.extend(texts.iter().map(String::as_str));
    }
    fields.extend([&resource.byline, &resource.kind, &resource.description].into_iter().flatten().map(String::as_str));
    corrections(&resource.corrections, &fields, path, report);
}

/// A correction whose printed side stands nowhere corrects nothing, most likely because one of the two was mistyped.
fn corrections(corrections: &[Correction], fields: &[&str], path: Path<'_>, report: &mut Report) {
    for (at, correction) in corrections.iter().enumerate() {
        if !fields.iter().any(|field| field.contains(&correction.printed)) {
            let message = ["`", &correction.printed, "` stands nowhere in this record"].concat();
            let help = "write the printed side exactly as the record has it; both must stay for the correction to be shown";
            report.warning("unused-correction", path.field("corrections").item(at), message, help);
        }
    }
}
