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
mod path;
mod records;
#[cfg(feature = "tool")]
mod render;
mod report;
mod suggest;
mod value;

pub use check::check;
#[cfg(feature = "tool")]
pub use files::{read, read_folder};
#[cfg(feature = "tool")]
pub use folder::read_texts;
pub use from_value::from_value;
#[cfg(feature = "tool")]
pub use json::read_json;
pub use records::{
    Block, Case, Catalog, Correction, Group, Listing, MAX_PROSE_DEPTH, Resource, Section, Sense, Span, Term, is_safe_url,
    plain_text,
};
#[cfg(feature = "tool")]
pub use render::{render, render_in_colour, summary};
pub use report::{Diagnostic, Place, Report, Severity, Sources};
pub use value::Value;
