//! `equity-catalog check`: every finding at once.

use std::path::Path;
use std::process::ExitCode;

use equity_catalog::catalog::{Catalog, Report, Sources, read, render, render_in_colour, summary};

use crate::Outcome;
use crate::output::{Output, complain, counted, errors_in_colour};

/// More warnings than this are only counted, when a catalog isn't read to be checked.
const MOST_WARNINGS: usize = 20;

pub fn run(path: &Path, out: &mut Output) -> Outcome {
    let (catalog, report, sources) = read(path)?;
    show(&report, &sources);
    if report.diagnostics.is_empty() {
        out.line(&format!("{}: {}, nothing to mend", path.display(), counts(&catalog)))?;
    }
    Ok(if report.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Shows all findings on standard error.
pub fn show(report: &Report, sources: &Sources) {
    complain(&if errors_in_colour() { render_in_colour(report, sources) } else { render(report, sources) });
}

/// Shows them to somebody who wants something made of the catalog: errors all, warnings only as long as they don't drown it. A
/// large collection from elsewhere has thousands.
pub fn show_most(report: &Report, sources: &Sources) {
    if report.is_ok() && report.diagnostics.len() > MOST_WARNINGS {
        complain(&format!("{}; `equity-catalog check` shows them\n", summary(report)));
    } else {
        show(report, sources);
    }
}

/// How many sections, resources and terms a catalog has.
pub fn counts(catalog: &Catalog) -> String {
    let parts = [(catalog.sections.len(), "section"), (catalog.resources.len(), "resource"), (catalog.terms.len(), "term")];
    parts.map(|(number, one)| counted(number, one)).join(", ")
}
