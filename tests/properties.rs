//! The engine against its naive twins, on inputs that nobody thought of.

use std::collections::BTreeSet;
use std::ops::Range;

use equity_catalog::catalog::{Case, Catalog, Resource, Term};
use equity_catalog::glossary::find;
use equity_catalog::index;
use equity_catalog::pack::{Dictionary, Pack, Storage, encode_dictionary};
use equity_catalog::query::{Page, Request, Searcher, Sort, find_typos};
use equity_catalog::text::{Capitals, MAX_WORD, TokenKind, fold, is_acronym, is_of_words, spellings, tokenize};
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
    fn the_matcher_finds_what_a_scan_finds(glossary in glossary(), text in running_text()) {
        // Welsh has no rules here, so that only the forms given count.
        let pack = index::build(&Catalog { language: "cy".into(), terms: glossary.clone(), ..Catalog::default() }).unwrap();
        let copied = Pack::open(Copied(pack.clone())).unwrap();
        let pack = Pack::open(pack).unwrap();
        let found: Vec<_> =
            find(&pack, &text).into_iter().map(|found| (pack.term(found.term).unwrap().id, found.start, found.end)).collect();
        prop_assert_eq!(&found, &scanned(&glossary, &text));
        prop_assert_eq!(find(&copied, &text), find(&pack, &text));
    }

    #[test]
    fn any_text_may_be_searched_for_terms(glossary in prop::collection::vec("\\PC{0,12}", 1..6), text in "\\PC{0,60}") {
        let terms: Vec<Term> = glossary.iter().enumerate().map(|(at, term)| Term { id: at.to_string(), term: term.clone(), case: Some(Case::Any), ..Term::default() }).collect();
        let pack = index::build(&Catalog { language: "cy".into(), terms: terms.clone(), ..Catalog::default() }).unwrap();
        let pack = Pack::open(pack).unwrap();
        for text in [text.clone(), [&text, " ", glossary[0].as_str(), " ", &text].concat()] {
            let found: Vec<_> =
                find(&pack, &text).into_iter().map(|found| (pack.term(found.term).unwrap().id, found.start, found.end)).collect();
            prop_assert_eq!(found, scanned(&terms, &text));
        }
    }

    #[test]
    fn operators_never_break_a_query(titles in prop::collection::vec("[ab]{1,3}( [ab]{1,3}){0,4}", 1..8), query in "([ab]{1,3}|\"|-|:|title:|year:|kind:| |\\.\\.|“){0,12}") {
        let mut searcher = of_titles(&titles);
        let page = searcher.search(&Request { query: &query, facets: vec!["kind".into()], explain: true, ..Request::default() });
        prop_assert!(page.hits.len() <= titles.len() && page.total as usize <= titles.len());
        searcher.suggest(&query, 5);
    }

    #[test]
    fn a_phrase_is_found_where_a_scan_finds_it(titles in prop::collection::vec("[ab]{1,2}( [ab]{1,2}){0,6}", 1..12), phrase in "[ab]{1,2}( [ab]{1,2}){0,3}") {
        let mut searcher = of_titles(&titles);
        let words: Vec<&str> = phrase.split(' ').collect();
        let has = |title: &&String| title.split(' ').collect::<Vec<_>>().windows(words.len()).any(|window| window == words);
        let expected = titles.iter().filter(has).count();
        let query = format!("\"{phrase}\"");
        let page = searcher.search(&Request { query: &query, ..Request::default() });
        if expected > 0 {
            prop_assert_eq!(page.total as usize, expected);
        } else {
            prop_assert!(page.total == 0 || page.relaxed.contains(&query));
        }
        // And what is excluded is the rest.
        let query = format!("-{query}");
        let page = searcher.search(&Request { query: &query, ..Request::default() });
        prop_assert_eq!(page.total as usize, titles.len() - expected);
    }

    #[test]
    fn counts_are_those_of_a_loop(
        rows in prop::collection::vec((0u8..3, prop::collection::btree_set(0u8..6, 0..4), 2000i32..2005), 1..150),
        kinds in prop::collection::btree_set(0u8..3, 0..3),
        topics in prop::collection::btree_set(0u8..6, 0..3),
        years in prop::collection::btree_set(2000i32..2005, 0..3),
    ) {
        let names = |numbers: &BTreeSet<u8>| numbers.iter().map(|number| format!("v{number}")).collect::<Vec<String>>();
        let resources = rows.iter().enumerate().map(|(at, (kind, topics, year))| Resource {
            id: at.to_string(),
            title: format!("Title {at}"),
            kind: Some(format!("v{kind}")),
            topics: names(topics),
            year: Some(*year),
            ..Resource::default()
        });
        let mut searcher = open(index::build(&Catalog { resources: resources.collect(), ..Catalog::default() }).unwrap());
        let filters = vec![
            ("kind".to_owned(), names(&kinds)),
            ("topic".to_owned(), names(&topics)),
            ("year".to_owned(), years.iter().map(ToString::to_string).collect()),
        ];
        let facets = ["kind", "topic", "year"].map(str::to_owned).to_vec();
        let page = searcher.search(&Request { query: "title", filters, facets, facet_limit: 100, ..Request::default() });

        let passes = |row: &(u8, BTreeSet<u8>, i32)| [
            kinds.is_empty() || kinds.contains(&row.0),
            topics.is_empty() || !topics.is_disjoint(&row.1),
            years.is_empty() || years.contains(&row.2),
        ];
        prop_assert_eq!(page.total as usize, rows.iter().filter(|row| passes(row) == [true; 3]).count());
        for (facet, (name, values)) in page.facets.iter().enumerate() {
            let others = |row: &&(u8, BTreeSet<u8>, i32)| passes(row).iter().enumerate().all(|(other, passes)| *passes || other == facet);
            let has = |row: &(u8, BTreeSet<u8>, i32), value: &str| match name.as_str() {
                "kind" => value == format!("v{}", row.0),
                "topic" => row.1.iter().any(|topic| value == format!("v{topic}")),
                _ => value == row.2.to_string(),
            };
            for value in values {
                let expected = rows.iter().filter(others).filter(|row| has(row, &value.value)).count();
                prop_assert_eq!(value.count as usize, expected, "{} {}", name, value.value);
            }
        }
    }

    #[test]
    fn pages_are_parts_of_one_list(titles in prop::collection::vec("[abc]{1,2}( [abc]{1,2}){0,5}", 1..300), query in "[abc]{1,2}( [abc]{1,2}){0,2}") {
        let mut searcher = of_titles(&titles);
        let ids = |page: &Page| page.hits.iter().map(|hit| hit.id.clone()).collect::<Vec<_>>();
        let all = searcher.search(&Request { query: &query, limit: usize::MAX, ..Request::default() });
        prop_assert_eq!(all.hits.len(), all.total as usize);
        let looked_at = all.hits.len().min(100);
        prop_assert!(all.hits[..looked_at].windows(2).all(|pair| pair[0].score >= pair[1].score));
        let mut parts = Vec::new();
        while parts.len() < all.hits.len() {
            let page = searcher.search(&Request { query: &query, offset: parts.len(), limit: 7, ..Request::default() });
            prop_assert!(!page.hits.is_empty());
            parts.extend(ids(&page));
        }
        prop_assert_eq!(parts, ids(&all));
    }

    #[test]
    fn bytes_that_are_only_copied_give_the_same_answers(titles in prop::collection::vec("[abc]{1,2}( [abc]{1,2}){0,5}", 1..20), query in "\"?[abc]{1,2}( [abc]{1,2}){0,2}\"?") {
        let resources = titles.iter().enumerate().map(|(at, title)| Resource {
            id: at.to_string(),
            title: title.clone(),
            authors: vec![title.clone()],
            ..Resource::default()
        });
        let bytes = index::build(&Catalog { resources: resources.collect(), ..Catalog::default() }).unwrap();
        let facets = || vec!["author".to_owned(), "year".to_owned()];
        let request = Request { query: &query, facets: facets(), sort: Sort::Title, explain: true, ..Request::default() };
        let mut lent = open(bytes.clone());
        let mut copied = Searcher::new(Pack::open(Copied(bytes)).unwrap());
        prop_assert_eq!(lent.search(&request), copied.search(&request));
        prop_assert_eq!(lent.suggest(&query, 5), copied.suggest(&query, 5));
        prop_assert_eq!(lent.pack().verify(), copied.pack().verify());
    }
}

/// Words of few letters, so that terms are found often, and whatever may stand in, before and between words.
const WORD: &str = "([aAsB]{1,2}|é|É|\u{301}|ß|я|正|1|\u{ad}){1,3}";
const GAP: &str = "[ \n,.'’\\-\u{2011}\u{2013}\u{a0}\u{ad}\u{200b}\u{301}]";

fn glossary() -> impl Strategy<Value = Vec<Term>> {
    let phrase = || prop::string::string_regex(&format!("{WORD}([ '’-]{WORD}){{0,2}}")).unwrap();
    let case = prop_oneof![2 => Just(Some(Case::Any)), 1 => Just(Some(Case::Exact)), 1 => Just(None)];
    let term = (phrase(), prop::collection::vec(phrase(), 0..2), case, prop::collection::vec(phrase(), 0..3));
    prop::collection::vec(term, 1..8).prop_map(|terms| {
        let numbered = terms.into_iter().enumerate();
        numbered
            .map(|(at, (term, forms, case, not_in))| Term { id: at.to_string(), term, forms, case, not_in, ..Term::default() })
            .collect()
    })
}

fn running_text() -> impl Strategy<Value = String> {
    prop::string::string_regex(&format!("{GAP}{{0,2}}({WORD}{GAP}{{1,3}}){{0,12}}")).unwrap()
}

/// The rules of matching, word for word: the whole text is cut into words, and every form is tried in every reading of it at every place.
fn scanned(glossary: &[Term], text: &str) -> Vec<(String, usize, usize)> {
    // A pack has its terms by headword.
    let mut terms: Vec<&Term> = glossary.iter().collect();
    terms.sort_by_key(|term| (fold(&term.term), term.term.clone()));
    let readings = readings(text);
    let behind_hyphen = |at: usize| {
        let mut before = text[..at].chars().rev();
        before.next().is_some_and(|c| "-\u{2010}\u{2011}".contains(c)) && before.next().is_some_and(is_of_words)
    };
    let positions = readings.iter().map(|reading| reading.position).max().map_or(0, |last| last + 1);
    let (mut matches, mut from) = (Vec::new(), 0);
    let (rules, excepted) = rules(&terms);
    let mut exceptions: Vec<(usize, Range<usize>)> = Vec::new();
    for position in 0..positions {
        let first = readings.iter().find(|reading| reading.position == position).unwrap();
        if behind_hyphen(first.range.start) {
            continue;
        }
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        spans(&readings, text, position, None, "", &mut |form, range| {
            let of_form = excepted.iter().filter(|(other, _)| other == form);
            exceptions.extend(of_form.map(|(_, number)| (*number, range.clone())));
            let mut claims: Vec<(Option<Capitals>, usize)> = Vec::new();
            for (_, capitals, number) in rules.iter().filter(|(other, ..)| other == form) {
                let is_spelt_so = capitals.is_none_or(|capitals| capitals.begin(Capitals::of(&text[range.clone()])));
                // Of two claims alike the first holds.
                if is_spelt_so && claims.iter().all(|(other, _)| other != capitals) {
                    claims.push((*capitals, *number));
                }
            }
            claims.sort_by_key(|(capitals, _)| capitals.is_none());
            found.extend(claims.into_iter().map(|(_, number)| (range.clone(), number)));
        });
        let is_within = |(range, number): &(Range<usize>, usize)| {
            exceptions.iter().any(|(other, outer)| other == number && outer.start <= range.start && range.end <= outer.end)
        };
        found.retain(|found| found.0.start >= from && !is_within(found));
        let best = found.iter().map(|found| (std::cmp::Reverse(found.0.end), found.0.start)).min();
        if let Some((range, number)) = found.iter().find(|found| Some((std::cmp::Reverse(found.0.end), found.0.start)) == best) {
            from = range.end;
            matches.push((terms[*number].id.clone(), range.start, range.end));
        }
    }
    matches
}

/// What each term stands for, with the capitals that it asks for, what was written before what follows from it; and what is excepted.
#[expect(clippy::type_complexity, reason = "rows of a table")]
fn rules(terms: &[&Term]) -> (Vec<(String, Option<Capitals>, usize)>, Vec<(String, usize)>) {
    let (mut rules, mut plurals, mut excepted) = (Vec::new(), Vec::new(), Vec::new());
    for (number, term) in terms.iter().enumerate() {
        for written in std::iter::once(&term.term).chain(&term.forms) {
            if term.case.map_or(is_acronym(written) && !shouts(terms), |case| case == Case::Exact) {
                let plural = match written.strip_suffix('s').filter(|_| is_acronym(written)) {
                    Some(one) => one.to_owned(),
                    None => [written, "s"].concat(),
                };
                let last = written.chars().next_back().unwrap();
                rules.push((fold(written), Some(Capitals::of(written)), number));
                if plural.len() < written.len() || last.is_alphabetic() && !"sSxXzZ".contains(last) {
                    plurals.push((fold(&plural), Some(Capitals::of(&plural)), number));
                }
            } else {
                rules.extend(spellings(written).into_iter().map(|form| (form, None, number)));
            }
        }
        excepted.extend(term.not_in.iter().flat_map(|phrase| spellings(phrase)).map(|form| (form, number)));
    }
    rules.extend(plurals);
    (rules, excepted)
}

/// A word as it may be read, the words that this spans, and where it is marked.
struct Reading {
    word: String,
    position: u32,
    words: u32,
    range: Range<usize>,
}

fn readings(text: &str) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    let mut whole = 0..0;
    tokenize(text, &mut |token| {
        let mut range = token.start..token.end;
        let mut words = 1;
        match token.kind {
            TokenKind::Word => whole = range.clone(),
            TokenKind::Joined { parts } => words = parts,
            TokenKind::Alternative if token.start == whole.start => {
                if [token.text, "s"].concat() != readings.last().unwrap().word {
                    return;
                }
                range.end = whole.end;
            }
            TokenKind::Alternative => {}
        }
        readings.push(Reading { word: token.text.into(), position: token.position, words, range });
    });
    readings.sort_by_key(|reading| reading.position);
    readings
}

/// Every row of words from a position on, with space or hyphens between them.
fn spans(
    readings: &[Reading],
    text: &str,
    position: u32,
    before: Option<&Range<usize>>,
    form: &str,
    each: &mut dyn FnMut(&str, Range<usize>),
) {
    let here: Vec<&Reading> = readings.iter().filter(|reading| reading.position == position).collect();
    for reading in &here {
        let start = before.map_or(reading.range.start, |before| before.start);
        if let Some(before) = before {
            let Some(gap) = text.get(before.end..reading.range.start) else { continue };
            let joins = |c: char| c.is_whitespace() || "-\u{2010}\u{2011}\u{ad}\u{200b}".contains(c);
            if !gap.chars().all(joins) || gap.matches('\n').count() > 1 || reading.range.start != here[0].range.start {
                continue;
            }
        }
        let form = if before.is_none() { reading.word.clone() } else { [form, " ", &reading.word].concat() };
        // No form here has more words.
        if form.split(' ').count() > 9 {
            continue;
        }
        each(&form, start..reading.range.end);
        spans(readings, text, position + reading.words, Some(&(start..reading.range.end)), &form, each);
    }
}

fn shouts(terms: &[&Term]) -> bool {
    let upper = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() < 2 || is_acronym(word);
    terms.iter().all(|term| term.term.split_whitespace().all(upper))
        && terms.iter().any(|term| term.term.trim().contains(char::is_whitespace) || term.term.trim().chars().count() > 8)
}

/// Bytes that can't be lent.
struct Copied(Vec<u8>);

impl Storage for Copied {
    fn size(&self) -> usize {
        self.0.len()
    }

    fn slice(&self, _: Range<usize>) -> Option<&[u8]> {
        None
    }

    fn copy(&self, range: Range<usize>) -> Option<Vec<u8>> {
        self.0.get(range).map(<[u8]>::to_vec)
    }
}

fn open(bytes: Vec<u8>) -> Searcher<Vec<u8>> {
    Searcher::new(Pack::open(bytes).unwrap())
}

fn of_titles(titles: &[String]) -> Searcher<Vec<u8>> {
    let numbered = titles.iter().enumerate();
    let resources = numbered.map(|(at, title)| Resource { id: at.to_string(), title: title.clone(), ..Resource::default() });
    open(index::build(&Catalog { resources: resources.collect(), ..Catalog::default() }).unwrap())
}
