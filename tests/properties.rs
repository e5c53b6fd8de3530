//! The engine against its naive twins, on inputs that nobody thought of.

use std::collections::BTreeSet;

use equity_catalog::catalog::{Catalog, Resource, Term};
use equity_catalog::glossary::find;
use equity_catalog::index;
use equity_catalog::pack::{Dictionary, Pack, encode_dictionary};
use equity_catalog::query::{Request, Searcher, find_typos};
use equity_catalog::text::{MAX_WORD, TokenKind, fold, tokenize};
use proptest::prelude::*;

/// Optimal string alignment, the whole table, straight from the definition.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let mut best = if i == 0 || j == 0 { i + j } else { table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]) };
            if i > 0 {
                best = best.min(table[i - 1][j] + 1);
            }
            if j > 0 {
                best = best.min(table[i][j - 1] + 1);
            }
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(table[i - 2][j - 2] + 1);
            }
            table[i][j] = best;
        }
    }
    table[a.len()][b.len()]
}

fn words() -> impl Strategy<Value = BTreeSet<String>> {
    prop::collection::btree_set("[abéñ正न]{1,6}", 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_dictionary_numbers_its_words_in_order(words in words(), other in "[abéñ正न]{0,4}") {
        let bytes = encode_dictionary(words.iter().map(String::as_str));
        let dictionary = Dictionary::new(&bytes);
        prop_assert_eq!(dictionary.len() as usize, words.len());
        for (number, word) in (0..).zip(&words) {
            prop_assert_eq!(dictionary.get(word), Some(number));
            prop_assert_eq!(dictionary.word(number), Some(word.clone()));
        }
        prop_assert_eq!(dictionary.get(&other).is_some(), words.contains(&other));
        let with_start: Vec<u32> = (0..).zip(&words).filter(|(_, word)| word.starts_with(&other)).map(|(number, _)| number).collect();
        prop_assert_eq!(dictionary.prefix(&other).collect::<Vec<_>>(), with_start);
    }

    #[test]
    fn typos_are_those_of_the_definition(words in words(), typed in "[abéñ正न]{1,6}", max in 0u8..3, prefixes: bool) {
        let bytes = encode_dictionary(words.iter().map(String::as_str));
        let dictionary = Dictionary::new(&bytes);
        let letters: Vec<char> = typed.chars().collect();
        let mut expected = Vec::new();
        for (number, word) in (0u32..).zip(&words) {
            let word: Vec<char> = word.chars().collect();
            let whole = distance(&word, &letters);
            let start = (0..=word.len()).map(|end| distance(&word[..end], &letters)).min().unwrap_or(whole);
            let edits = if prefixes { start } else { whole };
            if edits <= usize::from(max) {
                expected.push((number, edits, whole > edits));
            }
        }
        let mut found = Vec::new();
        for group in find_typos(dictionary, &typed, max, prefixes) {
            found.extend(group.words.map(|number| (number, usize::from(group.edits), group.is_prefix)));
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn words_stand_where_they_say(text in "\\PC{0,40}") {
        let mut last = 0;
        tokenize(&text, &mut |token| {
            assert!(token.start < token.end && token.end <= text.len());
            assert!(text.get(token.start..token.end).is_some());
            assert!((1..=MAX_WORD).contains(&token.text.chars().count()));
            if token.kind == TokenKind::Word {
                assert!(token.start >= last);
                last = token.end;
            }
        });
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn any_string_is_a_query(titles in prop::collection::vec("\\PC{0,30}", 1..8), query in "\\PC{0,40}") {
        let resources: Vec<Resource> =
            titles.iter().enumerate().map(|(at, title)| Resource { id: at.to_string(), title: title.clone(), ..Resource::default() }).collect();
        let pack = index::build(&Catalog { resources, ..Catalog::default() }).unwrap();
        let mut searcher = Searcher::new(Pack::open(pack).unwrap());
        searcher.search(&Request { query: &query, ..Request::default() });
        // And every title finds its own resource first, unless another has the same words.
        for title in &titles {
            let page = searcher.search(&Request { query: title, ..Request::default() }).with_utf16_ranges();
            if !fold(title).is_empty() {
                prop_assert_eq!(fold(&page.hits[0].resource.title), fold(title));
            }
        }
    }

    #[test]
    fn the_matcher_finds_what_a_scan_finds(terms in prop::collection::btree_set("[ab]{1,2}( [ab]{1,2}){0,2}", 1..8), text in "[ab]{1,2}( [ab]{1,2}){0,12}") {
        let terms: Vec<String> = terms.into_iter().collect();
        // Spanish has no rules of its own yet, so that only the forms given count.
        let records = terms.iter().map(|term| Term { id: term.clone(), term: term.clone(), ..Term::default() }).collect();
        let pack = index::build(&Catalog { language: "es".into(), terms: records, ..Catalog::default() }).unwrap();
        let pack = Pack::open(pack).unwrap();
        let mut expected = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let is_start = at == 0 || text.as_bytes()[at - 1] == b' ';
            let fits = |term: &&String| {
                text[at..].starts_with(term.as_str()) && text[at + term.len()..].chars().next().is_none_or(|next| next == ' ')
            };
            match terms.iter().filter(fits).max_by_key(|term| term.len()) {
                Some(term) if is_start => {
                    expected.push((term.clone(), at, at + term.len()));
                    at += term.len();
                }
                _ => at += 1,
            }
        }
        let found: Vec<_> =
            find(&pack, &text).into_iter().map(|found| (pack.term(found.term).unwrap().id, found.start, found.end)).collect();
        prop_assert_eq!(found, expected);
    }
}
