//! The inverted index: which words there are, and where each occurs.

use std::collections::BTreeMap;

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
    /// Field and position of each occurrence in the resource at hand, growing.
    places: Vec<(u8, u32)>,
    resources: u32,
    /// The lowest resource that may come next.
    next: u32,
}

/// Indexes all resources.
pub(super) fn index(resources: &[&Resource]) -> Words {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut norms = Vec::with_capacity(resources.len() * Field::COUNT);
    let mut totals = [0u64; Field::COUNT];
    let mut touched: Vec<u32> = Vec::new();
    for (doc, resource) in (0u32..).zip(resources) {
        for (field, texts) in (0u8..).zip(field_texts(resource)) {
            let (mut base, mut length) = (0, 0);
            for text in texts {
                let mut words = 0;
                tokenize(text, &mut |token| {
                    words += u32::from(token.kind == TokenKind::Word);
                    let number = numbers.get(token.text).copied().unwrap_or_else(|| {
                        let number = entries.len() as u32;
                        numbers.insert(token.text.to_owned(), number);
                        entries.push(Entry::default());
                        number
                    });
                    let places = &mut entries[number as usize].places;
                    if places.is_empty() {
                        touched.push(number);
                    }
                    // Both readings of a word may be spelt the same; it still stands there once.
                    let place = (field, base + token.position);
                    if places.last() != Some(&place) {
                        places.push(place);
                    }
                });
                base += words + GAP;
                length += words;
            }
            norms.push(length_class(length));
            totals[usize::from(field)] += u64::from(length);
        }
        for number in touched.drain(..) {
            let entry = &mut entries[number as usize];
            encode_posting(&mut entry.bytes, doc - entry.next, &entry.places);
            entry.places.clear();
            entry.next = doc + 1;
            entry.resources += 1;
        }
    }
    let postings = numbers.values().map(|&number| {
        let entry = std::mem::take(&mut entries[number as usize]);
        let mut out = Vec::with_capacity(entry.bytes.len() + 5);
        put_varint(&mut out, entry.resources);
        out.extend_from_slice(&entry.bytes);
        out
    });
    Words {
        postings: postings.collect(),
        dictionary: encode_dictionary(numbers.keys().map(String::as_str)),
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
