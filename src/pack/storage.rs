//! Where a pack's bytes are: in memory, or somewhere that gives copies of them.

use std::ops::Range;

/// Holds the bytes of a pack.
///
/// Bytes in memory are lent. A storage that can't lend (JavaScript's memory, a file) copies what it is asked for; the pack then keeps the few
/// sections that every search walks, and asks for postings and records one by one, so that opening costs next to nothing, and the bytes are in
/// memory once.
pub trait Storage {
    /// How many bytes there are.
    fn size(&self) -> usize;

    /// The bytes of a range, if it can lend them.
    fn slice(&self, range: Range<usize>) -> Option<&[u8]>;

    /// A copy of the bytes of a range; `None` when they aren't there.
    fn copy(&self, range: Range<usize>) -> Option<Vec<u8>>;
}

impl<B: AsRef<[u8]>> Storage for B {
    fn size(&self) -> usize {
        self.as_ref().len()
    }

    fn slice(&self, range: Range<usize>) -> Option<&[u8]> {
        self.as_ref().get(range)
    }

    fn copy(&self, range: Range<usize>) -> Option<Vec<u8>> {
        self.slice(range).map(<[u8]>::to_vec)
    }
}
