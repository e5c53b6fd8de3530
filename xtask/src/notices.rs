//! The licences of the code that is compiled into the engine, gathered for `pkg/LICENSES-THIRD-PARTY.txt`.
//!
//! Most of those licences ask that their text goes wherever the code goes, and the package is such a place. The list is
//! drawn from Cargo's own metadata, so it can't fall behind the dependencies.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::workspace::Workspace;

const INTRODUCTION: &str = "\
The .wasm files, and without-wasm.js and without-wasm-builder.js, hold code of these packages and of Rust's standard library, beside Equity Catalog's own.
Each package's licence follows; where a package lets one choose, MIT is chosen.
Rust's standard library is under MIT or Apache-2.0, copyright the Rust Project contributors.
";

/// Writes the licence texts of every crate inside the engine.
///
/// # Errors
/// When Cargo can't name the crates, or a licence can't be read.
pub fn write(workspace: &Workspace) -> Result<()> {
    let arguments = ["--no-default-features", "--features", "embedded", "--filter-platform", "wasm32-unknown-unknown"];
    let metadata = workspace.cargo_metadata(&arguments)?;
    let mut text = INTRODUCTION.to_owned();
    // Crates that share a text to the letter share one place in the file.
    let mut crates_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in compiled_in(&metadata) {
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        let name = format!("{} {} ({})", field("name"), field("version"), field("license"));
        let folder = Path::new(field("manifest_path")).parent().context("a manifest stands in no folder")?;
        crates_by_text.entry(licence_text(folder, &name)?).or_default().push(name);
    }
    let mut entries: Vec<_> = crates_by_text.into_iter().map(|(licence, crates)| (crates, licence)).collect();
    entries.sort();
    for (crates, licence) in entries {
        let _ = write!(text, "\n{}\n\n{}\n\n{}\n", "-".repeat(80), crates.join("\n"), licence.trim_end());
    }
    fs::write(workspace.package().join("LICENSES-THIRD-PARTY.txt"), text).context("can't write the third-party licences")
}

/// The packages from elsewhere whose code ends up in the engine: all that it depends on, directly or not, except what
/// only runs while it is compiled.
fn compiled_in(metadata: &Value) -> Vec<&Value> {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let is_macro = |id: &str| {
        packages.get(id).is_some_and(|package| {
            list(&package["targets"]).iter().any(|target| list(&target["kind"]).iter().any(|kind| kind == "proc-macro"))
        })
    };
    let ours = packages.iter().find(|(_, package)| package["name"] == "equity-catalog").map(|(id, _)| *id);
    let mut waiting: Vec<String> = ours.map(str::to_owned).into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if is_macro(&id) || !seen.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(id.as_str()).map(|node| list(&node["deps"])).unwrap_or_default() {
            // A null kind is a plain dependency; the others are "build" and "dev".
            let plain = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            if let Some(id) = dependency["pkg"].as_str().filter(|_| plain) {
                waiting.push(id.to_owned());
            }
        }
    }
    seen.iter().filter(|id| Some(id.as_str()) != ours).filter_map(|id| packages.get(id.as_str()).copied()).collect()
}

/// A crate's own licence text: its MIT one where there is one.
fn licence_text(folder: &Path, name: &str) -> Result<String> {
    let is_licence = |path: &PathBuf| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
        path.is_file() && ["LICENSE", "LICENCE", "COPYING", "MIT"].iter().any(|start| file.starts_with(start))
    };
    // Most keep their texts beside the manifest, some in a folder of that name.
    let files = [folder.to_path_buf(), folder.join("LICENSES")].into_iter().flat_map(fs::read_dir).flatten();
    let mut texts: Vec<PathBuf> = files.flatten().map(|file| file.path()).filter(is_licence).collect();
    texts.sort_by_key(|path| (!path.to_string_lossy().contains("MIT"), path.clone()));
    match texts.first() {
        Some(path) => fs::read_to_string(path).with_context(|| format!("can't read the licence of {name}")),
        None => Ok("This package names its licence as above and carries no text of it.".to_owned()),
    }
}
