//! Writing a catalog's fragment and reading it back with a browser's parser.

use std::path::Path;

use equity_catalog::catalog::{Catalog, read_folder};
use equity_catalog::html::{Options, write};
use equity_catalog::index;
use equity_catalog::pack::Pack;
use scraper::{ElementRef, Html, Selector};

/// The fragment of a catalog.
pub fn fragment(catalog: &Catalog, options: &Options) -> String {
    let pack = Pack::open(index::build(catalog).expect("the catalog can be built")).expect("a pack that was just built opens");
    write(&pack, options).expect("the sections are there")
}

/// With the glossary, and everything else as it is by default.
pub fn with_glossary() -> Options {
    Options { glossary: true, ..Options::default() }
}

/// The catalog that the project carries.
pub fn embedded() -> Catalog {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let (catalog, report, _) = read_folder(&folder).expect("the folder is there");
    assert!(report.is_ok(), "{report:?}");
    catalog
}

/// What a browser makes of the fragment; it has nothing to object to.
pub fn parsed(fragment: &str) -> Html {
    let html = Html::parse_fragment(fragment);
    assert!(html.errors.is_empty(), "{:?}\n{fragment}", html.errors);
    html
}

pub fn selector(selector: &str) -> Selector {
    Selector::parse(selector).expect("the selector is one")
}

/// All elements that a selector finds.
pub fn all<'a>(html: &'a Html, found_by: &str) -> Vec<ElementRef<'a>> {
    html.select(&selector(found_by)).collect()
}

/// The texts of all elements that a selector finds within one.
pub fn texts(within: ElementRef<'_>, found_by: &str) -> Vec<String> {
    within.select(&selector(found_by)).map(text).collect()
}

pub fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

pub fn attribute<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    element.value().attr(name).unwrap_or_default()
}

/// The data for search engines.
pub fn linked_data(html: &Html) -> serde_json::Value {
    let scripts = all(html, "script");
    assert_eq!(scripts.len(), 1);
    assert_eq!(attribute(scripts[0], "type"), "application/ld+json");
    serde_json::from_str(&text(scripts[0])).expect("it is JSON")
}

/// Keys and values of a `COinS` title, as a program reads them.
pub fn decoded(title: &str) -> Vec<(String, String)> {
    let pairs = title.split('&').map(|pair| pair.split_once('=').expect("each key has a value"));
    pairs.map(|(key, value)| (key.to_string(), percent_decoded(value))).collect()
}

fn percent_decoded(value: &str) -> String {
    assert!(value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)), "{value}");
    let mut bytes = Vec::new();
    let mut rest = value;
    while let Some((before, behind)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        bytes.push(u8::from_str_radix(&behind[..2], 16).expect("two digits follow"));
        rest = &behind[2..];
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).expect("it is UTF-8")
}
