//! `equity-catalog find`: the glossary's terms in a text.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;

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

pub fn run(pack: &Path, file: Option<&Path>, json: bool, out: &mut Output) -> Outcome {
    let pack = open(pack)?;
    let text = text(file)?;
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
