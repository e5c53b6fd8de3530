//! The one reader of records: from a tree of values to a catalog, whether the values came from a JSON file or from a page.
//!
//! It is forgiving where nothing can be misunderstood (a text for a list of one text, a number for an id, `null` for a missing
//! value) and strict elsewhere; it finds every mistake in one pass, each with the path of its value. What can only be judged
//! with the whole catalog at hand, duplicate ids for example, is [`check`](super::check())'s business.

mod fields;
mod prose;

use super::limits::MAX_PROSE_DEPTH;
use super::path::Path;
use super::records::{Case, Catalog, Correction, Group, Listing, Resource, Section, Sense, Term};
use super::report::Report;
use super::value::Value;
use fields::{Fields, fields, id_text, items, wrong_type};

/// Reads a catalog from a tree of values; a bare list is taken as its resources.
///
/// All findings are in the report, and a record that has mistakes is still there as far as it could be read.
/// Call [`check`](super::check()) next, which completes the findings.
///
/// ```
/// use equity_catalog::catalog::{Value, from_value};
/// let resource = Value::Map(vec![
///     ("id".into(), Value::Number(7.0)),
///     ("title".into(), Value::Text("Net Gains".into())),
///     ("author".into(), Value::Text("Madeleine Taylor".into())),
/// ]);
/// let (catalog, report) = from_value(&Value::List(vec![resource]));
/// assert_eq!(catalog.resources[0].id, "7");
/// assert_eq!(report.diagnostics[0].path, "resources[0].author");
/// assert_eq!(report.diagnostics[0].help, "did you mean `authors`?");
/// ```
pub fn from_value(value: &Value) -> (Catalog, Report) {
    let mut report = Report::default();
    let mut catalog = Catalog::default();
    if let Value::List(_) = value {
        catalog.resources = items(value, Path::Root.field("resources"), &mut report, resource);
    } else if let Some(mut top) = fields(value, Path::Root, CATALOG, &mut report) {
        catalog.title = top.text("title").unwrap_or_default();
        catalog.language = top.text("language").unwrap_or_default();
        catalog.licence = top.text("licence");
        catalog.about = top.blocks("about");
        catalog.sections = top.list("sections", section);
        catalog.resources = top.list("resources", resource);
        catalog.terms = top.list("terms", term);
    }
    if catalog.language.is_empty() {
        catalog.language.push_str("en");
    }
    catalog.enter_listings();
    (catalog, report)
}

const CATALOG: &[&str] = &["title", "language", "licence", "about", "sections", "resources", "terms"];
const SECTION: &[&str] = &["id", "title", "path", "overview", "sources", "pictureCredit", "alsoInSection", "groups"];
const GROUP: &[&str] = &["title", "groups", "listings"];
const LISTING: &[&str] = &["id", "title"];
const RESOURCE: &[&str] = &[
    "id",
    "title",
    "titles",
    "authors",
    "byline",
    "organizations",
    "kind",
    "topics",
    "sections",
    "year",
    "language",
    "url",
    "description",
    "corrections",
];
const TERM: &[&str] = &[
    "id",
    "term",
    "forms",
    "senses",
    "related",
    "locations",
    "notes",
    "case",
    "notIn",
    "restored",
    "corrections",
    // An older name of `"case": "exact"`.
    "caseSensitive",
];
const SENSE: &[&str] = &["text", "examples", "sources", "adapted"];
const CORRECTION: &[&str] = &["printed", "correct"];

fn section(value: &Value, path: Path<'_>, report: &mut Report) -> Option<Section> {
    let mut section = fields(value, path, SECTION, report)?;
    Some(Section {
        id: section.id("id").unwrap_or_default(),
        title: section.text("title").unwrap_or_default(),
        path: section.texts("path"),
        overview: section.blocks("overview"),
        sources: section.texts("sources"),
        picture_credit: section.text("pictureCredit"),
        also_in_section: section.texts("alsoInSection"),
        groups: groups(&mut section, 0),
    })
}

/// Groups nest like headings do, so their depth has the limit of prose.
fn groups(fields: &mut Fields<'_>, depth: usize) -> Vec<Group> {
    fields.list("groups", |value, path, report| group(value, path, report, depth))
}

fn group(value: &Value, path: Path<'_>, report: &mut Report, depth: usize) -> Option<Group> {
    if depth + 1 >= MAX_PROSE_DEPTH {
        report.error("too-deep", path, "the groups are nested too deeply", "put this group further up");
        return None;
    }
    let mut group = fields(value, path, GROUP, report)?;
    Some(Group {
        title: group.text("title").unwrap_or_default(),
        groups: groups(&mut group, depth + 1),
        listings: group.list("listings", listing),
    })
}

fn listing(value: &Value, path: Path<'_>, report: &mut Report) -> Option<Listing> {
    match value {
        Value::Map(_) => {
            let mut listing = fields(value, path, LISTING, report)?;
            Some(Listing { id: listing.required_id("id")?, title: listing.text("title") })
        }
        _ => match id_text(value) {
            Some(id) => Some(Listing { id, title: None }),
            None => wrong_type(value, path, "the id of a resource, or an object with `id` and `title`", report),
        },
    }
}

fn resource(value: &Value, path: Path<'_>, report: &mut Report) -> Option<Resource> {
    let mut resource = fields(value, path, RESOURCE, report)?;
    Some(Resource {
        id: resource.id("id").unwrap_or_default(),
        title: resource.text("title").unwrap_or_default(),
        titles: resource.texts("titles"),
        authors: resource.texts("authors"),
        byline: resource.text("byline"),
        organizations: resource.texts("organizations"),
        kind: resource.text("kind"),
        topics: resource.texts("topics"),
        sections: resource.ids("sections"),
        year: resource.year("year"),
        language: resource.text("language"),
        url: resource.text("url"),
        description: resource.text("description"),
        corrections: resource.list("corrections", correction),
    })
}

fn correction(value: &Value, path: Path<'_>, report: &mut Report) -> Option<Correction> {
    let mut correction = fields(value, path, CORRECTION, report)?;
    let (printed, correct) = (correction.required_text("printed"), correction.required_text("correct"));
    Some(Correction { printed: printed?, correct: correct? })
}

fn term(value: &Value, path: Path<'_>, report: &mut Report) -> Option<Term> {
    let mut term = fields(value, path, TERM, report)?;
    Some(Term {
        id: term.id("id").unwrap_or_default(),
        term: term.text("term").unwrap_or_default(),
        forms: term.texts("forms"),
        senses: term.list("senses", sense),
        related: term.texts("related"),
        locations: term.lists_of_texts("locations"),
        notes: term.texts("notes"),
        case: case(&mut term),
        not_in: term.texts("notIn"),
        restored: term.flag("restored"),
        corrections: term.list("corrections", correction),
    })
}

fn case(term: &mut Fields<'_>) -> Option<Case> {
    let exact = term.flag("caseSensitive").then_some(Case::Exact);
    let case = term.read("case", |value, path, report| match value {
        Value::Text(name) => Case::from_name(name).or_else(|| {
            let message = ["`", name, "` is no rule for capitals"].concat();
            report.error("unknown-case", path, message, "write `exact` or `any`, or leave it out");
            None
        }),
        _ => wrong_type(value, path, "`exact` or `any`", report),
    });
    case.flatten().or(exact)
}

fn sense(value: &Value, path: Path<'_>, report: &mut Report) -> Option<Sense> {
    let mut sense = fields(value, path, SENSE, report)?;
    Some(Sense {
        text: sense.blocks("text"),
        examples: sense.blocks("examples"),
        sources: sense.texts("sources"),
        adapted: sense.flag("adapted"),
    })
}
