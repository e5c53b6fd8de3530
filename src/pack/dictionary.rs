//! The dictionary: sorted words as a minimal automaton, each word's number being its place in the order.
//!
//! ```text
//!  net, nets, network, networks         root -n-> . -e-> . -t-> (0) -s-> (1)
//!                                                              \-w-> . -o-> … -k-> (2) -s-> (3)
//! node     edges * 2 + whether a word ends here (a 0 before it when it is 32 or more), then per edge: character, words below it
//!          (the last edge has the rest), how many bytes behind this edge its node is
//! or       a character of 32 or more: the only way on, to the node right behind; no word ends here
//! section  nodes, the root first, then words u32
//! ```
//! All but the last is LEB128. It is a finite-state transducer in the sense of <https://blog.burntsushi.net/transducers/>, with
//! two choices of its own. Edges carry characters, so that an edit is an edit of a letter in every script. And each edge tells
//! how many words lie below it: the sum along the way is the word's number, the words below any prefix are one range of
//! numbers, and a walk over damaged bytes ends, because ranges only get narrower and nodes only lie further behind. Most words end in letters that
//! leave no choice: they stand there as text, a byte each.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bytes::{Cursor, put_varint, u32_at};

/// A set of words, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'a> {
    nodes: &'a [u8],
    len: u32,
}

/// A place in the automaton: what has been read so far is the start of each of `words`.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// Numbers of the words that start so.
    pub words: Range<u32>,
    /// Whether what has been read is itself a word; if so, the first of them.
    pub is_word: bool,
    edges: Cursor<'a>,
    count: u32,
    /// The character of the only way on, when it leads right behind; 0 otherwise.
    only: u32,
}

/// A way on from a node.
#[derive(Clone, Debug)]
pub struct Edge<'a> {
    /// The character that leads there.
    pub label: char,
    /// Numbers of the words beyond it.
    pub words: Range<u32>,
    node: Cursor<'a>,
}

/// Characters from here on stand for a node that has no other way on.
const FIRST_LETTER: u32 = 32;

impl<'a> Dictionary<'a> {
    /// Reads what [`encode_dictionary`] wrote. Bytes that make no sense hold no words.
    pub fn new(section: &'a [u8]) -> Self {
        let (nodes, tail) = section.split_at(section.len().saturating_sub(4));
        Self { nodes, len: u32_at(tail, 0).unwrap_or(0) }
    }

    /// How many words there are.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Where every word starts.
    pub fn root(&self) -> Option<Node<'a>> {
        node(Cursor::new(self.nodes), 0..self.len)
    }

    /// The node one character on.
    #[inline]
    pub fn step(&self, node: &Node<'a>, label: char) -> Option<Node<'a>> {
        node.edges().find(|edge| edge.label >= label).filter(|edge| edge.label == label)?.follow()
    }

    fn walk(&self, text: &str) -> Option<Node<'a>> {
        self.walk_on(self.root()?, text)
    }

    /// The node so many characters on.
    pub fn walk_on(&self, node: Node<'a>, text: &str) -> Option<Node<'a>> {
        text.chars().try_fold(node, |node, label| self.step(&node, label))
    }

    /// The number of a word.
    pub fn get(&self, word: &str) -> Option<u32> {
        self.walk(word).filter(|node| node.is_word).map(|node| node.words.start)
    }

    /// The numbers of all words that start with `prefix`.
    pub fn prefix(&self, prefix: &str) -> Range<u32> {
        self.walk(prefix).map_or(0..0, |node| node.words)
    }

    /// Calls `each` with every word that the text starts with: its letters, and its number.
    pub fn starts(&self, text: &str, each: &mut dyn FnMut(usize, u32)) {
        let Some(mut node) = self.root() else { return };
        for (letters, label) in (1..).zip(text.chars()) {
            let Some(next) = self.step(&node, label) else { return };
            node = next;
            if node.is_word {
                each(letters, node.words.start);
            }
        }
    }

    /// The word with a number.
    pub fn word(&self, number: u32) -> Option<String> {
        let mut node = self.root()?;
        let mut word = String::new();
        while !(node.is_word && node.words.start == number) {
            let edge = node.edges().find(|edge| edge.words.contains(&number))?;
            word.push(edge.label);
            node = edge.follow()?;
        }
        Some(word)
    }
}

impl<'a> Node<'a> {
    /// The ways on, by character.
    #[inline]
    pub fn edges(&self) -> Edges<'a> {
        let start = self.words.start + u32::from(self.is_word);
        Edges { cursor: self.edges.clone(), left: self.count, only: self.only, words: start..self.words.end }
    }
}

impl<'a> Edge<'a> {
    /// The node that it leads to.
    pub fn follow(self) -> Option<Node<'a>> {
        node(self.node, self.words)
    }
}

fn node(mut edges: Cursor<'_>, words: Range<u32>) -> Option<Node<'_>> {
    let mut head = edges.varint()?;
    if head >= FIRST_LETTER {
        return Some(Node { words, is_word: false, edges, count: 1, only: head });
    }
    if head == 0 {
        head = edges.varint()?;
    }
    (!words.is_empty()).then_some(Node { words, is_word: head & 1 == 1, edges, count: head >> 1, only: 0 })
}

/// The edges of a node.
#[derive(Clone, Debug)]
pub struct Edges<'a> {
    cursor: Cursor<'a>,
    left: u32,
    only: u32,
    words: Range<u32>,
}

impl<'a> Iterator for Edges<'a> {
    type Item = Edge<'a>;

    #[inline]
    fn next(&mut self) -> Option<Edge<'a>> {
        self.left = self.left.checked_sub(1)?;
        let start = self.words.start;
        let (mut label, mut end, mut distance) = (self.only, self.words.end, 0);
        if label == 0 {
            label = self.cursor.varint()?;
            if self.left > 0 {
                end = start.checked_add(self.cursor.varint()?).filter(|below| *below <= end)?;
            }
            distance = self.cursor.varint()? as usize;
        }
        let node = Cursor::new(self.cursor.rest().get(distance..)?);
        self.words.start = end;
        (start < end).then_some(Edge { label: char::from_u32(label)?, words: start..end, node })
    }
}

/// A node that words may still be added below, and then one that is whole.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    is_word: bool,
    /// Character, words below, number of the state that it leads to.
    edges: Vec<[u32; 3]>,
}

/// Builds the automaton by adding sorted words, freezing what no later word can share a start with, and keeping one copy of each state
/// (Daciuk et al., 2000: <https://aclanthology.org/J00-1002/>).
#[derive(Default)]
struct Builder {
    /// The number of each state. What it leads to has lower numbers.
    frozen: BTreeMap<State, u32>,
}

impl Builder {
    /// The edge to a state.
    fn freeze(&mut self, label: u32, state: State) -> [u32; 3] {
        let words = u32::from(state.is_word) + state.edges.iter().map(|edge| edge[1]).sum::<u32>();
        let next = self.frozen.len() as u32;
        [label, words, *self.frozen.entry(state).or_insert(next)]
    }

    fn freeze_to(&mut self, open: &mut Vec<(u32, State)>, depth: usize) {
        while open.len() > depth + 1 {
            let Some((label, state)) = open.pop() else { return };
            let edge = self.freeze(label, state);
            if let Some((_, parent)) = open.last_mut() {
                parent.edges.push(edge);
            }
        }
    }
}

/// The end of a word that is no longer than this is written wherever it is needed: what would lead to the one copy of it is no shorter.
const MOST_COPIED: usize = 3;

/// Writes states from the last byte to the first, so that what a node leads to is there before it.
struct Backwards {
    states: Vec<State>,
    bytes: Vec<u8>,
    /// By state, how many bytes there were once it was written.
    places: Vec<usize>,
    /// By state, its bytes and those of all behind it, if it is the end of a word that leaves no choice.
    ends: Vec<Option<usize>>,
}

impl Backwards {
    fn put(&mut self, numbers: &[u32]) {
        for number in numbers.iter().rev() {
            let start = self.bytes.len();
            put_varint(&mut self.bytes, *number);
            self.bytes[start..].reverse();
        }
    }

    /// The only letter that leads on, and where.
    fn only(&self, state: usize) -> Option<(u32, usize)> {
        match self.states[state] {
            State { is_word: false, ref edges } if edges.len() == 1 && edges[0][0] >= FIRST_LETTER => {
                Some((edges[0][0], edges[0][2] as usize))
            }
            _ => None,
        }
    }

    /// Where a state is, which may have to be written anew.
    fn place(&mut self, state: usize) -> usize {
        if self.ends[state].is_none_or(|length| length > MOST_COPIED) {
            return self.places[state];
        }
        let mut letters = Vec::new();
        let mut at = state;
        while let Some((letter, next)) = self.only(at) {
            letters.push(letter);
            at = next;
        }
        letters.push(1);
        self.put(&letters);
        self.bytes.len()
    }

    fn write(&mut self, state: usize) {
        let only = self.only(state);
        let State { is_word, edges } = &self.states[state];
        let (is_word, edges) = (*is_word, edges.clone());
        self.ends[state] = match only {
            Some((letter, next)) => self.ends[next].map(|length| length + letter.ilog2() as usize / 7 + 1),
            None => (is_word && edges.is_empty()).then_some(1),
        };
        if self.ends[state].is_some_and(|length| length <= MOST_COPIED) {
            return;
        }
        let places: Vec<usize> = edges.iter().map(|edge| self.place(edge[2] as usize)).collect();
        if let Some((letter, _)) = only.filter(|_| places[0] == self.bytes.len()) {
            self.put(&[letter]);
        } else {
            for (at, ([label, below, _], place)) in edges.iter().zip(&places).enumerate().rev() {
                let distance = (self.bytes.len() - place) as u32;
                let is_last = at + 1 == edges.len();
                if is_last { self.put(&[*label, distance]) } else { self.put(&[*label, *below, distance]) }
            }
            let head = edges.len() as u32 * 2 + u32::from(is_word);
            if (1..FIRST_LETTER).contains(&head) { self.put(&[head]) } else { self.put(&[0, head]) }
        }
        self.places[state] = self.bytes.len();
    }
}

/// Encodes words, which must be sorted and distinct.
pub fn encode_dictionary<'w>(words: impl Iterator<Item = &'w str>) -> Vec<u8> {
    let mut builder = Builder::default();
    let mut open = vec![(0, State::default())];
    let mut count = 0u32;
    for word in words {
        let shared = open[1..].iter().zip(word.chars()).take_while(|((label, _), c)| *label == u32::from(*c)).count();
        builder.freeze_to(&mut open, shared);
        open.extend(word.chars().skip(shared).map(|c| (u32::from(c), State::default())));
        if let Some((_, last)) = open.last_mut() {
            last.is_word = true;
        }
        count += 1;
    }
    builder.freeze_to(&mut open, 0);
    let (_, root) = open.pop().unwrap_or_default();
    let [_, _, root] = builder.freeze(0, root);
    let length = builder.frozen.len();
    let mut states: Vec<State> = std::iter::repeat_with(State::default).take(length).collect();
    for (state, number) in builder.frozen {
        states[number as usize] = state;
    }
    let mut out = Backwards { states, bytes: Vec::new(), places: vec![0; length], ends: vec![None; length] };
    (0..length).for_each(|state| out.write(state));
    out.place(root as usize);
    let mut bytes = out.bytes;
    bytes.reverse();
    bytes.extend_from_slice(&count.to_le_bytes());
    bytes
}
