//! Words that are nearly the one that was typed.
//!
//! The dictionary is walked once, with one row of the edit table for each letter of the way, so that all words with the same start share the
//! work. For *netw* against *nwet* (rows go down the dictionary word, columns along the typed one):
//!
//! ```text
//!        n e t w
//!      0 1 2 3 4
//!  n   1 0 1 2 3
//!  w   2 1 1 2 2
//!  e   3 2 1 2 3    a swap looks two rows up: (e, w) against (w, e)
//!  t   4 3 2 1 2    <- two edits
//! ```
//! A branch ends when no cell of its row is within the bound. The distance is that of optimal string alignment: insertion, deletion, substitution
//! and the swap of neighbours cost one each (Damerau 1964, Levenshtein 1966), counted in characters.

use std::ops::Range;

use crate::pack::{Dictionary, Node};
use crate::text::MAX_WORD;

/// How many edits a word of so many letters is allowed: none below 4, one below 8, two from there.
pub fn allowed_edits(letters: usize) -> u8 {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Dictionary words that are within the bound of the typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypoMatch {
    /// Their numbers.
    pub words: Range<u32>,
    /// How many edits lie between; with prefixes, from the nearest start.
    pub edits: u8,
    /// Whether only a start of them comes so near.
    pub is_prefix: bool,
}

type Row = [u8; MAX_WORD + 1];

struct Walk<'w, 'd> {
    dictionary: Dictionary<'d>,
    typed: &'w [char],
    max: u8,
    prefixes: bool,
    found: Vec<TypoMatch>,
}

/// Finds the words within `max` edits of `typed`; with `prefixes`, also those of which some start is.
pub fn find_typos(dictionary: Dictionary<'_>, typed: &str, max: u8, prefixes: bool) -> Vec<TypoMatch> {
    let typed: Vec<char> = typed.chars().take(MAX_WORD).collect();
    let mut walk = Walk { dictionary, typed: &typed, max, prefixes, found: Vec::new() };
    let mut row: Row = [0; MAX_WORD + 1];
    for (cell, edits) in row.iter_mut().zip(0..) {
        *cell = edits;
    }
    if let Some(root) = dictionary.root() {
        walk.visit(&root, None, &row, None, u8::MAX);
    }
    walk.found
}

impl Walk<'_, '_> {
    /// `above` is the row and label one letter up, for swaps; `nearest` the fewest edits that any start of the way took.
    fn visit(&mut self, node: &Node<'_>, label: Option<char>, row: &Row, above: Option<&Row>, nearest: u8) {
        let here = row[self.typed.len()];
        let nearest = if self.prefixes { nearest.min(here) } else { u8::MAX };
        let reachable = row[..=self.typed.len()].iter().min().copied().unwrap_or(u8::MAX);
        if nearest <= self.max && reachable > nearest {
            // Nothing further down comes as near as the start already was.
            self.push(node.words.clone(), nearest, true);
            return;
        }
        if node.is_word {
            let word = node.words.start..node.words.start + 1;
            if here <= self.max.min(nearest) {
                self.push(word, here, false);
            } else if nearest <= self.max {
                self.push(word, nearest, true);
            }
        }
        if reachable > self.max && nearest > self.max {
            return;
        }
        for edge in node.edges() {
            let next = self.next_row(row, above, label, edge.label);
            if let Some(child) = self.dictionary.follow(&edge) {
                self.visit(&child, Some(edge.label), &next, Some(row), nearest);
            }
        }
    }

    fn push(&mut self, words: Range<u32>, edits: u8, is_prefix: bool) {
        match self.found.last_mut() {
            Some(last) if last.words.end == words.start && last.edits == edits && last.is_prefix == is_prefix => {
                last.words.end = words.end;
            }
            _ => self.found.push(TypoMatch { words, edits, is_prefix }),
        }
    }

    fn next_row(&self, row: &Row, above: Option<&Row>, before: Option<char>, label: char) -> Row {
        let mut next: Row = [0; MAX_WORD + 1];
        next[0] = row[0].saturating_add(1);
        for (at, &letter) in self.typed.iter().enumerate() {
            let mut edits = row[at].saturating_add(u8::from(letter != label)).min(row[at + 1].min(next[at]).saturating_add(1));
            if let (Some(above), Some(before), Some(typed_before)) = (above, before, at.checked_sub(1).map(|at| self.typed[at]))
                && letter == before
                && typed_before == label
            {
                edits = edits.min(above[at - 1].saturating_add(1));
            }
            next[at + 1] = edits;
        }
        next
    }
}
