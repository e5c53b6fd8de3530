//! Every wrong byte of a small pack, and every place where it or one of its sections may end: an error or an answer, within the bound of memory,
//! and none takes for ever. Each is read as the browser's engine reads a page's bytes, by copies; the fuzzers compare with bytes that are lent.

mod trying;

use equity_catalog::pack::{Pack, Tag};
use equity_catalog_fuzz::{OF_PACK, of_sections, put_section, read_copied, read_lent, resealed, small_pack, table_end};
use trying::try_all;

/// Whether the pack opens; all of it is read then.
fn is_read(bytes: &[u8]) -> bool {
    OF_PACK.hold(bytes.len(), || read_copied(bytes)).is_ok()
}

/// Whether every checksum holds.
fn is_whole(bytes: &[u8]) -> bool {
    Pack::open(bytes).is_ok_and(|pack| pack.verify().iter().all(|section| section.intact))
}

/// Bytes between sections belong to none and carry nothing.
fn is_padding(pack: &[u8], at: usize) -> bool {
    let number = |at: usize| u64::from_le_bytes(pack[at..at + 8].try_into().expect("eight bytes")) as usize;
    let end = table_end(pack).expect("the small pack has a table");
    let is_within = |row: usize| (number(row + 8)..number(row + 8) + number(row + 16)).contains(&at);
    at >= end + 4 && !(24..end).step_by(24).any(is_within)
}

#[test]
fn the_small_pack_is_read_and_has_something_of_everything() {
    let pack = small_pack();
    assert_eq!(read_lent(pack), read_copied(pack));
    assert!(is_read(pack) && is_whole(pack));
    let opened = Pack::open(pack).expect("it opens");
    assert!(Tag::ALL.iter().all(|tag| !opened.section(*tag).is_empty()));
    // A few sections that are the small pack's own change nothing.
    let mut same = Vec::new();
    for tag in [Tag::Meta, Tag::Forms] {
        put_section(&mut same, tag, opened.section(tag));
    }
    assert!(of_sections(&same) == pack && of_sections(&[]) == pack && resealed(pack.to_vec()) == pack);
}

#[test]
fn any_byte_may_be_any_other() {
    let pack = small_pack();
    let end = table_end(pack).expect("the small pack has a table") + 4;
    let name = |case: usize| format!("byte {} is {:#04x} in place of {:#04x}", case / 256, case % 256, pack[case / 256]);
    try_all(pack.len() * 256, name, |case| {
        let (at, value) = (case / 256, (case % 256) as u8);
        let mut bytes = pack.to_vec();
        bytes[at] = value;
        let is_changed = value != pack[at];
        assert!(!is_changed || is_padding(pack, at) || !is_whole(&bytes), "the change is noticed");
        if at < end {
            // Only what comes before the table's checksum, or is it, is refused by it.
            assert!(!is_changed || !is_read(&bytes), "a changed table opens");
            bytes = resealed(bytes);
        }
        is_read(&bytes);
    });
}

#[test]
fn a_pack_may_end_anywhere() {
    let pack = small_pack();
    try_all(
        pack.len(),
        |length| format!("it ends after {length} bytes"),
        |length| {
            assert!(!is_read(&pack[..length]), "it opens");
            is_read(&resealed(pack[..length].to_vec()));
        },
    );
}

#[test]
fn a_section_may_end_anywhere_or_be_one_byte_over_and_over() {
    let opened = Pack::open(small_pack()).expect("it opens");
    let mut cases: Vec<(Tag, Vec<u8>)> = Vec::new();
    for &tag in Tag::ALL {
        let section = opened.section(tag);
        cases.extend((0..section.len()).map(|length| (tag, section[..length].to_vec())));
        cases.extend((0..=0xff).map(|byte| (tag, vec![byte; section.len()])));
        cases.extend((0..=0xff).map(|byte| (tag, [section, &[byte; 64]].concat())));
    }
    try_all(
        cases.len(),
        |case| format!("{:?}", cases[case]),
        |case| {
            let (tag, section) = &cases[case];
            let mut data = Vec::new();
            put_section(&mut data, *tag, section);
            is_read(&of_sections(&data));
        },
    );
}
