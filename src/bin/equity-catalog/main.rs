//! `equity-catalog`: checks a catalog, builds it into a pack, and asks a pack what a web page would ask it.
//!
//! Each command is a file; all of them print through [`output::Output`]. Exit codes: 0 all is well, 1 something was found or
//! failed, 2 the command line makes no sense.

mod arguments;
mod build;
mod check;
mod find;
mod html;
mod info;
mod offline;
mod output;
mod search;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use output::Output;

/// What a command comes to: its exit code, or what went wrong.
type Outcome = Result<ExitCode, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = Output::standard();
    let outcome = run(&arguments.command, &mut out).and_then(|code| Ok(out.flush().map(|()| code)?));
    outcome.unwrap_or_else(|error| {
        // Whoever read the output (`| head`) has seen enough: that is no failure.
        if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
            return ExitCode::SUCCESS;
        }
        output::complain(&format!("error: {error}\n"));
        ExitCode::FAILURE
    })
}

fn run(command: &Command, out: &mut Output) -> Outcome {
    match command {
        Command::Check { catalog } => check::run(catalog, out),
        Command::Build { catalog, output } => build::run(catalog, output, out),
        Command::Search(search) => search::run(search, out),
        Command::Find { pack, resource: Some(id), json, .. } => find::terms_of_work(pack, id, *json, out),
        Command::Find { pack, term: Some(id), json, .. } => find::works_of_term(pack, id, *json, out),
        Command::Find { pack, text, json, times, .. } => find::run(pack, text.as_deref(), *json, *times, out),
        Command::Html(html) => html::run(html, out),
        Command::Offline(offline) => offline::run(offline, out),
        Command::Info { pack } => info::run(pack, out),
    }
}
