//! In which forms a term may stand in running text.
//!
//! A form is a row of folded words with one space between them; hyphens and possessives are the tokenizer's business. The last word
//! of an English term is also taken in its other number: a glossary has *Racist Policies*, an article *a racist policy*.

use std::collections::BTreeMap;

use crate::catalog::Term;
use crate::text::fold;

/// Every form, sorted, and the number of its term times two, plus one when capitals count.
///
/// Where two terms claim a form, what the editor wrote goes before what was derived, then the earlier term before the later.
pub(super) fn of_terms(terms: &[&Term], language: &str) -> BTreeMap<String, u32> {
    let mut forms = BTreeMap::new();
    let english = language.is_empty() || language.split('-').next() == Some("en");
    let written = |term: &Term| -> Vec<String> {
        std::iter::once(&term.term).chain(&term.forms).map(|form| fold(form)).filter(|form| !form.is_empty()).collect()
    };
    let target = |number: usize, term: &Term| number as u32 * 2 + u32::from(term.case_sensitive);
    for (number, term) in terms.iter().enumerate() {
        for form in written(term) {
            forms.entry(form).or_insert(target(number, term));
        }
    }
    if english {
        for (number, term) in terms.iter().enumerate() {
            for form in written(term) {
                let (head, last) = form.rsplit_once(' ').map_or(("", form.as_str()), |(head, last)| (head, last));
                if let Some(other) = other_number(last) {
                    let form = if head.is_empty() { other } else { [head, " ", &other].concat() };
                    forms.entry(form).or_insert(target(number, term));
                }
            }
        }
    }
    forms
}

/// The plural of a singular English noun and the other way round, by spelling; `None` for words that aren't letters of a to z.
fn other_number(word: &str) -> Option<String> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let cut = |count: usize, ending: &str| Some([&word[..word.len() - count], ending].concat());
    if ends(&["ies"]) {
        return cut(3, "y");
    }
    if ends(&["sses", "ches", "shes", "xes", "zes"]) {
        return cut(2, "");
    }
    if ends(&["s"]) && !ends(&["ss", "us", "is"]) {
        return cut(1, "");
    }
    if ends(&["s", "x", "z", "ch", "sh"]) {
        return cut(0, "es");
    }
    if word.ends_with('y') && !ends(&["ay", "ey", "oy", "uy"]) {
        return cut(1, "ies");
    }
    cut(0, "s")
}

#[cfg(test)]
mod tests {
    use super::other_number;

    #[test]
    fn a_noun_is_known_in_both_numbers() {
        for (one, many) in [
            ("policy", "policies"),
            ("inequity", "inequities"),
            ("reparation", "reparations"),
            ("process", "processes"),
            ("branch", "branches"),
            ("box", "boxes"),
            ("survey", "surveys"),
            ("alliance", "alliances"),
        ] {
            assert_eq!(other_number(one).as_deref(), Some(many));
            assert_eq!(other_number(many).as_deref(), Some(one));
        }
        assert_eq!(other_number("é"), None);
        assert_eq!(other_number("us"), None);
    }
}
