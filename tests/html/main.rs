//! What `equity-catalog html` writes, in the terms of those who read it: a browser without JavaScript, a search engine, Zotero.
//!
//! The fragment is read back with the parser of a browser, never as text.
#![cfg(feature = "tool")]

mod attacks;
mod catalogs;
mod embedded;
mod leads;
mod prose;
mod random;
mod records;
mod support;
mod tool;
mod whole;
