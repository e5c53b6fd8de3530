//! Opening a pack and reading its parts.

use std::cell::OnceCell;
use std::ops::Range;

use super::bytes::{hash, only_grow, u32_at, u64_from};
use super::layout::{FACETS, Facet, HEADER, MAGIC, MAX_SECTIONS, PackError, ROW, SectionInfo, Tag, VERSION, checksum};
use super::{Column, Cursor, Dictionary, Places, Postings, get_meta, get_resource, get_section, get_term};
use crate::catalog::{Block, Resource, Section, Term};

/// What a pack says about itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The catalog's name.
    pub title: String,
    /// Its language.
    pub language: String,
    /// Its licence, in words.
    pub licence: Option<String>,
    /// What it is.
    pub about: Vec<Block>,
    /// How many resources it has.
    pub resources: u32,
    /// How many glossary terms.
    pub terms: u32,
    /// Words that a resource need not have to answer a question, folded, with spaces between.
    pub common_words: String,
}

/// An opened pack: the bytes, and where each section lies in them.
#[derive(Debug)]
pub struct Pack<D> {
    data: D,
    sections: Vec<Range<usize>>,
    meta: Meta,
    /// By section of offsets, whether they only grow; found out at first use. Records that overlapped could make a small pack
    /// endless work.
    growing: [OnceCell<bool>; Tag::ALL.len()],
    /// The same for each facet's column.
    sound: [OnceCell<bool>; FACETS.len()],
}

impl<D: AsRef<[u8]>> Pack<D> {
    /// Opens a pack without copying or decoding its sections.
    ///
    /// # Errors
    /// When the bytes are no pack, a newer pack, cut short, or contradict themselves.
    pub fn open(data: D) -> Result<Self, PackError> {
        let bytes = data.as_ref();
        if bytes.get(..8) != Some(MAGIC) {
            return Err(PackError::NotAPack);
        }
        let found = bytes.len() as u64;
        let short = |expected: u64| PackError::Truncated { expected, found };
        let version = u32_at(bytes, 2).ok_or(short(HEADER as u64))?;
        if version != VERSION {
            return Err(PackError::Version(version));
        }
        let count = u32_at(bytes, 3).ok_or(short(HEADER as u64))? as usize;
        if count > MAX_SECTIONS {
            return Err(PackError::Damaged("table"));
        }
        let expected = u64_from(bytes, 16).ok_or(short(HEADER as u64))?;
        if expected != found {
            return Err(if expected > found { short(expected) } else { PackError::Damaged("length") });
        }
        let end = HEADER + count * ROW;
        let table = bytes.get(..end).ok_or(PackError::Damaged("table"))?;
        if u32_at(bytes, end / 4) != Some(checksum(table)) {
            return Err(PackError::Damaged("table"));
        }
        let mut sections = vec![0..0; Tag::ALL.len()];
        for row in table[HEADER..].chunks_exact(ROW) {
            let Some(tag) = Tag::ALL.iter().find(|tag| row.starts_with(&tag.bytes())) else { continue };
            let range = row_range(row).filter(|range| bytes.get(range.clone()).is_some());
            sections[*tag as usize] = range.ok_or(PackError::Damaged("table"))?;
        }
        let (growing, sound) = Default::default();
        let mut pack = Self { data, sections, meta: Meta::default(), growing, sound };
        pack.meta = get_meta(&mut Cursor::new(pack.section(Tag::Meta))).ok_or(PackError::Damaged("META"))?;
        pack.check_sizes()?;
        Ok(pack)
    }

    /// Counts are taken on trust by everything that allocates for them, so they must fit the bytes that are there.
    fn check_sizes(&self) -> Result<(), PackError> {
        let (resources, terms) = (u64::from(self.meta.resources), u64::from(self.meta.terms));
        let fits = |tag: Tag, length: u64| self.section(tag).len() as u64 == length;
        if !fits(Tag::StoredOffsets, (resources + 1) * 4)
            || !fits(Tag::PlaceOffsets, (resources + 1) * 4)
            || !fits(Tag::Sort, resources * 8)
        {
            return Err(PackError::Damaged("number of resources"));
        }
        if !fits(Tag::TermOffsets, (terms + 1) * 4) {
            return Err(PackError::Damaged("number of terms"));
        }
        let words = u64::from(self.dictionary().len());
        if !fits(Tag::PostingOffsets, (words + 1) * 4) || !fits(Tag::Stems, words * 4) {
            return Err(PackError::Damaged("number of words"));
        }
        if !fits(Tag::FormTargets, u64::from(self.forms().len()) * 4) {
            return Err(PackError::Damaged("number of forms"));
        }
        Ok(())
    }

    /// The bytes of one section, empty when the pack has none.
    pub fn section(&self, tag: Tag) -> &[u8] {
        self.data.as_ref().get(self.sections[tag as usize].clone()).unwrap_or_default()
    }

    /// Name, language, counts.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Bytes of the whole file.
    pub fn size(&self) -> usize {
        self.data.as_ref().len()
    }

    /// Every section with its length, and whether its checksum holds.
    pub fn verify(&self) -> Vec<SectionInfo> {
        let bytes = self.data.as_ref();
        let count = u32_at(bytes, 3).unwrap_or(0) as usize;
        let table = bytes.get(HEADER..HEADER + count * ROW).unwrap_or_default();
        let info = |row: &[u8]| {
            let range = row_range(row).unwrap_or(0..0);
            SectionInfo {
                tag: String::from_utf8_lossy(&row[..4]).into_owned(),
                length: range.len() as u64,
                intact: u32_at(row, 1) == bytes.get(range).map(checksum),
            }
        };
        table.chunks_exact(ROW).map(info).collect()
    }

    /// The words.
    pub fn dictionary(&self) -> Dictionary<'_> {
        Dictionary::new(self.section(Tag::Dictionary))
    }

    /// The forms of the glossary's terms: folded words, one space between them.
    pub fn forms(&self) -> Dictionary<'_> {
        Dictionary::new(self.section(Tag::Forms))
    }

    /// The term that a form stands for, and whether its capitals must be those of the glossary.
    pub fn form_target(&self, form: u32) -> Option<(u32, bool)> {
        let target = u32_at(self.section(Tag::FormTargets), form as usize)?;
        Some((target >> 1, target & 1 == 1))
    }

    /// Where a word occurs.
    pub fn postings(&self, word: u32) -> Postings<'_> {
        Postings::new(self.record(Tag::PostingOffsets, Tag::Postings, word).unwrap_or_default(), self.meta.resources)
    }

    /// The bytes of the postings of all words in a range.
    pub fn postings_size(&self, words: &Range<u32>) -> usize {
        let offset = |word: u32| u32_at(self.section(Tag::PostingOffsets), word as usize).unwrap_or(0);
        offset(words.end).saturating_sub(offset(words.start)) as usize
    }

    /// The next word with the same stem; the word itself when no other has it.
    pub fn next_of_stem(&self, word: u32) -> Option<u32> {
        u32_at(self.section(Tag::Stems), word as usize).filter(|next| *next < self.dictionary().len())
    }

    /// The words of a resource, in the order of its text.
    pub fn places(&self, doc: u32) -> Places<'_> {
        Places::new(self.record(Tag::PlaceOffsets, Tag::Places, doc).unwrap_or_default())
    }

    /// The column of a facet.
    pub fn column(&self, facet: Facet) -> Option<Column<'_>> {
        let column = Column::open(self.section(Tag::Facets), facet as usize, self.meta.resources)?;
        self.sound[facet as usize].get_or_init(|| column.is_sound()).then_some(column)
    }

    /// Rank of a resource when sorted by title.
    pub fn title_rank(&self, doc: u32) -> u32 {
        u32_at(self.section(Tag::Sort), doc as usize * 2).unwrap_or(u32::MAX)
    }

    /// Year of a resource.
    pub fn year(&self, doc: u32) -> Option<i32> {
        let year = u32_at(self.section(Tag::Sort), doc as usize * 2 + 1)? as i32;
        (year != i32::MIN).then_some(year)
    }

    /// Calls `each` with every resource that has this very title, folded.
    pub fn with_title(&self, folded: &str, each: &mut dyn FnMut(u32)) {
        named(self.section(Tag::Titles), folded, each);
    }

    /// The resource with an id.
    pub fn find_resource(&self, id: &str) -> Option<(u32, Resource)> {
        let mut found = None;
        named(self.section(Tag::Ids), id, &mut |doc| {
            if found.is_none() {
                found = self.resource(doc).filter(|resource| resource.id == id).map(|resource| (doc, resource));
            }
        });
        found
    }

    /// The record of a resource.
    pub fn resource(&self, doc: u32) -> Option<Resource> {
        get_resource(&mut Cursor::new(self.record(Tag::StoredOffsets, Tag::Stored, doc)?))
    }

    /// The catalog's sections, in order.
    pub fn sections(&self) -> Vec<Section> {
        let mut cursor = Cursor::new(self.section(Tag::Sections));
        std::iter::from_fn(|| if cursor.rest().is_empty() { None } else { get_section(&mut cursor) }).collect()
    }

    /// The record of a glossary term; terms are numbered by headword.
    pub fn term(&self, number: u32) -> Option<Term> {
        get_term(&mut Cursor::new(self.record(Tag::TermOffsets, Tag::Terms, number)?))
    }

    fn record(&self, offsets: Tag, records: Tag, number: u32) -> Option<&[u8]> {
        let (tag, offsets) = (offsets, self.section(offsets));
        if !self.growing[tag as usize].get_or_init(|| only_grow(offsets)) {
            return None;
        }
        let (start, end) = (u32_at(offsets, number as usize)?, u32_at(offsets, number as usize + 1)?);
        self.section(records).get(start as usize..end as usize)
    }
}

fn row_range(row: &[u8]) -> Option<Range<usize>> {
    let start = usize::try_from(u64_from(row, 8)?).ok()?;
    let length = usize::try_from(u64_from(row, 16)?).ok()?;
    Some(start..start.checked_add(length)?)
}

fn named(rows: &[u8], name: &str, each: &mut dyn FnMut(u32)) {
    let wanted = hash(name.as_bytes());
    let (rows, _) = rows.as_chunks::<12>();
    let first = rows.partition_point(|row| u64_from(row, 0).unwrap_or(0) < wanted);
    for row in rows[first..].iter().take_while(|row| u64_from(*row, 0) == Some(wanted)) {
        each(u32_at(row, 2).unwrap_or(u32::MAX));
    }
}
