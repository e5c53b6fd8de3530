//! The facet columns of a catalog.

use std::collections::{BTreeMap, HashMap};

use crate::catalog::{Catalog, Resource};
use crate::pack::{FACETS, Facet, encode_column};

/// Encodes every column, after a table of where each starts.
pub(super) fn encode(catalog: &Catalog, resources: &[&Resource]) -> Vec<u8> {
    let sections: HashMap<&str, &str> = catalog.sections.iter().map(|section| (section.id.as_str(), section.title.as_str())).collect();
    let mut starts = Vec::new();
    let mut columns: Vec<u8> = Vec::new();
    for &(facet, _) in FACETS {
        starts.extend_from_slice(&((FACETS.len() * 4 + columns.len()) as u32).to_le_bytes());
        let of_each: Vec<Vec<String>> = resources.iter().map(|resource| values(facet, resource, &catalog.language)).collect();
        let mut numbers: BTreeMap<&str, u32> = of_each.iter().flatten().map(|value| (value.as_str(), 0)).collect();
        for (number, slot) in (0..).zip(numbers.values_mut()) {
            *slot = number;
        }
        let label = |value: &str| match facet {
            Facet::Section => sections.get(value).copied().unwrap_or(value).to_owned(),
            _ => value.to_owned(),
        };
        let names: Vec<(String, String)> = numbers.keys().map(|value| ((*value).to_owned(), label(value))).collect();
        let docs: Vec<Vec<u32>> = of_each
            .iter()
            .map(|values| {
                let mut of_doc: Vec<u32> = values.iter().map(|value| numbers[value.as_str()]).collect();
                of_doc.sort_unstable();
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
