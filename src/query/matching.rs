//! From a query to scores: which words are looked for, what stands for each, and how many of them a resource must have.

use std::ops::Range;

use super::bits::Bits;
use super::conditions::Conditions;
use super::expand::{Expansion, How, plain, started, stem};
use super::marks::Marks;
use super::nearness::{OF_START, starts_title, window};
use super::parse::{QueryWord, parse};
use super::score::{Scores, WORTH, idf};
use super::slips::{Slips, usual};
use super::split::split;
use crate::catalog::Resource;
use crate::pack::{Pack, Place, Storage};
use crate::text::fold;

/// What a resource gains whose whole title was typed: more than any sum of words can reach.
const WHOLE_TITLE: f32 = 1000.0;

/// Queries of more words than this are taken for questions.
const QUESTION: usize = 4;

/// When fewer resources than this have all the words of a question, those with some of them are taken too.
const LITTLE: usize = 10;

/// Postings of fewer bytes than this are read in no time.
const FREQUENT: usize = 8_192;

/// What a common word that may go on counts beside those that tell.
const UNFINISHED: f32 = 0.2;

/// What a query stands for, and how much of it a resource must have.
#[derive(Default)]
pub(super) struct Matching {
    /// The words that are looked for: all but common ones, when there are others.
    pub words: Vec<QueryWord>,
    /// What stands for each of them.
    pub expansions: Vec<Vec<Expansion>>,
    /// What each is worth: how much it tells resources apart.
    worth: Vec<u32>,
    /// The common words besides: what stands for each, and its worth. They need not be there, but may stand near the others.
    aside: Vec<(Vec<Expansion>, u32)>,
    /// How much the words of a resource must be worth together.
    pub least: u32,
    pub conditions: Conditions,
    /// What was likely meant by words that the catalog lacks.
    replacements: Vec<Replacement>,
    /// Whether words are searched; else all resources match that fulfil the conditions.
    pub is_search: bool,
    /// Whether something is asked for that no resource can have.
    pub is_impossible: bool,
    /// The resources of which the query is a whole title.
    titled: Vec<u32>,
    /// What is highlighted besides.
    shown: Vec<Vec<Expansion>>,
    /// A word that ends the query, adds to a score, and need not be there.
    unfinished: Option<Unfinished>,
    /// The numbers of each word of the query, common ones too, the last as a start; none when a word is unknown.
    in_order: Vec<Range<u32>>,
}

impl Matching {
    /// Scores all resources for the words of a query. When none has them all as typed, slips are allowed in every word of a
    /// short query; when still none has, those are taken that have at least half of what the best one has.
    pub fn of<D: Storage>(pack: &Pack<D>, text: &str, scores: &mut Scores, marks: &mut Marks) -> Self {
        let title = fold(text);
        let mut titled = Vec::new();
        pack.with_title(&title, &mut |doc| titled.push(doc));
        let has_signs = |resource: &Resource| resource.all_titles().any(|title| has_same_signs(title, text));
        let is_verbatim = titled.iter().filter_map(|doc| pack.resource(*doc)).any(|resource| has_signs(&resource));
        // A title is never read as operators, whatever signs it has.
        let mut query = parse(text, !is_verbatim);
        let conditions = Conditions::of(pack, marks, &mut query);
        let mut matching = Self { conditions, is_search: true, titled, ..Self::default() };
        scores.clear(pack.meta().resources as usize);
        if query.words.is_empty() {
            // A query of signs alone asks for something, and nothing has it.
            matching.is_search = false;
            matching.is_impossible = matching.conditions.is_empty() && !text.trim().is_empty();
            return matching;
        }
        matching.take_telling(pack, query.words);
        matching.expand(pack, marks);
        let has_start = matching.take_frequent_start(pack);
        matching.score(pack, scores);
        let mut best = matching.best(scores);
        if has_start && best.worth == 0 && !matching.words.is_empty() {
            matching.conditions.take_back();
            best = matching.best(scores);
        }
        let is_question = matching.words.len() > QUESTION;
        if best.with_all == 0 && !is_question {
            let together = (matching.words.clone(), matching.expansions.clone(), matching.replacements.clone());
            if matching.take_apart(pack, marks) {
                matching.score(pack, scores);
                best = matching.best(scores);
            }
            if best.with_all == 0 {
                (matching.words, matching.expansions, matching.replacements) = together;
                matching.allow_slips(pack);
                matching.score(pack, scores);
                best = matching.best(scores);
            }
        }
        if best.with_all == 0 && is_question {
            // A question has words that the catalog lacks, and not by a slip.
            matching.replacements.clear();
        }
        matching.titled.iter().for_each(|doc| scores.add(*doc, WHOLE_TITLE));
        matching.in_order = in_order(pack, &title, matching.words.last().is_none_or(QueryWord::is_prefix)).unwrap_or_default();
        let enough = if is_question { LITTLE } else { 1 };
        matching.least =
            if best.with_all >= enough { matching.all() } else { best.worth / if is_question { 4 } else { 2 } }.max(1);
        matching
    }

    /// What all words together are worth.
    pub fn all(&self) -> u32 {
        self.worth.iter().sum()
    }

    /// Whether the words of the best resources are read for where they stand.
    pub fn is_looked_at(&self) -> bool {
        self.words.len() + self.aside.len() > 1
    }

    /// What a resource gains by where the words stand in it: near each other, and at the start of a title.
    pub fn of_places<D: Storage>(&self, pack: &Pack<D>, marks: &Marks, doc: u32, places: &mut Vec<(Place, u64)>) -> f32 {
        let starts = !self.in_order.is_empty() && starts_title(pack, doc, &self.in_order);
        let of_start = if starts { OF_START * self.all() as f32 / WORTH } else { 0.0 };
        window(pack, marks, self, doc, places) + of_start
    }

    /// Whether the query is more than a few words, and no title.
    pub fn is_question(&self) -> bool {
        self.words.len() > QUESTION && self.titled.is_empty()
    }

    /// How much these words, a bit each, tell resources apart.
    pub fn telling(&self, words: u64) -> f32 {
        let mut sum = 0;
        let mut left = words;
        while left != 0 {
            let number = left.trailing_zeros() as usize;
            let aside = number.checked_sub(self.worth.len()).and_then(|number| self.aside.get(number)).map(|(_, worth)| worth);
            sum += self.worth.get(number).or(aside).copied().unwrap_or(0);
            left &= left - 1;
        }
        sum as f32 / WORTH
    }

    /// What stands for each word, common ones last: the bits of [`Self::telling`] in their order.
    pub fn all_expansions(&self) -> impl Iterator<Item = &[Expansion]> {
        let aside = self.aside.iter().map(|(expansions, _)| expansions);
        self.expansions.iter().chain(aside).map(Vec::as_slice)
    }

    /// The query as it was likely meant: each replaced word as the best resource has it, or else the likeliest.
    pub fn correction<D: Storage>(&self, pack: &Pack<D>, marks: &mut Marks, text: &str, best: Option<u32>) -> Option<String> {
        if self.replacements.is_empty() {
            return None;
        }
        marks.set(pack.dictionary().len(), self.all_expansions());
        let places = best.map(|doc| pack.places(doc)).unwrap_or_default();
        let (mut corrected, mut copied) = (String::new(), 0);
        for Replacement { typed, meant, word } in &self.replacements {
            let stands_for =
                |place: &&Place| word.is_some_and(|word| marks.of(place.word) & 1u64.unbounded_shl(word as u32) != 0);
            let had = places.iter().find(stands_for).and_then(|place| pack.dictionary().word(place.word));
            corrected += text.get(copied..typed.start).unwrap_or_default();
            corrected += had.as_deref().unwrap_or(meant);
            copied = typed.end;
        }
        corrected += text.get(copied..).unwrap_or_default();
        (corrected != text).then_some(corrected)
    }

    /// What is highlighted, by word.
    pub fn highlighted(&self) -> Vec<Vec<Expansion>> {
        self.expansions.iter().chain(&self.shown).cloned().collect()
    }

    /// Leaves common words out, unless there are no others.
    fn take_telling<D: Storage>(&mut self, pack: &Pack<D>, mut words: Vec<QueryWord>) {
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
    fn expand<D: Storage>(&mut self, pack: &Pack<D>, marks: &mut Marks) {
        for word in std::mem::take(&mut self.words) {
            let mut expansions = plain(pack, &word);
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
                    self.replacements.push(Replacement { typed: word.typed.clone(), meant, word: Some(self.words.len()) });
                }
                expansions.extend(slips.expansions());
                stem(pack, &word, &mut expansions);
            } else if let Some(meant) = usual(pack, &word, &expansions) {
                let text = pack.dictionary().word(meant).unwrap_or_default();
                self.replacements.push(Replacement { typed: word.typed.clone(), meant: text, word: Some(self.words.len()) });
                expansions.push(Expansion { words: meant..meant + 1, how: How::Meant { is_prefix: false } });
            }
            if !self.is_form_of_another(&word, &expansions) {
                self.expansions.push(expansions);
                self.words.push(word);
            }
        }
    }

    /// Takes two words for the one that was typed.
    fn push_parts<D: Storage>(&mut self, pack: &Pack<D>, parts: [QueryWord; 2]) {
        let meant = [parts[0].text(), " ", parts[1].text()].concat();
        let replacement = Replacement { typed: parts[0].typed.clone(), meant, word: None };
        let at = self.replacements.partition_point(|other| other.typed.start < replacement.typed.start);
        self.replacements.insert(at, replacement);
        for part in parts.into_iter().filter(|part| !is_common(pack, part)) {
            self.expansions.push(plain(pack, &part));
            self.words.push(part);
        }
    }

    /// Takes two words for each that the catalog has both as one and as two: *cheatsheet* and *cheat sheet*. Tells whether there are any.
    fn take_apart<D: Storage>(&mut self, pack: &Pack<D>, marks: &mut Marks) -> bool {
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

    /// Makes a letter or two with which most resources have a word a condition: what starts so tells next to nothing, and there is much of it. The word
    /// itself still counts where it stands.
    fn take_frequent_start<D: Storage>(&mut self, pack: &Pack<D>) -> bool {
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
    fn allow_slips<D: Storage>(&mut self, pack: &Pack<D>) {
        for (word, expansions) in self.words.iter().zip(&mut self.expansions) {
            if !expansions.iter().any(|expansion| matches!(expansion.how, How::Slip(_) | How::SlipInPrefix(_))) {
                expansions.extend(Slips::allowed(pack, word));
            }
        }
    }

    fn score<D: Storage>(&mut self, pack: &Pack<D>, scores: &mut Scores) {
        let mut worth = Vec::new();
        self.score_each(pack, scores, &mut |_, number, _, of_word| {
            if number < self.words.len() {
                worth.push(of_word);
            }
        });
        self.worth = worth;
    }

    /// Scores all resources anew, and calls `each` behind every word with its number, its text and its worth.
    pub fn score_each<D: Storage>(&self, pack: &Pack<D>, scores: &mut Scores, each: &mut dyn FnMut(&Scores, usize, &str, u32)) {
        scores.clear(pack.meta().resources as usize);
        for (number, (word, expansions)) in self.words.iter().zip(&self.expansions).enumerate() {
            let worth = scores.add_word(pack, expansions, word.times as f32, true);
            each(scores, number, word.text(), worth);
        }
        if let Some(Unfinished { text, expansions, factor }) = &self.unfinished {
            scores.add_word(pack, expansions, *factor, false);
            each(scores, usize::MAX, text, 0);
        }
    }

    /// What stands for the word with a number of [`Self::score_each`].
    pub fn expansions_of(&self, number: usize) -> &[Expansion] {
        self.expansions.get(number).map_or(&[], Vec::as_slice)
    }

    /// What a resource gains when the query is its whole title.
    pub fn of_title(&self, doc: u32) -> f32 {
        if self.titled.contains(&doc) { WHOLE_TITLE } else { 0.0 }
    }

    /// How many resources have all words, and what the words of the best one are worth.
    fn best(&self, scores: &Scores) -> Best {
        let all = self.all();
        let mut best = Best { with_all: 0, worth: 0 };
        if self.words.len() == 1 && self.conditions.is_empty() {
            return if scores.docs().is_empty() { best } else { Best { with_all: scores.docs().len(), worth: all } };
        }
        for &doc in scores.docs().iter().filter(|doc| self.conditions.admit(**doc)) {
            let worth = scores.worth[doc as usize];
            best.with_all += usize::from(worth == all);
            best.worth = best.worth.max(worth);
        }
        best
    }
}

/// Whether two texts of the same words have the same signs that could be operators.
fn has_same_signs(a: &str, b: &str) -> bool {
    let signs = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
    a.chars().filter(signs).eq(b.chars().filter(signs))
}

fn is_common<D: Storage>(pack: &Pack<D>, word: &QueryWord) -> bool {
    !word.is_quoted && is_common_text(pack, word.text())
}

fn is_common_text<D: Storage>(pack: &Pack<D>, text: &str) -> bool {
    pack.meta().common_words.split(' ').any(|common| common == text)
}

/// Whether most resources have the words, or as good as.
fn is_frequent<D: Storage>(pack: &Pack<D>, expansion: &Expansion) -> bool {
    pack.postings_size(&expansion.words) >= FREQUENT.max(pack.meta().resources as usize / 2)
}

/// The numbers that each word of a folded text has, the last one as a start if it may go on.
fn in_order<D: Storage>(pack: &Pack<D>, folded: &str, goes_on: bool) -> Option<Vec<Range<u32>>> {
    let (dictionary, mut words) = (pack.dictionary(), folded.split(' ').peekable());
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        let numbers = match (dictionary.get(word), goes_on && words.peek().is_none()) {
            (_, true) => dictionary.prefix(word),
            (Some(number), false) => number..number + 1,
            (None, false) => return None,
        };
        found.push(numbers);
    }
    Some(found)
}

/// A word that adds to a score and need not be there.
struct Unfinished {
    text: String,
    expansions: Vec<Expansion>,
    factor: f32,
}

struct Best {
    with_all: usize,
    worth: u32,
}

/// A word of the query, and what was likely meant by it.
#[derive(Clone)]
struct Replacement {
    /// Bytes of the query.
    typed: Range<usize>,
    meant: String,
    /// The number of the word that is looked for instead, when it is one.
    word: Option<usize>,
}
