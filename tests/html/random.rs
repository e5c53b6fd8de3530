//! Whatever the records hold, a text of the catalog is a text on the page.
//!
//! Catalogs are written, parsed as a browser would, and read back: the prose must be the very tree that went in, each line of a
//! work what the record says, links those of the records that can do no harm, and nothing else may be there.

use std::collections::BTreeSet;

use equity_catalog::catalog::{Block, Catalog, Group, Listing, Resource, Section, Sense, Span, Term, is_safe_url};
use equity_catalog::html::Options;
use proptest::prelude::*;
use scraper::Html;

use crate::catalogs::{ATTACKS, catalog};
use crate::prose::{canonical, flat, plain, prose_of, shown};
use crate::support::{all, attribute, decoded, fragment, linked_data, selector, text, with_glossary};

/// All that may be there.
pub const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "html",
    "li",
    "nav",
    "ol",
    "p",
    "script",
    "section",
    "span",
    "strong",
    "summary",
    "ul",
];

pub const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "aria-label",
    "class",
    "data-part",
    "data-resource",
    "data-section",
    "data-term",
    "dir",
    "href",
    "id",
    "lang",
    "title",
    "type",
];

/// The lines that a record gives, by part.
fn lines_of(resource: &Resource, title: Option<&str>) -> Vec<(String, String)> {
    let mut lines = vec![("listing-title".to_string(), title.unwrap_or(&resource.title).to_string())];
    let mut line = |part: &str, text: String| {
        if !shown(&text).is_empty() {
            lines.push((part.into(), text));
        }
    };
    let joined = match resource.authors.as_slice() {
        [one, two] => format!("{one} and {two}"),
        names => names.concat(),
    };
    line("byline", resource.byline.clone().filter(|byline| !byline.is_empty()).unwrap_or(joined));
    line("organizations", resource.organizations.join("; "));
    let words = |title: &str| title.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    for other in resource.titles.iter().filter(|other| words(other) != words(&resource.title)) {
        line("other-title", format!("Also titled: {other}"));
    }
    line("description", resource.description.clone().unwrap_or_default());
    let facts = resource.kind.iter().chain(&resource.topics).cloned().chain(resource.year.map(|year| year.to_string()));
    line("facts", facts.filter(|fact| !shown(fact).is_empty()).collect::<Vec<_>>().join(" · "));
    lines.into_iter().map(|(part, text)| (part, shown(&text))).collect()
}

fn nothing_else_is_there(html: &Html, catalog: &Catalog) -> Result<(), TestCaseError> {
    let mut ids = BTreeSet::new();
    for element in html.root_element().descendent_elements() {
        prop_assert!(ELEMENTS.contains(&element.value().name()), "{}", element.html());
        for (name, value) in element.value().attrs() {
            prop_assert!(ATTRIBUTES.contains(&name), "{name}={value}");
            prop_assert!(name != "href" || is_safe_url(value) || value.starts_with('#'), "{value}");
            prop_assert!(name != "id" || ids.insert(value.to_string()), "{value} stands twice");
            prop_assert!(name != "type" || value == "application/ld+json");
        }
    }
    // What leads to an entry of the page leads to one that is there.
    for link in all(html, "a[href^=\"#\"]") {
        prop_assert!(ids.contains(&attribute(link, "href")[1..]), "{}", link.html());
    }
    let comments = html.tree.nodes().filter(|node| node.value().is_comment()).count();
    prop_assert_eq!(comments, 1);
    prop_assert_eq!(ids.len(), catalog.resources.len() + catalog.terms.len());
    Ok(())
}

fn examine(catalog: &Catalog) -> Result<(), TestCaseError> {
    let written = fragment(catalog, &with_glossary());
    prop_assert_eq!(&written, &fragment(catalog, &with_glossary()));
    prop_assert!(written.ends_with(">\n") && !written.contains("\n\n"));
    let html = Html::parse_fragment(&written);
    nothing_else_is_there(&html, catalog)?;

    let sections = all(&html, "[data-section]");
    prop_assert_eq!(sections.len(), catalog.sections.len());
    let work = |id: &str| catalog.resources.iter().find(|resource| resource.id == id);
    let mut expected: Vec<(&Resource, Option<&str>)> = Vec::new();
    for (shown, kept) in sections.iter().zip(&catalog.sections) {
        prop_assert_eq!(attribute(*shown, "data-section"), plain(&kept.id));
        let overview = shown.select(&selector(":scope > [data-part=overview]")).next().map(prose_of);
        prop_assert_eq!(overview.unwrap_or_default(), canonical(&kept.overview));
        let listings = kept.groups.iter().flat_map(|group| &group.listings);
        expected.extend(listings.filter_map(|listing| Some((work(&listing.id)?, listing.title.as_deref()))));
    }
    let unlisted = catalog.resources.iter().filter(|resource| expected.iter().all(|(listed, _)| listed.id != resource.id));
    let unlisted: Vec<_> = unlisted.map(|resource| (resource, None)).collect();
    expected.extend(unlisted);
    let items = all(&html, "li[data-resource]");
    prop_assert_eq!(items.len(), expected.len());
    for (item, (resource, title)) in items.iter().zip(&expected) {
        let parts = item.child_elements().filter(|part| attribute(*part, "class") != "Z3988");
        let lines: Vec<(String, String)> = parts.map(|part| (attribute(part, "data-part").into(), text(part))).collect();
        prop_assert_eq!(lines, lines_of(resource, *title));
        let link = item.select(&selector("a")).next().map(|link| attribute(link, "href"));
        prop_assert_eq!(link, resource.url.as_deref().filter(|url| is_safe_url(url)));
        if let Some(span) = item.select(&selector(".Z3988")).next() {
            let facts = decoded(attribute(span, "title"));
            prop_assert!(facts.iter().any(|(_, value)| *value == resource.title) || resource.title.is_empty());
        }
    }

    let data = linked_data(&html);
    for item in data["@graph"][0]["itemListElement"].as_array().into_iter().flatten() {
        let name = item["item"]["name"].as_str().unwrap_or_default();
        prop_assert!(catalog.resources.iter().any(|resource| resource.title == name));
    }
    let terms = all(&html, "[data-term]");
    prop_assert_eq!(terms.len(), catalog.terms.len());
    for entry in terms {
        let kept = catalog.terms.iter().find(|term| plain(&term.id) == attribute(entry, "data-term"));
        let kept = kept.ok_or_else(|| TestCaseError::fail("no such term"))?;
        let name = entry.child_elements().next().map(text);
        prop_assert_eq!(name, Some(shown(&kept.term)));
        let examples: Vec<Vec<Block>> =
            entry.select(&selector("[data-part=examples]")).map(|examples| flat(&prose_of(examples).split_off(1))).collect();
        let with_examples = kept.senses.iter().filter(|sense| !sense.examples.is_empty());
        prop_assert_eq!(examples, with_examples.map(|sense| flat(&canonical(&sense.examples))).collect::<Vec<_>>());
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_catalog(catalog in catalog()) {
        examine(&catalog)?;
    }
}

/// Each attack in every place at once.
#[test]
fn attacks_stay_text() {
    for attack in ATTACKS {
        let text = || (*attack).to_string();
        let span = Span::Link { a: vec![Span::Text(text())], href: text() };
        let prose = || vec![Block::Paragraph { p: vec![Span::Text(text()), span.clone()] }];
        #[rustfmt::skip]
        let resource = Resource {
            id: text(), title: text(), titles: vec![format!("x{attack}y1")], authors: vec![text()], byline: None, organizations: vec![text()],
            kind: Some(text()), topics: vec![text()], language: Some(text()), url: Some(text()), description: Some(text()),
            ..Resource::default()
        };
        let listings = vec![Listing { id: text(), title: Some(text()) }];
        #[rustfmt::skip]
        let section = Section {
            id: text(), title: text(), path: vec![text()], overview: prose(), sources: vec![text()], picture_credit: Some(text()),
            also_in_section: vec![text()], groups: vec![Group { title: text(), groups: Vec::new(), listings }],
        };
        let sense = Sense { text: prose(), examples: prose(), sources: vec![text()], adapted: true };
        #[rustfmt::skip]
        let term = Term {
            id: text(), term: text(), forms: vec![text()], senses: vec![sense], related: vec![text()], locations: vec![vec![text()]],
            notes: vec![text()], ..Term::default()
        };
        #[rustfmt::skip]
        let catalog = Catalog {
            title: text(), language: text(), licence: Some(text()), about: prose(), sections: vec![section], resources: vec![resource],
            terms: vec![term],
        };
        examine(&catalog).unwrap_or_else(|found| panic!("{attack:?}: {found}"));
        let asked = Options { sections: vec![text()], ..with_glossary() };
        let html = Html::parse_fragment(&fragment(&catalog, &asked));
        nothing_else_is_there(&html, &catalog).unwrap_or_else(|found| panic!("{attack:?}: {found}"));
    }
}
