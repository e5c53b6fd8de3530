//! Fetching a catalog's files: the only place that touches a disk. What they say is judged elsewhere.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use super::{Catalog, Report, Sources, read_json, read_texts};

/// Reads and checks a catalog: a folder of text files, or a JSON file.
///
/// # Errors
/// When a file can't be read; the message names it. Mistakes in what the files say are in the report.
pub fn read(path: &Path) -> Result<(Catalog, Report, Sources)> {
    if path.is_dir() { read_folder(path) } else { Ok(read_json(&path.to_string_lossy(), bytes(path)?)) }
}

/// Reads and checks a catalog folder as an editor keeps it.
///
/// # Errors
/// When a file of the folder can't be read; the message names it. Mistakes in what the files say are in the report.
pub fn read_folder(path: &Path) -> Result<(Catalog, Report, Sources)> {
    let mut files = Vec::new();
    for name in ["catalog.md", "resources.md", "glossary.md"] {
        if path.join(name).exists() {
            files.push((name.to_string(), bytes(&path.join(name))?));
        }
    }
    let sections = path.join("sections");
    if sections.is_dir() {
        for entry in fs::read_dir(&sections).map_err(|error| named(&sections, &error))? {
            let file = entry.map_err(|error| named(&sections, &error))?.path();
            if let Some(name) = file.file_name().and_then(|name| name.to_str())
                && Path::new(name).extension().is_some_and(|extension| extension == "md")
                && !name.starts_with('.')
            {
                files.push((format!("sections/{name}"), bytes(&file)?));
            }
        }
    }
    // A disk gives names in any order; diagnostics shouldn't.
    files.sort_by_key(|(name, _)| (name.contains('/'), name.clone()));
    Ok(read_texts(&path.to_string_lossy(), files))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| named(path, &error))
}

/// The error with the file's name, and without the number that systems give it.
fn named(path: &Path, error: &Error) -> Error {
    let reason = match error.kind() {
        ErrorKind::NotFound => "it doesn't exist".into(),
        ErrorKind::PermissionDenied => "this user may not read it".into(),
        _ => error.to_string(),
    };
    Error::new(error.kind(), format!("can't read {}: {reason}", path.display()))
}
