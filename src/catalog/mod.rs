//! The catalog as data: its records, how they are read, and what is checked before anything is built from them.

mod records;
mod report;

pub use records::{
    Block, Catalog, Correction, Group, Listing, MAX_PROSE_DEPTH, Resource, Section, Sense, Span, Term, is_safe_url,
    plain_text,
};
pub use report::{Diagnostic, Place, Report, Severity, Sources};
