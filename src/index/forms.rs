//! In which forms a term may stand in running text, and when it is meant there.
//!
//! A form is a row of folded words with one space between them; hyphens and possessives are the tokenizer's business, other numbers those of
//! [`inflections`]. Exceptions, *race car* for *race*, are forms too, which take matches out.

use std::collections::BTreeMap;

use super::common;
use crate::catalog::{Case, Term};
use crate::pack::FormRule;
use crate::text::{Capitals, count_letters, fold, inflections, is_acronym, spellings};

/// Longer headwords in capitals, and those of several words, are no acronyms.
const LONGEST_ACRONYM: usize = 8;

/// Every form, sorted, with its rules: those that ask for capitals first, exceptions last.
///
/// Where two terms claim a form, what the editor wrote goes before what was derived, then the earlier term before the later.
pub(super) fn of_terms(terms: &[&Term], language: &str) -> BTreeMap<String, Vec<FormRule>> {
    let shouts = is_all_capitals(terms);
    // One of the *wells* or *wills* is rarely meant by a word as common as that.
    let common: Vec<&str> = common::words(language).split(' ').chain(COMMON).collect();
    let is_common = |form: &String| common.contains(&form.as_str());
    let mut forms: BTreeMap<String, Vec<FormRule>> = BTreeMap::new();
    let mut add = |form: String, rule: FormRule| {
        let rules = forms.entry(form).or_default();
        let same = |other: &FormRule| other.is_exception == rule.is_exception && other.capitals == rule.capitals;
        // Of terms alike only the first can ever be meant; exceptions are each term's own.
        if !rules.iter().any(|other| same(other) && (other.term == rule.term || !rule.is_exception)) {
            rules.push(rule);
        }
    };
    for is_derived in [false, true] {
        for (number, term) in (0..).zip(terms) {
            for written in std::iter::once(&term.term).chain(&term.forms) {
                let is_exact = term.case.map_or(!shouts && is_acronym(written), |case| case == Case::Exact);
                let rule = FormRule { term: number, is_exception: false, capitals: Capitals::default() };
                if is_exact {
                    let spelling = if is_derived { plural(written) } else { Some(written.clone()) };
                    if let Some(spelling) = spelling.filter(|spelling| !fold(spelling).is_empty()) {
                        add(fold(&spelling), FormRule { capitals: Capitals::of(&spelling), ..rule });
                    }
                } else {
                    let forms = if is_derived { inflections(written, language) } else { spellings(written) };
                    for form in forms.into_iter().filter(|form| !is_derived || !is_common(form)) {
                        add(form, rule);
                    }
                }
            }
        }
    }
    for (number, term) in (0..).zip(terms) {
        for phrase in &term.not_in {
            for form in [spellings(phrase), inflections(phrase, language)].concat() {
                add(form, FormRule { term: number, is_exception: true, capitals: Capitals::default() });
            }
        }
    }
    for rules in forms.values_mut() {
        rules.sort_by_key(|rule| (rule.is_exception, rule.capitals.letters == 0));
    }
    forms
}

/// The plural of an acronym or a name: an *s*, and nothing else. Of an acronym's plural, what it is made of.
fn plural(spelling: &str) -> Option<String> {
    if let Some(one) = spelling.strip_suffix('s').filter(|_| is_acronym(spelling)) {
        return Some(one.to_owned());
    }
    let last = spelling.chars().next_back()?;
    (last.is_alphabetic() && !matches!(last, 's' | 'S' | 'x' | 'X' | 'z' | 'Z')).then(|| [spelling, "s"].concat())
}

/// Common words beyond those of searches, where a noun may have the same letters.
const COMMON: [&str; 3] = ["mine", "well", "might"];

/// Whether a glossary has its headwords in capitals as a matter of style. One that has acronyms only doesn't.
fn is_all_capitals(terms: &[&Term]) -> bool {
    let in_capitals = |word: &str| is_acronym(word) || !word.chars().any(char::is_alphabetic) || count_letters(word) == 1;
    let mut headwords = terms.iter().map(|term| term.term.trim());
    let is_long = |headword: &str| headword.contains(char::is_whitespace) || count_letters(headword) > LONGEST_ACRONYM;
    headwords.clone().all(|headword| headword.split_whitespace().all(in_capitals)) && headwords.any(is_long)
}
