//! A catalog's prose, which is data, as paragraphs, lists and quotations: what `www/elements/prose.js` shows.

use super::markup::{Inline, Markup};
use super::words::Words;
use crate::catalog::{Block, Span, is_safe_url};

pub(super) fn prose(markup: &mut Markup, blocks: &[Block], words: &Words) {
    for block in blocks {
        match block {
            Block::Paragraph { p } => markup.line("p", &[], &inline(p)),
            Block::Bullets { ul } => markup.block("ul", &[], |markup| items(markup, ul, words)),
            Block::Numbers { ol } => markup.block("ol", &[], |markup| items(markup, ol, words)),
            Block::Quote { quote, speaker, source, paraphrase } => {
                let by = [speaker.as_deref(), source.as_deref()].into_iter().flatten().filter(|name| !name.is_empty());
                let by = by.collect::<Vec<_>>().join(", ");
                // Somebody's own words stand in a block quotation; a thought retold in other words must not look like one.
                let (body, credit) = if *paraphrase { ("div", words.after) } else { ("blockquote", words.spoken_by) };
                markup.block("figure", &[("data-part", "quote")], |markup| {
                    markup.block(body, &[], |markup| prose(markup, quote, words));
                    if !by.is_empty() {
                        markup.line("figcaption", &[], &Inline::text(&[credit, &by].concat()));
                    }
                });
            }
        }
    }
}

fn items(markup: &mut Markup, items: &[Vec<Block>], words: &Words) {
    for item in items {
        markup.block("li", &[], |markup| prose(markup, item, words));
    }
}

fn inline(spans: &[Span]) -> Inline {
    let mut out = Inline::default();
    push_spans(&mut out, spans, false);
    out
}

/// HTML has no link within a link: a parser would end the outer one, so the inner one is text.
fn push_spans(out: &mut Inline, spans: &[Span], in_link: bool) {
    let within = |spans: &[Span], in_link: bool| {
        let mut inner = Inline::default();
        push_spans(&mut inner, spans, in_link);
        inner
    };
    for span in spans {
        match span {
            Span::Text(text) => out.push_text(text),
            Span::Emphasis { em } => out.push_element("em", &[], &within(em, in_link)),
            Span::Strong { strong } => out.push_element("strong", &[], &within(strong, in_link)),
            Span::Link { a, href } if !in_link && is_safe_url(href) => out.push_element("a", &[("href", href)], &within(a, true)),
            Span::Link { a, .. } => push_spans(out, a, in_link),
        }
    }
}
