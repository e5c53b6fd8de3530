//! Sorting, once, and small.
//!
//! Every kind of element that is sorted brings a copy of the standard library's sort into the browser, 8 KB for numbers alone. So the
//! engine sorts numbers only, by a comparison that is handed in, and everything else is looked up by them; and it sorts by a heap
//! (Williams 1964), which is 20 lines, needs no memory, and takes n log n steps whatever it is given.

use std::cmp::Ordering;

/// Sorts numbers by a comparison; what it calls equal is ordered by number.
pub(crate) fn sort_numbers(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    let is_before = |a: u32, b: u32| compare(a, b).then(a.cmp(&b)).is_lt();
    for root in (0..numbers.len() / 2).rev() {
        sift_down(numbers, root, &is_before);
    }
    for end in (1..numbers.len()).rev() {
        numbers.swap(0, end);
        sift_down(&mut numbers[..end], 0, &is_before);
    }
}

/// Lets the number at `root` sink until no number below it comes after it.
fn sift_down(heap: &mut [u32], mut root: usize, is_before: &dyn Fn(u32, u32) -> bool) {
    loop {
        let mut child = 2 * root + 1;
        if child + 1 < heap.len() && is_before(heap[child], heap[child + 1]) {
            child += 1;
        }
        if child >= heap.len() || !is_before(heap[root], heap[child]) {
            return;
        }
        heap.swap(root, child);
        root = child;
    }
}

/// The first `count` of the numbers in the order of a comparison. Twice as many are gathered before they are sorted and cut, so that
/// each number costs a comparison or two, whatever `count` is.
pub(crate) fn first_numbers(
    numbers: &mut dyn Iterator<Item = u32>,
    count: usize,
    compare: &dyn Fn(u32, u32) -> Ordering,
) -> Vec<u32> {
    if count == 0 {
        return Vec::new();
    }
    let room = count.saturating_add(count.max(64));
    let mut first: Vec<u32> = Vec::new();
    let mut worst = None;
    for number in numbers {
        if worst.is_some_and(|worst| compare(worst, number).then(worst.cmp(&number)).is_lt()) {
            continue;
        }
        first.push(number);
        if first.len() == room {
            sort_numbers(&mut first, compare);
            first.truncate(count);
            worst = first.last().copied();
        }
    }
    sort_numbers(&mut first, compare);
    first.truncate(count);
    first
}

/// The first `count` of growing numbers by their scores, highest first; of equal ones the lower number.
pub(crate) fn best_numbers(numbers: impl Iterator<Item = u32>, count: usize, scores: &[f32]) -> Vec<u32> {
    let score = |number: u32| scores.get(number as usize).copied().unwrap_or(0.0);
    let sort = |best: &mut Vec<u32>| sort_numbers(best, &|a, b| score(b).total_cmp(&score(a)));
    let room = count.saturating_add(count.max(64));
    let mut best: Vec<u32> = Vec::new();
    // What does not score higher than the last of the best so far comes after it.
    let mut least = f32::NEG_INFINITY;
    for number in numbers {
        let of_number = score(number);
        if of_number > least {
            best.push(number);
            if best.len() == room {
                sort(&mut best);
                best.truncate(count);
                least = best.last().map_or(f32::INFINITY, |last| score(*last));
            }
        }
    }
    sort(&mut best);
    best.truncate(count);
    best
}

/// The numbers below `count` in the order of a comparison.
pub(crate) fn sorted_numbers(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..count as u32).collect();
    sort_numbers(&mut numbers, compare);
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{best_numbers, first_numbers, sort_numbers};

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_sorts_as_the_standard_library_does(mut numbers in prop::collection::vec(0u32..50, 0..200), count in 0usize..90) {
            let mut expected = numbers.clone();
            expected.sort_by_key(|number| (std::cmp::Reverse(number / 7), *number));
            sort_numbers(&mut numbers, &|a, b| (b / 7).cmp(&(a / 7)));
            prop_assert_eq!(&numbers, &expected);
            let mut given = expected.iter().rev().copied();
            let first = first_numbers(&mut given, count, &|a, b| (b / 7).cmp(&(a / 7)));
            expected.truncate(count);
            prop_assert_eq!(first, expected);
            let scores: Vec<f32> = numbers.iter().map(|number| (number / 7) as f32).collect();
            let mut expected: Vec<u32> = (0..scores.len() as u32).collect();
            expected.sort_by_key(|number| (std::cmp::Reverse(scores[*number as usize] as u32), *number));
            expected.truncate(count);
            prop_assert_eq!(best_numbers(0..scores.len() as u32, count, &scores), expected);
        }
    }
}
