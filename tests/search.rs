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
        ("coalitoi", Some("coalition")),
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
