//! What a catalog holds: sections, resources, glossary terms, and their prose as data.
//!
//! These structures are the one shape that every reader produces and the index consumes. Prose is a tree of
//! [`Block`]s and [`Span`]s, never markup, so nothing downstream can be tricked into treating text as HTML.
//! This file knows no file format and no pack.

use serde::Serialize;

/// A whole catalog: its name, its sections in order, its resources in listing order, its glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Catalog {
    /// Shown as the catalog's name.
    pub title: String,
    /// BCP 47 tag of the language that the catalog is written in, for example `en`.
    pub language: String,
    /// Under which licence the catalog's own texts stand, in words.
    pub licence: Option<String>,
    /// What the catalog is, for its readers.
    pub about: Vec<Block>,
    /// The catalog's pages, in the order in which they are shown.
    pub sections: Vec<Section>,
    /// Each work once.
    pub resources: Vec<Resource>,
    /// The glossary, in the order given (readers see it sorted).
    pub terms: Vec<Term>,
}

impl Catalog {
    /// Enters each section into [`Resource::sections`] of the works that it lists. Every reader does this last.
    pub(super) fn enter_listings(&mut self) {
        let mut places: Vec<usize> = (0..self.resources.len()).collect();
        places.sort_by(|&a, &b| self.resources[a].id.cmp(&self.resources[b].id));
        for section in &self.sections {
            each_listing(&section.groups, &mut |listing| {
                if let Ok(at) = places.binary_search_by(|&at| self.resources[at].id.as_str().cmp(&listing.id)) {
                    let sections = &mut self.resources[places[at]].sections;
                    if !sections.contains(&section.id) {
                        sections.push(section.id.clone());
                    }
                }
            });
        }
    }
}

fn each_listing(groups: &[Group], visit: &mut dyn FnMut(&Listing)) {
    for group in groups {
        group.listings.iter().for_each(&mut *visit);
        each_listing(&group.groups, visit);
    }
}

/// One page of the catalog: its prose and its groups of listings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// Unique among sections; part of permanent links.
    pub id: String,
    /// The page's heading.
    pub title: String,
    /// Where the page stands in a larger site, outermost first: `["PLAN", "Change Process"]`.
    pub path: Vec<String>,
    /// The page's introduction.
    pub overview: Vec<Block>,
    /// What the overview follows: shown as "After: …".
    pub sources: Vec<String>,
    /// To whom the page's picture is credited, as printed.
    pub picture_credit: Option<String>,
    /// Neighbouring pages by name, as printed under "Also in this section".
    pub also_in_section: Vec<String>,
    /// The listings, under their headings.
    pub groups: Vec<Group>,
}

/// Listings under one heading, and groups within it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Group {
    /// The heading.
    pub title: String,
    /// Groups below this one.
    pub groups: Vec<Group>,
    /// The works listed here, in order.
    pub listings: Vec<Listing>,
}

/// One line of a group: a work, and the title under which this page prints it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// The resource's id.
    pub id: String,
    /// The title printed here, when it isn't the resource's own.
    pub title: Option<String>,
}

/// One work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Resource {
    /// Unique among resources; part of permanent links.
    pub id: String,
    /// The title, as printed.
    pub title: String,
    /// Other titles under which the work is known or listed.
    pub titles: Vec<String>,
    /// One name each.
    pub authors: Vec<String>,
    /// The line of authors as printed, when it says more than their names ("et al.", "with …").
    pub byline: Option<String>,
    /// One name each, as printed.
    pub organizations: Vec<String>,
    /// What kind of work it is: `Tool`, `Case study`, …
    pub kind: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// Ids of the sections that list it.
    pub sections: Vec<String>,
    /// Year of publication.
    pub year: Option<i32>,
    /// BCP 47 tag, when it isn't the catalog's.
    pub language: Option<String>,
    /// Where to find it: `http`, `https` or `mailto`.
    pub url: Option<String>,
    /// A plain paragraph.
    pub description: Option<String>,
    /// Slips that are kept as printed, each beside its correction.
    pub corrections: Vec<Correction>,
}

impl Resource {
    /// The title and all others.
    pub fn all_titles(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.title).chain(&self.titles).map(String::as_str)
    }
}

/// A slip in what was printed, and what it should read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// As printed; stands so in one of the record's fields.
    pub printed: String,
    /// As it should read.
    pub correct: String,
}

/// One entry of the glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Term {
    /// Unique among terms; part of permanent links (`#term-…`).
    pub id: String,
    /// The headword.
    pub term: String,
    /// Other forms that stand for the same term in running text.
    pub forms: Vec<String>,
    /// Its meanings; readers warn when there is none.
    pub senses: Vec<Sense>,
    /// Names of related resources or pages, as printed.
    pub related: Vec<String>,
    /// Where the term belongs in a larger site: `[["PLAN", "Issues"]]`.
    pub locations: Vec<Vec<String>>,
    /// Further pointers, one sentence each.
    pub notes: Vec<String>,
    /// Whether capitals count, when the editor says so; else they count for acronyms (`ERA`, not `era`).
    pub case: Option<Case>,
    /// Phrases within which the term is not meant: *race car* for *race*.
    pub not_in: Vec<String>,
    /// Whether the document that this entry follows had lost the heading.
    pub restored: bool,
    /// Slips that are kept as printed, each beside its correction.
    pub corrections: Vec<Correction>,
}

/// Whether the capitals of a term count in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Only this very spelling is the term.
    Exact,
    /// Every spelling is.
    Any,
}

impl Case {
    /// As catalogs write it.
    pub fn name(self) -> &'static str {
        if self == Self::Exact { "exact" } else { "any" }
    }

    /// The one with a name; capitals don't matter here.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Exact, Self::Any].into_iter().find(|case| case.name().eq_ignore_ascii_case(name))
    }
}

impl Serialize for Case {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// One meaning of a term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sense {
    /// The definition.
    pub text: Vec<Block>,
    /// Examples, each a block or more.
    pub examples: Vec<Block>,
    /// Where the definition comes from, as printed.
    pub sources: Vec<String>,
    /// Whether the definition is retold from its sources ("After: …") rather than quoted from them ("Source: …").
    pub adapted: bool,
}

/// A block of prose. In JSON: `{"p": inline}`, `{"ul": [[blocks]]}`, `{"ol": [[blocks]]}`,
/// `{"quote": [blocks], "speaker": "…", "source": "…", "paraphrase": false}`, or a plain string for a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        p: Vec<Span>,
    },
    /// A bulleted list; each item is blocks.
    Bullets {
        /// Its items.
        ul: Vec<Vec<Block>>,
    },
    /// A numbered list; each item is blocks.
    Numbers {
        /// Its items.
        ol: Vec<Vec<Block>>,
    },
    /// Words of somebody, or their thought in our words.
    Quote {
        /// What was said.
        quote: Vec<Block>,
        /// Who said it.
        speaker: Option<String>,
        /// Where.
        source: Option<String>,
        /// Whether it is retold rather than quoted.
        paraphrase: bool,
    },
}

/// A run of text within a block. In JSON: a plain string, `{"em": [spans]}`, `{"strong": [spans]}`,
/// `{"a": [spans], "href": "https://…"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Emphasis.
    Emphasis {
        /// What is emphasized.
        em: Vec<Span>,
    },
    /// Strong importance.
    Strong {
        /// What is important.
        strong: Vec<Span>,
    },
    /// A link; only `http`, `https` and `mailto` are accepted.
    Link {
        /// The link's text.
        a: Vec<Span>,
        /// Its address.
        href: String,
    },
}

/// Whether an address may stand in a catalog: only `http:`, `https:` and `mailto:` can do a reader no harm.
///
/// ```
/// use equity_catalog::catalog::is_safe_url;
/// assert!(is_safe_url("https://example.org/a"));
/// assert!(!is_safe_url("javascript:alert(1)"));
/// assert!(!is_safe_url(" https://example.org"));
/// ```
pub fn is_safe_url(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    let known = ["http", "https", "mailto"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
    let body = rest.strip_prefix("//").unwrap_or(rest);
    let hierarchical = scheme.eq_ignore_ascii_case("mailto") || rest.starts_with("//");
    known && hierarchical && !body.is_empty() && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

/// The plain text of prose, blocks joined by line breaks: what is searched and shown where markup can't be.
pub fn plain_text(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_blocks(&mut out, blocks);
    out
}

fn push_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph { p } => {
                if !out.is_empty() {
                    out.push('\n');
                }
                push_spans(out, p);
            }
            Block::Bullets { ul: items } | Block::Numbers { ol: items } => {
                for item in items {
                    push_blocks(out, item);
                }
            }
            Block::Quote { quote, .. } => push_blocks(out, quote),
        }
    }
}

fn push_spans(out: &mut String, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Text(text) => out.push_str(text),
            Span::Emphasis { em: inner } | Span::Strong { strong: inner } | Span::Link { a: inner, .. } => push_spans(out, inner),
        }
    }
}
