//! How much may be in memory at once, and holding a call to it.

/// So many bytes for a call, and so many for each byte that it was given.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    /// Whatever it was given.
    pub fixed: u64,
    /// For each byte.
    pub per_byte: u64,
}

/// Opening a pack and reading all of it. Records are texts and lists, of which an empty one is a byte in a pack and 24 in memory, and lists grow by
/// doubling; packs that nobody damaged take some 40 a byte.
pub const OF_PACK: Bound = Bound { fixed: 128 << 10, per_byte: 400 };
/// Reading a catalog folder, showing what was found, and building what it says: each line may be a finding, with a place, a cure and a picture of the line.
pub const OF_TEXT: Bound = Bound { fixed: 1 << 20, per_byte: 2000 };
/// The same of a JSON file.
pub const OF_RECORDS: Bound = Bound { fixed: 1 << 20, per_byte: 2000 };
/// Asking the catalog that is built in, or finding its terms; opening it once, 334 KB, is within.
pub const OF_QUERY: Bound = Bound { fixed: 1 << 20, per_byte: 400 };

impl Bound {
    /// Makes a call for so many bytes.
    ///
    /// # Panics
    /// When it had more in memory at once than the bound allows.
    pub fn hold<T>(self, bytes: usize, call: impl FnOnce() -> T) -> T {
        let mut answer = None;
        let used = allocation_counter::measure(|| answer = Some(call()));
        let most = self.fixed + self.per_byte * bytes as u64;
        assert!(used.bytes_max <= most, "{} bytes were in memory for {bytes}: more than {most}", used.bytes_max);
        answer.expect("the call was made")
    }
}
