//! How much a catalog may hold. No collection of works that people keep comes near any of these; what is beyond them was made to
//! freeze a page or to fill its memory.
//!
//! Readers of catalogs refuse what is beyond, with its place. Packs come from anybody too, and are held to what says so when they are opened and read.
//!
//! | what | at most | a pack that has more |
//! | --- | --- | --- |
//! | resources | 1,000,000 | doesn't open |
//! | terms | 100,000 | doesn't open |
//! | sections | 10,000 | opens |
//! | characters of a title, name, id, form, source, and of all that stands in one line | 10,000 | opens |
//! | bytes of a work or of a term in all | 1 MiB | opens without that record |
//! | items of a work's, a term's or a section's lists altogether, a section's listings aside | 10,000 | opens without that record |
//! | corrections of a work or of a term | 100 | opens without that record |
//! | levels of lists and quotations, of emphasis, of groups | 16 | opens without that record |
//! | levels of JSON, of a page's objects | 64 | |
//! | bytes of a pack | 4 GiB | |
//!
//! And of what a reader asks: 256 words of a query, 32 operators, 500 characters of a query and 100 values of a facet in an address; what is beyond is left out. Of
//! titles that are the same as the query, 256 are told apart, and of each the first 4 KiB of its record are read for that.

/// Works of a catalog.
pub const MAX_RESOURCES: u32 = 1_000_000;
/// Terms of a catalog.
pub const MAX_TERMS: u32 = 100_000;
/// Sections of a catalog.
pub const MAX_SECTIONS: usize = 10_000;
/// Characters of what stands in one line.
pub const MAX_LINE: usize = 10_000;
/// Bytes of a record as the pack has it.
pub const MAX_RECORD: usize = 1 << 20;
/// Items of all lists of a record.
pub const MAX_ITEMS: u32 = 10_000;
/// Corrections of a record: each is looked for in each of its lines.
pub const MAX_CORRECTIONS: usize = 100;
/// How deep lists, quotes and emphasis may nest. Deeper prose is refused with an error by every reader.
pub const MAX_PROSE_DEPTH: usize = 16;
