//! How well resources match: BM25F over the words of a query.
//!
//! ```text
//! score = idf * w / (K1 + w)        idf = ln(1 + (N - n + 0.5) / (n + 0.5))
//! ```
//! where `w` is the word's weight in the resource, over all fields, as [`crate::index`] made it (there is the rest of the formula), summed over
//! the word and its forms, and `n` counts the resources that have any of them.

use std::cmp::Reverse;

use super::expand::{Expansion, How};
use crate::pack::{Pack, Storage, class_weights};

/// Saturation: at this weight a word counts half of what it could. Tuned together with the weights of the fields; see BENCHMARKS.md.
const K1: f32 = 1.8;

/// An idf of one in [`Scores::worth`], which counts in whole numbers so that sums are exact.
pub(super) const WORTH: f32 = 256.0;

/// Scores of all resources for one query; kept between queries so that typing allocates nothing anew. All are zero but those of `docs`.
#[derive(Debug)]
pub(super) struct Scores {
    /// Sum over the words so far, by resource.
    pub totals: Vec<f32>,
    /// How much the words that a resource has tell it apart, together, by resource.
    pub worth: Vec<u32>,
    /// The resources that have any word, in no order.
    pub docs: Vec<u32>,
    /// Best score of the word at hand, by resource; all zero between words.
    of_word: Vec<f32>,
    with_word: Vec<u32>,
    /// Weight of the expansions at hand, by resource; all zero between them.
    of_class: Vec<f32>,
    with_class: Vec<u32>,
    weights: [f32; 256],
}

impl Default for Scores {
    fn default() -> Self {
        Self {
            totals: Vec::new(),
            worth: Vec::new(),
            docs: Vec::new(),
            of_word: Vec::new(),
            with_word: Vec::new(),
            of_class: Vec::new(),
            with_class: Vec::new(),
            weights: class_weights(),
        }
    }
}

impl Scores {
    /// Starts a query.
    pub fn clear(&mut self, resources: usize) {
        for doc in self.docs.drain(..) {
            self.totals[doc as usize] = 0.0;
            self.worth[doc as usize] = 0;
        }
        for scores in [&mut self.totals, &mut self.of_word, &mut self.of_class] {
            scores.resize(resources, 0.0);
        }
        self.worth.resize(resources, 0);
    }

    /// Adds to the score of a resource.
    pub fn add(&mut self, doc: u32, gain: f32) {
        if let Some(total) = self.totals.get_mut(doc as usize).filter(|total| **total > 0.0) {
            *total += gain;
        }
    }

    /// Adds the next word of the query; gives its worth. A resource gets the best of the word's expansions, not their sum, `times` over.
    /// A word that is not `required` adds no worth.
    pub fn add_word<D: Storage>(&mut self, pack: &Pack<D>, expansions: &[Expansion], times: f32, required: bool) -> u32 {
        let mut idf = self.idf();
        for class in expansions.chunk_by(|a, b| a.how.weight().to_bits() == b.how.weight().to_bits()) {
            idf = self.add_class(pack, class);
        }
        let worth = if required { (idf * WORTH) as u32 + 1 } else { 0 };
        for &doc in &self.with_word {
            let at = doc as usize;
            if self.totals[at] == 0.0 {
                self.docs.push(doc);
            }
            self.totals[at] += times * self.of_word[at];
            self.worth[at] += worth;
            self.of_word[at] = 0.0;
        }
        self.with_word.clear();
        worth
    }

    /// Adds expansions that count alike: their occurrences make one frequency. Gives what the word tells with these, too; the word itself tells
    /// more than its start does.
    fn add_class<D: Storage>(&mut self, pack: &Pack<D>, class: &[Expansion]) -> f32 {
        for expansion in class {
            let share = expansion.how.share();
            pack.each_posting(&expansion.words, |doc, class| {
                let Some(weight) = self.of_class.get_mut(doc as usize) else { return };
                if *weight == 0.0 {
                    self.with_class.push(doc);
                    if self.of_word[doc as usize] == 0.0 {
                        self.with_word.push(doc);
                    }
                }
                *weight += share * self.weights[usize::from(class)];
            });
        }
        let idf = self.idf();
        self.raise_likely(pack, class, idf);
        let most = idf * class.first().map_or(0.0, |expansion| expansion.how.weight());
        for &doc in &self.with_class {
            let weight = std::mem::take(&mut self.of_class[doc as usize]);
            let best = &mut self.of_word[doc as usize];
            *best = best.max(most * weight / (K1 + weight));
        }
        self.with_class.clear();
        idf
    }

    /// Gives the best resource of each word that may well have been meant all that it could have.
    fn raise_likely<D: Storage>(&mut self, pack: &Pack<D>, class: &[Expansion], idf: f32) {
        for expansion in class.iter().filter(|expansion| expansion.how == How::Likely) {
            let best = pack.postings(expansion.words.start).into_iter().max_by_key(|(doc, class)| (*class, Reverse(*doc)));
            if let Some(best) = best.and_then(|(doc, _)| self.of_word.get_mut(doc as usize)) {
                *best = best.max(idf * expansion.how.weight());
            }
        }
    }

    /// How much a word tells that the resources at hand have.
    fn idf(&self) -> f32 {
        idf(self.totals.len() as u32, self.with_word.len() as u32)
    }
}

/// How much a word tells that so many of all resources have.
pub(super) fn idf(all: u32, having: u32) -> f32 {
    let (all, having) = (all as f32, having.min(all) as f32);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}
