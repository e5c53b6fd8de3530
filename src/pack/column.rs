//! Facet columns: the values of one facet, and which of them each resource has.
//!
//! ```text
//! facets   u32 each: where the column starts
//! column   values u32, entries u32, bytes of names u32, name offsets (values + 1), starts (resources + 1), entries, then per value: value, label
//! ```
//! Offsets, starts and entries are u8, u16 or u32 each, as the largest needs it. A label that is its value is left out. Values are sorted by their bytes, so that one can be found without a table of its own.

use super::bytes::{Cursor, put_str, u32_at};

/// One facet of every resource.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    values: u32,
    name_offsets: &'a [u8],
    starts: &'a [u8],
    entries: &'a [u8],
    /// How many entries there are.
    count: usize,
    /// Bytes of an entry.
    width: usize,
    /// Bytes of a start.
    start_width: usize,
    /// Bytes of an offset.
    name_width: usize,
    names: &'a [u8],
}

impl<'a> Column<'a> {
    pub(super) fn open(bytes: &'a [u8], resources: u32) -> Option<Self> {
        let (values, count) = (u32_at(bytes, 0)?, u32_at(bytes, 1)? as usize);
        let name_width = width(u32_at(bytes, 2)? as usize + 1);
        let mut cursor = Cursor::new(bytes.get(12..)?);
        let name_offsets = cursor.take((values as usize).checked_add(1)?.checked_mul(name_width)?)?;
        let (width, start_width) = (width(values as usize), width(count + 1));
        let starts = cursor.take((resources as usize + 1) * start_width)?;
        let entries = cursor.take(count.checked_mul(width)?)?;
        Some(Self { values, name_offsets, starts, entries, count, width, start_width, name_width, names: cursor.rest() })
    }

    /// Whether no entry belongs to two resources, nor a byte to two names.
    pub(super) fn is_sound(&self) -> bool {
        let only_grow = |numbers: &[u8], width: usize| {
            (1..numbers.len() / width).all(|at| number_at(numbers, width, at - 1) <= number_at(numbers, width, at))
        };
        only_grow(self.name_offsets, self.name_width) && only_grow(self.starts, self.start_width)
    }

    /// How many values there are; they are numbered from 0.
    pub fn values(&self) -> u32 {
        self.values
    }

    /// Calls `each` with the values of a resource.
    pub fn each(&self, doc: u32, each: &mut dyn FnMut(u32)) {
        self.each_inline(doc, each);
    }

    #[inline(always)]
    fn each_inline(&self, doc: u32, mut each: impl FnMut(u32)) {
        let start = |at: usize| number_at(self.starts, self.start_width, at);
        let (Some(start), Some(end)) = (start(doc as usize), start(doc as usize + 1)) else { return };
        // A resource's values stand in order, each once; what hostile bytes say again isn't counted again.
        let mut least = 0;
        for at in start as usize..(end as usize).min(self.count) {
            if let Some(value) = number_at(self.entries, self.width, at).filter(|value| (least..self.values).contains(value)) {
                least = value + 1;
                each(value);
            }
        }
    }

    /// Adds to each value's count the resources that have it.
    pub fn count(&self, docs: &mut dyn Iterator<Item = u32>, counts: &mut [u32]) {
        for doc in docs {
            self.each_inline(doc, |value| {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            });
        }
    }

    /// A value and its label.
    pub fn name(&self, value: u32) -> Option<(&'a str, &'a str)> {
        let offset = |at: usize| number_at(self.name_offsets, self.name_width, at).map(|offset| offset as usize);
        let mut cursor = Cursor::new(self.names.get(offset(value as usize)?..offset(value as usize + 1)?)?);
        let (value, label) = (cursor.str()?, cursor.str()?);
        Some((value, if label.is_empty() { value } else { label }))
    }

    /// The number of a value.
    pub fn find(&self, value: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.values);
        while low < high {
            let middle = low.midpoint(high);
            match self.name(middle)?.0.cmp(value) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

/// The `at`-th number of the bytes, each so many bytes wide.
#[inline(always)]
fn number_at(bytes: &[u8], width: usize, at: usize) -> Option<u32> {
    match width {
        1 => bytes.get(at).map(|number| u32::from(*number)),
        2 => bytes.get(at * 2..at * 2 + 2).and_then(|number| number.try_into().ok()).map(u16::from_le_bytes).map(u32::from),
        _ => bytes.get(at * 4..at * 4 + 4).and_then(|number| number.try_into().ok()).map(u32::from_le_bytes),
    }
}

/// How many bytes a number below this bound takes.
fn width(bound: usize) -> usize {
    match bound {
        0..=0x100 => 1,
        0x101..=0x1_0000 => 2,
        _ => 4,
    }
}

/// Encodes a column from its values (sorted by value, each with its label) and the values of each resource in order.
pub fn encode_column(names: &[(String, String)], docs: &[Vec<u32>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut push = |value: usize, width: usize| out.extend_from_slice(&(value as u32).to_le_bytes()[..width]);
    push(names.len(), 4);
    let count = docs.iter().map(Vec::len).sum();
    push(count, 4);
    let (mut name_bytes, mut offsets) = (Vec::new(), vec![0]);
    for (value, label) in names {
        put_str(&mut name_bytes, value);
        put_str(&mut name_bytes, if label == value { "" } else { label });
        offsets.push(name_bytes.len());
    }
    push(name_bytes.len(), 4);
    for offset in offsets {
        push(offset, width(name_bytes.len() + 1));
    }
    let mut start = 0;
    for values in docs {
        push(start, width(count + 1));
        start += values.len();
    }
    push(start, width(count + 1));
    for &value in docs.iter().flatten() {
        push(value as usize, width(names.len()));
    }
    out.extend_from_slice(&name_bytes);
    out
}
