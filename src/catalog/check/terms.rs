//! The glossary: each term has a meaning and a source, and no form stands for two terms.

use crate::catalog::path::Path;
use crate::catalog::records::{Case, Term, plain_text};
use crate::catalog::report::Report;
use crate::text::{fold, inflections, is_acronym, spellings};

use super::{Known, corrections, sorted, title};

pub(super) fn check(terms: &[Term], language: &str, all: Path<'_>, known: &Known, report: &mut Report) {
    for (at, term) in terms.iter().enumerate() {
        let path = all.item(at);
        title(&term.term, path.field("term"), "term", known, report);
        senses(term, path, known, report);
        exceptions(term, language, path, report);
        let prose: Vec<String> =
            term.senses.iter().flat_map(|sense| [plain_text(&sense.text), plain_text(&sense.examples)]).collect();
        let mut fields: Vec<&str> = vec![&term.term];
        fields.extend(prose.iter().map(String::as_str));
        for texts in [&term.forms, &term.related, &term.notes].into_iter().chain(&term.locations) {
            fields.extend(texts.iter().map(String::as_str));
        }
        fields.extend(term.senses.iter().flat_map(|sense| &sense.sources).map(String::as_str));
        corrections(&term.corrections, &fields, path, report);
    }
    forms(terms, all, report);
    related(terms, all, report);
}

fn senses(term: &Term, path: Path<'_>, known: &Known, report: &mut Report) {
    let senses = path.field("senses");
    if term.senses.is_empty() && !known.has(senses) {
        let message = [named(term), " has no definition"].concat();
        report.warning("no-definition", path, message, "write what the term means");
    }
    for (at, sense) in term.senses.iter().enumerate() {
        let sense_path = senses.item(at);
        if sense.text.is_empty() && !known.has(sense_path.field("text")) {
            let message = ["a sense of ", named(term), " has no definition"].concat();
            report.warning("no-definition", sense_path, message, "write what the term means");
        }
        if sense.sources.is_empty() && !known.has(sense_path.field("sources")) {
            let message = ["the definition of ", named(term), " names no source"].concat();
            let help = "credit it: `After: …` or `Source: …` below the text (in JSON a list `sources`)";
            report.warning("no-source", sense_path, message, help);
        }
    }
}

fn named(term: &Term) -> &str {
    if term.term.trim().is_empty() { "this term" } else { &term.term }
}

/// An exception that doesn't hold the term takes nothing out, most likely because one of the two was mistyped.
fn exceptions(term: &Term, language: &str, path: Path<'_>, report: &mut Report) {
    if term.not_in.is_empty() {
        return;
    }
    let printed = || std::iter::once(&term.term).chain(&term.forms);
    let forms: Vec<String> = printed().flat_map(|form| [spellings(form), inflections(form, language)].concat()).collect();
    let holds = |phrase: &str, form: &str| [" ", phrase, " "].concat().contains(&[" ", form, " "].concat());
    for (at, phrase) in term.not_in.iter().enumerate() {
        let place = path.field("notIn");
        let readings = spellings(phrase);
        if readings.is_empty() {
            let help = "write phrases with a semicolon between them, or take out the one that is empty";
            report.error("empty-exception", place.item(at), ["an exception of ", named(term), " has no words"].concat(), help);
        } else if !readings.iter().any(|phrase| forms.iter().any(|form| holds(phrase, form))) {
            let message = ["the exception `", phrase, "` doesn't hold ", named(term)].concat();
            let help = "write the whole phrase with the term in it, such as `race car` for `Race`";
            report.warning("useless-exception", place.item(at), message, help);
        } else if readings.iter().any(|phrase| forms.contains(phrase)) {
            let message = ["the exception `", phrase, "` is itself a form of ", named(term)].concat();
            report.warning("useless-exception", place.item(at), message, "take it out, or write the longer phrase that is meant");
        }
    }
}

/// One way to write a term.
struct Form<'c> {
    term: usize,
    /// Which of the other forms; none for the term itself.
    other: Option<usize>,
    printed: &'c str,
    /// What the matcher tells it apart by: not capitals, accents and hyphens, unless its capitals count.
    key: String,
}

/// A form that stands for two terms would open either one's popup, by chance.
fn forms(terms: &[Term], all: Path<'_>, report: &mut Report) {
    let mut forms: Vec<Form<'_>> = Vec::new();
    for (term, record) in terms.iter().enumerate() {
        let others = record.forms.iter().enumerate().map(|(at, form)| (Some(at), form));
        for (other, printed) in std::iter::once((None, &record.term)).chain(others) {
            let exact = record.case.map_or(is_acronym(printed), |case| case == Case::Exact);
            let folded = fold(printed);
            let key = if exact { [&folded, "\0", printed].concat() } else { folded };
            forms.push(Form { term, other, printed, key });
        }
    }
    let keys: Vec<&str> = forms.iter().map(|form| form.key.as_str()).collect();
    for pair in sorted(&keys).windows(2) {
        let (first, second) = (&forms[pair[0]], &forms[pair[1]]);
        if first.key != second.key || first.key.is_empty() {
            continue;
        }
        let path = all.item(second.term);
        let forms = path.field("forms");
        let place = second.other.map_or(path, |at| forms.item(at));
        if first.term == second.term {
            let help = "take it out; capitals, accents, hyphens, plurals and possessives are found by themselves";
            report.warning("needless-form", place, ["`", second.printed, "` is a form of this term already"].concat(), help);
        } else {
            let message = [
                "`",
                second.printed,
                "` stands for two terms, `",
                named(&terms[first.term]),
                "` and `",
                named(&terms[second.term]),
                "`",
            ]
            .concat();
            let help = "let only one of the two have it: in a text it can open one popup only";
            report.warning("form-clash", place, message, help);
        }
    }
}

/// The same related page under two spellings would be listed as two.
fn related(terms: &[Term], all: Path<'_>, report: &mut Report) {
    let names: Vec<(usize, usize, &str, String)> = terms
        .iter()
        .enumerate()
        .flat_map(|(term, record)| {
            record.related.iter().enumerate().map(move |(at, name)| (term, at, name.as_str(), name.to_lowercase()))
        })
        .collect();
    let keys: Vec<&str> = names.iter().map(|(.., lowered)| lowered.as_str()).collect();
    for pair in sorted(&keys).windows(2) {
        let ((.., before, _), (term, at, name, _)) = (&names[pair[0]], &names[pair[1]]);
        if keys[pair[0]] == keys[pair[1]] && before != name {
            let message = ["`", name, "` is written `", before, "` elsewhere"].concat();
            let path = all.item(*term);
            report.warning("case-clash", path.field("related").item(*at), message, "write it the same way everywhere");
        }
    }
}
