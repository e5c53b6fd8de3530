//! Links laid into prose: from words of a paragraph to entries of the glossary (`www/elements/cross-links.js`).
//!
//! A paragraph's words are one text to the matcher, whatever is emphasized in it, so a link may begin in one span and end in another:
//! then it stands around parts of both.

use std::ops::Range;

use crate::catalog::Span;

/// Where a link lies in the text of a paragraph, and where it leads.
pub(super) struct Lead {
    pub(super) range: Range<usize>,
    pub(super) href: String,
}

/// The text of a paragraph. What is a link already is no text: no term stands in it, and none begins before it and ends behind it.
pub(super) fn text_of(spans: &[Span]) -> String {
    let mut text = String::new();
    push_text(&mut text, spans);
    text
}

fn push_text(text: &mut String, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Text(own) => text.push_str(own),
            Span::Emphasis { em: inner } | Span::Strong { strong: inner } => push_text(text, inner),
            Span::Link { .. } => text.extend(std::iter::repeat_n('\0', length(span))),
        }
    }
}

/// Bytes of a span's text.
pub(super) fn length(span: &Span) -> usize {
    match span {
        Span::Text(text) => text.len(),
        Span::Emphasis { em: inner } | Span::Strong { strong: inner } | Span::Link { a: inner, .. } => {
            inner.iter().map(length).sum()
        }
    }
}

/// What lies in a range of the text: whole spans, and parts of those at its ends.
pub(super) fn part(spans: &[Span], range: &Range<usize>) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut at = 0;
    for span in spans {
        let end = at + length(span);
        let inner = range.start.max(at) - at..range.end.min(end).max(at) - at;
        at = end;
        if inner.is_empty() {
            continue;
        }
        parts.push(match span {
            Span::Text(text) => Span::Text(text.get(inner).unwrap_or_default().to_owned()),
            Span::Emphasis { em } => Span::Emphasis { em: part(em, &inner) },
            Span::Strong { strong } => Span::Strong { strong: part(strong, &inner) },
            Span::Link { a, href } => Span::Link { a: part(a, &inner), href: href.clone() },
        });
    }
    parts
}
