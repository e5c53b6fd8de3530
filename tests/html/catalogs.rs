//! Random catalogs: records of any shape, whose texts are what has broken out of somebody's HTML before, or anything else.

use equity_catalog::catalog::{Block, Catalog, Group, Listing, Resource, Section, Sense, Span, Term};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// What has broken out of somebody's HTML before.
pub const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</SCRIPT\u{c}>",
    "</script ",
    "</script/x",
    "<!--<script ",
    "<!--",
    "-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" onmouseover=\"alert(1)",
    "&lt;b&gt;",
    "&#60;script&#62;",
    "&amp;amp;",
    "&nbsp",
    "&copy=1",
    "\u{2028}alert(1)\u{2029}",
    "<svg/onload=alert(1)>",
    "<style>*{display:none}</style>",
    "</li></ul></section>",
    "</equity-catalog>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "<plaintext>",
    "<textarea>",
    "<template>",
    "<base href=//evil.example>",
    "\\u003c/script\\u003e",
    "\u{202e}",
    "\u{0}<b\u{0}>",
    "\r\n",
    "\t",
    "`${x}`",
    "{{x}}",
    "<?php ?>",
    "%3Cscript%3E",
    "+&=%",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![3 => select(ATTACKS).prop_map(String::from), 2 => "(?s).{0,5}", 2 => "[a-z ]{1,6}"]
}

fn line() -> impl Strategy<Value = String> {
    vec(word(), 1..3).prop_map(|words| words.concat())
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    vec(line(), 0..3)
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        line(),
        line().prop_map(|path| format!("https://example.org/{path}")),
        "[a-z0-9/?&=\"'<>]{0,9}".prop_map(|path| format!("https://example.org/{path}")),
    ]
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let tree = line().prop_map(Span::Text).prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(|em| Span::Emphasis { em }),
            vec(inner.clone(), 0..3).prop_map(|strong| Span::Strong { strong }),
            (vec(inner, 0..3), address()).prop_map(|(a, href)| Span::Link { a, href }),
        ]
    });
    vec(tree, 0..3)
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let tree = spans().prop_map(|p| Block::Paragraph { p }).prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            vec(vec(inner.clone(), 0..3), 0..3).prop_map(|ul| Block::Bullets { ul }),
            vec(vec(inner.clone(), 0..3), 0..3).prop_map(|ol| Block::Numbers { ol }),
            (vec(inner, 0..3), option::of(line()), any::<bool>()).prop_map(|(quote, speaker, paraphrase)| Block::Quote {
                quote,
                speaker,
                source: None,
                paraphrase
            }),
        ]
    });
    vec(tree, 0..3)
}

fn resource() -> impl Strategy<Value = Resource> {
    let names = (line(), lines(), lines(), option::of(line()), lines());
    let facts =
        (option::of(line()), lines(), option::of(-3000..2100), option::of(line()), option::of(address()), option::of(line()));
    (names, facts).prop_map(
        |((title, titles, authors, byline, organizations), (kind, topics, year, language, url, description))| Resource {
            title,
            titles,
            authors,
            byline,
            organizations,
            kind,
            topics,
            year,
            language,
            url,
            description,
            ..Resource::default()
        },
    )
}

fn section() -> impl Strategy<Value = Section> {
    let groups = vec((line(), vec((0..4_usize, option::of(line())), 0..3)), 0..3);
    (line(), lines(), blocks(), lines(), option::of(line()), lines(), groups).prop_map(
        |(title, path, overview, sources, picture_credit, also_in_section, groups)| {
            let listing = |(work, title): (usize, Option<String>)| Listing { id: id("r", work), title };
            let groups = groups.into_iter().map(|(title, listings)| Group {
                title,
                groups: Vec::new(),
                listings: listings.into_iter().map(listing).collect(),
            });
            let groups = groups.collect();
            Section { id: String::new(), title, path, overview, sources, picture_credit, also_in_section, groups }
        },
    )
}

fn term() -> impl Strategy<Value = Term> {
    let sense = (blocks(), blocks(), lines(), any::<bool>()).prop_map(|(text, examples, sources, adapted)| Sense {
        text,
        examples,
        sources,
        adapted,
    });
    (line(), lines(), vec(sense, 0..3), lines(), lines()).prop_map(|(term, forms, senses, related, notes)| Term {
        term,
        forms,
        senses,
        related,
        notes,
        ..Term::default()
    })
}

/// An id that no other record has, with an attack in it.
fn id(of: &str, number: usize) -> String {
    format!("{of}{number}{}", ATTACKS[number * 7 % ATTACKS.len()])
}

pub fn catalog() -> impl Strategy<Value = Catalog> {
    (line(), option::of(line()), blocks(), vec(section(), 0..3), vec(resource(), 0..5), vec(term(), 0..3)).prop_map(
        |(title, licence, about, mut sections, mut resources, mut terms)| {
            sections.iter_mut().enumerate().for_each(|(number, section)| section.id = id("s", number));
            resources.iter_mut().enumerate().for_each(|(number, resource)| resource.id = id("r", number));
            terms.iter_mut().enumerate().for_each(|(number, term)| term.id = id("t", number));
            Catalog { title, language: "en".into(), licence, about, sections, resources, terms }
        },
    )
}
