//! `equity-catalog build`: from a catalog to a pack on disk.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use equity_catalog::catalog::{read, summary};
use equity_catalog::index;

use crate::Outcome;
use crate::check::{counts, show};
use crate::output::{Output, complain, grouped};

/// More warnings than this are only counted.
const MOST_WARNINGS: usize = 20;

pub fn run(path: &Path, output: &Path, out: &mut Output) -> Outcome {
    let start = Instant::now();
    let (catalog, report, sources) = read(path)?;
    if report.is_ok() && report.diagnostics.len() > MOST_WARNINGS {
        // A large collection from elsewhere has thousands; what was built shouldn't drown in them.
        complain(&format!("{}; `equity-catalog check` shows them\n", summary(&report)));
    } else {
        show(&report, &sources);
    }
    if !report.is_ok() {
        complain(&format!("{} was not built: {}\n", output.display(), summary(&report)));
        return Ok(ExitCode::FAILURE);
    }
    let pack = index::build(&catalog)?;
    write(output, &pack).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!("can't write {}: its folder doesn't exist", output.display()),
        io::ErrorKind::PermissionDenied => format!("can't write {}: this user may not write there", output.display()),
        _ => format!("can't write {}: {error}", output.display()),
    })?;
    out.line(&format!("{}: {}", path.display(), counts(&catalog)))?;
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    out.line(&format!("{}: {} bytes in {milliseconds:.0} ms", output.display(), grouped(pack.len() as u64)))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the file beside its place and moves it there once it is whole, so that no reader ever meets half a pack.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // A temporary file is its owner's alone by default; a pack is for everybody whom the user's umask lets.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".pack-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
