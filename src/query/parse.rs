//! From what was typed to the words that are looked for.

use std::ops::Range;

use crate::text::{TokenKind, tokenize};

/// More words than this are not looked for: the matched words of a resource are bits of a u32.
pub(super) const MAX_WORDS: usize = 32;

/// A folded spelling that counts as a word of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub text: String,
    /// Whether it may go on, because the reader may still be typing it.
    pub is_prefix: bool,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// Bytes of the query.
    pub typed: Range<usize>,
    /// Spellings that all count as the word, the plain one first.
    pub readings: Vec<Reading>,
}

/// Cuts a query into words. A compound's parts also accept the compound written as one: *multi-racial* finds *multiracial*.
///
/// All readings of the last word are prefixes, and so is a compound that ends the query, for each of its parts.
pub(super) fn parse(query: &str) -> Vec<QueryWord> {
    let mut words: Vec<QueryWord> = Vec::new();
    // Whether the word before was left out; then neither are its other readings wanted.
    let mut is_full = false;
    let mut last_compound = 0..0;
    let reading = |text: &str| Reading { text: text.to_owned(), is_prefix: false };
    tokenize(query, &mut |token| match token.kind {
        TokenKind::Word => {
            is_full = words.len() == MAX_WORDS;
            if !is_full {
                words.push(QueryWord { typed: token.start..token.end, readings: vec![reading(token.text)] });
            }
        }
        TokenKind::Alternative if !is_full => {
            if let Some(word) = words.last_mut() {
                word.readings.push(reading(token.text));
            }
        }
        TokenKind::Joined { parts } if !is_full => {
            last_compound = words.len().saturating_sub(parts as usize)..words.len();
            for word in &mut words[last_compound.clone()] {
                word.readings.push(reading(token.text));
            }
        }
        _ => {}
    });
    if last_compound.end == words.len() {
        // The compound is the last reading that each of its parts was given.
        for reading in words[last_compound].iter_mut().filter_map(|word| word.readings.last_mut()) {
            reading.is_prefix = true;
        }
    }
    if let Some(last) = words.last_mut() {
        last.readings.iter_mut().for_each(|reading| reading.is_prefix = true);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Reading, parse};

    #[test]
    fn queries_become_words() {
        let show = |reading: &Reading| reading.text.clone() + if reading.is_prefix { "*" } else { "" };
        for (query, expected) in [
            ("", ""),
            ("Net gains", "net gains*"),
            ("multi-racial", "multi|multiracial* racial*|multiracial*"),
            ("multi-racial justice", "multi|multiracial racial|multiracial justice*"),
            ("Funder’s Guide", "funders|funder guide*"),
            ("  ÉTÉ, \"été\" ", "ete ete*"),
            ("???", ""),
            ("U.S. South", "us south*"),
            ("J.Smith", "j smith*"),
        ] {
            let found: Vec<String> =
                parse(query).iter().map(|word| word.readings.iter().map(show).collect::<Vec<_>>().join("|")).collect();
            assert_eq!(found.join(" "), expected, "{query:?}");
        }
    }
}
