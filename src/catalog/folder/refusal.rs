//! What of Markdown the format leaves out, and what to write instead.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

/// A finding about Markdown that can't stand in a catalog.
pub(super) struct Refusal {
    pub(super) code: &'static str,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

const fn unsupported(message: &'static str, help: &'static str) -> Refusal {
    Refusal { code: "unsupported-markdown", message, help }
}

impl Refusal {
    pub(super) const LINK: Self = unsupported(
        "this kind of link is not part of the format",
        "write the address behind the text, without a title: `[text](https://…)`",
    );
    pub(super) const LIST_MARKER: Self =
        unsupported("this sign begins no list item here", "begin items with `- ` or, in order, with `1. `");
    pub(super) const LIST_START: Self = unsupported(
        "this number begins a list that doesn't start at 1",
        "count from 1; to begin a paragraph with a number write `1984\\.`",
    );
    pub(super) const TOO_DEEP: Self = Self {
        code: "too-deep",
        message: "lists, quotations or emphasis are nested too deeply here",
        help: "nest them less deeply",
    };
}

/// Whether an event begins (or is) a block, as opposed to a piece of text.
pub(super) fn is_block(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Event::Rule | Event::Html(_) => true,
        _ => false,
    }
}

/// Why an event can't stand in a catalog.
pub(super) fn refusal(event: &Event<'_>, source: &str) -> Refusal {
    match event {
        Event::Start(Tag::Heading { .. }) => unsupported(
            "a heading can't stand within a text",
            "write a paragraph (a line of `---` or `===` below it makes it a heading, too)",
        ),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            unsupported("lines that begin with four spaces read as program code", "take the spaces before the line away")
        }
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => {
            unsupported("program code is not part of the format", "write it without back-quotes")
        }
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) if source.trim_start().starts_with("<!--") => {
            Refusal {
                code: "html",
                message: "a comment stands within the text",
                help: "begin the comment on a line of its own, without spaces before it",
            }
        }
        Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => Refusal {
            code: "html",
            message: "HTML is not part of the format",
            help: "write `*emphasis*`, `**strong**` or `[text](https://…)`; for a mere angle bracket write `\\<`",
        },
        Event::Start(Tag::Image { .. }) => {
            unsupported("pictures are not part of the format", "take the picture out, and say in words what it shows")
        }
        Event::Start(Tag::Link { .. }) => Refusal::LINK,
        Event::Start(Tag::Table(_)) => unsupported("tables are not part of the format", "make a list of it"),
        Event::Start(Tag::Strikethrough) => {
            unsupported("struck-out text is not part of the format", "take it out; for a mere tilde write `\\~`")
        }
        Event::Rule => unsupported("a line across the page is not part of the format", "leave an empty line instead"),
        Event::HardBreak => unsupported("a line can't be broken by a backslash", "take the backslash away"),
        _ => unsupported("this Markdown is not part of the format", "write paragraphs, lists, quotations, emphasis and links"),
    }
}

/// Stars, underscores, brackets and back-quotes that stand in literal text without a backslash: byte and length of each run.
/// The first character is spared when a backslash stood before it.
pub(super) fn unclosed(source: &str, range: Range<usize>, escaped: bool) -> Vec<(usize, usize)> {
    let bytes = source.as_bytes();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in range.start + usize::from(escaped)..range.end {
        if !matches!(bytes[at], b'*' | b'_' | b'[' | b'`') {
            continue;
        }
        let within_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        if bytes[at] == b'_' && within_word(source[..at].chars().next_back()) && within_word(source[at + 1..].chars().next()) {
            continue;
        }
        match found.last_mut() {
            Some((start, length)) if *start + *length == at && bytes[*start] == bytes[at] => *length += 1,
            _ => found.push((at, 1)),
        }
    }
    found
}
