//! Comparing findings with a table.

use std::fmt::Write as _;

use equity_catalog::catalog::{Report, Sources, read_texts, render};

/// A small catalog as files by name, and all findings in the order shown: `resources.md:2:1 error unknown-field`.
pub type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

/// Reads each catalog of a table as a folder. A `catalog.md` and a `resources.md` are supplied where a case has none.
pub fn check_folders(table: &[Case<'_>]) {
    let mut wrong = String::new();
    for (files, expected) in table {
        let mut texts: Vec<(String, Vec<u8>)> = files.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect();
        for (name, text) in [("catalog.md", "# Catalog\n"), ("resources.md", "")] {
            if !files.iter().any(|(given, _)| *given == name) {
                texts.push((name.into(), text.into()));
            }
        }
        let (_, report, sources) = read_texts("", texts);
        compare(&format!("{files:?}"), &report, &sources, expected, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Adds to `wrong` what differs from the table.
pub fn compare(case: &str, report: &Report, sources: &Sources, expected: &[&str], wrong: &mut String) {
    let shown = render(report, sources);
    let found = findings(&shown);
    if found != expected {
        writeln!(wrong, "{case}\nexpected {expected:#?}\nfound {found:#?}\n{shown}").expect("a String takes everything");
    }
    for finding in &report.diagnostics {
        if finding.help.trim().is_empty() || finding.message.trim().is_empty() || finding.message.ends_with('.') {
            writeln!(wrong, "{case}\nsays too little: {finding:?}").expect("a String takes everything");
        }
    }
}

/// Place, severity and code of each finding, taken from what an editor sees.
fn findings(shown: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in shown.lines() {
        if let Some((level @ ("error" | "warning"), rest)) = line.split_once('[') {
            found.push(format!("{level} {}", rest.split(']').next().unwrap_or_default()));
        } else if let (Some(place), Some(last)) = (line.trim_start().strip_prefix("--> "), found.last_mut()) {
            last.insert_str(0, &format!("{place} "));
        }
    }
    found
}
