//! Which words have the same stem: *policy* and *policies*, *organize* and *organizing*.
//!
//! Stems are cut here, when the pack is built, by the Snowball algorithm of the catalog's language (<https://snowballstem.org>).
//! The browser gets no stemmer, only rings: each word names the next one with its stem, and the last of them names the first.

use std::collections::BTreeMap;

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// The rings of these words, which are in their order: for each how far on its successor is, u32, wrapping.
pub(super) fn rings<'w>(words: impl Iterator<Item = &'w str>, language: &str) -> Vec<u8> {
    let stemmer = stemmer(language);
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

/// Makes the stemmer of a language; a function each, so that the linker takes those languages only that a table names.
type Make = fn() -> Stemmer;

/// Languages whose catalogs are stemmed wherever they are built. What they weigh in the browser's builder, after brotli: 72 KB without any, 77 with English,
/// 86 with German, Spanish, French, Italian and Portuguese too, 94 with all of these.
const EVERYWHERE: &[(&str, Make)] = &[
    ("ar", || Stemmer::create(Algorithm::Arabic)),
    ("da", || Stemmer::create(Algorithm::Danish)),
    ("de", || Stemmer::create(Algorithm::German)),
    ("en", || Stemmer::create(Algorithm::English)),
    ("es", || Stemmer::create(Algorithm::Spanish)),
    ("fr", || Stemmer::create(Algorithm::French)),
    ("hi", || Stemmer::create(Algorithm::Hindi)),
    ("id", || Stemmer::create(Algorithm::Indonesian)),
    ("it", || Stemmer::create(Algorithm::Italian)),
    ("nb", || Stemmer::create(Algorithm::Norwegian)),
    ("ne", || Stemmer::create(Algorithm::Nepali)),
    ("nn", || Stemmer::create(Algorithm::Norwegian)),
    ("no", || Stemmer::create(Algorithm::Norwegian)),
    ("pt", || Stemmer::create(Algorithm::Portuguese)),
    ("ru", || Stemmer::create(Algorithm::Russian)),
    ("sv", || Stemmer::create(Algorithm::Swedish)),
];

/// Languages that only the command-line tool stems: in the browser's builder they would weigh 28 KB more, and catalogs in them are built there
/// without stems.
#[cfg(not(feature = "builder"))]
const IN_THE_TOOL: &[(&str, Make)] = &[
    ("ca", || Stemmer::create(Algorithm::Catalan)),
    ("el", || Stemmer::create(Algorithm::Greek)),
    ("eu", || Stemmer::create(Algorithm::Basque)),
    ("fi", || Stemmer::create(Algorithm::Finnish)),
    ("ga", || Stemmer::create(Algorithm::Irish)),
    ("hu", || Stemmer::create(Algorithm::Hungarian)),
    ("hy", || Stemmer::create(Algorithm::Armenian)),
    ("lt", || Stemmer::create(Algorithm::Lithuanian)),
    ("nl", || Stemmer::create(Algorithm::Dutch)),
    ("ro", || Stemmer::create(Algorithm::Romanian)),
    ("ta", || Stemmer::create(Algorithm::Tamil)),
    ("tr", || Stemmer::create(Algorithm::Turkish)),
];
#[cfg(feature = "builder")]
const IN_THE_TOOL: &[(&str, Make)] = &[];

/// The stemmer of a language, if there is one.
fn stemmer(language: &str) -> Option<Stemmer> {
    let language = language.split('-').next()?;
    let (_, make) = EVERYWHERE.iter().chain(IN_THE_TOOL).find(|(tag, _)| *tag == language)?;
    Some(make())
}
