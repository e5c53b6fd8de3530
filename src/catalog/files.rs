//! Fetching a catalog's files: the only place that touches a disk. What they say is judged elsewhere.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use super::folder::FILES;
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
    for name in markdown_files(path)? {
        // Other texts in the folder, a README say, are none of ours; only their names tell whether one was misnamed.
        let content = if FILES.contains(&name.as_str()) { bytes(&path.join(&name))? } else { Vec::new() };
        files.push((name, content));
    }
    let sections = path.join("sections");
    if sections.is_dir() {
        for name in markdown_files(&sections)? {
            files.push((format!("sections/{name}"), bytes(&sections.join(&name))?));
        }
    }
    // A disk gives names in any order; diagnostics shouldn't.
    files.sort_by_key(|(name, _)| (name.contains('/'), name.clone()));
    Ok(read_texts(&path.to_string_lossy(), files))
}

/// Names of a folder's `.md` files, without the hidden ones that editors and systems leave behind.
fn markdown_files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
        let path = entry.map_err(|error| named(folder, &error))?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && path.extension().is_some_and(|extension| extension == "md")
            && !name.starts_with('.')
            && path.is_file()
        {
            names.push(name.to_string());
        }
    }
    Ok(names)
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
