//! A pack from anyone, made to mislead: always a plain error or an empty answer, never a panic. `fuzz/tests` tries every wrong byte.

use equity_catalog::catalog::{Case, Catalog, Resource, Term};
use equity_catalog::glossary::find;
use equity_catalog::index;
use equity_catalog::pack::{FACETS, Field, Pack};
use equity_catalog::query::{Request, Searcher};

#[test]
fn what_is_no_pack_is_told_apart() {
    let resources = vec![Resource { id: "a".into(), title: "A".into(), ..Resource::default() }];
    let pack = index::build(&Catalog { resources, ..Catalog::default() }).unwrap();
    let mut newer = pack.clone();
    newer[8] += 1;
    let mut longer = pack.clone();
    longer.push(0);
    for (bytes, code) in [
        (Vec::new(), "not-a-pack"),
        (b"<!doctype html>".to_vec(), "not-a-pack"),
        (newer, "pack-version"),
        (pack[..pack.len() / 2].to_vec(), "pack-truncated"),
        (pack[..10].to_vec(), "pack-truncated"),
        (longer, "pack-damaged"),
    ] {
        let error = Pack::open(bytes).unwrap_err();
        assert_eq!(error.code(), code);
        assert!(error.to_string().contains("again") || error.to_string().contains("give"), "the message names a cure: {error}");
    }
}

/// Replaces a section of the pack by one of the same length.
fn with_section(pack: &[u8], tag: [u8; 4], change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let sections = u32::from_le_bytes(pack[12..16].try_into().unwrap()) as usize;
    let row = (0..sections).map(|row| 24 + 24 * row).find(|row| pack[*row..row + 4] == tag).unwrap();
    let number = |at: usize| u64::from_le_bytes(pack[at..at + 8].try_into().unwrap()) as usize;
    let (start, length) = (number(row + 8), number(row + 16));
    let mut bytes = pack.to_vec();
    bytes[start..start + length].copy_from_slice(&change(&pack[start..start + length]));
    bytes
}

#[test]
fn records_that_overlap_are_not_read() {
    let resource = |number: u32| Resource { id: number.to_string(), title: number.to_string(), ..Resource::default() };
    let term = |number: u32| Term { id: number.to_string(), term: number.to_string(), ..Term::default() };
    let catalog =
        Catalog { resources: (0..50).map(resource).collect(), terms: (0..50).map(term).collect(), ..Catalog::default() };
    let pack = index::build(&catalog).unwrap();
    let size = |tag: [u8; 4]| {
        Pack::open(pack.as_slice()).unwrap().verify().iter().find(|info| info.tag.as_bytes() == tag).unwrap().length
    };
    for (lengths, records) in [(*b"STOL", *b"STOR"), (*b"TRML", *b"TERM"), (*b"PSTL", *b"POST"), (*b"PLAL", *b"PLAC")] {
        for lie in [0x00, 0x01, 0x7f, 0xff] {
            let lying = Pack::open(with_section(&pack, lengths, |section| vec![lie; section.len()])).unwrap();
            // What is read is in the section, and no byte of it is read for two.
            let words = 0..lying.dictionary().len();
            let read = match &lengths {
                b"STOL" => (0..50).filter(|number| lying.resource(*number).is_some()).count(),
                b"TRML" => (0..50).filter(|number| lying.term(*number).is_some()).count(),
                b"PSTL" => words.map(|word| lying.postings(word).len()).sum(),
                _ => (0..50).map(|number| lying.places(number).len()).sum(),
            };
            assert!(read as u64 <= size(records), "{read} of {lie}");
            assert!(lie != 0xff || read == 0);
        }
    }
}

#[test]
fn names_that_overlap_are_not_read() {
    let resource = |number: u32| Resource {
        id: number.to_string(),
        title: "A".into(),
        authors: vec![number.to_string()],
        ..Resource::default()
    };
    let pack = index::build(&Catalog { resources: (0..50).map(resource).collect(), ..Catalog::default() }).unwrap();
    let (facet, name) = FACETS[2];
    assert_eq!((name, Pack::open(pack.as_slice()).unwrap().column(facet).unwrap().name(7)), ("author", Some(("15", "15"))));
    // None begins before the one before it.
    for (offset, wrong) in [(8, 1), (7, 0xff)] {
        let damaged = with_section(&pack, *b"FACT", |section| {
            let column = u32::from_le_bytes(section[8..12].try_into().unwrap()) as usize;
            let mut bytes = section.to_vec();
            assert_eq!(bytes[column + 12..][..3], [0, 3, 6], "offsets of a byte each");
            bytes[column + 12 + offset] = wrong;
            bytes
        });
        assert!(Pack::open(damaged).unwrap().column(facet).is_none(), "{offset}");
    }
}

#[test]
fn one_title_of_many_resources_is_read_for_some_of_them() {
    let resource = |number: u32| Resource { id: number.to_string(), title: "Untitled".into(), ..Resource::default() };
    let catalog = Catalog { resources: (0..5_000).map(resource).collect(), ..Catalog::default() };
    let pack = Pack::open(index::build(&catalog).unwrap()).unwrap();
    let mut read = 0;
    pack.with_title("untitled", &mut |_, _| read += 1);
    assert!((1..1_000).contains(&read), "{read} are read");
    assert_eq!(Searcher::new(pack).search(&Request { query: "untitled", ..Request::default() }).total, 5_000);
}

#[test]
fn rules_of_forms_that_lead_nowhere_lead_nowhere() {
    let term =
        |number: u32| Term { id: number.to_string(), term: format!("AB{number} c"), case: Some(Case::Exact), ..Term::default() };
    let pack = index::build(&Catalog { terms: (0..50).map(term).collect(), ..Catalog::default() }).unwrap();
    let text = (0..50).map(|number| format!("AB{number} c, ")).collect::<Vec<_>>().concat();
    let found = |pack: Vec<u8>| find(&Pack::open(pack).unwrap(), &text).len();
    assert_eq!(found(pack.clone()), 50);
    // Rules that all go on with the next, targets beyond them, terms that there aren't.
    assert!(found(with_section(&pack, *b"FRMT", |section| vec![0x01; section.len()])) <= 50);
    for byte in [0x03, 0x7f, 0xfe, 0xff] {
        assert_eq!(found(with_section(&pack, *b"FRMT", |section| vec![byte; section.len()])), 0, "{byte}");
    }
    // Every word may start a form, or none does.
    assert_eq!(found(with_section(&pack, *b"FRMS", |section| vec![0x00; section.len()])), 0);
    found(with_section(&pack, *b"FRMS", |section| vec![0xff; section.len()]));
    assert!(found(with_section(&pack, *b"FRMS", |section| [0x01, 0x00].repeat(section.len() / 2))) <= 50);
}

#[test]
fn a_text_made_to_be_slow_is_not() {
    let terms =
        vec![Term { id: "a".into(), term: "a a a a a b".into(), not_in: vec!["a a a a a a a b".into()], ..Term::default() }];
    let pack = Pack::open(index::build(&Catalog { terms, ..Catalog::default() }).unwrap()).unwrap();
    for text in ["a ", "a-", "a’", "a.", "á ", "a", "正", "a\u{ad}", "a a-a-a-a-a-a-a "] {
        let text = text.repeat(200_000 / text.len());
        let started = std::time::Instant::now();
        assert_eq!(find(&pack, &text), []);
        assert!(started.elapsed().as_secs() < 20, "{:?}", &text[..10]);
    }
}

#[test]
fn a_word_too_long_for_one_breaks_nothing() {
    let long = "a".repeat(48);
    let title = [long.as_str(), "-", &long, "-", &long].concat();
    let resources = vec![Resource { id: "a".into(), title: title.clone(), ..Resource::default() }];
    let pack = Pack::open(index::build(&Catalog { resources, ..Catalog::default() }).unwrap()).unwrap();
    let places: Vec<_> = pack.places(0).iter().map(|place| (place.field, place.position)).collect();
    assert_eq!(places, [(Field::Title, 0), (Field::Title, 1), (Field::Title, 2)]);
    assert_eq!(Searcher::new(pack).search(&Request { query: &title, ..Request::default() }).total, 1);
}
