//! Running a command to its end while hearing what it says: it never waits for input, and never runs for ever.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// No command of ours takes this long unless it hangs, and a hanging browser must not hold up a build for ever.
const TIME_LIMIT: Duration = Duration::from_secs(60 * 60);

/// How long a command may be silent before its caller hears that it is.
const PATIENCE: Duration = Duration::from_millis(200);

/// A command that has ended.
pub struct Finished {
    /// How it ended.
    pub status: ExitStatus,
    /// All that it printed, errors and the rest in the order in which they came.
    pub output: String,
    /// The command as one would type it, to be shown in errors.
    pub typed: String,
}

/// What is heard from a running command.
pub enum Heard<'a> {
    /// It printed a line, which ends as the command ended it.
    Line(&'a str),
    /// It is silent just now; `latest` is the last line that it printed.
    Nothing { latest: &'a str },
}

/// Runs a command to its end and tells `heard` what it hears meanwhile.
///
/// # Errors
/// When it can't be started, or takes longer than [`TIME_LIMIT`].
pub fn run(mut command: Command, heard: impl Fn(Heard<'_>)) -> Result<Finished> {
    let typed = as_typed(&command);
    let (reader, writer) = io::pipe().context("can't make a pipe")?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("can't start `{typed}`"))?;
    // The command holds the pipe's writing end: while it lives, reading would never come to an end.
    drop(command);
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(length) if length > 0) {
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
            line.clear();
        }
    });
    let output = listen(&lines, &mut child, &typed, heard)?;
    let status = child.wait().with_context(|| format!("lost `{typed}`"))?;
    Ok(Finished { status, output, typed })
}

/// Collects a command's lines until it has closed its output.
fn listen(lines: &Receiver<String>, child: &mut Child, typed: &str, heard: impl Fn(Heard<'_>)) -> Result<String> {
    let started = Instant::now();
    let mut output = String::new();
    let mut latest = String::new();
    loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) => {
                heard(Heard::Line(&line));
                output.push_str(&line);
                latest = line;
            }
            Err(RecvTimeoutError::Timeout) => heard(Heard::Nothing { latest: &latest }),
            Err(RecvTimeoutError::Disconnected) => return Ok(output),
        }
        if started.elapsed() > TIME_LIMIT {
            // It may have ended by itself just now; either way it is gone.
            let _ = child.kill();
            let _ = child.wait();
            bail!("{output}\n`{typed}` was stopped: it had not ended after {} minutes", TIME_LIMIT.as_secs() / 60);
        }
    }
}

fn as_typed(command: &Command) -> String {
    let mut typed = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        let argument = argument.to_string_lossy();
        let quote = if argument.contains(' ') { "'" } else { "" };
        let _ = write!(typed, " {quote}{argument}{quote}");
    }
    typed
}
