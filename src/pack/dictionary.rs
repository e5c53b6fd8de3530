//! The dictionary: sorted words as a minimal automaton, each word's number being its place in the order.
//!
//! ```text
//!  net, nets, network, networks         root -n-> . -e-> . -t-> (0) -s-> (1)
//!                                                              \-w-> . -o-> … -k-> (2) -s-> (3)
//! node     edges * 2 + whether a word ends here, then per edge: character, words below it, distance back to its node
//! section  nodes, then root u32, words u32
//! ```
//! All but the last two are LEB128. It is a finite-state transducer in the sense of <https://blog.burntsushi.net/transducers/>, with
//! two choices of its own. Edges carry characters, so that an edit is an edit of a letter in every script. And each edge tells
//! how many words lie below it: the sum along the way is the word's number, the words below any prefix are one range of
//! numbers, and a walk over damaged bytes ends, because ranges only get narrower and addresses only get lower.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bytes::{Cursor, put_varint, u32_at};

/// A set of words, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'a> {
    nodes: &'a [u8],
    root: u32,
    len: u32,
}

/// A place in the automaton: what has been read so far is the start of each of `words`.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// Numbers of the words that start so.
    pub words: Range<u32>,
    /// Whether what has been read is itself a word; if so, the first of them.
    pub is_word: bool,
    address: u32,
    edges: Cursor<'a>,
    count: u32,
}

/// A way on from a node.
#[derive(Clone, Debug)]
pub struct Edge {
    /// The character that leads there.
    pub label: char,
    /// Numbers of the words beyond it.
    pub words: Range<u32>,
    address: u32,
}

impl<'a> Dictionary<'a> {
    /// Reads what [`encode_dictionary`] wrote. Bytes that make no sense hold no words.
    pub fn new(section: &'a [u8]) -> Self {
        let empty = Self { nodes: &[], root: 0, len: 0 };
        let Some(at) = section.len().checked_sub(8) else { return empty };
        let (nodes, tail) = section.split_at(at);
        match (u32_at(tail, 0), u32_at(tail, 1)) {
            (Some(root), Some(len)) => Self { nodes, root, len },
            _ => empty,
        }
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
        self.node(self.root, 0..self.len)
    }

    /// The node that an edge leads to.
    pub fn follow(&self, edge: &Edge) -> Option<Node<'a>> {
        self.node(edge.address, edge.words.clone())
    }

    /// The node one character on.
    #[inline]
    pub fn step(&self, node: &Node<'a>, label: char) -> Option<Node<'a>> {
        self.follow(&node.edges().find(|edge| edge.label >= label).filter(|edge| edge.label == label)?)
    }

    fn node(&self, address: u32, words: Range<u32>) -> Option<Node<'a>> {
        let mut edges = Cursor::new(self.nodes.get(address as usize..)?);
        let head = edges.varint()?;
        (!words.is_empty()).then_some(Node { words, is_word: head & 1 == 1, address, edges, count: head >> 1 })
    }

    fn walk(&self, text: &str) -> Option<Node<'a>> {
        text.chars().try_fold(self.root()?, |node, label| self.step(&node, label))
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
            node = self.follow(&edge)?;
        }
        Some(word)
    }
}

impl<'a> Node<'a> {
    /// The ways on, by character.
    #[inline]
    pub fn edges(&self) -> Edges<'a> {
        let start = self.words.start + u32::from(self.is_word);
        Edges { cursor: self.edges.clone(), left: self.count, address: self.address, words: start..self.words.end }
    }
}

/// The edges of a node.
#[derive(Clone, Debug)]
pub struct Edges<'a> {
    cursor: Cursor<'a>,
    left: u32,
    address: u32,
    words: Range<u32>,
}

impl Iterator for Edges<'_> {
    type Item = Edge;

    #[inline]
    fn next(&mut self) -> Option<Edge> {
        self.left = self.left.checked_sub(1)?;
        let label = char::from_u32(self.cursor.varint()?)?;
        let count = self.cursor.varint()?;
        let distance = self.cursor.varint()?;
        let start = self.words.start;
        let end = start.checked_add(count).filter(|end| *end <= self.words.end && count > 0)?;
        let address = self.address.checked_sub(distance).filter(|_| distance > 0)?;
        self.words.start = end;
        Some(Edge { label, words: start..end, address })
    }
}

/// A node that words may still be added below.
#[derive(Default)]
struct Open {
    label: u32,
    is_word: bool,
    /// Character, words below, address.
    edges: Vec<[u32; 3]>,
}

/// Builds the automaton by adding sorted words, freezing what no later word can share a start with, and keeping one copy of each node
/// (Daciuk et al., 2000: <https://aclanthology.org/J00-1002/>).
#[derive(Default)]
struct Builder {
    bytes: Vec<u8>,
    /// Address of each node by whether a word ends there and its edges.
    frozen: BTreeMap<(bool, Vec<[u32; 3]>), u32>,
}

impl Builder {
    fn freeze(&mut self, node: Open) -> [u32; 3] {
        let words = u32::from(node.is_word) + node.edges.iter().map(|edge| edge[1]).sum::<u32>();
        let key = (node.is_word, node.edges);
        if let Some(&address) = self.frozen.get(&key) {
            return [node.label, words, address];
        }
        let address = self.bytes.len() as u32;
        put_varint(&mut self.bytes, key.1.len() as u32 * 2 + u32::from(key.0));
        for &[label, count, target] in &key.1 {
            put_varint(&mut self.bytes, label);
            put_varint(&mut self.bytes, count);
            put_varint(&mut self.bytes, address - target);
        }
        self.frozen.insert(key, address);
        [node.label, words, address]
    }

    fn freeze_to(&mut self, open: &mut Vec<Open>, depth: usize) {
        while open.len() > depth + 1 {
            let Some(node) = open.pop() else { return };
            let edge = self.freeze(node);
            if let Some(parent) = open.last_mut() {
                parent.edges.push(edge);
            }
        }
    }
}

/// Encodes words, which must be sorted and distinct.
pub fn encode_dictionary<'w>(words: impl Iterator<Item = &'w str>) -> Vec<u8> {
    let mut builder = Builder::default();
    let mut open = vec![Open::default()];
    let mut count = 0u32;
    for word in words {
        let shared = open[1..].iter().zip(word.chars()).take_while(|(node, c)| node.label == u32::from(*c)).count();
        builder.freeze_to(&mut open, shared);
        open.extend(word.chars().skip(shared).map(|c| Open { label: u32::from(c), ..Open::default() }));
        if let Some(last) = open.last_mut() {
            last.is_word = true;
        }
        count += 1;
    }
    builder.freeze_to(&mut open, 0);
    let [_, _, root] = builder.freeze(open.pop().unwrap_or_default());
    let mut bytes = builder.bytes;
    bytes.extend_from_slice(&root.to_le_bytes());
    bytes.extend_from_slice(&count.to_le_bytes());
    bytes
}
