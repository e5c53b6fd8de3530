//! The package's JavaScript and its types, made from `www/` by esbuild and tsc.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::remove_folder;
use crate::steps::Step;
use crate::workspace::Workspace;

/// Bundles and minifies `www/api` into `pkg/index.js` and `www/elements` into `pkg/elements.js`.
///
/// # Errors
/// When a module has a syntax error or imports something that isn't there.
pub fn bundle(workspace: &Workspace, step: &mut Step) -> Result<()> {
    step.command(workspace.node(&["xtask/javascript/bundle.mjs", "pkg"])).map(drop)
}

/// Writes the `.d.ts` files that ship with the package, drawn from the modules' doc comments.
///
/// # Errors
/// When tsc fails, or when a type would lead the package's users to a file that only this checkout has.
pub fn write_types(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let types = workspace.package().join("types");
    remove_folder(&types)?;
    step.command(workspace.node(&["node_modules/typescript/bin/tsc", "--project", "tsconfig.types.json"]))?;
    refuse_inner_types(&types)?;
    for (file, module) in [("index.d.ts", "api"), ("elements.d.ts", "elements")] {
        let line = format!("export * from \"./types/{module}/index.js\";\n");
        fs::write(workspace.package().join(file), line).with_context(|| format!("can't write pkg/{file}"))?;
    }
    Ok(())
}

/// `#engine` means bindgen's glue, which is bundled into index.js and has no file of its own in the package.
fn refuse_inner_types(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            refuse_inner_types(&path)?;
        } else if fs::read_to_string(&path)?.contains("#engine") {
            bail!(
                "{} speaks of \"#engine\", which the package's users don't have.\n\
                 Give the exported function or field that it comes from a JSDoc type of its own, or make the field #private.",
                path.display()
            );
        }
    }
    Ok(())
}
