//! Completions of what is being typed: names of authors and organizations, titles, glossary terms.

use serde::Serialize;

use super::conditions::{has_words, is_named};
use super::filter::counts_of_all;
use super::parse::{QueryWord, parse};
use super::{Request, Searcher};
use crate::order::{first_numbers, sorted_numbers};
use crate::pack::{Facet, Storage};
use crate::text::fold;

/// Something that can be searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// What to search for.
    pub text: String,
    /// How many resources it stands for: those of the author or organization, those with the title, those that a search for the term finds.
    pub count: u32,
}

/// So many titles are looked through.
const TITLES: usize = 50;
/// So many terms are suggested.
const TERMS: usize = 3;

impl<D: Storage> Searcher<D> {
    /// What could complete the text: whatever has all of its words, the last of which may be unfinished. What starts as the text does comes first,
    /// then what stands for more resources. A text with slips is completed as it was likely meant.
    pub fn suggest(&mut self, text: &str, limit: usize) -> Vec<Suggestion> {
        let mut found = self.complete(text);
        if found.is_empty() {
            let page = self.search(&Request { query: text, limit: 0, ..Request::default() });
            found = page.correction.map(|meant| self.complete(&meant)).unwrap_or_default();
        }
        let typed = fold(text);
        let keys: Vec<(String, bool)> = found
            .iter()
            .map(|suggestion| {
                let folded = fold(&suggestion.text);
                let starts_so = folded.starts_with(&typed);
                (folded, !starts_so)
            })
            .collect();
        let key = |number: u32| &keys[number as usize];
        let count = |number: u32| found[number as usize].count;
        let order = sorted_numbers(found.len(), &|a, b| {
            key(a).1.cmp(&key(b).1).then_with(|| count(b).cmp(&count(a))).then_with(|| key(a).0.cmp(&key(b).0))
        });
        let mut given: Vec<&str> = Vec::new();
        let mut suggestions = Vec::new();
        for number in order {
            if suggestions.len() < limit && !given.contains(&key(number).0.as_str()) {
                given.push(&key(number).0);
                suggestions.push(found[number as usize].clone());
            }
        }
        suggestions
    }

    fn complete(&mut self, text: &str) -> Vec<Suggestion> {
        let words = parse(text, false).words;
        let mut found = Vec::new();
        if words.is_empty() {
            return found;
        }
        for facet in [Facet::Author, Facet::Organization] {
            self.complete_from(facet, &words, &mut found);
        }
        let names = found.len();
        let page = self.search(&Request { query: text, limit: TITLES, ..Request::default() });
        for hit in page.hits {
            let resource = hit.resource;
            for title in std::iter::once(resource.title).chain(resource.titles).filter(|title| has_words(title, &words)) {
                match found.iter_mut().skip(names).find(|known| known.text == title) {
                    Some(known) => known.count += 1,
                    None => found.push(Suggestion { text: title, count: 1 }),
                }
            }
        }
        let forms = self.pack().forms().prefix(&fold(text));
        let mut terms: Vec<u32> = Vec::new();
        for form in forms {
            self.pack().each_form_rule(form, &mut |rule| {
                if !rule.is_exception && terms.last() != Some(&rule.term) {
                    terms.push(rule.term);
                }
            });
            // A letter may start the forms of all terms.
            if terms.len() >= TERMS {
                break;
            }
        }
        for term in terms.into_iter().take(TERMS) {
            let Some(term) = self.pack().term(term) else { continue };
            let count = self.search(&Request { query: &term.term, limit: 0, ..Request::default() }).total;
            found.push(Suggestion { text: term.term, count });
        }
        found
    }

    /// Adds the values of a facet that have the words, with the number of their resources.
    fn complete_from(&self, facet: Facet, words: &[QueryWord], found: &mut Vec<Suggestion>) {
        let pack = self.pack();
        let Some(column) = pack.column(facet) else { return };
        let counts = counts_of_all(&column, pack.meta().resources, &self.totals[facet as usize]);
        let mut named = (0..column.values()).filter(|value| is_named(&column, *value, words));
        let first = first_numbers(&mut named, 20, &|a, b| counts[b as usize].cmp(&counts[a as usize]));
        for value in first {
            if let Some((_, label)) = column.name(value) {
                found.push(Suggestion { text: label.to_owned(), count: counts[value as usize] });
            }
        }
    }
}
