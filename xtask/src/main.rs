//! Builds, shows and tests Equity Catalog: `cargo xtask --help` lists the tasks.
//!
//! The product is one folder, `pkg/`: an engine compiled to WebAssembly, its JavaScript and the types of both.
//! This program knows how that folder comes about and how to prove that it works; it knows nothing of how the
//! engine searches. It needs Rust and Node and sees to the rest itself.
//!
//! | module | answers |
//! | --- | --- |
//! | [`build`] | How does `pkg/` come about? |
//! | [`engine`] | How does Rust become a small `.wasm` and its glue? |
//! | [`freshness`] | Is it as it would become, or must it be made anew? |
//! | [`silence`] | What in it only prints panics, and goes? |
//! | [`lowered`] | How does it become JavaScript, for readers without WebAssembly? |
//! | [`saturate`] | What does Rust's `as` become there? |
//! | [`neighbours`] | In which order do its functions compress best? |
//! | [`javascript`] | How do the modules of `www/` become the package's files? |
//! | [`reproducible`] | Does the same come about again, from the same sources? |
//! | [`notices`] | Whose code is inside the `.wasm`, and under which licence? |
//! | [`fuzz`] | Which bytes break something? |
//! | [`mod@bench`] | How do we stand beside the other engines? |
//! | [`demo`] | How are the demo pages served? |
//! | [`mod@test`] | What must hold before a change is good? |
//! | [`size`] | How many bytes does a reader wait for, and how many are allowed? |
//! | [`setup`] | What must be on this machine, and how does it get there? |
//! | [`steps`] | How is progress shown? |
//! | [`commands`] | How is another program run and listened to? |
//! | [`workspace`] | Where does everything stand? |

mod bench;
mod build;
mod commands;
mod demo;
mod engine;
mod freshness;
mod fuzz;
mod javascript;
mod lowered;
mod neighbours;
mod notices;
mod reproducible;
mod saturate;
mod setup;
mod short_names;
mod silence;
mod size;
mod steps;
mod test;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use steps::Steps;
use workspace::Workspace;

/// Builds, shows and tests Equity Catalog.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
    /// Show all that the commands print, as they print it
    #[arg(long, short, global = true)]
    verbose: bool,
}

/// What can be done; each task's own `--help` tells the rest.
#[derive(clap::Subcommand)]
enum Task {
    /// Build the npm package in pkg/ from nothing: catalog, engine, JavaScript, types
    Build,
    /// Build, then serve the demo pages on this machine
    Demo(demo::Options),
    /// Check and test everything: formatting, lints, docs, engine, API, real browsers, sizes
    Test(test::Options),
    /// Weigh what a reader downloads, and hold it against the budgets
    Size,
    /// Look for bytes that break something, for as long as you like; what is found stands in target/fuzz
    Fuzz(fuzz::Options),
    /// Measure ours beside the other engines: speed, memory, bytes, and what is found
    Bench(bench::Options),
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A failed step has shown its own error already.
            if !error.is::<steps::StepFailed>() {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let workspace = Workspace::find()?;
    let steps = |count| Steps::new(count, arguments.verbose);
    match &arguments.task {
        Task::Build => {
            build::build(&workspace, &mut steps(build::STEPS))?;
            size::print_package(&workspace)
        }
        Task::Demo(options) => {
            if !options.no_build {
                build::build(&workspace, &mut steps(build::STEPS))?;
            }
            demo::serve(&workspace, options)
        }
        Task::Test(options) => test::test(&workspace, options, arguments.verbose),
        Task::Size => {
            let mut steps = steps(build::STEPS + 1);
            build::build(&workspace, &mut steps)?;
            steps.run("Weigh it against the budgets", |step| size::hold(&workspace, step))
        }
        Task::Fuzz(options) => fuzz::fuzz(&workspace, options, arguments.verbose),
        Task::Bench(options) => bench::bench(&workspace, options, arguments.verbose),
    }
}
