//! A catalog's prose, which is data, as paragraphs, lists and quotations: what `www/elements/prose.js` shows.

use super::leads::{Lead, length, part, text_of};
use super::markup::{Inline, Markup};
use super::words::Words;
use crate::catalog::{Block, Span, is_safe_url};

/// Finds the links to lay into the text of a paragraph.
pub(super) type Leads<'l> = &'l mut dyn FnMut(&str) -> Vec<Lead>;

pub(super) fn prose(markup: &mut Markup, blocks: &[Block], words: &Words) {
    prose_with(markup, blocks, words, &mut |_| Vec::new());
}

/// The same with links laid into it.
pub(super) fn prose_with(markup: &mut Markup, blocks: &[Block], words: &Words, leads: Leads<'_>) {
    for block in blocks {
        match block {
            Block::Paragraph { p } => markup.line("p", &[], &inline(p, leads)),
            Block::Bullets { ul } => markup.block("ul", &[], |markup| items(markup, ul, words, leads)),
            Block::Numbers { ol } => markup.block("ol", &[], |markup| items(markup, ol, words, leads)),
            Block::Quote { quote, speaker, source, paraphrase } => {
                let by = [speaker.as_deref(), source.as_deref()].into_iter().flatten().filter(|name| !name.is_empty());
                let by = by.collect::<Vec<_>>().join(", ");
                // Somebody's own words stand in a block quotation; a thought retold in other words must not look like one.
                let (body, credit) = if *paraphrase { ("div", words.after) } else { ("blockquote", words.spoken_by) };
                markup.block("figure", &[("data-part", "quote")], |markup| {
                    markup.block(body, &[], |markup| prose_with(markup, quote, words, leads));
                    if !by.is_empty() {
                        markup.line("figcaption", &[], &Inline::text(&[credit, &by].concat()));
                    }
                });
            }
        }
    }
}

fn items(markup: &mut Markup, items: &[Vec<Block>], words: &Words, leads: Leads<'_>) {
    for item in items {
        markup.block("li", &[], |markup| prose_with(markup, item, words, leads));
    }
}

fn inline(spans: &[Span], leads: Leads<'_>) -> Inline {
    let mut out = Inline::default();
    let leads = leads(&text_of(spans));
    if leads.is_empty() {
        push_spans(&mut out, spans, false);
    } else {
        push_leading(&mut out, spans.to_vec(), 0, &leads);
    }
    out
}

/// Adds spans whose text starts at this place of the paragraph, with those links in it.
fn push_leading(out: &mut Inline, mut spans: Vec<Span>, mut at: usize, leads: &[Lead]) {
    while !spans.is_empty() {
        let all = at..at + spans.iter().map(length).sum::<usize>();
        let end = at + length(&spans[0]);
        let (range, href) = match leads.iter().find(|lead| (at..end).contains(&lead.range.start)) {
            Some(lead) => (lead.range.clone(), lead.href.as_str()),
            None => (end..end, ""),
        };
        let within = |range: std::ops::Range<usize>| range.start - all.start..range.end - all.start;
        match &spans[0] {
            // Another link may cross the end of what is emphasized: what stands before it is emphasized for itself.
            Span::Emphasis { em: inner } | Span::Strong { strong: inner } if range.end <= end && !inner.is_empty() => {
                let crossing = leads.iter().find(|lead| (at..end).contains(&lead.range.start) && lead.range.end > end);
                let until = crossing.map_or(end, |lead| lead.range.start);
                let mut content = Inline::default();
                push_leading(&mut content, part(inner, &(0..until - at)), at, leads);
                out.push_element(if matches!(spans[0], Span::Emphasis { .. }) { "em" } else { "strong" }, &[], &content);
                spans = part(&spans, &within(until..all.end));
                at = until;
            }
            _ => {
                push_spans(out, &part(&spans, &within(at..range.start)), false);
                if !range.is_empty() {
                    let mut content = Inline::default();
                    push_spans(&mut content, &part(&spans, &within(range.clone())), true);
                    out.push_element("a", &[("data-part", "term-link"), ("href", href)], &content);
                }
                spans = part(&spans, &within(range.end..all.end));
                at = range.end;
            }
        }
    }
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
