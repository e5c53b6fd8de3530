//! Prose as data: blocks and spans out of values.

use super::fields::{Fields, fields, items, wrong_type};
use crate::catalog::limits::MAX_PROSE_DEPTH;
use crate::catalog::path::Path;
use crate::catalog::records::{Block, Span};
use crate::catalog::report::Report;
use crate::catalog::value::Value;

const BLOCK: &[&str] = &["p", "ul", "ol", "quote", "speaker", "source", "paraphrase"];
const SPAN: &[&str] = &["em", "strong", "a", "href"];

/// A list of blocks; one block alone is a list of one.
pub(super) fn blocks(value: &Value, path: Path<'_>, report: &mut Report, depth: usize) -> Vec<Block> {
    match value {
        Value::List(_) => items(value, path, report, |item, path, report| block(item, path, report, depth)),
        _ => block(value, path, report, depth).into_iter().collect(),
    }
}

fn block(value: &Value, path: Path<'_>, report: &mut Report, depth: usize) -> Option<Block> {
    if too_deep(path, report, depth) {
        return None;
    }
    match value {
        Value::Text(text) => return Some(Block::Paragraph { p: vec![Span::Text(text.clone())] }),
        Value::Map(_) => {}
        _ => return wrong_type(value, path, WANTED_BLOCK, report),
    }
    let mut block = fields(value, path, BLOCK, report)?;
    let Some(kind) = block.first_of(&["p", "ul", "ol", "quote"]) else {
        return wrong_type(value, path, WANTED_BLOCK, report);
    };
    block.only_with(BLOCK, kind, if kind == "quote" { &["speaker", "source", "paraphrase"] } else { &[] });
    Some(match kind {
        "p" => Block::Paragraph { p: block.read("p", |value, path, report| spans(value, path, report, depth))? },
        "ul" => Block::Bullets { ul: list_items(&mut block, "ul", depth) },
        "ol" => Block::Numbers { ol: list_items(&mut block, "ol", depth) },
        _ => Block::Quote {
            quote: block.read("quote", |value, path, report| blocks(value, path, report, depth + 1))?,
            speaker: block.text("speaker"),
            source: block.text("source"),
            paraphrase: block.flag("paraphrase"),
        },
    })
}

fn list_items(fields: &mut Fields<'_>, key: &'static str, depth: usize) -> Vec<Vec<Block>> {
    fields.list(key, |value, path, report| Some(blocks(value, path, report, depth + 1)))
}

/// A run of spans; one span alone is a run of one.
fn spans(value: &Value, path: Path<'_>, report: &mut Report, depth: usize) -> Vec<Span> {
    match value {
        Value::List(_) => items(value, path, report, |item, path, report| span(item, path, report, depth)),
        _ => span(value, path, report, depth).into_iter().collect(),
    }
}

fn span(value: &Value, path: Path<'_>, report: &mut Report, depth: usize) -> Option<Span> {
    if too_deep(path, report, depth) {
        return None;
    }
    match value {
        Value::Text(text) => return Some(Span::Text(text.clone())),
        Value::Map(_) => {}
        _ => return wrong_type(value, path, WANTED_SPAN, report),
    }
    let mut span = fields(value, path, SPAN, report)?;
    let Some(kind) = span.first_of(&["em", "strong", "a"]) else {
        return wrong_type(value, path, WANTED_SPAN, report);
    };
    span.only_with(SPAN, kind, if kind == "a" { &["href"] } else { &[] });
    let inner = span.read(kind, |value, path, report| spans(value, path, report, depth + 1))?;
    Some(match kind {
        "em" => Span::Emphasis { em: inner },
        "strong" => Span::Strong { strong: inner },
        _ => Span::Link { a: inner, href: span.required_text("href")? },
    })
}

const WANTED_BLOCK: &str = "a block of prose (a text, or an object with `p`, `ul`, `ol` or `quote`)";
const WANTED_SPAN: &str = "a run of text (a text, or an object with `em`, `strong`, or `a` and `href`)";

fn too_deep(path: Path<'_>, report: &mut Report, depth: usize) -> bool {
    if depth >= MAX_PROSE_DEPTH {
        report.error("too-deep", path, "lists, quotations or emphasis are nested too deeply here", "nest them less deeply");
    }
    depth >= MAX_PROSE_DEPTH
}
