//! Broken text files, and what is found in them: pages, their listings, the glossary, and what only the whole shows.

use equity_catalog::catalog::{read_texts, render};

use crate::support::check_folders;

const ONE: (&str, &str) = ("catalog.md", "# Catalog\nSection: one\n");
const WORKS: (&str, &str) = ("resources.md", "# Net Gains\n\n# Bridges\nAlso titled: Puentes\n");

#[test]
fn pages_and_their_files() {
    check_folders(&[
        (&[ONE], &["catalog.md:2:10 error missing-section"]),
        (
            &[ONE, ("sections/oen.md", "# P\n")],
            &["catalog.md:2:10 error missing-section", "sections/oen.md:1:1 error unlisted-section"],
        ),
        (
            &[("catalog.md", "# C\nSection: one\nSection: one\n"), ("sections/one.md", "# P\n")],
            &["catalog.md:3:10 error duplicate-field"],
        ),
        (&[ONE, ("sections/one.md", "")], &["sections/one.md:1:1 error no-heading"]),
        (&[ONE, ("sections/one.md", "# P\n\nText.\n\nSource: X\n")], &["sections/one.md:5:9 error quoted-page"]),
        (&[ONE, ("sections/one.md", "# P\n\nAfter: X\n\nText.\n")], &["sections/one.md:3:1 error credit-not-last"]),
        (&[ONE, ("sections/one.md", "# P\n\nText.\nAfter:\n")], &["sections/one.md:4:1 error empty-field"]),
        (&[ONE, ("sections/one.md", "# P\nPicture: X\n")], &["sections/one.md:2:1 error unknown-field"]),
    ]);
}

#[test]
fn groups_and_listings() {
    let both = "- Net Gains\n- Bridges\n";
    let page = |text: &str| format!("# P\n\n## Tools\n{both}{text}");
    let check = |text: &str, expected: &[&str]| check_folders(&[(&[ONE, WORKS, ("sections/one.md", text)], expected)]);
    check(&page(""), &[]);
    check(&page("- Net Gain\n"), &["sections/one.md:6:3 error missing-work"]);
    check(&page("- net gains\n"), &["sections/one.md:6:3 error missing-work"]);
    check(&page("* Puentes\n"), &["sections/one.md:6:1 error stray-text"]);
    check(&page("  - Puentes\n"), &["sections/one.md:6:3 error stray-text"]);
    check(&page("A title\n"), &["sections/one.md:6:1 error stray-text"]);
    check(&page("- Puentes\n"), &["sections/one.md:6:3 warning listed-twice"]);
    check(&page("#### Deep\n- Puentes\n"), &["sections/one.md:6:1 error heading-level"]);
    check(&page("## Empty\n"), &["sections/one.md:6:4 warning empty-group"]);
    check(&page("##\n- Puentes\n"), &["sections/one.md:6:1 error missing-title", "sections/one.md:6:3 error missing-title"]);
    check("# P\n\n### Tools\n- Net Gains\n- Bridges\n", &["sections/one.md:3:1 error heading-level"]);
    check("# P\n\n## Tools\n- Net Gains\n", &["resources.md:3:3 warning unlisted-work"]);
    check_folders(&[(
        &[ONE, ("resources.md", "# A\nId: a\n\n# A\nId: b\n"), ("sections/one.md", "# P\n\n## T\n- A\n")],
        &["resources.md:4:3 warning likely-duplicate", "sections/one.md:4:3 error ambiguous-title"],
    )]);
}

#[test]
fn terms() {
    check_folders(&[
        (&[("glossary.md", "# A\n\nText.\n")], &["glossary.md:1:3 warning no-source"]),
        (&[("glossary.md", "# A\n")], &["glossary.md:1:3 warning no-definition"]),
        (&[("glossary.md", "# A\n\nAfter: X\n")], &["glossary.md:1:3 warning no-definition"]),
        (&[("glossary.md", "# A\n\nText.\n\nAfter: X\n\nMore.\n")], &["glossary.md:5:1 error credit-not-last"]),
        (&[("glossary.md", "# A\n\nText.\n\nAfter: X\n\n## Examples\n\n- one\n")], &["glossary.md:5:8 error credit-not-last"]),
        (&[("glossary.md", "# A\n\nText.\n\nAfter: X\nSource: Y\n")], &["glossary.md:6:9 error mixed-credits"]),
        (&[("glossary.md", "# A\n\nText.\n\n## Exampels\n\n- one\n\nAfter: X\n")], &["glossary.md:5:1 error unknown-heading"]),
        (&[("glossary.md", "# A\n\n## History\n\nText.\n\nAfter: X\n")], &["glossary.md:3:1 error unknown-heading"]),
        (
            &[("glossary.md", "# A\n\nText.\n\nAfter: X\n\n## Sense\n\nText.\n\nAfter: Y\n")],
            &["glossary.md:7:1 error text-before-sense"],
        ),
        (
            &[("glossary.md", "# A\n\n## Sense\n\nText.\n\n### Examples\n\nOne.\n\nAfter: X\n\n## Sense\n\nText.\n")],
            &["glossary.md:13:1 warning no-source"],
        ),
        (
            &[("glossary.md", "# A\n\nText.\n\n## Examples\n\nB.\n\n## Examples\n\nC.\n\nAfter: X\n")],
            &["glossary.md:9:1 error duplicate-field"],
        ),
        (
            &[("glossary.md", "# Ally\nForm: allied\n\nX.\n\nAfter: X\n\n# Alliance\nForm: Allied\n\nY.\n\nAfter: Y\n")],
            &["glossary.md:9:7 warning form-clash"],
        ),
        (
            &[("glossary.md", "# Anti-Racist\n\nX.\n\nAfter: X\n\n# B\nForm: anti racist\n\nY.\n\nAfter: Y\n")],
            &["glossary.md:8:7 warning form-clash"],
        ),
        (
            // Capitals tell an acronym from a word, unless it is the same acronym, or its capitals don't count.
            &[(
                "glossary.md",
                "# ERA\n\nX.\n\nAfter: X\n\n# Age\nForm: era\n\nY.\n\nAfter: Y\n\n# Old\nForm: ERA\n\nZ.\n\nAfter: Z\n",
            )],
            &["glossary.md:15:7 warning form-clash"],
        ),
        (
            &[("glossary.md", "# ERA\nCase: any\n\nX.\n\nAfter: X\n\n# Age\nForm: era\n\nY.\n\nAfter: Y\n")],
            &["glossary.md:9:7 warning form-clash"],
        ),
        (
            &[(
                "glossary.md",
                "# ERA\nCase sensitive: yes\n\nX.\n\nAfter: X\n\n# Era\nCase sensitive: yes\nId: period\n\nY.\n\nAfter: Y\n",
            )],
            &[],
        ),
        (
            &[("glossary.md", "# A\nRelated: One Page\n\nX.\n\nAfter: X\n\n# B\nRelated: One page\n\nY.\n\nAfter: Y\n")],
            &["glossary.md:9:10 warning case-clash"],
        ),
    ]);
}

#[test]
fn what_only_the_whole_shows() {
    check_folders(&[
        (&[("resources.md", "# A\nId: x\n\n# B\nId: x\n")], &["resources.md:5:5 error duplicate-id"]),
        (&[("resources.md", "# A\nId: x\n\n# B\nId: X\n")], &["resources.md:5:5 warning case-clash"]),
        (&[("resources.md", "# Net Gains\n\n# Net, gains!\nId: b\n")], &["resources.md:3:3 warning likely-duplicate"]),
        (
            &[("resources.md", "# Net Gains\n\n# Other\nAlso titled: NET GAINS\n")],
            &["resources.md:4:14 warning likely-duplicate"],
        ),
        (
            &[("resources.md", "# Working Together for Racial Justice\n\n# Workign Together for Racial Justice\n")],
            &["resources.md:3:3 warning likely-duplicate"],
        ),
        (&[("resources.md", "# A History of Working Together, Volume 1\n\n# A History of Working Together, Volume 2\n")], &[]),
        (&[("resources.md", "# Nets\n\n# Bets\n")], &[]),
    ]);
}

#[test]
fn files_from_any_editor() {
    check_folders(&[
        (
            &[("resources.md", "\u{feff}# A\r\nYear: x\r\n\r\nText *open.\r\n")],
            &["resources.md:2:7 error bad-year", "resources.md:4:6 error unclosed-markup"],
        ),
        (&[("resources.md", "\u{feff}x\n")], &["resources.md:1:1 error text-before-heading"]),
        (&[("resources.md", "# A")], &[]),
    ]);
    let bytes = b"# A\n\nIt is caf\xe9, *here.\n".to_vec();
    let (catalog, report, sources) =
        read_texts("cat/", vec![("catalog.md".into(), b"# C\n".to_vec()), ("resources.md".into(), bytes)]);
    let shown = render(&report, &sources);
    assert!(shown.contains("cat/resources.md:3:10\n"), "{shown}");
    assert!(shown.contains("cat/resources.md:3:13\n"), "the rest of the file is read, too: {shown}");
    assert_eq!(catalog.resources.len(), 1);
}

#[test]
fn a_folder_without_its_files() {
    let (_, report, _) = read_texts("", Vec::new());
    assert_eq!(report.diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(), ["no-catalog", "no-catalog"]);
}

#[test]
fn a_misnamed_file() {
    check_folders(&[
        (&[("Glossary.md", "")], &["Glossary.md:1:1 warning misnamed-file"]),
        (&[("glosary.md", "")], &["glosary.md:1:1 warning misnamed-file"]),
        (&[("glossary.md", ""), ("glossary2.md", "")], &[]),
        (&[("README.md", ""), ("CHANGELOG.md", ""), ("LICENSE.md", "")], &[]),
    ]);
}

#[test]
fn a_near_title_is_proposed() {
    let files = [ONE, WORKS, ("sections/one.md", "# P\n\n## T\n- Net Gain\n- Bridges\n")];
    let files = files.map(|(name, text)| (name.to_string(), text.as_bytes().to_vec()));
    let (_, report, _) = read_texts("", files.to_vec());
    assert!(report.diagnostics[0].help.contains("did you mean `Net Gains`?"), "{:?}", report.diagnostics[0]);
}
