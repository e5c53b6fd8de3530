//! `equity-catalog build`: from a catalog to a pack on disk.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use equity_catalog::catalog::{read, summary};
use equity_catalog::index;

use crate::Outcome;
use crate::check::{counts, show_most};
use crate::output::{Output, complain, grouped, write_whole};

pub fn run(path: &Path, output: &Path, out: &mut Output) -> Outcome {
    let start = Instant::now();
    let (catalog, report, sources) = read(path)?;
    show_most(&report, &sources);
    if !report.is_ok() {
        complain(&format!("{} was not built: {}\n", output.display(), summary(&report)));
        return Ok(ExitCode::FAILURE);
    }
    let pack = index::build(&catalog)?;
    write_whole(output, &pack)?;
    out.line(&format!("{}: {}", path.display(), counts(&catalog)))?;
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    out.line(&format!("{}: {} bytes in {milliseconds:.0} ms", output.display(), grouped(pack.len() as u64)))?;
    Ok(ExitCode::SUCCESS)
}
