//! `glossary.md`: every term once, with its senses.

use crate::catalog::path::Path;
use crate::catalog::records::{Case, Sense, Term};
use crate::catalog::suggest::closest;

use super::credits::Credits;
use super::lines::{Record, Spot, heading_level, records};
use super::notes::Notes;
use super::prose::prose;
use super::record::{Fields, Key, many, one};
use super::resource::slug;

const KEYS: &[Key] = &[
    one("Id"),
    many("Form"),
    many("Related"),
    many("Location"),
    many("Note"),
    one("Case"),
    many("Not in"),
    one("Case sensitive"),
    one("Heading restored"),
    many("Correction"),
];

pub(super) fn read(file: Spot<'_>, notes: &mut Notes) -> Vec<Term> {
    let all = Path::Root.field("terms");
    records(file, notes).into_iter().enumerate().map(|(at, record)| term(record, all.item(at), notes)).collect()
}

fn term(mut record: Record<'_>, path: Path<'_>, notes: &mut Notes) -> Term {
    let fields = Fields::of(&mut record, KEYS, notes);
    notes.mark(path, record.title);
    let senses = path.field("senses");
    let locations = fields.spots("Location", path.field("locations"), notes);
    Term {
        id: fields.text("Id", path.field("id"), notes).unwrap_or_else(|| slug(record.title)),
        term: record.title.text.into(),
        forms: fields.texts("Form", path.field("forms"), notes),
        senses: parts(&record.body, notes)
            .iter()
            .enumerate()
            .map(|(at, part)| sense(part, senses.item(at), record.title, notes))
            .collect(),
        related: fields.texts("Related", path.field("related"), notes),
        locations: locations.into_iter().map(Fields::trail).collect(),
        notes: fields.texts("Note", path.field("notes"), notes),
        case: case(&fields, path, notes),
        not_in: exceptions(&fields, path.field("notIn"), notes),
        restored: fields.flag("Heading restored", path.field("restored"), notes),
        corrections: fields.corrections(path.field("corrections"), notes),
    }
}

/// Whether capitals count: `Case: exact`, `Case: any`, or as older catalogs have it, `Case sensitive: yes`.
fn case(fields: &Fields<'_>, path: Path<'_>, notes: &mut Notes) -> Option<Case> {
    let exact = fields.flag("Case sensitive", path.field("caseSensitive"), notes).then_some(Case::Exact);
    let Some(spot) = fields.spot("Case", path.field("case"), notes) else { return exact };
    let case = Case::from_name(spot.text);
    if case.is_none() {
        let message = format!("`{}` is no rule for capitals", spot.text);
        notes.error("unknown-case", spot, message, "write `exact` or `any`, or take the line out");
    }
    case
}

/// Phrases with semicolons between them.
fn exceptions(fields: &Fields<'_>, path: Path<'_>, notes: &mut Notes) -> Vec<String> {
    let mut phrases = Vec::new();
    for line in fields.all("Not in") {
        let mut from = 0;
        for phrase in line.text.split(';') {
            let spot = line.part(from, from + phrase.len());
            // An empty one is judged with the whole catalog; what is shown is the line.
            notes.mark(path.item(phrases.len()), if spot.is_blank() { line } else { spot });
            phrases.push(spot.text.to_owned());
            from += phrase.len() + 1;
        }
    }
    phrases
}

/// The lines of one sense, cut at its headings.
#[derive(Default)]
struct Part<'t> {
    heading: Option<Spot<'t>>,
    text: Vec<Spot<'t>>,
    examples: Option<Vec<Spot<'t>>>,
}

impl Part<'_> {
    fn is_empty(&self) -> bool {
        self.heading.is_none() && self.examples.is_none() && self.text.iter().all(|line| line.is_blank())
    }
}

/// Cuts the body of a term into senses. One sense needs no heading; the level of headings doesn't matter.
fn parts<'t>(body: &[Spot<'t>], notes: &mut Notes) -> Vec<Part<'t>> {
    let mut parts: Vec<Part<'t>> = Vec::new();
    let mut part = Part::default();
    for &line in body {
        let Some(marks) = heading_level(line) else {
            part.examples.as_mut().unwrap_or(&mut part.text).push(line);
            continue;
        };
        let name = line.rest(marks);
        if name.text.eq_ignore_ascii_case("sense") {
            if part.heading.is_none() && !part.is_empty() {
                let help = "put a heading `## Sense` before the first sense too";
                notes.error("text-before-sense", line, "text stands before the first `Sense` heading", help);
            }
            parts.push(std::mem::replace(&mut part, Part { heading: Some(line), ..Part::default() }));
        } else if name.text.eq_ignore_ascii_case("examples") {
            if part.examples.is_some() {
                let help = "put all examples of a sense below one heading";
                notes.error("duplicate-field", line, "this sense has two headings `Examples`", help);
            }
            part.examples.get_or_insert_default();
        } else {
            let help = match closest(name.text, ["Sense", "Examples"].into_iter()) {
                Some(meant) => format!("did you mean `## {meant}`?"),
                None => "only `## Sense` and `## Examples` may stand here; a new term begins with `# `".into(),
            };
            notes.error("unknown-heading", line, format!("unknown heading `{}`", name.text), help);
        }
    }
    parts.push(part);
    parts.retain(|part| !part.is_empty());
    parts
}

fn sense(part: &Part<'_>, path: Path<'_>, term: Spot<'_>, notes: &mut Notes) -> Sense {
    notes.mark(path, part.heading.unwrap_or(term));
    let mut examples = Credits::of(part.examples.as_deref().unwrap_or_default(), notes);
    let credits = Credits::of(&part.text, notes).and(&mut examples, notes);
    Sense {
        text: prose(&credits.before, path.field("text"), notes),
        examples: prose(&examples.before, path.field("examples"), notes),
        sources: credits.texts(path.field("sources"), notes),
        adapted: credits.adapted(notes),
    }
}
