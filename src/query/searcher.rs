//! Answering requests over one pack.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::expand::{Expansion, likeliest, nearly, plain};
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

/// What a common word counts beside those that tell: in a small catalog it may well be rare.
const COMMON: f32 = 0.2;

/// Queries of more words than this are taken for questions.
const QUESTION: usize = 4;

/// What a query stands for, and how much of it a resource must have.
#[derive(Default)]
struct Matching {
    words: Vec<QueryWord>,
    expansions: Vec<Expansion>,
    /// The words that count: all but common ones.
    telling: u32,
    least: Least,
    correction: Option<String>,
}

/// How much of a query a resource must have.
#[derive(Clone, Copy, Default)]
enum Least {
    /// Whatever it has.
    #[default]
    Nothing,
    /// More than any resource has.
    Impossible,
    /// All words that count.
    All,
    /// Words that count so much together, because no resource has them all.
    Worth(f32),
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
        let resources = 0..self.pack.meta().resources;
        let docs: Vec<u32> = resources.filter(|&doc| self.is_enough(doc, &matching) && filter.admit(doc)).collect();
        let page = self.best(&docs, request, !matching.words.is_empty());
        let mut facets = BTreeMap::new();
        for (name, values) in filter.values(request.facet_limit) {
            facets.insert(name, values);
        }
        Page {
            total: docs.len() as u32,
            hits: page.into_iter().filter_map(|doc| self.hit(doc, &matching.expansions)).collect(),
            facets,
            relaxed: self.left_out(request.query, &docs, &matching),
            correction: matching.correction,
        }
    }

    /// Scores all resources for the words of a query. When none has them all as typed, slips are allowed in every word of a
    /// short query; when still none has, those are taken that have at least half of what the best one has.
    fn find_words(&mut self, query: &str) -> Matching {
        let words = parse(query);
        if words.is_empty() {
            self.scores.clear(self.pack.meta().resources as usize);
            // A query of signs alone asks for something, and nothing has it.
            let least = if query.trim().is_empty() { Least::Nothing } else { Least::Impossible };
            return Matching { least, ..Matching::default() };
        }
        let telling = self.telling(&words);
        let (mut expansions, correction) = self.score_words(query, &words, telling, false);
        let mut best = self.best_worth(telling);
        if best.is_some() && words.len() <= QUESTION {
            expansions = self.score_words(query, &words, telling, true).0;
            best = self.best_worth(telling);
        }
        self.add_whole_title(query);
        let least = best.map_or(Least::All, |best| if best > 0.0 { Least::Worth(best / 2.0) } else { Least::Impossible });
        Matching { words, expansions, telling, least, correction }
    }

    /// The words that count, as a mask: those that aren't common, or all when there are no others.
    fn telling(&self, words: &[QueryWord]) -> u32 {
        let is_common = |word: &QueryWord| {
            let text = word.readings.first().map(|reading| reading.text.as_str());
            self.pack.meta().common_words.split(' ').any(|common| Some(common) == text)
        };
        let all = words.iter().enumerate().fold(0, |mask, (number, _)| mask | 1 << number);
        let telling =
            words.iter().enumerate().filter(|(_, word)| !is_common(word)).fold(0, |mask, (number, _)| mask | 1 << number);
        if telling == 0 { all } else { telling }
    }

    /// Scores all words anew; also tells what the query should likely read, when words of it are unknown and nearly known.
    fn score_words(
        &mut self,
        query: &str,
        words: &[QueryWord],
        telling: u32,
        allow_slips: bool,
    ) -> (Vec<Expansion>, Option<String>) {
        self.scores.clear(self.pack.meta().resources as usize);
        let dictionary = self.pack.dictionary();
        let mut of_query = Vec::new();
        let mut corrected = String::new();
        let mut copied = 0;
        for (number, word) in words.iter().enumerate() {
            let mut expansions = plain(&self.pack, word);
            let is_unknown = expansions.is_empty();
            if allow_slips || is_unknown {
                let matches = nearly(dictionary, word);
                expansions.extend(matches.iter().map(Expansion::from));
                if let (true, Some(meant)) = (is_unknown, likeliest(&self.pack, &matches)) {
                    corrected += query.get(copied..word.typed.start).unwrap_or_default();
                    corrected += &meant;
                    copied = word.typed.end;
                }
            }
            let share = if telling & 1 << number == 0 { COMMON } else { 1.0 };
            self.scores.add_word(&self.pack, &expansions, share);
            of_query.extend(expansions);
        }
        let correction = (copied > 0).then(|| corrected + query.get(copied..).unwrap_or_default());
        (of_query, correction)
    }

    /// `None` when some resource has all words that count; else what the words of the best one are worth.
    fn best_worth(&self, telling: u32) -> Option<f32> {
        let mut best = 0.0f32;
        for matched in self.scores.matched.iter().map(|matched| matched & telling) {
            if matched == telling {
                return None;
            }
            if matched != 0 {
                best = best.max(self.scores.worth(matched));
            }
        }
        Some(best)
    }

    fn is_enough(&self, doc: u32, matching: &Matching) -> bool {
        let matched = self.scores.matched.get(doc as usize).map_or(0, |matched| matched & matching.telling);
        match matching.least {
            Least::Nothing => true,
            Least::Impossible => false,
            Least::All => matched == matching.telling,
            Least::Worth(least) => matched != 0 && self.scores.worth(matched) >= least,
        }
    }

    /// The words that count and that the best of the resources lacks.
    fn left_out(&self, query: &str, docs: &[u32], matching: &Matching) -> Vec<String> {
        let Least::Worth(_) = matching.least else { return Vec::new() };
        let score = |doc: &u32| self.scores.totals.get(*doc as usize).copied().unwrap_or(0.0);
        let best = docs.iter().max_by(|a, b| score(a).total_cmp(&score(b)).then_with(|| b.cmp(a)));
        let Some(best) = best else { return Vec::new() };
        let lacking = matching.telling & !self.scores.matched.get(*best as usize).copied().unwrap_or(0);
        let words = matching.words.iter().enumerate().filter(|(number, _)| lacking & 1 << number != 0);
        words.filter_map(|(_, word)| query.get(word.typed.clone())).map(str::to_owned).collect()
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
