//! What search engines read: the works and terms in the words of schema.org, as JSON-LD.

use serde::Serialize;

use super::coins::{date, percent_encoded};
use super::listing::other_titles;
use super::names::corrected;
use crate::catalog::{Resource, Sense, Term, is_safe_url, plain_text};

/// The whole of it.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
enum Node<'a> {
    ItemList {
        #[serde(skip_serializing_if = "str::is_empty")]
        name: &'a str,
        number_of_items: usize,
        item_list_element: Vec<Node<'a>>,
    },
    ListItem {
        position: usize,
        item: Box<Node<'a>>,
    },
    CreativeWork {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        alternate_name: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        author: Vec<Node<'a>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        publisher: Vec<Node<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        date_published: Option<String>,
        in_language: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<&'a str>,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        keywords: &'a [String],
        #[serde(skip_serializing_if = "Option::is_none")]
        genre: Option<&'a str>,
    },
    Person {
        name: String,
    },
    Organization {
        name: String,
    },
    DefinedTermSet {
        #[serde(skip_serializing_if = "str::is_empty")]
        name: &'a str,
        in_language: &'a str,
        has_defined_term: Vec<Node<'a>>,
    },
    DefinedTerm {
        #[serde(rename = "@id")]
        id: String,
        name: &'a str,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        alternate_name: &'a [String],
        #[serde(skip_serializing_if = "String::is_empty")]
        description: String,
    },
}

/// Works and terms under the name of what lists them, both in the order of the page; a list that is missing is left out.
pub(super) fn json_ld(
    works: Option<(&str, &[Resource])>,
    glossary: Option<(&str, &[Term])>,
    language: &str,
) -> serde_json::Result<String> {
    let works = works.map(|(name, works)| Node::ItemList {
        name,
        number_of_items: works.len(),
        item_list_element: (1..).zip(works).map(|(position, resource)| list_item(position, resource, language)).collect(),
    });
    let terms = glossary.map(|(name, terms)| Node::DefinedTermSet {
        name,
        in_language: language,
        has_defined_term: terms.iter().map(term).collect(),
    });
    let graph = works.into_iter().chain(terms).collect();
    serde_json::to_string_pretty(&Document { context: "https://schema.org", graph })
}

fn list_item<'a>(position: usize, resource: &'a Resource, language: &'a str) -> Node<'a> {
    let correct = |text: &str| corrected(text, &resource.corrections);
    let item = Node::CreativeWork {
        id: ["#resource-", &percent_encoded(&resource.id)].concat(),
        name: correct(&resource.title),
        alternate_name: other_titles(resource).map(correct).collect(),
        author: resource.authors.iter().map(|name| Node::Person { name: correct(name) }).collect(),
        publisher: resource.organizations.iter().map(|name| Node::Organization { name: correct(name) }).collect(),
        date_published: resource.year.map(date),
        in_language: resource.language.as_deref().unwrap_or(language),
        url: resource.url.as_deref().filter(|url| is_safe_url(url)),
        description: resource.description.as_deref(),
        keywords: &resource.topics,
        genre: resource.kind.as_deref(),
    };
    Node::ListItem { position, item: Box::new(item) }
}

fn term(term: &Term) -> Node<'_> {
    let meanings: Vec<String> = term.senses.iter().map(|Sense { text, .. }| plain_text(text)).collect();
    Node::DefinedTerm {
        id: ["#term-", &percent_encoded(&term.id)].concat(),
        name: &term.term,
        alternate_name: &term.forms,
        description: meanings.join("\n"),
    }
}
