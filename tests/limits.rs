//! How much a catalog and a pack may hold: just within works, just beyond is refused in plain words, with its place and the cure. And what is made to be slow
//! within those limits costs no more work than its size. Work is counted in bytes read, which no busy machine changes.

use std::cell::Cell;
use std::ops::Range;

use equity_catalog::catalog::{
    Block, Catalog, Correction, Group, Listing, MAX_CORRECTIONS, MAX_ITEMS, MAX_LINE, MAX_RESOURCES, MAX_SECTIONS, MAX_TERMS,
    Report, Resource, Section, Sense, Severity, Span, Term, check, read_json,
};
use equity_catalog::glossary::find;
use equity_catalog::index;
use equity_catalog::pack::{Meta, Pack, PackWriter, Storage, Tag, put_meta};
use equity_catalog::query::{Request, Searcher};

fn work(id: &str) -> Resource {
    Resource { id: id.into(), title: id.into(), ..Resource::default() }
}

fn term(id: &str) -> Term {
    Term { id: id.into(), term: id.into(), ..Term::default() }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|number| number.to_string()).collect()
}

fn of_work(resource: Resource) -> Catalog {
    Catalog { resources: vec![resource], ..Catalog::default() }
}

fn of_term(term: Term) -> Catalog {
    Catalog { terms: vec![term], ..Catalog::default() }
}

fn of_section(section: Section) -> Catalog {
    Catalog {
        sections: vec![Section { id: "s".into(), title: "S".into(), ..section }],
        resources: vec![work("a")],
        ..Catalog::default()
    }
}

/// A catalog of some size.
type Made = Box<dyn Fn(usize) -> Catalog>;

fn slips(count: usize) -> Vec<Correction> {
    vec![Correction { printed: "a".into(), correct: "b".into() }; count]
}

/// The errors about size: place, message, cure.
fn too_large(catalog: &Catalog) -> Vec<(String, String, String)> {
    let mut report = Report::default();
    check(catalog, &mut report);
    let errors = report.diagnostics.into_iter().filter(|found| found.code == "too-large" && found.severity == Severity::Error);
    errors.map(|found| (found.path, found.message, found.help)).collect()
}

#[test]
fn limits_hold_at_their_edges() {
    let items = MAX_ITEMS as usize;
    let paragraph = |count: usize| vec![Block::Paragraph { p: vec![Span::Text("a".into()); count] }];
    let line = |length: usize| "é".repeat(length);
    // Bytes of text besides those of the id and the title.
    let text = (1 << 20) - 5 * items - 2;
    // Place, what is said, the largest, one more.
    let table: Vec<(&str, &str, Made, usize)> = vec![
        (
            "resources[0].title",
            "10001 characters",
            Box::new(move |n| of_work(Resource { title: line(n), ..work("a") })),
            MAX_LINE,
        ),
        (
            "resources[0].authors[1]",
            "10001 characters",
            Box::new(move |n| of_work(Resource { authors: vec!["b".into(), "é".repeat(n)], ..work("a") })),
            MAX_LINE,
        ),
        (
            "resources[0].url",
            "10001 characters",
            Box::new(|n| of_work(Resource { url: Some(format!("https://{}", "a".repeat(n - 8))), ..work("a") })),
            MAX_LINE,
        ),
        (
            "terms[0].forms[0]",
            "10001 characters",
            Box::new(|n| of_term(Term { forms: vec!["é".repeat(n)], ..term("a") })),
            MAX_LINE,
        ),
        (
            "sections[0].path[0]",
            "10001 characters",
            Box::new(|n| of_section(Section { path: vec!["é".repeat(n)], ..Section::default() })),
            MAX_LINE,
        ),
        (
            "resources[0]",
            "10001 items in its lists",
            Box::new(|n| of_work(Resource { authors: names(n - 1), topics: names(1), ..work("a") })),
            items,
        ),
        (
            "terms[0]",
            "10001 items in its lists",
            Box::new(move |n| of_term(Term { senses: vec![Sense { text: paragraph(n - 2), ..Sense::default() }], ..term("a") })),
            items,
        ),
        (
            "sections[0]",
            "10001 items in its lists",
            Box::new(|n| of_section(Section { sources: names(n), ..Section::default() })),
            items,
        ),
        (
            "resources[0].corrections",
            "101 corrections",
            Box::new(|n| of_work(Resource { corrections: slips(n), ..work("a") })),
            MAX_CORRECTIONS,
        ),
        (
            "terms[0].corrections",
            "101 corrections",
            Box::new(|n| of_term(Term { corrections: slips(n), ..term("a") })),
            MAX_CORRECTIONS,
        ),
        (
            "resources[0]",
            "bytes of text",
            Box::new(|n| of_work(Resource { description: Some("a".repeat(n)), ..work("a") })),
            text,
        ),
        (
            "sections",
            "10001 sections",
            Box::new(|n| Catalog {
                sections: (0..n).map(|at| Section { id: at.to_string(), title: "S".into(), ..Section::default() }).collect(),
                ..Catalog::default()
            }),
            MAX_SECTIONS,
        ),
    ];
    for (place, said, catalog, most) in table {
        let within = catalog(most);
        assert_eq!(too_large(&within), [], "{place}, {most}");
        let pack = Pack::open(index::build(&within).unwrap()).unwrap();
        assert_eq!(pack.sections(), within.sections, "{place}, {most}");
        assert_eq!(
            within.resources.iter().map(|work| pack.find_resource(&work.id).unwrap().1).collect::<Vec<_>>(),
            within.resources,
            "{place}, {most}"
        );
        assert_eq!(within.terms.first(), pack.term(0).as_ref(), "{place}, {most}");
        let [(path, message, help)] = too_large(&catalog(most + 1)).try_into().expect("one is told");
        assert_eq!(path, place);
        assert!(message.contains(said) && message.ends_with(" is the most") && !help.is_empty(), "{message}; {help}");
    }
}

#[test]
fn too_many_records_are_refused() {
    let terms = |count: u32| Catalog { terms: vec![Term::default(); count as usize], ..Catalog::default() };
    assert_eq!(too_large(&terms(MAX_TERMS)), []);
    let said = "there are 100001 terms here, and 100000 is the most";
    assert_eq!(too_large(&terms(MAX_TERMS + 1)), [("terms".into(), said.into(), "split the catalog into several".into())]);
    assert!(index::build(&terms(MAX_TERMS + 1)).is_err());
    // A pack that has so many, or says so.
    for (resources, terms, opens) in [(MAX_RESOURCES, MAX_TERMS, true), (MAX_RESOURCES + 1, 0, false), (0, MAX_TERMS + 1, false)]
    {
        let mut meta = Vec::new();
        put_meta(&mut meta, &Meta { resources, terms, ..Meta::default() });
        let mut writer = PackWriter::default();
        writer.section(Tag::Meta, meta);
        writer.section(Tag::Sort, vec![0; resources as usize * 8]);
        writer.section(Tag::TermLengths, vec![0; terms as usize]);
        assert_eq!(Pack::open(writer.finish()).is_ok(), opens, "{resources} resources, {terms} terms");
    }
}

#[test]
fn a_section_may_list_all_works() {
    let resources: Vec<Resource> = names(20_000).iter().map(|id| work(id)).collect();
    let listings = resources.iter().map(|work| Listing { id: work.id.clone(), title: None }).collect();
    let groups = vec![Group { title: "All".into(), listings, ..Group::default() }];
    let catalog = Catalog { resources, ..of_section(Section { groups, ..Section::default() }) };
    assert_eq!(too_large(&catalog), []);
    assert_eq!(Pack::open(index::build(&catalog).unwrap()).unwrap().sections()[0].groups[0].listings.len(), 20_000);
}

/// What nobody checked isn't built either: a pack has no record that can't be read.
#[test]
fn builds_nothing_that_packs_may_not_hold() {
    let items = MAX_ITEMS as usize + 1;
    for catalog in [
        of_work(Resource { authors: names(items), ..work("a") }),
        of_work(Resource { corrections: slips(MAX_CORRECTIONS + 1), ..work("a") }),
        of_work(Resource { description: Some("a".repeat(1 << 20)), ..work("a") }),
        of_term(Term { forms: names(items), ..term("a") }),
        of_section(Section { sources: names(items), ..Section::default() }),
        Catalog { about: vec![Block::Paragraph { p: vec![Span::Text("a".repeat(1 << 20))] }], ..Catalog::default() },
    ] {
        let message = index::build(&catalog).unwrap_err().to_string();
        assert!(message.contains("than a pack may hold") && message.contains("shorten"), "{message}");
    }
}

/// Bytes in memory that are lent to nobody: each read is a copy, and counted.
struct Counted<'c> {
    bytes: &'c [u8],
    read: &'c Cell<usize>,
}

impl Storage for Counted<'_> {
    fn size(&self) -> usize {
        self.bytes.len()
    }

    fn slice(&self, _: Range<usize>) -> Option<&[u8]> {
        None
    }

    fn copy(&self, range: Range<usize>) -> Option<Vec<u8>> {
        self.read.set(self.read.get() + range.len());
        self.bytes.get(range).map(<[u8]>::to_vec)
    }
}

/// The bytes of a section, to be changed in place.
fn section(pack: &mut [u8], tag: [u8; 4]) -> &mut [u8] {
    let number = |pack: &[u8], at: usize| u64::from_le_bytes(pack[at..at + 8].try_into().unwrap()) as usize;
    let row = (0..64).map(|row| 24 + 24 * row).find(|row| pack[*row..row + 4] == tag).unwrap();
    let (start, length) = (number(pack, row + 8), number(pack, row + 16));
    &mut pack[start..start + length]
}

#[test]
fn rows_of_titles_that_all_name_one_long_work_cost_little() {
    let long = "net ".repeat(2_400);
    let resources = std::iter::once(Resource { titles: vec![long.clone(); 40], ..work("long") });
    let catalog = Catalog { resources: resources.chain(names(4_000).iter().map(|id| work(id))).collect(), ..Catalog::default() };
    let mut bytes = index::build(&catalog).unwrap();
    for row in section(&mut bytes, *b"TITL").chunks_exact_mut(8) {
        row.copy_from_slice(&[0, 0, 0, 0, 1, 0, 0, 0]);
    }
    let read = Cell::new(0);
    let pack = Pack::open(Counted { bytes: &bytes, read: &read }).unwrap();
    pack.with_title("a", &mut |_, _| {});
    read.set(0);
    pack.with_title(long.trim(), &mut |_, _| {});
    assert!(read.get() < 2 << 20, "{} bytes for one question", read.get());
}

#[test]
fn claims_that_the_bytes_do_not_bear_out_open_nothing() {
    let catalog =
        Catalog { resources: vec![Resource { authors: names(3), ..work("a") }], terms: vec![term("t")], ..Catalog::default() };
    let pack = index::build(&catalog).unwrap();
    // A billion values, entries or bytes of names in a column.
    for field in 0..3 {
        let mut bytes = pack.clone();
        let facets = section(&mut bytes, *b"FACT");
        let author = u32::from_le_bytes(facets[8..12].try_into().unwrap()) as usize + 4 * field;
        facets[author..author + 4].copy_from_slice(&1_000_000_000u32.to_le_bytes());
        let read = Cell::new(0);
        let mut searcher = Searcher::new(Pack::open(Counted { bytes: &bytes, read: &read }).unwrap());
        let page = searcher.search(&Request { facets: vec!["author".into()], ..Request::default() });
        assert!(page.facets.iter().all(|(_, values)| values.len() <= 3) && read.get() < 20 * bytes.len(), "{field}");
    }
}

#[test]
fn queries_of_any_length_are_cut() {
    let resources = names(200)
        .iter()
        .map(|id| Resource { authors: vec!["Net Gains".into()], kind: Some("Tool".into()), ..work(id) })
        .collect();
    let bytes = index::build(&Catalog { resources, ..Catalog::default() }).unwrap();
    let read = Cell::new(0);
    let mut searcher = Searcher::new(Pack::open(Counted { bytes: &bytes, read: &read }).unwrap());
    let mut ask = |query: &str| {
        read.set(0);
        searcher.search(&Request { query, ..Request::default() });
        read.get()
    };
    for (one, sign) in [
        ("author:\"net gains\" ", "operators"),
        ("kind:tool ", "values"),
        ("-\"net gains\" ", "exclusions"),
        ("net ", "words"),
        ("正", "characters"),
    ] {
        let (most, beyond) = (ask(&one.repeat(400)), ask(&one.repeat(40_000)));
        assert!(beyond <= most.max(1_000) * 2, "{sign}: {beyond} bytes for a hundred times as many, {most} for those that count");
    }
    // 32 operators share 256 words.
    let words = "net gains ".repeat(200);
    assert!(ask(&format!("author:\"{words}\" ").repeat(32)) <= 40 * ask("author:\"net gains\" net gains").max(1_000));
}

#[test]
fn terms_with_one_first_word_are_found_and_completed() {
    let terms: Vec<Term> =
        names(3_000).iter().map(|id| Term { id: id.clone(), term: format!("racial {id}"), ..Term::default() }).collect();
    let bytes = index::build(&Catalog { terms, ..Catalog::default() }).unwrap();
    let read = Cell::new(0);
    let pack = Pack::open(Counted { bytes: &bytes, read: &read }).unwrap();
    assert_eq!(find(&pack, "racial 7 racial 77 racial 777").len(), 3);
    let mut searcher = Searcher::new(pack);
    read.set(0);
    assert!(searcher.suggest("racial", 20).len() <= 3);
    assert!(read.get() < 20_000, "{} bytes to complete a word", read.get());
    // A text costs what its own length costs.
    let mut before = 0;
    for times in [100, 200, 400] {
        read.set(0);
        assert_eq!(find(searcher.pack(), &"racial racial 7 ".repeat(times)).len(), times);
        assert!(before == 0 || read.get() <= before * 3 + 1_000, "{} bytes for {times}, {before} for half", read.get());
        before = read.get();
    }
}

#[test]
fn a_title_is_found_whole_beside_works_whose_titles_are_endless() {
    let endless = Resource { titles: (0..200).map(|number| format!("Other title {number:050}")).collect(), ..work("many") };
    let long = Resource { title: "Y".repeat(5_000), ..work("long") };
    let wanted = Resource { title: "Zeta -one".into(), ..work("zeta") };
    let catalog = Catalog { resources: vec![long, endless, wanted], ..Catalog::default() };
    let pack = Pack::open(index::build(&catalog).expect("all of it is within the limits")).expect("a pack of ours");
    let page = Searcher::new(pack).search(&Request { query: "Zeta -one", limit: 5, ..Request::default() });
    assert_eq!(page.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["zeta"]);
}

#[test]
fn titles_as_long_as_may_be_are_compared_along_their_length() {
    let title = |at: usize| format!("{}{at}", "a".repeat(MAX_LINE - 10));
    let resources = (0..60).map(|at| Resource { title: title(at), ..work(&at.to_string()) }).collect();
    let started = std::time::Instant::now();
    assert_eq!(too_large(&Catalog { resources, ..Catalog::default() }), []);
    // Length times length would be minutes.
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn json_may_be_anything() {
    for (json, code) in [
        ("[".repeat(100_000), "json"),
        ("{\"a\":".repeat(100_000), "json"),
        (format!("{{\"{}\":1}}", "a".repeat(1_000_000)), "unknown-key"),
        (format!("[{{\"id\":1,\"title\":\"{}\"}}]", "a".repeat(1_000_000)), "too-large"),
        (format!("[{{\"id\":1,\"title\":\"a\",\"authors\":[{}\"a\"]}}]", "\"a\",".repeat(100_000)), "too-large"),
    ] {
        let (_, report, sources) = read_json("works.json", json);
        let found = report
            .diagnostics
            .iter()
            .find(|found| found.code == code)
            .unwrap_or_else(|| panic!("{code}: {:?}", report.diagnostics.first()));
        assert!(sources.place_of(found).is_some() && !found.help.is_empty(), "{code} has a place and a cure");
    }
}
