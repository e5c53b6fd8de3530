//! What is noted while files are read: findings, and where everything stands.

use std::collections::HashMap;

use crate::catalog::path::Path;
use crate::catalog::report::{Place, Report};

use super::lines::Spot;

/// Findings and places of one reading.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) report: Report,
    pub(super) places: HashMap<String, Place>,
}

impl Notes {
    /// Remembers that what has this path stands at this spot.
    pub(super) fn mark(&mut self, path: Path<'_>, spot: Spot<'_>) {
        self.places.insert(path.into(), spot.place());
    }

    /// Notes an error at a spot.
    pub(super) fn error(&mut self, code: &'static str, spot: Spot<'_>, message: impl Into<String>, help: impl Into<String>) {
        self.report.error_at(code, spot.place(), message, help);
    }

    /// Notes a warning at a spot.
    pub(super) fn warning(&mut self, code: &'static str, spot: Spot<'_>, message: impl Into<String>, help: impl Into<String>) {
        self.report.warning_at(code, spot.place(), message, help);
    }
}
