//! What the browser gets: `www/api/` wraps it and is what users see. The only place that knows `wasm-bindgen`.
//!
//! There are two WebAssembly files, because most pages open a pack that was built before, and few readers should pay for building one:
//! the engine, and the builder, which a page fetches when it hands in plain records. They meet at the pack.
//!
//! Records go out as plain objects; offsets in texts are UTF-16 code units, as JavaScript counts. The engine writes them as JSON, for which the
//! browser has a parser; the builder, which few pages fetch and which has just a list of findings to give, makes them by serde-wasm-bindgen.

#[cfg(feature = "builder")]
mod builder;
#[cfg(not(feature = "builder"))]
mod engine;

use serde::Serialize;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

/// The allocator, 2 KB smaller than that of the standard library, and as sparing of memory.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// Says in the console where the builder stopped, since a trap alone says nothing. In the engine, which every page loads, all that only
/// prints a panic is cut out (`xtask/src/silence.rs`); the wrapper tells of the trap.
#[cfg(feature = "builder")]
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or("", |location| location.file());
        web_sys::console::error_2(&"equity-catalog: the builder stopped in".into(), &place.into());
    }));
}

#[cfg(feature = "builder")]
fn to_js(value: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::UNDEFINED)
}

#[cfg(not(feature = "builder"))]
fn to_js(value: &impl Serialize) -> JsValue {
    parse(&crate::json::to_json(value))
}

#[cfg(not(feature = "builder"))]
#[wasm_bindgen]
extern "C" {
    /// What we write is JSON, so nothing is there to be caught; js-sys has it with a net below.
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(json: &str) -> JsValue;
}

/// What the wrapper turns into an `EquityCatalogError`.
#[derive(Serialize)]
struct Failure<'a> {
    code: &'a str,
    message: &'a str,
}

fn thrown(code: &str, message: &str) -> JsValue {
    to_js(&Failure { code, message })
}
