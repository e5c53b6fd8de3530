//! How well resources match: BM25F over the words of a query.
//!
//! ```text
//! score = idf * w / (K1 + w)        idf = ln(1 + (N - n + 0.5) / (n + 0.5))
//! ```
//! where `w` is the word's weight in the resource, over all fields, as [`crate::index`] made it (there is the rest of the formula), summed over
//! the word and its forms, and `n` counts the resources that have any of them.

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
    docs: List,
    /// Best score of the word at hand, by resource; all zero between words.
    of_word: Vec<f32>,
    with_word: List,
    /// Weight of the expansions at hand, by resource; all zero between them.
    of_class: Vec<f32>,
    with_class: List,
    weights: [f32; 256],
}

/// Resources in the order in which they were met, each once: room for all is made once, so that adding one is a write.
#[derive(Debug, Default)]
struct List {
    docs: Vec<u32>,
    len: usize,
}

impl List {
    #[inline(always)]
    fn push(&mut self, doc: u32) {
        if let Some(slot) = self.docs.get_mut(self.len) {
            *slot = doc;
            self.len += 1;
        }
    }

    fn docs(&self) -> &[u32] {
        self.docs.get(..self.len).unwrap_or_default()
    }
}

impl Default for Scores {
    fn default() -> Self {
        Self {
            totals: Vec::new(),
            worth: Vec::new(),
            docs: List::default(),
            of_word: Vec::new(),
            with_word: List::default(),
            of_class: Vec::new(),
            with_class: List::default(),
            weights: class_weights(),
        }
    }
}

impl Scores {
    /// Starts a query.
    pub fn clear(&mut self, resources: usize) {
        for &doc in self.docs.docs() {
            self.totals[doc as usize] = 0.0;
            self.worth[doc as usize] = 0;
        }
        for scores in [&mut self.totals, &mut self.of_word, &mut self.of_class] {
            scores.resize(resources, 0.0);
        }
        for list in [&mut self.docs, &mut self.with_word, &mut self.with_class] {
            list.docs.resize(resources, 0);
            list.len = 0;
        }
        self.worth.resize(resources, 0);
    }

    /// The resources that have any word, in no order.
    pub fn docs(&self) -> &[u32] {
        self.docs.docs()
    }

    /// Adds to the score of a resource that has any word.
    pub fn add(&mut self, doc: u32, gain: f32) {
        if let Some(total) = self.totals.get_mut(doc as usize).filter(|total| **total > 0.0) {
            *total += gain;
        }
    }

    /// Adds the next word of the query; gives its worth. A resource gets the best of the word's expansions, not their sum, `times` over.
    /// A word that is not `required` adds no worth.
    pub fn add_word<D: Storage>(&mut self, pack: &Pack<D>, expansions: &[Expansion], times: f32, required: bool) -> u32 {
        for class in expansions.chunk_by(|a, b| a.how.weight().to_bits() == b.how.weight().to_bits()) {
            self.add_class(pack, class);
        }
        let worth = if required { (self.idf() * WORTH) as u32 + 1 } else { 0 };
        let (totals, worths, of_word, docs) = (&mut self.totals[..], &mut self.worth[..], &mut self.of_word[..], &mut self.docs);
        for &doc in self.with_word.docs() {
            let at = doc as usize;
            let (Some(total), Some(has), Some(score)) = (totals.get_mut(at), worths.get_mut(at), of_word.get_mut(at)) else {
                continue;
            };
            if *total == 0.0 {
                docs.push(doc);
            }
            *total += times * std::mem::take(score);
            *has += worth;
        }
        self.with_word.len = 0;
        worth
    }

    /// Adds expansions that count alike: their occurrences make one frequency. What the word tells is counted with these and those before, so that
    /// the word itself tells more than its start does.
    fn add_class<D: Storage>(&mut self, pack: &Pack<D>, class: &[Expansion]) {
        let (of_class, of_word, weights) = (&mut self.of_class[..], &mut self.of_word[..], &self.weights);
        let (with_class, with_word) = (&mut self.with_class, &mut self.with_word);
        for expansion in class {
            let share = expansion.how.share();
            pack.each_posting_inline(&expansion.words, |doc, class| {
                let Some(weight) = of_class.get_mut(doc as usize) else { return };
                if *weight == 0.0 {
                    with_class.push(doc);
                }
                *weight += share * weights[usize::from(class)];
            });
        }
        if with_word.len == 0 {
            std::mem::swap(with_word, with_class);
        } else {
            for &doc in with_class.docs() {
                if of_word.get(doc as usize) == Some(&0.0) {
                    with_word.push(doc);
                }
            }
        }
        let idf = self.idf();
        self.raise_likely(pack, class, idf);
        let most = idf * class.first().map_or(0.0, |expansion| expansion.how.weight());
        let is_first = self.with_class.len == 0;
        let docs = if is_first { self.with_word.docs() } else { self.with_class.docs() };
        let (of_class, of_word) = (&mut self.of_class[..], &mut self.of_word[..]);
        for &doc in docs {
            let (Some(weight), Some(best)) = (of_class.get_mut(doc as usize), of_word.get_mut(doc as usize)) else { continue };
            let weight = std::mem::take(weight);
            *best = best.max(most * weight / (K1 + weight));
        }
        self.with_class.len = 0;
    }

    /// Gives the best resource of each word that may well have been meant all that it could have.
    fn raise_likely<D: Storage>(&mut self, pack: &Pack<D>, class: &[Expansion], idf: f32) {
        for expansion in class.iter().filter(|expansion| matches!(expansion.how, How::Likely | How::Meant { .. })) {
            let mut best: Option<(u8, u32)> = None;
            pack.each_posting(&expansion.words, &mut |doc, class| {
                if best.is_none_or(|(most, _)| class > most) {
                    best = Some((class, doc));
                }
            });
            if let Some(best) = best.and_then(|(_, doc)| self.of_word.get_mut(doc as usize)) {
                *best = best.max(idf * expansion.how.weight());
            }
        }
    }

    /// How much a word tells that the resources at hand have.
    fn idf(&self) -> f32 {
        idf(self.totals.len() as u32, self.with_word.len as u32)
    }
}

/// How much a word tells that so many of all resources have.
pub(super) fn idf(all: u32, having: u32) -> f32 {
    let (all, having) = (all as f32, having.min(all) as f32);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}
