//! What the browser gets: `www/api/` wraps it and is what users see. The only place that knows `wasm-bindgen`.
//!
//! There are two WebAssembly files, because most pages open a pack that was built before, and few readers should pay for building one:
//! the engine, and the builder, which a page fetches when it hands in plain records. They meet at the pack.
//!
//! Records go out as plain objects; offsets in texts are UTF-16 code units, as JavaScript counts.

#[cfg(feature = "builder")]
mod builder;
#[cfg(not(feature = "builder"))]
mod engine;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::JsValue;
#[cfg(feature = "builder")]
use wasm_bindgen::prelude::wasm_bindgen;

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

fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::new().serialize_maps_as_objects(true)).unwrap_or(JsValue::UNDEFINED)
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
