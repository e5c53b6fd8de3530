//! Searching, in the reader's terms: what was typed, and what comes.

use equity_catalog::catalog::{Catalog, Resource};
use equity_catalog::index;
use equity_catalog::pack::Pack;
use equity_catalog::query::{Page, Request, Searcher, Sort};

fn resource(id: &str, title: &str, authors: &[&str], organizations: &[&str], kind: &str, year: i32) -> Resource {
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Resource {
        id: id.into(),
        title: title.into(),
        authors: own(authors),
        organizations: own(organizations),
        kind: (!kind.is_empty()).then(|| kind.into()),
        year: (year != 0).then_some(year),
        ..Resource::default()
    }
}

fn library() -> Searcher<Vec<u8>> {
    let mut resources = vec![
        resource(
            "gains",
            "Net Gains: A Handbook for Network Builders",
            &["Peter Plastrik", "Madeleine Taylor"],
            &[],
            "Tool",
            2006,
        ),
        resource("toolkit", "Network Toolkit", &[], &["Converge Network"], "Tool", 2012),
        resource("weavers", "Network Toolkit for Network Weavers", &["June Holley"], &["Network Weaver"], "Tool", 2011),
        resource(
            "multi",
            "Multi-Racial Partnerships and Coalitions",
            &["Maggie Potapchuk"],
            &["MP Associates"],
            "Resource",
            2005,
        ),
        resource("guide", "Catalyzing Networks: A Funder’s Guide", &["Diana Scearce"], &["Monitor Institute"], "Resource", 0),
        resource("self", "A Self-Assessment Toolkit", &["Caroline Clark"], &["Engage East Midlands"], "Tool", 2000),
        resource(
            "south",
            "New Communities in the U.S. South",
            &["Bárbara Núñez"],
            &["Southern Regional Council"],
            "Case study",
            1999,
        ),
        resource("hindi", "न्याय की कहानी", &["अमर्त्य सेन"], &[], "Resource", 0),
        resource("arabic", "العَدالة للجميع", &[], &[], "Resource", 0),
        resource("chinese", "社會正義手冊", &[], &[], "Resource", 0),
        resource("emoji", "🌱 Seeds of Équité 🌱", &[], &[], "Resource", 0),
    ];
    resources[3].titles = vec!["Flipping the Script".into()];
    resources[1].description = Some("Tools that networks use; a coalition can use them too.".into());
    Searcher::new(Pack::open(index::build(&Catalog { resources, ..Catalog::default() }).unwrap()).unwrap())
}

fn ids(page: &Page) -> Vec<&str> {
    page.hits.iter().map(|hit| hit.id.as_str()).collect()
}

#[test]
fn what_is_typed_finds_what_is_meant() {
    let mut library = library();
    // The query, and the ids that must come first, in order; `!` in front of an id that must not come at all.
    let check = |query: &str, expected: &str, library: &mut Searcher<Vec<u8>>| {
        let page = library.search(&Request { query, ..Request::default() });
        let found = ids(&page);
        let (absent, wanted): (Vec<&str>, Vec<&str>) =
            expected.split(' ').filter(|id| !id.is_empty()).partition(|id| id.starts_with('!'));
        assert_eq!(found[..wanted.len().min(found.len())], wanted, "{query:?} found {found:?}");
        assert!(absent.iter().all(|id| !found.contains(&&id[1..])), "{query:?} found {found:?}");
    };
    for (query, expected) in [
        // Exact words, whole titles first.
        ("network toolkit", "toolkit weavers !self"),
        ("Network Toolkit for Network Weavers", "weavers"),
        ("flipping the script", "multi"),
        // The last word may be unfinished.
        ("netw", "toolkit weavers"),
        ("network buil", "gains !toolkit"),
        ("p", "multi"),
        // Case and marks don't matter, either way.
        ("BARBARA nunez", "south"),
        ("bárbara", "south"),
        ("equite", "emoji"),
        ("العدالة", "arabic"),
        // One and many.
        ("partnership and coalition", "multi"),
        ("networks toolkits", "toolkit weavers"),
        ("handbooks", "gains"),
        // Hyphens and apostrophes, both ways.
        ("multiracial", "multi"),
        ("multi racial", "multi"),
        ("multi-racial", "multi"),
        ("multi-rac", "multi"),
        ("self-asses", "self"),
        ("self assessment", "self"),
        ("selfassessment", "self"),
        ("funders guide", "guide"),
        ("funder's", "guide"),
        ("funder", "guide"),
        ("us south", "south"),
        ("U.S.", "south"),
        // Scripts of all kinds.
        ("正義", "chinese"),
        ("न्याय", "hindi"),
        ("अमर्त्य", "hindi"),
        // Slips.
        ("potapchuck", "multi"),
        ("netwrok toolkti", "toolkit weavers"),
        ("coalitoi", "multi"),
        ("assesment", "self"),
        // Words of several fields.
        ("holley toolkit", "weavers !toolkit"),
        ("plastrik handbook", "gains"),
        // What no resource has altogether: those with most of it.
        ("network toolkit zebra", "toolkit weavers"),
        // Questions in a reader's own words: common words don't force an empty answer, and don't win it.
        ("what is a network", "toolkit weavers"),
        ("how do we build partnerships and coalitions?", "multi"),
        ("is there a handbook for people who want to start building a network of organizations in the south", "gains"),
        // Nothing.
        ("zzzzzz", "!gains"),
        ("?!", "!gains"),
    ] {
        check(query, expected, &mut library);
    }
}

#[test]
fn nothing_typed_lists_everything_in_listing_order() {
    for query in ["", "   "] {
        let page = library().search(&Request { query, limit: 3, ..Request::default() });
        assert_eq!((page.total, ids(&page)), (11, vec!["gains", "toolkit", "weavers"]));
    }
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

#[test]
fn what_was_left_out_is_told() {
    for (query, expected) in [
        ("network toolkit", ""),
        ("network Zebra toolkit", "Zebra"),
        ("the network in a toolkit", ""),
        ("potapchuck", ""),
        ("zebra quagga", ""),
    ] {
        let page = library().search(&Request { query, ..Request::default() });
        assert_eq!(page.relaxed.join(" "), expected, "{query:?}");
    }
    let filters = vec![("kind".to_owned(), vec!["Case study".to_owned()])];
    let page = library().search(&Request { query: "zebra toolkit", filters, ..Request::default() });
    assert_eq!((page.total, page.relaxed.len()), (0, 0), "nothing is said of hits that the filters hide");
}

#[test]
fn what_was_likely_meant_is_told() {
    for (query, expected) in [
        ("netwrok toolkti", Some("network toolkit")),
        ("Netwrok, Builders!", Some("network, Builders!")),
        ("potapchuck", Some("potapchuk")),
        ("coalitoi", Some("coalitions")),
        ("network toolkit", None),
        ("netw", None),
        ("zebra", None),
        ("", None),
    ] {
        let page = library().search(&Request { query, ..Request::default() });
        assert_eq!(page.correction.as_deref(), expected, "{query:?}");
    }
}

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
    let page = library.search(&Request { query: "taylor", ..Request::default() });
    assert_eq!(page.hits[0].highlights.authors, [[1, 10, 16]]);
}

/// The ids found for a query, best first, as one text.
fn found(library: &mut Searcher<Vec<u8>>, query: &str) -> String {
    ids(&library.search(&Request { query, ..Request::default() })).join(" ")
}

fn of_titles(titles: &[&str]) -> Searcher<Vec<u8>> {
    let numbered = titles.iter().enumerate().map(|(at, title)| resource(&at.to_string(), title, &[], &[], "", 0));
    Searcher::new(Pack::open(index::build(&Catalog { resources: numbered.collect(), ..Catalog::default() }).unwrap()).unwrap())
}

#[test]
fn operators_ask_for_exactly_what_they_say() {
    let mut library = library();
    for (query, expected) in [
        // Phrases: these words, in this order, as typed.
        ("\"network toolkit\"", "toolkit weavers"),
        ("“network weavers”", "weavers"),
        ("\"networks\"", "guide toolkit"),
        ("\"network toolk", "toolkit weavers"),
        ("\"multiracial partnerships\"", "multi"),
        ("\"funders guide\"", "guide"),
        // Without.
        ("network -weavers", "toolkit gains guide"),
        ("network -\"network toolkit\"", "gains guide"),
        ("toolkit −network", "self"),
        ("-network -toolkit", "multi guide south hindi arabic chinese emoji"),
        // Fields.
        ("author:holley", "weavers"),
        ("author:\"june holley\" ", "weavers"),
        ("author:june toolkit", "weavers"),
        ("org:converge", "toolkit"),
        ("organization:\"monitor institute\"", "guide"),
        ("title:flipping", "multi"),
        ("author:hol", "weavers"),
        ("author:potapchuck", "multi"),
        ("toolkit -author:clark", "toolkit weavers"),
        // Values.
        ("kind:tool network", "weavers toolkit gains"),
        ("kind:\"case study\"", "south"),
        ("KIND:too", "gains toolkit weavers self"),
        ("toolkit -kind:tool", ""),
        ("year:2011..2012", "toolkit weavers"),
        ("year:..2000", "self south"),
        ("year:2006", "gains"),
        ("year:2011.. network", "weavers toolkit"),
        // What none of these is, is words.
        ("network - toolkit", "toolkit weavers"),
        ("2012 toolkit", "toolkit"),
    ] {
        assert_eq!(found(&mut library, query), expected, "{query:?}");
    }
}

#[test]
fn what_is_no_operator_is_words() {
    for query in [
        "year:soon toolkit network",
        "kind: toolkit network",
        "http://toolkit network",
        "kind:zebra toolkit network",
        "title:\"\" toolkit network",
        "-- toolkit network",
        "author: \"toolkit network\"",
    ] {
        let page = library().search(&Request { query, ..Request::default() });
        assert_eq!(ids(&page)[..2], ["toolkit", "weavers"], "{query:?}");
    }
}

#[test]
fn a_condition_that_nothing_fulfils_is_told() {
    for (query, first, relaxed) in [
        ("\"toolkit network\"", "toolkit", "\"toolkit network\""),
        // No phrase reaches from one author to the next.
        ("\"plastrik madeleine\"", "gains", "\"plastrik madeleine\""),
        ("title:converge", "toolkit", "title:converge"),
        ("\"network toolkit\"", "toolkit", ""),
    ] {
        let page = library().search(&Request { query, ..Request::default() });
        assert_eq!((ids(&page)[0], page.relaxed.join(" ").as_str()), (first, relaxed), "{query:?}");
    }
}

#[test]
fn a_pasted_book_is_answered_in_no_time() {
    // Distinct words, so that none is merely counted; a quadratic look at them all would take minutes.
    let book = (0..100_000).map(|number| format!("word{number} ")).collect::<Vec<_>>().concat();
    for query in [book.clone(), format!("\"{book}"), format!("-{}", book.replace(' ', " -")), format!("network toolkit {book}")] {
        library().search(&Request { query: &query, explain: true, ..Request::default() });
        library().suggest(&query, 5);
    }
}

#[test]
fn a_title_is_a_title_whatever_its_signs() {
    let titles = ["Author: Anonymous", "-Without-", "\"Quoted\" Words", "Year:1984", "Kind:Tool", "Words"];
    let mut library = of_titles(&titles);
    for (at, title) in titles.iter().enumerate() {
        assert_eq!(found(&mut library, title).split(' ').next(), Some(at.to_string().as_str()), "{title:?}");
    }
}

#[test]
fn words_are_split_and_joined() {
    let mut library = library();
    for (query, first) in [
        ("networktoolkit", "toolkit weavers"),
        ("networktoolk", "toolkit weavers"),
        ("netgains handbook", "gains"),
        ("net work toolkit", "toolkit weavers"),
        ("hand book", "gains"),
        ("hand boo", "gains"),
        ("assess ment", "self"),
        ("社會 正義", "chinese"),
    ] {
        let found = found(&mut library, query);
        assert!(found.starts_with(first), "{query:?} found {found:?}");
    }
}

#[test]
fn what_is_written_as_one_and_as_two_finds_both() {
    let mut library = of_titles(&["Kubernetes Cheat Sheet", "A Cheatsheet for Gardens", "Sheet Music for Gardeners"]);
    for (query, expected, correction) in [
        ("cheatsheet gardens", "1", None),
        ("kubernetes cheatsheet", "0", Some("kubernetes cheat sheet")),
        ("cheatsheet kubernets", "0", Some("cheat sheet kubernetes")),
        ("kubernets cheatsheet ", "0", Some("kubernetes cheat sheet ")),
    ] {
        let page = library.search(&Request { query, ..Request::default() });
        assert_eq!((ids(&page).join(" ").as_str(), page.correction.as_deref()), (expected, correction), "{query:?}");
    }
}

#[test]
fn forms_of_a_word_count_less_than_the_word() {
    let titles = ["Organizing Workers", "Organized Workers", "Organize the Workers", "Workers’ Policies", "Workers’ Policy"];
    let mut library = of_titles(&titles);
    for (query, expected) in [
        ("organizing ", "0 1 2"),
        ("organized ", "1 0 2"),
        ("organize ", "2 0 1"),
        ("policy", "4 3"),
        ("policies", "3 4"),
        // Nothing that a shorter start found is lost on the way to the whole word.
        ("polic", "3 4"),
        ("polici", "3 4"),
        ("policie", "3 4"),
        // Nor by a form that the catalog lacks.
        ("organizes ", "0 1 2"),
        ("organizers", "0 1 2"),
        // What is quoted is as it was typed.
        ("\"organized\"", "1"),
    ] {
        let mut ids: Vec<String> = found(&mut library, query).split(' ').map(str::to_owned).collect();
        if ["polic", "polici", "policie", "organizes ", "organizers"].contains(&query) {
            ids.sort();
        }
        assert_eq!(ids.join(" "), expected, "{query:?}");
    }
}

#[test]
fn acronyms_and_names_find_each_other() {
    let mut resources = vec![
        resource("long", "Governance", &[], &["Nonprofit Quarterly (NPQ)"], "", 0),
        resource("short", "Culture at NPQ", &[], &[], "", 0),
        resource("name", "What the Nonprofit Quarterly Said", &[], &[], "", 0),
        resource("web", "Well-Being and Equity Bridging (WEB) Network", &[], &[], "", 0),
        resource("word", "A web of trust", &[], &[], "", 0),
        resource("other", "Nonprofit Finance, Quarterly Reports", &[], &[], "", 0),
    ];
    resources[1].titles = vec!["Culture".into()];
    let mut library = Searcher::new(Pack::open(index::build(&Catalog { resources, ..Catalog::default() }).unwrap()).unwrap());
    for (query, expected) in [
        ("npq", "short long name"),
        ("\"nonprofit quarterly\"", "long name short"),
        ("WEB Network", "web"),
        // A word is no acronym because it is spelt alike.
        ("\"equity bridging\"", "web"),
    ] {
        let mut ids: Vec<String> = found(&mut library, query).split(' ').map(str::to_owned).collect();
        let mut expected: Vec<&str> = expected.split(' ').collect();
        ids.sort();
        expected.sort_unstable();
        assert_eq!(ids, expected, "{query:?}");
    }
}

#[test]
fn slips_are_forgiven_by_how_likely_they_are() {
    let titles = ["The House", "House and Garden", "House Rules", "A Hose", "Horses", "Neighbours", "Peace", "Piece by Piece"];
    let mut library = of_titles(&titles);
    for (query, first, correction) in [
        // A swap is one edit, the first letters' too; a word that many have is likelier.
        ("huose", "0", Some("house")),
        ("ohuse", "0", Some("house")),
        ("neigbours", "5", Some("neighbours")),
        ("nieghbuors", "5", Some("neighbours")),
        ("gaden", "1", Some("garden")),
        // Another first letter is less likely, but not impossible.
        ("kouse", "0", Some("house")),
        // In an unfinished word.
        ("gradn", "1", Some("garden")),
        ("hosue rul", "2", Some("house rul")),
        // No word comes near.
        ("xylophone", "", None),
    ] {
        let page = library.search(&Request { query, ..Request::default() });
        let found = ids(&page).join(" ");
        assert!(found.starts_with(first) && found.is_empty() == first.is_empty(), "{query:?} found {found:?}");
        assert_eq!(page.correction.as_deref(), correction, "{query:?}");
    }
}

#[test]
fn a_question_is_not_corrected_word_by_word() {
    let query = "how could people of the neighbourhood toolkit their way to trust";
    assert_eq!(library().search(&Request { query, ..Request::default() }).correction, None);
}

#[test]
fn near_words_and_titles_that_start_so_go_first() {
    let filler = "of many other things that a long and winding title can also mention on its way to the end";
    let far = format!("Justice {filler} for Housing");
    let mut library = of_titles(&[&far, "Housing and Justice for All", "Just Housing", "A Justice of Housing"]);
    assert_eq!(found(&mut library, "justice housing ").split(' ').next_back(), Some("0"));
    let mut library =
        of_titles(&["Notes on the River Thames", "The River Thames", "On the River", "River and Thames: Notes on the Rivers"]);
    for (query, first) in [("on the riv", "2"), ("notes on the ri", "0"), ("the river th", "1")] {
        let found = found(&mut library, query);
        assert!(found.starts_with(first), "{query:?} found {found:?}");
    }
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
