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
    #[inline(always)]
    pub fn insert(&mut self, number: u32) {
        if let Some(chunk) = self.chunks.get_mut(number as usize / 64) {
            *chunk |= 1 << (number % 64);
        }
    }

    /// Takes a number out.
    pub fn remove(&mut self, number: u32) {
        if let Some(chunk) = self.chunks.get_mut(number as usize / 64) {
            *chunk &= !(1 << (number % 64));
        }
    }

    /// Whether the number is among them.
    #[inline]
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

    /// All numbers below `bound`.
    pub fn all(bound: u32) -> Self {
        let mut all = Self { chunks: vec![u64::MAX; (bound as usize).div_ceil(64)] };
        if let Some(last) = all.chunks.last_mut() {
            *last >>= (64 - bound % 64) % 64;
        }
        all
    }

    /// Leaves out those that are in the other set.
    pub fn subtract(&mut self, other: &Self) {
        for (chunk, other) in self.chunks.iter_mut().zip(&other.chunks) {
            *chunk &= !other;
        }
    }

    /// The numbers, in their order.
    pub fn iter(&self) -> Numbers<'_> {
        Numbers { chunks: &self.chunks, chunk: 0, base: 0 }
    }
}

/// The numbers of a set, in their order.
pub(super) struct Numbers<'b> {
    chunks: &'b [u64],
    /// What is left of the chunk before those.
    chunk: u64,
    /// The number after that chunk's last.
    base: u32,
}

impl Iterator for Numbers<'_> {
    type Item = u32;

    #[inline(always)]
    fn next(&mut self) -> Option<u32> {
        while self.chunk == 0 {
            let (&first, rest) = self.chunks.split_first()?;
            (self.chunk, self.chunks, self.base) = (first, rest, self.base + 64);
        }
        let number = self.base - 64 + self.chunk.trailing_zeros();
        self.chunk &= self.chunk - 1;
        Some(number)
    }
}
