//! Queries with phrases, fields, values, and what is not wanted.

use equity_catalog::query::Request;

use crate::support::{found, ids, library, of_titles};

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
        ("year:2011-2012", "toolkit weavers"),
        ("year:2011–2012", "toolkit weavers"),
        ("year:2012..2011", "toolkit weavers"),
        ("year:2011.. network", "weavers toolkit"),
        // What none of these is, is words.
        ("network - toolkit", "toolkit weavers"),
        // What is to become an operator asks for nothing yet.
        ("\"", "gains toolkit weavers multi guide self south hindi arabic chinese emoji"),
        (" -\"", "gains toolkit weavers multi guide self south hindi arabic chinese emoji"),
        // Signs of no operator ask for a title of them.
        ("???", ""),
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
        ("title:converge zebra toolkit", "toolkit", "title:converge zebra"),
        ("title:zebra toolkit", "toolkit", "title:zebra"),
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
    let operators = (0..40).map(|at| format!("-\"{}\" ", &book[at * 3_000..(at + 1) * 3_000])).collect::<Vec<_>>().concat();
    for query in
        [operators, book.clone(), format!("\"{book}"), format!("-{}", book.replace(' ', " -")), format!("network toolkit {book}")]
    {
        library().search(&Request { query: &query, explain: true, ..Request::default() });
        library().suggest(&query, 5);
    }
}

#[test]
fn signs_in_a_text_ask_for_nothing() {
    let mut library = of_titles(&["Steel at -40 Degrees", "Steel"]);
    let query = "what are the effects of low temperatures such as -40 degrees on the strength of \"new\" steel plates and beams of bridges";
    assert_eq!(found(&mut library, query).split(' ').next(), Some("0"));
}

#[test]
fn a_title_is_a_title_whatever_its_signs() {
    let titles =
        ["Author: Anonymous", "-Without-", "\"Quoted\" Words", "Year:1984", "Kind:Tool", "Words", "???", "🌱", "🌱🌱", "…?"];
    let mut library = of_titles(&titles);
    for (at, title) in titles.iter().enumerate() {
        assert_eq!(found(&mut library, title).split(' ').next(), Some(at.to_string().as_str()), "{title:?}");
    }
}
