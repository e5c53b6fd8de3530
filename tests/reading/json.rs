//! Records in JSON: what is read, and what is found.

use equity_catalog::catalog::{Block, Span, read_json};

use crate::support::compare;

/// JSON text, and all findings.
fn check(table: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (text, expected) in table {
        let (_, report, sources) = read_json("x.json", *text);
        compare(text, &report, &sources, expected, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn little_is_required() {
    check(&[
        ("[]", &[]),
        ("{}", &[]),
        (r#"[{ "id": "a", "title": "A" }]"#, &[]),
        (r#"[{ "id": 1, "title": "A", "authors": "B", "topics": null }]"#, &[]),
        (r#"{ "resources": [{ "id": "a", "title": "A", "sections": "s" }], "sections": [{ "id": "s", "title": "S" }] }"#, &[]),
        (r#"{ "terms": [{ "id": "a", "term": "A", "senses": [{ "text": "B", "sources": "C" }] }] }"#, &[]),
        ("\u{feff}[]\r\n", &[]),
        (r#"[{ "title": "A" }]"#, &["x.json:1:2 error missing-id"]),
        (r#"[{ "id": "a" }]"#, &["x.json:1:2 error missing-title"]),
        (r#"[{ "id": "a", "title": " " }]"#, &["x.json:1:24 error missing-title"]),
        (r#"{ "terms": [{ "id": "a" }] }"#, &["x.json:1:13 error missing-title", "x.json:1:13 warning no-definition"]),
    ]);
}

#[test]
fn wrong_types_and_keys() {
    check(&[
        ("7", &["x.json:1:1 error wrong-type"]),
        (r#"{ "resources": {} }"#, &["x.json:1:16 error wrong-type"]),
        (r#"["a"]"#, &["x.json:1:2 error wrong-type"]),
        (r#"[{ "id": "a", "title": 7 }]"#, &["x.json:1:24 error wrong-type"]),
        (r#"[{ "id": 1.5, "title": "A" }]"#, &["x.json:1:10 error wrong-type"]),
        (
            r#"[{ "id": "a", "title": "A", "authors": ["B", 7, null] }]"#,
            &["x.json:1:46 error wrong-type", "x.json:1:49 error wrong-type"],
        ),
        (r#"[{ "id": "a", "title": "A", "year": "2012" }]"#, &["x.json:1:37 error wrong-type"]),
        (r#"[{ "id": "a", "title": "A", "year": 2012.5 }]"#, &["x.json:1:37 error wrong-type"]),
        (r#"[{ "id": "a", "title": "A", "year": 1e999 }]"#, &["x.json:1:37 error wrong-type"]),
        (
            r#"{ "terms": [{ "id": "a", "term": "A", "senses": [], "caseSensitive": "yes" }] }"#,
            &["x.json:1:13 warning no-definition", "x.json:1:70 error wrong-type"],
        ),
        (
            r#"{ "terms": [{ "id": "a", "term": "A", "senses": [], "case": "upper", "notIn": ["a b", "", "c"] }] }"#,
            &[
                "x.json:1:13 warning no-definition",
                "x.json:1:61 error unknown-case",
                "x.json:1:87 error empty-exception",
                "x.json:1:91 warning useless-exception",
            ],
        ),
        (r#"[{ "id": "a", "titel": "A", "title": "A" }]"#, &["x.json:1:15 warning unknown-key"]),
        (r#"[{ "id": "a", "title": "\u202eA" }]"#, &["x.json:1:24 warning unseen-character"]),
        (r#"[{ "id": "a", "title": "A", "authors": ["B", "A\u200bB"] }]"#, &["x.json:1:46 warning unseen-character"]),
        (r#"[{ "id": "a", "title": "\u05e9\u200f! \u06cc\u200c\u062e \u2764\ufe0f" }]"#, &[]),
        (r#"[{ "id": "a", "title": "A", "title": "B" }]"#, &["x.json:1:29 error duplicate-key"]),
        (r#"{ "about": [{ "p": "A", "speaker": "B" }] }"#, &["x.json:1:25 warning unknown-key"]),
        (r#"{ "about": [{ "h1": "A" }] }"#, &["x.json:1:13 error wrong-type", "x.json:1:15 warning unknown-key"]),
        (r#"{ "about": [{ "p": [{ "a": "A" }] }] }"#, &["x.json:1:21 error missing-key"]),
        (
            r#"{ "sections": [{ "id": "s", "title": "S", "groups": [{ "title": "G", "listings": [{ "title": "A" }] }] }] }"#,
            &["x.json:1:83 error missing-key"],
        ),
    ]);
}

#[test]
fn the_whole_is_checked() {
    let resources = r#""resources": [{ "id": "a", "title": "A", "url": "javascript:0" }]"#;
    check(&[
        (&format!("{{\n  {resources}\n}}"), &["x.json:2:51 error unsafe-url"]),
        (r#"{ "about": [{ "p": ["A", { "a": "B", "href": "data:x" }] }] }"#, &["x.json:1:46 error unsafe-url"]),
        (r#"{ "about": { "p": { "a": "B", "href": "x" } } }"#, &["x.json:1:12 warning incomplete-url"]),
        (r#"[{ "id": "a", "title": "A" }, { "id": "a", "title": "B" }]"#, &["x.json:1:39 error duplicate-id"]),
        (
            r#"{ "sections": [{ "id": "s", "title": "S" }], "resources": [{ "id": "a", "title": "A", "sections": ["t"] }] }"#,
            &["x.json:1:100 error unknown-section"],
        ),
        (
            r#"[{ "id": "a", "title": "A", "sections": ["t"] }, { "id": "b", "title": "B", "sections": ["t"] }]"#,
            &["x.json:1:42 warning unknown-section"],
        ),
        (
            r#"{ "sections": [{ "id": "s", "title": "S", "groups": [{ "title": "G", "listings": ["x"] }] }] }"#,
            &["x.json:1:83 error missing-work"],
        ),
    ]);
}

#[test]
fn syntax_is_strict() {
    check(&[
        ("", &["x.json:1:1 error json"]),
        ("[{ \"id\": 1, }]", &["x.json:1:11 error json"]),
        ("[] // all", &["x.json:1:4 error json"]),
        ("{ id: 1 }", &["x.json:1:3 error json"]),
        ("[{ 'id': 1 }]", &["x.json:1:4 error json"]),
        ("[\n  {\n", &["x.json:2:3 error json"]),
        ("[] []", &["x.json:1:4 error json"]),
    ]);
    let deep = "[".repeat(100_000);
    assert!(!read_json("x.json", deep).1.is_ok());
    let (_, report, _) = read_json("x.json", b"[{ \"id\": \"\xff\" }]".to_vec());
    assert_eq!(report.diagnostics[0].code, "not-utf8");
}

#[test]
fn prose_in_all_its_forms() {
    let about = r#"["A", { "p": ["B ", { "em": "c" }, { "strong": ["d"] }, { "a": "e", "href": "https://f.g" }] },
        { "ul": ["h", ["i", { "ol": [["j"]] }]] }, { "quote": "k", "speaker": "l", "paraphrase": true }]"#;
    let (catalog, report, _) = read_json("x.json", format!(r#"{{ "about": {about} }}"#));
    assert!(report.diagnostics.is_empty(), "{report:?}");
    let text = |text: &str| Span::Text(text.into());
    let p = |one: &str| Block::Paragraph { p: vec![text(one)] };
    let link = Span::Link { a: vec![text("e")], href: "https://f.g".into() };
    let expected = vec![
        p("A"),
        Block::Paragraph {
            p: vec![text("B "), Span::Emphasis { em: vec![text("c")] }, Span::Strong { strong: vec![text("d")] }, link],
        },
        Block::Bullets { ul: vec![vec![p("h")], vec![p("i"), Block::Numbers { ol: vec![vec![p("j")]] }]] },
        Block::Quote { quote: vec![p("k")], speaker: Some("l".into()), source: None, paraphrase: true },
    ];
    assert_eq!(catalog.about, expected);
    assert_eq!(catalog.language, "en");
}

#[test]
fn a_long_line_is_shown_in_part() {
    let many: Vec<String> = (0..1000).map(|id| format!(r#"{{"id":{id},"title":"Work {id}"}}"#)).collect();
    let text = format!(r#"[{},{{"id":999,"title":"Ünique"}}]"#, many.join(","));
    let column = text.chars().count() - r#"999,"title":"Ünique"}]"#.chars().count() + 1;
    let (_, report, sources) = read_json("x.json", text.as_str());
    let shown = equity_catalog::catalog::render(&report, &sources);
    assert!(shown.contains(&format!("x.json:1:{column}\n")), "{shown}");
    assert!(shown.len() < 1000 && shown.contains("Ünique"), "{shown}");
}
