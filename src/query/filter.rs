//! Filters and facet counts, in one pass over what matched.
//!
//! Values of one facet are alternatives, facets are conditions. A facet's own filter doesn't touch its counts, so each count tells
//! what choosing that value would give: a resource counts for every facet when it passes all filters, and for one facet
//! when that is the only one it fails.

use super::conditions::is_named;
use super::parse::{QueryWord, parse};
use super::{FacetValue, Request};
use crate::order::{first_numbers, sort_numbers};
use crate::pack::{Column, FACETS, Pack};

/// A facet that is filtered by, counted, or both.
struct Counted<'p> {
    name: &'p str,
    column: Column<'p>,
    /// By value, whether it is asked for; empty when nothing is.
    wanted: Vec<bool>,
    counts: Vec<u32>,
    is_shown: bool,
    /// Words that the values to be shown must have.
    words: Option<Vec<QueryWord>>,
}

/// The filters and counters of one request.
pub(super) struct Filter<'p> {
    facets: Vec<Counted<'p>>,
    /// Whether something is asked for that no resource can have.
    is_impossible: bool,
}

impl<'p> Filter<'p> {
    pub fn new<D: AsRef<[u8]>>(pack: &'p Pack<D>, request: &Request<'_>) -> Self {
        let asked = |name: &str| request.filters.iter().find(|(facet, values)| facet == name && !values.is_empty());
        let mut facets = Vec::new();
        for &(facet, name) in FACETS {
            let is_shown = request.facets.iter().any(|shown| shown == name);
            let filter = asked(name);
            let (true, Some(column)) = (is_shown || filter.is_some(), pack.column(facet)) else { continue };
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
            let searched = request.facet_search.iter().find(|(facet, _)| facet == name);
            let words = searched.map(|(_, text)| parse(text, false).words);
            facets.push(Counted { name, column, wanted, counts: vec![0; column.values() as usize], is_shown, words });
        }
        let is_known = |name: &str| FACETS.iter().any(|(_, known)| *known == name);
        let is_impossible = request.filters.iter().any(|(name, values)| !values.is_empty() && !is_known(name));
        Self { facets, is_impossible }
    }

    /// Counts a resource that matches the query; returns whether it passes the filters.
    pub fn admit(&mut self, doc: u32) -> bool {
        if self.is_impossible {
            return false;
        }
        let mut failed = None;
        let mut failures = 0;
        for (number, facet) in self.facets.iter().enumerate().filter(|(_, facet)| !facet.wanted.is_empty()) {
            let mut passes = false;
            facet.column.each(doc, |value| passes |= facet.wanted.get(value as usize).copied().unwrap_or(false));
            if !passes {
                failures += 1;
                failed = Some(number);
            }
        }
        if failures > 1 {
            return false;
        }
        for (number, facet) in self.facets.iter_mut().enumerate().filter(|(_, facet)| facet.is_shown) {
            if failed.is_none_or(|failed| failed == number) {
                let counts = &mut facet.counts;
                facet.column.each(doc, |value| {
                    if let Some(count) = counts.get_mut(value as usize) {
                        *count += 1;
                    }
                });
            }
        }
        failures == 0
    }

    /// The counts by facet: most frequent first, then by label.
    pub fn values(self, limit: usize) -> Vec<(String, Vec<FacetValue>)> {
        let shown = self.facets.into_iter().filter(|facet| facet.is_shown);
        shown.map(|facet| (facet.name.to_owned(), facet.values(limit))).collect()
    }
}

impl Counted<'_> {
    fn values(self, limit: usize) -> Vec<FacetValue> {
        let is_selected = |number: u32| self.wanted.get(number as usize).copied().unwrap_or(false);
        let count = |number: u32| self.counts[number as usize];
        // Values are numbered by their bytes, so only the label of a tie is left to compare.
        let label = |number: u32| self.column.name(number).map_or("", |(_, label)| label);
        let order = |a: u32, b: u32| count(b).cmp(&count(a)).then_with(|| label(a).cmp(label(b)));
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
