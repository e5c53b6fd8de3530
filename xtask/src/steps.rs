//! Showing progress: the only part of xtask that decides how things look on the terminal.
//!
//! ```text
//! [3/7] Compile the engine for the browser …  12.3 s  ok, 141 tests
//! ```
//!
//! A step is quiet while all is well: what its commands print is kept and shown only if one fails (or at once, with
//! `--verbose`). On a terminal the line counts the seconds and shows the command's latest line; elsewhere it is written once.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, bail};

use crate::commands::{self, Finished, Heard};

/// What `tests/browser/run.mjs` says when it tries a test again.
const SECOND_TRY: &str = " had a second try, after: ";

/// A numbered row of steps and what became of them.
pub struct Steps {
    total: usize,
    verbose: bool,
    outcomes: Vec<Outcome>,
}

/// What became of one step.
pub struct Outcome {
    /// What the step does, as it was announced.
    pub what: String,
    /// How it ended.
    pub end: End,
    /// How long it took.
    pub time: Duration,
    /// The tests it ran; a step that isn't a test suite counts as one.
    pub tests: Tests,
    /// A few words on its result, such as "141 tests"; may be empty.
    pub note: String,
    /// The end of its error, if it failed.
    pub failure: String,
}

/// How a step ended.
#[derive(PartialEq, Eq)]
pub enum End {
    Passed,
    Failed,
    Skipped,
}

/// How many tests passed and failed.
#[derive(Clone, Copy, Default)]
pub struct Tests {
    pub passed: usize,
    pub failed: usize,
}

/// The error of a step that has already shown what went wrong: whoever gets it stops, and says nothing more.
#[derive(Debug)]
pub struct StepFailed;

impl std::fmt::Display for StepFailed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a step failed; its error stands above")
    }
}

impl std::error::Error for StepFailed {}

impl Steps {
    /// Starts a row of `total` steps.
    pub fn new(total: usize, verbose: bool) -> Steps {
        Steps { total, verbose, outcomes: Vec::new() }
    }

    /// Does one step and shows how it went.
    ///
    /// # Errors
    /// [`StepFailed`] when `work` fails; its error has been shown by then.
    pub fn run<T>(&mut self, what: &str, work: impl FnOnce(&mut Step) -> Result<T>) -> Result<T> {
        let label = self.label(what);
        let mut step = Step {
            label,
            verbose: self.verbose,
            started: Instant::now(),
            tests: Tests::default(),
            note: String::new(),
            lines: Vec::new(),
        };
        step.announce();
        let result = work(&mut step);
        let end = if result.is_ok() { End::Passed } else { End::Failed };
        step.conclude(result.as_ref().err());
        if step.tests.passed + step.tests.failed == 0 {
            step.tests = Tests { passed: usize::from(result.is_ok()), failed: usize::from(result.is_err()) };
        }
        let time = step.started.elapsed();
        let failure = result.as_ref().err().map(|error| end_of(&format!("{error:#}"))).unwrap_or_default();
        self.outcomes.push(Outcome { what: what.to_owned(), end, time, tests: step.tests, note: step.note, failure });
        result.map_err(|_| Error::new(StepFailed))
    }

    /// Records a step that can't be done because of another, and says why.
    pub fn skip(&mut self, what: &str, reason: &str) {
        println!("{}  skipped: {reason}", self.label(what));
        let note = reason.to_owned();
        let (time, tests, failure) = (Duration::ZERO, Tests::default(), String::new());
        let outcome = Outcome { what: what.to_owned(), end: End::Skipped, time, tests, note, failure };
        self.outcomes.push(outcome);
    }

    /// What became of the steps so far.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    fn label(&self, what: &str) -> String {
        let number = self.outcomes.len() + 1;
        let width = self.total.to_string().len();
        format!("[{number:>width$}/{}] {what}", self.total)
    }
}

/// A step that is being done: runs commands and collects what is worth saying about it.
pub struct Step {
    label: String,
    verbose: bool,
    started: Instant,
    tests: Tests,
    note: String,
    lines: Vec<String>,
}

impl Step {
    /// Runs a command to its end and gives back all that it printed.
    ///
    /// # Errors
    /// When it can't be run, takes too long, or ends with an exit code other than 0; the error holds its output.
    pub fn command(&mut self, command: Command) -> Result<String> {
        let finished = self.execute(command)?;
        self.refuse_failure(&finished)?;
        Ok(finished.output)
    }

    /// Runs a test suite, counts its tests by `count`, and fails when one failed or none ran.
    ///
    /// # Errors
    /// As [`Step::command`]; also when no test ran, since a suite that tests nothing proves nothing.
    pub fn suite(&mut self, command: Command, count: fn(&str) -> Tests) -> Result<()> {
        let finished = self.execute(command)?;
        let tests = count(&finished.output);
        self.tests.passed += tests.passed;
        // A suite can also fail outside of its tests, for example when one of its files can't be loaded.
        self.tests.failed += if finished.status.success() { tests.failed } else { tests.failed.max(1) };
        let count = self.tests.passed + self.tests.failed;
        self.note = format!("{count} {}", if count == 1 { "test" } else { "tests" });
        // What only passed when it was tried again stands in the report, and here that there is something to see.
        let again = finished.output.matches(SECOND_TRY).count();
        if again > 0 {
            self.note = format!("{}, {again} of them at a second try", self.note);
            self.lines
                .extend(finished.output.lines().filter(|line| line.contains(SECOND_TRY)).map(|line| line.trim().to_owned()));
        }
        self.refuse_failure(&finished)?;
        if tests.passed == 0 {
            bail!("`{}` ran no test", finished.typed);
        }
        Ok(())
    }

    fn execute(&self, command: Command) -> Result<Finished> {
        let heard = |heard: Heard| match heard {
            Heard::Line(line) if self.verbose => {
                print!("{line}");
                flush();
            }
            Heard::Line(_) => {}
            Heard::Nothing { latest } => self.show_busy(latest),
        };
        commands::run(command, heard)
    }

    fn refuse_failure(&self, finished: &Finished) -> Result<()> {
        if finished.status.success() {
            return Ok(());
        }
        let printed = if self.verbose { "" } else { finished.output.trim_end() };
        bail!("{printed}\n`{}` ended with {}", finished.typed, finished.status);
    }

    /// Adds a few words to the step's line.
    pub fn note(&mut self, note: impl Into<String>) {
        self.note = note.into();
    }

    /// Adds lines that stand below the step's line once it is done.
    pub fn say(&mut self, text: &str) {
        self.lines.extend(text.lines().map(str::to_owned));
    }

    fn announce(&self) {
        if self.verbose {
            println!("{} …", self.label);
        } else {
            print!("{} …", self.label);
        }
        flush();
    }

    /// Shows what the step is busy with; only a terminal can overwrite a line.
    fn show_busy(&self, latest: &str) {
        if self.verbose || !io::stdout().is_terminal() {
            return;
        }
        let line = format!("{} …  {:.0} s  {}", self.label, self.started.elapsed().as_secs_f64(), latest.trim());
        // A line that wraps can't be overwritten; 80 columns are what every terminal has.
        let line: String = line.chars().filter(|letter| !letter.is_control()).take(79).collect();
        print!("\r\x1b[2K{line}");
        flush();
    }

    fn conclude(&self, error: Option<&Error>) {
        let seconds = self.started.elapsed().as_secs_f64();
        let end = if error.is_some() { "FAILED" } else { "ok" };
        let comma = if self.note.is_empty() { "" } else { ", " };
        let rest = format!("  {seconds:.1} s  {end}{comma}{}", self.note);
        if self.verbose {
            println!("{}{rest}", self.label);
        } else if io::stdout().is_terminal() {
            println!("\r\x1b[2K{}{rest}", self.label);
        } else {
            println!("{rest}");
        }
        let mut below = String::new();
        if let Some(error) = error {
            let _ = writeln!(below, "{error:#}\n");
        }
        for line in &self.lines {
            let _ = writeln!(below, "    {line}");
        }
        print!("{below}");
        flush();
    }
}

/// How many lines of an error are said once more where all is summed up.
const END: usize = 40;

/// The last lines of an error, where what failed is named, without the calls that led there.
fn end_of(error: &str) -> String {
    let mut lines: Vec<&str> =
        error.lines().filter(|line| !line.trim_start().starts_with("at ") && !line.trim().is_empty()).collect();
    lines.drain(..lines.len().saturating_sub(END));
    lines.join("\n")
}

/// A terminal that can't be written to is no reason to stop a build.
fn flush() {
    let _ = io::stdout().flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_an_error_names_what_failed() {
        assert_eq!(end_of(""), "");
        assert_eq!(end_of("✖ opens\n\n    at run (run.mjs:1)\n  Error: no\n"), "✖ opens\n  Error: no");
        let long: Vec<String> = (0..100).map(|number| format!("line {number}")).collect();
        let end = end_of(&long.join("\n"));
        assert_eq!((end.lines().count(), end.lines().next(), end.lines().last()), (END, Some("line 60"), Some("line 99")));
    }
}
