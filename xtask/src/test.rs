//! Everything that must hold before a change is good, in the order in which a mistake is cheapest to find.
//!
//! A failed check doesn't stop the others: one run tells all that is wrong. Only what needs a build that failed is
//! skipped, and says so.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::setup::{self, Browser};
use crate::steps::{End, Step, StepFailed, Steps, Tests};
use crate::workspace::Workspace;
use crate::{build, fuzz, reproducible, size};

/// What `cargo xtask test` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// Do only this check (may be given several times); the build comes with those that need it
    #[arg(long, value_name = "NAME", value_parser = clap::builder::PossibleValuesParser::new(CHECKS.map(|check| check.name)))]
    only: Vec<String>,
    /// The browsers to test in
    #[arg(long, value_delimiter = ',', default_values = ["chromium", "firefox", "webkit"])]
    browsers: Vec<Browser>,
}

/// One thing that must hold.
struct Check {
    /// Its name for `--only`.
    name: &'static str,
    /// What it does, as the step's line says it.
    what: &'static str,
    /// Whether it looks at the built package.
    after_build: bool,
    run: fn(&Workspace, &mut Step, &Options) -> Result<()>,
}

const CHECKS: [Check; 11] = [
    Check { name: "format", what: "Rust is formatted", after_build: false, run: format },
    Check { name: "clippy", what: "clippy is content with the Rust", after_build: false, run: clippy },
    Check { name: "native", what: "Native tests", after_build: false, run: native },
    Check {
        name: "fuzz",
        what: "Fuzzers, so many runs of each",
        after_build: false,
        run: |workspace, step, _| fuzz::check(workspace, step),
    },
    Check { name: "clippy-wasm", what: "clippy is content with the browser's part", after_build: true, run: clippy_wasm },
    Check { name: "docs", what: "The Rust documentation has no dead links", after_build: true, run: docs },
    Check { name: "types", what: "The JavaScript's types hold", after_build: true, run: types },
    Check {
        name: "size",
        what: "The package is within its budgets",
        after_build: true,
        run: |workspace, step, _| size::hold(workspace, step),
    },
    Check {
        name: "reproducible",
        what: "Built again elsewhere, every file is the same",
        after_build: true,
        run: |workspace, step, _| reproducible::hold(workspace, step),
    },
    Check { name: "api", what: "API tests in Node", after_build: true, run: api },
    Check { name: "browser", what: "Widget tests in real browsers", after_build: true, run: browser },
];

/// Runs the checks and sums them up.
///
/// # Errors
/// When one of them failed.
pub fn test(workspace: &Workspace, options: &Options, verbose: bool) -> Result<()> {
    let wanted = |check: &&Check| options.only.is_empty() || options.only.iter().any(|name| name == check.name);
    let (after, before): (Vec<&Check>, Vec<&Check>) = CHECKS.iter().filter(wanted).partition(|check| check.after_build);
    let building = if after.is_empty() { 0 } else { build::STEPS };
    let mut steps = Steps::new(before.len() + building + after.len(), verbose);

    // Each step shows and records its own failure; the summary below reads the record.
    for check in before {
        let _ = steps.run(check.what, |step| (check.run)(workspace, step, options));
    }
    let built = after.is_empty() || build::build(workspace, &mut steps).is_ok();
    for check in after {
        if built {
            let _ = steps.run(check.what, |step| (check.run)(workspace, step, options));
        } else {
            steps.skip(check.what, "it needs the build, which failed");
        }
    }
    summarize(&steps, options)
}

/// Prints what became of each step, and the sum as the very last line.
fn summarize(steps: &Steps, options: &Options) -> Result<()> {
    println!();
    for outcome in steps.outcomes() {
        let end = match outcome.end {
            End::Passed => "ok",
            End::Failed => "FAILED",
            End::Skipped => "skipped",
        };
        let line = format!("{end:<8} {:>6.1} s  {:<45} {}", outcome.time.as_secs_f64(), outcome.what, outcome.note);
        println!("{}", line.trim_end());
    }
    for outcome in steps.outcomes().iter().filter(|outcome| outcome.end == End::Failed) {
        println!("\n{} failed, its last lines once more:\n{}", outcome.what, outcome.failure);
    }
    for browser in [Browser::Chromium, Browser::Firefox, Browser::Webkit] {
        if !options.browsers.contains(&browser) {
            println!("Not tested in {}: --browsers leaves it out.", browser.name());
        }
    }
    let count = |number: fn(&Tests) -> usize| steps.outcomes().iter().map(|outcome| number(&outcome.tests)).sum::<usize>();
    let skipped = steps.outcomes().iter().filter(|outcome| outcome.end == End::Skipped).count();
    let comma = if skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
    println!("\n{} passed, {} failed{comma}", count(|tests| tests.passed), count(|tests| tests.failed));
    if steps.outcomes().iter().any(|outcome| outcome.end == End::Failed) {
        return Err(StepFailed.into());
    }
    Ok(())
}

fn format(workspace: &Workspace, step: &mut Step, _: &Options) -> Result<()> {
    setup::rust_components(workspace, step)?;
    step.command(workspace.cargo(&["fmt", "--all", "--check", "--", "--color", "never"])).map(drop)
}

fn clippy(workspace: &Workspace, step: &mut Step, _: &Options) -> Result<()> {
    setup::rust_components(workspace, step)?;
    step.command(workspace.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])).map(drop)
}

fn native(workspace: &Workspace, step: &mut Step, _: &Options) -> Result<()> {
    step.suite(workspace.cargo(&["test", "--workspace", "--no-fail-fast"]), count_cargo_tests)
}

fn clippy_wasm(workspace: &Workspace, step: &mut Step, _: &Options) -> Result<()> {
    setup::rust_components(workspace, step)?;
    for feature in ["embedded", "builder"] {
        let mut command = workspace.cargo(&["clippy", "--lib", "--target", "wasm32-unknown-unknown", "--no-default-features"]);
        command.args(["--features", feature, "--", "-D", "warnings"]).env("EQUITY_CATALOG_PACK", workspace.pack());
        step.command(command)?;
    }
    Ok(())
}

fn docs(workspace: &Workspace, step: &mut Step, _: &Options) -> Result<()> {
    let strict = |arguments: &[&str]| {
        let mut command = workspace.cargo(&[&["doc", "--no-deps"], arguments].concat());
        command.env("RUSTDOCFLAGS", "-D warnings");
        command
    };
    step.command(strict(&["--workspace"]))?;
    // The JavaScript API is documented only where it is compiled.
    step.command(strict(&["--lib", "--target", "wasm32-unknown-unknown", "--no-default-features"])).map(drop)
}

fn types(workspace: &Workspace, step: &mut Step, _: &Options) -> Result<()> {
    let mut command = workspace.tool("typescript/bin/tsc");
    command.args(["--project", "tsconfig.json"]);
    step.command(command).map(drop)
}

fn api(workspace: &Workspace, step: &mut Step, _: &Options) -> Result<()> {
    let mut command = workspace.node(&["--test", "--test-reporter=spec"]);
    command.args(test_files(workspace, "tests/api")?);
    step.suite(command, count_node_tests)
}

fn browser(workspace: &Workspace, step: &mut Step, options: &Options) -> Result<()> {
    let programs = setup::browsers(workspace, step, &options.browsers)?;
    let names: Vec<&str> = options.browsers.iter().map(|browser| browser.name()).collect();
    // Real browsers side by side would wait for each other on a small machine, and time out.
    let mut command = workspace.node(&["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    command.args(test_files(workspace, "tests/browser")?).env("BROWSERS", names.join(",")).envs(programs);
    step.suite(command, count_node_tests)
}

/// The test files of a folder, in their order; `node --test` takes no pattern before Node 21.
fn test_files(workspace: &Workspace, folder: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(workspace.root.join(folder)).with_context(|| format!("can't look into {folder}"))?;
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.mjs");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_test).collect();
    files.sort();
    if files.is_empty() {
        bail!("{folder} holds no file that ends with .test.mjs");
    }
    Ok(files)
}

/// Sums up lines like `test result: ok. 12 passed; 0 failed; …`, one for each of Cargo's test programs.
fn count_cargo_tests(output: &str) -> Tests {
    let mut tests = Tests::default();
    for line in output.lines().filter_map(|line| line.strip_prefix("test result: ")) {
        let words: Vec<&str> = line.split([' ', '.', ';']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            match (pair[0].parse::<usize>(), pair[1]) {
                (Ok(number), "passed") => tests.passed += number,
                (Ok(number), "failed") => tests.failed += number,
                _ => {}
            }
        }
    }
    tests
}

/// Reads the lines with which Node's test runner closes: `ℹ pass 12`, `ℹ fail 0`, `ℹ cancelled 0`.
fn count_node_tests(output: &str) -> Tests {
    let mut tests = Tests::default();
    for line in output.lines() {
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["ℹ" | "#", "pass", number] => tests.passed = number.parse().unwrap_or(0),
            ["ℹ" | "#", "fail" | "cancelled", number] => tests.failed += number.parse().unwrap_or(0),
            _ => {}
        }
    }
    tests
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runners_closing_lines_are_counted() {
        let check = |count: fn(&str) -> Tests, output: &str, expected: (usize, usize)| {
            let tests = count(output);
            assert_eq!((tests.passed, tests.failed), expected, "{output}");
        };
        check(count_cargo_tests, "", (0, 0));
        check(count_cargo_tests, "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 1.20s", (12, 0));
        check(count_cargo_tests, "test result: FAILED. 1 passed; 2 failed;\ntest result: ok. 5 passed; 0 failed;", (6, 2));
        check(count_cargo_tests, "12 passed", (0, 0));
        check(count_node_tests, "✔ opens (3 ms)\nℹ tests 3\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\n", (2, 1));
        check(count_node_tests, "# pass 4\n# fail 0\n# cancelled 1\n", (4, 1));
        check(count_node_tests, "", (0, 0));
    }
}
