//! Where an entry of the glossary leads: to its letter's neighbours, to other terms, to works.

use equity_catalog::catalog::{Block, Catalog, Resource, Sense, Span, Term};
use equity_catalog::html::Options;
use scraper::{ElementRef, Html};

use crate::support::{all, attribute, fragment, parsed, selector, text, texts};

fn paragraph(spans: Vec<Span>) -> Block {
    Block::Paragraph { p: spans }
}

fn plain(text: &str) -> Span {
    Span::Text(text.into())
}

fn em(text: &str) -> Span {
    Span::Emphasis { em: vec![plain(text)] }
}

fn term(name: &str, texts: Vec<Block>, related: &[&str]) -> Term {
    let senses = texts.into_iter().map(|text| Sense { text: vec![text], ..Sense::default() }).collect();
    let related = related.iter().map(|name| (*name).to_owned()).collect();
    Term { id: name.to_lowercase().replace(' ', "-"), term: name.into(), senses, related, ..Term::default() }
}

/// The glossary of the browser tests (`tests/browser/pages/entries.js`), and a few works.
fn village() -> Catalog {
    let mut commons = term("Commons", Vec::new(), &["stewards", "A book", "Boundaries", "Commons", "boundary"]);
    commons.senses = vec![Sense {
        text: vec![
            paragraph(vec![plain("A commons needs a steward, a "), em("fair"), plain(" share, and stewards again.")]),
            Block::Bullets { ul: vec![vec![paragraph(vec![plain("Without a boundary it is no commons.")])]] },
        ],
        examples: vec![paragraph(vec![plain("The "), em("open field"), plain(" of a village.")])],
        ..Sense::default()
    }];
    let link = Span::Link { a: vec![plain("the steward")], href: "https://example.org/".into() };
    let work = |id: &str, title: &str, url: Option<&str>| Resource {
        id: id.into(),
        title: title.into(),
        url: url.map(Into::into),
        ..Resource::default()
    };
    Catalog {
        language: "en".into(),
        terms: vec![
            commons,
            term("Steward", vec![paragraph(vec![plain("Of an open field, an "), em("open"), plain(" field.")])], &["commons"]),
            term(
                "Fair Share",
                vec![
                    paragraph(vec![link, plain(" says: a boundary-line.")]),
                    paragraph(vec![
                        Span::Strong { strong: vec![em("The commons"), plain(" and a stew")] },
                        plain("ard’s share."),
                    ]),
                ],
                &[],
            ),
            Term { forms: vec!["boundary line".into()], ..term("Boundary", vec![paragraph(vec![plain("A boundary.")])], &[]) },
            Term {
                senses: vec![Sense {
                    text: vec![Block::Quote {
                        quote: vec![paragraph(vec![plain("No boundary.")])],
                        speaker: Some("A steward".into()),
                        source: None,
                        paraphrase: false,
                    }],
                    sources: vec!["The steward’s book".into()],
                    ..Sense::default()
                }],
                ..term("Open Field", Vec::new(), &[])
            },
        ],
        resources: vec![
            work("one", "On stewards", None),
            work("two", "Stewards & <others>", Some("https://example.org/two")),
            work("three", "A steward’s year", Some("javascript:alert(1)")),
            work("four", "No steward", None),
        ],
        ..Catalog::default()
    }
}

fn glossary(works: bool) -> Html {
    parsed(&fragment(&village(), &Options { glossary: true, works, ..Options::default() }))
}

/// What leads to terms, in the order of the text, as the browser tests write it: the words, then the term.
fn leads(entry: ElementRef<'_>) -> Vec<String> {
    let shown = |link: ElementRef<'_>| match attribute(link, "href").strip_prefix("#term-") {
        Some(id) => format!("{} > {id}", text(link)),
        None => format!("{}:", text(link)),
    };
    entry.select(&selector("[data-part=see-also] dt, [data-part=term-link]")).map(shown).collect()
}

#[test]
fn terms_in_an_entry_lead_to_theirs() {
    let html = glossary(false);
    for (what, id, expected) in [
        (
            "a text, a list in it, an example; each term once, never its own; emphasis within and across",
            "commons",
            &[
                "steward > steward",
                "fair share > fair-share",
                "boundary > boundary",
                "open field > open-field",
                "See also:",
                "stewards > steward",
                "Boundaries > boundary",
            ][..],
        ),
        (
            "a related term that is found by another form",
            "steward",
            &["open field > open-field", "See also:", "commons > commons"],
        ),
        (
            "two senses; nothing within a link; the longest term; what begins within an emphasis and ends behind it",
            "fair-share",
            &["boundary-line > boundary", "commons > commons", "steward’s > steward"],
        ),
        ("nothing to lead to", "boundary", &[]),
        ("a quotation, but neither who is quoted nor a credit", "open-field", &["boundary > boundary"]),
    ] {
        let entry = all(&html, &format!("#term-{id}"))[0];
        assert_eq!(leads(entry), expected, "{what}");
    }
    let related = texts(all(&html, "#term-commons")[0], "[data-part=related] dd");
    assert_eq!(related, ["A book", "Commons"], "what is no other term stays text");
    assert!(all(&html, "#term-steward [data-part=related]").is_empty());
}

#[test]
fn a_text_reads_as_before_whatever_leads_on_from_it() {
    let html = glossary(false);
    let paragraphs = texts(all(&html, "#term-commons")[0], "[data-part=sense] p:not([data-part])");
    assert_eq!(
        paragraphs,
        [
            "A commons needs a steward, a fair share, and stewards again.",
            "Without a boundary it is no commons.",
            "The open field of a village.",
        ]
    );
    let inner =
        |id: &str, number: usize| all(&html, &format!("#term-{id} [data-part=sense] p:not([data-part])"))[number].inner_html();
    let link = |id: &str, text: &str| format!("<a data-part=\"term-link\" href=\"#term-{id}\">{text}</a>");
    let (steward, share) = (link("steward", "steward"), link("fair-share", "<em>fair</em> share"));
    assert_eq!(inner("commons", 0), format!("A commons needs a {steward}, a {share}, and stewards again."));
    let (commons, steward) = (link("commons", "commons"), link("steward", "<strong>stew</strong>ard’s"));
    assert_eq!(inner("fair-share", 1), format!("<strong><em>The {commons}</em> and a </strong>{steward} share."));
}

#[test]
fn letters_lead_to_their_first_terms() {
    let html = glossary(false);
    let links: Vec<_> = all(&html, "nav[data-part=letters][aria-label=Letters] li > a")
        .iter()
        .map(|link| (text(*link), attribute(*link, "href")))
        .collect();
    let expected = [("B", "boundary"), ("C", "commons"), ("F", "fair-share"), ("O", "open-field"), ("S", "steward")];
    assert_eq!(
        links,
        expected
            .map(|(letter, id)| (letter.to_owned(), ["#term-", id].concat()))
            .each_ref()
            .map(|(a, b)| (a.clone(), b.as_str()))
    );
    assert_eq!(texts(html.root_element(), "[data-part=letter] > h2").concat(), "BCFOS");
    assert_eq!(texts(html.root_element(), "[data-part=letter] > article > h3")[0], "Boundary");
    assert!(all(&html, "[data-part=glossary-title]").is_empty(), "the page around it has a heading");
    let both = glossary(true);
    assert_eq!(texts(both.root_element(), "[data-part=glossary] > h2"), ["Glossary"]);
    assert_eq!(texts(both.root_element(), "[data-part=letter] > h3").concat(), "BCFOS");
}

#[test]
fn a_term_has_up_to_three_of_its_works() {
    for (works, expected) in [
        (true, ["On stewards > #resource-one", "Stewards & <others> > #resource-two", "A steward’s year > #resource-three"]),
        (false, ["On stewards > ", "Stewards & <others> > https://example.org/two", "A steward’s year > "]),
    ] {
        let html = glossary(works);
        let items = all(&html, "#term-steward [data-part=works] li");
        let link = selector("a");
        let shown = items.iter().map(|item| {
            let href = item.select(&link).next().map_or("", |link| attribute(link, "href"));
            format!("{} > {href}", text(*item))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
        assert!(!works || all(&html, "#resource-two").len() == 1);
        assert!(all(&html, "#term-boundary [data-part=works]").is_empty());
    }
}
