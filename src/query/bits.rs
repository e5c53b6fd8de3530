//! A set of resources, a bit each.

/// Numbers below a bound.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits {
    chunks: Vec<u64>,
}

impl Bits {
    /// None of the numbers below `bound`.
    pub fn none(bound: u32) -> Self {
        Self { chunks: vec![0; (bound as usize).div_ceil(64)] }
    }

    /// Adds a number; one beyond the bound is ignored.
    pub fn insert(&mut self, number: u32) {
        if let Some(chunk) = self.chunks.get_mut(number as usize / 64) {
            *chunk |= 1 << (number % 64);
        }
    }

    /// Whether the number is among them.
    pub fn contains(&self, number: u32) -> bool {
        self.chunks.get(number as usize / 64).is_some_and(|chunk| chunk & 1 << (number % 64) != 0)
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.chunks.iter().map(|chunk| chunk.count_ones()).sum()
    }

    /// Keeps those that are in the other set too.
    pub fn intersect(&mut self, other: &Self) {
        for (chunk, other) in self.chunks.iter_mut().zip(&other.chunks) {
            *chunk &= other;
        }
    }

    /// Calls `each` with the numbers, in their order.
    pub fn each(&self, mut each: impl FnMut(u32)) {
        for (at, &chunk) in (0u32..).zip(&self.chunks) {
            let mut left = chunk;
            while left != 0 {
                each(at * 64 + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }
}
