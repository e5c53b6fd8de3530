//! From a word of the query to the dictionary words that may stand for it.

use std::ops::Range;

use super::parse::{QueryWord, Reading};
use crate::pack::{Dictionary, Pack, Storage};
use crate::text::{count_letters, other_number};

/// How a dictionary word stands for one of the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum How {
    /// It is the word.
    Exact,
    /// It is the word in another form.
    Form,
    /// It starts so; so many letters of it were typed.
    Prefix(usize),
    /// It is a form of a word that starts so.
    PrefixForm,
    /// It is the word without its ending, as far as anybody can tell who doesn't know the word.
    Stem,
    /// It is the word and its neighbour without the space between them.
    Joined,
    /// It is what was likely meant by the word; with the reader perhaps still typing, less surely so.
    Meant { is_prefix: bool },
    /// It may well have been meant. Of each such word, the best resource goes before the others, so that none is lost behind the many of another.
    Likely,
    /// But for so many slips it is the word.
    Slip(u8),
    /// But for so many slips it starts so.
    SlipInPrefix(u8),
}

impl How {
    /// What a match counts that isn't the word itself, which counts 1. In one field, exact beats form beats prefix beats typo.
    pub fn weight(self) -> f32 {
        match self {
            Self::Exact | Self::Form => 1.0,
            Self::Joined => 0.8,
            Self::Prefix(_) => 0.6,
            Self::Meant { is_prefix: false } => 0.55,
            Self::PrefixForm | Self::Meant { is_prefix: true } => 0.5,
            Self::Likely => 0.401,
            Self::Stem => 0.3,
            Self::Slip(edits) => [1.0, 0.4, 0.2][usize::from(edits.min(2))],
            Self::SlipInPrefix(edits) => [0.6, 0.35, 0.15][usize::from(edits.min(2))],
        }
    }

    /// What an occurrence counts beside one of the word itself. Form and word make one frequency.
    pub fn share(self) -> f32 {
        if self == Self::Form { 0.7 } else { 1.0 }
    }
}

/// Dictionary words that stand for a word of the query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expansion {
    /// Their numbers.
    pub words: Range<u32>,
    pub how: How,
}

/// Forms of the words with an unfinished start are looked for while there are at most so many: with more, the start says too little.
const FEW: u32 = 16;

/// Endings longer than this make another word.
const MAX_ENDING: usize = 3;

/// Shorter words are no stems of unknown ones.
const MIN_STEM: usize = 5;

/// The words that are the typed one, one of its forms, or start with what may still be going on.
pub(super) fn plain<D: Storage>(pack: &Pack<D>, word: &QueryWord) -> Vec<Expansion> {
    let dictionary = pack.dictionary();
    let mut found = Vec::new();
    for Reading { text, is_prefix, is_joined } in &word.readings {
        let exact = dictionary.get(text);
        if let Some(number) = exact {
            let how = if *is_joined { How::Joined } else { How::Exact };
            found.push(Expansion { words: number..number + 1, how });
            if !word.is_quoted && !is_joined {
                forms(pack, number, How::Form, &mut found);
            }
        }
        if *is_prefix {
            let all = dictionary.prefix(text);
            // A word comes before all that start with it, so the rest is one range.
            let words = exact.map_or(all.start, |number| number + 1)..all.end;
            if words.is_empty() {
                continue;
            }
            let how = if *is_joined { How::Joined } else { How::Prefix(count_letters(text)) };
            found.push(Expansion { words: words.clone(), how });
            // What has been typed on doesn't lose what a shorter start found: "policie" still finds "policy".
            if words.len() <= FEW as usize && !word.is_quoted && !is_joined {
                words.for_each(|word| forms(pack, word, How::PrefixForm, &mut found));
            }
        }
    }
    if !word.is_quoted && dictionary.get(word.text()).is_none() {
        let others = other_number(word.text(), &pack.meta().language);
        for number in others.iter().filter_map(|other| dictionary.get(other)) {
            found.push(Expansion { words: number..number + 1, how: How::Form });
            forms(pack, number, How::Form, &mut found);
        }
    }
    found
}

/// The other words with the same stem, but those that are known already to stand for the word as well or better.
fn forms<D: Storage>(pack: &Pack<D>, word: u32, how: How, found: &mut Vec<Expansion>) {
    let mut next = word;
    // A ring of damaged bytes may have no end.
    for _ in 0..64 {
        let Some(form) = pack.next_of_stem(next).filter(|form| *form != word) else { return };
        if !found.iter().any(|known| known.words.contains(&form) && known.how.weight() >= how.weight()) {
            found.push(Expansion { words: form..form + 1, how });
        }
        next = form;
    }
}

/// A known word that an unknown one starts with, and its forms, when only an ending is left: *networkers* finds *network*.
pub(super) fn stem<D: Storage>(pack: &Pack<D>, word: &QueryWord, found: &mut Vec<Expansion>) {
    let letters = count_letters(word.text());
    let mut stem = None;
    pack.dictionary().starts(word.text(), &mut |length, number| {
        if length >= MIN_STEM && length + MAX_ENDING >= letters {
            stem = Some(number);
        }
    });
    if let Some(number) = stem {
        found.push(Expansion { words: number..number + 1, how: How::Stem });
        forms(pack, number, How::Stem, found);
    }
}

/// The words that start as an unknown one does, whether or not the reader has finished it: *assoc* finds *associates*.
pub(super) fn started(dictionary: Dictionary<'_>, word: &QueryWord) -> Option<Expansion> {
    let letters = count_letters(word.text());
    let words = dictionary.prefix(word.text());
    (letters >= 3 && !words.is_empty()).then_some(Expansion { words, how: How::Prefix(letters) })
}
