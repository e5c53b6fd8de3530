//! The engine as JavaScript, for readers without WebAssembly: a page's policy may forbid it, and iPhones in Lockdown Mode have none.
//!
//! It is the very code that the `.wasm` holds: what rustc compiled is bound once more, for the first WebAssembly there was, and binaryen's
//! wasm2js writes that as JavaScript. So both give the same answers, byte for byte, and the crate is compiled once for both.
//! `xtask/javascript/without-wasm.mjs` fits it to its glue.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walrus::{Module, RawCustomSection};

use crate::engine::{BOUND_WASM, GLUE, WASM_FEATURES};
use crate::saturate;
use crate::steps::Step;
use crate::workspace::Workspace;

/// What newer WebAssembly has and JavaScript hasn't, told in older instructions, beside what `saturate.rs` tells so. The standard library comes compiled
/// with it, whatever processor we name to rustc.
const LOWERING: [&str; 2] = ["--signext-lowering", "--llvm-memory-copy-fill-lowering"];

/// The section in which rustc names the features that a module uses.
const FEATURES: &str = "target_features";

/// What the module asks bindgen for: how many of the values that JavaScript keeps for it are always there.
const FIXED_VALUES: (&str, &str) = ("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end");

/// How many there are, and where the glue says so. bindgen answers only where newer WebAssembly keeps the values.
const FIXED: i32 = 1028;
const FIXED_IN_GLUE: &str = "if (idx < 1028) return;";

/// The module as if it used no newer feature: then bindgen writes glue that needs none. The section that names them stays, with nothing in it, since
/// without one bindgen looks for traces of them.
///
/// # Errors
/// When the bytes are no module, or bindgen has changed.
pub fn without_features(module: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(module).context("rustc's output is no module")?;
    let (from, name) = FIXED_VALUES;
    let asked = module
        .imports
        .get_func(from, name)
        .with_context(|| format!("the module doesn't import {name} any more: see FIXED_VALUES"))?;
    module.replace_imported_func(asked, |(body, _)| {
        body.i32_const(FIXED);
    })?;
    saturate::lower(&mut module);
    module.customs.remove_raw(FEATURES);
    module.customs.add(RawCustomSection { name: FEATURES.to_owned(), data: vec![0] });
    Ok(module.emit_wasm())
}

/// Writes the bound module in `folder` as JavaScript that gives what the glue calls `name`, into `output`.
///
/// # Errors
/// When the module holds what can't be told in JavaScript, or bindgen or wasm2js has changed.
pub fn write(workspace: &Workspace, step: &mut Step, folder: &Path, name: &str, output: &Path) -> Result<()> {
    let glue = fs::read_to_string(folder.join(GLUE)).context("can't read the glue")?;
    ensure!(
        glue.contains(FIXED_IN_GLUE),
        "bindgen's glue keeps another number of fixed values: see FIXED in xtask/src/lowered.rs"
    );
    let lowered = folder.join("lowered.wasm");
    let mut command = workspace.tool("binaryen/bin/wasm-opt");
    command.arg("-Oz").args(WASM_FEATURES).args(LOWERING).args(["--strip-debug", "--strip-producers"]);
    command.arg(folder.join(BOUND_WASM)).arg("-o").arg(&lowered);
    step.command(command)?;
    let mut command = workspace.tool("binaryen/bin/wasm2js");
    command.arg("-Oz").arg(&lowered).arg("-o").arg(folder.join("engine.js"));
    step.command(command)?;
    let mut command = workspace.node(&["xtask/javascript/without-wasm.mjs"]);
    command.arg(folder).arg(name).arg(output);
    step.command(command).map(drop)
}
