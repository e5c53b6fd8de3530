//! Which words find which: apart and together, in other forms, with slips, near each other.

use equity_catalog::catalog::Catalog;
use equity_catalog::index;
use equity_catalog::pack::Pack;
use equity_catalog::query::{Request, Searcher};

use crate::support::{found, ids, library, of_titles, resource};

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
        let count = library.search(&Request { query, limit: 0, ..Request::default() });
        assert_eq!((count.total, count.correction.as_deref()), (page.total, correction), "{query:?}");
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
fn a_letter_that_most_resources_have_finds_them_all() {
    let titles: Vec<String> = (0..6_000)
        .map(|at| {
            format!("{} {} {at}", ["Tree", "Stone", "Tower"][at % 3], ["by the River", "on a Hill", "of the Tide"][at % 5 % 3])
        })
        .collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let mut library = of_titles(&titles);
    let has = |title: &str, start: &str| title.split(' ').any(|word| word.to_lowercase().starts_with(start));
    for (words, start) in [("", "t"), ("", "to"), ("hill", "t"), ("stone river", "t"), ("hill", "st")] {
        let query = format!("{words} {start}");
        let expected: Vec<String> = (0..titles.len())
            .filter(|at| has(titles[*at], start) && words.split(' ').all(|word| has(titles[*at], word)))
            .map(|at| at.to_string())
            .collect();
        let page = library.search(&Request { query: &query, limit: 10_000, ..Request::default() });
        let mut found: Vec<usize> = ids(&page).iter().map(|id| id.parse().unwrap()).collect();
        found.sort_unstable();
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{query:?}");
        assert!(page.hits[0].highlights.title.iter().any(|[from, to]| to - from == start.len() as u32), "{query:?}");
    }
    // What has all other words goes before what has one of them and the letter.
    let query = "tree tower hill t";
    assert!(library.search(&Request { query, ..Request::default() }).total > 0, "{query:?}");
    let page = library.search(&Request { query: "zebra t", ..Request::default() });
    assert_eq!((page.total > 1_000, page.relaxed), (true, vec!["zebra".to_owned()]));
}

#[test]
fn a_correction_keeps_the_order_of_what_was_typed() {
    let mut library = of_titles(&["Coalition Building 2013", "Building Bridges"]);
    for (query, correction) in [
        ("kind:coaliton buildng ", Some("kind:coalition building ")),
        // What is typed twice is wrong twice.
        ("coaliton buildng coaliton ", Some("coalition building coalition ")),
        ("buildingbridges or buildingbridges ", Some("building bridges or building bridges ")),
        // Another number is no slip.
        ("coalition 2012 ", None),
    ] {
        let page = library.search(&Request { query, ..Request::default() });
        assert_eq!(page.correction.as_deref(), correction, "{query:?}");
    }
}
