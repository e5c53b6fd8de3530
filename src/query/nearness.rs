//! How near to each other the words of a query stand in a resource, and how much it is about what the best ones are about.
//!
//! Both are looked at for the best resources only, by the words in the order of their text. What they are worth was chosen by measuring
//! on judged collections; see BENCHMARKS.md.

use std::ops::Range;

use super::marks::Marks;
use super::matching::Matching;
use super::score::idf;
use crate::pack::{Field, Pack, Place, Storage};

/// So many words in a row make a window.
const WINDOW: u32 = 8;

/// More words than this don't stand in one window, whatever damaged bytes say.
const MOST_IN_WINDOW: usize = 64;

/// What the best window of a resource counts beside the words themselves.
const OF_WINDOW: f32 = 0.2;

/// What it counts that a title starts with the query, beside all that the query's words tell.
pub(super) const OF_START: f32 = 0.5;

/// So many of the best resources tell what a question is about.
const EXAMPLES: usize = 5;

/// How fast an example counts less than the best one: the power of its score's share.
const FADING: i32 = 8;

/// What it counts to be like the examples, in proportion to the best score.
const OF_LIKENESS: f32 = 3.0;

/// What a resource gains by its best window: all that the words of the query that stand in it, each counted once, tell apart.
pub(super) fn window<D: Storage>(
    pack: &Pack<D>,
    marks: &Marks,
    matching: &Matching,
    doc: u32,
    places: &mut Vec<(Place, u64)>,
) -> f32 {
    places.clear();
    pack.each_place(doc, &mut |place| {
        let words = marks.of(place.word);
        if words != 0 {
            places.push((place, words));
        }
    });
    let mut best = 0.0f32;
    for (at, (first, _)) in places.iter().enumerate() {
        let is_near =
            |(place, _): &&(Place, u64)| place.field == first.field && place.position.saturating_sub(first.position) < WINDOW;
        let words = places[at..].iter().take(MOST_IN_WINDOW).take_while(is_near).fold(0, |words, (_, more)| words | more);
        best = best.max(matching.telling(words));
    }
    OF_WINDOW * best
}

/// Whether a title or another title of a resource starts with these words, each given by the numbers that it may have.
pub(super) fn starts_title<D: Storage>(pack: &Pack<D>, doc: u32, words: &[Range<u32>]) -> bool {
    // How many of the words the title at hand starts with, unless it doesn't.
    let mut matched = Some(0);
    let mut last: Option<(Field, u32)> = None;
    let mut is_found = false;
    pack.each_place(doc, &mut |place| {
        if place.span > 1 || place.field > Field::Titles || last == Some((place.field, place.position)) {
            return;
        }
        let goes_on =
            last.is_some_and(|(field, position)| field == place.field && position.checked_add(1) == Some(place.position));
        last = Some((place.field, place.position));
        let before = if goes_on { matched } else { Some(0) };
        let fits = |before: &usize| words.get(*before).is_some_and(|numbers| numbers.contains(&place.word));
        matched = before.filter(fits).map(|before| before + 1);
        is_found |= matched == Some(words.len());
    });
    is_found
}

/// What each of some resources, best first, gains by being about the same as the best of them: the cosine of its words and theirs. For questions,
/// which name what they are about with too few words.
pub(super) fn likeness<D: Storage>(pack: &Pack<D>, docs: &[u32], score: impl Fn(u32) -> f32) -> Vec<f32> {
    let words = pack.dictionary().len() as usize;
    let (mut frequencies, mut examples) = (vec![0.0f32; words], vec![0.0f32; words]);
    let Some(best) = docs.first().map(|doc| score(*doc)) else { return Vec::new() };
    let mut met: Vec<u32> = Vec::new();
    // The words of a resource with what each counts there; their squares make one.
    let mut read = |doc: u32, each: &mut dyn FnMut(usize, f32)| {
        pack.each_place(doc, &mut |place| {
            if place.span > 1 || place.field == Field::Synonyms {
                return;
            }
            let Some(frequency) = frequencies.get_mut(place.word as usize) else { return };
            if *frequency == 0.0 {
                met.push(place.word);
            }
            *frequency += if place.field == Field::Title { 3.0 } else { 1.0 };
        });
        let mut squares = 0.0;
        for &word in &met {
            let frequency = &mut frequencies[word as usize];
            *frequency = (1.0 + *frequency).ln() * idf(pack.meta().resources, pack.resources_with(word));
            squares += *frequency * *frequency;
        }
        let length = squares.sqrt().max(f32::MIN_POSITIVE);
        for word in met.drain(..) {
            each(word as usize, std::mem::take(&mut frequencies[word as usize]) / length);
        }
    };
    let shares: Vec<f32> = docs.iter().take(EXAMPLES).map(|doc| (score(*doc) / best).powi(FADING)).collect();
    let all: f32 = shares.iter().sum();
    for (&doc, share) in docs.iter().zip(shares) {
        read(doc, &mut |word, value| examples[word] += value * share / all);
    }
    let like = |&doc: &u32| {
        let mut cosine = 0.0;
        read(doc, &mut |word, value| cosine += value * examples[word]);
        OF_LIKENESS * best * cosine
    };
    docs.iter().map(like).collect()
}
