//! Every text of a catalog with its place, for what holds for all of them.

use crate::catalog::path::Path;
use crate::catalog::records::{Block, Catalog, Correction, Group, Resource, Section, Span, Term};

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It stands in one line.
    Line,
    /// A description, or a run of prose.
    Prose,
}

/// Is told of each text, its place, and what it is.
pub(super) type Visit<'v> = dyn FnMut(&str, Path<'_>, Kind) + 'v;

pub(super) fn each(catalog: &Catalog, visit: &mut Visit<'_>) {
    let root = Path::Root;
    visit(&catalog.title, root.field("title"), Kind::Line);
    visit(&catalog.language, root.field("language"), Kind::Line);
    option(catalog.licence.as_ref(), root.field("licence"), visit);
    blocks(&catalog.about, root.field("about"), visit);
    let all = root.field("sections");
    catalog.sections.iter().enumerate().for_each(|(at, section)| of_section(section, all.item(at), visit));
    let all = root.field("resources");
    catalog.resources.iter().enumerate().for_each(|(at, resource)| of_resource(resource, all.item(at), visit));
    let all = root.field("terms");
    catalog.terms.iter().enumerate().for_each(|(at, term)| of_term(term, all.item(at), visit));
}

fn option(text: Option<&String>, path: Path<'_>, visit: &mut Visit<'_>) {
    if let Some(text) = text {
        visit(text, path, Kind::Line);
    }
}

fn list(texts: &[String], path: Path<'_>, visit: &mut Visit<'_>) {
    texts.iter().enumerate().for_each(|(at, text)| visit(text, path.item(at), Kind::Line));
}

pub(super) fn of_section(section: &Section, path: Path<'_>, visit: &mut Visit<'_>) {
    visit(&section.id, path.field("id"), Kind::Line);
    visit(&section.title, path.field("title"), Kind::Line);
    list(&section.path, path.field("path"), visit);
    blocks(&section.overview, path.field("overview"), visit);
    list(&section.sources, path.field("sources"), visit);
    option(section.picture_credit.as_ref(), path.field("pictureCredit"), visit);
    list(&section.also_in_section, path.field("alsoInSection"), visit);
    groups(&section.groups, path.field("groups"), visit);
}

fn groups(groups: &[Group], path: Path<'_>, visit: &mut Visit<'_>) {
    for (at, group) in groups.iter().enumerate() {
        let path = path.item(at);
        visit(&group.title, path.field("title"), Kind::Line);
        self::groups(&group.groups, path.field("groups"), visit);
        let listings = path.field("listings");
        for (at, listing) in group.listings.iter().enumerate() {
            option(listing.title.as_ref(), listings.item(at).field("title"), visit);
        }
    }
}

pub(super) fn of_resource(resource: &Resource, path: Path<'_>, visit: &mut Visit<'_>) {
    visit(&resource.id, path.field("id"), Kind::Line);
    visit(&resource.title, path.field("title"), Kind::Line);
    list(&resource.titles, path.field("titles"), visit);
    list(&resource.authors, path.field("authors"), visit);
    option(resource.byline.as_ref(), path.field("byline"), visit);
    list(&resource.organizations, path.field("organizations"), visit);
    option(resource.kind.as_ref(), path.field("kind"), visit);
    list(&resource.topics, path.field("topics"), visit);
    list(&resource.sections, path.field("sections"), visit);
    option(resource.language.as_ref(), path.field("language"), visit);
    option(resource.url.as_ref(), path.field("url"), visit);
    if let Some(text) = &resource.description {
        visit(text, path.field("description"), Kind::Prose);
    }
    corrections(&resource.corrections, path.field("corrections"), visit);
}

fn corrections(corrections: &[Correction], path: Path<'_>, visit: &mut Visit<'_>) {
    for (at, correction) in corrections.iter().enumerate() {
        let path = path.item(at);
        visit(&correction.printed, path.field("printed"), Kind::Line);
        visit(&correction.correct, path.field("correct"), Kind::Line);
    }
}

pub(super) fn of_term(term: &Term, path: Path<'_>, visit: &mut Visit<'_>) {
    visit(&term.id, path.field("id"), Kind::Line);
    visit(&term.term, path.field("term"), Kind::Line);
    list(&term.forms, path.field("forms"), visit);
    let senses = path.field("senses");
    for (at, sense) in term.senses.iter().enumerate() {
        let path = senses.item(at);
        blocks(&sense.text, path.field("text"), visit);
        blocks(&sense.examples, path.field("examples"), visit);
        list(&sense.sources, path.field("sources"), visit);
    }
    list(&term.related, path.field("related"), visit);
    let locations = path.field("locations");
    term.locations.iter().enumerate().for_each(|(at, location)| list(location, locations.item(at), visit));
    list(&term.notes, path.field("notes"), visit);
    list(&term.not_in, path.field("notIn"), visit);
    corrections(&term.corrections, path.field("corrections"), visit);
}

fn blocks(blocks: &[Block], path: Path<'_>, visit: &mut Visit<'_>) {
    for (at, block) in blocks.iter().enumerate() {
        let path = path.item(at);
        match block {
            Block::Paragraph { p } => spans(p, path.field("p"), visit),
            Block::Bullets { ul } => items(ul, path.field("ul"), visit),
            Block::Numbers { ol } => items(ol, path.field("ol"), visit),
            Block::Quote { quote, speaker, source, .. } => {
                self::blocks(quote, path.field("quote"), visit);
                option(speaker.as_ref(), path.field("speaker"), visit);
                option(source.as_ref(), path.field("source"), visit);
            }
        }
    }
}

fn items(items: &[Vec<Block>], path: Path<'_>, visit: &mut Visit<'_>) {
    items.iter().enumerate().for_each(|(at, item)| blocks(item, path.item(at), visit));
}

fn spans(spans: &[Span], path: Path<'_>, visit: &mut Visit<'_>) {
    for (at, span) in spans.iter().enumerate() {
        let path = path.item(at);
        match span {
            Span::Text(text) => visit(text, path, Kind::Prose),
            Span::Emphasis { em } => self::spans(em, path.field("em"), visit),
            Span::Strong { strong } => self::spans(strong, path.field("strong"), visit),
            Span::Link { a, href } => {
                self::spans(a, path.field("a"), visit);
                visit(href, path.field("href"), Kind::Line);
            }
        }
    }
}
