//! `equity-catalog html`: the static list for inside the element.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use equity_catalog::catalog::{read, summary};
use equity_catalog::html::{Options, write};
use equity_catalog::index;
use equity_catalog::pack::Pack;

use crate::Outcome;
use crate::arguments::Html;
use crate::check::show_most;
use crate::output::{Output, complain, grouped, shown, unreadable, write_whole};

pub fn run(html: &Html, out: &mut Output) -> Outcome {
    let Some(bytes) = pack_of(&html.catalog)? else { return Ok(ExitCode::FAILURE) };
    let pack = Pack::open(bytes)?;
    let options = Options {
        sections: html.section.clone(),
        heading_level: html.heading_level,
        works: !html.only_glossary,
        details: html.full,
        glossary: html.glossary || html.only_glossary,
    };
    let fragment = write(&pack, &options).map_err(|error| shown(&error.to_string()).into_owned())?;
    if let Some(path) = &html.output {
        write_whole(path, fragment.as_bytes())?;
        out.line(&format!("{}: {} bytes", path.display(), grouped(fragment.len() as u64)))?;
    } else {
        out.line(fragment.trim_end_matches('\n'))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The bytes of the pack at a place, or of that of the catalog there: either way what is written shows what a page with the pack would show.
/// None when the catalog has errors, which the user has been shown.
pub fn pack_of(path: &Path) -> Result<Option<Vec<u8>>, Box<dyn std::error::Error>> {
    let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(OsStr::new("json")));
    if !path.is_dir() && !is_json {
        return Ok(Some(whole(path)?));
    }
    let (catalog, report, sources) = read(path)?;
    show_most(&report, &sources);
    if !report.is_ok() {
        complain(&format!("no HTML was written: {}\n", summary(&report)));
        return Ok(None);
    }
    Ok(Some(index::build(&catalog)?))
}

/// A damaged pack would give a list that lacks works without a word about it.
fn whole(path: &Path) -> Result<Vec<u8>, String> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| unreadable(&name, &error))?;
    let pack = Pack::open(bytes.as_slice()).map_err(|error| format!("{name}: {error}"))?;
    let is_whole = pack.verify().iter().all(|part| part.intact);
    if is_whole { Ok(bytes) } else { Err(format!("{name} is damaged; build or download it again")) }
}
