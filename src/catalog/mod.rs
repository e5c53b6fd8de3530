//! The catalog as data: its records, how they are read, and what is checked before anything is built from them.

mod from_value;
mod path;
mod records;
mod report;
mod suggest;
mod value;

pub use from_value::from_value;
pub use records::{
    Block, Catalog, Correction, Group, Listing, MAX_PROSE_DEPTH, Resource, Section, Sense, Span, Term, is_safe_url, plain_text,
};
pub use report::{Diagnostic, Place, Report, Severity, Sources};
pub use value::Value;
