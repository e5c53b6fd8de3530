//! The build, from an editor's text files to a package that a page can load.
//!
//! ```text
//! catalog/ --equity-catalog build--> the pack --equity-catalog html--> the list, as a page holds it
//!                                    the pack --rustc, with src/--> .wasm --bindgen, wasm-opt--> pkg/equity-catalog.wasm
//!                                             src/ --rustc--> .wasm --bindgen, wasm-opt--> pkg/equity-catalog-builder.wasm
//!                                                             both --bindgen, wasm-opt, wasm2js--> pkg/without-wasm.js, pkg/without-wasm-builder.js
//! www/api/ + bindgen's glue --rollup--> pkg/index.js      www/elements/ --rollup--> pkg/elements.js      tsc --> pkg/types/
//! pkg/ --sha384--> pkg/integrity.json
//! pkg/ + the pack --equity-catalog offline--> one file, for a disk
//! ```
//!
//! The same checkout gives the same bytes on every machine with the same Rust and Node: no file holds a date or a path. `reproducible.rs` holds it to that.

use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result};

use crate::steps::{Step, Steps};
use crate::workspace::Workspace;
use crate::{engine, javascript, notices, setup};

/// How many steps [`build`] takes.
pub const STEPS: usize = 9;

/// Builds `pkg/` from nothing.
///
/// # Errors
/// When a step fails; the step has shown why.
pub fn build(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    steps.run("See that Rust and Node are ready", |step| setup::tools(workspace, step))?;
    fs::create_dir_all(workspace.scratch()).context("can't make the folder target/equity-catalog")?;

    steps.run("Compile the command-line tool", |step| {
        step.command(workspace.cargo(&["build", "--bin", "equity-catalog"])).map(drop)
    })?;
    steps.run("Build the catalog's pack", |step| catalog(workspace, step, workspace))?;
    steps.run("Make the builder for the browser", |step| builder(workspace, step))?;
    steps.run("Make the engine for the browser", |step| engine(workspace, step))?;
    steps.run("Bundle the JavaScript and write its types", |step| scripts(workspace, step))?;
    steps.run("Put the licences beside it", |_| licences(workspace))?;
    steps.run("Say what every file must be", |step| javascript::write_integrity(workspace, step))?;
    // All that the package holds in one page, licences too, which the tests of a page without a server take; and other works, for all browsers.
    steps.run("Write the catalog as one file", |step| {
        let (catalog, others) = (workspace.pack(), workspace.root.join("tests/browser/pages/offline/works.json"));
        for (from, to, options) in
            [(catalog, workspace.whole_page(), None), (others, workspace.whole_works(), Some("--without-wasm"))]
        {
            let mut command = workspace.cargo(&["run", "--quiet", "--bin", "equity-catalog", "--", "offline"]);
            command.args(options).arg(from.strip_prefix(&workspace.root)?).arg("-o").arg(to.strip_prefix(&workspace.root)?);
            let printed = step.command(command)?;
            step.say(&printed);
        }
        Ok(())
    })
}

/// Builds the package of a checkout in one step, with the command-line tool of another one.
///
/// # Errors
/// As [`build`].
pub fn build_with(workspace: &Workspace, step: &mut Step, compiled: &Workspace) -> Result<()> {
    fs::create_dir_all(workspace.scratch()).context("can't make the folder target/equity-catalog")?;
    catalog(workspace, step, compiled)?;
    builder(workspace, step)?;
    engine(workspace, step)?;
    scripts(workspace, step)?;
    licences(workspace)?;
    javascript::write_integrity(workspace, step)
}

/// The catalog's pack, and the same as a list and as a glossary to paste into a page, which the tests of pages without the script take; by the
/// command-line tool of the checkout `compiled`.
fn catalog(workspace: &Workspace, step: &mut Step, compiled: &Workspace) -> Result<()> {
    let tool = |arguments: &[&str]| {
        let mut command = compiled.cargo(&["run", "--quiet", "--bin", "equity-catalog", "--manifest-path"]);
        command.arg(compiled.root.join("Cargo.toml")).arg("--").args(arguments).current_dir(&workspace.root);
        command
    };
    let pack = workspace.pack();
    let pack = pack.strip_prefix(&workspace.root)?;
    let mut command = tool(&["build", "catalog", "-o"]);
    command.arg(pack);
    let printed = step.command(command)?;
    step.say(&printed);
    for (file, options) in [(workspace.list(), None), (workspace.glossary(), Some("--only-glossary"))] {
        let mut command = tool(&["html"]);
        command.args(options).arg(pack).arg("-o").arg(file.strip_prefix(&workspace.root)?);
        step.command(command)?;
    }
    Ok(())
}

fn builder(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let (glue, file) = (workspace.scratch().join("bindgen-builder"), workspace.package().join("equity-catalog-builder.wasm"));
    engine::make(workspace, step, engine::Kind::Builder, &glue, &file)
}

fn engine(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let (glue, file) = (workspace.scratch().join("bindgen"), workspace.package().join("equity-catalog.wasm"));
    engine::make(workspace, step, engine::Kind::Embedded(&workspace.pack()), &glue, &file)
}

fn scripts(workspace: &Workspace, step: &mut Step) -> Result<()> {
    javascript::bundle(workspace, step)?;
    javascript::write_types(workspace, step)?;
    javascript::write_manifest(workspace, step)
}

fn licences(workspace: &Workspace) -> Result<()> {
    copy_licences(workspace)?;
    notices::write(workspace)
}

/// Copies the project's own licences into the package: two for the code, and the one for the catalog's texts, which are
/// inside the engine.
fn copy_licences(workspace: &Workspace) -> Result<()> {
    let licences =
        [("LICENSE-MIT", "LICENSE-MIT"), ("LICENSE-APACHE", "LICENSE-APACHE"), ("catalog/LICENSE.md", "LICENSE-CATALOG.md")];
    for (from, to) in licences {
        fs::copy(workspace.root.join(from), workspace.package().join(to))
            .with_context(|| format!("can't copy {from} into pkg/"))?;
    }
    Ok(())
}

/// Removes a folder that the build writes anew, so that nothing of an earlier build stays in it.
///
/// # Errors
/// When it is there and can't be removed.
pub fn remove_folder(folder: &std::path::Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("can't remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
