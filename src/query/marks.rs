//! Which words of the dictionary stand for which words of the query: what a resource's text is read against.

use std::ops::Range;

use super::expand::Expansion;
use crate::pack::{Field, Pack, Storage};

/// So many words of a query are told apart in a text.
pub(super) const MOST_MARKED: usize = 64;

/// By word of the dictionary, a bit for each word of the query. Kept between queries; all are zero but those of `set`.
#[derive(Debug, Default)]
pub(super) struct Marks {
    bits: Vec<u64>,
    set: Vec<Range<u32>>,
}

impl Marks {
    /// Marks what stands for the words of a query, in their order, and nothing else.
    pub fn set<'e>(&mut self, dictionary: u32, of_words: impl Iterator<Item = &'e [Expansion]>) {
        for range in self.set.drain(..) {
            self.bits[range.start as usize..range.end as usize].fill(0);
        }
        self.bits.resize(dictionary as usize, 0);
        for (number, expansions) in of_words.take(MOST_MARKED).enumerate() {
            for Expansion { words, .. } in expansions {
                if let Some(bits) = self.bits.get_mut(words.start as usize..words.end as usize) {
                    for bits in bits {
                        *bits |= 1 << number;
                    }
                    self.set.push(words.clone());
                }
            }
        }
    }

    /// The words of the query that a word of the dictionary stands for.
    #[inline(always)]
    pub fn of(&self, word: u32) -> u64 {
        self.bits.get(word as usize).copied().unwrap_or(0)
    }

    /// Whether the first `count` words that are marked stand one after the other in one of the fields of a resource.
    ///
    /// Bit *k* of a slot tells that the first *k* words end where the slot's position begins. A compound ends where its last part does, so
    /// only the eight positions up to there are ever asked for.
    pub fn stand_together<D: Storage>(&self, pack: &Pack<D>, doc: u32, fields: &[Field], count: usize) -> bool {
        let mut ended = [0u64; 8];
        let (mut field, mut last_end) = (Field::Title, 0u32);
        let mut found = false;
        pack.each_place(doc, &mut |place| {
            let end = place.position.saturating_add(place.span);
            if place.field != field {
                (ended, field, last_end) = ([0; 8], place.field, 0);
            }
            if !fields.contains(&field) {
                return;
            }
            for position in (last_end.saturating_add(1)..=end).rev().take(ended.len()) {
                ended[position as usize % 8] = 0;
            }
            last_end = last_end.max(end);
            let fitting = (ended[place.position as usize % 8] | 1) & self.of(place.word);
            ended[end as usize % 8] |= fitting << 1;
            found |= fitting & 1 << (count.min(MOST_MARKED) - 1) != 0;
        });
        found
    }
}
