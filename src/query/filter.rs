//! Filters and facet counts.
//!
//! Values of one facet are alternatives, facets are conditions. A facet's own filter doesn't touch its counts, so each count tells
//! what choosing that value would give: it is taken over the resources that pass the filters of all other facets. Sets of resources are
//! bits, and of a set and what it leaves out the smaller one is counted.

use std::cell::OnceCell;
use std::cmp::Ordering;

use super::bits::Bits;
use super::conditions::is_named;
use super::parse::{QueryWord, parse};
use super::{FacetValue, Request};
use crate::order::{first_numbers, sort_numbers};
use crate::pack::{Column, FACETS, Facet, Pack, Storage};

/// A facet that is filtered by, counted, or both.
struct Counted<'p> {
    name: &'p str,
    /// Whether its values are shown by labels that sort otherwise than they do.
    has_labels: bool,
    column: Column<'p>,
    /// By value, whether it is asked for; empty when nothing is.
    wanted: Vec<bool>,
    /// Whether resources are asked for that have no value at all: an empty one says so.
    wants_none: bool,
    /// The resources that have a value asked for.
    passing: Option<Bits>,
    /// By value, how many of all resources have it.
    totals: &'p OnceCell<Vec<u32>>,
    counts: Vec<u32>,
    is_shown: bool,
    /// Words that the values to be shown must have.
    words: Option<Vec<QueryWord>>,
}

/// By facet and value, how many of all resources have it; counted when it is first of use.
pub(super) type Totals = [OnceCell<Vec<u32>>; FACETS.len()];

/// How many of all resources have each value of a facet.
pub(super) fn counts_of_all<'t>(column: &Column<'_>, resources: u32, totals: &'t OnceCell<Vec<u32>>) -> &'t [u32] {
    totals.get_or_init(|| {
        let mut totals = vec![0; column.values() as usize];
        column.count(&mut (0..resources), &mut totals);
        totals
    })
}

/// The filters and counters of one request.
pub(super) struct Filter<'p> {
    facets: Vec<Counted<'p>>,
    resources: u32,
    /// Whether something is asked for that no resource can have.
    is_impossible: bool,
}

impl<'p> Filter<'p> {
    pub fn new<D: Storage>(pack: &'p Pack<D>, totals: &'p Totals, request: &Request<'_>) -> Self {
        let asked = |name: &str| request.filters.iter().find(|(facet, values)| facet == name && !values.is_empty());
        let mut facets = Vec::new();
        for (&(facet, name), totals) in FACETS.iter().zip(totals) {
            let is_shown = request.facets.iter().any(|shown| shown == name);
            let filter = asked(name);
            // A column is opened only when it is asked for: it may have to be copied.
            let Some(column) = (is_shown || filter.is_some()).then(|| pack.column(facet)).flatten() else { continue };
            let mut wanted = Vec::new();
            if let Some((_, values)) = filter {
                wanted.resize(column.values() as usize, false);
                for value in values {
                    if let Some(slot) = column.find(value).and_then(|number| wanted.get_mut(number as usize)) {
                        *slot = true;
                    }
                }
            }
            // A filter must stay one even when the facet has no values at all.
            if filter.is_some() && wanted.is_empty() {
                wanted.push(false);
            }
            let wants_none = filter.is_some_and(|(_, values)| values.iter().any(String::is_empty));
            let searched = request.facet_search.iter().find(|(facet, _)| facet == name);
            let words = searched.map(|(_, text)| parse(text, false).words);
            let has_labels = matches!(facet, Facet::Section | Facet::Path | Facet::Term);
            facets.push(Counted {
                name,
                has_labels,
                column,
                wanted,
                wants_none,
                passing: None,
                totals,
                counts: Vec::new(),
                is_shown,
                words,
            });
        }
        let is_known = |name: &str| FACETS.iter().any(|(_, known)| *known == name);
        let is_impossible = request.filters.iter().any(|(name, values)| !values.is_empty() && !is_known(name));
        Self { facets, resources: pack.meta().resources, is_impossible }
    }

    /// Leaves those of the resources that pass the filters, and counts the values of each facet.
    pub fn apply(&mut self, matched: &mut Bits) {
        if self.is_impossible {
            *matched = Bits::none(self.resources);
        }
        for facet in self.facets.iter_mut().filter(|facet| !facet.wanted.is_empty()) {
            facet.passing = Some(facet.pass(matched));
        }
        for at in 0..self.facets.len() {
            if !self.facets[at].is_shown {
                continue;
            }
            let mut by_others = matched.clone();
            for (_, facet) in self.facets.iter().enumerate().filter(|(other, _)| *other != at) {
                facet.passing.iter().for_each(|passing| by_others.intersect(passing));
            }
            self.facets[at].count(&by_others, self.resources);
        }
        for facet in &self.facets {
            facet.passing.iter().for_each(|passing| matched.intersect(passing));
        }
    }

    /// The counts by facet: most frequent first, then by label.
    pub fn values(self, limit: usize) -> Vec<(String, Vec<FacetValue>)> {
        let shown = self.facets.into_iter().filter(|facet| facet.is_shown);
        shown.map(|facet| (facet.name.to_owned(), facet.values(limit))).collect()
    }
}

impl Counted<'_> {
    /// Those of the resources that have a value asked for.
    fn pass(&self, docs: &Bits) -> Bits {
        let mut passing = docs.clone();
        for doc in docs.iter() {
            let (mut passes, mut has_none) = (false, true);
            self.column.each(doc, &mut |value| {
                has_none = false;
                passes |= self.wanted.get(value as usize).copied().unwrap_or(false);
            });
            if !(passes || has_none && self.wants_none) {
                passing.remove(doc);
            }
        }
        passing
    }

    /// Counts the values of some resources.
    fn count(&mut self, docs: &Bits, resources: u32) {
        let values = self.column.values() as usize;
        if docs.len() <= resources / 2 {
            self.counts = vec![0; values];
            return self.column.count(&mut docs.iter(), &mut self.counts);
        }
        let totals = counts_of_all(&self.column, resources, self.totals);
        let (mut rest, mut left_out) = (Bits::all(resources), vec![0; values]);
        rest.subtract(docs);
        self.column.count(&mut rest.iter(), &mut left_out);
        self.counts = totals.iter().zip(left_out).map(|(all, rest)| all - rest).collect();
    }

    fn values(self, limit: usize) -> Vec<FacetValue> {
        let is_selected = |number: u32| self.wanted.get(number as usize).copied().unwrap_or(false);
        let count = |number: u32| self.counts.get(number as usize).copied().unwrap_or(0);
        // Values are numbered by their bytes.
        let label = |number: u32| self.column.name(number).map_or("", |(_, label)| label);
        let by_label = |a: u32, b: u32| if self.has_labels { label(a).cmp(label(b)) } else { Ordering::Equal };
        let order = |a: u32, b: u32| count(b).cmp(&count(a)).then_with(|| by_label(a, b));
        let is_given = |number: &u32| match &self.words {
            Some(words) => (count(*number) > 0 || is_selected(*number)) && is_named(&self.column, *number, words),
            None => count(*number) > 0,
        };
        let mut numbers = first_numbers(&mut (0..self.column.values()).filter(is_given), limit, &order);
        if self.words.is_none() {
            let selected: Vec<u32> =
                (0..self.column.values()).filter(|number| is_selected(*number) && !numbers.contains(number)).collect();
            numbers.extend(selected);
            sort_numbers(&mut numbers, &order);
        }
        let value = |number: u32| {
            let (value, label) = self.column.name(number)?;
            Some(FacetValue {
                value: value.to_owned(),
                label: label.to_owned(),
                count: count(number),
                selected: is_selected(number),
            })
        };
        numbers.into_iter().filter_map(value).collect()
    }
}
