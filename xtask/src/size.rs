//! What a reader downloads, in bytes, and how much of it is allowed.
//!
//! Weighed after brotli 11, since that is what a static host sends; the raw size stands beside it.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::engine;
use crate::steps::Step;
use crate::workspace::Workspace;

/// The engine without a catalog: what another organization pays before its own catalog.
const ENGINE_BUDGET: u64 = 60 * 1024;
/// The JavaScript of list, glossary and API.
const JAVASCRIPT_BUDGET: u64 = 20 * 1024;
/// The JavaScript of a page that has the glossary alone, popups or the list from A to Z.
const GLOSSARY_BUDGET: u64 = 12 * 1024;
/// The engine as JavaScript, which only readers without WebAssembly wait for, in its place.
const WITHOUT_WASM_BUDGET: u64 = 100 * 1024;
/// Everything that a page loads, the embedded catalog included.
const PAGE_BUDGET: u64 = 90 * 1024;

/// What is held to a budget, by the names that `weigh.mjs` gives, and what is added up to all that a page loads.
const ENGINE: &str = "equity-catalog.wasm";
const BARE_ENGINE: &str = "bare-engine.wasm";
const WITHOUT_WASM: &str = "without-wasm.js";
const LIST_AND_GLOSSARY: &str = "JavaScript: list and popups";
const POPUPS: &str = "JavaScript: glossary, popups";
const A_TO_Z: &str = "JavaScript: glossary, A to Z";

/// A weighed thing: one file, or several that are counted together.
struct Weight {
    name: String,
    raw: u64,
    brotli: u64,
    budget: Option<u64>,
}

/// Prints what the built package weighs.
///
/// # Errors
/// When a file of it is missing.
pub fn print_package(workspace: &Workspace) -> Result<()> {
    println!("\n{}", table(&weigh(workspace, &[])?));
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
    let weights = weigh(workspace, &[engine])?;
    step.say(&table(&weights));

    let over: Vec<String> = weights.iter().filter_map(Weight::excess).collect();
    if over.is_empty() {
        step.note("all within budget");
        return Ok(());
    }
    bail!("{}\nSee what grew with `cargo xtask size` on the commit before, and make it smaller.", over.join("\n"));
}

/// Everything that a page may fetch, and some more files, raw and after brotli 11.
fn weigh(workspace: &Workspace, files: &[PathBuf]) -> Result<Vec<Weight>> {
    let mut command = workspace.node(&["xtask/javascript/weigh.mjs"]);
    command.arg(workspace.package()).arg(workspace.scratch().join("bundle.json")).args(files);
    let output = command.output().context("can't run node")?;
    if !output.status.success() {
        bail!("can't weigh the package, `cargo xtask build` makes it: {}", String::from_utf8_lossy(&output.stderr));
    }
    let mut weights: Vec<Weight> = String::from_utf8_lossy(&output.stdout).lines().filter_map(Weight::read).collect();
    let of = |name: &str| weights.iter().find(|weight| weight.name == name).map_or((0, 0), |weight| (weight.raw, weight.brotli));
    let (engine, script) = (of(ENGINE), of(LIST_AND_GLOSSARY));
    weights.push(Weight {
        name: "all that such a page loads".to_owned(),
        raw: engine.0 + script.0,
        brotli: engine.1 + script.1,
        budget: Some(PAGE_BUDGET),
    });
    Ok(weights)
}

impl Weight {
    /// A line of `weigh.mjs`: bytes, bytes after brotli, name.
    fn read(line: &str) -> Option<Self> {
        let (raw, rest) = line.split_once(' ')?;
        let (brotli, name) = rest.split_once(' ')?;
        let budget = match name {
            BARE_ENGINE => Some(ENGINE_BUDGET),
            WITHOUT_WASM => Some(WITHOUT_WASM_BUDGET),
            LIST_AND_GLOSSARY => Some(JAVASCRIPT_BUDGET),
            POPUPS | A_TO_Z => Some(GLOSSARY_BUDGET),
            _ => None,
        };
        Some(Self { name: name.to_owned(), raw: raw.parse().ok()?, brotli: brotli.parse().ok()?, budget })
    }

    /// What to say when it is over its budget.
    fn excess(&self) -> Option<String> {
        let budget = self.budget.filter(|budget| self.brotli > *budget)?;
        let over = self.brotli - budget;
        Some(format!("{} weighs {} bytes after brotli, {over} more than its budget of {budget}.", self.name, self.brotli))
    }
}

fn table(weights: &[Weight]) -> String {
    let mut text = format!("{:<36} {:>9} {:>9} {:>9}\n", "bytes", "raw", "brotli 11", "budget");
    for weight in weights {
        let budget = weight.budget.map(|budget| budget.to_string()).unwrap_or_default();
        let line = format!("{:<36} {:>9} {:>9} {budget:>9}", weight.name, weight.raw, weight.brotli);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
