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
    let english = language.split('-').next() == Some("en");
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
                for other in other_number(last) {
                    let form = if head.is_empty() { other } else { [head, " ", &other].concat() };
                    forms.entry(form).or_insert(target(number, term));
                }
            }
        }
    }
    forms
}

/// Nouns that end in s and are no plurals, as far as a glossary is likely to hold them.
const SINGULAR: &[&str] = &["alias", "atlas", "bias", "canvas", "chaos", "gas", "lens", "means", "news", "series", "species"];

/// The plural of a singular English noun and the other way round, by spelling; nothing for words that aren't letters of a to z. Where
/// spelling leaves it open, each guess is given: one that is no word is in no text.
fn other_number(word: &str) -> Vec<String> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let cut = |count: usize, ending: &str| [&word[..word.len() - count], ending].concat();
    if SINGULAR.contains(&word) || ends(&["ss", "us", "x", "z", "ch", "sh"]) {
        return vec![cut(0, "es")];
    }
    if ends(&["is"]) {
        return vec![cut(2, "es")];
    }
    if ends(&["ies"]) {
        return vec![cut(3, "y"), cut(1, "")];
    }
    if ends(&["ses", "zes", "xes", "ches", "shes"]) {
        return vec![cut(2, ""), cut(1, "")];
    }
    if ends(&["s"]) {
        return vec![cut(1, "")];
    }
    if ends(&["y"]) && !ends(&["ay", "ey", "oy", "uy"]) {
        return vec![cut(1, "ies")];
    }
    vec![cut(0, "s")]
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
            ("bias", "biases"),
            ("lens", "lenses"),
            ("size", "sizes"),
            ("virus", "viruses"),
        ] {
            assert!(other_number(one).contains(&many.to_owned()), "{one}");
            assert!(other_number(many).contains(&one.to_owned()), "{many}");
        }
        assert_eq!(other_number("crisis"), ["crises"]);
        assert!(!other_number("news").contains(&"new".to_owned()));
        assert!(other_number("é").is_empty() && other_number("us").is_empty());
    }
}
