//! The builder: from plain records to a pack.

use js_sys::{Array, JsString, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{thrown, to_js};
use crate::catalog::{Diagnostic, Severity, Value, check, from_value};
use crate::index;

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

/// A pack, and what was found wrong with the records that it was built from.
#[wasm_bindgen]
pub struct Built {
    pack: Vec<u8>,
    findings: JsValue,
}

#[wasm_bindgen]
impl Built {
    /// The pack's bytes; empty when some finding is an error.
    pub fn pack(self) -> Vec<u8> {
        self.pack
    }

    /// Everything that a reader of records had to say.
    pub fn findings(&self) -> JsValue {
        self.findings.clone()
    }
}

/// Builds the pack of a catalog, or of a list of resources.
#[wasm_bindgen]
pub fn build(data: &JsValue) -> Result<Built, JsValue> {
    let value = to_value(data, 0)
        .ok_or_else(|| thrown("data-too-deep", "the data nests too deep, or holds itself; give plain records"))?;
    let (catalog, mut report) = from_value(&value);
    check(&catalog, &mut report);
    let pack = if report.is_ok() {
        index::build(&catalog).map_err(|error| thrown("not-buildable", &error.to_string()))?
    } else {
        Vec::new()
    };
    Ok(Built { pack, findings: to_js(&report.diagnostics.iter().map(Finding::from).collect::<Vec<_>>()) })
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
