//! The page that `equity-catalog offline` writes: one file that is all there, asks nobody for anything, and that no text of a catalog can
//! break out of.

use std::fs;
use std::path::Path;
use std::process::Command;

use equity_catalog::catalog::{Catalog, Resource, Term};
use equity_catalog::html::{Inside, Options, PageError, write_page};
use equity_catalog::index;
use equity_catalog::pack::Pack;
use proptest::prelude::*;
use scraper::Html;
use tempfile::TempDir;

use crate::catalogs::{ATTACKS, catalog};
use crate::support::{all, attribute, embedded, text, texts, with_glossary};

/// A script, and what a policy calls it (by another program's reckoning).
const SCRIPT: (&str, &str) = ("let a = \"<b>\" && 1 < 2;\n", "sha256-9cU5TjY8mVUuYILcUpJ66BbuTgKNxjrxCmX2kqGH0rA=");
const ENGINE: &[u8] = b"\0asm</script><!--\xff";

fn page_of(catalog: &Catalog, options: &Options, script: &str) -> (Vec<u8>, Result<String, PageError>) {
    page_with(catalog, options, script, None)
}

fn page_with(
    catalog: &Catalog,
    options: &Options,
    script: &str,
    without_wasm: Option<&str>,
) -> (Vec<u8>, Result<String, PageError>) {
    let bytes = index::build(catalog).expect("the catalog can be built");
    let pack = Pack::open(bytes.as_slice()).expect("a pack that was just built opens");
    let inside = Inside { pack: &bytes, engine: ENGINE, script, without_wasm, licences: "One.\n\nTwo </script>.\n" };
    let written = write_page(&pack, options, &inside);
    (bytes, written)
}

fn decoded(letters: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut out = Vec::new();
    for group in letters.trim_end_matches('=').as_bytes().chunks(4) {
        let bits = (0..4).fold(0_u32, |bits, at| bits << 6 | u32::from(group.get(at).map_or(0, |letter| value(*letter))));
        out.extend(&bits.to_be_bytes()[1..group.len()]);
    }
    out
}

/// What holds for every such page, whatever its catalog says.
fn examine(catalog: &Catalog) -> Result<(), TestCaseError> {
    let (pack, written) = page_of(catalog, &with_glossary(), SCRIPT.0);
    let written = written.expect("all sections are wanted");
    prop_assert_eq!(&written, &page_of(catalog, &with_glossary(), SCRIPT.0).1.expect("as before"));
    let html = Html::parse_document(&written);

    let scripts = all(&html, "script");
    let [engine, kept, script] = scripts.as_slice() else {
        return Err(TestCaseError::fail(format!("{} scripts", scripts.len())));
    };
    for (block, id, bytes) in [(engine, "equity-catalog.wasm", ENGINE), (kept, "catalog.pack", pack.as_slice())] {
        prop_assert_eq!((attribute(*block, "id"), attribute(*block, "type")), (id, "application/octet-stream"));
        prop_assert!(decoded(&text(*block)) == bytes, "{} isn't the very bytes", id);
    }
    prop_assert_eq!((script.value().attrs().count(), text(*script)), (0, SCRIPT.0.to_string()));
    prop_assert_eq!(all(&html, "style").len(), 1);
    prop_assert_eq!(texts(html.root_element(), "footer details p"), ["One.", "Two </script>."]);

    let policy = all(&html, "meta[http-equiv]");
    prop_assert_eq!(policy.len(), 1);
    let policy = attribute(policy[0], "content");
    prop_assert!(
        policy.starts_with(&format!("default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; ", SCRIPT.1)),
        "{}",
        policy
    );
    prop_assert!(!policy.contains("unsafe-inline") && !policy.contains("http") && !policy.contains("'self'"), "{}", policy);

    let is_known = |name: &str| {
        let names = "html head meta title style body header main footer equity-catalog equity-glossary section nav div article details summary \
                     h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd blockquote figure figcaption a em strong span script";
        names.split_whitespace().any(|known| known == name)
    };
    for element in html.root_element().descendent_elements() {
        let name = element.value().name();
        prop_assert!(is_known(name), "{}", element.html());
        for (attribute, value) in element.value().attrs() {
            let is_safe = match attribute {
                "src" => value == "#catalog.pack" && name.starts_with("equity-"),
                "href" => name == "a" && ["#", "http://", "https://", "mailto:"].iter().any(|start| value.starts_with(start)),
                "style" | "srcset" | "data" | "action" => false,
                _ => !attribute.starts_with("on"),
            };
            prop_assert!(is_safe, "{attribute}={value}");
        }
    }
    prop_assert_eq!(all(&html, "main > equity-catalog").len(), usize::from(!catalog.resources.is_empty()));
    prop_assert_eq!(all(&html, "main equity-glossary").len(), usize::from(!catalog.terms.is_empty()));
    Ok(())
}

proptest! {
    #[test]
    fn any_catalog(catalog in catalog()) {
        examine(&catalog)?;
    }
}

#[test]
fn attacks_stay_text() {
    for attack in ATTACKS {
        let catalog = Catalog { title: (*attack).into(), language: (*attack).into(), ..embedded() };
        examine(&catalog).unwrap_or_else(|found| panic!("{attack:?}: {found}"));
    }
}

#[test]
fn readers_have_the_list_and_the_glossary_without_the_script() {
    let written = page_of(&embedded(), &with_glossary(), SCRIPT.0).1.expect("it is written");
    let html = Html::parse_document(&written);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    assert_eq!(texts(html.root_element(), "title, h1"), ["Racial Equity Catalog", "Racial Equity Catalog"]);
    assert_eq!(attribute(html.root_element(), "lang"), "en");
    assert_eq!(all(&html, "equity-catalog li[data-resource]").len(), 74);
    assert_eq!(all(&html, "equity-glossary [data-term]").len(), 11);
    assert_eq!(texts(html.root_element(), "main h2")[0], "Networks, Alliances, and Coalitions");
    for link in all(&html, "a[href^=\"#\"]") {
        let place = &attribute(link, "href")[1..];
        assert_eq!(all(&html, &format!("[id=\"{place}\"]")).len(), 1, "{place}");
    }
}

#[test]
fn of_very_many_works_there_is_no_static_list() {
    for (works, listed) in [(2000, 2000), (2001, 0)] {
        let work = |number: usize| Resource { id: format!("w{number}"), title: format!("Work {number}"), ..Resource::default() };
        let catalog = Catalog { title: "Many".into(), resources: (0..works).map(work).collect(), ..Catalog::default() };
        let written = page_of(&catalog, &with_glossary(), SCRIPT.0).1.expect("it is written");
        assert_eq!(all(&Html::parse_document(&written), "equity-catalog [data-resource]").len(), listed);
    }
}

#[test]
fn a_glossary_is_there_whole_however_long() {
    let term = |number: usize| Term { id: format!("t{number}"), term: format!("Term {number}"), ..Term::default() };
    let catalog = Catalog { title: "Many".into(), terms: (0..5000).map(term).collect(), ..Catalog::default() };
    let written = page_of(&catalog, &with_glossary(), SCRIPT.0).1.expect("it is written");
    assert_eq!(all(&Html::parse_document(&written), "equity-glossary [data-term]").len(), 5000);
}

#[test]
fn a_page_speaks_and_runs_as_its_catalog_does() {
    for (language, direction, heading) in [
        ("en", "", "Glossary"),
        ("es-MX", "", "Glosario"),
        ("ar", "rtl", "مسرد المصطلحات"),
        ("he-IL", "rtl", "Glossary"),
        ("ARZ", "", "Glossary"),
    ] {
        let catalog = Catalog { language: language.into(), ..embedded() };
        let written = page_of(&catalog, &with_glossary(), SCRIPT.0).1.expect("it is written");
        let html = Html::parse_document(&written);
        assert_eq!((attribute(html.root_element(), "lang"), attribute(html.root_element(), "dir")), (language, direction));
        assert_eq!(texts(html.root_element(), "#glossary > h2"), [heading], "{language}");
    }
}

#[test]
fn a_script_that_would_end_early_is_refused() {
    for (script, breaks) in [("a = '</Script>'", "</script"), ("a<!--b", "<!--"), ("a;\r\nb", "\r")] {
        assert_eq!(page_of(&embedded(), &with_glossary(), script).1, Err(PageError::Script(breaks)));
        assert_eq!(page_with(&embedded(), &with_glossary(), SCRIPT.0, Some(script)).1, Err(PageError::Script(breaks)));
    }
}

#[test]
fn the_engine_as_javascript_is_a_script_that_the_policy_knows() {
    let module = "export function begin() {}";
    let written = page_with(&embedded(), &with_glossary(), SCRIPT.0, Some(module)).1.expect("it is written");
    let html = Html::parse_document(&written);
    let scripts = all(&html, "script[type=module]");
    assert_eq!(scripts.len(), 1);
    let script = text(scripts[0]);
    assert_eq!(attribute(scripts[0], "id"), "without-wasm.js");
    assert_eq!(script, [module, "\ndocument.getElementById(\"without-wasm.js\").begin = begin;\n"].concat());
    let policy = attribute(all(&html, "meta[http-equiv]")[0], "content").to_string();
    // By another program's reckoning, as that of the other script.
    let digest = "sha256-U1qaUlH6PFhmllq2vYbRExM1SlJnDnoVAOqamx1ufCg=";
    assert!(policy.contains(&format!("script-src '{}' '{digest}' 'wasm-unsafe-eval'; ", SCRIPT.1)), "{policy}");
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_equity-catalog")).arg("offline").args(arguments).current_dir(folder).output();
    let output = output.expect("the tool runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the tool prints UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// A catalog, a package, and packages that are none.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let banner = format!("/* Equity Catalog {}, MIT OR Apache-2.0 */\n", env!("CARGO_PKG_VERSION"));
    let package = |name: &str, script: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(&path).expect("folders can be made");
        for (file, text) in [
            ("whole.js", script),
            ("equity-catalog.wasm", "engine"),
            ("without-wasm.js", "export function begin() {}"),
            ("LICENSE-MIT", "MIT"),
            ("LICENSES-THIRD-PARTY.txt", "Others"),
            ("LICENSE-CATALOG.md", "CC"),
        ] {
            fs::write(path.join(file), text).expect("files can be written");
        }
    };
    package("pkg", &format!("{banner}let a;"));
    package("older", "/* Equity Catalog 0.0.1, MIT OR Apache-2.0 */\nlet a;");
    package("broken", &format!("{banner}'</script>'"));
    fs::create_dir_all(folder.path().join("empty")).expect("folders can be made");
    for (name, text) in [
        (
            "good.json",
            r#"{ "title": "Shared Work", "sections": [{ "id": "one", "title": "One", "groups": [{ "title": "T", "listings": ["a"] }] }], "resources": [{ "id": "a", "title": "Net Gains" }, { "id": "b", "title": "Bridges" }], "terms": [{ "id": "c", "term": "Collusion" }] }"#,
        ),
        ("works.json", r#"{ "title": "Works", "resources": [{ "id": "a", "title": "Net Gains" }] }"#),
        ("bad.json", r#"{ "resources": [{ "id": "a" }] }"#),
    ] {
        fs::write(folder.path().join(name), text).expect("files can be written");
    }
    folder
}

#[test]
fn the_tool_writes_it() {
    let folder = folder();
    for (arguments, shown) in [
        (
            &["good.json"][..],
            "h1 Shared Work, h2 One, h3 T, h4 Net Gains, h2 More works, h3 Bridges, h2 Glossary, h3 C, h4 Collusion",
        ),
        (&["good.json", "--section", "one"], "h1 One, h2 One, h3 T, h4 Net Gains, h2 Glossary, h3 C, h4 Collusion"),
        (&["good.json", "--only-glossary"], "h1 Shared Work, h2 C, h3 Collusion"),
        (&["works.json", "--full", "--package", "./pkg"], "h1 Works, h2 All works, h3 Net Gains"),
        (&["works.json", "--without-wasm"], "h1 Works, h2 All works, h3 Net Gains"),
    ] {
        let (code, said, errors) = run(folder.path(), &[arguments, &["-o", "page.html"]].concat());
        assert_eq!(code, Some(0), "{errors}");
        let written = fs::read_to_string(folder.path().join("page.html")).expect("it was written");
        assert_eq!(said.replace(',', ""), format!("page.html: {} bytes\n", written.len()));
        let html = Html::parse_document(&written);
        let headings =
            all(&html, "h1, h2, h3, h4").into_iter().map(|heading| format!("{} {}", heading.value().name(), text(heading)));
        assert_eq!(headings.collect::<Vec<_>>().join(", "), shown, "{arguments:?}");
        assert_eq!(texts(html.root_element(), "footer details p"), ["MIT", "Others", "CC"]);
        assert_eq!(all(&html, "script[type=module]").len(), usize::from(arguments.contains(&"--without-wasm")));
    }
}

#[test]
fn what_cannot_be_written_says_why_and_leaves_the_older_file() {
    let folder = folder();
    let page = folder.path().join("page.html");
    fs::write(&page, "older").expect("files can be written");
    let cure = "run `cargo xtask build`, or name the folder of a built package with --package";
    for (arguments, error) in [
        (&["good.json", "--package", "none"][..], format!("can't read none/whole.js: it doesn't exist; {cure}")),
        (&["good.json", "--package", "empty"], format!("can't read empty/whole.js: it doesn't exist; {cure}")),
        (&["good.json", "--package", "older"], format!("older/whole.js is not of version {}", env!("CARGO_PKG_VERSION"))),
        (
            &["good.json", "--package", "broken"],
            format!("broken: a script can't stand inside a page, since it holds \"</script\"; {cure}"),
        ),
        (&["good.json", "--section", "two"], "there is no section `two`; sections are one".into()),
        (&["works.json", "--only-glossary"], "works.json has no glossary; leave out --only-glossary".into()),
        (&["none.json"], "can't read none.json: it doesn't exist".into()),
        (&["bad.json"], "no HTML was written: ".into()),
    ] {
        let (code, said, errors) = run(folder.path(), &[arguments, &["-o", "page.html"]].concat());
        assert_eq!((code, said.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(errors.contains(&error), "{arguments:?}\n{errors}");
        assert_eq!(fs::read_to_string(&page).expect("it is there"), "older");
    }
}
