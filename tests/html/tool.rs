//! The command as an editor runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::{all, parsed, texts};

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let command = Command::new(env!("CARGO_BIN_EXE_equity-catalog")).args(arguments).current_dir(folder).output();
    let Output { status, stdout, stderr } = command.expect("the tool runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the tool prints UTF-8");
    (status.code(), text(stdout), text(stderr))
}

/// A catalog as a folder, as JSON and as a pack; a broken one; and what isn't any.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in [
        ("good/catalog.md", "# Shared Work\nSection: one\n"),
        ("good/sections/one.md", "# One\n\n## Tools\n- Net Gains\n"),
        ("good/resources.md", "# Net Gains\nAuthor: Ann Lee\n\n# Bridges\nYear: 2011\n"),
        ("good/glossary.md", "# Collusion\n\nText.\n\nAfter: A\n"),
        ("bad/catalog.md", "# Shared Work\nSection: oen\n"),
        ("bad/resources.md", "# Net Gains\nYear: soon\n"),
        (
            "good.json",
            r#"{ "title": "Shared Work", "sections": [{ "id": "one", "title": "One", "groups": [{ "title": "Tools", "listings": ["net-gains"] }] }],
                "resources": [{ "id": "net-gains", "title": "Net Gains", "authors": ["Ann Lee"] }, { "id": "bridges", "title": "Bridges", "year": 2011 }],
                "terms": [{ "id": "collusion", "term": "Collusion", "senses": [{ "text": ["Text."], "sources": ["A"], "adapted": true }] }] }"#,
        ),
        ("text.txt", "A text.\n"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("each has a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }
    let (code, _, errors) = run(folder.path(), &["build", "good", "-o", "good.pack"]);
    assert_eq!(code, Some(0), "{errors}");
    folder
}

#[test]
fn folder_json_and_pack_give_the_same() {
    let folder = folder();
    let of = |source: &str| run(folder.path(), &["html", source, "--glossary"]);
    let (code, written, errors) = of("good");
    assert_eq!(code, Some(0), "{errors}");
    assert!(errors.contains("no section lists `Bridges`"), "warnings are shown, and stay out of the list: {errors}");
    assert_eq!((of("good.pack").1, of("good.json").1), (written.clone(), written.clone()));
    assert!(written.starts_with("<!-- Written by Equity Catalog ") && written.ends_with("</script>\n"), "{written}");
    assert!(written.contains("“equity-catalog html CATALOG --glossary”"), "{written}");
    assert!(!written.contains(&folder.path().display().to_string()));
    let html = parsed(&written);
    assert_eq!(texts(html.root_element(), "h2, h4"), ["One", "Net Gains", "More works", "Glossary", "Collusion"]);
}

#[test]
fn to_a_file_whole_or_not_at_all() {
    let folder = folder();
    let (code, said, _) = run(folder.path(), &["html", "good", "-o", "list.html"]);
    let list = || fs::read_to_string(folder.path().join("list.html")).expect("it was written");
    let whole = list();
    assert_eq!(code, Some(0));
    assert!(said.starts_with("list.html: ") && said.ends_with(" bytes\n") && said.lines().count() == 1, "{said}");
    assert_eq!(whole, run(folder.path(), &["html", "good"]).1);
    for (arguments, error) in [
        (&["html", "bad", "-o", "list.html"][..], "no HTML was written: "),
        (&["html", "good", "--section", "two", "-o", "list.html"], "error: there is no section `two`; sections are one\n"),
        (&["html", "good", "-o", "none/list.html"], "error: can't write none/list.html: its folder doesn't exist\n"),
    ] {
        let (code, said, errors) = run(folder.path(), arguments);
        assert_eq!((code, said.as_str()), (Some(1), ""));
        assert!(errors.contains(error), "{arguments:?}\n{errors}");
        assert_eq!(list(), whole);
    }
    let hidden = fs::read_dir(folder.path()).expect("the folder is there").flatten();
    assert!(hidden.into_iter().all(|entry| !entry.file_name().to_string_lossy().starts_with('.')), "nothing temporary is left");
}

#[test]
fn what_can_be_asked_for() {
    let folder = folder();
    for (arguments, headings) in [
        (&["good", "--section", "one"][..], "h2 One, h3 Tools, h4 Net Gains"),
        (&["good", "--heading-level", "4"], "h4 One, h5 Tools, h6 Net Gains, h4 More works, h5 Bridges"),
        (&["good", "--only-glossary"], "h2 C, h3 Collusion"),
        (&["good", "--full"], "h2 One, h3 Tools, h4 Net Gains, h2 More works, h3 Bridges"),
    ] {
        let (code, written, errors) = run(folder.path(), &[&["html"], arguments].concat());
        assert_eq!(code, Some(0), "{errors}");
        let found = all(&parsed(&written), "h2, h3, h4, h5, h6")
            .into_iter()
            .map(|heading| format!("{} {}", heading.value().name(), heading.text().collect::<String>()))
            .collect::<Vec<_>>()
            .join(", ");
        assert_eq!(found, headings, "{arguments:?}");
        let repeated = arguments[1..].join(" ");
        assert!(written.contains(&format!("“equity-catalog html CATALOG {repeated}”")), "{written}");
    }
}

#[test]
fn what_cannot_be_done() {
    let folder = folder();
    let mut damaged = fs::read(folder.path().join("good.pack")).expect("it was built");
    let name = damaged.windows(7).position(|window| window == b"Ann Lee").expect("the author is in the pack");
    damaged[name] = b'a';
    fs::write(folder.path().join("damaged.pack"), damaged).expect("files can be written");
    for (arguments, code, said) in [
        (&["html", "none"][..], 1, "error: can't read none: it doesn't exist"),
        (&["html", "none.json"], 1, "can't read none.json: it doesn't exist"),
        (&["html", "text.txt"], 1, "this is not a pack"),
        (&["html", "damaged.pack"], 1, "damaged.pack is damaged; build or download it again"),
        (&["html", "bad"], 1, "bad/resources.md:2:7"),
        (&["html", "good", "--heading-level", "7"], 2, "7"),
        (&["html", "good", "--only-glossary", "--section", "one"], 2, "--section"),
    ] {
        let (found, out, errors) = run(folder.path(), arguments);
        assert_eq!((found, out.as_str()), (Some(code), ""), "{arguments:?}\n{errors}");
        assert!(errors.contains(said), "{arguments:?}\n{errors}");
    }
}
