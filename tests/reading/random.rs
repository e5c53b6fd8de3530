//! Whatever the files hold, readers neither panic nor hang, every finding can be shown, and a catalog without errors can be built.

use equity_catalog::catalog::{Catalog, Report, Sources, read_json, read_texts, render};
use equity_catalog::index;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn examine((catalog, report, sources): (Catalog, Report, Sources)) -> Result<(), TestCaseError> {
    let shown = render(&report, &sources);
    prop_assert_eq!(shown.is_empty(), report.diagnostics.is_empty());
    for found in &report.diagnostics {
        let place = sources.place_of(found);
        prop_assert!(found.code == "no-catalog" || place.is_some(), "{:?}", found);
        if let Some(place) = place {
            prop_assert!(sources.files[place.file].1.get(place.range.clone()).is_some(), "{:?} {:?}", found, place);
        }
        prop_assert!(!found.help.is_empty());
    }
    if report.is_ok() {
        prop_assert!(index::build(&catalog).is_ok(), "{:?}", catalog);
    }
    Ok(())
}

/// Pieces that matter to a reader, in any order.
fn soup(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(prop_oneof![8 => select(pieces).prop_map(String::from), 1 => "\\PC{0,4}"], 0..40).prop_map(|pieces| pieces.concat())
}

fn text() -> impl Strategy<Value = String> {
    soup(&[
        "# ",
        "## ",
        "### ",
        "#",
        "Sense",
        "Examples",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "*",
        "**",
        "_",
        "[",
        "](",
        "https://a.b",
        ")",
        "> ",
        ">",
        "- ",
        "1. ",
        "2) ",
        "— ",
        "after ",
        ", ",
        "<!--",
        "-->",
        "After: ",
        "Source: ",
        "Author: ",
        "Id: ",
        "Year: ",
        "Section: ",
        "one",
        "Correction: ",
        " -> ",
        "é",
        "正",
        "\\",
        "`",
        "```",
        "<b>",
        "    ",
        "  ",
        "|",
        "|---|",
        "---",
        "===",
        "~~",
        "&amp;",
        "![",
        "]: ",
        "\u{feff}",
        "a",
        "B c",
        "\u{0}",
        "\t",
        "[^1]",
    ])
}

proptest! {
    #[test]
    fn any_folder(catalog in text(), resources in text(), glossary in text(), one in text()) {
        let files = [("catalog.md", catalog), ("resources.md", resources), ("glossary.md", glossary), ("sections/one.md", one)];
        examine(read_texts("", files.map(|(name, text)| (name.to_string(), text.into_bytes())).to_vec()))?;
    }

    #[test]
    fn any_folder_in_good_form(resources in text(), glossary in text(), one in text()) {
        let one = format!("# One\n\n{one}\n\n## Group\n- A\n");
        let resources = format!("# A\n\n{resources}");
        let glossary = format!("# A\n\n{glossary}\n\nAfter: B\n");
        let files = [("catalog.md", "# C\nSection: one\n".to_string()), ("resources.md", resources), ("glossary.md", glossary), ("sections/one.md", one)];
        examine(read_texts("", files.map(|(name, text)| (name.to_string(), text.into_bytes())).to_vec()))?;
    }

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..60)) {
        examine(read_texts("", vec![("catalog.md".into(), b"# C".to_vec()), ("resources.md".into(), bytes.clone())]))?;
        examine(read_json("x.json", bytes))?;
    }

    #[test]
    fn any_json(json in soup(&[
        "{", "}", "[", "]", ":", ",", "\"", "\\", "1", "-", "1e9", "null", "true", "\"id\":", "\"title\":", "\"a\",", "\"resources\":[{", "\"sections\":[{",
        "\"groups\":[{", "\"listings\":[", "\"terms\":[{", "\"senses\":[{", "\"text\":[", "{\"p\":", "{\"ul\":[", "}]", "\n", "é", "\u{feff}", "\"p\":\"x\"",
    ])) {
        examine(read_json("x.json", json))?;
    }
}
