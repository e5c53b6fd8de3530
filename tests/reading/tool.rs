//! The command-line tool as a user runs it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a run printed, and its exit code.
struct Run {
    out: String,
    err: String,
    code: Option<i32>,
}

fn run_with(arguments: &[&str], folder: &Path, input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_equity-catalog"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool starts");
    // A command that doesn't read its input may be gone before all is written.
    let _ = child.stdin.take().expect("the input is piped").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the tool ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the tool prints UTF-8");
    Run { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

/// A folder with a catalog, a pack built from it, and a broken catalog.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in [
        ("good/catalog.md", "# Shared Work\nSection: one\n"),
        ("good/sections/one.md", "# One\n\n## Tools\n- Net Gains\n- Bridges\n"),
        (
            "good/resources.md",
            "# Net Gains\nAuthor: Ann Lee\nAuthor: Bob Roe\nKind: Tool\n\n# Bridges\nKind: Case study\nYear: 2011\n",
        ),
        ("good/glossary.md", "# Collusion\nRelated: bridges\n\nText.\n\nAfter: A\n"),
        ("bad/catalog.md", "# Shared Work\nSection: oen\n"),
        ("bad/resources.md", "# Net Gains\nYear: soon\n\n# Net gains\nId: b\n"),
        ("text.txt", "É!\nSome collusion, or Collusion’s end.\n"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("each has a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }
    let built = run_with(&["build", "good", "-o", "good.pack"], folder.path(), "");
    assert_eq!(built.code, Some(0), "{}", built.err);
    assert!(built.out.contains("1 section, 2 resources, 1 term") && built.out.contains(" bytes in "), "{}", built.out);
    folder
}

fn run(arguments: &[&str]) -> Run {
    run_with(arguments, folder().path(), "")
}

#[test]
fn check_says_all_at_once() {
    let good = run(&["check", "good"]);
    assert_eq!((good.code, good.err.as_str()), (Some(0), ""));
    assert_eq!(good.out, "good: 1 section, 2 resources, 1 term, nothing to mend\n");
    let bad = run(&["check", "bad"]);
    assert_eq!((bad.code, bad.out.as_str()), (Some(1), ""));
    for part in ["bad/catalog.md:2:10", "bad/resources.md:2:7", "bad/resources.md:4:3", "help: ", "2 errors, 1 warning\n"] {
        assert!(bad.err.contains(part), "{part} is missing:\n{}", bad.err);
    }
    assert!(!bad.err.contains('\u{1b}'), "colours are for terminals");
}

#[test]
fn build_replaces_only_by_a_whole_pack() {
    let folder = folder();
    let before = fs::read(folder.path().join("good.pack")).expect("it was built");
    let bad = run_with(&["build", "bad", "-o", "good.pack"], folder.path(), "");
    assert_eq!(bad.code, Some(1));
    assert!(bad.err.ends_with("good.pack was not built: 2 errors, 1 warning\n"), "{}", bad.err);
    assert_eq!(fs::read(folder.path().join("good.pack")).expect("it is still there"), before);
    let files = fs::read_dir(folder.path()).expect("the folder is there").count();
    assert_eq!(files, 4, "nothing temporary is left");
    let nowhere = run_with(&["build", "good", "-o", "none/x.pack"], folder.path(), "");
    assert_eq!((nowhere.code, nowhere.err.as_str()), (Some(1), "error: can't write none/x.pack: its folder doesn't exist\n"));
}

#[test]
fn build_reads_json_too() {
    let folder = folder();
    fs::write(folder.path().join("x.json"), r#"[{ "id": 1, "title": "Net Gains" }]"#).expect("files can be written");
    assert_eq!(run_with(&["build", "x.json", "-o", "x.pack"], folder.path(), "").code, Some(0));
    let found = run_with(&["search", "x.pack", "net"], folder.path(), "");
    assert!(found.out.starts_with("  1. Net Gains\n"), "{}", found.out);
}

#[test]
fn search_for_people_and_for_programs() {
    let found = run(&["search", "good.pack", "net gian", "--explain"]);
    assert_eq!(found.code, Some(0));
    assert!(found.out.starts_with("  1. Net Gains\n     Ann Lee and Bob Roe\n     Tool\n     score "), "{}", found.out);
    assert!(
        found.out.contains("net: “net” (exact) in title")
            && found.out.contains("gian: “gains” (slip) in title")
            && found.out.contains("\n1 result\n"),
        "{}",
        found.out
    );
    let all = run(&["search", "good.pack", "--limit", "1", "--sort", "title"]);
    assert!(all.out.contains("Bridges") && all.out.contains("1 of 2 results\nkind: "), "{}", all.out);
    let none = run(&["search", "good.pack", "--filter", "kind=Tool", "--filter", "kind=Other", "xyzzy"]);
    assert_eq!((none.code, none.out.lines().next()), (Some(0), Some("0 results")));
    let json = run(&["search", "good.pack", "gains", "--json"]);
    let page: Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!((&page["total"], &page["hits"][0]["id"]), (&Value::from(1), &Value::from("net-gains")));
}

#[test]
fn find_terms() {
    let folder = folder();
    let found = run_with(&["find", "good.pack", "text.txt"], folder.path(), "");
    assert_eq!(found.out, "2:6  collusion -> Collusion\n2:20  Collusion’s -> Collusion\n2 terms found\n");
    let json = run_with(&["find", "good.pack", "--json"], folder.path(), "𝄞 collusion");
    let matches: Value = serde_json::from_str(&json.out).expect("it is JSON");
    assert_eq!(matches, serde_json::json!([{ "term": "collusion", "start": 3, "end": 12 }]));
    for (asked, printed) in [
        (["--term", "collusion"], "Bridges [bridges]\n1 work found\n"),
        (["--resource", "bridges"], "Collusion [collusion]\n1 term found\n"),
        (["--resource", "net-gains"], "0 terms found\n"),
        (["--term", "bridges"], "error: there is no term `bridges`\n"),
        (["--resource", "collusion"], "error: there is no work `collusion`\n"),
    ] {
        let run = run_with(&["find", "good.pack", asked[0], asked[1]], folder.path(), "");
        assert_eq!([run.out, run.err].concat(), printed, "{asked:?}");
    }
    let json = run_with(&["find", "good.pack", "--term", "collusion", "--json"], folder.path(), "");
    assert_eq!(json.out, "[\n  \"bridges\"\n]\n");
}

#[test]
fn info_and_damage() {
    let folder = folder();
    let info = run_with(&["info", "good.pack"], folder.path(), "");
    assert_eq!(info.code, Some(0));
    assert!(info.out.contains("resources  2\n") && info.out.contains("One [one], 2 listings"), "{}", info.out);
    let mut bytes = fs::read(folder.path().join("good.pack")).expect("it was built");
    let name = bytes.windows(7).position(|window| window == b"Ann Lee").expect("the author is in the pack");
    bytes[name] = b'a';
    fs::write(folder.path().join("good.pack"), bytes).expect("files can be written");
    let damaged = run_with(&["info", "good.pack"], folder.path(), "");
    assert_eq!((damaged.code, damaged.err.as_str()), (Some(1), "error: good.pack is damaged; build or download it again\n"));
}

#[test]
fn what_makes_no_sense_exits_with_2_and_what_fails_with_1() {
    for (arguments, code, said) in [
        (&["search", "good.pack", "a", "--filter", "knd=Tool"][..], 2, "there is no facet `knd`; facets are kind, "),
        (&["search", "good.pack", "a", "--filter", "Tool"], 2, "kind=Tool"),
        (&["search", "good.pack", "a", "--sort", "best"], 2, "relevance, title"),
        (&["build", "good"], 2, "--output"),
        (&[], 2, "Usage"),
        (&["check", "none"], 1, "error: can't read none: it doesn't exist"),
        (&["info", "text.txt"], 1, "this is not a pack"),
        (&["find", "good.pack", "good.pack"], 1, "isn't UTF-8"),
        (&["find", "good.pack", "none"], 1, "error: can't read none: it doesn't exist"),
    ] {
        let run = run(arguments);
        assert_eq!(run.code, Some(code), "{arguments:?}\n{}", run.err);
        assert!(run.err.contains(said), "{arguments:?}\n{}", run.err);
    }
}
