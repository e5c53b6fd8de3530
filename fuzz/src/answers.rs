//! Answers, held to what is always so, whatever was asked and of whatever bytes.

use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};

use equity_catalog::glossary::{TermMatch, find};
use equity_catalog::pack::{FACETS, Pack, Storage};
use equity_catalog::query::{Highlights, Hit, Request, Searcher, Sort};

use crate::embedded_pack;

type Embedded = Searcher<&'static [u8]>;

thread_local! {
    static EMBEDDED: RefCell<Embedded> = RefCell::new(Searcher::new(Pack::open(embedded_pack()).expect("the pack opens")));
}

/// Asks the racial-equity catalog. Lines before the last are filters, `facet=value`, and words to search values for, `facet?words`; the number of
/// letters decides the rest.
pub(crate) fn query(text: &str) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let query = lines.pop().unwrap_or_default();
    let owned = |(facet, rest): (&str, &str)| (facet.to_owned(), rest.to_owned());
    let filters = lines.iter().filter_map(|line| line.split_once('=')).map(|pair| {
        let (facet, value) = owned(pair);
        (facet, vec![value])
    });
    let seed = query.chars().count();
    let request = Request {
        query,
        filters: filters.collect(),
        facet_search: lines.iter().filter_map(|line| line.split_once('?')).map(owned).collect(),
        sort: Sort::NAMES[seed / 2 % 5].1,
        offset: seed % 3,
        limit: [20, 1, usize::MAX][seed / 3 % 3],
        facets: FACETS.iter().map(|(_, name)| (*name).to_owned()).collect(),
        facet_limit: [20, usize::MAX, 0][seed / 2 % 3],
        explain: seed.is_multiple_of(2),
    };
    EMBEDDED.with_borrow_mut(|searcher| {
        // What was asked before changes nothing.
        let first = searched(searcher, &request);
        suggested(searcher, query, 5);
        assert_eq!(first, searched(searcher, &request), "the same question has another answer");
    });
}

/// Finds the terms of the racial-equity glossary.
pub(crate) fn glossary(text: &str) {
    EMBEDDED.with_borrow(|searcher| {
        let found = self::found(searcher.pack(), text);
        // A text in a paragraph of its own has the terms that it has among others.
        let twice = [text, "\n\n.\n\n", text].concat();
        let second = text.len() + 5;
        let moved = found.iter().map(|found| TermMatch { start: found.start + second, end: found.end + second, ..*found });
        let expected: Vec<TermMatch> = found.iter().copied().chain(moved).collect();
        assert_eq!(self::found(searcher.pack(), &twice), expected, "twice the text has other terms");
    });
}

/// The terms of a text: in order, apart, each of whole characters.
pub(crate) fn found<D: Storage>(pack: &Pack<D>, text: &str) -> Vec<TermMatch> {
    let found = find(pack, text);
    let mut last = 0;
    for one in &found {
        assert!(one.term < pack.meta().terms, "there is no such term");
        assert!(last <= one.start && one.start < one.end, "terms overlap, or are out of order");
        assert!(text.get(one.start..one.end).is_some(), "half a character is marked");
        last = one.end;
    }
    found
}

/// An answer, as a number.
pub(crate) fn searched<D: Storage>(searcher: &mut Searcher<D>, request: &Request<'_>) -> u64 {
    let page = searcher.search(request);
    assert!(page.hits.len() <= request.limit && page.hits.len() <= page.total as usize, "more hits than were asked for");
    assert!(page.total <= searcher.pack().meta().resources, "more hits than there are works");
    let mut sum = DefaultHasher::new();
    page.total.hash(&mut sum);
    for hit in &page.hits {
        assert!(!hit.score.is_nan(), "a score is no number");
        hit.score.to_bits().hash(&mut sum);
        hit.id.hash(&mut sum);
        ranges(hit, &mut sum);
        if let Some(explained) = &hit.explain {
            for part in &explained.words {
                (&part.word, part.score.to_bits(), part.found.len()).hash(&mut sum);
            }
        }
    }
    for (name, values) in &page.facets {
        let few = request.facet_limit.saturating_add(request.filters.len() * 4);
        assert!(values.len() <= few, "more values than were asked for");
        for value in values {
            assert!(value.count <= searcher.pack().meta().resources, "a value is counted twice for a work");
            (name, &value.value, &value.label, value.count).hash(&mut sum);
        }
    }
    (&page.correction, &page.relaxed).hash(&mut sum);
    page.with_utf16_ranges().hits.len().hash(&mut sum);
    sum.finish()
}

/// What is highlighted is whole characters, in order, within its text.
fn ranges(hit: &Hit, sum: &mut DefaultHasher) {
    let resource = &hit.resource;
    let hold = |text: &str, ranges: &mut dyn Iterator<Item = [u32; 2]>| {
        let mut last = 0;
        for [start, end] in ranges {
            assert!(last <= start && start < end, "highlights overlap, or are out of order");
            assert!(text.get(start as usize..end as usize).is_some(), "half a character is highlighted");
            last = end;
        }
    };
    let Highlights { title, titles, authors, byline, organizations, kind, topics, description } = &hit.highlights;
    for (text, ranges) in [
        (Some(&resource.title), title),
        (resource.byline.as_ref(), byline),
        (resource.kind.as_ref(), kind),
        (resource.description.as_ref(), description),
    ] {
        hold(text.map_or("", String::as_str), &mut ranges.iter().copied());
        ranges.hash(sum);
    }
    for (texts, ranges) in [
        (&resource.titles, titles),
        (&resource.authors, authors),
        (&resource.organizations, organizations),
        (&resource.topics, topics),
    ] {
        for (number, text) in (0..).zip(texts) {
            hold(text, &mut ranges.iter().filter(|[value, ..]| *value == number).map(|[_, start, end]| [*start, *end]));
        }
        assert!(ranges.iter().all(|[value, ..]| (*value as usize) < texts.len()), "a value that isn't there is highlighted");
        ranges.hash(sum);
    }
    if let Some(snippet) = &hit.snippet {
        hold(&snippet.text, &mut snippet.highlights.iter().copied());
        snippet.text.hash(sum);
    }
}

/// Completions, as a number.
pub(crate) fn suggested<D: Storage>(searcher: &mut Searcher<D>, text: &str, limit: usize) -> u64 {
    let suggestions = searcher.suggest(text, limit);
    assert!(suggestions.len() <= limit, "more completions than were asked for");
    let mut sum = DefaultHasher::new();
    for suggestion in suggestions {
        (suggestion.text, suggestion.count).hash(&mut sum);
    }
    sum.finish()
}
