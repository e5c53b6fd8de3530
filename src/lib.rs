//! A catalog of resources and its glossary, small enough to search inside any web page.
//!
//! Data flows one way, and no module imports a later stage:
//!
//! ```text
//! catalog/ (plain text) -> catalog -> index -> pack (bytes) -> query, glossary -> wasm API -> widget -> page
//! ```
//!
//! * [`catalog`] is what an editor keeps: sections, resources, terms; how they are read and checked.
//! * [`text`] decides what a word is, for everybody.
//! * [`index`] turns a catalog into a [`pack`], the one file that everything later reads in place.
//! * [`query`] finds resources; [`glossary`] finds terms in running text.
//! * `html` writes a pack as a static list, for pages before and without JavaScript; only the command-line tool has it.
//! * `wasm` is the JavaScript API; only it knows `wasm-bindgen`. Only the command-line tool touches files.
//!
//! ```
//! use equity_catalog::{catalog::{Catalog, Resource}, index, pack::Pack, query::{Request, Searcher}};
//!
//! let catalog = Catalog {
//!     resources: vec![Resource { id: "net-gains".into(), title: "Net Gains: A Handbook for Network Builders".into(), ..Resource::default() }],
//!     ..Catalog::default()
//! };
//! let mut searcher = Searcher::new(Pack::open(index::build(&catalog)?)?);
//! let page = searcher.search(&Request { query: "netwrok buil", ..Request::default() });
//! assert_eq!(page.hits[0].resource.id, "net-gains");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants: bytes from outside never make the engine panic, loop or allocate without bound (every read is checked); any string
//! is a query; text is data, never markup.

pub mod catalog;
pub mod glossary;
#[cfg(feature = "tool")]
pub mod html;
pub mod index;
#[cfg(any(test, all(target_arch = "wasm32", not(feature = "builder"))))]
mod json;
mod order;
pub mod pack;
pub mod query;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;
