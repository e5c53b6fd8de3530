//! Findings as an editor sees them: file, line and column, the very line, what is wrong, and how to mend it.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::report::{Diagnostic, Place, Report, Severity, Sources};

/// Longer lines (a JSON file without line breaks) are shown in part.
const LONGEST_LINE: usize = 400;

/// Renders all findings in the order of their places, as plain text, with their counts at the end. Nothing found renders as nothing.
///
/// ```
/// use equity_catalog::catalog::{read_json, render};
/// let (_, report, sources) = read_json("works.json", r#"[{ "id": 1, "titel": "Net Gains" }]"#);
/// let said = render(&report, &sources);
/// assert!(said.contains("works.json:1:13"));
/// assert!(said.contains("did you mean `title`?"));
/// assert!(said.ends_with("1 error, 1 warning\n"));
/// ```
pub fn render(report: &Report, sources: &Sources) -> String {
    render_with(&Renderer::plain(), report, sources)
}

/// The same in the colours of a terminal.
pub fn render_in_colour(report: &Report, sources: &Sources) -> String {
    render_with(&Renderer::styled(), report, sources)
}

fn render_with(renderer: &Renderer, report: &Report, sources: &Sources) -> String {
    let files: Vec<Lines<'_>> = sources.files.iter().map(|(_, text)| Lines::of(text)).collect();
    let mut found: Vec<(&Diagnostic, Option<Spot<'_>>)> = report
        .diagnostics
        .iter()
        .map(|diagnostic| (diagnostic, sources.place_of(diagnostic).and_then(|place| spot(place, sources, &files))))
        .collect();
    found.sort_by_key(|(_, spot)| spot.as_ref().map_or((usize::MAX, 0, 0), |spot| (spot.file, spot.line, spot.column)));
    let mut out = String::new();
    for (diagnostic, spot) in &found {
        out.push_str(&renderer.render(&[group(diagnostic, spot.as_ref())]));
        out.push_str("\n\n");
    }
    if !found.is_empty() {
        out.push_str(&summary(report));
        out.push('\n');
    }
    out
}

/// How many errors and warnings there are: `2 errors, 1 warning`.
pub fn summary(report: &Report) -> String {
    let counted = |severity, one: &str| match report.count(severity) {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    };
    [counted(Severity::Error, "error"), counted(Severity::Warning, "warning")].join(", ")
}

fn group<'a>(diagnostic: &'a Diagnostic, spot: Option<&'a Spot<'a>>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(&diagnostic.message).id(diagnostic.code));
    if let Some(spot) = spot {
        let snippet =
            Snippet::source(spot.shown).line_start(spot.line).annotation(AnnotationKind::Primary.span(spot.within.clone()));
        if spot.shown_whole {
            group = group.element(snippet.path(spot.name));
        } else {
            // The snippet can't know in which column it begins.
            group = group.element(Origin::path(spot.name).line(spot.line).char_column(spot.column)).element(snippet);
        }
    } else if !diagnostic.path.is_empty() {
        group = group.element(Origin::path(&diagnostic.path));
    }
    group.element(Level::HELP.message(&diagnostic.help))
}

/// Where a finding points, in an editor's terms.
struct Spot<'a> {
    file: usize,
    name: &'a str,
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
    /// The line, or the part of a long one that matters.
    shown: &'a str,
    shown_whole: bool,
    /// What is meant, in bytes of `shown`.
    within: Range<usize>,
}

fn spot<'a>(place: &Place, sources: &'a Sources, files: &[Lines<'a>]) -> Option<Spot<'a>> {
    let lines = files.get(place.file)?;
    let (line, range) = lines.line_of(place.range.start);
    let text = lines.text.get(range.clone())?.trim_end_matches(['\n', '\r']);
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = floor(place.range.start.saturating_sub(range.start));
    // A finding that spans lines is shown by its first.
    let end = floor(place.range.end.saturating_sub(range.start)).max(start);
    let shown_whole = text.len() <= LONGEST_LINE;
    let from = if shown_whole { 0 } else { floor(start.saturating_sub(40)) };
    let to = if shown_whole { text.len() } else { floor(start + 120) };
    Some(Spot {
        file: place.file,
        name: &sources.files[place.file].0,
        line,
        column: lines.column(range.start, range.start + start),
        shown: &text[from..to],
        shown_whole,
        within: start - from..end.min(to) - from,
    })
}

/// Where the lines of a file begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// Whether every character is one byte, as in most long lines.
    ascii: bool,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        // A byte-order mark is no column.
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts, ascii: text.is_ascii() }
    }

    /// Number and bytes of the line that holds a byte.
    fn line_of(&self, at: usize) -> (usize, Range<usize>) {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        (line, self.starts[line - 1]..self.starts.get(line).copied().unwrap_or(self.text.len()))
    }

    fn column(&self, start: usize, at: usize) -> usize {
        1 + if self.ascii { at - start } else { self.text[start..at].chars().count() }
    }
}
