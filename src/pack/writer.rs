//! Putting sections together.

use super::bytes::put_varint;
use super::layout::{HEADER, MAGIC, ROW, Tag, VERSION, checksum};

/// Collects sections and writes the file around them.
#[derive(Debug, Default)]
pub struct PackWriter {
    /// In the order in which they were added.
    sections: Vec<(Tag, Vec<u8>)>,
}

impl PackWriter {
    /// Adds a section.
    pub fn section(&mut self, tag: Tag, bytes: Vec<u8>) {
        self.sections.push((tag, bytes));
    }

    /// Adds a section of records, and one of their lengths.
    pub fn records(&mut self, lengths: Tag, records: Tag, each: impl Iterator<Item = Vec<u8>>) {
        let (mut of_each, mut bytes) = (Vec::new(), Vec::new());
        for record in each {
            put_varint(&mut of_each, record.len() as u32);
            bytes.extend_from_slice(&record);
        }
        self.section(lengths, of_each);
        self.section(records, bytes);
    }

    /// The whole file.
    pub fn finish(self) -> Vec<u8> {
        let sections: Vec<_> = Tag::ALL.iter().flat_map(|tag| self.sections.iter().filter(move |(one, _)| one == tag)).collect();
        let table_end = HEADER + sections.len() * ROW + 4;
        let mut rows = Vec::with_capacity(sections.len());
        let mut end = table_end;
        for (tag, bytes) in sections {
            let start = end.next_multiple_of(8);
            end = start + bytes.len();
            rows.push((*tag, start, bytes.as_slice()));
        }
        let mut out = Vec::with_capacity(end);
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(&(rows.len() as u32).to_le_bytes());
        out.extend_from_slice(&(end as u64).to_le_bytes());
        for (tag, start, bytes) in &rows {
            out.extend_from_slice(&tag.bytes());
            out.extend_from_slice(&checksum(bytes).to_le_bytes());
            out.extend_from_slice(&(*start as u64).to_le_bytes());
            out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        }
        let sum = checksum(&out);
        out.extend_from_slice(&sum.to_le_bytes());
        for (_, start, bytes) in rows {
            out.resize(start, 0);
            out.extend_from_slice(bytes);
        }
        out
    }
}
