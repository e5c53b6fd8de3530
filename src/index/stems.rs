//! Which words have the same stem: *policy* and *policies*, *organize* and *organizing*.
//!
//! Stems are cut here, when the pack is built, by the Snowball algorithm of the catalog's language (<https://snowballstem.org>).
//! The browser gets no stemmer, only rings: each word names the next one with its stem, and the last of them names the first.

use std::collections::BTreeMap;

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// The rings of these words, which are in their order: for each how far on its successor is, u32, wrapping.
pub(super) fn rings<'w>(words: impl Iterator<Item = &'w str>, language: &str) -> Vec<u8> {
    let stemmer = algorithm(language).map(Stemmer::create);
    // First and last word of each ring so far.
    let mut ends: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut next: Vec<u32> = Vec::new();
    for (number, word) in (0u32..).zip(words) {
        next.push(number);
        let Some(stemmer) = &stemmer else { continue };
        let (first, last) = ends.entry(stemmer.stem(word).into_owned()).or_insert((number, number));
        next[*last as usize] = number;
        next[number as usize] = *first;
        *last = number;
    }
    (0u32..).zip(next).flat_map(|(number, next)| next.wrapping_sub(number).to_le_bytes()).collect()
}

/// The algorithm for a language, if there is one.
fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language.split('-').next()? {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "eu" => Algorithm::Basque,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}
