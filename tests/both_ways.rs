//! From a work to the terms in it, and from a term to its works.

use std::collections::BTreeSet;

use equity_catalog::catalog::{Case, Catalog, Resource, Term};
use equity_catalog::glossary::find;
use equity_catalog::index;
use equity_catalog::pack::Pack;
use equity_catalog::query::{Request, Searcher};
use equity_catalog::text::fold;
use proptest::prelude::*;

fn work(id: &str, title: &str, titles: &[&str], description: &str) -> Resource {
    Resource {
        id: id.into(),
        title: title.into(),
        titles: titles.iter().map(|title| (*title).to_owned()).collect(),
        description: Some(description.to_owned()).filter(|text| !text.is_empty()),
        ..Resource::default()
    }
}

fn term(term: &str, forms: &[&str], related: &[&str]) -> Term {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Term {
        // Sorted otherwise than the headwords are.
        id: term.chars().rev().collect::<String>().to_lowercase().replace(' ', "-"),
        term: term.into(),
        forms: owned(forms),
        related: owned(related),
        ..Term::default()
    }
}

fn open(resources: Vec<Resource>, terms: Vec<Term>) -> Pack<Vec<u8>> {
    Pack::open(index::build(&Catalog { resources, terms, ..Catalog::default() }).unwrap()).unwrap()
}

fn library() -> Pack<Vec<u8>> {
    let mut topical = work("topical", "A leaf", &[], "");
    topical.topics = vec!["Racism".into()];
    topical.authors = vec!["Steward Oppression".into()];
    open(
        vec![
            work("plain", "Nothing to see", &[], ""),
            work("title", "Structural racism in the valley", &[], ""),
            work("other", "Of the valley", &["Racist policy, and what came of it"], ""),
            work("text", "The hills", &[], "They ask the WHO, and who is asked? Of stewards, racism, STEWARDS."),
            work("named", "The Stéward's Book", &[], "On oppression."),
            work("again", "Second book", &["the steward’s book"], ""),
            topical,
        ],
        vec![
            term("Racism", &[], &["nothing of the kind", "Of the Valley"]),
            term("Structural Racism", &[], &[]),
            term("Racist Policies", &[], &[]),
            term("Steward", &[], &["The Steward's Book"]),
            term("Oppression", &["held down"], &["the hills", "THE HILLS"]),
            Term { case: Some(Case::Exact), ..term("WHO", &[], &[]) },
            term("Unheard of", &[], &[]),
        ],
    )
}

#[test]
fn a_term_has_the_works_that_it_names_and_those_that_have_it() {
    let pack = library();
    for (term, works) in [
        // Longest first, as in any text: the title is of another term. What the term names comes first.
        ("Racism", "other text"),
        ("Structural Racism", "title"),
        ("Racist Policies", "other"),
        // Named by any of their titles, whatever the capitals, marks and signs, once each, and in listing order.
        ("Steward", "named again text"),
        ("Oppression", "text named"),
        ("WHO", "text"),
        // Neither topics nor authors are texts.
        ("Unheard of", ""),
    ] {
        let number = (0..pack.meta().terms).find(|number| pack.term(*number).unwrap().term == term).unwrap();
        assert_eq!(pack.find_term(&pack.term(number).unwrap().id), Some(number));
        let found: Vec<_> = pack.works_of_term(number).into_iter().map(|doc| pack.resource(doc).unwrap().id).collect();
        assert_eq!(found.join(" "), works, "{term}");
    }
    assert_eq!(pack.find_term("nothing"), None);
    assert!(pack.works_of_term(99).is_empty());
}

#[test]
fn a_work_has_the_terms_in_it_and_those_that_name_it() {
    let pack = library();
    for (work, terms) in [
        ("plain", ""),
        ("title", "Structural Racism"),
        ("other", "Racism, Racist Policies"),
        ("text", "Oppression, Racism, Steward, WHO"),
        ("named", "Oppression, Steward"),
        ("again", "Steward"),
        ("topical", ""),
    ] {
        let (doc, _) = pack.find_resource(work).unwrap();
        let found = pack.terms_of_work(doc);
        assert_eq!(found.iter().map(|(_, term)| *term).collect::<Vec<_>>().join(", "), terms, "{work}");
        assert!(found.iter().all(|(id, term)| pack.term(pack.find_term(id).unwrap()).unwrap().term == *term));
    }
    assert!(pack.terms_of_work(99).is_empty());
}

#[test]
fn works_are_filtered_and_counted_by_term() {
    let mut searcher = Searcher::new(library());
    let page = searcher.search(&Request { facets: vec!["term".into()], ..Request::default() });
    let counts: Vec<_> = page.facets[0].1.iter().map(|value| (value.label.as_str(), value.count)).collect();
    let expected =
        [("Steward", 3), ("Oppression", 2), ("Racism", 2), ("Racist Policies", 1), ("Structural Racism", 1), ("WHO", 1)];
    assert_eq!(counts, expected);
    let filters = vec![("term".into(), vec![page.facets[0].1[0].value.clone()])];
    let page = searcher.search(&Request { filters, ..Request::default() });
    assert_eq!(page.hits.iter().map(|hit| hit.resource.id.as_str()).collect::<Vec<_>>(), ["text", "named", "again"]);
}

#[test]
fn a_catalog_may_lack_works_or_terms() {
    let pack = open(vec![work("a", "Racism", &[], "")], Vec::new());
    assert!(pack.terms_of_work(0).is_empty() && pack.find_term("").is_none());
    let pack = open(Vec::new(), vec![term("Racism", &[], &["Racism"])]);
    assert!(pack.works_of_term(0).is_empty() && pack.terms_of_work(0).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn works_and_terms_are_those_of_a_loop(
        works in prop::collection::vec(("[ab]{1,2}( [ab]{1,2}){0,3}", prop::option::of("[ab]{1,2}( [ab]{1,2}){0,6}")), 0..12),
        terms in prop::collection::btree_map("[ab]{1,2}( [ab]{1,2}){0,2}", prop::collection::vec("[abAB]{1,2}( [ab]{1,2}){0,1}", 0..4), 0..8),
    ) {
        let works: Vec<Resource> = (0..).zip(works).map(|(at, (title, text)): (u32, _)| {
            work(&at.to_string(), &title, &[], text.as_deref().unwrap_or_default())
        }).collect();
        let terms = terms.iter().map(|(name, related)| {
            term(name, &[], &related.iter().map(String::as_str).collect::<Vec<_>>())
        }).collect();
        let pack = open(works.clone(), terms);
        let mut of_works: Vec<Vec<String>> = vec![Vec::new(); works.len()];
        for number in 0..pack.meta().terms {
            let term = pack.term(number).unwrap();
            let names = |work: &Resource| term.related.iter().any(|name| fold(name) == fold(&work.title));
            let has = |work: &Resource| {
                let texts = [Some(work.title.as_str()), work.description.as_deref()];
                texts.iter().flatten().any(|text| find(&pack, text).iter().any(|found| found.term == number))
            };
            let (named, others): (Vec<_>, Vec<_>) =
                (0u32..).zip(&works).filter(|(_, work)| names(work) || has(work)).partition(|(_, work)| names(work));
            let expected: Vec<u32> = named.iter().chain(&others).map(|(doc, _)| *doc).collect();
            for doc in &expected {
                of_works[*doc as usize].push(term.term.clone());
            }
            prop_assert_eq!(pack.works_of_term(number), expected);
        }
        for (doc, expected) in (0..).zip(of_works) {
            let found: Vec<&str> = pack.terms_of_work(doc).into_iter().map(|(_, term)| term).collect();
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len());
        }
    }
}
