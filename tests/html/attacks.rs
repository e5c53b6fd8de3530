//! The attacks that the browsers' tests put into every field, in what `equity-catalog html` writes: read as a browser would read it.

use equity_catalog::catalog::{Block, Catalog, Group, Listing, Resource, Section, Sense, Span, Term};
use serde_json::Value;

use crate::prose::shown;
use crate::random::{ATTRIBUTES, ELEMENTS};
use crate::support::{all, fragment, parsed, text, with_glossary};

/// The strings of `attacks.json`: each text, character and flood within each of its family's frames.
fn strings() -> Vec<String> {
    let families: Value = serde_json::from_str(include_str!("../browser/pages/attacks/attacks.json")).unwrap();
    let list = |family: &Value, name: &str| family[name].as_array().cloned().unwrap_or_default();
    let mut strings = Vec::new();
    for family in families.as_object().unwrap().values() {
        let mut parts: Vec<String> = list(family, "texts").iter().map(|text| text.as_str().unwrap().to_owned()).collect();
        for range in list(family, "codes") {
            let code = |at: usize| range[at].as_u64().unwrap() as u32;
            parts.extend((code(0)..=code(1)).map(|code| char::from_u32(code).unwrap().to_string()));
        }
        for flood in list(family, "times") {
            parts.push(flood[0].as_str().unwrap().repeat(flood[1].as_u64().unwrap() as usize));
        }
        let frames = list(family, "within");
        let frames = if frames.is_empty() { vec![Value::from("{}")] } else { frames };
        strings.extend(frames.iter().flat_map(|frame| parts.iter().map(|part| frame.as_str().unwrap().replace("{}", part))));
    }
    strings
}

#[test]
fn every_field_may_be_an_attack_and_stays_a_text() {
    let strings = strings();
    assert!(strings.len() >= 500);
    let of = |at: usize| strings[at % strings.len()].clone();
    let prose = |at: usize| {
        let link = Span::Link { a: vec![Span::Text(of(at + 1))], href: of(at + 2) };
        let quote = Block::Quote {
            quote: Vec::new(),
            speaker: Some(of(at + 3)),
            source: Some(of(at + 4)),
            paraphrase: at.is_multiple_of(2),
        };
        vec![Block::Paragraph { p: vec![Span::Text(of(at)), Span::Emphasis { em: vec![link] }] }, quote]
    };
    let work = |at: usize| Resource {
        id: format!("{at}{}", of(at)),
        title: of(at),
        titles: vec![of(at + 1)],
        authors: vec![of(at + 2), of(at + 3)],
        byline: at.is_multiple_of(2).then(|| of(at + 4)),
        organizations: vec![of(at + 5)],
        kind: Some(of(at + 6)),
        topics: vec![of(at + 7)],
        language: Some(of(at + 8)),
        url: Some(of(at + 9)),
        description: Some(of(at + 10)),
        ..Resource::default()
    };
    let term = |at: usize| Term {
        id: format!("{at}{}", of(at)),
        term: of(at),
        forms: vec![of(at + 1)],
        senses: vec![Sense { text: prose(at), examples: prose(at + 1), sources: vec![of(at + 2)], adapted: false }],
        related: vec![of(at + 3)],
        locations: vec![vec![of(at + 4), of(at + 5)]],
        notes: vec![of(at + 6)],
        ..Term::default()
    };
    let numbers = 0..strings.len();
    let listings =
        numbers.clone().map(|at| Listing { id: work(at).id, title: at.is_multiple_of(3).then(|| of(at + 11)) }).collect();
    let catalog = Catalog {
        title: of(0),
        language: of(1),
        licence: Some(of(2)),
        about: prose(3),
        sections: vec![Section {
            id: of(4),
            title: of(5),
            path: vec![of(6)],
            overview: numbers.clone().step_by(5).flat_map(prose).collect(),
            sources: strings.clone(),
            picture_credit: Some(of(7)),
            also_in_section: strings.clone(),
            groups: vec![Group { title: of(8), listings, ..Group::default() }],
        }],
        resources: numbers.clone().map(work).collect(),
        terms: numbers.step_by(2).map(term).collect(),
    };
    let html = parsed(&fragment(&catalog, &with_glossary()));
    for element in all(&html, "*") {
        assert!(ELEMENTS.contains(&element.value().name()), "<{}>", element.value().name());
        for (name, value) in element.value().attrs() {
            assert!(ATTRIBUTES.contains(&name), "{name}={value}");
            let is_safe =
                ["#", "http://", "https://", "mailto:"].iter().any(|start| value.to_ascii_lowercase().starts_with(start));
            assert!(name != "href" || is_safe, "a link to {value}");
        }
    }
    let works = all(&html, "li[data-resource]");
    assert_eq!((works.len(), all(&html, "[data-term]").len()), (strings.len(), strings.len().div_ceil(2)));
    for (at, item) in works.into_iter().enumerate() {
        let title = item.child_elements().next().map(text).unwrap_or_default();
        let listed = of(if at.is_multiple_of(3) { at + 11 } else { at });
        // Of floods of accents less is shown.
        assert!(title == shown(&listed) || listed.chars().count() > 50 && title.len() < listed.len(), "{listed:?}");
    }
}
