//! Postings: for each word, the resources that have it, and how much of each resource is about it.
//!
//! ```text
//! word      number of resources, then per resource:
//! resource  distance from the one before (LEB128), weight class (u8)
//! ```
//! A word's weight in a resource is its frequency over all fields, each field in proportion to its importance and against its
//! length (see [`crate::index`]). It is one number, decided when the pack is built, so that scoring decodes two bytes a resource. Which field
//! a word stands in, and where, is told by [`super::Places`], for the few resources that are looked at so closely.

use super::bytes::{Cursor, put_varint};

/// The weight of class 0. Smaller ones are rounded up to it.
const LIGHTEST: f32 = 0.01;

/// Each class stands for a weight four per cent above the one before, so that 256 of them reach from 0.01 to 220.
const STEP: f32 = 1.04;

/// The weight that each class stands for.
pub fn class_weights() -> [f32; 256] {
    let mut weights = [LIGHTEST; 256];
    for class in 1..weights.len() {
        weights[class] = weights[class - 1] * STEP;
    }
    weights
}

/// The class nearest to a weight, by [`class_weights`].
pub fn weight_class(weights: &[f32; 256], weight: f32) -> u8 {
    let above = weights.partition_point(|of_class| *of_class < weight).min(255);
    let is_nearer_below = above > 0 && weight - weights[above - 1] < weights[above] - weight;
    (above - usize::from(is_nearer_below)) as u8
}

/// The postings of one word, in the order of their resources: each resource and its weight class.
#[derive(Clone, Debug)]
pub(super) struct Postings<'a> {
    cursor: Cursor<'a>,
    bound: u32,
    left: u32,
    /// The lowest resource that may come next.
    next: u32,
}

impl<'a> Postings<'a> {
    pub(super) fn new(bytes: &'a [u8], resources: u32) -> Self {
        let mut cursor = Cursor::new(bytes);
        let left = cursor.varint().unwrap_or(0).min(resources);
        Self { cursor, bound: resources, left, next: 0 }
    }

    /// How many resources have the word.
    pub fn resources(&self) -> u32 {
        self.left
    }
}

impl Iterator for Postings<'_> {
    type Item = (u32, u8);

    #[inline(always)]
    fn next(&mut self) -> Option<(u32, u8)> {
        self.left = self.left.checked_sub(1)?;
        let doc = self.next.checked_add(self.cursor.varint()?).filter(|doc| *doc < self.bound)?;
        self.next = doc + 1;
        Some((doc, self.cursor.byte()?))
    }
}

/// Appends one posting: `distance` from the word's last resource (counted from the one after it), and the weight class.
pub fn encode_posting(out: &mut Vec<u8>, distance: u32, class: u8) {
    put_varint(out, distance);
    out.push(class);
}

#[cfg(test)]
mod tests {
    use super::{class_weights, weight_class};

    #[test]
    fn a_class_is_within_two_per_cent() {
        let weights = class_weights();
        for weight in [0.01f32, 0.3, 1.0, 7.7, 100.0, 200.0] {
            let stored = weights[usize::from(weight_class(&weights, weight))];
            assert!((stored / weight - 1.0).abs() < 0.021, "{weight} is stored as {stored}");
        }
        assert_eq!((weight_class(&weights, 0.0), weight_class(&weights, f32::MAX)), (0, 255));
        assert!((0..=255).all(|class| weight_class(&weights, weights[usize::from(class)]) == class));
    }
}
