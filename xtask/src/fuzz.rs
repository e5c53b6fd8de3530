//! Looking for bytes that break something: libFuzzer calls the functions of `fuzz/` with ever new bytes, led by which code they reach.
//!
//! `cargo xtask test` makes a number of runs from the kept seeds, counted and not timed, so that a busy machine does the same work as an idle
//! one. `cargo xtask fuzz` goes on for as long as one likes. Both are stable Rust: counting which code is reached is LLVM's doing, asked for by flags that
//! every compiler of ours has, and libFuzzer's own source comes with the crate `libfuzzer-sys`. (`cargo fuzz` works in this folder too.)

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup;
use crate::steps::{Step, StepFailed, Steps};
use crate::workspace::Workspace;

/// One of the fuzzers.
struct Fuzzer {
    name: &'static str,
    /// How often it is run in `cargo xtask test`: some ten seconds each.
    runs: u32,
    /// The longest input that it makes up, in bytes.
    longest: u32,
}

const FUZZERS: [Fuzzer; 6] = [
    Fuzzer { name: "pack", runs: 4_000, longest: 4096 },
    Fuzzer { name: "sections", runs: 4_000, longest: 2048 },
    Fuzzer { name: "texts", runs: 2_000, longest: 8192 },
    Fuzzer { name: "records", runs: 10_000, longest: 4096 },
    Fuzzer { name: "query", runs: 1_000, longest: 300 },
    Fuzzer { name: "glossary", runs: 20_000, longest: 3000 },
];

/// An input that takes as many seconds hangs.
const PATIENCE: u32 = 60;

/// So many megabytes may a fuzzer have with all that it remembers of its inputs. What one call may have is held in `fuzz/src/memory.rs`.
const MEMORY: u32 = 1024;

/// What makes LLVM count the code that is reached and look at what is compared; and no sum may overflow unnoticed.
const FLAGS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Coverflow-checks=on",
];

/// What `cargo xtask fuzz` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// The fuzzers to run, one after the other; all of them when none is named
    #[arg(value_name = "NAME", value_parser = clap::builder::PossibleValuesParser::new(FUZZERS.map(|fuzzer| fuzzer.name)))]
    names: Vec<String>,
    /// How long each of them runs
    #[arg(long, value_name = "N", default_value_t = 600)]
    seconds: u32,
    /// Afterwards keep as seeds the shortest inputs that reach what the seeds don't
    #[arg(long)]
    keep: bool,
}

/// Runs fuzzers for a while, from the seeds and from what earlier runs found.
///
/// # Errors
/// When they can't be built, or one of them found something.
pub fn fuzz(workspace: &Workspace, options: &Options, verbose: bool) -> Result<()> {
    let mut steps = Steps::new(1, verbose);
    let folder = steps.run("Compile the fuzzers", |step| compile(workspace, step))?;
    let wanted = |fuzzer: &&Fuzzer| options.names.is_empty() || options.names.iter().any(|name| name == fuzzer.name);
    let mut has_failed = false;
    for fuzzer in FUZZERS.iter().filter(wanted) {
        println!("\n{}", fuzzer.name);
        let corpus = corpus(workspace, fuzzer)?;
        let mut command = run(workspace, &folder, fuzzer)?;
        command.arg(format!("-max_total_time={}", options.seconds)).args([&corpus, &seeds(workspace, fuzzer)]);
        has_failed |= !command.status().context("can't start the fuzzer")?.success();
        if options.keep {
            let mut command = run(workspace, &folder, fuzzer)?;
            command.arg("-merge=1").args([&seeds(workspace, fuzzer), &corpus]);
            has_failed |= !command.status().context("can't start the fuzzer")?.success();
        }
    }
    if has_failed {
        eprintln!("\n{}", what_to_do(workspace));
        return Err(StepFailed.into());
    }
    Ok(())
}

/// Runs every fuzzer as often as is written here.
///
/// # Errors
/// When they can't be built, or one of them found something.
pub fn check(workspace: &Workspace, step: &mut Step) -> Result<()> {
    let folder = compile(workspace, step)?;
    let mut runs = 0;
    for fuzzer in &FUZZERS {
        // Every check begins with the seeds alone.
        let corpus = scratch(workspace).join("checked").join(fuzzer.name);
        if corpus.exists() {
            fs::remove_dir_all(&corpus).with_context(|| format!("can't empty {}", corpus.display()))?;
        }
        fs::create_dir_all(&corpus).with_context(|| format!("can't make {}", corpus.display()))?;
        let mut command = run(workspace, &folder, fuzzer)?;
        command.args([format!("-runs={}", fuzzer.runs), "-seed=1".into()]).args([&corpus, &seeds(workspace, fuzzer)]);
        let output = step.command(command).with_context(|| what_to_do(workspace))?;
        runs +=
            executed(&output).with_context(|| format!("the fuzzer {} doesn't say how often it ran:\n{output}", fuzzer.name))?;
    }
    step.note(format!("{runs} runs"));
    Ok(())
}

/// The number of runs in libFuzzer's closing figures.
fn executed(output: &str) -> Option<u64> {
    output.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?.trim().parse().ok()
}

fn what_to_do(workspace: &Workspace) -> String {
    format!(
        "A fuzzer found bytes that break something. They stand in {}: copy them to fuzz/seeds/NAME/, mend what they break, and \
         `cargo test -p equity-catalog-fuzz` tries them from then on.",
        found(workspace).display()
    )
}

/// Compiles the fuzzers apart from everything else, since their flags are none that others want; gives the folder in which they are.
fn compile(workspace: &Workspace, step: &mut Step) -> Result<PathBuf> {
    setup::cxx(workspace, step)?;
    let about = workspace.command("rustc").arg("-vV").output().context("can't run rustc")?;
    let about = String::from_utf8_lossy(&about.stdout).into_owned();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let target = scratch(workspace);
    let mut command =
        workspace.cargo(&["build", "--release", "--package", "equity-catalog-fuzz", "--features", "libfuzzer", "--bins"]);
    // With a target named, the flags are not for build scripts and macros, which no fuzzer is linked with.
    command.args(["--target", host, "--target-dir"]).arg(&target).env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    step.command(command)?;
    Ok(target.join(host).join("release"))
}

/// A fuzzer that hasn't been told yet how long, and on what.
fn run(workspace: &Workspace, folder: &std::path::Path, fuzzer: &Fuzzer) -> Result<Command> {
    let found = found(workspace);
    fs::create_dir_all(&found).with_context(|| format!("can't make {}", found.display()))?;
    let mut command = workspace.command(folder.join(format!("{}{}", fuzzer.name, std::env::consts::EXE_SUFFIX)));
    command.args([
        format!("-max_len={}", fuzzer.longest),
        format!("-timeout={PATIENCE}"),
        format!("-rss_limit_mb={MEMORY}"),
        format!("-artifact_prefix={}/{}-", found.display(), fuzzer.name),
        "-print_final_stats=1".into(),
    ]);
    Ok(command)
}

/// What an earlier `cargo xtask fuzz` found worth remembering.
fn corpus(workspace: &Workspace, fuzzer: &Fuzzer) -> Result<PathBuf> {
    let corpus = scratch(workspace).join("corpus").join(fuzzer.name);
    fs::create_dir_all(&corpus).with_context(|| format!("can't make {}", corpus.display()))?;
    Ok(corpus)
}

fn seeds(workspace: &Workspace, fuzzer: &Fuzzer) -> PathBuf {
    workspace.root.join("fuzz/seeds").join(fuzzer.name)
}

fn found(workspace: &Workspace) -> PathBuf {
    scratch(workspace).join("found")
}

fn scratch(workspace: &Workspace) -> PathBuf {
    workspace.root.join("target/fuzz")
}

#[cfg(test)]
mod tests {
    use super::executed;

    #[test]
    fn runs_are_read_from_the_closing_figures() {
        assert_eq!(executed("Done 7 runs\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec: 9\n"), Some(1234));
        assert_eq!(executed("Done 7 runs in 1 second(s)\n"), None);
    }

    #[test]
    fn every_fuzzer_is_one_of_the_crate_s() {
        let manifest = include_str!("../../fuzz/Cargo.toml");
        let named: Vec<&str> = manifest.split("[[bin]]\nname = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(named, super::FUZZERS.map(|fuzzer| fuzzer.name));
    }
}
