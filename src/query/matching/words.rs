//! Which words of a query are looked for, and what stands for each.

use super::{Matching, Replacement, Unfinished};
use crate::pack::{Pack, Storage};
use crate::query::bits::Bits;
use crate::query::expand::{Expansion, How, plain, started, stem};
use crate::query::marks::Marks;
use crate::query::parse::QueryWord;
use crate::query::score::{WORTH, idf};
use crate::query::slips::{Slips, usual};
use crate::query::split::split;

/// Postings of fewer bytes than this are read in no time.
const FREQUENT: usize = 8_192;

/// What a common word that may go on counts beside those that tell.
const UNFINISHED: f32 = 0.2;

impl Matching {
    /// Leaves common words out, unless there are no others.
    pub(super) fn take_telling<D: Storage>(&mut self, pack: &Pack<D>, mut words: Vec<QueryWord>) {
        let is_common = |word: &QueryWord| is_common(pack, word);
        if words.iter().all(is_common) {
            self.words = words;
            return;
        }
        if let Some(last) = words.last().filter(|last| last.is_prefix() && is_common(last)) {
            let mut starts = plain(pack, last);
            starts.retain(|expansion| matches!(expansion.how, How::Prefix(_)) && !is_frequent(pack, expansion));
            self.unfinished = Some(Unfinished { text: last.text().to_owned(), expansions: starts, factor: UNFINISHED });
        }
        words.retain(|word| {
            if is_common(word) {
                let number = pack.dictionary().get(word.text());
                self.aside.extend(number.map(|number| {
                    let worth = idf(pack.meta().resources, pack.resources_with(number)) * WORTH;
                    (vec![Expansion { words: number..number + 1, how: How::Exact }], worth as u32)
                }));
            }
            !is_common(word)
        });
        self.words = words;
    }

    /// Finds what stands for each word. An unknown word is taken for two written as one, for the start of others, or for a slip.
    pub(super) fn expand<D: Storage>(&mut self, pack: &Pack<D>, marks: &mut Marks) {
        for word in std::mem::take(&mut self.words) {
            let mut expansions = plain(pack, &word);
            let mut likely = None;
            if expansions.is_empty() && !word.is_quoted {
                let slips = Slips::of(pack, &word);
                let parts = split(pack, marks, &word, &slips).filter(|parts| !parts.iter().all(|part| is_common(pack, part)));
                if let Some(parts) = parts {
                    self.push_parts(pack, parts);
                    continue;
                }
                expansions.extend(started(pack.dictionary(), &word));
                let meant = slips.meant().filter(|_| expansions.is_empty()).and_then(|meant| pack.dictionary().word(meant));
                if let Some(meant) = meant.filter(|meant| !is_common_text(pack, meant)) {
                    likely = Some(meant);
                }
                expansions.extend(slips.expansions());
                stem(pack, &word, &mut expansions);
            } else if let Some(meant) = usual(pack, &word, &expansions) {
                likely = pack.dictionary().word(meant);
                expansions.push(Expansion { words: meant..meant + 1, how: How::Meant { is_prefix: false } });
            }
            let is_kept = !self.is_form_of_another(&word, &expansions);
            if let Some(meant) = likely {
                let number = is_kept.then_some(self.words.len());
                self.replace(&word, &meant, number);
            }
            if is_kept {
                self.expansions.push(expansions);
                self.words.push(word);
            }
        }
    }

    /// Enters what was likely meant by a word wherever it stands, in the order of what was typed: the words of an unknown value come last, wherever
    /// they stand.
    fn replace(&mut self, of: &QueryWord, meant: &str, word: Option<usize>) {
        for typed in std::iter::once(&of.typed).chain(&of.again) {
            let at = self.replacements.partition_point(|other| other.typed.start < typed.start);
            self.replacements.insert(at, Replacement { typed: typed.clone(), meant: meant.to_owned(), word });
        }
    }

    /// Takes two words for the one that was typed.
    fn push_parts<D: Storage>(&mut self, pack: &Pack<D>, parts: [QueryWord; 2]) {
        let meant = [parts[0].text(), " ", parts[1].text()].concat();
        self.replace(&parts[0], &meant, None);
        for part in parts.into_iter().filter(|part| !is_common(pack, part)) {
            self.expansions.push(plain(pack, &part));
            self.words.push(part);
        }
    }

    /// Takes two words for each that the catalog has both as one and as two: *cheatsheet* and *cheat sheet*. Tells whether there are any.
    pub(super) fn take_apart<D: Storage>(&mut self, pack: &Pack<D>, marks: &mut Marks) -> bool {
        let words = std::mem::take(&mut self.words).into_iter().zip(std::mem::take(&mut self.expansions));
        let before = self.replacements.len();
        // By number of a word so far, its number now.
        let mut moved: Vec<usize> = Vec::new();
        for (word, expansions) in words {
            moved.push(self.words.len());
            let is_known =
                matches!(expansions.first(), Some(Expansion { how: How::Exact | How::Prefix(_), .. })) && !word.is_quoted;
            let parts = if is_known { split(pack, marks, &word, &Slips::default()) } else { None };
            if let Some(parts) = parts {
                self.push_parts(pack, parts);
            } else {
                self.expansions.push(expansions);
                self.words.push(word);
            }
        }
        for replacement in &mut self.replacements {
            replacement.word = replacement.word.and_then(|number| moved.get(number).copied());
        }
        self.replacements.len() > before
    }

    /// Counts a word with an earlier one when it is a form of it: *networks* in a question about the network.
    fn is_form_of_another(&mut self, word: &QueryWord, expansions: &[Expansion]) -> bool {
        let [Expansion { words, how: How::Exact }, ..] = expansions else { return false };
        let is_form = |expansion: &Expansion| expansion.how == How::Form && expansion.words == *words;
        let earlier = self.words.iter_mut().zip(&self.expansions).find(|(_, earlier)| earlier.iter().any(is_form));
        match earlier {
            Some((earlier, _)) if !word.is_quoted && !word.is_prefix() && !earlier.is_quoted => {
                earlier.times += word.times;
                true
            }
            _ => false,
        }
    }

    /// Makes a letter or two with which many resources have a word a condition: what starts so tells next to nothing, and there is much of it. The word
    /// itself still counts where it stands.
    pub(super) fn take_frequent_start<D: Storage>(&mut self, pack: &Pack<D>) -> bool {
        let (Some(word), Some(expansions)) = (self.words.last(), self.expansions.last()) else { return false };
        let is_start = |expansion: &Expansion| matches!(expansion.how, How::Prefix(1..=2)) && is_frequent(pack, expansion);
        if word.is_quoted || !expansions.iter().any(is_start) {
            return false;
        }
        let mut docs = Bits::none(pack.meta().resources);
        for Expansion { words, .. } in expansions {
            pack.each_posting_inline(words, |doc, _| docs.insert(doc));
        }
        self.conditions.add(docs);
        let (word, shown) = (self.words.pop(), self.expansions.pop().unwrap_or_default());
        let is_word = |expansion: &&Expansion| matches!(expansion.how, How::Exact | How::Form);
        let expansions = shown.iter().filter(is_word).cloned().collect();
        self.shown.push(shown);
        self.unfinished = word.map(|word| Unfinished { text: word.text().to_owned(), expansions, factor: 1.0 });
        true
    }

    /// Lets every word also stand for those that it is but for a slip.
    pub(super) fn allow_slips<D: Storage>(&mut self, pack: &Pack<D>) {
        for (word, expansions) in self.words.iter().zip(&mut self.expansions) {
            if !expansions.iter().any(|expansion| matches!(expansion.how, How::Slip(_) | How::SlipInPrefix(_))) {
                expansions.extend(Slips::allowed(pack, word));
            }
        }
    }
}

fn is_common<D: Storage>(pack: &Pack<D>, word: &QueryWord) -> bool {
    !word.is_quoted && is_common_text(pack, word.text())
}

fn is_common_text<D: Storage>(pack: &Pack<D>, text: &str) -> bool {
    // By bytes, in half the time.
    pack.meta().common_words.as_bytes().split(|byte| *byte == b' ').any(|common| common == text.as_bytes())
}

/// Whether a quarter of the resources or more have the words: the postings of each take two or three bytes.
fn is_frequent<D: Storage>(pack: &Pack<D>, expansion: &Expansion) -> bool {
    pack.postings_size(&expansion.words) >= FREQUENT.max(pack.meta().resources as usize / 2)
}
