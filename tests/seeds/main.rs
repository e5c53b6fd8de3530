//! The catalog in `catalog/` against the two documents that it comes from: every fact is there as printed, and no sentence is.
//!
//! The fixtures in `tests/fixtures/seeds/` hold facts only (tab-separated, one header line): titles, names, sources, places. Of
//! the documents' prose they hold hashes, never words. When a test fails, mend the catalog. Change a fixture only when a page of
//! the catalog is meant to differ from its document. Works and terms from elsewhere may join the catalog unchecked.
#![cfg(feature = "tool")]

mod support;

use std::collections::{BTreeSet, HashMap, HashSet};

use equity_catalog::catalog::{Block, Correction, Term, plain_text};
use support::{Line, Problems, byline, catalog, facts, fixture, fnv1a, listed, paired, prose_of, read, section, values, words};

const CURRENT: &str = "networks-alliances-and-coalitions";
const EARLIER: &str = "alliances-and-coalitions";

#[test]
fn it_reads_without_errors_or_warnings() {
    let (_, report, sources) = read();
    let mut problems = Problems::default();
    for found in &report.diagnostics {
        let file = sources.place_of(found).and_then(|place| sources.files.get(place.file)).map_or("catalog/", |file| &file.0);
        problems.add(file, &format!("{}; {} ({} at {:?})", found.message, found.help, found.code, found.path));
    }
    problems.assert_none();
}

#[test]
fn it_counts_74_listings_of_49_works_and_11_terms() {
    let catalog = catalog();
    let sections: Vec<_> = catalog.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(sections, [CURRENT, EARLIER], "catalog.md: the current page comes first, then the earlier one");
    let listings = |id| listed(section(id)).len();
    assert_eq!((listings(CURRENT), listings(EARLIER)), (41, 33), "sections/*.md: listings of the current and the earlier page");
    let works: BTreeSet<_> =
        [CURRENT, EARLIER].into_iter().flat_map(|id| listed(section(id))).map(|line| &line.work.id).collect();
    assert_eq!(works.len(), 49, "resources.md: one record for each work, with its other titles under \"Also titled\"");
    let rows = facts("terms.tsv");
    let terms = catalog.terms.iter().filter(|term| rows.iter().any(|[name, ..]| *name == term.term));
    assert_eq!(terms.count(), 11, "glossary.md: each of the document's terms once");
}

#[test]
fn both_pages_rebuild_in_their_own_groups_and_order() {
    let mut problems = Problems::default();
    for (id, file) in [(CURRENT, "page-current.tsv"), (EARLIER, "page-earlier.tsv")] {
        let wanted: Vec<_> = facts(file).into_iter().map(|[group, title, ..]| (group, title)).collect();
        let found: Vec<_> = listed(section(id)).into_iter().map(|line| (line.group, line.printed)).collect();
        // Only the first difference: one line too many shifts all that follow.
        let differs = |nth: &usize| wanted.get(*nth) != found.get(*nth);
        if let Some(nth) = (0..wanted.len().max(found.len())).find(differs) {
            let record = format!("sections/{id}.md, listing {}", nth + 1);
            problems.same(&record, "heading and title", &wanted.get(nth), &found.get(nth));
        }
        problems.same(&format!("sections/{id}.md"), "listings", &wanted.len(), &found.len());
    }
    for ([_, printed, current, _], line) in paired("page-earlier.tsv", EARLIER) {
        let own = if current.is_empty() { &printed } else { &current };
        problems.same(&printed, "the work's own title (put the other one under \"Also titled\")", own, &line.work.title);
        let other = line.work.titles.contains(&printed) || *own == printed;
        problems.same(&printed, "whether it stands among the work's titles", &true, &other);
    }
    problems.assert_none();
}

#[test]
fn people_and_organizations_stand_as_printed() {
    let mut problems = Problems::default();
    let mut on_current = HashSet::new();
    for ([_, title, authors, organizations], line) in paired("page-current.tsv", CURRENT) {
        on_current.insert(&line.work.id);
        problems.same(&title, "authors (Byline for \"et al.\" and \"with\")", &authors, &byline(line.work));
        problems.same(&title, "organizations, joined by \"; \"", &organizations, &line.work.organizations.join("; "));
        let others = line.work.authors.iter().fold(authors, |rest, name| rest.replacen(name.as_str(), "", 1));
        let left_over = words(&others).into_iter().filter(|word| !["and", "with", "et", "al"].contains(&word.as_str()));
        problems.same(&title, "printed names without an Author line of their own", &String::new(), &left_over.collect());
    }
    for work in listed(section(EARLIER)).into_iter().map(|line| line.work).filter(|work| !on_current.contains(&work.id)) {
        let names = work.authors.len() + work.organizations.len();
        problems.same(&work.title, "names of people and organizations (the earlier page prints none)", &0, &names);
    }
    problems.assert_none();
}

#[test]
fn kinds_and_topics_follow_the_headings() {
    let mut headings: HashMap<&str, Vec<(&str, String)>> = HashMap::new();
    for id in [CURRENT, EARLIER] {
        for line in listed(section(id)) {
            headings.entry(&line.work.id).or_default().push((id, line.group));
        }
    }
    let mut problems = Problems::default();
    for work in &catalog().resources {
        let Some(listed_in) = headings.remove(work.id.as_str()) else { continue };
        let under = |heading: &str| listed_in.iter().any(|(_, group)| group.eq_ignore_ascii_case(heading));
        let kind = match (under("Case studies"), under("Tools")) {
            (true, _) => "Case study",
            (false, true) => "Tool",
            (false, false) => "Resource",
        };
        problems.same(&work.title, "Kind", &Some(kind), &work.kind.as_deref());
        let topic = listed_in.iter().find(|(id, _)| *id == CURRENT).and_then(|(_, group)| match group.rsplit(" / ").next() {
            Some("Concepts and Analysis") => Some("Concepts and analysis"),
            Some("Network Resources") => Some("Networks"),
            Some("Partnerships Resources") => Some("Partnerships"),
            _ => None,
        });
        let topic: Vec<_> = topic.map(str::to_owned).into_iter().collect();
        problems.same(&work.title, "Topic", &topic, &work.topics);
        let pages: BTreeSet<_> = listed_in.iter().map(|(id, _)| *id).collect();
        problems.same(&work.title, "sections", &pages, &work.sections.iter().map(String::as_str).collect());
    }
    problems.assert_none();
}

#[test]
fn pages_hold_their_facts() {
    let mut problems = Problems::default();
    let rows = facts("sections.tsv");
    for page in [section(CURRENT), section(EARLIER)] {
        let wanted = |fact: &str| values(&rows, &page.id, fact);
        let record = format!("sections/{}.md", page.id);
        problems.same(&record, "title", &wanted("title"), &vec![page.title.clone()]);
        problems.same(&record, "Picture credit", &wanted("picture credit"), &page.picture_credit.iter().cloned().collect());
        problems.same(&record, "Also in this section", &wanted("also in this section"), &page.also_in_section);
        let speakers = page.overview.iter().filter_map(|block| match block {
            Block::Quote { speaker, paraphrase: true, .. } => speaker.clone(),
            _ => None,
        });
        problems.same(&record, "who is paraphrased (\"— after …\")", &wanted("speaker"), &speakers.collect());
        problems.same(&record, "number of \"After:\" lines", &1, &page.sources.len());
        problems.prose(&record, &rows, &page.id, &[&page.overview]);
    }
    problems.assert_none();
}

#[test]
fn terms_hold_their_facts() {
    let mut problems = Problems::default();
    let rows = facts("terms.tsv");
    for term in catalog().terms.iter().filter(|term| rows.iter().any(|[name, ..]| *name == term.term)) {
        let wanted = |fact: &str| values(&rows, &term.term, fact);
        let record = format!("glossary.md, {}", term.term);
        let sources = term.senses.iter().flat_map(|sense| sense.sources.clone()).collect();
        problems.same(&record, "the sources, in order", &wanted("source"), &sources);
        problems.same(&record, "Related", &wanted("related"), &term.related);
        problems.same(&record, "Location", &wanted("location"), &term.locations.iter().map(|path| path.join(" / ")).collect());
        problems.same(&record, "Note", &wanted("note"), &term.notes);
        problems.same(&record, "Heading restored", &!wanted("restored").is_empty(), &term.restored);
        problems.same(&record, "senses, one to each source", &wanted("source").len(), &term.senses.len());
        let adapted = term.senses.iter().all(|sense| sense.adapted);
        problems.same(&record, "whether it says \"After:\" (not \"Source:\")", &true, &adapted);
        problems.prose(&record, &rows, &term.term, &prose_of(term));
    }
    problems.assert_none();
}

#[test]
fn slips_are_kept_beside_their_corrections() {
    let catalog = catalog();
    let works = catalog.resources.iter().map(|work| (&work.title, &work.corrections));
    let terms = catalog.terms.iter().map(|term| (&term.term, &term.corrections));
    let row = |title: &String, slip: &Correction| [title.clone(), slip.printed.clone(), slip.correct.clone(), String::new()];
    let slips = works.chain(terms).flat_map(|(title, slips)| slips.iter().map(move |slip| row(title, slip)));
    let found: BTreeSet<_> = slips.collect();
    let mut problems = Problems::default();
    for [record, printed, correct, _] in facts("corrections.tsv").into_iter().filter(|row| !found.contains(row)) {
        problems.add(
            &record,
            &format!("keep \"{printed}\" as printed and write \"Correction: {printed} -> {correct}\" in the record"),
        );
    }
    problems.assert_none();
}

#[test]
fn nothing_is_invented() {
    let mut problems = Problems::default();
    for Line { work, .. } in [CURRENT, EARLIER].into_iter().flat_map(|id| listed(section(id))) {
        let extra = (&work.url, &work.year, &work.description, &work.language);
        problems.same(&work.title, "Link, Year, description and Language", &(&None, &None, &None, &None), &extra);
    }
    problems.assert_none();
}

#[test]
fn no_sentence_is_copied() {
    let printed: HashSet<u64> =
        fixture("prose-shingles.txt").lines().filter_map(|line| u64::from_str_radix(line, 16).ok()).collect();
    assert!(printed.len() > 1000, "prose-shingles.txt holds one hexadecimal hash a line");
    let catalog = catalog();
    let mut ours = vec![("catalog.md".to_owned(), plain_text(&catalog.about))];
    ours.extend(catalog.sections.iter().map(|page| (format!("sections/{}.md", page.id), plain_text(&page.overview))));
    let texts = |term: &Term| prose_of(term).into_iter().map(|blocks| plain_text(blocks)).collect::<Vec<_>>().join("\n");
    ours.extend(catalog.terms.iter().map(|term| (format!("glossary.md, {}", term.term), texts(term))));
    let mut problems = Problems::default();
    for (record, text) in ours {
        for run in words(&text).windows(7).map(|run| run.join(" ")).filter(|run| printed.contains(&fnv1a(run))) {
            problems.add(&record, &format!("\"{run}\" stands word for word in the document; say it in other words"));
        }
    }
    problems.assert_none();
}
