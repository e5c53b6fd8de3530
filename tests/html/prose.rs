//! Prose read back from a page: the tree that a browser has, and the tree of the records as HTML can hold it.

use equity_catalog::catalog::{Block, Span, is_safe_url};
use scraper::{ElementRef, Node};

use crate::support::{attribute, selector, text};

/// HTML can't hold control characters; a space stands for each.
pub fn plain(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// What is read of a text: characters that could hide or reverse others are left out.
pub fn shown(text: &str) -> String {
    let is_unseen = |c: char| {
        matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{202a}'
                ..='\u{202e}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        ) || matches!(u32::from(c), 0x2060..=0x2067 | 0x206a..=0x206f | 0xfff0..=0xfff8 | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a)
            || matches!(u32::from(c), 0xe0000..=0xe00ff | 0xe01f0..=0xe0fff)
    };
    // Of ideographic spaces in a row, two.
    let mut spaces = 0;
    let mut is_one_of_two = |c: char| {
        spaces = if c == '\u{3000}' { spaces + 1 } else { 0 };
        spaces <= 2
    };
    plain(text).replace(is_unseen, "").chars().filter(|c| is_one_of_two(*c)).collect()
}

/// Prose as it can be in HTML: texts side by side are one, empty ones none; a link that does harm, or lies in another, is its text.
fn canonical_spans(spans: &[Span], in_link: bool, out: &mut Vec<Span>) {
    let within = |spans: &[Span], in_link: bool| {
        let mut out = Vec::new();
        canonical_spans(spans, in_link, &mut out);
        out
    };
    for span in spans {
        match span {
            Span::Text(text) => push_text(out, &shown(text)),
            Span::Emphasis { em } => out.push(Span::Emphasis { em: within(em, in_link) }),
            Span::Strong { strong } => out.push(Span::Strong { strong: within(strong, in_link) }),
            Span::Link { a, href } if !in_link && is_safe_url(href) => {
                out.push(Span::Link { a: within(a, true), href: href.clone() });
            }
            Span::Link { a, .. } => canonical_spans(a, in_link, out),
        }
    }
}

fn push_text(out: &mut Vec<Span>, text: &str) {
    match out.last_mut() {
        Some(Span::Text(before)) => before.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Span::Text(text.into())),
    }
}

pub fn canonical(blocks: &[Block]) -> Vec<Block> {
    let items = |items: &[Vec<Block>]| items.iter().map(|item| canonical(item)).collect();
    let block = |block: &Block| match block {
        Block::Paragraph { p } => {
            let mut out = Vec::new();
            canonical_spans(p, false, &mut out);
            Block::Paragraph { p: out }
        }
        Block::Bullets { ul } => Block::Bullets { ul: items(ul) },
        Block::Numbers { ol } => Block::Numbers { ol: items(ol) },
        Block::Quote { quote, speaker, paraphrase, .. } => {
            let speaker = speaker.as_deref().filter(|speaker| !speaker.is_empty()).map(shown);
            Block::Quote { quote: canonical(quote), speaker, source: None, paraphrase: *paraphrase }
        }
    };
    blocks.iter().map(block).collect()
}

/// The prose that a parsed element holds.
pub fn prose_of(element: ElementRef<'_>) -> Vec<Block> {
    element.child_elements().filter_map(block_of).collect()
}

fn block_of(element: ElementRef<'_>) -> Option<Block> {
    let items = || element.child_elements().map(prose_of).collect();
    Some(match element.value().name() {
        "p" => Block::Paragraph { p: spans_of(element) },
        "ul" => Block::Bullets { ul: items() },
        "ol" => Block::Numbers { ol: items() },
        "figure" => {
            let body = element.child_elements().next()?;
            let paraphrase = body.value().name() == "div";
            let credit = element.select(&selector(":scope > figcaption")).next().map(text);
            let speaker =
                credit.and_then(|credit| Some(credit.strip_prefix(if paraphrase { "After: " } else { "— " })?.to_string()));
            Block::Quote { quote: prose_of(body), speaker, source: None, paraphrase }
        }
        _ => return None,
    })
}

fn spans_of(element: ElementRef<'_>) -> Vec<Span> {
    let mut out = Vec::new();
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            push_text(&mut out, text);
        } else if let Some(inner) = ElementRef::wrap(child) {
            let spans = spans_of(inner);
            out.push(match inner.value().name() {
                "em" => Span::Emphasis { em: spans },
                "strong" => Span::Strong { strong: spans },
                "a" if attribute(inner, "data-part") == "term-link" => Span::Link { a: spans, href: String::new() },
                _ => Span::Link { a: spans, href: attribute(inner, "href").into() },
            });
        }
    }
    out
}

/// Prose as a row of characters, each with how it is marked: what is the same whatever leads to terms are laid into it.
pub fn flat(blocks: &[Block]) -> Vec<Block> {
    fn each(spans: &[Span], marks: &str, out: &mut Vec<Span>) {
        for span in spans {
            match span {
                Span::Text(text) => text.chars().for_each(|c| out.push(Span::Text(format!("{marks}{c}")))),
                Span::Emphasis { em } => each(em, &format!("{marks}em "), out),
                Span::Strong { strong } => each(strong, &format!("{marks}strong "), out),
                Span::Link { a, href } if href.is_empty() => each(a, marks, out),
                Span::Link { a, href } => each(a, &format!("{marks}{href} "), out),
            }
        }
    }
    let items = |items: &[Vec<Block>]| items.iter().map(|item| flat(item)).collect();
    let block = |block: &Block| match block {
        Block::Paragraph { p } => {
            let mut out = Vec::new();
            each(p, "", &mut out);
            Block::Paragraph { p: out }
        }
        Block::Bullets { ul } => Block::Bullets { ul: items(ul) },
        Block::Numbers { ol } => Block::Numbers { ol: items(ol) },
        Block::Quote { quote, speaker, source, paraphrase } => {
            Block::Quote { quote: flat(quote), speaker: speaker.clone(), source: source.clone(), paraphrase: *paraphrase }
        }
    };
    blocks.iter().map(block).collect()
}
