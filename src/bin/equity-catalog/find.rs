//! `equity-catalog find`: the glossary's terms in a text or a work, and the works of a term.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use equity_catalog::glossary;
use equity_catalog::query::Utf16;
use serde::Serialize;

use crate::Outcome;
use crate::info::open;
use crate::output::{Output, complain, counted, shown, unreadable};

/// A term in the text, as the JavaScript API gives it.
#[derive(Serialize)]
struct Match<'a> {
    term: &'a str,
    start: u32,
    end: u32,
}

pub fn run(pack: &Path, file: Option<&Path>, json: bool, times: Option<usize>, out: &mut Output) -> Outcome {
    let pack = open(pack)?;
    let text = text(file)?;
    if let Some(times) = times {
        out.line(&timed(times, || glossary::find(&pack, &text).len()).to_string())?;
        return Ok(ExitCode::SUCCESS);
    }
    let matches: Vec<_> = glossary::find(&pack, &text)
        .into_iter()
        .filter_map(|found| Some((pack.term(found.term)?, found.start..found.end)))
        .collect();
    if json {
        let mut utf16 = Utf16::of(&text);
        let matches: Vec<Match<'_>> = matches
            .iter()
            .map(|(term, range)| Match { term: &term.id, start: utf16.at(range.start as u32), end: utf16.at(range.end as u32) })
            .collect();
        out.line(&serde_json::to_string_pretty(&matches)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (mut line, mut line_start, mut at) = (1, 0, 0);
    for (term, range) in &matches {
        let before = text.get(at..range.start).unwrap_or_default();
        line += before.matches('\n').count();
        line_start = before.rfind('\n').map_or(line_start, |feed| at + feed + 1);
        at = range.start;
        let column = text.get(line_start..at).unwrap_or_default().chars().count() + 1;
        let found = text.get(range.clone()).unwrap_or_default();
        out.line(&format!("{line}:{column}  {} -> {}", out.bold(found, [[0, found.len() as u32]]), shown(&term.term)))?;
    }
    out.line(&format!("{} found", counted(matches.len(), "term")))?;
    Ok(ExitCode::SUCCESS)
}

/// The terms that have to do with a work.
pub fn terms_of_work(pack: &Path, id: &str, json: bool, out: &mut Output) -> Outcome {
    let pack = open(pack)?;
    let (doc, _) = pack.find_resource(id).ok_or_else(|| format!("there is no work `{id}`"))?;
    show(&pack.terms_of_work(doc), "term", json, out)
}

/// The works that have to do with a term.
pub fn works_of_term(pack: &Path, id: &str, json: bool, out: &mut Output) -> Outcome {
    let pack = open(pack)?;
    let term = pack.find_term(id).ok_or_else(|| format!("there is no term `{id}`"))?;
    let works: Vec<_> = pack.works_of_term(term).into_iter().filter_map(|doc| pack.resource(doc)).collect();
    let works: Vec<_> = works.iter().map(|work| (work.id.as_str(), work.title.as_str())).collect();
    show(&works, "work", json, out)
}

/// Ids and names.
fn show(found: &[(&str, &str)], what: &str, json: bool, out: &mut Output) -> Outcome {
    if json {
        let ids: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
        out.line(&serde_json::to_string_pretty(&ids)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    for (id, name) in found {
        out.line(&format!("{} [{}]", shown(name), shown(id)))?;
    }
    out.line(&format!("{} found", counted(found.len(), what)))?;
    Ok(ExitCode::SUCCESS)
}

/// How many are found, and what finding them took each time, in milliseconds.
fn timed(times: usize, find: impl Fn() -> usize) -> serde_json::Value {
    let mut matches = 0;
    let times: Vec<f64> = (0..times)
        .map(|_| {
            let started = Instant::now();
            matches = find();
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    serde_json::json!({ "matches": matches, "times": times })
}

fn text(file: Option<&Path>) -> Result<String, String> {
    let name = file.map_or_else(|| "standard input".to_string(), |file| file.display().to_string());
    let bytes = if let Some(file) = file {
        fs::read(file)
    } else {
        if io::stdin().is_terminal() {
            complain("Type the text; end it with Ctrl-D.\n");
        }
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = bytes.map_err(|error| unreadable(&name, &error))?;
    String::from_utf8(bytes).map_err(|_| format!("{name} isn't UTF-8 text; save it as UTF-8"))
}
