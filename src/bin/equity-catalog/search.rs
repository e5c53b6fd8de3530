//! `equity-catalog search`: what a reader of the page would find.

use std::process::ExitCode;

use equity_catalog::pack::FACETS;
use equity_catalog::query::{Explanation, FacetValue, Hit, Page, Request, Searcher, Sort};

use crate::Outcome;
use crate::arguments::Search;
use crate::info::open;
use crate::output::{Output, counted, grouped, shown};

/// How many values of each facet are shown.
const FACET_VALUES: usize = 6;

pub fn run(search: &Search, out: &mut Output) -> Outcome {
    let mut searcher = Searcher::new(open(&search.pack)?);
    let mut filters: Vec<(String, Vec<String>)> = Vec::new();
    for (facet, value) in &search.filter {
        match filters.iter_mut().find(|(name, _)| name == facet) {
            Some((_, values)) => values.push(value.clone()),
            None => filters.push((facet.clone(), vec![value.clone()])),
        }
    }
    let page = searcher.search(&Request {
        query: &search.query,
        filters,
        sort: Sort::from_name(&search.sort).unwrap_or_default(),
        limit: search.limit,
        facets: FACETS.iter().map(|(_, name)| (*name).to_string()).collect(),
        explain: search.explain,
        facet_limit: if search.json { Request::default().facet_limit } else { FACET_VALUES },
        ..Request::default()
    });
    if search.json {
        out.line(&serde_json::to_string_pretty(&page.with_utf16_ranges())?)?;
    } else {
        show(&page, search, out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn show(page: &Page, search: &Search, out: &mut Output) -> std::io::Result<()> {
    for (rank, hit) in page.hits.iter().enumerate() {
        show_hit(rank + 1, hit, out)?;
    }
    if page.hits.len() < page.total as usize {
        out.line(&format!("{} of {}", grouped(page.hits.len() as u64), counted(page.total as usize, "result")))?;
    } else {
        out.line(&counted(page.total as usize, "result"))?;
    }
    if !page.relaxed.is_empty() {
        out.line(&format!("No resource has every word; some results lack: {}", shown(&page.relaxed.join(", "))))?;
    }
    if let Some(correction) = &page.correction {
        out.line(&format!("Did you mean: {}", shown(correction)))?;
    }
    for (name, values) in &page.facets {
        // A facet with one value leaves nothing to choose.
        let chosen = search.filter.iter().any(|(facet, _)| facet == name);
        if values.len() > 1 || chosen {
            let values: Vec<String> = values.iter().map(facet_value).collect();
            out.line(&format!("{name}: {}", values.join(", ")))?;
        }
    }
    Ok(())
}

/// A chosen value is marked; a label that differs from its value is followed by what `--filter` takes.
fn facet_value(facet: &FacetValue) -> String {
    let value = if facet.label == facet.value { String::new() } else { format!(" [{}]", shown(&facet.value)) };
    format!("{}{}{value} ({})", if facet.selected { "*" } else { "" }, shown(&facet.label), grouped(u64::from(facet.count)))
}

fn show_hit(rank: usize, hit: &Hit, out: &mut Output) -> std::io::Result<()> {
    let (resource, matched) = (&hit.resource, &hit.highlights);
    let marks = |ranges: &[[u32; 3]], item: usize| -> Vec<[u32; 2]> {
        ranges.iter().filter(|range| range[0] as usize == item).map(|range| [range[1], range[2]]).collect()
    };
    let bold = |texts: &[String], ranges: &[[u32; 3]]| -> Vec<String> {
        texts.iter().enumerate().map(|(item, text)| out.bold(text, marks(ranges, item))).collect()
    };
    let mut lines = vec![format!("{rank:>3}. {}", out.bold(&resource.title, matched.title.iter().copied()))];
    for (item, title) in resource.titles.iter().enumerate() {
        let ranges = marks(&matched.titles, item);
        if !ranges.is_empty() {
            lines.push(format!("     also titled {}", out.bold(title, ranges)));
        }
    }
    let byline = match &resource.byline {
        Some(byline) => out.bold(byline, matched.byline.iter().copied()),
        None => joined(&bold(&resource.authors, &matched.authors)),
    };
    let organizations = bold(&resource.organizations, &matched.organizations).join("; ");
    let kind = resource.kind.iter().map(|kind| out.bold(kind, matched.kind.iter().copied()));
    let year = resource.year.iter().map(ToString::to_string);
    let facts = kind.chain(bold(&resource.topics, &matched.topics)).chain(year).collect::<Vec<_>>().join(" · ");
    let url = resource.url.as_deref().map(shown).unwrap_or_default().into_owned();
    let details = [byline, organizations, facts, url];
    lines.extend(details.into_iter().filter(|line| !line.is_empty()).map(|line| format!("     {line}")));
    if let Some(explain) = &hit.explain {
        lines.push(format!("     score {:.3} = {}", hit.score, explanation(explain)));
    }
    lines.push(String::new());
    lines.iter().try_for_each(|line| out.line(line))
}

/// Names as a page prints them: "A", "A and B", "A, B, and C".
fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

/// The parts of the score, and what stands for each word of the query.
fn explanation(explain: &Explanation) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in explain.words.iter().filter(|part| part.score > 0.0) {
        let found = part.found.iter().map(|found| {
            let times = if found.times > 1 { format!(" ×{}", found.times) } else { String::new() };
            format!("“{}” ({}) in {}{times}", shown(&found.word), found.how, found.field)
        });
        parts.push(format!("{:.3} {}: {}", part.score, shown(&part.word), found.collect::<Vec<_>>().join(", ")));
    }
    let others = [("whole title", explain.title), ("nearness", explain.near), ("likeness to the best", explain.likeness)];
    parts.extend(others.iter().filter(|(_, gain)| *gain > 0.0).map(|(name, gain)| format!("{gain:.3} {name}")));
    parts.join("; ")
}
