//! The engine's way from Rust to a small `.wasm`: rustc, then bindgen, then binaryen's optimizer.
//!
//! bindgen runs here as a library: that compiles in seconds, where installing its command takes minutes, and Cargo.lock
//! keeps it at the version of the `wasm-bindgen` inside the engine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::build::remove_folder;
use crate::steps::Step;
use crate::workspace::Workspace;

/// What bindgen calls the engine that fits its glue.
pub const BOUND_WASM: &str = "equity_catalog_bg.wasm";

/// The features that Rust's wasm32-unknown-unknown turns on by default: every browser since 2022 has them. bindgen drops
/// the section that names them, so the optimizer has to be told.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Merging small functions into their callers makes the file smaller and the download bigger: each merged body counts its
/// locals anew, so that brotli no longer sees what repeats. Measured on the engine: 127.0 KB with the optimizer's own
/// limits, 119.6 KB with these.
const SPARING_INLINING: [&str; 2] = ["--one-caller-inline-max-function-size=20", "--always-inline-max-function-size=1"];

/// The WebAssembly files that the crate can become.
#[derive(Clone, Copy)]
pub enum Kind<'a> {
    /// The engine with the catalog in this pack inside it.
    Embedded(&'a Path),
    /// The engine alone.
    Bare,
    /// What makes packs of plain records.
    Builder,
}

/// Compiles one of the files and says where it stands.
///
/// # Errors
/// When it doesn't compile.
pub fn compile(workspace: &Workspace, step: &mut Step, kind: Kind<'_>) -> Result<PathBuf> {
    let mut command = workspace.cargo(&["build", "--lib", "--profile", "wasm"]);
    command.args(["--target", "wasm32-unknown-unknown", "--no-default-features"]);
    command.env("CARGO_ENCODED_RUSTFLAGS", path_free_flags(workspace));
    match kind {
        Kind::Embedded(pack) => drop(command.args(["--features", "embedded"]).env("EQUITY_CATALOG_PACK", pack)),
        Kind::Bare => {}
        Kind::Builder => drop(command.args(["--features", "builder"])),
    }
    step.command(command)?;
    Ok(workspace.compiled_engine())
}

/// Writes the glue between the compiled engine and JavaScript into `folder`, with the engine that fits it.
///
/// # Errors
/// When the engine can't be read or holds something that bindgen doesn't know.
pub fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    remove_folder(folder)?;
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(true)
        // The package's own code says where the engine stands; a second address inside the glue would mislead bundlers.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("bindgen can't make the JavaScript glue")
}

/// Optimizes a bound engine for size.
///
/// # Errors
/// When the optimizer finds the engine invalid, or `output` can't be written.
pub fn shrink(workspace: &Workspace, step: &mut Step, input: &Path, output: &Path) -> Result<()> {
    let mut command = workspace.node(&["node_modules/binaryen/bin/wasm-opt", "-Oz"]);
    command.args(SPARING_INLINING).args(WASM_FEATURES).args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    command.arg(input).arg("-o").arg(output);
    step.command(command)?;
    let size = |path: &Path| fs::metadata(path).map(|metadata| metadata.len()).unwrap_or_default();
    step.note(format!("{} -> {} bytes", size(input), size(output)));
    Ok(())
}

/// Compiler flags that keep this machine's paths out of the engine: panic messages name source files, and the same
/// source must give the same bytes wherever it is compiled. Separated as `CARGO_ENCODED_RUSTFLAGS` wants it.
fn path_free_flags(workspace: &Workspace) -> String {
    let sysroot = workspace.command("rustc").args(["--print", "sysroot"]).output().map(|output| output.stdout);
    let sysroot = String::from_utf8_lossy(&sysroot.unwrap_or_default()).trim().to_owned();
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registry = cargo_home.unwrap_or_default().join("registry/src");

    // The registry's folder has one subfolder for each registry, whose name depends on how Cargo is set up.
    let mut renamed = vec![(workspace.root.clone(), "equity-catalog"), (PathBuf::from(sysroot), "rust")];
    let subfolders = fs::read_dir(&registry).into_iter().flatten().flatten();
    renamed.extend(subfolders.map(|subfolder| (subfolder.path(), "crates")));
    let mut flags: Vec<String> = renamed
        .iter()
        .filter(|(from, _)| from.is_absolute())
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    flags.sort();
    flags.join("\x1f")
}
