//! The pack: one file that holds a catalog ready to be searched, read in place.
//!
//! ```text
//! magic "EQCPACK\n"   8 bytes
//! version             u32   LE, like every number
//! sections            u32
//! length of the file  u64
//! table               per section: tag [u8; 4], checksum u32, offset u64, length u64
//! checksum            u32   CRC-32 (ISO-HDLC) of everything above
//! sections            contiguous, each starting on a multiple of 8
//! ```
//!
//! Opening reads the table and a few numbers, so it costs the same for ten resources and for a million. Each section carries its own
//! checksum, which [`Pack::verify`] compares; searching doesn't, because every read is checked where it happens: hostile bytes
//! give a typed error or an empty answer.

mod bytes;
mod column;
mod dictionary;
mod layout;
mod places;
mod postings;
mod reader;
mod rules;
mod starts;
mod storage;
mod stored;
mod writer;

pub use bytes::{Cursor, put_str, put_varint};
pub use column::{Column, encode_column};
pub use dictionary::{Dictionary, Edge, Edges, Node, encode_dictionary};
pub use layout::{FACETS, Facet, Field, PackError, SectionInfo, Tag};
pub use places::{Place, PlacesOfField};
pub use postings::{class_weights, encode_posting, weight_class};
pub use reader::{MOST_COMPARED, Meta, Pack};
pub use rules::{FormRule, encode_targets};
pub use starts::{GOES_ON, IS_FORM, NO_LETTERS, encode_starts, flags_of, hash_of, with_letter};
pub use storage::Storage;
pub use stored::{get_meta, get_resource, get_section, get_term, put_meta, put_resource, put_section, put_term};
pub use writer::PackWriter;
