//! The project's own catalog as a browser, a search engine and Zotero read it.

use std::collections::{BTreeMap, BTreeSet};

use equity_catalog::catalog::Group;
use equity_catalog::html::Options;
use scraper::ElementRef;

use crate::support::{all, attribute, decoded, embedded, fragment, linked_data, parsed, selector, text, texts, with_glossary};

/// The groups of a section as a reader sees them: path of headings, and titles in order.
fn groups_shown(section: ElementRef<'_>) -> Vec<(Vec<String>, Vec<String>)> {
    let (heading, listed) =
        (selector(":scope > [data-part=group-title]"), selector(":scope > ul > li > [data-part=listing-title]"));
    let path = |group: ElementRef<'_>| {
        let around = group.ancestors().filter_map(ElementRef::wrap).filter(|around| attribute(*around, "data-part") == "group");
        let mut path: Vec<String> =
            std::iter::once(group).chain(around).filter_map(|group| group.select(&heading).next()).map(text).collect();
        path.reverse();
        path
    };
    section.select(&selector("[data-part=group]")).map(|group| (path(group), group.select(&listed).map(text).collect())).collect()
}

/// The same from the records.
fn groups_kept(groups: &[Group], above: &[String], title: &dyn Fn(&str) -> String) -> Vec<(Vec<String>, Vec<String>)> {
    let mut out = Vec::new();
    for group in groups {
        let path: Vec<String> = above.iter().cloned().chain([group.title.clone()]).collect();
        let titles = group.listings.iter().map(|listing| listing.title.clone().unwrap_or_else(|| title(&listing.id)));
        out.push((path.clone(), titles.collect()));
        out.extend(groups_kept(&group.groups, &path, title));
    }
    out
}

#[test]
fn every_listing_in_its_group() {
    let catalog = embedded();
    let title = |id: &str| catalog.resources.iter().find(|work| work.id == id).expect("it is there").title.clone();
    let html = parsed(&fragment(&catalog, &Options::default()));
    let sections = all(&html, "[data-section]");
    assert_eq!(sections.len(), catalog.sections.len());
    for (shown, kept) in sections.iter().zip(&catalog.sections) {
        assert_eq!(attribute(*shown, "data-section"), kept.id);
        assert_eq!(texts(*shown, "h2"), [kept.title.as_str()]);
        assert_eq!(groups_shown(*shown), groups_kept(&kept.groups, &[], &title));
    }
    assert_eq!(all(&html, "li[data-resource]").len(), 74);
    assert_eq!(all(&html, "[data-part=others]").len(), 0, "every work is in a section");
}

#[test]
fn every_work_once_by_id_and_for_zotero() {
    let catalog = embedded();
    let html = parsed(&fragment(&catalog, &Options::default()));
    let ids: Vec<&str> = all(&html, "[id]").into_iter().map(|element| attribute(element, "id")).collect();
    let kept: BTreeSet<String> = catalog.resources.iter().map(|work| format!("resource-{}", work.id)).collect();
    assert_eq!((ids.len(), kept.len()), (49, 49));
    assert!(ids.iter().all(|id| kept.contains(*id)));
    let seen: BTreeSet<&str> = all(&html, "li").into_iter().map(|item| attribute(item, "data-resource")).collect();
    for item in all(&html, "li[id]") {
        assert_eq!(item.select(&selector("span.Z3988")).count(), 1);
        assert!(seen.contains(attribute(item, "data-resource")));
    }
    let coins = all(&html, "span.Z3988");
    assert_eq!(coins.len(), 49);
    assert!(coins.iter().all(|span| text(*span).is_empty() && attribute(*span, "aria-hidden") == "true"));
}

#[test]
fn the_lines_of_works() {
    let html = parsed(&fragment(&embedded(), &Options::default()));
    let mut checked = 0;
    for (id, lines) in [
        (
            "bridges-puentes",
            &[
                ("listing-title", "Bridges Puentes: Building Black-Brown Solidarities Across the U.S."),
                (
                    "byline",
                    "Manuel Pastor, Ashley K. Thomas, Preston MIlls [correct: Preston Mills], Rachel Rosner, and Vanessa Carter",
                ),
                ("organizations", "Equity Research Institute (ERI), USC Dornsife"),
                ("facts", "Case study"),
            ][..],
        ),
        (
            "across-races-and-nations",
            &[
                (
                    "listing-title",
                    "Across Races and Nations: Building New Communities in the U.S. South - Conflict and Collaboration",
                ),
                ("byline", "Barbara Ellen Smith, Susan Williams, and Wendy Johnson"),
                ("organizations", "Center for Research on Women; Southern Regional Council"),
                (
                    "other-title",
                    "Also titled: Across Races and Nations: Building New Communities in the South Case Studies of Collaboration",
                ),
                ("facts", "Case study"),
            ],
        ),
        (
            "net-gains",
            &[
                ("listing-title", "Net Gains: A Handbook for Network Builders Seeking Social Change"),
                ("byline", "Peter Plastrik and Madeleine Taylor"),
                ("facts", "Resource · Networks"),
            ],
        ),
    ] {
        let items = all(&html, &format!("#resource-{id}"));
        let parts: Vec<(&str, String)> = items[0]
            .child_elements()
            .filter(|part| attribute(*part, "class") != "Z3988")
            .map(|part| (attribute(part, "data-part"), text(part)))
            .collect();
        let parts: Vec<(&str, &str)> = parts.iter().map(|(part, text)| (*part, text.as_str())).collect();
        assert_eq!(parts, lines, "{id}");
        checked += 1;
    }
    assert_eq!(checked, 3);
}

#[test]
fn what_stands_around_the_listings() {
    let html = parsed(&fragment(&embedded(), &Options::default()));
    let current = all(&html, "[data-section=networks-alliances-and-coalitions]")[0];
    for (part, shown) in [
        ("[data-part=path]", &["PLAN / Change Process"][..]),
        ("[data-part=overview] figcaption", &["After: Margaret Wheatley"]),
        ("[data-part=credit]", &["After: “Networks, Alliances, and Coalitions” (introduction to the page, current edition)"]),
        (
            "[data-part=picture-credit]",
            &["Picture: Executive Directors of Color Relationships and Resilience Collective – State Voices"],
        ),
        ("[data-part=neighbours] h3", &["Also in this section"]),
        (
            "[data-part=neighbours] li",
            &[
                "Individual Transformation",
                "Community Change",
                "Leadership for Racial Equity",
                "Accountability",
                "Organization Change",
                "Movement Building",
            ],
        ),
        (":scope > [data-part=group] > h3", &["Case Studies", "Collaboration Resources"]),
        ("[data-part=group] > h4", &["Concepts and Analysis", "Network Resources", "Partnerships Resources"]),
    ] {
        let found: Vec<String> = texts(current, part);
        assert_eq!(found, shown, "{part}");
    }
    let about = all(&html, "details[data-part=about]")[0];
    assert_eq!(texts(about, "summary"), ["About this catalog"]);
    assert!(text(about).contains("License: CC BY 4.0"));
}

#[test]
fn eleven_terms_from_a_to_z() {
    let html = parsed(&fragment(&embedded(), &with_glossary()));
    let terms = all(&html, "[data-part=glossary] > [data-part=letter] > article");
    let names: Vec<String> = terms.iter().flat_map(|term| texts(*term, "h4")).collect();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!((names.len(), &names), (11, &sorted));
    assert!(terms.iter().all(|term| attribute(*term, "id") == format!("term-{}", attribute(*term, "data-term"))));
    let first = terms[0];
    assert_eq!(texts(first, "h4"), ["Accountability"]);
    assert_eq!(texts(all(&html, "[data-part=glossary]")[0], "h3").concat(), "ABCIMORSW");
    assert_eq!(texts(first, "[data-part=related] dt, [data-part=related] dd"), ["Related resources", "Accountability"]);
    assert_eq!(texts(first, "[data-part=locations] dt, [data-part=locations] dd"), ["Location", "PLAN / Change Process"]);
    assert!(texts(first, "[data-part=credit]")[0].starts_with("After: Accountability and White Anti-Racist Organizing"));
    assert!(
        all(&html, "#term-racist-policies").len() == 1
            && all(&parsed(&fragment(&embedded(), &Options::default())), "article").is_empty()
    );
}

#[test]
fn search_engines_read_the_same() {
    let catalog = embedded();
    let html = parsed(&fragment(&catalog, &with_glossary()));
    let data = linked_data(&html);
    assert_eq!(data["@context"], "https://schema.org");
    let (works, terms) = (&data["@graph"][0], &data["@graph"][1]);
    assert_eq!(
        (&works["@type"], &works["name"], &works["numberOfItems"]),
        (&"ItemList".into(), &"Racial Equity Catalog".into(), &49.into())
    );
    let items = works["itemListElement"].as_array().expect("it is a list");
    let in_order: Vec<String> = all(&html, "li[id]").into_iter().map(|item| format!("#{}", attribute(item, "id"))).collect();
    assert_eq!(items.iter().map(|item| item["item"]["@id"].as_str().unwrap_or_default()).collect::<Vec<_>>(), in_order);
    assert!(items.iter().zip(1..).all(|(item, place)| item["position"] == place && item["@type"] == "ListItem"));
    assert_eq!(
        items[0]["item"],
        serde_json::json!({
            "@type": "CreativeWork",
            "@id": "#resource-bridges-puentes",
            "name": "Bridges Puentes: Building Black-Brown Solidarities Across the U.S.",
            "author": [
                { "@type": "Person", "name": "Manuel Pastor" },
                { "@type": "Person", "name": "Ashley K. Thomas" },
                { "@type": "Person", "name": "Preston Mills" },
                { "@type": "Person", "name": "Rachel Rosner" },
                { "@type": "Person", "name": "Vanessa Carter" },
            ],
            "publisher": [{ "@type": "Organization", "name": "Equity Research Institute (ERI), USC Dornsife" }],
            "inLanguage": "en",
            "genre": "Case study",
        })
    );
    assert_eq!(terms["@type"], "DefinedTermSet");
    let names: Vec<&str> =
        terms["hasDefinedTerm"].as_array().expect("it is a list").iter().filter_map(|term| term["name"].as_str()).collect();
    assert_eq!(names, texts(all(&html, "[data-part=glossary]")[0], "article > h4"));
    assert_eq!(linked_data(&parsed(&fragment(&catalog, &Options::default())))["@graph"].as_array().map(Vec::len), Some(1));
}

#[test]
fn zotero_reads_title_authors_and_organization() {
    let html = parsed(&fragment(&embedded(), &Options::default()));
    let span = all(&html, "#resource-bridges-puentes > .Z3988")[0];
    let facts = decoded(attribute(span, "title"));
    let mut by_key: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, value) in &facts {
        by_key.entry(key).or_default().push(value);
    }
    for (key, values) in [
        ("ctx_ver", &["Z39.88-2004"][..]),
        ("rft_val_fmt", &["info:ofi/fmt:kev:mtx:dc"]),
        ("rft.title", &["Bridges Puentes: Building Black-Brown Solidarities Across the U.S."]),
        ("rft.type", &["document"]),
        ("rft.creator", &["Manuel Pastor", "Ashley K. Thomas", "Preston Mills", "Rachel Rosner", "Vanessa Carter"]),
        ("rft.publisher", &["Equity Research Institute (ERI), USC Dornsife"]),
        ("rft.language", &["en"]),
    ] {
        assert_eq!(by_key.remove(key).unwrap_or_default(), values, "{key}");
    }
    assert!(by_key.is_empty(), "{by_key:?}");
}
