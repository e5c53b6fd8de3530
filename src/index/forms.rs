//! In which forms a term may stand in running text.
//!
//! A form is a row of folded words with one space between them; hyphens and possessives are the tokenizer's business, other numbers those of
//! [`inflections`].

use std::collections::BTreeMap;

use crate::catalog::{Case, Term};
use crate::text::{inflections, spellings};

/// Every form, sorted, and the number of its term times two, plus one when capitals count.
///
/// Where two terms claim a form, what the editor wrote goes before what was derived, then the earlier term before the later.
pub(super) fn of_terms(terms: &[&Term], language: &str) -> BTreeMap<String, u32> {
    let mut forms = BTreeMap::new();
    for make in [|written: &str, _: &str| spellings(written), |written: &str, language: &str| inflections(written, language)] {
        for (number, term) in terms.iter().enumerate() {
            for written in std::iter::once(&term.term).chain(&term.forms) {
                for form in make(written, language) {
                    forms.entry(form).or_insert(number as u32 * 2 + u32::from(term.case == Some(Case::Exact)));
                }
            }
        }
    }
    forms
}
