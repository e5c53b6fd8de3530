//! Catalogs too large for any reader: see the table in `limits.rs`.

use crate::catalog::limits::{MAX_CORRECTIONS, MAX_ITEMS, MAX_LINE, MAX_RECORD, MAX_RESOURCES, MAX_SECTIONS, MAX_TERMS};
use crate::catalog::path::{Path, push_number};
use crate::catalog::records::{Block, Catalog, Group, Resource, Section, Span, Term};
use crate::catalog::report::Report;

use super::texts::{self, Kind};

/// What the lengths of a record's texts take in the pack beside the texts, at most.
const MAX_TEXT: usize = MAX_RECORD - 5 * MAX_ITEMS as usize;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    let root = Path::Root;
    for (name, what, count, most) in [
        ("resources", " resources", catalog.resources.len(), MAX_RESOURCES as usize),
        ("terms", " terms", catalog.terms.len(), MAX_TERMS as usize),
        ("sections", " sections", catalog.sections.len(), MAX_SECTIONS),
    ] {
        too_many(count, most, what, root.field(name), "split the catalog into several", report);
    }
    texts::each(catalog, &mut |text, path, kind| {
        if kind == Kind::Line && text.len() > MAX_LINE && text.chars().count() > MAX_LINE {
            let help = "shorten it; what is longer belongs into a description or a definition";
            too_many(text.chars().count(), MAX_LINE, " characters", path, help, report);
        }
    });
    too_many(of_blocks(&catalog.about), MAX_ITEMS as usize, ITEMS, root.field("about"), "say it in fewer paragraphs", report);
    let all = root.field("sections");
    for (at, section) in catalog.sections.iter().enumerate() {
        too_many(of_section(section), MAX_ITEMS as usize, ITEMS, all.item(at), "split the section", report);
    }
    let all = root.field("resources");
    for (at, resource) in catalog.resources.iter().enumerate() {
        let path = all.item(at);
        let mut bytes = 0;
        texts::of_resource(resource, path, &mut |text, _, _| bytes += text.len());
        record(bytes, of_resource(resource), resource.corrections.len(), path, report);
    }
    let all = root.field("terms");
    for (at, term) in catalog.terms.iter().enumerate() {
        let path = all.item(at);
        let mut bytes = 0;
        texts::of_term(term, path, &mut |text, _, _| bytes += text.len());
        record(bytes, of_term(term), term.corrections.len(), path, report);
    }
}

const ITEMS: &str = " items in its lists";

fn record(bytes: usize, items: usize, corrections: usize, path: Path<'_>, report: &mut Report) {
    too_many(bytes, MAX_TEXT, " bytes of text", path, "shorten its longest texts", report);
    too_many(
        items,
        MAX_ITEMS as usize,
        ITEMS,
        path,
        "keep the first of its names; a byline can say `et al.` for the rest",
        report,
    );
    let help = "write the record as it should read, and keep corrections for slips that must stay as printed";
    too_many(corrections, MAX_CORRECTIONS, " corrections", path.field("corrections"), help, report);
}

fn too_many(count: usize, most: usize, what: &str, path: Path<'_>, help: &str, report: &mut Report) {
    if count > most {
        let mut message = String::from("there are ");
        push_number(&mut message, count);
        message.push_str(what);
        message.push_str(" here, and ");
        push_number(&mut message, most);
        message.push_str(" is the most");
        report.error("too-large", path, message, help);
    }
}

fn of_resource(resource: &Resource) -> usize {
    let lists = [&resource.titles, &resource.authors, &resource.organizations, &resource.topics, &resource.sections];
    lists.iter().map(|list| list.len()).sum::<usize>() + resource.corrections.len()
}

fn of_term(term: &Term) -> usize {
    let lists = [&term.forms, &term.related, &term.notes, &term.not_in].into_iter().chain(&term.locations);
    let senses = term.senses.iter().map(|sense| 1 + of_blocks(&sense.text) + of_blocks(&sense.examples) + sense.sources.len());
    lists.map(Vec::len).sum::<usize>() + senses.sum::<usize>() + term.locations.len() + term.corrections.len()
}

/// But for the listings, which the widget draws a few at a time.
fn of_section(section: &Section) -> usize {
    let lists = [&section.path, &section.sources, &section.also_in_section];
    lists.iter().map(|list| list.len()).sum::<usize>() + of_blocks(&section.overview) + of_groups(&section.groups)
}

fn of_groups(groups: &[Group]) -> usize {
    groups.iter().map(|group| 1 + of_groups(&group.groups)).sum()
}

fn of_blocks(blocks: &[Block]) -> usize {
    let of_items = |items: &[Vec<Block>]| items.iter().map(|item| 1 + of_blocks(item)).sum();
    let of_block = |block: &Block| match block {
        Block::Paragraph { p } => of_spans(p),
        Block::Bullets { ul: items } | Block::Numbers { ol: items } => of_items(items),
        Block::Quote { quote, .. } => of_blocks(quote),
    };
    blocks.iter().map(|block| 1 + of_block(block)).sum()
}

fn of_spans(spans: &[Span]) -> usize {
    let of_span = |span: &Span| match span {
        Span::Text(_) => 0,
        Span::Emphasis { em: inner } | Span::Strong { strong: inner } | Span::Link { a: inner, .. } => of_spans(inner),
    };
    spans.iter().map(|span| 1 + of_span(span)).sum()
}
