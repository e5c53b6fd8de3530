//! A small library to search in, and what is asked of every answer.

use equity_catalog::catalog::{Catalog, Resource};
use equity_catalog::index;
use equity_catalog::pack::Pack;
use equity_catalog::query::{Page, Request, Searcher};

pub fn resource(id: &str, title: &str, authors: &[&str], organizations: &[&str], kind: &str, year: i32) -> Resource {
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

pub fn library() -> Searcher<Vec<u8>> {
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

pub fn ids(page: &Page) -> Vec<&str> {
    page.hits.iter().map(|hit| hit.id.as_str()).collect()
}

/// The ids found for a query, best first, as one text.
pub fn found(library: &mut Searcher<Vec<u8>>, query: &str) -> String {
    ids(&library.search(&Request { query, ..Request::default() })).join(" ")
}

pub fn of_titles(titles: &[&str]) -> Searcher<Vec<u8>> {
    let numbered = titles.iter().enumerate().map(|(at, title)| resource(&at.to_string(), title, &[], &[], "", 0));
    Searcher::new(Pack::open(index::build(&Catalog { resources: numbered.collect(), ..Catalog::default() }).unwrap()).unwrap())
}
