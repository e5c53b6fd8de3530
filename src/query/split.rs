//! Two words that were typed as one: *coalitionbuilding*.

use super::conditions::with_words;
use super::marks::Marks;
use super::parse::{QueryWord, Reading};
use super::slips::Slips;
use crate::pack::{Field, Pack, Storage};

/// Where an unknown word falls into two known ones that stand next to each other somewhere, in more resources than have a word that is but one
/// slip away.
pub(super) fn split<D: Storage>(pack: &Pack<D>, marks: &mut Marks, word: &QueryWord, slips: &Slips) -> Option<[QueryWord; 2]> {
    let (text, dictionary) = (word.text(), pack.dictionary());
    let part = |text: &str, is_prefix: bool| QueryWord {
        readings: vec![Reading { text: text.to_owned(), is_prefix, is_joined: false }],
        is_quoted: true,
        ..word.clone()
    };
    let mut splits: Vec<[QueryWord; 2]> = Vec::new();
    dictionary.starts(text, &mut |letters, _| {
        let Some((at, _)) = text.char_indices().nth(letters).filter(|_| letters > 1) else { return };
        let Some((left, right)) = text.split_at_checked(at) else { return };
        if right.chars().nth(1).is_some() {
            splits.push([part(left, false), part(right, word.is_prefix())]);
        }
    });
    let mut most = slips.resources_near(pack);
    let mut best = None;
    for parts in &splits {
        let together = with_words(pack, marks, parts, Field::ALL).len();
        if together > most {
            (most, best) = (together, Some(parts));
        }
    }
    if best.is_none() && slips.meant().is_none() {
        // Nothing else explains it: two whole words that the catalog has, be it apart.
        best = splits.iter().find(|parts| parts.iter().all(|part| part.text().chars().nth(3).is_some() && is_known(pack, part)));
    }
    best.map(|parts| parts.clone().map(|part| QueryWord { is_quoted: false, ..part }))
}

fn is_known<D: Storage>(pack: &Pack<D>, word: &QueryWord) -> bool {
    let words = pack.dictionary().prefix(word.text());
    !words.is_empty() && (word.is_prefix() || pack.dictionary().get(word.text()).is_some())
}
