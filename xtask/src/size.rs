//! What a reader downloads, in bytes, and how much of it is allowed.
//!
//! Weighed after brotli 11, since that is what a static host sends; the raw size stands beside it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::engine;
use crate::steps::Step;
use crate::workspace::Workspace;

/// The engine without a catalog: what another organization pays before its own catalog.
const ENGINE_BUDGET: u64 = 60 * 1024;
/// The JavaScript of list, glossary and API.
const JAVASCRIPT_BUDGET: u64 = 20 * 1024;
/// Everything that a page loads, the embedded catalog included.
const PAGE_BUDGET: u64 = 90 * 1024;

/// The package's files that a page loads, then those that it loads only when it hands in plain records.
const FILES: [&str; 5] = ["equity-catalog.wasm", "index.js", "elements.js", "equity-catalog-builder.wasm", "builder.js"];

/// A weighed thing: one file, or several that are counted together.
struct Weight {
    name: &'static str,
    raw: u64,
    brotli: u64,
    budget: Option<u64>,
}

/// Prints what the built package weighs.
///
/// # Errors
/// When a file of it is missing.
pub fn print_package(workspace: &Workspace) -> Result<()> {
    println!("\n{}", table(&weigh_package(workspace)?));
    Ok(())
}

/// Makes the engine once more without a catalog, weighs everything, and fails when a budget is exceeded.
///
/// # Errors
/// When the engine doesn't compile, a file is missing, or something is too big.
pub fn hold(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let folder = workspace.scratch().join("bare");
    let engine = workspace.scratch().join("bare-engine.wasm");
    engine::make(workspace, step, engine::Kind::Bare, &folder, &engine)?;
    let [(raw, brotli)] = weigh(workspace, &[engine])?;
    let mut weights = vec![Weight { name: "engine without a catalog", raw, brotli, budget: Some(ENGINE_BUDGET) }];
    weights.extend(weigh_package(workspace)?);
    step.say(&table(&weights));

    let over: Vec<String> = weights.iter().filter_map(Weight::excess).collect();
    if over.is_empty() {
        step.note("all within budget");
        return Ok(());
    }
    bail!("{}\nSee what grew with `cargo xtask size` on the commit before, and make it smaller.", over.join("\n"));
}

fn weigh_package(workspace: &Workspace) -> Result<Vec<Weight>> {
    let files = weigh(workspace, &FILES.map(|name| workspace.package().join(name)))?;
    let sum = |parts: &[(u64, u64)]| parts.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    let weight = |name, (raw, brotli), budget| Weight { name, raw, brotli, budget };
    let [wasm, index, elements, builder_wasm, builder] = files;
    Ok(vec![
        weight("equity-catalog.wasm", wasm, None),
        weight("index.js", index, None),
        weight("elements.js", elements, None),
        weight("all JavaScript", sum(&[index, elements]), Some(JAVASCRIPT_BUDGET)),
        weight("everything a page loads", sum(&[wasm, index, elements]), Some(PAGE_BUDGET)),
        weight("more for plain records", sum(&[builder_wasm, builder]), None),
    ])
}

/// The bytes of each file, raw and after brotli 11.
fn weigh<const N: usize>(workspace: &Workspace, files: &[PathBuf; N]) -> Result<[(u64, u64); N]> {
    for file in files {
        fs::metadata(file).with_context(|| format!("{} is missing: `cargo xtask build` makes it", file.display()))?;
    }
    let mut command = workspace.node(&["xtask/javascript/weigh.mjs"]);
    let output = command.args(files).output().context("can't run node")?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let weights: Vec<(u64, u64)> = printed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(raw, brotli)| Some((raw.parse().ok()?, brotli.parse().ok()?)))
        .collect();
    let Ok(weights) = weights.try_into() else {
        bail!("can't weigh the files: {}", String::from_utf8_lossy(&output.stderr));
    };
    Ok(weights)
}

impl Weight {
    /// What to say when it is over its budget.
    fn excess(&self) -> Option<String> {
        let budget = self.budget.filter(|budget| self.brotli > *budget)?;
        let over = self.brotli - budget;
        Some(format!("{} weighs {} bytes after brotli, {over} more than its budget of {budget}.", self.name, self.brotli))
    }
}

fn table(weights: &[Weight]) -> String {
    let mut text = format!("{:<26} {:>9} {:>9} {:>9}\n", "bytes", "raw", "brotli 11", "budget");
    for weight in weights {
        let budget = weight.budget.map(|budget| budget.to_string()).unwrap_or_default();
        let line = format!("{:<26} {:>9} {:>9} {budget:>9}", weight.name, weight.raw, weight.brotli);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
