//! The engine: opening packs, searching, finding terms. Nothing throws but opening.

use std::ops::Range;

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{thrown, to_js};
use crate::catalog::{Block, Resource};
use crate::glossary::find;
use crate::pack::{Pack, Storage};
use crate::query::{Request, Searcher, Sort, Utf16};

/// The pack of the catalog that is built in.
#[cfg(feature = "embedded")]
static EMBEDDED: &[u8] =
    include_bytes!(env!("EQUITY_CATALOG_PACK", "name a pack in EQUITY_CATALOG_PACK, or run `cargo xtask build`"));
#[cfg(not(feature = "embedded"))]
static EMBEDDED: &[u8] = &[];

/// Where the bytes of a catalog are.
pub enum Source {
    /// In this file.
    Embedded(&'static [u8]),
    /// In the page, where they stay: a catalog of 40 MB would take 30 ms to copy, and its bytes would be in memory twice.
    Page(Uint8Array),
}

impl Storage for Source {
    fn size(&self) -> usize {
        match self {
            Self::Embedded(bytes) => bytes.len(),
            Self::Page(bytes) => bytes.length() as usize,
        }
    }

    fn slice(&self, range: Range<usize>) -> Option<&[u8]> {
        if let Self::Embedded(bytes) = self { bytes.get(range) } else { None }
    }

    fn copy(&self, range: Range<usize>) -> Option<Vec<u8>> {
        match self {
            Self::Embedded(bytes) => bytes.get(range).map(<[u8]>::to_vec),
            // The page may have given its bytes away meanwhile: then it has none.
            Self::Page(bytes) => {
                let is_there = range.end <= bytes.length() as usize;
                is_there.then(|| bytes.subarray(range.start as u32, range.end as u32).to_vec())
            }
        }
    }
}

/// One opened catalog.
#[wasm_bindgen]
pub struct Engine {
    searcher: Searcher<Source>,
}

/// What a catalog says about itself.
#[derive(Serialize)]
struct Info<'a> {
    title: &'a str,
    language: &'a str,
    licence: Option<&'a str>,
    about: &'a [Block],
    resources: u32,
    terms: u32,
    sections: usize,
    bytes: usize,
    version: &'static str,
}

/// A glossary match as JavaScript sees it.
#[derive(Serialize)]
struct Found {
    term: String,
    start: u32,
    end: u32,
}

#[wasm_bindgen]
impl Engine {
    /// The catalog that is built in.
    pub fn embedded() -> Result<Engine, JsValue> {
        Self::opened(Source::Embedded(EMBEDDED))
    }

    /// A pack, which is read where it is: its bytes must not change.
    pub fn open(bytes: Uint8Array) -> Result<Engine, JsValue> {
        Self::opened(Source::Page(bytes))
    }

    fn opened(source: Source) -> Result<Engine, JsValue> {
        match Pack::open(source) {
            Ok(pack) => Ok(Self { searcher: Searcher::new(pack) }),
            Err(error) => Err(thrown(error.code(), &error.message())),
        }
    }

    /// Title, language, counts.
    pub fn info(&self) -> JsValue {
        let (pack, meta) = (self.searcher.pack(), self.searcher.pack().meta());
        to_js(&Info {
            title: &meta.title,
            language: &meta.language,
            licence: meta.licence.as_deref(),
            about: &meta.about,
            resources: meta.resources,
            terms: meta.terms,
            sections: pack.sections().len(),
            bytes: pack.size(),
            version: env!("CARGO_PKG_VERSION"),
        })
    }

    /// Answers a request: a text of the order, the filters, the facets to count, words to search them for, and the query, with a U+0001 between them and a
    /// U+0000 between the items of a list, which no value has. Filters and words are facet, text, facet, text, …; an order that isn't known is that of
    /// relevance. One text costs a fraction of what several and lists of them do, in the browser and in the engine.
    pub fn search(&mut self, request: &str, offset: f64, limit: f64, facet_limit: f64, explain: bool) -> JsValue {
        let mut parts = request.splitn(5, '\u{1}');
        let mut next = || parts.next().unwrap_or_default();
        let (sort, filters, facets, facet_search, query) = (next(), next(), next(), next(), next());
        let mut by_facet: Vec<(String, Vec<String>)> = Vec::new();
        for (facet, value) in pairs(filters) {
            match by_facet.iter_mut().find(|(name, _)| *name == facet) {
                Some((_, values)) => values.push(value),
                None => by_facet.push((facet, vec![value])),
            }
        }
        let page = self.searcher.search(&Request {
            query,
            filters: by_facet,
            sort: Sort::from_name(sort).unwrap_or_default(),
            // Casts saturate, and what is no number becomes nought.
            offset: offset as usize,
            limit: limit as usize,
            facets: facets.split('\0').map(str::to_owned).collect(),
            facet_limit: facet_limit as usize,
            facet_search: pairs(facet_search).collect(),
            explain,
        });
        to_js(&page.with_utf16_ranges())
    }

    /// Completions of what is being typed.
    pub fn suggest(&mut self, text: &str, limit: f64) -> JsValue {
        to_js(&self.searcher.suggest(text, limit as usize))
    }

    /// The resource with an id, and its terms.
    pub fn resource(&self, id: &str) -> JsValue {
        let pack = self.searcher.pack();
        let Some((doc, resource)) = pack.find_resource(id) else { return JsValue::UNDEFINED };
        to_js(&(resource, pack.terms_of_work(doc)))
    }

    /// Resources in listing order.
    pub fn resources(&self, offset: f64, limit: f64) -> JsValue {
        to_js(&self.some(&mut (0..self.searcher.pack().meta().resources), offset, limit))
    }

    /// The catalog's sections.
    pub fn sections(&self) -> JsValue {
        to_js(&self.searcher.pack().sections())
    }

    /// The glossary, by headword.
    pub fn terms(&self, offset: f64, limit: f64) -> JsValue {
        let pack = self.searcher.pack();
        let numbers = (offset as u32)..pack.meta().terms;
        to_js(&numbers.take(limit as usize).filter_map(|number| pack.term(number)).collect::<Vec<_>>())
    }

    /// The term with an id, how many works it has, and some of them.
    pub fn term(&self, id: &str, offset: f64, limit: f64) -> JsValue {
        let pack = self.searcher.pack();
        // In a damaged pack a term may have an id and nothing behind it; JSON has no way to say so within a list.
        let found = pack.find_term(id).and_then(|number| Some((number, pack.term(number)?)));
        let Some((number, term)) = found else { return JsValue::UNDEFINED };
        let works = pack.works_of_term(number);
        to_js(&(term, works.len(), self.some(&mut works.into_iter(), offset, limit)))
    }

    /// Some of these resources.
    fn some(&self, numbers: &mut dyn Iterator<Item = u32>, offset: f64, limit: f64) -> Vec<Resource> {
        let mut resources = Vec::new();
        // Casts saturate, and what is no number becomes nought.
        for number in numbers.skip(offset as usize).take(limit as usize) {
            resources.extend(self.searcher.pack().resource(number));
        }
        resources
    }

    /// The terms in a text.
    pub fn find(&self, text: &str) -> JsValue {
        let pack = self.searcher.pack();
        let mut units = Utf16::of(text);
        // A long text has the same few terms again and again.
        let mut ids: Vec<String> = Vec::new();
        ids.resize_with(pack.meta().terms as usize, String::new);
        let found = find(pack, text).into_iter().filter_map(|found| {
            let (start, end) = (units.at(found.start as u32), units.at(found.end as u32));
            let id = ids.get_mut(found.term as usize)?;
            if id.is_empty() {
                *id = pack.term_id(found.term)?;
            }
            Some(Found { term: id.clone(), start, end })
        });
        to_js(&found.collect::<Vec<_>>())
    }
}

/// Facet, text, facet, text, … as pairs.
fn pairs(flat: &str) -> impl Iterator<Item = (String, String)> {
    let mut flat = flat.split('\0').map(str::to_owned);
    std::iter::from_fn(move || Some((flat.next()?, flat.next()?)))
}
