//! The facet columns of a catalog.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::catalog::{Catalog, Resource};
use crate::order::sort_numbers;
use crate::pack::{FACETS, Facet, encode_column};

/// Encodes every column, after a table of where each starts.
pub(super) fn encode(catalog: &Catalog, resources: &[&Resource]) -> Vec<u8> {
    let mut starts = Vec::new();
    let mut columns: Vec<u8> = Vec::new();
    for &(facet, _) in FACETS {
        starts.extend_from_slice(&((FACETS.len() * 4 + columns.len()) as u32).to_le_bytes());
        let of_each: Vec<Vec<String>> =
            resources.iter().map(|resource| values(facet, resource, super::language(catalog))).collect();
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
    }
}
