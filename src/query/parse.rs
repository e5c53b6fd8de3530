//! From what was typed to the words that are looked for.

use crate::text::{TokenKind, tokenize};

/// More words than this are not looked for: the matched words of a resource are bits of a u32.
pub(super) const MAX_WORDS: usize = 32;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// As typed.
    pub typed: String,
    /// Folded spellings that all count as the word, the plain one first.
    pub readings: Vec<String>,
    /// Whether it may go on: the last word, which the reader may still be typing.
    pub is_prefix: bool,
}

/// Cuts a query into words. A compound's parts also accept the compound written as one: *multi-racial* finds *multiracial*.
pub(super) fn parse(query: &str) -> Vec<QueryWord> {
    let mut words: Vec<QueryWord> = Vec::new();
    // Whether the word before was left out; then neither are its other readings wanted.
    let mut is_full = false;
    tokenize(query, &mut |token| match token.kind {
        TokenKind::Word => {
            is_full = words.len() == MAX_WORDS;
            if !is_full {
                let typed = query.get(token.start..token.end).unwrap_or(token.text).to_owned();
                words.push(QueryWord { typed, readings: vec![token.text.to_owned()], is_prefix: false });
            }
        }
        TokenKind::Alternative if !is_full => {
            if let Some(word) = words.last_mut() {
                word.readings.push(token.text.to_owned());
            }
        }
        TokenKind::Joined { parts } if !is_full => {
            let first = words.len().saturating_sub(parts as usize);
            for word in &mut words[first..] {
                word.readings.push(token.text.to_owned());
            }
        }
        _ => {}
    });
    if let Some(last) = words.last_mut() {
        last.is_prefix = true;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn queries_become_words() {
        for (query, expected) in [
            ("", ""),
            ("Net gains", "net gains*"),
            ("multi-racial", "multi|multiracial racial|multiracial*"),
            ("Funder’s Guide", "funders|funder guide*"),
            ("  ÉTÉ, \"été\" ", "ete ete*"),
            ("???", ""),
            ("U.S. South", "us south*"),
        ] {
            let found: Vec<String> =
                parse(query).iter().map(|word| word.readings.join("|") + if word.is_prefix { "*" } else { "" }).collect();
            assert_eq!(found.join(" "), expected, "{query:?}");
        }
    }
}
