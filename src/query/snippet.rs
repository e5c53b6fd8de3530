//! The part of a long description that is worth showing: where most of it matched.

use serde::Serialize;

use super::highlight::Utf16;

/// Longer descriptions are cut to a snippet of about this many bytes.
const LENGTH: usize = 240;

/// So many matches are looked at for where most of them are.
const MOST_RANGES: usize = 200;

/// A part of a description.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// The part, from a word's start to a word's end.
    pub text: String,
    /// Where it starts in the description.
    pub start: u32,
    /// Where it ends in the description.
    pub end: u32,
    /// What matched, `[start, end]` in `text`.
    pub highlights: Vec<[u32; 2]>,
}

/// The best part of a description with these matched ranges; nothing when all of it is short enough to show.
pub(super) fn snippet(text: &str, matched: &[[u32; 2]]) -> Option<Snippet> {
    if text.len() <= LENGTH {
        return None;
    }
    // In a text that is full of matches, its beginning is as good as any other part.
    let considered = matched.get(..MOST_RANGES.min(matched.len())).unwrap_or_default();
    // The first of the ranges from which the most others lie within reach.
    let reach = |first: &[u32; 2]| {
        considered.iter().filter(|range| range[0] >= first[0] && (range[1] - first[0]) as usize <= LENGTH * 3 / 4).count()
    };
    let mut best: Option<(usize, [u32; 2])> = None;
    for range in considered {
        let near = reach(range);
        if best.is_none_or(|(most, _)| near > most) {
            best = Some((near, *range));
        }
    }
    let match_start = best.map_or(0, |(_, range)| range[0] as usize);
    let from = match_start.saturating_sub(LENGTH / 4);
    let end = word_end(text, (from + LENGTH).min(text.len()));
    let start = word_start(text, from.min(end.saturating_sub(LENGTH)), match_start);
    let part = text.get(start..end)?;
    let inside = matched.iter().filter(|range| range[0] as usize >= start && range[1] as usize <= end);
    let highlights = inside.map(|range| range.map(|bound| bound - start as u32)).collect();
    Some(Snippet { text: part.to_owned(), start: start as u32, end: end as u32, highlights })
}

/// The start of the first word that begins behind a byte, and not behind a second one; in a text without spaces, of the next character.
fn word_start(text: &str, at: usize, last: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let after = text.char_indices().skip_while(|(byte, _)| *byte < at);
    let near = after.clone().take(LENGTH / 8).take_while(|(byte, _)| *byte < last);
    let mut spaces = near.filter(|(_, c)| c.is_whitespace()).map(|(byte, c)| byte + c.len_utf8());
    spaces.next().or_else(|| after.clone().next().map(|(byte, _)| byte)).unwrap_or(0)
}

/// The end of the last word that ends before a byte.
fn word_end(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let before = text.char_indices().rev().skip_while(|(byte, _)| *byte > at);
    let mut spaces = before.clone().take(LENGTH / 8).filter(|(_, c)| c.is_whitespace()).map(|(byte, _)| byte);
    spaces.next().or_else(|| before.clone().next().map(|(byte, _)| byte)).unwrap_or(text.len())
}

impl Snippet {
    /// The same with offsets in UTF-16 code units, as JavaScript counts.
    #[must_use]
    pub fn to_utf16(mut self, description: &str) -> Self {
        let mut count = Utf16::of(description);
        (self.start, self.end) = (count.at(self.start), count.at(self.end));
        let mut count = Utf16::of(&self.text);
        for bound in self.highlights.iter_mut().flatten() {
            *bound = count.at(*bound);
        }
        self
    }
}
