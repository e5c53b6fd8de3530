//! From a catalog to a pack.
//!
//! Everything that can be decided before a reader comes is decided here: which words there are and where, how resources are
//! ordered, which values each facet has, in which forms a term may stand in a text and which works have it. The work is the same in the command-line tool
//! and in the browser, for catalogs that a page hands in.

mod common;
mod facets;
mod forms;
mod mentions;
mod stems;
mod synonyms;
mod weights;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use crate::catalog::{Block, Catalog, Group, MAX_PROSE_DEPTH, MAX_RESOURCES, MAX_TERMS, Resource, Span};
use crate::order::sorted_numbers;
use crate::pack::{
    Cursor, Field, MOST_COMPARED, Meta, PackWriter, Tag, encode_dictionary, encode_starts, encode_targets, get_meta,
    get_resource, get_section, get_term, put_meta, put_resource, put_section, put_term,
};
use crate::text::fold;
use mentions::Mentions;

/// Why a catalog could not be made into a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// Two resources have this id.
    DuplicateId(String),
    /// Prose nests deeper than [`MAX_PROSE_DEPTH`] somewhere in the record with this name.
    TooDeep(String),
    /// The record with this name is larger than a pack may have it: see [`catalog`](crate::catalog)'s limits.
    TooLong(String),
    /// The catalog is larger than the format's 32-bit offsets, or has more records than a pack may have.
    TooLarge,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId(id) => write!(f, "two resources have the id \"{id}\"; give each its own"),
            Self::TooDeep(name) => {
                write!(
                    f,
                    "the prose of \"{name}\" nests more than {MAX_PROSE_DEPTH} levels; make its lists or quotations flatter"
                )
            }
            Self::TooLong(name) => {
                write!(f, "\"{name}\" has more text, or more items in its lists, than a pack may hold; shorten it")
            }
            Self::TooLarge => {
                f.write_str("the catalog is larger than four gigabytes, or has too many records; split it into several")
            }
        }
    }
}

impl std::error::Error for BuildError {}

/// Builds the pack of a catalog.
///
/// Resources are stored in listing order: as the sections list them, then those that none lists, as given.
///
/// # Errors
/// When ids repeat, prose nests too deep, or the catalog is too large for the format.
pub fn build(catalog: &Catalog) -> Result<Vec<u8>, BuildError> {
    check_depth(catalog)?;
    if catalog.resources.len() > MAX_RESOURCES as usize || catalog.terms.len() > MAX_TERMS as usize {
        return Err(BuildError::TooLarge);
    }
    let resources = in_listing_order(catalog)?;
    let headwords: Vec<(String, &str)> = catalog.terms.iter().map(|term| (fold(&term.term), term.term.as_str())).collect();
    let terms = sorted_numbers(headwords.len(), &|a, b| headwords[a as usize].cmp(&headwords[b as usize]));
    let terms: Vec<_> = terms.into_iter().map(|number| &catalog.terms[number as usize]).collect();

    let mut pack = PackWriter::default();
    let words = words::index(&resources, language(catalog));
    let mut meta = Vec::new();
    put_meta(
        &mut meta,
        &Meta {
            title: catalog.title.clone(),
            language: language(catalog).to_owned(),
            licence: catalog.licence.clone(),
            about: catalog.about.clone(),
            resources: resources.len() as u32,
            terms: terms.len() as u32,
            common_words: common::words(language(catalog)).into(),
        },
    );
    let title = &catalog.title;
    whole(&meta, title, |cursor| get_meta(cursor).is_some())?;
    pack.section(Tag::Meta, meta);
    pack.section(Tag::Dictionary, words.dictionary);
    pack.records(Tag::PostingLengths, Tag::Postings, words.postings.into_iter());
    pack.section(Tag::Stems, words.stems);
    pack.records(Tag::PlaceLengths, Tag::Places, words.places.into_iter());
    let mentions = Mentions::of(&resources, &terms, language(catalog))?;
    pack.section(Tag::Facets, facets::encode(catalog, &resources, &terms, &mentions.by_resource(resources.len())));
    pack.section(Tag::Sort, sort_keys(&resources));
    pack.section(Tag::Titles, titles(&resources));
    pack.section(Tag::Ids, by_id(resources.iter().map(|resource| resource.id.as_str())));
    pack.section(Tag::TermIds, by_id(terms.iter().map(|term| term.id.as_str())));
    let stored = resources.iter().map(|resource| {
        let record = encoded(|out| put_resource(out, resource));
        whole(&record, &resource.title, |cursor| get_resource(cursor).is_some()).map(|()| record)
    });
    pack.records(Tag::StoredLengths, Tag::Stored, stored.collect::<Result<Vec<_>, _>>()?.into_iter());
    let mut sections = Vec::new();
    for section in &catalog.sections {
        let record = encoded(|out| put_section(out, section));
        whole(&record, &section.title, |cursor| get_section(cursor).is_some())?;
        sections.extend(record);
    }
    pack.section(Tag::Sections, sections);
    let of_terms = terms.iter().enumerate().map(|(number, term)| {
        let mut record = encoded(|out| put_term(out, term));
        whole(&record, &term.term, |cursor| get_term(cursor).is_some())?;
        mentions.put_works(&mut record, number);
        Ok(record)
    });
    pack.records(Tag::TermLengths, Tag::Terms, of_terms.collect::<Result<Vec<_>, _>>()?.into_iter());
    let forms = forms::of_terms(&terms, language(catalog));
    pack.section(Tag::Forms, encode_dictionary(forms.keys().map(String::as_str)));
    pack.section(Tag::FormTargets, encode_targets(forms.values().map(Vec::as_slice)));
    pack.section(Tag::FormStarts, encode_starts(&forms.keys().map(String::as_str).collect::<Vec<_>>()));
    let bytes = pack.finish();
    if u32::try_from(bytes.len()).is_ok() { Ok(bytes) } else { Err(BuildError::TooLarge) }
}

/// The catalog's language, English when it says nothing.
fn language(catalog: &Catalog) -> &str {
    if catalog.language.is_empty() { "en" } else { &catalog.language }
}

fn encoded(put: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out);
    out
}

/// What no reader of packs would read must not be written: a record of more bytes or items than there may be.
fn whole(record: &[u8], name: &str, is_read: impl FnOnce(&mut Cursor<'_>) -> bool) -> Result<(), BuildError> {
    if is_read(&mut Cursor::new(record)) { Ok(()) } else { Err(BuildError::TooLong(name.into())) }
}

/// More bytes than a length, or how many titles there are, can take in front of a text.
const HEADERS: usize = 10;

/// Every title, sorted as it is folded: its resource, and which of the resource's titles it is. Those are left out that no reader of a pack
/// would read so far for: nobody types them whole.
fn titles(resources: &[&Resource]) -> Vec<u8> {
    let mut titles: Vec<(String, u32, u32)> = Vec::new();
    for (doc, resource) in (0..).zip(resources) {
        let mut read = resource.id.len() + HEADERS;
        for (which, title) in (0..).zip(resource.all_titles()) {
            read += title.len() + HEADERS;
            if read > MOST_COMPARED {
                break;
            }
            titles.push((fold(title), doc, which));
        }
    }
    let mut order = sorted_numbers(titles.len(), &|a, b| titles[a as usize].cmp(&titles[b as usize]));
    order.dedup_by_key(|number| (&titles[*number as usize].0, titles[*number as usize].1));
    order
        .into_iter()
        .map(|number| &titles[number as usize])
        .flat_map(|(_, doc, which)| [doc, which])
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

/// The numbers of records, sorted by id.
fn by_id<'i>(ids: impl Iterator<Item = &'i str>) -> Vec<u8> {
    let ids: Vec<&str> = ids.collect();
    let order = sorted_numbers(ids.len(), &|a, b| ids[a as usize].cmp(ids[b as usize]));
    order.into_iter().flat_map(u32::to_le_bytes).collect()
}

fn in_listing_order(catalog: &Catalog) -> Result<Vec<&Resource>, BuildError> {
    let mut by_id: BTreeMap<String, u32> = BTreeMap::new();
    for (number, resource) in (0..).zip(&catalog.resources) {
        if by_id.insert(resource.id.clone(), number).is_some() {
            return Err(BuildError::DuplicateId(resource.id.clone()));
        }
    }
    let mut listed: Vec<&str> = Vec::new();
    for section in &catalog.sections {
        list(&section.groups, &mut listed);
    }
    listed.extend(catalog.resources.iter().map(|resource| resource.id.as_str()));
    Ok(listed.into_iter().filter_map(|id| by_id.remove(id).map(|number| &catalog.resources[number as usize])).collect())
}

fn list<'c>(groups: &'c [Group], ids: &mut Vec<&'c str>) {
    for group in groups {
        ids.extend(group.listings.iter().map(|listing| listing.id.as_str()));
        list(&group.groups, ids);
    }
}

fn sort_keys(resources: &[&Resource]) -> Vec<u8> {
    let titles: Vec<(String, &str)> = resources.iter().map(|resource| (fold(&resource.title), resource.title.as_str())).collect();
    let by_title = sorted_numbers(titles.len(), &|a, b| titles[a as usize].cmp(&titles[b as usize]));
    let mut ranks = vec![0u32; resources.len()];
    for (rank, &doc) in (0..).zip(&by_title) {
        ranks[doc as usize] = rank;
    }
    let mut out = Vec::with_capacity(resources.len() * 8);
    for (rank, resource) in ranks.iter().zip(resources) {
        out.extend_from_slice(&rank.to_le_bytes());
        out.extend_from_slice(&resource.year.unwrap_or(i32::MIN).to_le_bytes());
    }
    out
}

fn check_depth(catalog: &Catalog) -> Result<(), BuildError> {
    let deep = |name: &str, prose: &[Block]| {
        if blocks_fit(prose, MAX_PROSE_DEPTH) { Ok(()) } else { Err(BuildError::TooDeep(name.into())) }
    };
    deep(&catalog.title, &catalog.about)?;
    for section in &catalog.sections {
        deep(&section.title, &section.overview)?;
        if !groups_fit(&section.groups, MAX_PROSE_DEPTH) {
            return Err(BuildError::TooDeep(section.title.clone()));
        }
    }
    for term in &catalog.terms {
        for sense in &term.senses {
            deep(&term.term, &sense.text)?;
            deep(&term.term, &sense.examples)?;
        }
    }
    Ok(())
}

fn groups_fit(groups: &[Group], depth: usize) -> bool {
    depth.checked_sub(1).is_some_and(|depth| groups.iter().all(|group| groups_fit(&group.groups, depth)))
}

fn blocks_fit(blocks: &[Block], depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    blocks.iter().all(|block| match block {
        Block::Paragraph { p } => spans_fit(p, MAX_PROSE_DEPTH),
        Block::Bullets { ul: items } | Block::Numbers { ol: items } => items.iter().all(|item| blocks_fit(item, depth)),
        Block::Quote { quote, .. } => blocks_fit(quote, depth),
    })
}

fn spans_fit(spans: &[Span], depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    spans.iter().all(|span| match span {
        Span::Text(_) => true,
        Span::Emphasis { em: inner } | Span::Strong { strong: inner } | Span::Link { a: inner, .. } => spans_fit(inner, depth),
    })
}

/// The texts of each field of a resource.
fn field_texts(resource: &Resource) -> Vec<(Field, Vec<&str>)> {
    fn strs(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }
    let mut authors = strs(&resource.authors);
    authors.extend(resource.corrections.iter().map(|correction| correction.correct.as_str()));
    vec![
        (Field::Title, vec![&resource.title]),
        (Field::Titles, strs(&resource.titles)),
        (Field::Authors, authors),
        (Field::Organizations, strs(&resource.organizations)),
        (Field::Subjects, resource.kind.iter().chain(&resource.topics).map(String::as_str).collect()),
        (Field::Description, resource.description.iter().map(String::as_str).collect()),
    ]
}
