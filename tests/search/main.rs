//! Searching, in the reader's terms: what was typed, and what comes.

mod answers;
mod operators;
mod support;
mod words;

use equity_catalog::query::{Request, Searcher};

use crate::support::{ids, library};

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
