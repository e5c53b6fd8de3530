//! Sorting, once.
//!
//! Every kind of element that is sorted brings several kilobytes of code of its own into the browser. So the engine sorts numbers only,
//! by a comparison that is handed in, and everything else is looked up by them.

use std::cmp::Ordering;

/// Sorts numbers by a comparison; what it calls equal keeps the order of the numbers.
pub(crate) fn sort_numbers(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|a, b| compare(*a, *b).then_with(|| a.cmp(b)));
}

/// The numbers below `count` in the order of a comparison.
pub(crate) fn sorted_numbers(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..count as u32).collect();
    sort_numbers(&mut numbers, compare);
    numbers
}
