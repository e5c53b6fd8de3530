//! Reading and checking catalogs, in the terms of those who write them: what stands in which file, and what is said about it.
//!
//! Each table is a list of small catalogs with all that should be found in them; a new case is a few lines.
#![cfg(feature = "tool")]

mod json;
mod random;
mod round_trip;
mod support;
mod text_errors;
mod text_records;
mod tool;
mod whole;
