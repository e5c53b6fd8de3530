//! The same sources give the same bytes, wherever they stand: whoever doubts a file of the package can build it, and compare.
//!
//! A copy of the sources is built from nothing, in another place and with another folder for Cargo, and what its `integrity.json` says of every file is
//! compared with what the first one says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::{build_with, remove_folder};
use crate::steps::Step;
use crate::workspace::Workspace;

/// What no file of the package is made from; of `pkg` only what is kept in it.
const NO_SOURCES: [&str; 6] = [".git", "bench", "node_modules", "pkg", "target", "tests"];
const KEPT_IN_PACKAGE: [&str; 2] = ["README.md", "package.json"];

/// Builds the package once more, and fails when a file came out otherwise.
///
/// # Errors
/// When the copy can't be made or doesn't build, or a file differs.
pub fn hold(workspace: &Workspace, step: &mut Step) -> Result<()> {
    // Inside the checkout, so that the scripts find npm's modules; with a longer path than the first one, which files must not show.
    let again = workspace.scratch().join("built-again");
    remove_folder(&again)?;
    let root = again.join("sources");
    let other = Workspace { root, cargo_target: again.join("compiled"), modules: workspace.modules.clone() };
    copy(&workspace.root, &other.root, &NO_SOURCES)?;
    fs::create_dir_all(other.package()).context("can't make the second package")?;
    for file in KEPT_IN_PACKAGE {
        fs::copy(workspace.package().join(file), other.package().join(file)).with_context(|| format!("can't copy pkg/{file}"))?;
    }
    build_with(&other, step, workspace)?;

    let (first, second) = (manifest(workspace)?, manifest(&other)?);
    let differing = differing(&first, &second);
    if !differing.is_empty() {
        bail!(
            "built twice from the same sources, these files differ: {}\nThe second build stands in {}. Look for paths, dates, and orders that come from the file system.",
            differing.join(", "),
            other.package().display()
        );
    }
    step.note(format!("{} files are the same", first.len()));
    remove_folder(&again)
}

fn manifest(workspace: &Workspace) -> Result<BTreeMap<String, String>> {
    let path = workspace.package().join("integrity.json");
    let text = fs::read_to_string(&path).with_context(|| format!("can't read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no list of files", path.display()))
}

/// The files that only one of the two has, or that differ.
fn differing<'a>(first: &'a BTreeMap<String, String>, second: &'a BTreeMap<String, String>) -> Vec<&'a str> {
    let mut names: Vec<&str> = first.keys().chain(second.keys()).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| first.get(*name) != second.get(*name));
    names
}

/// Copies a folder, but for what has one of the names.
fn copy(from: &Path, to: &Path, without: &[&str]) -> Result<()> {
    let unreadable = || format!("can't copy {}", from.display());
    fs::create_dir_all(to).with_context(unreadable)?;
    for entry in fs::read_dir(from).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let (name, path) = (entry.file_name(), entry.path());
        if without.iter().any(|other| name == *other) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name), &[])?;
        } else {
            fs::copy(&path, to.join(name)).with_context(|| format!("can't copy {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_are_named() {
        let files = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs.iter().map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned())).collect()
        };
        let check = |first: &[(&str, &str)], second: &[(&str, &str)], expected: &[&str]| {
            assert_eq!(differing(&files(first), &files(second)), expected);
        };
        check(&[], &[], &[]);
        check(&[("a", "1"), ("b", "2")], &[("a", "1"), ("b", "2")], &[]);
        check(&[("a", "1"), ("b", "2")], &[("a", "1"), ("b", "3")], &["b"]);
        check(&[("a", "1")], &[("b", "1")], &["a", "b"]);
    }
}
