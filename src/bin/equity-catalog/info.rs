//! `equity-catalog info`: what a pack holds.

use std::path::Path;
use std::process::ExitCode;

use equity_catalog::catalog::Group;
use equity_catalog::pack::Pack;

use crate::Outcome;
use crate::output::{Output, counted, grouped, shown, unreadable};

/// Opens a pack on disk.
pub fn open(path: &Path) -> Result<Pack<Vec<u8>>, String> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(&path.display().to_string(), &error))?;
    Pack::open(bytes).map_err(|error| format!("{}: {error}", path.display()))
}

pub fn run(path: &Path, out: &mut Output) -> Outcome {
    let pack = open(path)?;
    let meta = pack.meta();
    out.line(&format!("title      {}", shown(&meta.title)))?;
    out.line(&format!("language   {}", shown(&meta.language)))?;
    if let Some(licence) = &meta.licence {
        out.line(&format!("licence    {}", shown(licence)))?;
    }
    out.line(&format!("resources  {}", grouped(u64::from(meta.resources))))?;
    out.line(&format!("terms      {}", grouped(u64::from(meta.terms))))?;
    for section in pack.sections() {
        let listings = counted(listings(&section.groups), "listing");
        out.line(&format!("section    {} [{}], {listings}", shown(&section.title), shown(&section.id)))?;
    }
    out.line("")?;
    let parts = pack.verify();
    for part in &parts {
        let damaged = if part.intact { "" } else { "  damaged" };
        out.line(&format!("{:>14}  {}  {}{damaged}", grouped(part.length), shown(&part.tag), purpose(&part.tag)))?;
    }
    out.line(&format!("{:>14}  bytes in all", grouped(pack.size() as u64)))?;
    if parts.iter().all(|part| part.intact) {
        return Ok(ExitCode::SUCCESS);
    }
    out.flush()?;
    Err(format!("{} is damaged; build or download it again", path.display()).into())
}

fn listings(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.listings.len() + listings(&group.groups)).sum()
}

/// What a part of a pack is for; a newer pack may have parts without a name here.
fn purpose(tag: &str) -> &'static str {
    match tag {
        "META" => "title, language, counts",
        "DICT" => "words",
        "PSTL" => "lengths of the postings",
        "POST" => "postings",
        "STEM" => "words with the same stem",
        "PLAL" => "lengths of the words of each resource",
        "PLAC" => "words of the resources, in order",
        "FACT" => "facets",
        "SORT" => "orders by title and year",
        "TITL" => "whole titles",
        "IDEN" => "ids of the resources",
        "TRMI" => "ids of the terms",
        "STOL" => "lengths of the resources",
        "STOR" => "resources",
        "SECT" => "sections",
        "TRML" => "lengths of the terms",
        "TERM" => "terms",
        "FORM" => "forms of the terms",
        "FRMT" => "terms of the forms",
        "FRMS" => "what the forms start with",
        _ => "",
    }
}
