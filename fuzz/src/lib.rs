//! What is done with bytes that nobody meant.
//!
//! Each function here takes any bytes and does all that the product does with bytes of one kind; it panics when the answer can't be right,
//! or when more is in memory at once than is promised. The fuzzers in `targets/` are one call each, and `tests/` makes the same calls with the kept
//! seeds, with seeds that were damaged at random, and with every wrong byte of a small pack. So what a fuzzer finds becomes a file in `seeds/`, and a test.
//!
//! | function | bytes are |
//! | --- | --- |
//! | [`pack()`] | a whole pack; once more with its header and table made right, so that damage behind them is reached |
//! | [`sections`] | some sections of a small pack, in place of its own (`packs.rs`) |
//! | [`texts`] | the files of a catalog folder (`catalogs.rs`) |
//! | [`records`] | a JSON file |
//! | [`query`] | what a reader asks of the racial-equity catalog |
//! | [`glossary`] | a page's text, in which the terms of the racial-equity glossary are found |

// Panicking is how everything here says what it found.
#![allow(clippy::missing_panics_doc)]

mod answers;
mod catalogs;
mod memory;
mod packs;
mod reads;

pub use catalogs::{embedded_pack, small_pack};
pub use memory::{Bound, OF_PACK, OF_QUERY, OF_RECORDS, OF_TEXT};
pub use packs::{of_sections, put_section, resealed, table_end};
pub use reads::{read_copied, read_lent};

use equity_catalog::catalog::{Catalog, Report, Sources, read_json, read_texts, render};
use equity_catalog::index;
use equity_catalog::pack::Pack;

/// Does all that the product does with bytes of one kind.
pub type Target = fn(&[u8]);

/// The functions by the names of their fuzzers.
pub const TARGETS: [(&str, Target); 6] =
    [("pack", pack), ("sections", sections), ("texts", texts), ("records", records), ("query", query), ("glossary", glossary)];

/// Opens a pack and asks everything of it.
pub fn pack(data: &[u8]) {
    read_both(data);
    read_both(&resealed(data.to_vec()));
}

/// The same with some sections of a small pack replaced.
pub fn sections(data: &[u8]) {
    read_both(&of_sections(data));
}

/// Bytes that are lent and bytes that are copied give the same answers, each within the bound.
fn read_both(bytes: &[u8]) {
    let lent = OF_PACK.hold(bytes.len(), || read_lent(bytes));
    let copied = OF_PACK.hold(bytes.len(), || read_copied(bytes));
    assert_eq!(lent, copied, "answers differ by where the bytes are");
}

/// Reads a catalog folder, shows what was found, and builds it.
pub fn texts(data: &[u8]) {
    let files = catalogs::texts_of(data);
    OF_TEXT.hold(data.len(), || build_and_read(read_texts("catalog", files)));
}

/// The same with a JSON file.
pub fn records(data: &[u8]) {
    OF_RECORDS.hold(data.len(), || build_and_read(read_json("catalog.json", data)));
}

fn build_and_read((catalog, report, sources): (Catalog, Report, Sources)) {
    let said = render(&report, &sources);
    assert_eq!(said.is_empty(), report.diagnostics.is_empty());
    // What can be read can be built, and what was built opens whole.
    match index::build(&catalog) {
        Ok(bytes) => {
            let pack = Pack::open(bytes.as_slice()).expect("a pack that was just built opens");
            assert_eq!(pack.meta().resources as usize, catalog.resources.len());
            assert!((0..pack.meta().resources).all(|number| pack.resource(number).is_some()), "a work can't be read back");
            assert!((0..pack.meta().terms).all(|number| pack.term(number).is_some()), "a term can't be read back");
            assert_eq!(pack.sections().len(), catalog.sections.len());
        }
        Err(error) => assert!(!report.is_ok(), "no finding says why: {error}"),
    }
}

/// Asks the racial-equity catalog.
pub fn query(data: &[u8]) {
    OF_QUERY.hold(data.len(), || answers::query(&String::from_utf8_lossy(data)));
}

/// Finds the terms of the racial-equity glossary.
pub fn glossary(data: &[u8]) {
    OF_QUERY.hold(data.len(), || answers::glossary(&String::from_utf8_lossy(data)));
}
