//! The catalogs that are damaged, asked and searched, and how the files of a folder stand in one file.

use std::path::Path;
use std::sync::OnceLock;

use equity_catalog::catalog::{
    Block, Case, Catalog, Correction, Group, Listing, Resource, Section, Sense, Span, Term, read_folder,
};
use equity_catalog::index;

/// A pack that is as small as one that has something of everything can be.
pub fn small_pack() -> &'static [u8] {
    static PACK: OnceLock<Vec<u8>> = OnceLock::new();
    PACK.get_or_init(|| index::build(&small()).expect("the small catalog can be built"))
}

fn small() -> Catalog {
    let text = |text: &str| vec![Block::Paragraph { p: vec![Span::Text(text.into())] }];
    Catalog {
        title: "Small".into(),
        // Welsh has no words that count less, nor rules for other forms: fewer bytes to try.
        language: "cy".into(),
        licence: Some("L".into()),
        about: text("A"),
        sections: vec![Section {
            id: "s".into(),
            title: "S".into(),
            path: vec!["P".into()],
            overview: vec![Block::Bullets { ul: vec![text("o")] }],
            groups: vec![Group {
                title: "G".into(),
                listings: vec![Listing { id: "b".into(), title: Some("Net!".into()) }],
                ..Group::default()
            }],
            ..Section::default()
        }],
        resources: vec![
            Resource { id: "a".into(), title: "Net work".into(), authors: vec!["Jo".into()], ..Resource::default() },
            Resource {
                id: "b".into(),
                title: "Net".into(),
                titles: vec!["Nets".into()],
                kind: Some("Tool".into()),
                year: Some(2012),
                url: Some("https://a.b".into()),
                corrections: vec![Correction { printed: "J".into(), correct: "Jo".into() }],
                ..Resource::default()
            },
        ],
        terms: vec![Term {
            id: "n".into(),
            term: "Net".into(),
            related: vec!["net".into()],
            forms: vec!["NET work".into()],
            senses: vec![Sense { text: text("Ties."), sources: vec!["U".into()], ..Sense::default() }],
            case: Some(Case::Any),
            not_in: vec!["net work s".into()],
            ..Term::default()
        }],
    }
}

/// The pack that the engine carries.
pub fn embedded_pack() -> &'static [u8] {
    static PACK: OnceLock<Vec<u8>> = OnceLock::new();
    PACK.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalog");
        let (catalog, report, _) = read_folder(&folder).expect("the folder is there");
        assert!(report.is_ok(), "{report:?}");
        index::build(&catalog).expect("the catalog can be built")
    })
}

/// Stands before the name of each file.
const FILE: &str = "=== ";

/// The files of a folder, from one file: behind a line with `===` and its name stands each.
pub(crate) fn texts_of(data: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(FILE.as_bytes()) {
            files.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new()));
        } else if let Some((_, content)) = files.last_mut() {
            content.extend_from_slice(line);
        } else {
            files.push(("catalog.md".into(), line.to_vec()));
        }
    }
    files
}
