//! Whether something has to be made anew, told by a digest of all that it is made from.
//!
//! Cargo can't tell it here: the crate becomes several WebAssembly files by its features, they all have one name, and
//! Cargo compiles anew whenever the features change.

use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// What every WebAssembly file of ours is made from: our code, the versions of others' code, and how it is compiled.
const INPUTS: [&str; 12] = [
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "src",
    "package-lock.json",
    "xtask/javascript/without-wasm.mjs",
    "xtask/src/engine.rs",
    "xtask/src/lowered.rs",
    "xtask/src/neighbours.rs",
    "xtask/src/saturate.rs",
    "xtask/src/short_names.rs",
    "xtask/src/silence.rs",
];

/// A digest of everything that decides what a WebAssembly file becomes: the inputs that all have in common, its own
/// `features`, and the `pack` inside it.
///
/// It holds for one machine and one compiler, which is all that telling "changed" from "unchanged" takes.
///
/// # Errors
/// When one of the inputs can't be read.
pub fn digest(workspace: &Workspace, features: &str, pack: Option<&Path>) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    features.hash(&mut hasher);
    let compiler = workspace.command("rustc").arg("-vV").output().context("can't run rustc")?;
    compiler.stdout.hash(&mut hasher);
    // Cargo lets the environment overrule a profile; whoever tries something out that way wants to see it.
    let mut overruled: Vec<(OsString, OsString)> =
        std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CARGO_PROFILE_")).collect();
    overruled.sort();
    overruled.hash(&mut hasher);
    for input in INPUTS {
        add(&workspace.root.join(input), &mut hasher)?;
    }
    if let Some(pack) = pack {
        add(pack, &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Adds a file, or a folder with all that is in it.
fn add(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let unreadable = || format!("can't read {}", path.display());
    path.hash(hasher);
    if path.is_dir() {
        let entries: Result<Vec<PathBuf>, _> =
            fs::read_dir(path).with_context(unreadable)?.map(|entry| entry.map(|entry| entry.path())).collect();
        let mut entries = entries.with_context(unreadable)?;
        entries.sort();
        return entries.iter().try_for_each(|entry| add(entry, hasher));
    }
    fs::read(path).with_context(unreadable)?.hash(hasher);
    Ok(())
}
