//! Small catalogs, and what a reader gets of each of their records.

use equity_catalog::catalog::{Block, Catalog, Correction, Group, Listing, Resource, Section, Sense, Span, Term};
use equity_catalog::html::Options;

use crate::support::{all, attribute, decoded, fragment, linked_data, parsed, texts, with_glossary};

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn work(id: &str, title: &str) -> Resource {
    Resource { id: id.into(), title: title.into(), ..Resource::default() }
}

fn catalog(resources: Vec<Resource>) -> Catalog {
    Catalog { title: "Shared Work".into(), language: "en".into(), resources, ..Catalog::default() }
}

fn group(title: &str, ids: &[&str]) -> Group {
    let listings = ids.iter().map(|id| Listing { id: (*id).into(), title: None }).collect();
    Group { title: title.into(), groups: Vec::new(), listings }
}

fn section(id: &str, groups: Vec<Group>) -> Section {
    Section { id: id.into(), title: id.to_uppercase(), groups, ..Section::default() }
}

#[test]
fn lines_of_a_work() {
    let base = || work("a", "Net Gains");
    let slip = Correction { printed: "Lea".into(), correct: "Lee".into() };
    let table: Vec<(&str, Resource, &[&str])> = vec![
        ("a title alone", base(), &["Net Gains"]),
        ("one author", Resource { authors: owned(&["Ann Lee"]), ..base() }, &["Net Gains", "Ann Lee"]),
        ("two", Resource { authors: owned(&["Ann Lee", "Bo"]), ..base() }, &["Net Gains", "Ann Lee and Bo"]),
        ("three", Resource { authors: owned(&["Ann", "Bo", "0"]), ..base() }, &["Net Gains", "Ann, Bo, and 0"]),
        (
            "a byline stands for the authors",
            Resource { authors: owned(&["Ann Lee"]), byline: Some("Ann Lee et al.".into()), ..base() },
            &["Net Gains", "Ann Lee et al."],
        ),
        (
            "a slip keeps its correction beside it",
            Resource { authors: owned(&["Ann Lea", "Bo"]), corrections: vec![slip], ..base() },
            &["Net Gains", "Ann Lea [correct: Lee] and Bo"],
        ),
        ("organizations", Resource { organizations: owned(&["X", "Y, Z"]), ..base() }, &["Net Gains", "X; Y, Z"]),
        (
            "another title, unless only its signs differ",
            Resource { titles: owned(&["NET GAINS!", "Gaining"]), ..base() },
            &["Net Gains", "Also titled: Gaining"],
        ),
        (
            "description, kind, topics, year",
            Resource {
                description: Some("About\nnets.".into()),
                kind: Some("Tool".into()),
                topics: owned(&["Nets", "Work"]),
                year: Some(2006),
                ..base()
            },
            &["Net Gains", "About nets.", "Tool · Nets · Work · 2006"],
        ),
    ];
    for (name, resource, lines) in table {
        let html = parsed(&fragment(&catalog(vec![resource]), &Options::default()));
        assert_eq!(texts(all(&html, "#resource-a")[0], ":scope > [data-part]"), lines, "{name}");
    }
}

#[test]
fn authors_are_joined_as_the_language_joins_a_list() {
    for (language, names, joined) in [
        ("en", &["A", "B"][..], "A and B"),
        ("en-GB", &["A", "B", "C"], "A, B and C"),
        ("es", &["A", "B", "C"], "A, B y C"),
        ("de", &["A", "B", "C"], "A, B und C"),
        ("ar", &["A", "B"], "A وB"),
        ("ja", &["A", "B"], "A、B"),
        ("not a language", &["A", "B", "C"], "A, B, and C"),
    ] {
        let resource = Resource { authors: owned(names), ..work("a", "T") };
        let catalog = Catalog { language: language.into(), ..catalog(vec![resource]) };
        let html = parsed(&fragment(&catalog, &Options::default()));
        assert_eq!(texts(all(&html, "li")[0], "[data-part=byline]"), [joined], "{language}");
    }
}

#[test]
fn a_title_links_only_where_it_can_do_no_harm() {
    for (url, is_link) in [
        ("https://example.org/?a=1&b=\"2\"", true),
        ("HTTP://example.org", true),
        ("mailto:ann@example.org", true),
        ("javascript:alert(1)", false),
        ("JaVaScRiPt:alert(1)", false),
        ("java\nscript:alert(1)", false),
        (" https://example.org", false),
        ("https://example.org/a b", false),
        ("data:text/html,<script>alert(1)</script>", false),
        ("vbscript:x", false),
        ("//example.org", false),
        ("example.org", false),
        ("", false),
    ] {
        let resource = Resource { url: Some(url.into()), ..work("a", "Net Gains") };
        let html = parsed(&fragment(&catalog(vec![resource]), &Options::default()));
        let links: Vec<&str> = all(&html, "a").into_iter().map(|link| attribute(link, "href")).collect();
        assert_eq!(links, if is_link { vec![url] } else { Vec::new() }, "{url}");
        let data = &linked_data(&html)["@graph"][0]["itemListElement"][0]["item"];
        assert_eq!(data["url"].as_str(), is_link.then_some(url), "{url}");
        let facts = decoded(attribute(all(&html, ".Z3988")[0], "title"));
        assert_eq!(facts.iter().any(|(key, _)| key == "rft_id"), is_link, "{url}");
    }
}

#[test]
fn kinds_for_zotero() {
    for (kind, keys) in [
        ("Book", "book genre=book btitle au pub"),
        ("handbook", "book genre=book btitle au pub"),
        ("Report", "book genre=report btitle au pub"),
        ("Chapter", "book genre=bookitem atitle au pub"),
        ("Article", "journal genre=article atitle au pub"),
        ("Web page", "dc type=webpage title creator publisher"),
        ("Tool", "dc type=document title creator publisher"),
        ("", "dc type=document title creator publisher"),
    ] {
        let resource = Resource {
            authors: owned(&["Ann & Bo = +"]),
            organizations: owned(&["X", "Y"]),
            kind: Some(kind.into()),
            year: Some(-44),
            ..work("a", "正 🦀 \u{2028}%")
        };
        let html = parsed(&fragment(&catalog(vec![resource]), &Options::default()));
        let facts = decoded(attribute(all(&html, ".Z3988")[0], "title"));
        let words: Vec<&str> = keys.split(' ').collect();
        let [format, genre, title, author, publisher] = words.as_slice() else { panic!("{keys}") };
        let (genre, value) = genre.split_once('=').expect("it has a value");
        let expected = [
            ("ctx_ver", "Z39.88-2004"),
            ("rft_val_fmt", &format!("info:ofi/fmt:kev:mtx:{format}")),
            (&format!("rft.{title}"), "正 🦀 \u{2028}%"),
            (&format!("rft.{genre}"), value),
            (&format!("rft.{author}"), "Ann & Bo = +"),
            (&format!("rft.{publisher}"), "X; Y"),
            ("rft.date", "-0044"),
            ("rft.language", "en"),
        ];
        assert_eq!(facts, expected.map(|(key, value)| (key.to_string(), value.to_string())), "{kind}");
    }
}

#[test]
fn which_works_are_listed_where() {
    let works = || ["a", "b", "c", "d"].map(|id| work(id, id)).to_vec();
    let two = || vec![section("one", vec![group("G", &["b", "a"])]), section("two", vec![group("H", &["a", "c", "nobody"])])];
    for (name, sections, asked, shown) in [
        ("no section", Vec::new(), &[][..], "All works: #a #b #c #d"),
        ("all sections", two(), &[], "ONE: #b #a | TWO: a #c | More works: #d"),
        ("one of them", two(), &["two"], "TWO: #a #c"),
        ("in another order, none twice", two(), &["two", "one", "two"], "TWO: #a #c | ONE: #b a"),
        ("nothing is left over", vec![section("one", vec![group("G", &["a", "b", "c", "d"])])], &[], "ONE: #a #b #c #d"),
    ] {
        let catalog = Catalog { sections, ..catalog(works()) };
        let options = Options { sections: owned(asked), ..Options::default() };
        let html = parsed(&fragment(&catalog, &options));
        let blocks = all(&html, "html > section").into_iter().map(|block| {
            let items =
                all(&html, "li[data-resource]").into_iter().filter(|item| item.ancestors().any(|above| above.id() == block.id()));
            let ids = items.map(|item| {
                let (id, resource) = (attribute(item, "id"), attribute(item, "data-resource"));
                assert!(id.is_empty() || id == format!("resource-{resource}"));
                format!(" {}{resource}", if id.is_empty() { "" } else { "#" })
            });
            format!("{}:{}", texts(block, "h2")[0], ids.collect::<String>())
        });
        assert_eq!(blocks.collect::<Vec<_>>().join(" | "), shown, "{name}");
        let data = &linked_data(&html)["@graph"][0];
        assert_eq!(data["numberOfItems"], shown.matches('#').count(), "{name}");
        assert_eq!(data["name"], if asked == ["two"] { "TWO" } else { "Shared Work" }, "{name}");
    }
}

#[test]
fn headings_keep_their_order() {
    let nested = Group { groups: vec![group("H", &["a"])], ..group("G", &["a"]) };
    let one = Section { also_in_section: owned(&["N"]), ..section("one", vec![nested]) };
    let term = Term { id: "t".into(), term: "T".into(), ..Term::default() };
    let catalog = Catalog { sections: vec![one], terms: vec![term], ..catalog(vec![work("a", "A"), work("b", "B")]) };
    for (level, headings) in [
        (1, "h1 ONE, h2 G, h3 A, h3 H, h4 A, h2 Also in this section, h1 More works, h2 B, h1 Glossary, h2 T, h3 T"),
        (2, "h2 ONE, h3 G, h4 A, h4 H, h5 A, h3 Also in this section, h2 More works, h3 B, h2 Glossary, h3 T, h4 T"),
        (5, "h5 ONE, h6 G, h6 A, h6 H, h6 A, h6 Also in this section, h5 More works, h6 B, h5 Glossary, h6 T, h6 T"),
    ] {
        let html = parsed(&fragment(&catalog, &Options { heading_level: level, ..with_glossary() }));
        let found = all(&html, "h1, h2, h3, h4, h5, h6").into_iter();
        let found: Vec<String> = found.map(|h| format!("{} {}", h.value().name(), h.text().collect::<String>())).collect();
        assert_eq!(found.join(", "), headings);
    }
}

#[test]
fn languages_are_told() {
    let catalog = Catalog {
        language: "es".into(),
        sections: vec![section("one", vec![group("G", &["a"])])],
        ..catalog(vec![Resource { language: Some("qu".into()), ..work("a", "A") }, work("b", "B")])
    };
    let html = parsed(&fragment(&catalog, &Options::default()));
    for (of, language) in [("[data-section]", "es"), ("[data-part=others]", "es"), ("#resource-a", "qu"), ("#resource-b", "")] {
        let element = all(&html, of)[0];
        assert_eq!(attribute(element, "lang"), language, "{of}");
        assert_eq!(attribute(element, "dir"), if language.is_empty() { "" } else { "auto" }, "{of}");
    }
}

#[test]
fn without_details_a_list_says_who_and_no_more() {
    let resource = Resource {
        authors: owned(&["Ann"]),
        titles: owned(&["Other"]),
        kind: Some("Tool".into()),
        description: Some("D".into()),
        ..work("a", "A")
    };
    let html = parsed(&fragment(&catalog(vec![resource]), &Options { details: false, ..Options::default() }));
    assert_eq!(texts(all(&html, "li")[0], ":scope > [data-part]"), ["A", "Ann"]);
    assert_eq!(linked_data(&html)["@graph"][0]["itemListElement"][0]["item"]["genre"], "Tool");
}

#[test]
fn a_term_with_all_that_it_can_have() {
    let text = |text: &str| vec![Block::Paragraph { p: vec![Span::Text(text.into())] }];
    let list = Block::Bullets { ul: vec![text("E1"), text("E2")] };
    let term = Term {
        id: "t".into(),
        term: "T".into(),
        forms: owned(&["ts"]),
        senses: vec![
            Sense { text: text("One"), examples: vec![list], sources: owned(&["Bok"]), adapted: true },
            Sense { text: text("Two"), examples: text("E"), sources: owned(&["B"]), adapted: false },
        ],
        related: owned(&["R1", "R2"]),
        locations: vec![owned(&["P", "Q"]), owned(&["S"])],
        notes: owned(&["N"]),
        restored: true,
        corrections: vec![Correction { printed: "Bok".into(), correct: "Book".into() }],
        ..Term::default()
    };
    let catalog = Catalog { terms: vec![term], ..catalog(Vec::new()) };
    let html = parsed(&fragment(&catalog, &with_glossary()));
    let entry = all(&html, "article#term-t[data-term=t]")[0];
    for (part, shown) in [
        ("ol > li > p:first-child", &["One", "Two"][..]),
        ("[data-part=label]", &["Examples", "Example"]),
        ("[data-part=examples] li", &["E1", "E2"]),
        ("[data-part=credit]", &["After: Bok [correct: Book]", "Source: B"]),
        ("[data-part=related] > *", &["Related resources", "R1", "R2"]),
        ("[data-part=locations] > *", &["Locations", "P / Q", "S"]),
        ("[data-part=note]", &["N", "This heading is restored: the document that the entry follows had lost it."]),
    ] {
        let found: Vec<String> = texts(entry, part).iter().map(|text| text.trim().to_string()).collect();
        assert_eq!(found, shown, "{part}");
    }
    assert_eq!(
        linked_data(&html)["@graph"][1]["hasDefinedTerm"][0],
        serde_json::json!({ "@type": "DefinedTerm", "@id": "#term-t", "name": "T", "alternateName": ["ts"], "description": "One\nTwo" })
    );
    let only = parsed(&fragment(&catalog, &Options { works: false, ..with_glossary() }));
    assert_eq!((all(&only, "article").len(), all(&only, "[data-part=others]").len()), (1, 0));
    assert_eq!(linked_data(&only)["@graph"][0]["@type"], "DefinedTermSet");
}
