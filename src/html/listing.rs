//! One work as `www/elements/listing.js` shows it: its title, who made it, who published it, and what more there is to say.

use super::coins::open_url;
use super::markup::{Inline, Markup};
use super::names::{joined, marked};
use super::words::Words;
use crate::catalog::{Resource, is_safe_url, seen};

/// What all works of a fragment share.
pub(super) struct Style<'a> {
    pub(super) words: &'a Words,
    /// The catalog's own, in which its names are joined.
    pub(super) language: &'a str,
    /// Whether to say more than titles, authors and organizations.
    pub(super) details: bool,
}

/// Adds the list item of a work. The first one carries the work's id, for links to it, and its facts for Zotero; if the work is
/// listed again, neither may stand twice on a page.
pub(super) fn listing(markup: &mut Markup, resource: &Resource, title: Option<&str>, first: bool, level: u8, style: &Style<'_>) {
    let words = style.words;
    let id = if first { ["resource-", &resource.id].concat() } else { String::new() };
    let language = resource.language.as_deref().unwrap_or_default();
    // A work in a language of its own may run the other way.
    let direction = if language.is_empty() { "" } else { "auto" };
    let attributes = [("id", id.as_str()), ("data-resource", &resource.id), ("lang", language), ("dir", direction)];
    markup.block("li", &attributes, |markup| {
        let title = marked(title.unwrap_or(&resource.title), &resource.corrections, words);
        markup.heading(level, &[("data-part", "listing-title")], &linked(resource, title));
        line(markup, "byline", &byline(resource, style));
        line(
            markup,
            "organizations",
            &separated(&resource.organizations, words.list_separator, |name| marked(name, &resource.corrections, words)),
        );
        if style.details {
            details(markup, resource, words);
        }
        if first {
            let facts = open_url(resource, style.language);
            let attributes = [("class", "Z3988"), ("title", facts.as_str()), ("aria-hidden", "true")];
            markup.line("span", &attributes, &Inline::default());
        }
    });
}

/// The title links to the work when the catalog knows an address; many catalogs know none, and then it is text.
fn linked(resource: &Resource, title: Inline) -> Inline {
    let Some(url) = resource.url.as_deref().filter(|url| is_safe_url(url)) else { return title };
    let mut link = Inline::default();
    link.push_element("a", &[("href", url)], &title);
    link
}

/// The authors as printed, or their names joined.
fn byline(resource: &Resource, style: &Style<'_>) -> Inline {
    let name = |name: &String| marked(name, &resource.corrections, style.words);
    match resource.byline.as_ref().filter(|byline| !byline.is_empty()) {
        Some(byline) => name(byline),
        None => joined(&resource.authors.iter().map(name).collect::<Vec<_>>(), style.language),
    }
}

/// Other titles, the description, and what kind of work it is.
fn details(markup: &mut Markup, resource: &Resource, words: &Words) {
    for title in other_titles(resource) {
        let mut text = Inline::text(words.also_titled);
        text.push(&marked(title, &resource.corrections, words));
        line(markup, "other-title", &text);
    }
    line(markup, "description", &Inline::text(resource.description.as_deref().unwrap_or_default()));
    let facts = resource.kind.iter().chain(&resource.topics).cloned().chain(resource.year.map(|year| year.to_string()));
    let facts: Vec<String> = facts.filter(|fact| !seen(fact).is_empty()).collect();
    // The widget draws the dots, which a page without its styles would lack.
    line(
        markup,
        "facts",
        &separated(&facts, " · ", |fact| {
            let mut span = Inline::default();
            span.push_element("span", &[], &Inline::text(fact));
            span
        }),
    );
}

/// Titles that tell readers something that the first one doesn't.
pub(super) fn other_titles(resource: &Resource) -> impl Iterator<Item = &str> {
    let own = only_words(&resource.title);
    resource.titles.iter().filter(move |title| only_words(title) != own).map(String::as_str)
}

/// A title without capitals and punctuation.
fn only_words(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

fn separated(texts: &[String], separator: &str, inline: impl Fn(&str) -> Inline) -> Inline {
    let mut out = Inline::default();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            out.push_text(separator);
        }
        out.push(&inline(text));
    }
    out
}

fn line(markup: &mut Markup, part: &str, content: &Inline) {
    if !content.is_empty() {
        markup.line("p", &[("data-part", part)], content);
    }
}
