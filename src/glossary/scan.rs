//! Passing over the words that start no form, at the speed of reading bytes.
//!
//! A word of plain letters with space or punctuation behind it has one reading: its hash is made on the way, and the table of starts asked once.
//! Whatever else there is (apostrophes, hyphens, accents, other scripts) is cut by the tokenizer, and each of its readings looked up.

use super::TermMatch;
use super::walk::Walk;
use crate::pack::{GOES_ON, IS_FORM, NO_LETTERS, Pack, Storage, flags_of, with_letter};
use crate::text::{MAX_WORD, is_connector, is_letter, is_of_words};

/// Finds the terms of a pack in a text: leftmost-longest, not overlapping, in the order of the text.
pub fn find<D: Storage>(pack: &Pack<D>, text: &str) -> Vec<TermMatch> {
    let (bytes, starts) = (text.as_bytes(), pack.form_starts());
    let mut walk = Walk::new(pack, text);
    let mut matches = Vec::new();
    let (mut start, mut from) = (0, 0);
    while start < bytes.len() {
        let run = Run::of(bytes, start, NO_LETTERS);
        let is_empty = run.end == start;
        // Behind what parts words the next may start.
        let mut next = run.end + 1;
        let mut is_apart = run.is_plain || is_empty;
        if bytes.get(run.end).is_some_and(|byte| !byte.is_ascii()) {
            let c = text.get(run.end..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            next = run.end + c.len_utf8();
            is_apart = if is_empty { !is_letter(c) } else { !is_of_words(c) && !is_connector(c) && run.is_short(start) };
        }
        let may_start = if is_apart {
            let may_start = !is_empty && run.may_start(bytes, starts);
            if may_start {
                walk.start(start);
            }
            may_start
        } else {
            next = walk.start(start);
            walk.may_start(starts)
        };
        if may_start && let Some(found) = walk.longest(from) {
            from = found.end;
            matches.push(found);
        }
        start = next;
    }
    matches
}

/// Plain letters and digits.
struct Run {
    end: usize,
    hash: u32,
    /// Whether they are a word by themselves. When a character behind them is beyond ASCII, that isn't known yet.
    is_plain: bool,
}

impl Run {
    fn of(bytes: &[u8], start: usize, mut hash: u32) -> Self {
        let byte_at = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
        let mut end = start;
        loop {
            let byte = byte_at(end);
            // Digits have this bit too.
            let lower = byte | 0x20;
            if lower.wrapping_sub(b'a') > 25 && byte.wrapping_sub(b'0') > 9 {
                break;
            }
            hash = with_letter(hash, lower.into());
            end += 1;
        }
        let behind = byte_at(end);
        let is_connector = matches!(behind, b'\'' | b'-' | b'.' | b'`');
        let next = byte_at(end + 1);
        let goes_on = behind >= 0x80 || is_connector && (next.is_ascii_alphanumeric() || next >= 0x80);
        let mut run = Self { end, hash, is_plain: !goes_on };
        run.is_plain &= run.is_short(start);
        run
    }

    /// Whether the tokenizer keeps all of the letters.
    fn is_short(&self, start: usize) -> bool {
        self.end - start <= MAX_WORD
    }

    /// Whether a form may start with the word, as far as the table of starts tells by it and the word behind it.
    fn may_start(&self, bytes: &[u8], starts: &[[u8; 2]]) -> bool {
        let flags = flags_of(starts, self.hash);
        if flags & IS_FORM != 0 || flags & GOES_ON == 0 {
            return flags != 0;
        }
        let behind = bytes.get(self.end).copied().unwrap_or(b'.');
        if behind != b' ' {
            return behind < b' ' || behind == b'-' || behind >= 0x80;
        }
        let second = Self::of(bytes, self.end + 1, with_letter(self.hash, u32::from(b' ')));
        second.end == self.end + 1 || !second.is_plain || flags_of(starts, second.hash) != 0
    }
}
