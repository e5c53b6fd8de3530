//! What a resource must fulfil whatever its score: phrases, fields, values, and what it must not have.
//!
//! Each condition becomes a set of resources, so that asking whether one fulfils them is a bit each.

use super::bits::Bits;
use super::expand::{Expansion, plain};
use super::marks::Marks;
use super::parse::{Asked, Condition, MAX_WORDS, Query, QueryWord};
use super::slips::Slips;
use crate::pack::{Column, Facet, Field, Pack, Storage};
use crate::text::tokenize;

/// The conditions of a query.
#[derive(Default)]
pub(super) struct Conditions {
    /// The resources that each one names, and whether those are left out.
    sets: Vec<(Bits, bool)>,
    /// Those that nothing fulfils and that were therefore dropped, as they were typed.
    pub dropped: Vec<std::ops::Range<usize>>,
    /// Whether characters of scripts without spaces are looked for in runs alone.
    pub has_runs: bool,
}

impl Conditions {
    /// Finds what fulfils the conditions of a query. A value that the facet doesn't have is looked for as words.
    pub fn of<D: Storage>(pack: &Pack<D>, marks: &mut Marks, query: &mut Query) -> Self {
        let mut found = Self::default();
        let mut is_split = query.has_lone;
        for Condition { typed, asked, is_excluded, is_implied } in std::mem::take(&mut query.conditions) {
            let docs = match &asked {
                Asked::Words { words, fields } => with_words(pack, marks, words, fields),
                Asked::Value { facet, words } => with_value(pack, *facet, words),
                Asked::Years(first, last) => with_year(pack, *first, *last),
            };
            found.has_runs |= is_implied;
            is_split |= is_implied && docs.len() == 0;
            if is_excluded || docs.len() > 0 || matches!(asked, Asked::Years(..)) {
                found.sets.push((docs, is_excluded));
            } else if let Asked::Value { words, .. } = asked {
                query.words.extend(words);
            } else if !is_implied {
                found.dropped.push(typed);
            }
        }
        found.has_runs &= !is_split;
        query.words.truncate(MAX_WORDS);
        found
    }

    /// Whether there are any.
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    /// Adds one that these resources fulfil.
    pub fn add(&mut self, docs: Bits) {
        self.sets.push((docs, false));
    }

    /// Takes back what was added last.
    pub fn take_back(&mut self) -> Bits {
        self.sets.pop().map(|(docs, _)| docs).unwrap_or_default()
    }

    /// Whether a resource fulfils them all.
    #[inline]
    pub fn admit(&self, doc: u32) -> bool {
        self.sets.iter().all(|(docs, is_excluded)| docs.contains(doc) != *is_excluded)
    }

    /// Leaves only those resources that fulfil them all.
    pub fn narrow(&self, docs: &mut Bits) {
        for (fulfilling, is_excluded) in &self.sets {
            if *is_excluded { docs.subtract(fulfilling) } else { docs.intersect(fulfilling) }
        }
    }
}

/// The resources that have the words one after the other in one of the fields.
pub(super) fn with_words<D: Storage>(pack: &Pack<D>, marks: &mut Marks, words: &[QueryWord], fields: &[Field]) -> Bits {
    let dictionary = pack.dictionary();
    let expand = |word: &QueryWord| {
        let mut expansions = plain(pack, word);
        if expansions.is_empty() {
            expansions.extend(Slips::allowed(pack, word));
        }
        expansions
    };
    let expansions: Vec<Vec<Expansion>> = words.iter().map(expand).collect();
    let mut all: Option<Bits> = None;
    for of_word in &expansions {
        let mut docs = Bits::none(pack.meta().resources);
        for Expansion { words, .. } in of_word {
            pack.each_posting(words, &mut |doc, _| docs.insert(doc));
        }
        match &mut all {
            Some(all) => all.intersect(&docs),
            None => all = Some(docs),
        }
    }
    let all = all.unwrap_or_default();
    if words.len() == 1 && fields.len() == Field::COUNT {
        return all;
    }
    marks.set(dictionary.len(), expansions.iter().map(Vec::as_slice));
    let mut together = Bits::none(pack.meta().resources);
    for doc in all.iter().filter(|doc| marks.stand_together(pack, *doc, fields, words.len())) {
        together.insert(doc);
    }
    together
}

/// The resources with a value whose words these are, or begin with the last of these.
fn with_value<D: Storage>(pack: &Pack<D>, facet: Facet, words: &[QueryWord]) -> Bits {
    let mut docs = Bits::none(pack.meta().resources);
    let Some(column) = pack.column(facet) else { return docs };
    let mut wanted = Bits::none(column.values());
    for value in (0..column.values()).filter(|value| is_named(&column, *value, words)) {
        wanted.insert(value);
    }
    for doc in 0..pack.meta().resources {
        column.each(doc, &mut |value| {
            if wanted.contains(value) {
                docs.insert(doc);
            }
        });
    }
    docs
}

/// Whether each of the words stands in the value's label.
pub(super) fn is_named(column: &Column<'_>, value: u32, words: &[QueryWord]) -> bool {
    column.name(value).is_some_and(|(_, label)| has_words(label, words))
}

/// Whether each of the words stands in a text, or starts a word there if it is unfinished.
pub(super) fn has_words(text: &str, words: &[QueryWord]) -> bool {
    let mut missing = (1u64 << words.len().min(63)) - 1;
    tokenize(text, &mut |token| {
        for (number, word) in words.iter().enumerate().take(63) {
            if token.text == word.text() || word.is_prefix() && token.text.starts_with(word.text()) {
                missing &= !(1 << number);
            }
        }
    });
    missing == 0
}

fn with_year<D: Storage>(pack: &Pack<D>, first: i32, last: i32) -> Bits {
    let mut docs = Bits::none(pack.meta().resources);
    for doc in 0..pack.meta().resources {
        if pack.year(doc).is_some_and(|year| (first..=last).contains(&year)) {
            docs.insert(doc);
        }
    }
    docs
}
