//! What matched where: ranges in the texts as they stand.
//!
//! The field is cut into words again by the same rules as in the index, which has told which word each of them is; it is looked up among what the
//! query stood for, so a highlight is exactly what was found: behind folded marks, typos, joined words.

use std::cmp::Ordering;

use serde::Serialize;

use super::expand::{Expansion, How};
use super::marks::Marks;
use crate::catalog::Resource;
use crate::pack::{Field, Pack, Place, Storage};
use crate::text::{is_unspaced, prefix_end, tokenize};

/// Matched ranges by field, `[start, end]`, in bytes or, after [`Highlights::to_utf16`], in UTF-16 code units. In fields of several values the number of the value
/// comes first. A field without a match is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Highlights {
    /// In the title.
    pub title: Vec<[u32; 2]>,
    /// In the other titles.
    pub titles: Vec<[u32; 3]>,
    /// In the authors.
    pub authors: Vec<[u32; 3]>,
    /// In the line of authors as printed.
    pub byline: Vec<[u32; 2]>,
    /// In the organizations.
    pub organizations: Vec<[u32; 3]>,
    /// In the kind.
    pub kind: Vec<[u32; 2]>,
    /// In the topics.
    pub topics: Vec<[u32; 3]>,
    /// In the description.
    pub description: Vec<[u32; 2]>,
}

/// Marks what the words of a query, each with its expansions, matched in a resource. When `in_runs`, a lone character of a script without spaces is
/// none of them.
pub(super) fn highlight<D: Storage>(
    pack: &Pack<D>,
    marks: &Marks,
    words: &[Vec<Expansion>],
    in_runs: bool,
    doc: u32,
    resource: &Resource,
) -> Highlights {
    let places: Vec<Place> = pack.places(doc);
    let of_field = |field: Field| {
        Matched::of(places.iter().filter(|place| place.field == field).map(|place| place.word), marks, words, in_runs)
    };
    let many = |texts: &[String], mut matched: Matched<'_>| {
        let of_each = (0..)
            .zip(texts)
            .flat_map(|(number, text)| matched.ranges(text).into_iter().map(move |[start, end]| [number, start, end]));
        of_each.collect()
    };
    let mut subjects = of_field(Field::Subjects);
    // The line as printed is not indexed: its names are.
    let mut numbers = Vec::new();
    if let Some(byline) = resource.byline.as_deref().filter(|_| of_field(Field::Authors).is_any()) {
        tokenize(byline, &mut |token| numbers.push(pack.dictionary().get(token.text).unwrap_or(u32::MAX)));
    }
    let mut byline = Matched::of(numbers.into_iter(), marks, words, in_runs);
    Highlights {
        title: of_field(Field::Title).ranges(&resource.title),
        titles: many(&resource.titles, of_field(Field::Titles)),
        authors: many(&resource.authors, of_field(Field::Authors)),
        byline: resource.byline.as_deref().map(|text| byline.ranges(text)).unwrap_or_default(),
        organizations: many(&resource.organizations, of_field(Field::Organizations)),
        kind: resource.kind.as_deref().map(|text| subjects.ranges(text)).unwrap_or_default(),
        topics: many(&resource.topics, subjects),
        description: of_field(Field::Description).ranges(resource.description.as_deref().unwrap_or_default()),
    }
}

/// A matched range and how much its match counts.
struct Mark {
    range: [u32; 2],
    weight: f32,
    /// Whether it is but a part of what was looked for.
    is_stray: bool,
}

/// The words of a field, of which some stand for words of the query. The tokens of its texts are the same, in the same order.
struct Matched<'q> {
    numbers: std::vec::IntoIter<u32>,
    words: &'q [Vec<Expansion>],
    in_runs: bool,
    is_any: bool,
}

impl<'q> Matched<'q> {
    fn of(numbers: impl Iterator<Item = u32> + Clone, marks: &Marks, words: &'q [Vec<Expansion>], in_runs: bool) -> Self {
        let is_any = numbers.clone().any(|word| marks.of(word) != 0);
        let marked = |word: u32| if marks.of(word) == 0 { u32::MAX } else { word };
        // Most fields have nothing to mark.
        let numbers: Vec<u32> = if is_any { numbers.map(marked).collect() } else { Vec::new() };
        Self { numbers: numbers.into_iter(), words, in_runs, is_any }
    }

    fn is_any(&self) -> bool {
        self.is_any
    }

    /// What is marked in the next text of the field.
    fn ranges(&mut self, text: &str) -> Vec<[u32; 2]> {
        let mut marks: Vec<Mark> = Vec::new();
        if !self.is_any {
            return Vec::new();
        }
        tokenize(text, &mut |token| {
            let Some(number) = self.numbers.next().filter(|number| *number != u32::MAX) else { return };
            let mut best: Option<(f32, usize)> = None;
            for expansion in self.words.iter().flatten().filter(|expansion| expansion.words.contains(&number)) {
                let end = match (expansion.how, text.get(token.start..token.end)) {
                    (How::Prefix(letters), Some(word)) => token.start + prefix_end(word, letters),
                    _ => token.end,
                };
                let weight = expansion.how.weight() * expansion.how.share();
                if best.is_none_or(|best| (weight, end) > best) {
                    best = Some((weight, end));
                }
            }
            if let Some((weight, end)) = best {
                // A compound comes after its parts and starts before them.
                let at = marks.partition_point(|mark| mark.range[0] as usize <= token.start);
                let is_stray = self.in_runs && token.text.chars().next().is_some_and(is_unspaced);
                marks.insert(at, Mark { range: [token.start as u32, end as u32], weight, is_stray });
            }
        });
        marks.dedup_by(|next, last| {
            let (touches, overlaps) = (next.range[0] <= last.range[1], next.range[0] < last.range[1]);
            // Of two readings of one word the better is marked; what is as good, or merely touches, becomes one mark.
            match next.weight.total_cmp(&last.weight) {
                Ordering::Greater if overlaps => std::mem::swap(next, last),
                Ordering::Less if overlaps => {}
                _ if touches => last.range[1] = last.range[1].max(next.range[1]),
                _ => {}
            }
            last.is_stray &= !touches;
            touches
        });
        marks.into_iter().filter(|mark| !mark.is_stray).map(|mark| mark.range).collect()
    }
}

impl Highlights {
    /// The same ranges in UTF-16 code units, as JavaScript counts.
    #[must_use]
    pub fn to_utf16(mut self, resource: &Resource) -> Self {
        let one = |ranges: &mut Vec<[u32; 2]>, text: &str| {
            let mut count = Utf16::of(text);
            for bound in ranges.iter_mut().flatten() {
                *bound = count.at(*bound);
            }
        };
        let many = |ranges: &mut Vec<[u32; 3]>, texts: &[String]| {
            for in_text in ranges.chunk_by_mut(|a, b| a[0] == b[0]) {
                let Some(text) = in_text.first().and_then(|range| texts.get(range[0] as usize)) else { continue };
                let mut count = Utf16::of(text);
                for bound in in_text.iter_mut().flat_map(|range| &mut range[1..]) {
                    *bound = count.at(*bound);
                }
            }
        };
        one(&mut self.title, &resource.title);
        many(&mut self.titles, &resource.titles);
        many(&mut self.authors, &resource.authors);
        one(&mut self.byline, resource.byline.as_deref().unwrap_or_default());
        many(&mut self.organizations, &resource.organizations);
        one(&mut self.kind, resource.kind.as_deref().unwrap_or_default());
        many(&mut self.topics, &resource.topics);
        one(&mut self.description, resource.description.as_deref().unwrap_or_default());
        self
    }
}

/// Turns growing byte offsets of a text into UTF-16 offsets in one pass.
#[derive(Debug)]
pub struct Utf16<'t> {
    bytes: &'t [u8],
    at: u32,
    units: u32,
}

impl<'t> Utf16<'t> {
    /// Counts from the start of a text.
    pub fn of(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, units: 0 }
    }

    /// The offset in UTF-16 of a byte offset that is not before the last one asked for.
    pub fn at(&mut self, byte: u32) -> u32 {
        let passed = self.bytes.get(self.at as usize..byte as usize).unwrap_or_default();
        for byte in passed {
            // Each character has one byte that doesn't go on with another; those of four bytes are two units.
            self.units += u32::from(byte & 0xc0 != 0x80) + u32::from(*byte >= 0xf0);
        }
        self.at = byte;
        self.units
    }
}
