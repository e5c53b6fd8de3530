//! The facet columns of a catalog.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::catalog::{Catalog, Group, Resource, Term};
use crate::order::sort_numbers;
use crate::pack::{FACETS, Facet, encode_column};

/// Encodes every column, after a table of where each starts. The glossary's terms are given by resource, as numbers.
pub(super) fn encode(catalog: &Catalog, resources: &[&Resource], terms: &[&Term], terms_of: &[Vec<u32>]) -> Vec<u8> {
    let mut starts = Vec::new();
    let mut columns: Vec<u8> = Vec::new();
    let paths = paths(catalog);
    for &(facet, _) in FACETS {
        starts.extend_from_slice(&((FACETS.len() * 4 + columns.len()) as u32).to_le_bytes());
        let of_each: Vec<Vec<String>> = resources
            .iter()
            .zip(terms_of)
            .map(|(resource, of_resource)| match facet {
                Facet::Path => paths.get(resource.id.as_str()).cloned().unwrap_or_default(),
                Facet::Term => of_resource.iter().map(|term| terms[*term as usize].id.clone()).collect(),
                _ => values(facet, resource, super::language(catalog)),
            })
            .collect();
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        for value in of_each.iter().flatten() {
            numbers.entry(value.clone()).or_insert(0);
        }
        for (number, slot) in (0..).zip(numbers.values_mut()) {
            *slot = number;
        }
        let label = |value: &str| match facet {
            Facet::Section => {
                let section = catalog.sections.iter().find(|section| section.id == value);
                section.map_or(value, |section| section.title.as_str()).to_owned()
            }
            Facet::Term => {
                let term = terms.iter().find(|term| term.id == value);
                term.map_or(value, |term| term.term.as_str()).to_owned()
            }
            Facet::Path => value.rsplit_once(STEP).map_or(value, |(_, last)| last).to_owned(),
            _ => value.to_owned(),
        };
        let names: Vec<(String, String)> = numbers.keys().map(|value| (value.clone(), label(value))).collect();
        let docs: Vec<Vec<u32>> = of_each
            .iter()
            .map(|values| {
                let mut of_doc: Vec<u32> = values.iter().map(|value| numbers[value.as_str()]).collect();
                sort_numbers(&mut of_doc, &|_, _| Ordering::Equal);
                of_doc.dedup();
                of_doc
            })
            .collect();
        columns.extend_from_slice(&encode_column(&names, &docs));
    }
    starts.extend_from_slice(&columns);
    starts
}

fn values(facet: Facet, resource: &Resource, language: &str) -> Vec<String> {
    match facet {
        Facet::Kind => resource.kind.iter().cloned().collect(),
        Facet::Organization => resource.organizations.clone(),
        Facet::Author => resource.authors.clone(),
        Facet::Topic => resource.topics.clone(),
        Facet::Section => resource.sections.clone(),
        Facet::Year => resource.year.iter().map(ToString::to_string).collect(),
        Facet::Language => vec![resource.language.clone().unwrap_or_else(|| language.to_owned())],
        Facet::Path | Facet::Term => Vec::new(),
    }
}

/// Between the steps of a path: a value without its last step and this is the value above it.
const STEP: &str = " / ";

/// By resource, every place that lists it, and every place above: the section's path, the section, its groups.
fn paths(catalog: &Catalog) -> BTreeMap<&str, Vec<String>> {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for section in &catalog.sections {
        let mut above: Vec<String> = Vec::new();
        for step in section.path.iter().chain([&section.title]) {
            above.push(below(&above, step));
        }
        // Who only names the section stands in it, but in none of its groups.
        for resource in catalog.resources.iter().filter(|resource| resource.sections.contains(&section.id)) {
            enter(&mut found, &resource.id, &above);
        }
        enter_groups(&mut found, &section.groups, &mut above);
    }
    found
}

fn below(above: &[String], step: &str) -> String {
    above.last().map_or_else(|| step.to_owned(), |above| [above, STEP, step].concat())
}

fn enter_groups<'c>(found: &mut BTreeMap<&'c str, Vec<String>>, groups: &'c [Group], above: &mut Vec<String>) {
    for group in groups {
        above.push(below(above, &group.title));
        for listing in &group.listings {
            enter(found, &listing.id, above);
        }
        enter_groups(found, &group.groups, above);
        above.pop();
    }
}

fn enter<'c>(found: &mut BTreeMap<&'c str, Vec<String>>, id: &'c str, places: &[String]) {
    found.entry(id).or_default().extend_from_slice(places);
}
