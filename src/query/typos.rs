//! Words that are nearly the one that was typed.
//!
//! The dictionary is walked once, with a state of one bit vector for each number of edits (Wu and Manber 1992; the swap as Hyyrö 2003): bit
//! *j* of vector *d* tells that the first *j* letters typed can become what was read so far by *d* edits. For *netw* against *nwet*:
//!
//! ```text
//!          letters typed that fit:   0 edits     1 edit      2 edits
//!  read                              {0}         {0,1}       {0,1,2}
//!  n                                 {1}         {0,1,2}     {0,1,2,3}
//!  nw                                {}          {1,2}       {0,1,2,3,4}
//!  nwe                               {}          {2}         {1,2,3,4}
//!  nwet                              {}          {}          {2,3,4}      4 of 4: two edits
//! ```
//! A branch ends when all vectors are empty. The distance is that of optimal string alignment: insertion, deletion, substitution
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

/// More edits than this are never looked for.
const MAX_EDITS: usize = 2;

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

/// By number of edits, which starts of the typed word can have become what was read.
type State = [u64; MAX_EDITS + 1];

struct Walk {
    /// Each letter that was typed, and the bits of its places.
    letters: Vec<(char, u64)>,
    /// The bit of the whole word.
    whole: u64,
    max: usize,
    prefixes: bool,
    found: Vec<TypoMatch>,
}

/// What led to a node.
struct Way {
    state: State,
    /// The state one letter before, for swaps.
    before: State,
    /// Where the last letter read was typed.
    last: u64,
    /// The fewest edits that any start of the way took.
    nearest: usize,
}

/// Finds the words within `max` edits (two at most) of `typed`; with `prefixes`, also those of which some start is.
pub fn find_typos(dictionary: Dictionary<'_>, typed: &str, max: u8, prefixes: bool) -> Vec<TypoMatch> {
    let mut letters: Vec<(char, u64)> = Vec::new();
    let mut whole = 1;
    for letter in typed.chars().take(MAX_WORD) {
        match letters.iter_mut().find(|(known, _)| *known == letter) {
            Some((_, places)) => *places |= whole,
            None => letters.push((letter, whole)),
        }
        whole <<= 1;
    }
    let max = usize::from(max).min(MAX_EDITS);
    let mut walk = Walk { letters, whole, max, prefixes, found: Vec::new() };
    if let Some(root) = dictionary.root() {
        // Before anything is read, d edits have left out up to d letters.
        walk.visit(&root, &Way { state: [1, 3, 7], before: [0; 3], last: 0, nearest: usize::MAX });
    }
    walk.found
}

impl Walk {
    fn visit(&mut self, node: &Node<'_>, way: &Way) {
        let fewest = |bits: u64| (0..=self.max).find(|edits| way.state[*edits] & bits != 0).unwrap_or(usize::MAX);
        let here = fewest(self.whole);
        let nearest = if self.prefixes { way.nearest.min(here) } else { usize::MAX };
        let reachable = fewest(self.whole | (self.whole - 1));
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
            let last = self.letters.iter().find(|(letter, _)| *letter == edge.label).map_or(0, |(_, places)| *places);
            if let Some(child) = edge.follow() {
                let state = self.read(way, last);
                self.visit(&child, &Way { state, before: way.state, last, nearest });
            }
        }
    }

    /// The state after one more letter, which was typed at these places.
    fn read(&self, way: &Way, places: u64) -> State {
        let mut next = [0; MAX_EDITS + 1];
        next[0] = (way.state[0] & places) << 1;
        for edits in 1..=self.max {
            let fewer = edits - 1;
            let (matched, extra, other) = ((way.state[edits] & places) << 1, way.state[fewer], way.state[fewer] << 1);
            let left_out = next[fewer] << 1;
            let swapped = (way.before[fewer] & places & (way.last >> 1)) << 2;
            next[edits] = matched | extra | other | left_out | swapped;
        }
        next
    }

    fn push(&mut self, words: Range<u32>, edits: usize, is_prefix: bool) {
        let edits = edits as u8;
        match self.found.last_mut() {
            Some(last) if last.words.end == words.start && last.edits == edits && last.is_prefix == is_prefix => {
                last.words.end = words.end;
            }
            _ => self.found.push(TypoMatch { words, edits, is_prefix }),
        }
    }
}
