//! Postings: for each word, the resources that have it, in which fields, and at which positions.
//!
//! ```text
//! word      number of resources, then per resource:
//! resource  distance from the one before, mask of fields, then per field of the mask:
//! field     number of positions, then each as the distance from the one before
//! ```
//! All numbers are LEB128.

use super::Field;
use super::bytes::{Cursor, put_varint};

/// Positions count words within a field; words beyond this one share it.
pub const MAX_POSITION: u32 = 0xffff;

/// One resource in which a word occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting<'a> {
    /// The resource.
    pub doc: u32,
    /// How often the word stands in each field.
    pub frequencies: [u32; Field::COUNT],
    positions: &'a [u8],
}

impl Posting<'_> {
    /// Calls `each` with the field and position of every occurrence.
    pub fn positions(&self, mut each: impl FnMut(usize, u32)) {
        let mut cursor = Cursor::new(self.positions);
        for (field, _) in self.frequencies.iter().enumerate().filter(|(_, frequency)| **frequency > 0) {
            let Some(count) = cursor.varint() else { return };
            let mut position = 0u32;
            for _ in 0..count {
                let Some(distance) = cursor.varint() else { return };
                position = position.saturating_add(distance);
                each(field, position);
            }
        }
    }
}

/// The postings of one word, in the order of their resources.
#[derive(Clone, Debug)]
pub struct Postings<'a> {
    cursor: Cursor<'a>,
    resources: u32,
    left: u32,
    /// The lowest resource that may come next.
    next: u32,
}

impl<'a> Postings<'a> {
    pub(super) fn new(bytes: &'a [u8], resources: u32) -> Self {
        let mut cursor = Cursor::new(bytes);
        let left = cursor.varint().unwrap_or(0).min(resources);
        Self { cursor, resources, left, next: 0 }
    }

    /// How many resources have the word.
    pub fn count(&self) -> u32 {
        self.left
    }

    fn read(&mut self) -> Option<Posting<'a>> {
        let doc = self.next.checked_add(self.cursor.varint()?).filter(|doc| *doc < self.resources)?;
        let mask = self.cursor.varint()?;
        let before = self.cursor.rest();
        let mut frequencies = [0; Field::COUNT];
        for (field, frequency) in frequencies.iter_mut().enumerate() {
            if mask & 1 << field != 0 {
                // A count of none would leave the field without a trace and the positions out of step.
                *frequency = self.cursor.varint().filter(|count| *count > 0)?;
                for _ in 0..*frequency {
                    self.cursor.varint()?;
                }
            }
        }
        let positions = &before[..before.len() - self.cursor.rest().len()];
        self.next = doc + 1;
        Some(Posting { doc, frequencies, positions })
    }
}

impl<'a> Iterator for Postings<'a> {
    type Item = Posting<'a>;

    fn next(&mut self) -> Option<Posting<'a>> {
        self.left = self.left.checked_sub(1)?;
        let posting = self.read();
        if posting.is_none() {
            self.left = 0;
        }
        posting
    }
}

/// Appends one posting: `distance` from the word's last resource (counted from the one after it), and the sorted `(field, position)` pairs.
pub fn encode_posting(out: &mut Vec<u8>, distance: u32, occurrences: &[(u8, u32)]) {
    put_varint(out, distance);
    put_varint(out, occurrences.iter().fold(0, |mask, (field, _)| mask | 1 << field));
    for in_field in occurrences.chunk_by(|a, b| a.0 == b.0) {
        put_varint(out, in_field.len() as u32);
        let mut last = 0;
        for &(_, position) in in_field {
            let position = position.min(MAX_POSITION);
            put_varint(out, position.saturating_sub(last));
            last = position;
        }
    }
}
