//! What comes back besides the resources: counts, marks, snippets, explanations, suggestions.

use equity_catalog::catalog::{Catalog, Resource};
use equity_catalog::index;
use equity_catalog::pack::Pack;
use equity_catalog::query::{Request, Searcher, Sort};

use crate::support::{ids, library, of_titles, resource};

#[test]
fn a_count_is_what_choosing_the_value_gives() {
    let mut library = library();
    let facets = || vec!["kind".to_owned(), "organization".to_owned(), "year".to_owned()];
    for (query, filters) in [
        ("", vec![]),
        ("network", vec![("kind", vec!["Tool"])]),
        ("", vec![("kind", vec!["Tool", "Case study"]), ("year", vec!["2012", "1999"])]),
        ("toolkit", vec![("organization", vec!["Network Weaver"])]),
        ("", vec![("kind", vec!["No such kind"])]),
        ("", vec![("no such facet", vec!["x"])]),
    ] {
        let filters: Vec<(String, Vec<String>)> =
            filters.into_iter().map(|(facet, values)| (facet.into(), values.into_iter().map(Into::into).collect())).collect();
        let page = library.search(&Request { query, filters: filters.clone(), facets: facets(), ..Request::default() });
        assert_eq!(page.facets.len(), facets().len());
        for (facet, values) in &page.facets {
            for value in values {
                let mut alone: Vec<_> = filters.iter().filter(|(name, _)| name != facet).cloned().collect();
                alone.push((facet.clone(), vec![value.value.clone()]));
                let chosen = library.search(&Request { query, filters: alone, ..Request::default() });
                assert_eq!(chosen.total, value.count, "{query:?} {filters:?}: {facet} {}", value.value);
            }
        }
    }
    let none = library.search(&Request { filters: vec![("kind".into(), vec!["No such kind".into()])], ..Request::default() });
    assert_eq!(none.total, 0);
}

#[test]
fn an_empty_value_asks_for_the_resources_that_have_none() {
    let mut library = library();
    let mut total = |values: &[&str]| {
        let filters = vec![("organization".to_owned(), values.iter().map(ToString::to_string).collect::<Vec<_>>())];
        library.search(&Request { filters, ..Request::default() }).total
    };
    let (all, none, weaver) = (total(&[]), total(&[""]), total(&["Network Weaver"]));
    assert!(none > 0 && weaver > 0 && none + weaver < all, "the library has all sorts");
    assert_eq!(total(&["", "Network Weaver"]), none + weaver);
    assert_eq!(total(&["", "No such organization"]), none);
}

#[test]
fn what_matched_is_marked_exactly() {
    let text = |units: &[u16]| String::from_utf16(units).unwrap();
    let mut library = library();
    // Query, id, and the title with its marks.
    for (query, id, expected) in [
        ("network", "gains", "Net Gains: A Handbook for [Network] Builders"),
        ("net", "gains", "[Net] Gains: A Handbook for [Net]work Builders"),
        ("netwrok", "toolkit", "[Network] Toolkit"),
        ("multiracial", "multi", "[Multi-Racial] Partnerships and Coalitions"),
        ("racial", "multi", "Multi-[Racial] Partnerships and Coalitions"),
        ("funder", "guide", "Catalyzing Networks: A [Funder]’s Guide"),
        ("funders", "guide", "Catalyzing Networks: A [Funder’s] Guide"),
        ("us", "south", "New Communities in the [U.S.] South"),
        ("equ", "emoji", "🌱 Seeds of [Équ]ité 🌱"),
        ("seeds equite", "emoji", "🌱 [Seeds] of [Équité] 🌱"),
        ("العدالة", "arabic", "[العَدالة] للجميع"),
        ("正義", "chinese", "社會[正義]手冊"),
        ("正義 手", "chinese", "社會[正義手]冊"),
    ] {
        let page = library.search(&Request { query, ..Request::default() }).with_utf16_ranges();
        let hit = page.hits.iter().find(|hit| hit.id == id).unwrap_or_else(|| panic!("{query:?} finds {id}"));
        let units: Vec<u16> = hit.resource.title.encode_utf16().collect();
        let mut marked = String::new();
        let mut at = 0;
        for [start, end] in &hit.highlights.title {
            let (start, end) = (*start as usize, *end as usize);
            marked += &text(&units[at..start]);
            marked += "[";
            marked += &text(&units[start..end]);
            marked += "]";
            at = end;
        }
        marked += &text(&units[at..]);
        assert_eq!(marked, expected, "{query:?}");
    }
    for (query, title, expected) in
        [("nei", "Ask O'Neil", [6, 9]), ("o'nei", "Ask O'Neil", [4, 9]), ("ave", "Pour l’avenir", [7, 10])]
    {
        let resources = vec![resource("a", title, &[], &[], "", 0)];
        let pack = index::build(&Catalog { resources, ..Catalog::default() }).unwrap();
        let request = Request { query, ..Request::default() };
        let page = Searcher::new(Pack::open(pack).unwrap()).search(&request).with_utf16_ranges();
        assert_eq!(page.hits[0].highlights.title, [expected], "{query:?}");
    }
    // A character of a run is marked with the others alone, unless none has them all.
    let mut chinese = of_titles(&["公正與正義", "公義"]);
    for (query, expected) in
        [("正義", vec![[9, 15]]), ("與", vec![[6, 9]]), ("公 正義", vec![[0, 6], [9, 15]]), ("公義正", vec![[0, 6], [9, 15]])]
    {
        let page = chinese.search(&Request { query, ..Request::default() });
        assert_eq!(page.hits[0].highlights.title, expected, "{query:?}");
    }
    let page = library.search(&Request { query: "taylor", ..Request::default() });
    assert_eq!(page.hits[0].highlights.authors, [[1, 10, 16]]);
}

#[test]
fn the_parts_of_a_score_are_the_score() {
    let mut library = library();
    for query in [
        "network",
        "network toolkit",
        "netwrok toolkti",
        "Network Toolkit for Network Weavers",
        "\"network toolkit\" author:holley",
        "is there a handbook for people who want to start building a network of organizations in the south",
        "a",
    ] {
        let plain = library.search(&Request { query, ..Request::default() });
        let page = library.search(&Request { query, explain: true, ..Request::default() });
        assert_eq!(ids(&plain), ids(&page), "{query:?}");
        for (hit, other) in page.hits.iter().zip(&plain.hits) {
            let explain = hit.explain.as_ref().expect("asked for");
            let words: f32 = explain.words.iter().map(|word| word.score).sum();
            let sum = words + explain.title + explain.near + explain.likeness;
            assert!((sum - hit.score).abs() <= hit.score * 1e-4, "{query:?}: {explain:?} is not {}", hit.score);
            assert!((other.score - hit.score).abs() <= hit.score * 1e-5, "{query:?}");
        }
    }
    // Whether or not it is among the best, whose words are read for where they stand.
    let titles: Vec<String> = (0..300).map(|at| format!("Network {} Toolkit {at}", "of Many ".repeat(at % 7))).collect();
    let mut many = of_titles(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    for (sort, offset) in [(Sort::Relevance, 0), (Sort::Relevance, 90), (Sort::Relevance, 200), (Sort::Title, 0)] {
        let page = many.search(&Request { query: "network toolkit", sort, offset, explain: true, ..Request::default() });
        for hit in &page.hits {
            let explain = hit.explain.as_ref().expect("asked for");
            let sum = explain.words.iter().map(|word| word.score).sum::<f32>() + explain.title + explain.near + explain.likeness;
            assert!((sum - hit.score).abs() <= hit.score * 1e-4, "{sort:?} {offset}: {explain:?} is not {}", hit.score);
        }
    }
    let page = library.search(&Request { query: "netwrok weaver", explain: true, ..Request::default() });
    let words = &page.hits[0].explain.as_ref().unwrap().words;
    let shown: Vec<String> = words
        .iter()
        .flat_map(|part| part.found.iter().map(|found| format!("{} {} {} {}", found.word, found.how, found.field, found.times)))
        .collect();
    assert_eq!(
        shown,
        ["network slip title 2", "network slip organizations 1", "weavers form title 1", "weaver exact organizations 1"]
    );
}

#[test]
fn long_descriptions_are_cut_where_they_match() {
    let filler = "Words that say nothing much go on and on and on before the matter is reached at last. ".repeat(6);
    let description = format!("{filler}Here the 🌱 coalition builders meet. {filler}");
    let mut resources = vec![resource("a", "A", &[], &[], "", 0), resource("b", "Coalition", &[], &[], "", 0)];
    resources[0].description = Some(description.clone());
    resources[1].description = Some("Short enough.".into());
    let mut library = Searcher::new(Pack::open(index::build(&Catalog { resources, ..Catalog::default() }).unwrap()).unwrap());
    let page = library.search(&Request { query: "coaliton builders", ..Request::default() }).with_utf16_ranges();
    let hit = page.hits.iter().find(|hit| hit.id == "a").unwrap();
    let snippet = hit.snippet.as_ref().unwrap();
    let units: Vec<u16> = snippet.text.encode_utf16().collect();
    let marked: Vec<String> = snippet
        .highlights
        .iter()
        .map(|[start, end]| String::from_utf16(&units[*start as usize..*end as usize]).unwrap())
        .collect();
    assert_eq!(marked, ["coalition", "builders"]);
    let all: Vec<u16> = description.encode_utf16().collect();
    assert_eq!(String::from_utf16(&all[snippet.start as usize..snippet.end as usize]).unwrap(), snippet.text);
    assert!(snippet.text.len() <= 260 && !snippet.text.starts_with(' ') && !snippet.text.ends_with(' '), "{}", snippet.text);
    let page = library.search(&Request { query: "coalition", ..Request::default() });
    assert_eq!(page.hits.iter().find(|hit| hit.id == "b").unwrap().snippet, None);
}

#[test]
fn a_snippet_shows_the_match_in_any_script() {
    for (query, before) in
        [("正義", "社會改革手冊的內容".repeat(9)), ("justice", "word ".repeat(60)), ("justice", "—".repeat(90))]
    {
        for spaces in ["", " "] {
            let mut resources = vec![resource("a", "A", &[], &[], "", 0)];
            resources[0].description = Some([before.as_str(), query, spaces, &before].concat());
            let pack = index::build(&Catalog { resources, ..Catalog::default() }).unwrap();
            let page = Searcher::new(Pack::open(pack).unwrap()).search(&Request { query, ..Request::default() });
            let snippet = page.hits[0].snippet.as_ref().unwrap();
            assert!(snippet.text.contains(query) && !snippet.highlights.is_empty(), "{query:?} is not in {:?}", snippet.text);
        }
    }
}

#[test]
fn suggestions_complete_what_is_typed() {
    let mut library = library();
    for (typed, expected) in [
        ("june", "June Holley 1"),
        ("hol", "June Holley 1"),
        ("network w", "Network Weaver 1, Network Toolkit for Network Weavers 1"),
        ("conv", "Converge Network 1"),
        ("flipp", "Flipping the Script 1"),
        ("potapchuck", "Maggie Potapchuk 1"),
        ("barbara", "Bárbara Núñez 1"),
        ("zzz", ""),
        ("", ""),
    ] {
        let suggestions = library.suggest(typed, 8);
        let shown: Vec<String> =
            suggestions.iter().map(|suggestion| format!("{} {}", suggestion.text, suggestion.count)).collect();
        assert_eq!(shown.join(", "), expected, "{typed:?}");
    }
    assert_eq!(library.suggest("n", 2).len(), 2);
    let shared = of_titles(&["Untitled", "Untitled", "Untitled Letters"]).suggest("untit", 8);
    assert_eq!(shared.iter().map(|suggestion| suggestion.count).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn values_of_a_facet_can_be_searched() {
    let mut library = library();
    let mut values = |words: &str| {
        let facet_search = vec![("organization".to_owned(), words.to_owned())];
        let page = library.search(&Request { facets: vec!["organization".into()], facet_search, ..Request::default() });
        assert_eq!(page.total, 11);
        page.facets[0].1.iter().map(|value| value.label.clone()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(values("netw"), "Converge Network, Network Weaver");
    assert_eq!(values("weaver n"), "Network Weaver");
    assert_eq!(values("zzz"), "");
}

#[test]
fn places_are_a_tree() {
    use equity_catalog::catalog::{Group, Listing, Section};
    let group = |title: &str, ids: &[&str], groups: Vec<Group>| Group {
        title: title.into(),
        groups,
        listings: ids.iter().map(|id| Listing { id: (*id).into(), title: None }).collect(),
    };
    let sections = vec![Section {
        id: "networks".into(),
        title: "Networks".into(),
        path: vec!["PLAN".into()],
        groups: vec![group("Tools", &["a"], vec![group("Maps", &["b"], Vec::new())])],
        ..Section::default()
    }];
    let mut resources: Vec<Resource> = ["a", "b", "c"].map(|id| resource(id, id, &[], &[], "", 0)).into();
    resources[0].sections = vec!["networks".into()];
    resources[1].sections = vec!["networks".into()];
    let catalog = Catalog { sections, resources, ..Catalog::default() };
    let mut searcher = Searcher::new(Pack::open(index::build(&catalog).unwrap()).unwrap());
    let page = searcher.search(&Request { facets: vec!["path".into()], ..Request::default() });
    let shown: Vec<String> =
        page.facets[0].1.iter().map(|value| format!("{} [{}] {}", value.value, value.label, value.count)).collect();
    assert_eq!(
        shown,
        [
            "PLAN / Networks [Networks] 2",
            "PLAN [PLAN] 2",
            "PLAN / Networks / Tools [Tools] 2",
            "PLAN / Networks / Tools / Maps [Maps] 1"
        ]
        .map(str::to_owned)
        .to_vec()
    );
    let filters = vec![("path".to_owned(), vec!["PLAN / Networks / Tools / Maps".to_owned()])];
    assert_eq!(ids(&searcher.search(&Request { filters, ..Request::default() })), ["b"]);
}

#[test]
fn results_come_in_the_order_asked_for() {
    for (sort, first) in [
        (Sort::Listing, "gains toolkit weavers"),
        (Sort::Title, "self guide multi"),
        (Sort::Newest, "toolkit weavers gains"),
        (Sort::Oldest, "south self multi"),
    ] {
        let page = library().search(&Request { sort, limit: 3, ..Request::default() });
        assert_eq!(ids(&page).join(" "), first, "{sort:?}");
    }
    let second = library().search(&Request { sort: Sort::Newest, offset: 2, limit: 2, ..Request::default() });
    assert_eq!(ids(&second).join(" "), "gains multi");
    let beyond = library().search(&Request { offset: usize::MAX, limit: usize::MAX, ..Request::default() });
    assert_eq!((beyond.total, beyond.hits.len()), (11, 0));
}
