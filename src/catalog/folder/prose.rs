//! Markdown to prose as data: paragraphs, lists, quotations, emphasis, links, and nothing else.
//!
//! Markdown never fails: what isn't closed is text, and HTML is passed on. A catalog must not guess, so both are errors here.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Options, Parser, Tag};

use crate::catalog::limits::MAX_PROSE_DEPTH;
use crate::catalog::path::Path;
use crate::catalog::records::{Block, Span};

use super::lines::Spot;
use super::notes::Notes;
use super::prose_text::ProseText;
use super::quotation::take_attribution;
use super::refusal::{Refusal, is_block, refusal, unclosed};

/// Reads lines of Markdown; the blocks' places are marked below `path`.
pub(super) fn prose(lines: &[Spot<'_>], path: Path<'_>, notes: &mut Notes) -> Vec<Block> {
    if lines.iter().all(|line| line.is_blank()) {
        return Vec::new();
    }
    let source = ProseText::of(lines);
    // Tables and struck text are enabled to be recognized and refused.
    let parser = Parser::new_ext(&source.text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let mut definitions: Vec<Range<usize>> = parser.reference_definitions().iter().map(|(_, link)| link.span.clone()).collect();
    definitions.sort_by_key(|span| span.start);
    let mut reader = Reader { events: parser.into_offset_iter().peekable(), source: &source, notes, depth: 0, text_end: 0 };
    for span in definitions {
        reader.refuse(&span, &Refusal::LINK);
    }
    let mut blocks = reader.blocks(path);
    join_lines(&mut blocks);
    blocks
}

struct Reader<'s, 'n> {
    events: Peekable<OffsetIter<'s>>,
    source: &'s ProseText,
    notes: &'n mut Notes,
    /// How many lists, quotations and emphases are open.
    depth: usize,
    /// End of the last literal text: a backslash right behind it isn't text but makes what follows literal.
    text_end: usize,
}

impl Reader<'_, '_> {
    /// Blocks up to the end of the enclosing one.
    fn blocks(&mut self, path: Path<'_>) -> Vec<Block> {
        let mut out: Vec<Block> = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            let here = path.item(out.len());
            let block = match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Start(Tag::Paragraph) => {
                    self.events.next();
                    self.paragraph(here, false)
                }
                Event::Start(Tag::List(first)) => self.nested(&range, |reader| reader.list(first, &range, here)),
                Event::Start(Tag::BlockQuote(_)) => self.nested(&range, |reader| reader.quote(&range, here)),
                event if is_block(&event) => {
                    self.skip_refused();
                    None
                }
                // The items of a list without empty lines hold text without a paragraph around it.
                _ => self.paragraph(here, true),
            };
            if let Some(block) = block {
                let place = self.source.place(&range);
                self.notes.places.insert(here.into(), place);
                out.push(block);
            }
        }
        out
    }

    fn paragraph(&mut self, path: Path<'_>, tight: bool) -> Option<Block> {
        let p = self.spans(path.field("p"), tight);
        (!p.is_empty()).then_some(Block::Paragraph { p })
    }

    fn list(&mut self, first: Option<u64>, range: &Range<usize>, path: Path<'_>) -> Block {
        let all = path.field(if first.is_some() { "ol" } else { "ul" });
        let begin = self.source.text.get(range.clone()).unwrap_or_default();
        let marker = begin.trim_start_matches(|c: char| c.is_ascii_digit()).chars().next();
        if first.is_none() && marker != Some('-') || first.is_some() && marker != Some('.') {
            self.refuse(range, &Refusal::LIST_MARKER);
        } else if first.is_some_and(|first| first != 1) {
            self.refuse(range, &Refusal::LIST_START);
        }
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            items.push(self.blocks(all.item(items.len())));
        }
        if first.is_some() { Block::Numbers { ol: items } } else { Block::Bullets { ul: items } }
    }

    fn quote(&mut self, range: &Range<usize>, path: Path<'_>) -> Block {
        let mut quote = self.blocks(path.field("quote"));
        let attribution = take_attribution(&mut quote).unwrap_or_else(|message| {
            let help = "close the quotation with a line `> — Speaker, Source`, or `> — after Speaker` for a thought in our words";
            let place = self.source.place(range);
            self.notes.report.error_at("bad-quotation", place, message, help);
            super::quotation::Attribution::default()
        });
        Block::Quote { quote, speaker: attribution.speaker, source: attribution.source, paraphrase: attribution.paraphrase }
    }

    /// Spans up to the end of what encloses them; `tight` text ends before the next block and before that end.
    fn spans(&mut self, path: Path<'_>, tight: bool) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            if tight && (matches!(event, Event::End(_)) || is_block(&event)) {
                break;
            }
            let here = path.item(out.len());
            let span = match event {
                Event::Start(Tag::Emphasis) => {
                    self.nested(&range, |reader| Span::Emphasis { em: reader.spans(here.field("em"), false) })
                }
                Event::Start(Tag::Strong) => {
                    self.nested(&range, |reader| Span::Strong { strong: reader.spans(here.field("strong"), false) })
                }
                Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, .. }) if title.is_empty() => {
                    let place = self.source.place(&range);
                    self.notes.places.insert(here.into(), place);
                    self.nested(&range, |reader| Span::Link {
                        a: reader.spans(here.field("a"), false),
                        href: dest_url.to_string(),
                    })
                }
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Text(text) => {
                    self.events.next();
                    self.find_unclosed(&text, &range);
                    push_text(&mut out, &text);
                    None
                }
                Event::SoftBreak => {
                    self.events.next();
                    push_text(&mut out, "\n");
                    None
                }
                // Two spaces at the end of a line are invisible and mean nothing here.
                Event::HardBreak if !self.source.text[range.clone()].starts_with('\\') => {
                    self.events.next();
                    push_text(&mut out, "\n");
                    None
                }
                _ => {
                    self.skip_refused();
                    None
                }
            };
            out.extend(span);
        }
        out
    }

    /// Enters a list, quotation, emphasis or link, unless that would be too deep.
    fn nested<T>(&mut self, range: &Range<usize>, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.events.next();
        if self.depth + 1 >= MAX_PROSE_DEPTH {
            self.refuse(range, &Refusal::TOO_DEEP);
            self.skip_to_end();
            return None;
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        Some(read)
    }

    /// Reports the next event as none of the format's, and passes over all that belongs to it.
    fn skip_refused(&mut self) {
        let Some((event, range)) = self.events.next() else { return };
        self.refuse(&range, &refusal(&event, &self.source.text[range.clone()]));
        if matches!(event, Event::Start(_)) {
            self.skip_to_end();
        }
    }

    fn skip_to_end(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    fn refuse(&mut self, range: &Range<usize>, refusal: &Refusal) {
        self.notes.report.error_at(refusal.code, self.source.place(range), refusal.message, refusal.help);
    }

    /// Reports marks that open or close nothing: they would be printed.
    fn find_unclosed(&mut self, text: &str, range: &Range<usize>) {
        let source = &self.source.text;
        let escaped = range.start > self.text_end && source[..range.start].ends_with('\\');
        self.text_end = range.end;
        // A text that differs from its source came from a character reference, `&#42;`, and is meant.
        if source.get(range.clone()) != Some(text) {
            return;
        }
        for (at, length) in unclosed(source, range.clone(), escaped) {
            let (message, help) = match &source[at..=at] {
                "[" => ("this bracket begins no link", "write a link as `[text](https://…)`, a mere bracket as `\\[`"),
                "`" => (
                    "a back-quote stands in the text",
                    "write a quotation mark or an apostrophe instead, or `\\`` for the sign itself",
                ),
                "_" => ("emphasis begins or ends here without its other half", "close it, or write `\\_` for the sign itself"),
                _ => ("emphasis begins or ends here without its other half", "close it, or write `\\*` for the sign itself"),
            };
            self.notes.report.error_at("unclosed-markup", self.source.place(&(at..at + length)), message, help);
        }
    }
}

fn push_text(out: &mut Vec<Span>, text: &str) {
    match out.last_mut() {
        Some(Span::Text(before)) => before.push_str(text),
        _ => out.push(Span::Text(text.into())),
    }
}

/// Lines of a paragraph are apart only until quotations have found their speaker.
fn join_lines(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph { p } => join_spans(p),
            Block::Bullets { ul: items } | Block::Numbers { ol: items } => items.iter_mut().for_each(|item| join_lines(item)),
            Block::Quote { quote, .. } => join_lines(quote),
        }
    }
}

fn join_spans(spans: &mut [Span]) {
    for span in spans {
        match span {
            Span::Text(text) if text.contains('\n') => *text = text.replace('\n', " "),
            Span::Text(_) => {}
            Span::Emphasis { em: inner } | Span::Strong { strong: inner } | Span::Link { a: inner, .. } => join_spans(inner),
        }
    }
}
