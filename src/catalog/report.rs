//! What readers and checks have to say: every error and warning, each with its place and its cure.
//!
//! A diagnostic names a record by its path (`resources[3].url`), the same in text, JSON and JavaScript; readers of files
//! also give the [`Place`] of each path, so that the command-line tool can point at the very characters.

use std::collections::HashMap;
use std::ops::Range;

/// Whether a catalog can be built in spite of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No catalog can be built.
    Error,
    /// A catalog can be built; somebody should look.
    Warning,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// A stable name for the kind of finding: `duplicate-id`.
    pub code: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// How to mend it, in one sentence.
    pub help: String,
    /// Which record or field, as a path: `resources[3].url`; empty for the whole catalog.
    pub path: String,
    /// Where in which file, when the finding belongs to a spot rather than to a record.
    pub place: Option<Place>,
}

/// A spot in one of the files that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index into [`Sources::files`].
    pub file: usize,
    /// Bytes of that file.
    pub range: Range<usize>,
}

/// The files that a catalog was read from, and where each record and field stands in them.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Name as the user gave it, and text.
    pub files: Vec<(String, String)>,
    /// Place of each record and field by path.
    pub places: HashMap<String, Place>,
}

impl Sources {
    /// Where a diagnostic points: its own place, else that of its path or of the nearest enclosing one.
    pub fn place_of<'a>(&'a self, diagnostic: &'a Diagnostic) -> Option<&'a Place> {
        if diagnostic.place.is_some() {
            return diagnostic.place.as_ref();
        }
        let mut path = diagnostic.path.as_str();
        loop {
            if let Some(place) = self.places.get(path) {
                return Some(place);
            }
            if path.is_empty() {
                return None;
            }
            path = &path[..path.rfind(['.', '[']).unwrap_or(0)];
        }
    }
}

/// All findings of one reading.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// In the order found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Notes an error on the record or field at `path`.
    pub fn error(&mut self, code: &'static str, path: impl Into<String>, message: impl Into<String>, help: impl Into<String>) {
        self.push(Severity::Error, code, path.into(), None, message.into(), help.into());
    }

    /// Notes a warning on the record or field at `path`.
    pub fn warning(&mut self, code: &'static str, path: impl Into<String>, message: impl Into<String>, help: impl Into<String>) {
        self.push(Severity::Warning, code, path.into(), None, message.into(), help.into());
    }

    /// Notes an error at a spot of a file.
    pub fn error_at(&mut self, code: &'static str, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.push(Severity::Error, code, String::new(), Some(place), message.into(), help.into());
    }

    /// Notes a warning at a spot of a file.
    pub fn warning_at(&mut self, code: &'static str, place: Place, message: impl Into<String>, help: impl Into<String>) {
        self.push(Severity::Warning, code, String::new(), Some(place), message.into(), help.into());
    }

    fn push(
        &mut self,
        severity: Severity,
        code: &'static str,
        path: String,
        place: Option<Place>,
        message: String,
        help: String,
    ) {
        self.diagnostics.push(Diagnostic { severity, code, message, help, path, place });
    }

    /// Whether nothing stands in the way of building.
    pub fn is_ok(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// How many findings of one severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == severity).count()
    }
}
