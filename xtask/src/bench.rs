//! The benchmark: ours beside the other engines that search in a browser, measured by the programs in `bench/`.
//!
//! The other engines are packages of `bench/package-lock.json` alone, so that nothing else ever installs them. What is
//! measured and how is in `bench/`; here is only what must be ready for it.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build;
use crate::setup::{self, Browser};
use crate::steps::{StepFailed, Steps};
use crate::workspace::Workspace;

/// How many steps it takes to make everything ready.
const STEPS: usize = build::STEPS + 3;

/// What `cargo xtask bench` can be told.
#[derive(clap::Args)]
#[command(after_help = "\
A run without options takes about ten minutes: a made catalog, all engines, in Node and in Chromium. A catalog is a JSON
list of rows, also gzipped: {id, title, authors, organization(s), description, subjects or topics, year, url, kind}.
Times of different runs can't be compared, the ratios in the tables can: all engines take turns at every keystroke.")]
pub struct Options {
    /// How many resources the made catalog has; it is left out when something else is given to measure on, and not this
    #[arg(long, value_name = "N")]
    resources: Option<u32>,
    /// What the made catalog and all queries are drawn from
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// A catalog to measure on (may be given several times)
    #[arg(long, value_name = "FILE")]
    catalog: Vec<PathBuf>,
    /// A test collection: a folder with docs.jsonl, queries.jsonl and qrels.tsv (may be given several times)
    #[arg(long, value_name = "FOLDER")]
    collection: Vec<PathBuf>,
    /// Real misspellings: lines of a misspelling, a tab, and its corrections with commas between
    #[arg(long, value_name = "FILE")]
    misspellings: Option<PathBuf>,
    /// A glossary whose terms are looked for, instead of a made one: JSON rows {id, term, aliases}, also gzipped (may be given several times)
    #[arg(long, value_name = "FILE")]
    glossary: Vec<PathBuf>,
    /// The text in which they are looked for, instead of a made one; of HTML, what stands between the tags
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// The engines to measure, such as ours,minisearch
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(ENGINES))]
    engines: Vec<String>,
    /// Do only this part
    #[arg(long, value_name = "PART")]
    only: Option<Part>,
    /// Fewer queries and less time for each engine: about three minutes, for a first look
    #[arg(long)]
    quick: bool,
    /// How long each engine may take for its keystrokes, in Node and in Chromium each [default: 10, or 3 with --quick]
    #[arg(long, value_name = "N")]
    seconds: Option<u32>,
    /// Write the figures to a file as well, every single time among them
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measure the package as it was built before
    #[arg(long)]
    no_build: bool,
}

/// The engines' names, as `bench/engines` has them.
const ENGINES: [&str; 9] = ["ours", "minisearch", "flexsearch", "orama", "zbsearch", "lunr", "fuse", "ufuzzy", "pagefind"];

/// A part of the benchmark.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Loading, memory and time of a keystroke in Node
    Node,
    /// The same in Chromium
    Chromium,
    /// What is found
    Quality,
    /// Finding a glossary's terms in a text
    Glossary,
}

/// Makes everything ready, then measures and prints the tables.
///
/// # Errors
/// When something can't be made ready, or an engine fails.
pub fn bench(workspace: &Workspace, options: &Options, verbose: bool) -> Result<()> {
    let building = if options.no_build { 1 } else { build::STEPS };
    let mut steps = Steps::new(STEPS - build::STEPS + building, verbose);
    if options.no_build {
        steps.run("See that Rust and Node are ready", |step| setup::tools(workspace, step))?;
    } else {
        build::build(workspace, &mut steps)?;
    }
    steps.run("Compile the command-line tool for speed", |step| {
        step.command(workspace.cargo(&["build", "--release", "--bin", "equity-catalog"])).map(drop)
    })?;
    steps.run("Get the other engines", |step| setup::npm_packages(workspace, step, "bench"))?;
    let programs = steps.run("See that Chromium is ready", |step| setup::browsers(workspace, step, &[Browser::Chromium]))?;

    let mut command = workspace.node(&["bench/run.mjs"]);
    command.args(arguments(options)?).envs(programs).env("EQUITY_CATALOG_TOOL", workspace.release_tool());
    println!();
    let status = command.status().context("can't run node")?;
    // The program has said what is wrong.
    if status.success() { Ok(()) } else { Err(StepFailed.into()) }
}

/// The options as `bench/run.mjs` takes them. It runs in the checkout, so files are named from the root.
fn arguments(options: &Options) -> Result<Vec<String>> {
    let file = |path: &Path| -> io::Result<String> { Ok(std::path::absolute(path)?.to_string_lossy().into_owned()) };
    let mut words = vec![format!("--seed={}", options.seed)];
    words.extend(options.resources.map(|count| format!("--resources={count}")));
    for path in &options.catalog {
        words.push(format!("--catalog={}", file(path)?));
    }
    for path in &options.collection {
        words.push(format!("--collection={}", file(path)?));
    }
    if let Some(path) = &options.misspellings {
        words.push(format!("--misspellings={}", file(path)?));
    }
    for path in &options.glossary {
        words.push(format!("--glossary={}", file(path)?));
    }
    if let Some(path) = &options.text {
        words.push(format!("--text={}", file(path)?));
    }
    if !options.engines.is_empty() {
        words.push(format!("--engines={}", options.engines.join(",")));
    }
    words.extend(options.only.map(|part| {
        let name = match part {
            Part::Node => "node",
            Part::Chromium => "chromium",
            Part::Quality => "quality",
            Part::Glossary => "glossary",
        };
        format!("--only={name}")
    }));
    words.extend(options.quick.then(|| "--quick".to_owned()));
    words.extend(options.seconds.map(|seconds| format!("--seconds={seconds}")));
    if let Some(path) = &options.json {
        words.push(format!("--json={}", file(path)?));
    }
    Ok(words)
}
