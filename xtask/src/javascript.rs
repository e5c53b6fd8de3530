//! The package's JavaScript, its types, and what describes its elements, made from `www/` by rollup, tsc and scripts of ours.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::remove_folder;
use crate::steps::Step;
use crate::workspace::Workspace;

/// The package's two modules: the file that is imported, and its folder in `www/`.
const MODULES: [(&str, &str); 2] = [("index", "api"), ("elements", "elements")];

/// Bundles and minifies `www/api` into `pkg/index.js` and `www/elements` into `pkg/elements.js`.
///
/// # Errors
/// When a module has a syntax error or imports something that isn't there.
pub fn bundle(workspace: &Workspace, step: &mut Step) -> Result<()> {
    step.command(workspace.node(&["xtask/javascript/bundle.mjs", "pkg"])).map(drop)
}

/// Writes the `.d.ts` files that ship with the package, drawn from the modules' doc comments.
///
/// tsc describes every module; the package gets only those that its two public ones lead to. What comments can't say stands in
/// `.d.ts` files of `www/`, which tsc leaves where they are.
///
/// # Errors
/// When tsc can't describe one of them.
pub fn write_types(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let described = workspace.scratch().join("types");
    let types = workspace.package().join("types");
    remove_folder(&described)?;
    remove_folder(&types)?;
    let mut command = workspace.tool("typescript/bin/tsc");
    command.args(["--project", "tsconfig.types.json"]);
    step.command(command)?;

    let mut waiting: Vec<PathBuf> = MODULES.iter().map(|(_, folder)| Path::new(folder).join("index.d.ts")).collect();
    let mut seen = BTreeSet::new();
    while let Some(file) = waiting.pop() {
        if !seen.insert(file.clone()) {
            continue;
        }
        let text = fs::read_to_string(described.join(&file))
            .or_else(|_| fs::read_to_string(workspace.root.join("www").join(&file)))
            .with_context(|| format!("tsc doesn't describe {}", file.display()))?;
        let folder = file.parent().unwrap_or(Path::new(""));
        waiting.extend(relative_imports(&text).map(|import| resolve(folder, import).with_extension("d.ts")));
        // The engine's own types, which bindgen writes, stand beside these two folders.
        let up = "../".repeat(folder.components().count());
        write(&types.join(&file), &text.replace("\"#engine\"", &format!("\"{up}engine.js\"")))?;
    }
    let engine = fs::read_to_string(workspace.scratch().join("bindgen/equity_catalog.d.ts"));
    write(&types.join("engine.d.ts"), &engine.context("can't read the types that bindgen wrote")?)?;
    for (name, folder) in MODULES {
        let line = format!("export * from \"./types/{folder}/index.js\";\n");
        write(&workspace.package().join(format!("{name}.d.ts")), &line)?;
    }
    Ok(())
}

/// Writes `pkg/custom-elements.json`, which tells editors and documentation tools what the elements take and say.
///
/// # Errors
/// When the elements' sources don't say it in the way that the script reads.
pub fn write_manifest(workspace: &Workspace, step: &mut Step) -> Result<()> {
    step.command(workspace.node(&["xtask/javascript/manifest.mjs", "pkg"])).map(drop)
}

/// Writes `pkg/integrity.json`: what every file of the package must be.
///
/// # Errors
/// When a file can't be read.
pub fn write_integrity(workspace: &Workspace, step: &mut Step) -> Result<()> {
    step.command(workspace.node(&["xtask/javascript/integrity.mjs", "pkg"])).map(drop)
}

/// The modules of ours that a `.d.ts` file imports: every quoted `./….js` or `../….js` outside of comments.
fn relative_imports(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with(['/', '*']));
    let words = code.flat_map(|line| line.split('"').skip(1).step_by(2));
    words.filter(|word| word.starts_with('.') && Path::new(word).extension().is_some_and(|extension| extension == "js"))
}

/// Where `import` leads, seen from a file in `folder`.
fn resolve(folder: &Path, import: &str) -> PathBuf {
    let mut path = folder.to_path_buf();
    for component in Path::new(import).components() {
        match component {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("can't write {}", path.display()))
}
