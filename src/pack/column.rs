//! Facet columns: the values of one facet, and which of them each resource has.
//!
//! ```text
//! facets   u32 each: where the column starts
//! column   values u32, entries u32, name offsets u32 (values + 1), starts u32 (resources + 1),
//!          entries (u8, u16 or u32 by the number of values), then per value: value, label
//! ```
//! Values are sorted by their bytes, so that one can be found without a table of its own.

use super::bytes::{Cursor, only_grow, put_str, u32_at};

/// One facet of every resource.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    values: u32,
    name_offsets: &'a [u8],
    starts: &'a [u8],
    entries: &'a [u8],
    /// How many entries there are.
    count: usize,
    width: usize,
    names: &'a [u8],
}

impl<'a> Column<'a> {
    pub(super) fn open(bytes: &'a [u8], resources: u32) -> Option<Self> {
        let (values, count) = (u32_at(bytes, 0)?, u32_at(bytes, 1)? as usize);
        let mut cursor = Cursor::new(bytes.get(8..)?);
        let name_offsets = cursor.take((values as usize).checked_add(1)?.checked_mul(4)?)?;
        let starts = cursor.take((resources as usize + 1) * 4)?;
        let width = width(values);
        let entries = cursor.take(count.checked_mul(width)?)?;
        Some(Self { values, name_offsets, starts, entries, count, width, names: cursor.rest() })
    }

    /// Whether no entry belongs to two resources.
    pub(super) fn is_sound(&self) -> bool {
        only_grow(self.starts)
    }

    /// How many values there are; they are numbered from 0.
    pub fn values(&self) -> u32 {
        self.values
    }

    /// Calls `each` with the values of a resource.
    #[inline(always)]
    pub fn each(&self, doc: u32, mut each: impl FnMut(u32)) {
        let (Some(start), Some(end)) = (u32_at(self.starts, doc as usize), u32_at(self.starts, doc as usize + 1)) else { return };
        for at in start as usize..(end as usize).min(self.count) {
            let value = match self.width {
                1 => self.entries.get(at).map(|value| u32::from(*value)),
                2 => self
                    .entries
                    .get(at * 2..at * 2 + 2)
                    .and_then(|value| value.try_into().ok())
                    .map(u16::from_le_bytes)
                    .map(u32::from),
                _ => u32_at(self.entries, at),
            };
            if let Some(value) = value.filter(|value| *value < self.values) {
                each(value);
            }
        }
    }

    /// Adds to each value's count the resources that have it.
    pub fn count(&self, docs: impl Iterator<Item = u32>, counts: &mut [u32]) {
        for doc in docs {
            self.each(doc, |value| {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            });
        }
    }

    /// A value and its label.
    pub fn name(&self, value: u32) -> Option<(&'a str, &'a str)> {
        let mut cursor = Cursor::new(self.names.get(u32_at(self.name_offsets, value as usize)? as usize..)?);
        Some((cursor.str()?, cursor.str()?))
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

fn width(values: u32) -> usize {
    match values {
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
    push(docs.iter().map(Vec::len).sum(), 4);
    let mut name_bytes = Vec::new();
    for (value, label) in names {
        push(name_bytes.len(), 4);
        put_str(&mut name_bytes, value);
        put_str(&mut name_bytes, label);
    }
    push(name_bytes.len(), 4);
    let mut start = 0;
    for values in docs {
        push(start, 4);
        start += values.len();
    }
    push(start, 4);
    for &value in docs.iter().flatten() {
        push(value as usize, width(names.len() as u32));
    }
    out.extend_from_slice(&name_bytes);
    out
}
