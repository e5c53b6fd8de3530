//! Opening a pack and reading its parts.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::ops::Range;

use super::bytes::{u32_at, u64_from};
use super::layout::{FACETS, Facet, HEADER, MAGIC, MAX_SECTIONS, PackError, ROW, SectionInfo, Tag, VERSION, checksum};
use super::places::Places;
use super::postings::Postings;
use super::rules::{FormRule, each_rule};
use super::stored::{get_id, get_title};
use super::{Column, Cursor, Dictionary, Place, Storage, get_meta, get_resource, get_section, get_term};
use crate::catalog::{Block, MAX_RESOURCES, MAX_TERMS, Resource, Section, Term};
use crate::order::sorted_numbers;
use crate::text::fold;

/// So many bytes of postings are read at once, when they have to be copied.
const BLOCK: usize = 1 << 16;

/// More resources than this with one title are not told apart from others: of an archive, half may be untitled.
const MOST_TITLED: usize = 256;

/// So many bytes of a record are read for its titles: in a hostile pack all rows may name one work, whose titles are long. What stands behind them is
/// not in the table of titles.
pub const MOST_COMPARED: usize = 4096;

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
    /// By section, a copy of it when the storage can't lend it and it is walked again and again.
    kept: [OnceCell<Vec<u8>>; Tag::ALL.len()],
    /// The same by facet.
    kept_columns: [OnceCell<Vec<u8>>; FACETS.len()],
    /// By section of lengths, where each record starts and where the last one ends; summed up at first use.
    starts: [OnceCell<Vec<u32>>; Tag::ALL.len()],
    /// By facet, whether its column is sound; found out at first use. Records that overlapped could make a small pack endless work.
    sound: [OnceCell<bool>; FACETS.len()],
}

impl<D: Storage> Pack<D> {
    /// Opens a pack without copying or decoding its sections.
    ///
    /// # Errors
    /// When the bytes are no pack, a newer pack, cut short, or contradict themselves.
    pub fn open(data: D) -> Result<Self, PackError> {
        let found = data.size() as u64;
        let header = read(&data, 0..HEADER.min(data.size())).unwrap_or_default();
        if header.get(..8) != Some(MAGIC) {
            return Err(PackError::NotAPack);
        }
        let short = |expected: u64| PackError::Truncated { expected, found };
        let version = u32_at(&header, 2).ok_or(short(HEADER as u64))?;
        if version != VERSION {
            return Err(PackError::Version(version));
        }
        let count = u32_at(&header, 3).ok_or(short(HEADER as u64))? as usize;
        if count > MAX_SECTIONS {
            return Err(PackError::Damaged("table"));
        }
        let expected = u64_from(&header, 16).ok_or(short(HEADER as u64))?;
        if expected != found {
            return Err(if expected > found { short(expected) } else { PackError::Damaged("length") });
        }
        let end = HEADER + count * ROW;
        let bytes = read(&data, 0..end + 4).ok_or(PackError::Damaged("table"))?;
        let table = bytes.get(..end).ok_or(PackError::Damaged("table"))?;
        if u32_at(&bytes, end / 4) != Some(checksum(table)) {
            return Err(PackError::Damaged("table"));
        }
        let mut sections = vec![0..0; Tag::ALL.len()];
        for row in table[HEADER..].chunks_exact(ROW) {
            let Some(tag) = Tag::ALL.iter().find(|tag| row.starts_with(&tag.bytes())) else { continue };
            let range = row_range(row).filter(|range| range.start <= range.end && range.end <= data.size());
            sections[*tag as usize] = range.ok_or(PackError::Damaged("table"))?;
        }
        drop(bytes);
        let (starts, sound, kept, kept_columns) = Default::default();
        let mut pack = Self { data, sections, meta: Meta::default(), kept, kept_columns, starts, sound };
        pack.meta = get_meta(&mut Cursor::new(pack.section(Tag::Meta))).ok_or(PackError::Damaged("META"))?;
        pack.check_sizes()?;
        Ok(pack)
    }

    /// Counts are taken on trust by everything that allocates for them, so they must fit the bytes that are there.
    fn check_sizes(&self) -> Result<(), PackError> {
        let (resources, terms) = (u64::from(self.meta.resources), u64::from(self.meta.terms));
        let fits = |tag: Tag, length: u64| self.sections[tag as usize].len() as u64 == length;
        if !fits(Tag::Sort, resources * 8) || resources > MAX_RESOURCES.into() {
            return Err(PackError::Damaged("number of resources"));
        }
        // A length takes a byte or more.
        if (self.sections[Tag::TermLengths as usize].len() as u64) < terms || terms > MAX_TERMS.into() {
            return Err(PackError::Damaged("number of terms"));
        }
        if !fits(Tag::Stems, u64::from(self.dictionary().len()) * 4) {
            return Err(PackError::Damaged("number of words"));
        }
        if (self.sections[Tag::FormTargets as usize].len() as u64) < u64::from(self.forms().len()) * 4 {
            return Err(PackError::Damaged("number of forms"));
        }
        Ok(())
    }

    /// The bytes of one section, empty when the pack has none.
    pub fn section(&self, tag: Tag) -> &[u8] {
        let range = &self.sections[tag as usize];
        let kept = || self.kept[tag as usize].get_or_init(|| self.data.copy(range.clone()).unwrap_or_default()).as_slice();
        self.data.slice(range.clone()).unwrap_or_else(kept)
    }

    /// Name, language, counts.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Bytes of the whole file.
    pub fn size(&self) -> usize {
        self.data.size()
    }

    /// Every section with its length, and whether its checksum holds.
    pub fn verify(&self) -> Vec<SectionInfo> {
        let header = read(&self.data, 0..HEADER).unwrap_or_default();
        let count = u32_at(&header, 3).unwrap_or(0) as usize;
        let table = read(&self.data, HEADER..HEADER + count * ROW).unwrap_or_default();
        let info = |row: &[u8]| {
            let range = row_range(row).unwrap_or(0..0);
            SectionInfo {
                tag: String::from_utf8_lossy(&row[..4]).into_owned(),
                length: range.len() as u64,
                intact: u32_at(row, 1) == read(&self.data, range).map(|bytes| checksum(&bytes)),
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

    /// Calls `each` with the rules of a form: which terms it stands for, and when.
    pub fn each_form_rule(&self, form: u32, each: &mut dyn FnMut(FormRule)) {
        each_rule(self.section(Tag::FormTargets), self.forms().len(), form, &mut |rule| {
            if rule.term < self.meta.terms {
                each(rule);
            }
        });
    }

    /// What forms start with, for [`flags_of`](super::flags_of).
    pub fn form_starts(&self) -> &[[u8; 2]] {
        self.section(Tag::FormStarts).as_chunks().0
    }

    /// Where a word occurs, and how much each resource is about it.
    pub fn postings(&self, word: u32) -> Vec<(u32, u8)> {
        let mut found = Vec::new();
        self.each_posting(&(word..word.saturating_add(1)), &mut |doc, class| found.push((doc, class)));
        found
    }

    /// Calls `each` with the resource and weight class of every posting of the words, word by word.
    pub fn each_posting(&self, words: &Range<u32>, each: &mut dyn FnMut(u32, u8)) {
        self.each_posting_inline(words, each);
    }

    /// The same, for the few places where there are so many postings that a call for each would show.
    #[inline(always)]
    pub fn each_posting_inline(&self, words: &Range<u32>, mut each: impl FnMut(u32, u8)) {
        let starts = self.starts(Tag::PostingLengths);
        let offset = |word: u32| starts.get(word as usize).copied().unwrap_or(0) as usize;
        let mut first = words.start;
        while first < words.end {
            // Words that follow each other have their postings side by side, and are read together, as many as fit a block.
            let base = offset(first);
            let fits = |end: &u32| offset(*end).saturating_sub(base) <= BLOCK;
            let end = (first + 2..=words.end).take_while(fits).last().unwrap_or(first + 1);
            let bytes = self.part(Tag::Postings, base..offset(end));
            for word in first..end {
                let of_word = bytes.get(offset(word).saturating_sub(base)..offset(word + 1).saturating_sub(base));
                for (doc, class) in Postings::new(of_word.unwrap_or_default(), self.meta.resources) {
                    each(doc, class);
                }
            }
            first = end;
        }
    }

    /// How many resources have a word.
    pub fn resources_with(&self, word: u32) -> u32 {
        let start = self.starts(Tag::PostingLengths).get(word as usize).copied().unwrap_or(u32::MAX) as usize;
        let bytes = self.part(Tag::Postings, start..start.saturating_add(5));
        Postings::new(&bytes, self.meta.resources).resources()
    }

    /// The bytes of the postings of all words in a range.
    pub fn postings_size(&self, words: &Range<u32>) -> usize {
        let starts = self.starts(Tag::PostingLengths);
        let offset = |word: u32| starts.get(word as usize).copied().unwrap_or(0);
        offset(words.end).saturating_sub(offset(words.start)) as usize
    }

    /// The next word with the same stem; the word itself when no other has it.
    pub fn next_of_stem(&self, word: u32) -> Option<u32> {
        let next = word.wrapping_add(u32_at(self.section(Tag::Stems), word as usize)?);
        (next < self.dictionary().len()).then_some(next)
    }

    /// The words of a resource, in the order of its text.
    pub fn places(&self, doc: u32) -> Vec<Place> {
        let mut found = Vec::new();
        self.each_place(doc, &mut |place| found.push(place));
        found
    }

    /// Calls `each` with the words of a resource, in the order of its text.
    pub fn each_place(&self, doc: u32, each: &mut dyn FnMut(Place)) {
        let bytes = self.record(Tag::PlaceLengths, Tag::Places, doc);
        Places::new(&bytes).for_each(each);
    }

    /// The column of a facet.
    pub fn column(&self, facet: Facet) -> Option<Column<'_>> {
        let columns = &self.sections[Tag::Facets as usize];
        let starts = self.part(Tag::Facets, 0..FACETS.len() * 4);
        let start = columns.start.checked_add(u32_at(&starts, facet as usize)? as usize)?;
        let end = u32_at(&starts, facet as usize + 1).map_or(columns.end, |end| columns.start.saturating_add(end as usize));
        let range = start..end.min(columns.end);
        let kept =
            || self.kept_columns[facet as usize].get_or_init(|| self.data.copy(range.clone()).unwrap_or_default()).as_slice();
        let column = Column::open(self.data.slice(range.clone()).unwrap_or_else(kept), self.meta.resources)?;
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

    /// Calls `each` with resources that have this very title, folded, and the title as it stands.
    pub fn with_title(&self, folded: &str, each: &mut dyn FnMut(u32, &str)) {
        let title = |at: usize| {
            let row = self.part(Tag::Titles, at * 8..at * 8 + 8);
            let (doc, which) = (u32_at(&row, 0)?, u32_at(&row, 1)?);
            let starts = self.starts(Tag::StoredLengths);
            let [start, end, ..] = starts.get(doc as usize..)? else { return None };
            let record = self.part(Tag::Stored, *start as usize..(*end as usize).min(*start as usize + MOST_COMPARED));
            Some((doc, get_title(&mut Cursor::new(&record), which)?))
        };
        let first = self.first_row(Tag::Titles, 8, &|at| title(at).is_some_and(|(_, title)| fold(&title).as_str() < folded));
        for (doc, title) in (first..first + MOST_TITLED).map_while(title).take_while(|(_, title)| fold(title) == folded) {
            each(doc, &title);
        }
    }

    /// The resource with an id.
    pub fn find_resource(&self, id: &str) -> Option<(u32, Resource)> {
        let doc = self.find(id, Tag::Ids, Tag::StoredLengths, Tag::Stored)?;
        Some((doc, self.resource(doc)?))
    }

    /// The number of the term with an id.
    pub fn find_term(&self, id: &str) -> Option<u32> {
        self.find(id, Tag::TermIds, Tag::TermLengths, Tag::Terms)
    }

    /// The number of the record with an id, by the section that has the numbers sorted by id.
    fn find(&self, id: &str, sorted: Tag, lengths: Tag, records: Tag) -> Option<u32> {
        let number = |at: usize| u32_at(&self.part(sorted, at * 4..at * 4 + 4), 0);
        let compared = |at: usize| {
            let record = self.record(lengths, records, number(at)?);
            Some(Cursor::new(&record).str()?.cmp(id))
        };
        let at = self.first_row(sorted, 4, &|at| compared(at).is_some_and(Ordering::is_lt));
        number(at).filter(|_| compared(at).is_some_and(Ordering::is_eq))
    }

    /// The first row of a sorted section that isn't before what is looked for.
    fn first_row(&self, tag: Tag, width: usize, is_before: &dyn Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.sections[tag as usize].len() / width);
        while low < high {
            let middle = low.midpoint(high);
            if is_before(middle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The record of a resource.
    pub fn resource(&self, doc: u32) -> Option<Resource> {
        get_resource(&mut Cursor::new(&self.stored(doc)))
    }

    fn stored(&self, doc: u32) -> Cow<'_, [u8]> {
        self.record(Tag::StoredLengths, Tag::Stored, doc)
    }

    /// The catalog's sections, in order.
    pub fn sections(&self) -> Vec<Section> {
        let mut cursor = Cursor::new(self.section(Tag::Sections));
        std::iter::from_fn(|| if cursor.rest().is_empty() { None } else { get_section(&mut cursor) }).collect()
    }

    /// The record of a glossary term; terms are numbered by headword.
    pub fn term(&self, number: u32) -> Option<Term> {
        get_term(&mut Cursor::new(&self.term_record(number)))
    }

    /// The works that have to do with a term: first those that it names as related, then those whose texts have it, both in listing
    /// order.
    pub fn works_of_term(&self, number: u32) -> Vec<u32> {
        let record = self.term_record(number);
        let mut cursor = Cursor::new(&record);
        let (mut works, mut is_named) = (Vec::new(), true);
        if get_term(&mut cursor).is_some() {
            // Two rows that go up: in a damaged pack no work stands in more than both.
            while let Some(work) = cursor.varint().filter(|work| *work < self.meta.resources) {
                if works.last().is_some_and(|last| work <= *last) && !std::mem::take(&mut is_named) {
                    break;
                }
                works.push(work);
            }
        }
        works
    }

    /// The terms that stand in a work's texts or name it as related: their ids and headwords, by headword.
    pub fn terms_of_work(&self, doc: u32) -> Vec<(&str, &str)> {
        let (mut values, mut terms) = (Vec::new(), Vec::new());
        if let Some(column) = self.column(Facet::Term) {
            // Each once, also in a damaged pack.
            column.each(doc, &mut |value| {
                if values.last().is_none_or(|last| value > *last) {
                    values.push(value);
                }
            });
            terms.extend(values.iter().filter_map(|value| column.name(*value)));
        }
        let headword = |at: u32| terms.get(at as usize).map(|(_, term)| fold(term));
        let order = sorted_numbers(terms.len(), &|a, b| headword(a).cmp(&headword(b)));
        order.into_iter().filter_map(|at| terms.get(at as usize).copied()).collect()
    }

    fn term_record(&self, number: u32) -> Cow<'_, [u8]> {
        self.record(Tag::TermLengths, Tag::Terms, number)
    }

    /// The id of a glossary term.
    pub fn term_id(&self, number: u32) -> Option<String> {
        get_id(&mut Cursor::new(&self.term_record(number)))
    }

    /// A record, empty when there is none.
    fn record(&self, lengths: Tag, records: Tag, number: u32) -> Cow<'_, [u8]> {
        let starts = self.starts(lengths);
        let [start, end, ..] = starts.get(number as usize..).unwrap_or_default() else { return Cow::default() };
        self.part(records, *start as usize..*end as usize)
    }

    /// Where each record starts and where the last one ends, from their lengths: so none reaches into another.
    fn starts(&self, lengths: Tag) -> &[u32] {
        self.starts[lengths as usize].get_or_init(|| {
            let bytes = self.part(lengths, 0..usize::MAX);
            let (mut cursor, mut end) = (Cursor::new(&bytes), 0u32);
            let mut starts = vec![end];
            while let Some(length) = cursor.varint() {
                end = end.saturating_add(length);
                starts.push(end);
            }
            starts
        })
    }

    /// A part of a section, cut where the section ends.
    fn part(&self, tag: Tag, part: Range<usize>) -> Cow<'_, [u8]> {
        let section = &self.sections[tag as usize];
        let end = section.start.saturating_add(part.end).min(section.end);
        let start = section.start.saturating_add(part.start).min(end);
        read(&self.data, start..end).unwrap_or_default()
    }
}

fn read<D: Storage>(data: &D, range: Range<usize>) -> Option<Cow<'_, [u8]>> {
    data.slice(range.clone()).map(Cow::Borrowed).or_else(|| data.copy(range).map(Cow::Owned))
}

fn row_range(row: &[u8]) -> Option<Range<usize>> {
    let start = usize::try_from(u64_from(row, 8)?).ok()?;
    let length = usize::try_from(u64_from(row, 16)?).ok()?;
    Some(start..start.checked_add(length)?)
}
