//! The inverted index: which words there are, where each occurs, and how much each resource is about it.

use std::collections::BTreeMap;

use super::stems;
use super::synonyms::Synonyms;
use super::weights::FieldLengths;
use super::{field_texts, weights};
use crate::catalog::Resource;
use crate::pack::{Field, PlacesOfField, class_weights, encode_dictionary, encode_posting, put_varint, weight_class};
use crate::text::{Token, TokenKind, tokenize};

/// The dictionary and what goes with it.
pub(super) struct Words {
    pub dictionary: Vec<u8>,
    /// By word, encoded.
    pub postings: Vec<Vec<u8>>,
    /// By resource, encoded.
    pub places: Vec<Vec<u8>>,
    /// The ring of words with one stem, by word, encoded.
    pub stems: Vec<u8>,
}

/// Words as they were met: each has a number in the order of its first place.
#[derive(Default)]
struct Vocabulary {
    numbers: BTreeMap<String, u32>,
}

impl Vocabulary {
    fn number(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32;
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        self.numbers.insert(word.to_owned(), next);
        next
    }
}

/// One resource cut into words.
#[derive(Default)]
struct Cut {
    fields: [PlacesOfField; Field::COUNT],
    /// In words.
    lengths: [u32; Field::COUNT],
}

impl Cut {
    fn push(&mut self, field: Field, token: &Token<'_>, vocabulary: &mut Vocabulary) {
        self.fields[field as usize].push(vocabulary.number(token.text), token.kind);
        self.lengths[field as usize] += u32::from(token.kind == TokenKind::Word);
    }
}

/// Indexes all resources of a catalog in this language.
pub(super) fn index(resources: &[&Resource], language: &str) -> Words {
    let synonyms = Synonyms::of(resources);
    let mut vocabulary = Vocabulary::default();
    let cuts: Vec<Cut> = resources.iter().map(|resource| cut(resource, &synonyms, &mut vocabulary)).collect();
    let lengths = FieldLengths::averaged(cuts.iter().map(|cut| &cut.lengths));

    // Words are renumbered in their order, in which the dictionary counts them.
    let mut order = vec![0u32; vocabulary.numbers.len()];
    for (number, met) in (0..).zip(vocabulary.numbers.values()) {
        order[*met as usize] = number;
    }
    let encode = |cut: &Cut| {
        let mut out = Vec::new();
        for field in &cut.fields {
            field.encode(&mut out, |met| order[met as usize]);
        }
        out
    };
    Words {
        places: cuts.iter().map(encode).collect(),
        postings: postings(&cuts, &lengths, &order),
        dictionary: encode_dictionary(vocabulary.numbers.keys().map(String::as_str)),
        stems: stems::rings(vocabulary.numbers.keys().map(String::as_str), language),
    }
}

fn cut(resource: &Resource, synonyms: &Synonyms, vocabulary: &mut Vocabulary) -> Cut {
    let mut cut = Cut::default();
    let mut add = |field: Field, text: &str| {
        cut.fields[field as usize].next_value();
        tokenize(text, &mut |token| cut.push(field, &token, vocabulary));
    };
    for (field, texts) in field_texts(resource) {
        for text in texts {
            add(field, text);
        }
    }
    // Who looks for a year finds it, though no text says it.
    if let Some(year) = resource.year {
        add(Field::Subjects, &year.to_string());
    }
    synonyms.of_resource(resource, &mut |text| add(Field::Synonyms, text));
    cut
}

/// The postings of a word while they grow.
#[derive(Default)]
struct Growing {
    bytes: Vec<u8>,
    resources: u32,
    /// The lowest resource that may come next.
    next: u32,
    /// Weight in the resource at hand.
    weight: f32,
}

/// The encoded postings by word.
fn postings(cuts: &[Cut], lengths: &FieldLengths, order: &[u32]) -> Vec<Vec<u8>> {
    let classes = class_weights();
    let mut words: Vec<Growing> = order.iter().map(|_| Growing::default()).collect();
    let mut touched: Vec<u32> = Vec::new();
    for (doc, cut) in (0u32..).zip(cuts) {
        for ((field, places), length) in Field::ALL.iter().zip(&cut.fields).zip(cut.lengths) {
            let share = weights::of_occurrence(*field, length, lengths);
            for met in places.words() {
                let word = order[met as usize];
                let growing = &mut words[word as usize];
                if growing.weight == 0.0 {
                    touched.push(word);
                }
                growing.weight += share;
            }
        }
        for word in touched.drain(..) {
            let growing = &mut words[word as usize];
            encode_posting(&mut growing.bytes, doc - growing.next, weight_class(&classes, growing.weight));
            *growing = Growing {
                bytes: std::mem::take(&mut growing.bytes),
                resources: growing.resources + 1,
                next: doc + 1,
                weight: 0.0,
            };
        }
    }
    let encode = |growing: Growing| {
        let mut out = Vec::with_capacity(growing.bytes.len() + 5);
        put_varint(&mut out, growing.resources);
        out.extend_from_slice(&growing.bytes);
        out
    };
    words.into_iter().map(encode).collect()
}
