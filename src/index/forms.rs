//! In which forms a term may stand in running text.
//!
//! A form is a row of folded words with one space between them; hyphens and possessives are the tokenizer's business. The last word
//! of an English term is also taken in its other number: a glossary has *Racist Policies*, an article *a racist policy*.

use std::collections::BTreeMap;

use crate::catalog::Term;
use crate::text::{fold, other_number};

/// Every form, sorted, and the number of its term times two, plus one when capitals count.
///
/// Where two terms claim a form, what the editor wrote goes before what was derived, then the earlier term before the later.
pub(super) fn of_terms(terms: &[&Term], language: &str) -> BTreeMap<String, u32> {
    let mut forms = BTreeMap::new();
    let written = |term: &Term| -> Vec<String> {
        std::iter::once(&term.term).chain(&term.forms).map(|form| fold(form)).filter(|form| !form.is_empty()).collect()
    };
    let target = |number: usize, term: &Term| number as u32 * 2 + u32::from(term.case_sensitive);
    for (number, term) in terms.iter().enumerate() {
        for form in written(term) {
            forms.entry(form).or_insert(target(number, term));
        }
    }
    for (number, term) in terms.iter().enumerate() {
        for form in written(term) {
            let (head, last) = form.rsplit_once(' ').map_or(("", form.as_str()), |(head, last)| (head, last));
            for other in other_number(last, language) {
                let form = if head.is_empty() { other } else { [head, " ", &other].concat() };
                forms.entry(form).or_insert(target(number, term));
            }
        }
    }
    forms
}
