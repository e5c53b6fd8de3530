//! The inverted index: which words there are, and where each occurs.

use std::collections::HashMap;

use super::field_texts;
use crate::catalog::Resource;
use crate::pack::{Field, encode_dictionary, encode_posting, put_varint};
use crate::text::{TokenKind, tokenize};

/// Positions between two values of one field, so that no phrase or nearness reaches from one author to the next.
const GAP: u32 = 16;

/// The dictionary and what goes with it.
pub(super) struct Words {
    pub dictionary: Vec<u8>,
    /// By word, encoded.
    pub postings: Vec<Vec<u8>>,
    pub norms: Vec<u8>,
    pub average_lengths: [f32; Field::COUNT],
}

/// What is known of a word so far.
#[derive(Default)]
struct Entry {
    bytes: Vec<u8>,
    resources: u32,
    /// The lowest resource that may come next.
    next: u32,
}

/// Indexes all resources.
pub(super) fn index(resources: &[&Resource]) -> Words {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut norms = Vec::with_capacity(resources.len() * Field::COUNT);
    let mut totals = [0u64; Field::COUNT];
    let mut occurrences: Vec<(usize, u8, u32)> = Vec::new();
    for (doc, resource) in (0u32..).zip(resources) {
        for (field, texts) in field_texts(resource).into_iter().enumerate() {
            let (mut base, mut length) = (0, 0);
            for text in texts {
                let mut words = 0;
                tokenize(text, &mut |token| {
                    words += u32::from(token.kind == TokenKind::Word);
                    let number = numbers.get(token.text).copied().unwrap_or_else(|| {
                        numbers.insert(token.text.to_owned(), entries.len());
                        entries.push(Entry::default());
                        entries.len() - 1
                    });
                    occurrences.push((number, field as u8, base + token.position));
                });
                base += words + GAP;
                length += words;
            }
            norms.push(length_class(length));
            totals[field] += u64::from(length);
        }
        occurrences.sort_unstable();
        for of_word in occurrences.chunk_by(|a, b| a.0 == b.0) {
            let entry = &mut entries[of_word[0].0];
            let places: Vec<(u8, u32)> = of_word.iter().map(|&(_, field, position)| (field, position)).collect();
            encode_posting(&mut entry.bytes, doc - entry.next, &places);
            entry.next = doc + 1;
            entry.resources += 1;
        }
        occurrences.clear();
    }
    let mut sorted: Vec<(String, usize)> = numbers.into_iter().collect();
    sorted.sort_unstable();
    let postings = sorted.iter().map(|(_, number)| {
        let entry = std::mem::take(&mut entries[*number]);
        let mut out = Vec::with_capacity(entry.bytes.len() + 5);
        put_varint(&mut out, entry.resources);
        out.extend_from_slice(&entry.bytes);
        out
    });
    Words {
        postings: postings.collect(),
        dictionary: encode_dictionary(sorted.iter().map(|(word, _)| word.as_str())),
        norms,
        average_lengths: totals.map(|total| total as f32 / resources.len().max(1) as f32),
    }
}

/// A field's length in one byte: exact to 128 words, then in steps of 16, up to 2,160.
pub fn length_class(words: u32) -> u8 {
    let class = if words <= 128 { words } else { 128 + (words - 128) / 16 };
    class.min(255) as u8
}

/// The length that a class stands for.
pub fn class_length(class: u8) -> u32 {
    let class = u32::from(class);
    if class <= 128 { class } else { 128 + (class - 128) * 16 }
}
