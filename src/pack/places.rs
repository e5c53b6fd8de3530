//! Places: the words of each resource in the order of its text, field by field. From a resource to its words, where postings lead from a
//! word to its resources.
//!
//! ```text
//! resource  per field: number of items, then the items, in LEB128
//! item      word * 4       the next word of the text
//!           word * 4 + 1   another reading of the last word: funder beside funders
//!           word * 4 + 2   the words before it written as one, then how many they are: multiracial
//!           3              the next value of the field begins
//! ```
//! Phrases, nearness and fields are read from here, for the resources that have the words at all.

use super::bytes::{Cursor, put_varint};
use super::layout::Field;
use crate::text::TokenKind;

/// Positions between two values of one field, so that no phrase or nearness reaches from one author to the next.
pub const GAP: u32 = 16;

/// One word of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number in the dictionary.
    pub word: u32,
    /// Its field.
    pub field: Field,
    /// Counts the words of the field from 0.
    pub position: u32,
    /// How many positions it takes: more than one for words written as one.
    pub span: u32,
}

/// The words of one resource.
#[derive(Clone, Debug)]
pub(super) struct Places<'a> {
    cursor: Cursor<'a>,
    /// Items left in the field at hand.
    left: u32,
    /// The field at hand and those after it.
    fields: &'static [Field],
    /// The position after the last word.
    next: u32,
}

impl<'a> Places<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut cursor = Cursor::new(bytes);
        let left = cursor.varint().unwrap_or(0);
        Self { cursor, left, fields: Field::ALL, next: 0 }
    }
}

impl Iterator for Places<'_> {
    type Item = Place;

    #[inline(always)]
    fn next(&mut self) -> Option<Place> {
        loop {
            while self.left == 0 {
                let (_, rest) = self.fields.split_first()?;
                (self.fields, self.next) = (rest, 0);
                self.left = self.cursor.varint()?;
            }
            self.left -= 1;
            let item = self.cursor.varint()?;
            let (position, span) = match item & 3 {
                0 => {
                    self.next = self.next.checked_add(1)?;
                    (self.next.checked_sub(1)?, 1)
                }
                1 => (self.next.checked_sub(1)?, 1),
                2 => {
                    let span = self.cursor.varint()?;
                    (self.next.checked_sub(span)?, span)
                }
                _ => {
                    self.next = self.next.checked_add(GAP)?;
                    continue;
                }
            };
            return Some(Place { word: item >> 2, field: *self.fields.first()?, position, span });
        }
    }
}

/// What is written for one field of a resource.
#[derive(Clone, Debug, Default)]
pub struct PlacesOfField {
    items: Vec<(u32, TokenKind)>,
}

impl PlacesOfField {
    /// Adds the next token of the text.
    pub fn push(&mut self, word: u32, kind: TokenKind) {
        self.items.push((word, kind));
    }

    /// Begins the next value.
    pub fn next_value(&mut self) {
        if !self.items.is_empty() {
            self.items.push((u32::MAX, TokenKind::Word));
        }
    }

    /// Every word, as often as it stands here.
    pub fn words(&self) -> impl Iterator<Item = u32> {
        self.items.iter().map(|(word, _)| *word).filter(|word| *word != u32::MAX)
    }

    /// Appends the field, each word by the number that `number` gives it.
    pub fn encode(&self, out: &mut Vec<u8>, number: impl Fn(u32) -> u32) {
        put_varint(out, self.items.len() as u32);
        for &(word, kind) in &self.items {
            match kind {
                TokenKind::Word if word == u32::MAX => put_varint(out, 3),
                TokenKind::Word => put_varint(out, number(word) << 2),
                TokenKind::Alternative => put_varint(out, number(word) << 2 | 1),
                TokenKind::Joined { parts } => {
                    put_varint(out, number(word) << 2 | 2);
                    put_varint(out, parts);
                }
            }
        }
    }
}
