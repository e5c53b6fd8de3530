//! Records written as JSON and read again are the same records.

use std::path::Path;

use equity_catalog::catalog::{
    Block, Case, Catalog, Correction, Group, Listing, Resource, Section, Sense, Span, Term, read_folder, read_json,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn through_json(catalog: &Catalog) -> (Catalog, Vec<&'static str>) {
    let json = serde_json::to_string(catalog).expect("records are always JSON");
    let (catalog, report, _) = read_json("x.json", json);
    (catalog, report.diagnostics.iter().map(|found| found.code).collect())
}

#[test]
fn the_catalog_itself() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let (catalog, report, _) = read_folder(&folder).expect("the folder is there");
    assert!(report.diagnostics.is_empty(), "{report:?}");
    assert_eq!(through_json(&catalog), (catalog, Vec::new()));
}

proptest! {
    #[test]
    fn any_catalog(catalog in catalog()) {
        let (once, _) = through_json(&catalog);
        // The first reading enters the listings into their works' sections; after that nothing changes any more.
        let (twice, found) = through_json(&once);
        prop_assert_eq!(&once, &twice);
        for code in ["wrong-type", "missing-key", "unknown-key", "duplicate-key", "too-deep", "json"] {
            prop_assert!(!found.contains(&code), "{}", code);
        }
        let bare = |catalog: &Catalog| {
            let mut catalog = catalog.clone();
            catalog.resources.iter_mut().for_each(|resource| resource.sections.clear());
            catalog
        };
        prop_assert_eq!(bare(&once), bare(&catalog));
    }
}

fn text() -> impl Strategy<Value = String> {
    "(?s).{1,6}"
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec("(?s).{0,6}", 0..3)
}

fn id() -> impl Strategy<Value = String> {
    "[a-c]{1,2}"
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    let leaf = "(?s).{0,6}".prop_map(Span::Text);
    vec(
        leaf.prop_recursive(4, 16, 3, |inner| {
            prop_oneof![
                vec(inner.clone(), 0..3).prop_map(|em| Span::Emphasis { em }),
                vec(inner.clone(), 0..3).prop_map(|strong| Span::Strong { strong }),
                (vec(inner, 0..3), text()).prop_map(|(a, href)| Span::Link { a, href }),
            ]
        }),
        0..3,
    )
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = spans().prop_map(|p| Block::Paragraph { p });
    vec(
        leaf.prop_recursive(4, 16, 3, |inner| {
            prop_oneof![
                vec(vec(inner.clone(), 0..3), 0..3).prop_map(|ul| Block::Bullets { ul }),
                vec(vec(inner.clone(), 0..3), 0..3).prop_map(|ol| Block::Numbers { ol }),
                (vec(inner, 0..3), option::of(text()), option::of(text()), any::<bool>())
                    .prop_map(|(quote, speaker, source, paraphrase)| Block::Quote { quote, speaker, source, paraphrase }),
            ]
        }),
        0..3,
    )
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    let listings = || vec((id(), option::of(text())).prop_map(|(id, title)| Listing { id, title }), 0..3);
    let leaf = (text(), listings()).prop_map(|(title, listings)| Group { title, groups: Vec::new(), listings });
    let tree = leaf.prop_recursive(3, 8, 3, move |inner| {
        (text(), vec(inner, 0..3), listings()).prop_map(|(title, groups, listings)| Group { title, groups, listings })
    });
    vec(tree, 0..3)
}

fn corrections() -> impl Strategy<Value = Vec<Correction>> {
    vec((text(), text()).prop_map(|(printed, correct)| Correction { printed, correct }), 0..2)
}

fn section() -> impl Strategy<Value = Section> {
    (id(), text(), texts(), blocks(), texts(), option::of(text()), texts(), groups()).prop_map(
        |(id, title, path, overview, sources, picture_credit, also_in_section, groups)| Section {
            id,
            title,
            path,
            overview,
            sources,
            picture_credit,
            also_in_section,
            groups,
        },
    )
}

fn resource() -> impl Strategy<Value = Resource> {
    let names = (id(), text(), texts(), texts(), option::of(text()), texts());
    let facts = (option::of(text()), texts(), texts(), option::of(any::<i32>()), option::of(text()), option::of(text()));
    (names, facts, option::of(text()), corrections()).prop_map(|(names, facts, description, corrections)| {
        let (id, title, titles, authors, byline, organizations) = names;
        let (kind, topics, sections, year, language, url) = facts;
        #[rustfmt::skip]
        let resource = Resource {
            id, title, titles, authors, byline, organizations, kind, topics, sections, year, language, url, description, corrections,
        };
        resource
    })
}

fn term() -> impl Strategy<Value = Term> {
    let sense = (blocks(), blocks(), texts(), any::<bool>()).prop_map(|(text, examples, sources, adapted)| Sense {
        text,
        examples,
        sources,
        adapted,
    });
    let words = (id(), text(), texts(), vec(sense, 0..3));
    (words, texts(), vec(texts(), 0..3), texts(), any::<(bool, bool, bool)>(), corrections()).prop_map(
        |((id, term, forms, senses), related, locations, notes, (exact, any, restored), corrections)| {
            let case = if exact { Some(Case::Exact) } else { any.then_some(Case::Any) };
            let not_in = forms.clone();
            #[rustfmt::skip]
            let term = Term { id, term, forms, senses, related, locations, notes, case, not_in, restored, corrections };
            term
        },
    )
}

fn catalog() -> impl Strategy<Value = Catalog> {
    let page = (text(), text(), option::of(text()), blocks());
    (page, vec(section(), 0..3), vec(resource(), 0..4), vec(term(), 0..3)).prop_map(
        |((title, language, licence, about), sections, resources, terms)| Catalog {
            title,
            language,
            licence,
            about,
            sections,
            resources,
            terms,
        },
    )
}
