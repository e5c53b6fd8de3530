//! The engine's way from Rust to a small `.wasm`: rustc, then bindgen, then binaryen's optimizer.
//!
//! bindgen runs here as a library: that compiles in seconds, where installing its command takes minutes, and Cargo.lock
//! keeps it at the version of the `wasm-bindgen` inside the engine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::build::remove_folder;
use crate::freshness;
use crate::lowered;
use crate::neighbours::named_by_likeness;
use crate::short_names::{mark, renamed_glue, shorten};
use crate::silence::silence;
use crate::steps::Step;
use crate::workspace::Workspace;

/// What bindgen is told that the engine is called.
const NAME: &str = "equity_catalog";

/// What bindgen calls the engine that fits its glue.
pub const BOUND_WASM: &str = "equity_catalog_bg.wasm";

/// And its glue.
pub const GLUE: &str = "equity_catalog.js";

/// The features that Rust's wasm32-unknown-unknown turns on by default: every browser since 2022 has them. bindgen drops
/// the section that names them, so the optimizer has to be told.
pub const WASM_FEATURES: [&str; 6] = [
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

/// Keeping a repeated expression in a local makes the file smaller and the download bigger, for the same reason: brotli had already seen
/// the repetition. Measured on the engine: 38,606 bytes with the pass, 38,401 without.
const NO_COMMON_SUBEXPRESSIONS: &str = "--skip-pass=local-cse";

/// Leaving out zeros cuts the data, and with it the built-in pack, into pieces: the file becomes smaller and the download bigger, since brotli
/// sees runs of zeros anyway. Measured: 71,432 bytes with the pass, 71,114 without, and the builder 95,109 and 91,293.
const NO_PACKED_MEMORY: &str = "--skip-pass=memory-packing";

/// The engine's stack, in place of the linker's megabyte: it calls itself only as deep as prose nests and words are long, and readers' phones pay for
/// what it never touches.
const SMALL_STACK: &str = "-Clink-arg=-zstack-size=262144";

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

impl Kind<'_> {
    /// The crate's features that make it so.
    fn features(self) -> &'static str {
        match self {
            Kind::Embedded(_) => "embedded",
            Kind::Bare => "",
            Kind::Builder => "builder",
        }
    }

    /// What it gives to JavaScript, and the file of the package that gives the same without WebAssembly.
    fn script(self) -> Option<(&'static str, &'static str)> {
        match self {
            Kind::Embedded(_) => Some(("Engine", "without-wasm.js")),
            Kind::Bare => None,
            Kind::Builder => Some(("build", "without-wasm-builder.js")),
        }
    }

    fn pack(&self) -> Option<&Path> {
        if let Kind::Embedded(pack) = self { Some(pack) } else { None }
    }
}

/// Makes one of the files, `output`, the glue that fits it, in `glue`, and the same as JavaScript in the package; does nothing if all are as they
/// would become.
///
/// # Errors
/// When it doesn't compile, holds something that bindgen doesn't know, or can't be written.
pub fn make(workspace: &Workspace, step: &mut Step, kind: Kind<'_>, glue: &Path, output: &Path) -> Result<()> {
    // The digest stands in the folder that is removed first and is written last: half a build is never taken for a whole one.
    let made_from = glue.join("made-from");
    let script = kind.script().map(|(name, file)| (name, workspace.package().join(file)));
    let digest = freshness::digest(workspace, kind.features(), kind.pack())?;
    let is_there = output.is_file() && script.as_ref().is_none_or(|(_, script)| script.is_file());
    if is_there && fs::read_to_string(&made_from).is_ok_and(|before| before == digest) {
        step.note("unchanged");
        return Ok(());
    }
    remove_folder(glue)?;
    compile(workspace, step, kind)?;
    let compiled = workspace.compiled_engine();
    let compiled = fs::read(&compiled).with_context(|| format!("can't read {}", compiled.display()))?;
    if let Some((name, script)) = &script {
        let folder = glue.join("javascript");
        bind(lowered::without_features(&compiled)?, &folder, kind)?;
        lowered::write(workspace, step, &folder, name, script)?;
    }
    bind(compiled, glue, kind)?;
    shrink(workspace, step, &glue.join(BOUND_WASM), output)?;
    fs::write(&made_from, digest).with_context(|| format!("can't write {}", made_from.display()))
}

fn compile(workspace: &Workspace, step: &mut Step, kind: Kind<'_>) -> Result<()> {
    // The library is also a Rust library (for the tool and the tests), and Cargo leaves link-time optimization out of whatever is both.
    let mut command = workspace.cargo(&["rustc", "--lib", "--crate-type", "cdylib", "--profile", "wasm"]);
    command.args(["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", kind.features()]);
    if !matches!(kind, Kind::Builder) {
        command.args(["--", SMALL_STACK]);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", path_free_flags(workspace));
    if let Some(pack) = kind.pack() {
        command.env("EQUITY_CATALOG_PACK", pack);
    }
    step.command(command).map(drop)
}

/// Writes the glue between a compiled file and JavaScript into `folder`, with the WebAssembly that fits it.
fn bind(compiled: Vec<u8>, folder: &Path, kind: Kind<'_>) -> Result<()> {
    let mut output = Bindgen::new()
        .input_bytes(NAME, compiled)
        .web(true)?
        .typescript(true)
        // The package's own code says where the engine stands; a second address inside the glue would mislead bundlers.
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .generate_output()
        .context("bindgen can't make the JavaScript glue")?;
    if !matches!(kind, Kind::Builder) {
        silence(output.wasm_mut())?;
    }
    let names = shorten(output.wasm_mut());
    let mark = mark(output.wasm_mut());
    output.emit(folder).with_context(|| format!("can't write the glue into {}", folder.display()))?;
    let script = folder.join(GLUE);
    let glue = fs::read_to_string(&script).with_context(|| format!("can't read {}", script.display()))?;
    fs::write(&script, renamed_glue(&glue, &names, &mark)).with_context(|| format!("can't write {}", script.display()))
}

/// Optimizes for size: once to make the functions what they will be, then again with those that look alike side by side.
fn shrink(workspace: &Workspace, step: &mut Step, input: &Path, output: &Path) -> Result<()> {
    optimize(workspace, step, &[], input, output)?;
    let module = fs::read(output).with_context(|| format!("can't read {}", output.display()))?;
    let ordered = input.with_extension("ordered.wasm");
    fs::write(&ordered, named_by_likeness(&module)?).with_context(|| format!("can't write {}", ordered.display()))?;
    optimize(workspace, step, &["--reorder-functions-by-name"], &ordered, output)?;
    let size = |path: &Path| fs::metadata(path).map(|metadata| metadata.len()).unwrap_or_default();
    step.note(format!("{} -> {} bytes", size(input), size(output)));
    Ok(())
}

fn optimize(workspace: &Workspace, step: &mut Step, last: &[&str], input: &Path, output: &Path) -> Result<()> {
    let mut command = workspace.tool("binaryen/bin/wasm-opt");
    command.arg("-Oz").args(SPARING_INLINING).arg(NO_COMMON_SUBEXPRESSIONS).arg(NO_PACKED_MEMORY).args(WASM_FEATURES).args(last);
    command.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    command.arg(input).arg("-o").arg(output);
    step.command(command).map(drop)
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
    let mut renamed = vec![
        (workspace.root.clone(), "equity-catalog"),
        (workspace.cargo_target.clone(), "equity-catalog/target"),
        (PathBuf::from(sysroot), "rust"),
    ];
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
