//! From a query to a page of results.
//!
//! ```text
//! text -> words and conditions (parse) -> what stands for each (expand, slips, split) -> scores by resource (score)
//!      -> those that fulfil the conditions and pass the filters, counted by facet (conditions, filter)
//!      -> the best of them -> read for nearness (nearness) -> highlights, snippets, explanations
//! ```
//! `matching` holds the first line together, `searcher` all of it.
//! Any string is a query, and searching never fails: what damaged bytes can't answer is missing from the answer.

mod bits;
mod conditions;
mod expand;
mod explain;
mod filter;
mod highlight;
mod marks;
mod matching;
mod nearness;
mod parse;
mod score;
mod searcher;
mod slips;
mod snippet;
mod split;
mod suggest;
mod typos;

use serde::{Serialize, Serializer};

use crate::catalog::Resource;

pub use explain::{Explanation, Occurrence, WordPart};
pub use highlight::{Highlights, Utf16};
pub use searcher::Searcher;
pub use snippet::Snippet;
pub use suggest::Suggestion;
pub use typos::{TypoMatch, allowed_edits, find_typos};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// What the reader typed; empty asks for everything.
    pub query: &'a str,
    /// Facet by name, and values of which a resource must have one. A facet without values doesn't filter.
    pub filters: Vec<(String, Vec<String>)>,
    /// In which order.
    pub sort: Sort,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to give, at most.
    pub limit: usize,
    /// Which facets to count, by name.
    pub facets: Vec<String>,
    /// How many values of each facet to give, at most; selected ones are given besides.
    pub facet_limit: usize,
    /// Facet by name, and words that the values to give must have; the last may be unfinished.
    pub facet_search: Vec<(String, String)>,
    /// Whether hits tell the parts of their scores.
    pub explain: bool,
}

impl Default for Request<'_> {
    fn default() -> Self {
        Self {
            query: "",
            filters: Vec::new(),
            sort: Sort::Relevance,
            offset: 0,
            limit: 20,
            facets: Vec::new(),
            facet_limit: 20,
            facet_search: Vec::new(),
            explain: false,
        }
    }
}

/// In which order hits come. Ties are broken by listing order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best match first; listing order when nothing is searched.
    #[default]
    Relevance,
    /// By title.
    Title,
    /// Latest year first; resources without a year last.
    Newest,
    /// Earliest year first; resources without a year last.
    Oldest,
    /// As the catalog lists them.
    Listing,
}

impl Sort {
    /// Every order and its name in the API.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("relevance", Self::Relevance),
        ("title", Self::Title),
        ("newest", Self::Newest),
        ("oldest", Self::Oldest),
        ("listing", Self::Listing),
    ];

    /// The order with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, sort)| *sort)
    }
}

/// A page of results.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Page {
    /// How many resources match, on all pages.
    pub total: u32,
    /// Those of this page, best first.
    pub hits: Vec<Hit>,
    /// The values of each facet asked for, by the facet's name, most frequent first. In JSON: an object.
    #[serde(serialize_with = "by_name")]
    pub facets: Vec<(String, Vec<FacetValue>)>,
    /// The query as it was likely meant, when words of it are unknown and nearly known. Its results are among the hits.
    pub correction: Option<String>,
    /// Words that the best hit lacks, because none has them all; and phrases and fields that nothing fulfils, as they were typed.
    pub relaxed: Vec<String>,
}

/// An object of a few properties, which needs no map of the standard library (1.5 KB of the engine).
fn by_name<S: Serializer>(facets: &[(String, Vec<FacetValue>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(facets.iter().map(|(name, values)| (name, values)))
}

impl Page {
    /// The same page with ranges in UTF-16 code units.
    #[must_use]
    pub fn with_utf16_ranges(mut self) -> Self {
        for hit in &mut self.hits {
            hit.highlights = std::mem::take(&mut hit.highlights).to_utf16(&hit.resource);
            let description = hit.resource.description.as_deref().unwrap_or_default();
            hit.snippet = hit.snippet.take().map(|snippet| snippet.to_utf16(description));
        }
        self
    }
}

/// One result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The resource's id.
    pub id: String,
    /// Its record.
    pub resource: Resource,
    /// How well it matches; comparable within one answer only.
    pub score: f32,
    /// What matched where.
    pub highlights: Highlights,
    /// The part of a long description that is worth showing.
    pub snippet: Option<Snippet>,
    /// The parts of the score, when asked for.
    pub explain: Option<Explanation>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value, as filters take it.
    pub value: String,
    /// The value, as readers see it.
    pub label: String,
    /// How many results choosing it gives, under the filters of the other facets.
    pub count: u32,
    /// Whether it is among the filters.
    pub selected: bool,
}
