//! The terms from A to Z under their letters, each as `www/elements/term.js` shows it, with what `leads.js` adds: links to other entries and
//! to works.

use super::leads::Lead;
use super::letters::by_letter;
use super::markup::{Inline, Markup};
use super::names::marked;
use super::prose::{Leads, prose_with};
use super::words::Words;
use crate::catalog::{Block, Resource, Sense, Term, is_safe_url};
use crate::glossary::find;
use crate::pack::{Pack, Storage};

/// How many works stand in an entry.
const WORKS: usize = 3;

/// A glossary to be written.
pub(super) struct Glossary<'a, D> {
    pub(super) pack: &'a Pack<D>,
    /// In the order of the pack.
    pub(super) terms: &'a [Term],
    pub(super) words: &'a Words,
    /// Whether a work has an entry in the same fragment.
    pub(super) has_work: &'a dyn Fn(u32) -> bool,
}

impl<D: Storage> Glossary<'_, D> {
    /// Adds the terms, under a heading of their own when there is more than them.
    pub(super) fn write(&self, markup: &mut Markup, language: &str, level: u8, is_titled: bool) {
        markup.block("section", &[("data-part", "glossary"), ("lang", language), ("dir", "auto")], |markup| {
            let level = level.saturating_add(u8::from(is_titled));
            if is_titled {
                markup.heading(level - 1, &[("data-part", "glossary-title")], &Inline::text(self.words.glossary));
            }
            let letters = by_letter(self.terms, language);
            if !letters.is_empty() {
                markup.block("nav", &[("data-part", "letters"), ("aria-label", self.words.letters)], |markup| {
                    markup.block("ul", &[], |markup| {
                        for (letter, numbers) in &letters {
                            let first = numbers.first().map_or("", |number| self.terms[*number].id.as_str());
                            markup.line("li", &[], &link(&address(first), "", &Inline::text(letter)));
                        }
                    });
                });
            }
            for (letter, numbers) in letters {
                markup.block("section", &[("data-part", "letter")], |markup| {
                    markup.heading(level, &[("data-part", "letter-title")], &Inline::text(&letter));
                    for number in numbers {
                        self.entry(markup, number, level.saturating_add(1));
                    }
                });
            }
        });
    }

    fn entry(&self, markup: &mut Markup, number: usize, level: u8) {
        let (term, words) = (&self.terms[number], self.words);
        let id = ["term-", &term.id].concat();
        // Each term once in an entry, and never the entry's own: a definition full of links is hard to read.
        let mut met = vec![term.id.as_str()];
        let mut leads = |text: &str| {
            let mut leads = Vec::new();
            for found in find(self.pack, text) {
                if let Some(other) = self.term(found.term).filter(|other| !met.contains(&other.id.as_str())) {
                    met.push(&other.id);
                    leads.push(Lead { range: found.start..found.end, href: address(&other.id) });
                }
            }
            leads
        };
        markup.block("article", &[("id", &id), ("data-term", &term.id), ("data-part", "term")], |markup| {
            markup.heading(level, &[("data-part", "term-title")], &Inline::text(&term.term));
            if let [only] = term.senses.as_slice() {
                markup.block("div", &[("data-part", "sense")], |markup| sense(markup, only, term, words, &mut leads));
            } else if !term.senses.is_empty() {
                markup.block("ol", &[("data-part", "senses")], |markup| {
                    for one in &term.senses {
                        markup.block("li", &[("data-part", "sense")], |markup| sense(markup, one, term, words, &mut leads));
                    }
                });
            }
            self.related(markup, term);
            let locations: Vec<Inline> = term.locations.iter().map(|path| Inline::text(&path.join(" / "))).collect();
            facts(markup, "locations", plural(words.locations, locations.len()), &locations);
            let restored = term.restored.then_some(words.restored);
            for note in term.notes.iter().map(String::as_str).chain(restored) {
                markup.line("p", &[("data-part", "note")], &Inline::text(note));
            }
            self.works(markup, number);
        });
    }

    /// Related things that are terms of the glossary lead there; what is left of them are works and pages elsewhere.
    fn related(&self, markup: &mut Markup, term: &Term) {
        let mut met: Vec<&str> = Vec::new();
        let (mut terms, mut others) = (Vec::new(), Vec::new());
        for name in &term.related {
            let whole = find(self.pack, name).into_iter().next().filter(|found| (found.start, found.end) == (0, name.len()));
            match whole.and_then(|found| self.term(found.term)).filter(|other| other.id != term.id) {
                Some(other) if met.contains(&other.id.as_str()) => {}
                Some(other) => {
                    met.push(&other.id);
                    terms.push(link(&address(&other.id), "term-link", &Inline::text(name)));
                }
                None => others.push(Inline::text(name)),
            }
        }
        facts(markup, "see-also", self.words.see_also, &terms);
        facts(markup, "related", self.words.related, &others);
    }

    /// The first works that have to do with the term. A title leads to the work in the same list, or else to where it is published.
    fn works(&self, markup: &mut Markup, term: usize) {
        let works = self.pack.works_of_term(term as u32);
        let works: Vec<(u32, Resource)> =
            works.into_iter().filter_map(|work| Some((work, self.pack.resource(work)?))).take(WORKS).collect();
        if works.is_empty() {
            return;
        }
        markup.block("div", &[("data-part", "works")], |markup| {
            markup.line("p", &[("data-part", "label")], &Inline::text(self.words.works));
            markup.block("ul", &[], |markup| {
                for (number, work) in works {
                    let place = ["#resource-", &work.id].concat();
                    let url = work.url.as_deref().filter(|url| is_safe_url(url));
                    let href = if (self.has_work)(number) { Some(place.as_str()) } else { url };
                    let title = marked(&work.title, &work.corrections, self.words);
                    let title = href.map(|href| link(href, "", &title)).unwrap_or(title);
                    let language = work.language.as_deref().unwrap_or_default();
                    let direction = if language.is_empty() { "" } else { "auto" };
                    markup.line("li", &[("lang", language), ("dir", direction)], &title);
                }
            });
        });
    }

    fn term(&self, number: u32) -> Option<&Term> {
        self.terms.get(number as usize)
    }
}

/// Where a term's entry is.
fn address(id: &str) -> String {
    ["#term-", id].concat()
}

fn link(href: &str, part: &str, content: &Inline) -> Inline {
    let mut link = Inline::default();
    link.push_element("a", &[("data-part", part), ("href", href)], content);
    link
}

fn sense(markup: &mut Markup, sense: &Sense, term: &Term, words: &Words, leads: Leads<'_>) {
    prose_with(markup, &sense.text, words, leads);
    if !sense.examples.is_empty() {
        markup.block("div", &[("data-part", "examples")], |markup| {
            let label = plural(words.examples, example_count(&sense.examples));
            markup.line("p", &[("data-part", "label")], &Inline::text(label));
            prose_with(markup, &sense.examples, words, leads);
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
fn facts(markup: &mut Markup, part: &str, label: &str, values: &[Inline]) {
    if !values.is_empty() {
        markup.block("dl", &[("data-part", part)], |markup| {
            markup.line("dt", &[], &Inline::text(label));
            for value in values {
                markup.line("dd", &[], value);
            }
        });
    }
}
