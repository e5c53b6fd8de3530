//! How well resources match: BM25F over the words of a query.
//!
//! A word's occurrences in all fields make one weighted frequency, each field's share in proportion to its weight and against its
//! length, and only the sum is saturated (Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields"):
//!
//! ```text
//! tf    = sum over fields of  weight * frequency / (1 - b + b * length / average length)
//! score = idf * tf / (k1 + tf)        idf = ln(1 + (N - n + 0.5) / (n + 0.5))
//! ```

use super::expand::Expansion;
use super::parse::MAX_WORDS;
use crate::index::class_length;
use crate::pack::{Field, Pack};

/// Saturation; BM25's usual value.
const K1: f32 = 1.2;
/// How much length counts; BM25's usual value.
const B: f32 = 0.75;
/// By field: title, other titles, authors, organizations, subjects, description. The proportions of the peers' fair settings.
const WEIGHTS: [f32; Field::COUNT] = [4.0, 3.0, 2.0, 2.0, 1.0, 1.0];

/// Scores of all resources for one query; kept between queries so that typing allocates nothing anew.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// Sum over the words so far, by resource.
    pub totals: Vec<f32>,
    /// Which words matched, by resource: a bit a word.
    pub matched: Vec<u32>,
    /// How much each word tells resources apart, by word.
    idf: Vec<f32>,
    /// Score of the word at hand, by resource; all zero between words.
    of_word: Vec<f32>,
    touched: Vec<u32>,
}

impl Scores {
    /// Starts a query.
    pub fn clear(&mut self, resources: usize) {
        for scores in [&mut self.totals, &mut self.of_word] {
            scores.clear();
            scores.resize(resources, 0.0);
        }
        self.matched.clear();
        self.matched.resize(resources, 0);
        self.idf.clear();
    }

    /// Adds the next word of the query, one of at most [`MAX_WORDS`]. A resource gets the best of the word's expansions, not their
    /// sum, and `share` of that.
    pub fn add_word<D: AsRef<[u8]>>(&mut self, pack: &Pack<D>, expansions: &[Expansion], share: f32) {
        let bit = 1 << self.idf.len().min(MAX_WORDS - 1);
        let lengths = FieldLengths::of(pack);
        for expansion in expansions {
            for word in expansion.words.clone() {
                for posting in pack.postings(word) {
                    let frequency = lengths.weigh(pack.norms(posting.doc), &posting.frequencies);
                    let score = expansion.weight * frequency / (K1 + frequency);
                    let Some(best) = self.of_word.get_mut(posting.doc as usize) else { continue };
                    if *best == 0.0 {
                        self.touched.push(posting.doc);
                    }
                    *best = best.max(score);
                }
            }
        }
        let (all, having) = (pack.meta().resources as f32, self.touched.len() as f32);
        let idf = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
        for doc in self.touched.drain(..) {
            let doc = doc as usize;
            self.totals[doc] += share * idf * self.of_word[doc];
            self.matched[doc] |= bit;
            self.of_word[doc] = 0.0;
        }
        self.idf.push(idf);
    }

    /// How much the words of a mask tell resources apart, together.
    pub fn worth(&self, words: u32) -> f32 {
        self.idf.iter().enumerate().filter(|(number, _)| words & 1 << number != 0).map(|(_, idf)| idf).sum()
    }
}

/// Average length of each field, never zero.
struct FieldLengths([f32; Field::COUNT]);

impl FieldLengths {
    fn of<D: AsRef<[u8]>>(pack: &Pack<D>) -> Self {
        Self(pack.meta().average_lengths.map(|length| if length > 0.0 { length } else { 1.0 }))
    }

    fn weigh(&self, norms: Option<&[u8; Field::COUNT]>, frequencies: &[u32; Field::COUNT]) -> f32 {
        let norms = norms.unwrap_or(&[1; Field::COUNT]);
        let mut sum = 0.0;
        for field in 0..Field::COUNT {
            if frequencies[field] > 0 {
                let length = class_length(norms[field]) as f32 / self.0[field];
                sum += WEIGHTS[field] * frequencies[field] as f32 / (1.0 - B + B * length);
            }
        }
        sum
    }
}
