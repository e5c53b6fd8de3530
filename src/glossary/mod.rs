//! Finding glossary terms in running text.
//!
//! One pass, leftmost-longest: from each word the forms' automaton is followed as far as the text goes along with it; the longest
//! form that ended on a word wins, and the search goes on behind it. Most words leave the automaton within a letter or two, so the cost
//! hardly depends on how many terms there are. The engine takes text and gives offsets; it knows no page.

use std::cell::Cell;

use crate::catalog::Term;
use crate::pack::{Dictionary, Node, Pack, Storage};
use crate::text::{TokenKind, is_of_words, tokenize};

/// A term in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermMatch {
    /// The term's number.
    pub term: u32,
    /// Bytes of the text.
    pub start: usize,
    /// End of those bytes.
    pub end: usize,
}

/// One reading of the text at a word: its letters, how many words it spans, and its bytes.
struct Reading {
    letters: std::ops::Range<usize>,
    words: u32,
    position: u32,
    start: usize,
    end: usize,
}

/// Finds the terms of a pack in a text: leftmost-longest, not overlapping, in the order of the text.
pub fn find<D: Storage>(pack: &Pack<D>, text: &str) -> Vec<TermMatch> {
    let forms = pack.forms();
    let mut matches = Vec::new();
    let (Some(root), false) = (forms.root(), forms.is_empty()) else { return matches };
    let (mut letters, mut readings) = (String::new(), Vec::new());
    let mut whole = 0..0;
    tokenize(text, &mut |token| {
        // What stands before or behind an apostrophe is marked with it: a policy’s.
        if token.kind != TokenKind::Alternative {
            whole = token.start..token.end;
        }
        let from = letters.len();
        letters.push_str(token.text);
        let words = if let TokenKind::Joined { parts } = token.kind { parts } else { 1 };
        let reading =
            Reading { letters: from..letters.len(), words, position: token.position, start: whole.start, end: whole.end };
        // A joined reading comes after the words that it spans, and belongs beside the first of them.
        let later = readings.iter().rev().take_while(|other: &&Reading| other.position > reading.position).count();
        readings.insert(readings.len() - later, reading);
    });
    let walk = Walk { pack, forms, text, letters: &letters, readings: &readings, budget: Cell::new(0) };
    let mut at = 0;
    while let Some(first) = readings.get(at) {
        walk.budget.set(MAX_TRIES);
        let found = if is_behind_hyphen(text, first.start) { None } else { walk.longest(&root, at, None) };
        match found {
            Some((term, end)) => {
                matches.push(TermMatch { term, start: first.start, end });
                at += readings[at..].partition_point(|reading| reading.start < end);
            }
            None => at += readings[at..].partition_point(|reading| reading.position == first.position),
        }
    }
    matches
}

/// How many words may be tried from one start, other readings counted: far above any real form, and a bound for hostile ones.
const MAX_TRIES: u32 = 128;

struct Walk<'w, D> {
    pack: &'w Pack<D>,
    forms: Dictionary<'w>,
    text: &'w str,
    letters: &'w str,
    readings: &'w [Reading],
    budget: Cell<u32>,
}

impl<D: Storage> Walk<'_, D> {
    /// The term of the longest form that starts with the reading `at`, and where it ends in the text. `start` is where the match began.
    fn longest(&self, node: &Node<'_>, at: usize, start: Option<usize>) -> Option<(u32, usize)> {
        self.budget.set(self.budget.get().checked_sub(1)?);
        let position = self.readings.get(at)?.position;
        let mut best: Option<(u32, usize)> = None;
        for reading in self.readings[at..].iter().take_while(|reading| reading.position == position) {
            let mut letters = self.letters.get(reading.letters.clone())?.chars();
            let Some(node) = letters.try_fold(node.clone(), |node, letter| self.forms.step(&node, letter)) else { continue };
            let start = start.unwrap_or(reading.start);
            let found = self.beyond(&node, reading, start).or_else(|| {
                let form = if node.is_word { node.words.start } else { return None };
                Some((self.target(form, start, reading.end)?, reading.end))
            });
            if let Some(found) = found.filter(|found| best.is_none_or(|best| found.1 > best.1)) {
                best = Some(found);
            }
        }
        best
    }

    /// Goes on to the next word, if the form does and nothing but space or a hyphen lies between.
    fn beyond(&self, node: &Node<'_>, reading: &Reading, start: usize) -> Option<(u32, usize)> {
        let node = self.forms.step(node, ' ')?;
        let next = self.readings.partition_point(|other| other.position < reading.position + reading.words);
        let gap = self.text.get(reading.end..self.readings.get(next)?.start)?;
        let joins = |c: char| c.is_whitespace() || is_hyphen(c) || matches!(c, '\u{ad}' | '\u{200b}');
        let is_close = gap.chars().all(joins) && gap.chars().filter(|c| *c == '\n').count() < 2;
        if is_close { self.longest(&node, next, Some(start)) } else { None }
    }

    fn target(&self, form: u32, start: usize, end: usize) -> Option<u32> {
        let (number, capitals_count) = self.pack.form_target(form)?;
        if capitals_count {
            let term = self.pack.term(number)?;
            return is_spelt_so(&term, self.text.get(start..end)?).then_some(number);
        }
        (number < self.pack.meta().terms).then_some(number)
    }
}

/// Whether a place is within a compound. An anti-racist policy is the very opposite of a racist one.
fn is_behind_hyphen(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev();
    before.next().is_some_and(is_hyphen) && before.next().is_some_and(is_of_words)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a text is the term with its own capitals, perhaps in the other number or the possessive.
fn is_spelt_so(term: &Term, text: &str) -> bool {
    std::iter::once(&term.term).chain(&term.forms).any(|form| {
        let (Some((wanted, wanted_last)), Some((found, found_last))) = (cut_words(form), cut_words(text)) else { return false };
        let found_last = found_last.strip_suffix("'s").or(found_last.strip_suffix("’s")).unwrap_or(found_last);
        wanted == found && (is_plural(found_last, wanted_last) || is_plural(wanted_last, found_last))
    })
}

/// The words of a term as they are spelt: all but the last, and the last.
fn cut_words(text: &str) -> Option<(Vec<&str>, &str)> {
    let words = text.split(|c: char| c.is_whitespace() || is_hyphen(c)).filter(|word| !word.is_empty());
    let mut words: Vec<&str> = words.collect();
    let last = words.pop()?;
    Some((words, last))
}

/// Whether one word is the other or its plural, by spelling.
fn is_plural(many: &str, one: &str) -> bool {
    let with_ies = || many.strip_suffix("ies").is_some_and(|stem| one.strip_suffix('y') == Some(stem));
    many.strip_prefix(one).is_some_and(|ending| matches!(ending, "" | "s" | "es")) || with_ies()
}
