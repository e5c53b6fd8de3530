//! The JavaScript API: `www/api/index.js` wraps it and is what users see. The only file that knows `wasm-bindgen`.
//!
//! Records go out as plain objects; offsets in texts are UTF-16 code units, as JavaScript counts. Nothing here throws but the constructors.

use std::borrow::Cow;

use js_sys::{Array, JsString, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::catalog::{Diagnostic, Severity, Value, from_value};
use crate::glossary::find;
use crate::index;
use crate::pack::Pack;
use crate::query::{Request, Searcher, Sort, Utf16};

/// The pack of the catalog that is built in.
#[cfg(feature = "embedded")]
static EMBEDDED: &[u8] = include_bytes!(env!("EQUITY_CATALOG_PACK", "name a pack in EQUITY_CATALOG_PACK, or run `cargo xtask build`"));
#[cfg(not(feature = "embedded"))]
static EMBEDDED: &[u8] = &[];

/// Says in the console why the engine stopped, since a trap alone says nothing.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or("", |location| location.file());
        web_sys::console::error_2(&"equity-catalog: the engine stopped by a fault of its own; please report it:".into(), &place.into());
    }));
}

/// One opened catalog.
#[wasm_bindgen]
pub struct Engine {
    searcher: Searcher<Cow<'static, [u8]>>,
    warnings: JsValue,
}

/// What a catalog says about itself.
#[derive(Serialize)]
struct Info<'a> {
    title: &'a str,
    language: &'a str,
    licence: Option<&'a str>,
    about: &'a [crate::catalog::Block],
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

/// A finding of a reader as JavaScript sees it.
#[derive(Serialize)]
struct Finding<'a> {
    severity: &'a str,
    code: &'a str,
    path: &'a str,
    message: &'a str,
    help: &'a str,
}

impl<'a> From<&'a Diagnostic> for Finding<'a> {
    fn from(of: &'a Diagnostic) -> Self {
        let severity = if of.severity == Severity::Error { "error" } else { "warning" };
        Self { severity, code: of.code, path: &of.path, message: &of.message, help: &of.help }
    }
}

#[wasm_bindgen]
impl Engine {
    /// The catalog that is built in.
    pub fn embedded() -> Result<Engine, JsValue> {
        Self::opened(Cow::Borrowed(EMBEDDED))
    }

    /// A pack.
    pub fn open(bytes: Vec<u8>) -> Result<Engine, JsValue> {
        Self::opened(Cow::Owned(bytes))
    }

    /// Plain records, indexed on the spot.
    pub fn from(data: &JsValue) -> Result<Engine, JsValue> {
        let value = to_value(data, 0).ok_or_else(|| thrown("data-too-deep", "the data nests too deep, or holds itself; give plain records"))?;
        let (catalog, mut report) = from_value(&value);
        crate::catalog::check(&catalog, &mut report);
        if let Some(error) = report.diagnostics.iter().find(|found| found.severity == Severity::Error) {
            let message = [&error.path, ": ", &error.message, "; ", &error.help].concat();
            return Err(failure(error.code, &message, &report.diagnostics));
        }
        let pack = index::build(&catalog).map_err(|error| thrown("not-buildable", &error.to_string()))?;
        let mut engine = Self::opened(Cow::Owned(pack))?;
        engine.warnings = to_js(&findings(&report.diagnostics));
        Ok(engine)
    }

    fn opened(bytes: Cow<'static, [u8]>) -> Result<Engine, JsValue> {
        match Pack::open(bytes) {
            Ok(pack) => Ok(Self { searcher: Searcher::new(pack), warnings: Array::new().into() }),
            Err(error) => Err(thrown(error.code(), &error.to_string())),
        }
    }

    /// What the readers of plain records had to say.
    pub fn warnings(&self) -> JsValue {
        self.warnings.clone()
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

    /// Answers a request. `filters` is facet, value, facet, value, …; an order that isn't known is that of relevance.
    #[expect(clippy::too_many_arguments, reason = "plain arguments cost less in the browser than an object that has to be read")]
    pub fn search(
        &mut self,
        query: &str,
        filters: Vec<String>,
        sort: &str,
        offset: f64,
        limit: f64,
        facets: Vec<String>,
        facet_limit: f64,
    ) -> JsValue {
        let mut by_facet: Vec<(String, Vec<String>)> = Vec::new();
        let (pairs, _) = filters.as_chunks::<2>();
        for [facet, value] in pairs {
            match by_facet.iter_mut().find(|(name, _)| name == facet) {
                Some((_, values)) => values.push(value.clone()),
                None => by_facet.push((facet.clone(), vec![value.clone()])),
            }
        }
        let page = self.searcher.search(&Request {
            query,
            filters: by_facet,
            sort: Sort::from_name(sort).unwrap_or_default(),
            // Casts saturate, and what is no number becomes nought.
            offset: offset as usize,
            limit: limit as usize,
            facets,
            facet_limit: facet_limit as usize,
        });
        to_js(&page.with_utf16_ranges())
    }

    /// The resource with an id.
    pub fn resource(&self, id: &str) -> JsValue {
        self.searcher.pack().find_resource(id).map_or(JsValue::UNDEFINED, |(_, resource)| to_js(&resource))
    }

    /// Resources in listing order.
    pub fn resources(&self, offset: f64, limit: f64) -> JsValue {
        let pack = self.searcher.pack();
        let numbers = (offset as u32)..pack.meta().resources;
        to_js(&numbers.take(limit as usize).filter_map(|doc| pack.resource(doc)).collect::<Vec<_>>())
    }

    /// The catalog's sections.
    pub fn sections(&self) -> JsValue {
        to_js(&self.searcher.pack().sections())
    }

    /// The glossary, by headword.
    pub fn terms(&self) -> JsValue {
        let pack = self.searcher.pack();
        to_js(&(0..pack.meta().terms).filter_map(|number| pack.term(number)).collect::<Vec<_>>())
    }

    /// The term with an id.
    pub fn term(&self, id: &str) -> JsValue {
        let pack = self.searcher.pack();
        let term = (0..pack.meta().terms).filter_map(|number| pack.term(number)).find(|term| term.id == id);
        term.map_or(JsValue::UNDEFINED, |term| to_js(&term))
    }

    /// The terms in a text.
    pub fn find(&self, text: &str) -> JsValue {
        let pack = self.searcher.pack();
        let mut units = Utf16::of(text);
        let found = find(pack, text).into_iter().filter_map(|found| {
            let (start, end) = (units.at(found.start as u32), units.at(found.end as u32));
            Some(Found { term: pack.term(found.term)?.id, start, end })
        });
        to_js(&found.collect::<Vec<_>>())
    }
}

fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::new().serialize_maps_as_objects(true)).unwrap_or(JsValue::UNDEFINED)
}

fn findings(diagnostics: &[Diagnostic]) -> Vec<Finding<'_>> {
    diagnostics.iter().map(Finding::from).collect()
}

/// What the wrapper turns into an `EquityCatalogError`.
#[derive(Serialize)]
struct Failure<'a> {
    code: &'a str,
    message: &'a str,
    findings: Vec<Finding<'a>>,
}

fn failure(code: &str, message: &str, diagnostics: &[Diagnostic]) -> JsValue {
    to_js(&Failure { code, message, findings: findings(diagnostics) })
}

fn thrown(code: &str, message: &str) -> JsValue {
    failure(code, message, &[])
}

/// Deeper data is no catalog; data that holds itself would never end.
const MAX_DEPTH: usize = 64;

fn to_value(js: &JsValue, depth: usize) -> Option<Value> {
    if depth > MAX_DEPTH {
        return None;
    }
    Some(if js.is_null() || js.is_undefined() {
        Value::Null
    } else if let Some(flag) = js.as_bool() {
        Value::Bool(flag)
    } else if let Some(number) = js.as_f64() {
        Value::Number(number)
    } else if let Some(text) = js.dyn_ref::<JsString>() {
        Value::Text(text.into())
    } else if Array::is_array(js) {
        Value::List(Array::from(js).iter().map(|item| to_value(&item, depth + 1)).collect::<Option<_>>()?)
    } else {
        let entries = Object::entries(js.unchecked_ref());
        let pairs = entries.iter().map(|pair| {
            let pair: Array = pair.unchecked_into();
            Some((pair.get(0).as_string()?, to_value(&pair.get(1), depth + 1)?))
        });
        Value::Map(pairs.collect::<Option<_>>()?)
    })
}
