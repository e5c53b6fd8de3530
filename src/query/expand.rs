//! From a word of the query to the dictionary words that may stand for it.

use std::ops::Range;

use super::parse::QueryWord;
use super::typos::{allowed_edits, find_typos};
use crate::pack::Dictionary;

/// Dictionary words that stand for a word of the query, and how much a match of theirs counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expansion {
    /// Their numbers.
    pub words: Range<u32>,
    /// In proportion to the word itself, which counts 1.
    pub weight: f32,
    /// How many letters of them were typed, when they merely start so.
    pub typed_letters: Option<usize>,
}

/// What a match counts that isn't the word itself. Chosen so that exact beats prefix beats typo in one field; to be tuned on measured
/// sets together with the field weights.
const PREFIX: f32 = 0.6;
const TYPO: [f32; 3] = [1.0, 0.4, 0.2];
const TYPO_IN_PREFIX: [f32; 3] = [0.6, 0.25, 0.1];

/// The words that are the typed one or, for the last word of a query, start with it.
pub(super) fn plain(dictionary: Dictionary<'_>, word: &QueryWord) -> Vec<Expansion> {
    let mut found = Vec::new();
    for reading in &word.readings {
        let exact = dictionary.get(reading);
        if let Some(number) = exact {
            found.push(Expansion { words: number..number + 1, weight: 1.0, typed_letters: None });
        }
        if word.is_prefix {
            let all = dictionary.prefix(reading);
            // A word comes before all that start with it, so the rest is one range.
            let words = exact.map_or(all.start, |number| number + 1)..all.end;
            if !words.is_empty() {
                found.push(Expansion { words, weight: PREFIX, typed_letters: Some(reading.chars().count()) });
            }
        }
    }
    found
}

/// The words that are the typed one but for a slip or two.
pub(super) fn nearly(dictionary: Dictionary<'_>, word: &QueryWord) -> Vec<Expansion> {
    let Some(reading) = word.readings.first() else { return Vec::new() };
    let max = allowed_edits(reading.chars().count());
    if max == 0 {
        return Vec::new();
    }
    let matches = find_typos(dictionary, reading, max, word.is_prefix).into_iter().filter(|found| found.edits > 0);
    matches
        .map(|found| {
            let weights = if found.is_prefix { TYPO_IN_PREFIX } else { TYPO };
            Expansion { words: found.words, weight: weights[usize::from(found.edits.min(2))], typed_letters: None }
        })
        .collect()
}
