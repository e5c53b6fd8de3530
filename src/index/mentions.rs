//! Which works have to do with which term: those whose texts have it, and those that it names as related.
//!
//! Decided when the pack is built, by the very matcher that pages use, so that what a term lists is what a reader would find marked. It
//! is the one place that asks a later stage: the matcher reads packs, and gets one of the terms alone.

use std::collections::BTreeMap;

use super::{BuildError, build};
use crate::catalog::{Catalog, Resource, Term};
use crate::glossary::find;
use crate::pack::{Pack, put_varint};
use crate::text::fold;

/// By term, its works, and whether it names the work itself.
pub(super) struct Mentions {
    by_term: Vec<BTreeMap<u32, bool>>,
}

impl Mentions {
    /// Reads all works. Works and terms are in the order of the pack.
    pub fn of(resources: &[&Resource], terms: &[&Term], language: &str) -> Result<Self, BuildError> {
        let mut by_term = vec![BTreeMap::new(); terms.len()];
        if resources.is_empty() || terms.is_empty() {
            return Ok(Self { by_term });
        }
        let alone = terms.iter().map(|term| (*term).clone()).collect();
        let glossary = build(&Catalog { language: language.to_owned(), terms: alone, ..Catalog::default() })?;
        let Ok(glossary) = Pack::open(glossary) else { return Ok(Self { by_term }) };
        let mut titled: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (doc, resource) in (0..).zip(resources) {
            for text in resource.all_titles().chain(resource.description.as_deref()) {
                for found in find(&glossary, text) {
                    by_term[found.term as usize].insert(doc, false);
                }
            }
            for title in resource.all_titles() {
                titled.entry(fold(title)).or_default().push(doc);
            }
        }
        for (term, works) in terms.iter().zip(&mut by_term) {
            let named = term.related.iter().filter_map(|name| titled.get(&fold(name))).flatten();
            works.extend(named.map(|doc| (*doc, true)));
        }
        Ok(Self { by_term })
    }

    /// By resource, its terms by number, which is the order of their headwords.
    pub fn by_resource(&self, resources: usize) -> Vec<Vec<u32>> {
        let mut terms = vec![Vec::new(); resources];
        for (term, works) in (0..).zip(&self.by_term) {
            for doc in works.keys() {
                terms[*doc as usize].push(term);
            }
        }
        terms
    }

    /// Appends the works of a term: those that it names, then the others.
    pub fn put_works(&self, out: &mut Vec<u8>, term: usize) {
        for wanted in [true, false] {
            let works = self.by_term[term].iter().filter(|(_, is_named)| **is_named == wanted);
            works.for_each(|(doc, _)| put_varint(out, *doc));
        }
    }
}
