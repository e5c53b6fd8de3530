//! Answering requests over one pack.

use std::cmp::Ordering;
use std::ops::Range;

use super::bits::Bits;
use super::explain::explain;
use super::filter::{Filter, Totals};
use super::highlight::highlight;
use super::marks::{MOST_MARKED, Marks};
use super::matching::Matching;
use super::nearness::likeness;
use super::parse::QueryWord;
use super::score::Scores;
use super::snippet::snippet;
use super::{Hit, Page, Request, Sort};
use crate::order::{best_numbers, first_numbers, sort_numbers};
use crate::pack::{Pack, Storage};

/// So many of the best resources are looked at word by word, for the order and nearness of what was typed.
const LOOKED_AT: usize = 100;

/// An opened pack and the memory that queries reuse.
#[derive(Debug)]
pub struct Searcher<D> {
    pack: Pack<D>,
    scores: Scores,
    marks: Marks,
    pub(super) totals: Totals,
}

impl<D: Storage> Searcher<D> {
    /// Searches in a pack.
    pub fn new(pack: Pack<D>) -> Self {
        Self { pack, scores: Scores::default(), marks: Marks::default(), totals: Totals::default() }
    }

    /// The pack that is searched.
    pub fn pack(&self) -> &Pack<D> {
        &self.pack
    }

    /// Answers a request. Never fails.
    pub fn search(&mut self, request: &Request<'_>) -> Page {
        let matching = Matching::of(&self.pack, request.query, &mut self.scores, &mut self.marks);
        let mut docs = self.matching(&matching);
        let mut filter = Filter::new(&self.pack, &self.totals, request);
        filter.apply(&mut docs);
        let facets = filter.values(request.facet_limit);
        let page = self.page(&docs, request, &matching);
        let best = if matching.is_corrected() { self.best(&docs) } else { None };
        let correction = matching.correction(&self.pack, &mut self.marks, request.query, best);
        Page {
            total: docs.len(),
            relaxed: self.left_out(request.query, &docs, &matching),
            hits: self.hits(&page, request, &matching),
            facets,
            correction,
        }
    }

    /// The resources that match, whatever the filters.
    fn matching(&self, matching: &Matching) -> Bits {
        let resources = self.pack.meta().resources;
        let mut docs = if matching.words.is_empty() { Bits::all(resources) } else { Bits::none(resources) };
        for &doc in self.scores.docs().iter().filter(|doc| self.scores.worth[**doc as usize] >= matching.least) {
            docs.insert(doc);
        }
        matching.conditions.narrow(&mut docs);
        docs
    }

    /// The words that count and that the best of the resources lacks, and the conditions that nothing fulfils.
    fn left_out(&mut self, query: &str, docs: &Bits, matching: &Matching) -> Vec<String> {
        let mut left_out: Vec<&Range<usize>> = matching.conditions.dropped.iter().collect();
        let all = matching.all();
        let best = if matching.least < all { self.best(docs) } else { None };
        if let Some(best) = best.filter(|best| self.scores.worth[*best as usize] < all) {
            self.marks.set(self.pack.dictionary().len(), matching.all_expansions());
            let had = self.pack.places(best).iter().fold(0, |had, place| had | self.marks.of(place.word));
            // The words of a phrase or field that was dropped are told with it.
            let is_within = |typed: &Range<usize>, whole: &Range<usize>| whole.start <= typed.start && typed.end <= whole.end;
            let is_told = |word: &QueryWord| matching.conditions.dropped.iter().any(|whole| is_within(&word.typed, whole));
            let lacking = matching
                .words
                .iter()
                .take(MOST_MARKED)
                .enumerate()
                .filter(|(number, word)| had & 1u64.unbounded_shl(*number as u32) == 0 && !is_told(word));
            left_out.extend(lacking.map(|(_, word)| &word.typed));
            // Two words may have been typed as one.
            left_out.dedup();
        }
        left_out.into_iter().filter_map(|typed| query.get(typed.clone())).map(str::to_owned).collect()
    }

    /// The best of some resources.
    fn best(&self, docs: &Bits) -> Option<u32> {
        best_numbers(docs.iter(), 1, &self.scores.totals).pop()
    }

    /// The resources of the page asked for, in order.
    fn page(&mut self, docs: &Bits, request: &Request<'_>, matching: &Matching) -> Vec<u32> {
        let end = request.offset.saturating_add(request.limit).min(docs.len() as usize);
        let start = request.offset.min(end);
        if matches!((request.sort, matching.is_search), (Sort::Listing, _) | (Sort::Relevance, false)) {
            return docs.iter().skip(start).take(end - start).collect();
        }
        let is_looked_at = is_looked_at(request, matching);
        let most = if is_looked_at { end.max(LOOKED_AT) } else { end };
        let mut first = if request.sort == Sort::Relevance {
            best_numbers(docs.iter(), most, &self.scores.totals)
        } else {
            first_numbers(&mut docs.iter(), most, &|a, b| self.compare(a, b, request.sort))
        };
        if is_looked_at {
            let rest = first.split_off(LOOKED_AT.min(first.len()));
            self.look_at(&mut first, matching);
            first.extend(rest);
        }
        first.truncate(end);
        first.split_off(start)
    }

    /// Reads the words of the best resources, and puts those first in which the query's stand near each other.
    fn look_at(&mut self, docs: &mut [u32], matching: &Matching) {
        self.marks.set(self.pack.dictionary().len(), matching.all_expansions());
        let mut places = Vec::new();
        for &doc in &*docs {
            self.scores.totals[doc as usize] += matching.of_places(&self.pack, &self.marks, doc, &mut places);
        }
        sort_numbers(docs, &|a, b| self.compare(a, b, Sort::Relevance));
        if matching.is_question() {
            let gains = likeness(&self.pack, docs, |doc| self.scores.totals[doc as usize]);
            for (&doc, gain) in docs.iter().zip(gains) {
                self.scores.totals[doc as usize] += gain;
            }
            sort_numbers(docs, &|a, b| self.compare(a, b, Sort::Relevance));
        }
    }

    fn compare(&self, a: u32, b: u32, sort: Sort) -> Ordering {
        let year = |doc: u32, missing: i64| self.pack.year(doc).map_or(missing, i64::from);
        match sort {
            Sort::Relevance => self.scores.totals[b as usize].total_cmp(&self.scores.totals[a as usize]),
            Sort::Title => self.pack.title_rank(a).cmp(&self.pack.title_rank(b)),
            Sort::Newest => year(b, i64::MIN).cmp(&year(a, i64::MIN)),
            Sort::Oldest => year(a, i64::MAX).cmp(&year(b, i64::MAX)),
            Sort::Listing => Ordering::Equal,
        }
    }

    fn hits(&mut self, docs: &[u32], request: &Request<'_>, matching: &Matching) -> Vec<Hit> {
        let mut explained = Vec::new();
        if request.explain && matching.is_search {
            let looked_at = if is_looked_at(request, matching) { LOOKED_AT.saturating_sub(request.offset) } else { 0 };
            explained = explain(&self.pack, &mut self.scores, &mut self.marks, matching, docs, looked_at);
        }
        let highlighted = matching.highlighted();
        self.marks.set(self.pack.dictionary().len(), highlighted.iter().map(Vec::as_slice));
        let mut explained = explained.into_iter();
        let hit = |&doc: &u32| {
            let explain = explained.next();
            let resource = self.pack.resource(doc)?;
            let highlights = highlight(&self.pack, &self.marks, &highlighted, matching.conditions.has_runs, doc, &resource);
            let snippet = resource.description.as_deref().and_then(|text| snippet(text, &highlights.description));
            Some(Hit { id: resource.id.clone(), score: self.scores.totals[doc as usize], highlights, snippet, explain, resource })
        };
        docs.iter().filter_map(hit).collect()
    }
}

/// Whether the words of the best resources are read for where they stand.
fn is_looked_at(request: &Request<'_>, matching: &Matching) -> bool {
    request.sort == Sort::Relevance && matching.is_looked_at()
}
