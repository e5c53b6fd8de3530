//! What was likely meant by a word that has a slip in it.
//!
//! A word is the likelier the more resources have it, and the less likely the more it takes to explain what was typed: the noisy channel of
//! Kernighan, Church and Gale (1990, "A spelling correction program based on a noisy channel model"), with a few factors in place of a model of
//! the keyboard.

use std::ops::Range;

use super::expand::{Expansion, How};
use super::parse::QueryWord;
use super::typos::{TypoMatch, allowed_edits, find_typos};
use crate::order::first_numbers;
use crate::pack::{Pack, Storage};
use crate::text::count_letters;

/// How much likelier a word is that needs an edit less.
const BY_EDIT: f32 = 1000.0;
/// How much likelier a word is of which all was typed, not just a start.
const BY_END: f32 = 300.0;
/// How much likelier a word is that starts as it was typed, or with its first two letters swapped.
const BY_START: f32 = 30.0;
/// How much likelier a word is whose letters only stand in another order.
const BY_LETTERS: f32 = 50.0;

/// Words so many times less likely than the likeliest were not meant.
const MUCH_LIKELIER: f32 = 300.0;

/// Nearer words with fewer resources than this, altogether, don't rule out others.
const FEW_RESOURCES: u32 = 20;

/// So many times as many resources must spell a word otherwise before the one typed is taken for a slip.
const MUCH_USUALER: f32 = 10.0;

/// How many words are looked at for the likeliest ones.
const MOST_CANDIDATES: usize = 500;

/// So many words are shown to have been meant, whatever their frequency.
const MOST_LIKELY: usize = 8;

/// Words that are nearly the one that was typed.
#[derive(Default)]
pub(super) struct Slips {
    words: Vec<TypoMatch>,
    /// The likeliest of them, first the one that was likely meant.
    likeliest: Vec<Candidate>,
    is_prefix: bool,
}

/// A word that may have been meant.
#[derive(Clone, Copy)]
struct Candidate {
    word: u32,
    edits: u8,
    /// Whether only its start was typed.
    is_start: bool,
    likely: f32,
}

impl Slips {
    /// As many as the word's length allows, and one more when what is nearer is hardly used beside what is not.
    pub fn of<D: Storage>(pack: &Pack<D>, word: &QueryWord) -> Self {
        let letters = count_letters(word.text());
        let allowed = allowed_edits(letters);
        let slips = Self::within(pack, word, allowed);
        if allowed == 2 || letters < 3 || resources(pack, slips.words.iter().map(|found| &found.words)) >= FEW_RESOURCES {
            return slips;
        }
        let more = Self::within(pack, word, allowed + 1);
        if more.likeliest.first().is_some_and(|meant| meant.edits > allowed) { more } else { slips }
    }

    fn within<D: Storage>(pack: &Pack<D>, word: &QueryWord, edits: u8) -> Self {
        let words = near(pack, word, edits);
        Self { likeliest: likeliest(pack, word.text(), &words), words, is_prefix: word.is_prefix() }
    }

    /// The word that was likely meant.
    pub fn meant(&self) -> Option<u32> {
        self.likeliest.first().map(|meant| meant.word)
    }

    /// In how many resources the words are that are but one slip away, up to the number from which it doesn't matter.
    pub fn resources_near<D: Storage>(&self, pack: &Pack<D>) -> u32 {
        resources(pack, self.words.iter().filter(|found| found.edits == 1 && !found.is_prefix).map(|found| &found.words))
    }

    /// What stands for the word by these.
    pub fn expansions(&self) -> Vec<Expansion> {
        let mut found = Vec::new();
        let is_prefix = self.is_prefix;
        for (rank, &Candidate { word, .. }) in self.likeliest.iter().enumerate().filter(|(_, candidate)| !candidate.is_start) {
            let how = if rank == 0 { How::Meant { is_prefix } } else { How::Likely };
            found.push(Expansion { words: word..word + 1, how });
        }
        found.extend(self.words.iter().map(expansion));
        found
    }

    /// What stands for a word by as many slips as its length allows, none of them likelier than the others.
    pub fn allowed<D: Storage>(pack: &Pack<D>, word: &QueryWord) -> Vec<Expansion> {
        near(pack, word, allowed_edits(count_letters(word.text()))).iter().map(expansion).collect()
    }
}

fn expansion(found: &TypoMatch) -> Expansion {
    let how = if found.is_prefix { How::SlipInPrefix(found.edits) } else { How::Slip(found.edits) };
    Expansion { words: found.words.clone(), how }
}

/// The word that was likely meant by one that the catalog has, or by an unfinished one, because nearly all resources spell it otherwise.
pub(super) fn usual<D: Storage>(pack: &Pack<D>, word: &QueryWord, expansions: &[Expansion]) -> Option<u32> {
    let plain = resources(pack, expansions.iter().map(|expansion| &expansion.words));
    let is_whole = expansions.iter().any(|expansion| expansion.how == How::Exact);
    if plain >= FEW_RESOURCES || count_letters(word.text()) < if is_whole { 4 } else { 5 } {
        return None;
    }
    let mut whole = near(pack, word, 1);
    whole.retain(|found| !found.is_prefix);
    let meant = likeliest(pack, word.text(), &whole).into_iter().next()?;
    (meant.likely * BY_EDIT > MUCH_USUALER * plain as f32).then_some(meant.word)
}

fn near<D: Storage>(pack: &Pack<D>, word: &QueryWord, edits: u8) -> Vec<TypoMatch> {
    // Another number is another thing.
    if edits == 0 || word.is_quoted || word.text().bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let found = find_typos(pack.dictionary(), word.text(), edits, word.is_prefix());
    found.into_iter().filter(|found| found.edits > 0).collect()
}

/// In how many resources the words are, those with several counted several times; counting stops when it is clear that they are many.
fn resources<'r, D: Storage>(pack: &Pack<D>, words: impl Iterator<Item = &'r Range<u32>>) -> u32 {
    let mut sum = 0u32;
    for word in words.flat_map(Clone::clone) {
        sum = sum.saturating_add(pack.resources_with(word));
        if sum >= FEW_RESOURCES {
            break;
        }
    }
    sum
}

/// The words that were likely meant, likeliest first.
fn likeliest<D: Storage>(pack: &Pack<D>, typed: &str, matches: &[TypoMatch]) -> Vec<Candidate> {
    let dictionary = pack.dictionary();
    let mut letters = typed.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return Vec::new() };
    let mut start = String::from(first);
    let same = dictionary.prefix(&start);
    start.clear();
    start.extend(second);
    start.push(first);
    let swapped = dictionary.prefix(&start);
    let likely = |word: u32, found: &TypoMatch| {
        let mut likely = pack.resources_with(word) as f32 / BY_EDIT.powi(i32::from(found.edits));
        if !same.contains(&word) && !swapped.contains(&word) {
            likely /= BY_START;
        }
        if found.is_prefix {
            likely /= BY_END;
        } else if dictionary.word(word).is_some_and(|word| have_same_letters(&word, typed)) {
            likely *= BY_LETTERS;
        }
        Candidate { word, edits: found.edits, is_start: found.is_prefix, likely }
    };
    let all = matches.iter().flat_map(|found| found.words.clone().map(move |word| (word, found)));
    let all: Vec<Candidate> = all.take(MOST_CANDIDATES).map(|(word, found)| likely(word, found)).collect();
    let order = |a: u32, b: u32| all[b as usize].likely.total_cmp(&all[a as usize].likely);
    let first = first_numbers(&mut (0..all.len() as u32), MOST_LIKELY, &order);
    let mut likeliest: Vec<Candidate> = first.into_iter().map(|number| all[number as usize]).collect();
    let most = likeliest.first().map_or(0.0, |meant| meant.likely);
    likeliest.retain(|candidate| candidate.likely * MUCH_LIKELIER >= most);
    likeliest
}

fn have_same_letters(a: &str, b: &str) -> bool {
    let count = |text: &str, letter: char| text.chars().filter(|c| *c == letter).count();
    a.len() == b.len() && a.chars().all(|letter| count(a, letter) == count(b, letter))
}
