//! The build, from an editor's text files to a package that a page can load.
//!
//! ```text
//! catalog/ --equity-catalog build--> the pack --equity-catalog html--> the list, as a page holds it
//!                                    the pack --rustc, with src/--> .wasm --bindgen, wasm-opt--> pkg/equity-catalog.wasm
//!                                             src/ --rustc--> .wasm --bindgen, wasm-opt--> pkg/equity-catalog-builder.wasm
//! www/api/ + bindgen's glue --rollup--> pkg/index.js      www/elements/ --rollup--> pkg/elements.js      tsc --> pkg/types/
//! pkg/ + the pack --equity-catalog offline--> one file, for a disk
//! ```
//!
//! The same checkout gives the same bytes on every machine: no file holds a date or a path.

use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, Result};

use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{engine, javascript, notices, setup};

/// How many steps [`build`] takes.
pub const STEPS: usize = 8;

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
    steps.run("Build the catalog's pack", |step| {
        let mut command = workspace.cargo(&["run", "--quiet", "--bin", "equity-catalog", "--", "build", "catalog", "-o"]);
        command.arg(workspace.pack().strip_prefix(&workspace.root)?);
        let printed = step.command(command)?;
        step.say(&printed);
        // The same as a list and as a glossary to paste into a page, which the tests of pages without the script take.
        for (file, options) in [(workspace.list(), None), (workspace.glossary(), Some("--only-glossary"))] {
            let mut command = workspace.cargo(&["run", "--quiet", "--bin", "equity-catalog", "--", "html"]);
            command.args(options).arg(workspace.pack().strip_prefix(&workspace.root)?).arg("-o");
            command.arg(file.strip_prefix(&workspace.root)?);
            step.command(command)?;
        }
        Ok(())
    })?;

    let pack = workspace.pack();
    for (what, kind, glue, file) in [
        ("builder", engine::Kind::Builder, "bindgen-builder", "equity-catalog-builder.wasm"),
        ("engine", engine::Kind::Embedded(&pack), "bindgen", "equity-catalog.wasm"),
    ] {
        let (glue, file) = (workspace.scratch().join(glue), workspace.package().join(file));
        steps.run(&format!("Make the {what} for the browser"), |step| engine::make(workspace, step, kind, &glue, &file))?;
    }

    steps.run("Bundle the JavaScript and write its types", |step| {
        javascript::bundle(workspace, step)?;
        javascript::write_types(workspace, step)?;
        javascript::write_manifest(workspace, step)
    })?;
    steps.run("Put the licences beside it", |_| {
        copy_licences(workspace)?;
        notices::write(workspace)
    })?;
    // All that the package holds in one page, licences too, which the tests of a page without a server take.
    steps.run("Write the catalog as one file", |step| {
        let mut command = workspace.cargo(&["run", "--quiet", "--bin", "equity-catalog", "--", "offline"]);
        command.arg(pack.strip_prefix(&workspace.root)?).arg("-o");
        command.arg(workspace.whole_page().strip_prefix(&workspace.root)?);
        let printed = step.command(command)?;
        step.say(&printed);
        Ok(())
    })
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
