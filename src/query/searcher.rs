//! Answering requests over one pack.

use std::cmp::Ordering;

use super::expand::{Expansion, nearly, plain};
use super::filter::Filter;
use super::highlight::highlight;
use super::parse::{QueryWord, parse};
use super::score::Scores;
use super::{Hit, Page, Request, Sort};
use crate::order::sort_numbers;
use crate::pack::Pack;
use crate::text::fold;

/// What a resource gains whose whole title was typed: more than any sum of words can reach.
const WHOLE_TITLE: f32 = 1000.0;

/// An opened pack and the memory that queries reuse.
#[derive(Debug)]
pub struct Searcher<D> {
    pack: Pack<D>,
    scores: Scores,
}

/// What a query stands for, and which resources have enough of it.
#[derive(Default)]
struct Matching {
    words: Vec<QueryWord>,
    expansions: Vec<Expansion>,
    /// Resources must have all these words, or as many of them as the best has.
    needed: u32,
    relaxed: Vec<String>,
}

impl<D: AsRef<[u8]>> Searcher<D> {
    /// Searches in a pack.
    pub fn new(pack: Pack<D>) -> Self {
        Self { pack, scores: Scores::default() }
    }

    /// The pack that is searched.
    pub fn pack(&self) -> &Pack<D> {
        &self.pack
    }

    /// Answers a request. Never fails.
    pub fn search(&mut self, request: &Request<'_>) -> Page {
        let matching = self.find_words(request.query);
        let mut filter = Filter::new(&self.pack, request);
        let mut docs: Vec<u32> = Vec::new();
        for doc in 0..self.pack.meta().resources {
            if self.scores.matched[doc as usize].count_ones() >= matching.needed && filter.admit(doc) {
                docs.push(doc);
            }
        }
        let total = docs.len() as u32;
        let page = self.best(&docs, request, !matching.words.is_empty());
        let hits = page.into_iter().filter_map(|doc| self.hit(doc, &matching.expansions)).collect();
        let facets = filter.values(request.facet_limit).into_iter().collect();
        Page { total, hits, facets, correction: None, relaxed: matching.relaxed }
    }

    /// Scores all resources for the words of a query. When no resource has them all as typed, slips are allowed in every word; when
    /// still none has, those with the most words are taken.
    fn find_words(&mut self, query: &str) -> Matching {
        let words = parse(query);
        if words.is_empty() {
            self.scores.clear(self.pack.meta().resources as usize);
            // A query of signs alone asks for something, and nothing has it.
            let needed = u32::from(!query.trim().is_empty());
            return Matching { needed, ..Matching::default() };
        }
        let all = words.len() as u32;
        let mut expansions = self.score_words(&words, false);
        let mut needed = self.most_words();
        if needed < all {
            expansions = self.score_words(&words, true);
            needed = self.most_words().max(1);
        }
        self.add_whole_title(query);
        let relaxed = if needed < all { self.left_out(&words, needed) } else { Vec::new() };
        Matching { words, expansions, needed, relaxed }
    }

    fn score_words(&mut self, words: &[QueryWord], allow_slips: bool) -> Vec<Expansion> {
        self.scores.clear(self.pack.meta().resources as usize);
        let dictionary = self.pack.dictionary();
        let mut of_query = Vec::new();
        for (number, word) in words.iter().enumerate() {
            let mut expansions = plain(dictionary, word);
            if allow_slips || expansions.is_empty() {
                expansions.extend(nearly(dictionary, word));
            }
            self.scores.add_word(&self.pack, number, &expansions);
            of_query.extend(expansions);
        }
        of_query
    }

    /// How many words of the query the resource with the most of them has.
    fn most_words(&self) -> u32 {
        self.scores.matched.iter().map(|words| words.count_ones()).max().unwrap_or(0)
    }

    /// The words that some resource with enough of them lacks.
    fn left_out(&self, words: &[QueryWord], needed: u32) -> Vec<String> {
        let enough = self.scores.matched.iter().filter(|matched| matched.count_ones() >= needed);
        let in_all = enough.fold(u32::MAX, |in_all, matched| in_all & matched);
        words.iter().enumerate().filter(|(number, _)| in_all & 1 << number == 0).map(|(_, word)| word.typed.clone()).collect()
    }

    fn add_whole_title(&mut self, query: &str) {
        let totals = &mut self.scores.totals;
        self.pack.with_title(&fold(query), &mut |doc| {
            if let Some(total) = totals.get_mut(doc as usize) {
                *total += WHOLE_TITLE;
            }
        });
    }

    /// The resources of the page asked for, in order. Only as many are kept in order as the page needs.
    fn best(&self, docs: &[u32], request: &Request<'_>, is_search: bool) -> Vec<u32> {
        let end = request.offset.saturating_add(request.limit).min(docs.len());
        let start = request.offset.min(end);
        if matches!((request.sort, is_search), (Sort::Listing, _) | (Sort::Relevance, false)) {
            return docs[start..end].to_vec();
        }
        if start == end {
            return Vec::new();
        }
        let order = |a: u32, b: u32| self.compare(a, b, request.sort);
        // Twice as many as needed are gathered before they are sorted and cut, so that each costs a few comparisons whatever `end` is.
        let room = end.max(64) * 2;
        let mut best: Vec<u32> = Vec::with_capacity(room.min(docs.len()));
        let mut worst = None;
        for &doc in docs {
            if worst.is_some_and(|worst| order(worst, doc) != Ordering::Greater) {
                continue;
            }
            best.push(doc);
            if best.len() == room {
                sort_numbers(&mut best, &order);
                best.truncate(end);
                worst = best.last().copied();
            }
        }
        sort_numbers(&mut best, &order);
        best.truncate(end);
        best.split_off(start)
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

    fn hit(&self, doc: u32, expansions: &[Expansion]) -> Option<Hit> {
        let resource = self.pack.resource(doc)?;
        let highlights = highlight(self.pack.dictionary(), expansions, &resource);
        Some(Hit { id: resource.id.clone(), score: self.scores.totals[doc as usize], highlights, resource })
    }
}
