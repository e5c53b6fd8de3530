//! The catalog as data: its records, how they are read, and what is checked before anything is built from them.
//!
//! ```text
//! a folder of text  --folder-->  records --+
//! a JSON file       --json--->  values     +--check-->  catalog and report  --render-->  what an editor sees
//! a page's objects  --------->  values  ---+
//!                               (from_value)
//! ```
//!
//! Reading text, JSON and files needs the feature `tool`; a browser has [`from_value()`] and [`check()`].

mod check;
#[cfg(feature = "tool")]
mod files;
#[cfg(feature = "tool")]
mod folder;
mod from_value;
#[cfg(feature = "tool")]
mod json;
mod limits;
mod path;
mod records;
#[cfg(feature = "tool")]
mod render;
mod report;
mod suggest;
mod unseen;
mod value;

pub use check::check;
#[cfg(feature = "tool")]
pub use files::{read, read_folder};
#[cfg(feature = "tool")]
pub use folder::read_texts;
pub use from_value::from_value;
#[cfg(feature = "tool")]
pub use json::read_json;
pub use limits::{MAX_CORRECTIONS, MAX_ITEMS, MAX_LINE, MAX_PROSE_DEPTH, MAX_RECORD, MAX_RESOURCES, MAX_SECTIONS, MAX_TERMS};
pub use records::{
    Block, Case, Catalog, Correction, Group, Listing, Resource, Section, Sense, Span, Term, is_safe_url, plain_text,
};
#[cfg(feature = "tool")]
pub use render::{render, render_in_colour, summary};
pub use report::{Diagnostic, Place, Report, Severity, Sources};
#[cfg(feature = "tool")]
pub(crate) use unseen::seen;
pub use value::Value;
