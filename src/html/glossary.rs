//! The terms from A to Z, each as `www/elements/term.js` shows it.

use super::markup::{Inline, Markup};
use super::names::marked;
use super::prose::prose;
use super::words::Words;
use crate::catalog::{Block, Sense, Term};

/// Adds the terms in the order given, each an entry with an id for links to it.
pub(super) fn glossary(markup: &mut Markup, terms: &[Term], language: &str, level: u8, words: &Words) {
    markup.block("section", &[("data-part", "glossary"), ("lang", language), ("dir", "auto")], |markup| {
        markup.heading(level, &[("data-part", "glossary-title")], &Inline::text(words.glossary));
        for term in terms {
            entry(markup, term, level.saturating_add(1), words);
        }
    });
}

fn entry(markup: &mut Markup, term: &Term, level: u8, words: &Words) {
    let id = ["term-", &term.id].concat();
    markup.block("article", &[("id", &id), ("data-term", &term.id), ("data-part", "term")], |markup| {
        markup.heading(level, &[("data-part", "term-title")], &Inline::text(&term.term));
        if let [only] = term.senses.as_slice() {
            markup.block("div", &[("data-part", "sense")], |markup| sense(markup, only, term, words));
        } else if !term.senses.is_empty() {
            markup.block("ol", &[("data-part", "senses")], |markup| {
                for one in &term.senses {
                    markup.block("li", &[("data-part", "sense")], |markup| sense(markup, one, term, words));
                }
            });
        }
        facts(markup, "related", words.related, &term.related);
        let locations: Vec<String> = term.locations.iter().map(|path| path.join(" / ")).collect();
        facts(markup, "locations", plural(words.locations, locations.len()), &locations);
        let restored = term.restored.then_some(words.restored);
        for note in term.notes.iter().map(String::as_str).chain(restored) {
            markup.line("p", &[("data-part", "note")], &Inline::text(note));
        }
    });
}

fn sense(markup: &mut Markup, sense: &Sense, term: &Term, words: &Words) {
    prose(markup, &sense.text, words);
    if !sense.examples.is_empty() {
        markup.block("div", &[("data-part", "examples")], |markup| {
            let label = plural(words.examples, example_count(&sense.examples));
            markup.line("p", &[("data-part", "label")], &Inline::text(label));
            prose(markup, &sense.examples, words);
        });
    }
    let before = if sense.adapted { words.after } else { words.source };
    for source in &sense.sources {
        markup.line("p", &[("data-part", "credit")], &marked(&[before, source].concat(), &term.corrections, words));
    }
}

/// Every item of a list is an example.
fn example_count(blocks: &[Block]) -> usize {
    let count = |block: &Block| match block {
        Block::Bullets { ul: items } | Block::Numbers { ol: items } => items.len(),
        Block::Paragraph { .. } | Block::Quote { .. } => 1,
    };
    blocks.iter().map(count).sum()
}

fn plural([one, many]: [&'static str; 2], count: usize) -> &'static str {
    if count == 1 { one } else { many }
}

/// A labelled list of short things.
fn facts(markup: &mut Markup, part: &str, label: &str, values: &[String]) {
    if !values.is_empty() {
        markup.block("dl", &[("data-part", part)], |markup| {
            markup.line("dt", &[], &Inline::text(label));
            for value in values {
                markup.line("dd", &[], &Inline::text(value));
            }
        });
    }
}
