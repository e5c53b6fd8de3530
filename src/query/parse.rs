//! From what was typed to what is looked for.
//!
//! ```text
//! net gains            words; the last one may be unfinished
//! "net gains"          these words, next to each other and as typed
//! author:holley        a word, or a "phrase", in one field
//! kind:tool year:2008..2012    resources with such a value
//! -draft -kind:tool    none of those
//! ```
//! Any string is a query: what is none of these is words.

use std::ops::Range;

use crate::pack::{Facet, Field};
use crate::text::{TokenKind, is_unspaced, tokenize};

/// More words than this are not looked for, so that a pasted book doesn't hold the page.
pub(super) const MAX_WORDS: usize = 256;

/// More operators than this, or with more words altogether, are read as words.
const MAX_CONDITIONS: usize = 32;

/// A folded spelling that counts as a word of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub text: String,
    /// Whether it may go on, because the reader may still be typing it.
    pub is_prefix: bool,
    /// Whether it is this word and its neighbours without the space or hyphen between them.
    pub is_joined: bool,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// Bytes of the query.
    pub typed: Range<usize>,
    /// Spellings that all count as the word, the plain one first.
    pub readings: Vec<Reading>,
    /// Whether it must stand there as typed, because it was quoted.
    pub is_quoted: bool,
    /// How often the query has it.
    pub times: u32,
    /// Where else it has it, in bytes.
    pub again: Vec<Range<usize>>,
}

impl QueryWord {
    /// The word itself.
    pub fn text(&self) -> &str {
        self.readings.first().map_or("", |reading| &reading.text)
    }

    /// Whether the reader may still be typing it.
    pub fn is_prefix(&self) -> bool {
        self.readings.first().is_some_and(|reading| reading.is_prefix)
    }
}

/// What a condition asks of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// These words one after the other, in one of the fields.
    Words { words: Vec<QueryWord>, fields: &'static [Field] },
    /// A value of the facet that has these words; the last may be unfinished.
    Value { facet: Facet, words: Vec<QueryWord> },
    /// A year from the first to the last.
    Years(i32, i32),
}

/// Something that a resource must fulfil, whatever its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    /// Bytes of the query.
    pub typed: Range<usize>,
    pub asked: Asked,
    pub is_excluded: bool,
    /// Whether it is only what a script without spaces implies, and nothing that the reader asked for.
    pub is_implied: bool,
}

/// A query, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    pub words: Vec<QueryWord>,
    pub conditions: Vec<Condition>,
    /// Whether it is so long that it must be a text.
    is_text: bool,
    /// How many words its operators have.
    in_operators: usize,
    /// Whether it has a lone character of a script without spaces.
    pub has_lone: bool,
}

/// What may stand before a colon.
#[derive(Clone, Copy)]
enum Name {
    Fields(&'static [Field]),
    Facet(Facet),
    Year,
}

const NAMES: &[(&str, Name)] = &[
    ("title", Name::Fields(&[Field::Title, Field::Titles])),
    ("author", Name::Fields(&[Field::Authors])),
    ("org", Name::Fields(&[Field::Organizations])),
    ("organization", Name::Fields(&[Field::Organizations])),
    ("description", Name::Fields(&[Field::Description])),
    ("kind", Name::Facet(Facet::Kind)),
    ("topic", Name::Facet(Facet::Topic)),
    ("section", Name::Facet(Facet::Section)),
    ("language", Name::Facet(Facet::Language)),
    ("year", Name::Year),
];

/// In a query of more words than this, quotation marks and minuses are those of a text, and ask for nothing.
const LONG: usize = 16;

/// Understands a query, or takes all of it for words.
pub(super) fn parse(text: &str, has_operators: bool) -> Query {
    let mut query = Query { is_text: text.split_whitespace().nth(LONG).is_some(), ..Query::default() };
    let mut at = 0;
    while let Some(start) = find(text, at..text.len(), |c| !c.is_whitespace()).filter(|_| query.words.len() < MAX_WORDS) {
        let end = find(text, start..text.len(), char::is_whitespace).unwrap_or(text.len());
        let operator = if has_operators { query.operator(text, start, end) } else { None };
        if let Some(next) = operator {
            at = next;
        } else {
            query.bare(text, start..end);
            at = end;
        }
    }
    join_neighbours(&mut query.words);
    count_repeated(&mut query.words);
    query
}

impl Query {
    /// Takes one operator that starts here; gives where it ends, or `None` when this is none.
    fn operator(&mut self, text: &str, start: usize, end: usize) -> Option<usize> {
        if self.conditions.len() >= MAX_CONDITIONS {
            return None;
        }
        let term = text.get(start..end)?;
        let unsigned = term.strip_prefix(is_minus);
        let rest = unsigned.unwrap_or(term);
        let name = rest.split_once(':').and_then(|(name, value)| {
            let known = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
            (!value.is_empty()).then_some((known?.1, end - value.len()))
        });
        let value_start = name.map_or(end - rest.len(), |(_, start)| start);
        let first = text.get(value_start..)?.chars().next()?;
        let is_quoted = is_quote(first);
        let (value, next) = if is_quoted {
            let inside = value_start + first.len_utf8();
            let closing = find(text, inside..text.len(), is_quote).unwrap_or(text.len());
            (inside..closing, closing + text.get(closing..)?.chars().next().map_or(0, char::len_utf8))
        } else {
            (value_start..end, end)
        };
        if name.is_none() && (self.is_text || unsigned.is_none() && !is_quoted) {
            return None;
        }
        let mut words = self::words(text, value.clone(), is_quoted || unsigned.is_some());
        if unsigned.is_some() {
            // What a longer word would leave out is not left out on the way to it.
            words.iter_mut().flat_map(|word| &mut word.readings).for_each(|reading| reading.is_prefix = false);
        }
        if words.is_empty() || self.in_operators + words.len() > MAX_WORDS {
            return None;
        }
        self.in_operators += words.len();
        let asked = match name {
            Some((Name::Year, _)) => {
                let (first, last) = years(text.get(value)?)?;
                Asked::Years(first, last)
            }
            Some((Name::Facet(facet), _)) => Asked::Value { facet, words },
            Some((Name::Fields(fields), _)) => Asked::Words { words, fields },
            None => Asked::Words { words, fields: Field::ALL },
        };
        if let (Asked::Words { words, .. }, None) = (&asked, unsigned) {
            self.words.extend_from_slice(words);
        }
        self.conditions.push(Condition { typed: start..next, asked, is_excluded: unsigned.is_some(), is_implied: false });
        Some(next)
    }

    fn bare(&mut self, text: &str, typed: Range<usize>) {
        let words = words(text, typed.clone(), false);
        // Words of scripts without spaces touch; they are looked for as they stand. Where another script begins, something else may stand between.
        let is_unspaced =
            |word: &QueryWord| text.get(word.typed.start..).and_then(|rest| rest.chars().next()).is_some_and(is_unspaced);
        let goes_on =
            |word: &QueryWord, next: &QueryWord| word.typed.end == next.typed.start && is_unspaced(word) && is_unspaced(next);
        for run in words.chunk_by(goes_on) {
            if run.len() == 1 {
                self.has_lone |= is_unspaced(&run[0]);
                continue;
            }
            if self.conditions.len() >= MAX_CONDITIONS {
                break;
            }
            let asked = Asked::Words { words: run.to_vec(), fields: Field::ALL };
            self.conditions.push(Condition { typed: typed.clone(), asked, is_excluded: false, is_implied: true });
        }
        self.words.extend(words);
    }
}

/// The first place within a part of a text where such a character stands.
fn find(text: &str, part: Range<usize>, is_wanted: impl Fn(char) -> bool) -> Option<usize> {
    let inside = text.get(part.clone())?.char_indices().find(|(_, c)| is_wanted(*c));
    inside.map(|(at, _)| part.start + at)
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}')
}

/// `2008`, `2008..2012`, `2008-2012`, `2012..2008`, `2008..`, `..2012`.
fn years(text: &str) -> Option<(i32, i32)> {
    if let Ok(year) = text.parse() {
        return Some((year, year));
    }
    let (first, last) = text.split_once(['.', '-', '\u{2013}'])?;
    let year = |text: &str, missing| if text.is_empty() { Some(missing) } else { text.parse().ok() };
    let (first, last) = (year(first, i32::MIN)?, year(last.strip_prefix('.').unwrap_or(last), i32::MAX)?);
    Some((first.min(last), first.max(last)))
}

/// Cuts a part of the query into words. A compound's parts also accept the compound written as one: *multi-racial* finds *multiracial*.
///
/// A word that ends with the query may go on: all of its readings are prefixes, and so is a compound that ends there, for each of its
/// parts.
fn words(query: &str, part: Range<usize>, is_quoted: bool) -> Vec<QueryWord> {
    let mut words: Vec<QueryWord> = Vec::new();
    // Whether the word before was left out; then neither are its other readings wanted.
    let mut is_full = false;
    let text = query.get(part.clone()).unwrap_or_default();
    tokenize(text, &mut |token| {
        let typed = part.start + token.start..part.start + token.end;
        let is_joined = matches!(token.kind, TokenKind::Joined { .. });
        let reading = Reading { text: token.text.to_owned(), is_prefix: typed.end == query.len(), is_joined };
        let first = match token.kind {
            TokenKind::Word => {
                is_full = words.len() == MAX_WORDS;
                if !is_full {
                    words.push(QueryWord { typed, readings: vec![reading], is_quoted, times: 1, again: Vec::new() });
                }
                return;
            }
            TokenKind::Alternative => words.len().saturating_sub(1),
            TokenKind::Joined { parts } => words.len().saturating_sub(parts as usize),
        };
        if !is_full && !is_quoted {
            words[first..].iter_mut().for_each(|word| word.readings.push(reading.clone()));
        }
    });
    words
}

/// Neighbours also accept what they are without the space between them: *net work* finds *network*.
fn join_neighbours(words: &mut [QueryWord]) {
    for at in 1..words.len() {
        let [.., first, second] = &mut words[..=at] else { return };
        if first.is_quoted || second.is_quoted || first.typed.end >= second.typed.start {
            continue;
        }
        let text = [first.text(), second.text()].concat();
        let reading = Reading { text, is_prefix: second.is_prefix(), is_joined: true };
        if first.readings.contains(&reading) {
            continue;
        }
        first.readings.push(reading.clone());
        second.readings.push(reading);
    }
}

/// Leaves each word in its first place, with the number of its places.
fn count_repeated(words: &mut Vec<QueryWord>) {
    let mut at = 0;
    while at < words.len() {
        let (before, rest) = words.split_at_mut(at);
        let same = |word: &&mut QueryWord| {
            word.text() == rest[0].text() && word.is_prefix() == rest[0].is_prefix() && word.is_quoted == rest[0].is_quoted
        };
        if let Some(word) = before.iter_mut().find(same) {
            word.times += 1;
            let typed = rest[0].typed.clone();
            word.again.push(typed);
            words.remove(at);
        } else {
            at += 1;
        }
    }
    words.truncate(MAX_WORDS);
}

#[cfg(test)]
mod tests {
    use super::{Asked, Condition, QueryWord, Reading, parse};

    fn show_word(word: &QueryWord) -> String {
        let show = |reading: &Reading| {
            [reading.text.as_str(), if reading.is_joined { "+" } else { "" }, if reading.is_prefix { "*" } else { "" }].concat()
        };
        let mut shown = word.readings.iter().map(show).collect::<Vec<_>>().join("|");
        if word.times > 1 {
            shown += &["^", &word.times.to_string()].concat();
        }
        shown
    }

    fn show_condition(condition: &Condition) -> String {
        let words = |words: &[QueryWord]| words.iter().map(show_word).collect::<Vec<_>>().join(" ");
        let asked = match &condition.asked {
            Asked::Words { words: list, fields } => format!("{}/{}", words(list), fields.len()),
            Asked::Value { facet, words: list } => format!("{facet:?}={}", words(list)),
            Asked::Years(first, last) => format!("{first}..{last}"),
        };
        let sign = if condition.is_excluded { "-" } else { "" };
        format!("{sign}{asked}{}", if condition.is_implied { "?" } else { "" })
    }

    #[test]
    fn queries_are_understood() {
        for (query, expected) in [
            ("", ""),
            ("net", "net*"),
            ("Net gains", "net|netgains+* gains*|netgains+*"),
            ("net ", "net"),
            ("multi-racial", "multi|multiracial+* racial*|multiracial+*"),
            ("Funder’s ", "funders|funder"),
            ("???", ""),
            ("net NET", "net|netnet+* net*|netnet+*"),
            ("net net net ", "net|netnet+^3"),
            ("\"net gains\"", "net gains : net gains/7"),
            ("“net gai", "net gai* : net gai*/7"),
            ("-net", ": -net/7"),
            ("a -\"net gains\" ", "a : -net gains/7"),
            ("a - b ", "a|ab+ b|ab+"),
            ("author:holley ", "holley : holley/1"),
            ("Author:\"june holley\"", "june holley : june holley/1"),
            ("kind:tool", ": Kind=tool*"),
            ("-kind:\"case study\" ", ": -Kind=case study"),
            ("year:2008..2012", ": 2008..2012"),
            ("year:2008", ": 2008..2008"),
            ("year:2008-2012", ": 2008..2012"),
            ("year:2012–2008", ": 2008..2012"),
            ("year:-44", ": -44..-44"),
            ("year:..2012", ": -2147483648..2012"),
            ("year:soon ", "year|yearsoon+ soon|yearsoon+"),
            ("kind: tool ", "kind|kindtool+ tool|kindtool+"),
            ("http://a ", "http|httpa+ a|httpa+"),
            ("正義 ", "正 義 : 正 義/7?"),
            ("IBM正義", "ibm 正 義* : 正 義*/7?"),
            ("社會NPO正義 ", "社 會 npo 正 義 : 社 會/7? 正 義/7?"),
        ] {
            let query_read = parse(query, true);
            let mut shown = query_read.words.iter().map(show_word).collect::<Vec<_>>().join(" ");
            if !query_read.conditions.is_empty() {
                shown += if shown.is_empty() { ": " } else { " : " };
                shown += &query_read.conditions.iter().map(show_condition).collect::<Vec<_>>().join(" ");
            }
            assert_eq!(shown, expected, "{query:?}");
        }
    }
}
