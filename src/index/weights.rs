//! How much an occurrence of a word counts, by the field that it stands in: the part of BM25F that is known before a reader comes.
//!
//! A word's occurrences in all fields make one weighted frequency, each field's share in proportion to its weight and against its
//! length (Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields"):
//!
//! ```text
//! weight = sum over fields of  WEIGHTS[f] * frequency / (1 - B + B * length / average length)
//! ```
//! [`crate::query`] saturates the sum when it scores.

use crate::pack::Field;

/// How much length counts. Tuned together with the weights on judged collections; see BENCHMARKS.md.
const B: f32 = 0.65;

/// By field, in the order of [`Field::ALL`].
const WEIGHTS: [f32; Field::COUNT] = [3.0, 3.0, 2.0, 2.0, 1.0, 1.0, 0.5];

/// Average length of each field in words, over the resources that have the field; never zero.
pub(super) struct FieldLengths([f32; Field::COUNT]);

impl FieldLengths {
    /// The averages of these.
    pub fn averaged<'a>(all: impl Iterator<Item = &'a [u32; Field::COUNT]>) -> Self {
        let mut sums = [(0u64, 0u64); Field::COUNT];
        for lengths in all {
            for (sum, &length) in sums.iter_mut().zip(lengths) {
                *sum = (sum.0 + u64::from(length), sum.1 + u64::from(length > 0));
            }
        }
        Self(sums.map(|(words, resources)| words.max(1) as f32 / resources.max(1) as f32))
    }
}

/// What one occurrence counts in a field of so many words.
pub(super) fn of_occurrence(field: Field, length: u32, average: &FieldLengths) -> f32 {
    WEIGHTS[field as usize] / (1.0 - B + B * length as f32 / average.0[field as usize])
}
