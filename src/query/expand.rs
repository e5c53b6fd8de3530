//! From a word of the query to the dictionary words that may stand for it.

use std::ops::Range;

use super::parse::{QueryWord, Reading};
use super::typos::{TypoMatch, allowed_edits, find_typos};
use crate::pack::{Dictionary, Pack};
use crate::text::other_number;

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
const OTHER_NUMBER: f32 = 0.9;
const PREFIX: f32 = 0.6;
const TYPO: [f32; 3] = [1.0, 0.4, 0.2];
const TYPO_IN_PREFIX: [f32; 3] = [0.6, 0.25, 0.1];

/// The words that are the typed one, its other number, or start with what may still be going on.
pub(super) fn plain<D: AsRef<[u8]>>(pack: &Pack<D>, word: &QueryWord) -> Vec<Expansion> {
    let dictionary = pack.dictionary();
    let mut found = Vec::new();
    for Reading { text, is_prefix } in &word.readings {
        let exact = dictionary.get(text);
        if let Some(number) = exact {
            found.push(Expansion { words: number..number + 1, weight: 1.0, typed_letters: None });
        }
        let others = other_number(text, &pack.meta().language).into_iter().filter_map(|other| dictionary.get(&other));
        found.extend(others.map(|number| Expansion { words: number..number + 1, weight: OTHER_NUMBER, typed_letters: None }));
        if *is_prefix {
            let all = dictionary.prefix(text);
            // A word comes before all that start with it, so the rest is one range.
            let words = exact.map_or(all.start, |number| number + 1)..all.end;
            if !words.is_empty() {
                found.push(Expansion { words, weight: PREFIX, typed_letters: Some(text.chars().count()) });
            }
        }
    }
    found
}

/// The words that are the typed one but for a slip or two.
pub(super) fn nearly(dictionary: Dictionary<'_>, word: &QueryWord) -> Vec<TypoMatch> {
    let Some(Reading { text, is_prefix }) = word.readings.first() else { return Vec::new() };
    let max = allowed_edits(text.chars().count());
    if max == 0 {
        return Vec::new();
    }
    find_typos(dictionary, text, max, *is_prefix).into_iter().filter(|found| found.edits > 0).collect()
}

impl From<&TypoMatch> for Expansion {
    fn from(found: &TypoMatch) -> Self {
        let weights = if found.is_prefix { TYPO_IN_PREFIX } else { TYPO };
        Self { words: found.words.clone(), weight: weights[usize::from(found.edits.min(2))], typed_letters: None }
    }
}

/// How many words are looked at for the likeliest one.
const MOST_CANDIDATES: usize = 500;

/// The word that was likely meant: the nearest, a whole word before a mere start, then the one in the most resources.
pub(super) fn likeliest<D: AsRef<[u8]>>(pack: &Pack<D>, matches: &[TypoMatch]) -> Option<String> {
    let nearest = matches.iter().map(|found| (found.edits, found.is_prefix)).min()?;
    let candidates =
        matches.iter().filter(|found| (found.edits, found.is_prefix) == nearest).flat_map(|found| found.words.clone());
    let likeliest =
        candidates.take(MOST_CANDIDATES).max_by_key(|word| (pack.postings(*word).count(), std::cmp::Reverse(*word)))?;
    pack.dictionary().word(likeliest)
}
