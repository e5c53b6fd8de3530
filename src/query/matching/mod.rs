//! From a query to scores: which words are looked for, what stands for each, and how many of them a resource must have.

mod words;

use std::ops::Range;

use crate::pack::{Pack, Place, Storage};
use crate::query::bits::Bits;
use crate::query::conditions::Conditions;
use crate::query::expand::Expansion;
use crate::query::marks::Marks;
use crate::query::nearness::{OF_START, starts_title, window};
use crate::query::parse::{QueryWord, is_minus, is_quote, parse};
use crate::query::score::{Scores, WORTH};
use crate::text::{fold, is_of_words};

/// What a resource gains whose whole title was typed: more than any sum of words can reach.
const WHOLE_TITLE: f32 = 1000.0;

/// Queries of more words than this are taken for questions.
const QUESTION: usize = 4;

/// When fewer resources than this have all the words of a question, those with some of them are taken too.
const LITTLE: usize = 10;

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
        // Those that have its signs too.
        let mut verbatim = Vec::new();
        pack.with_title(&title, &mut |doc, title| {
            titled.push(doc);
            verbatim.extend(has_same_signs(title, text).then_some(doc));
        });
        // A title is never read as operators, whatever signs it has.
        let mut query = parse(text, verbatim.is_empty());
        let conditions = Conditions::of(pack, marks, &mut query);
        let mut matching = Self { conditions, is_search: true, titled, ..Self::default() };
        scores.clear(pack.meta().resources as usize);
        if query.words.is_empty() {
            matching.is_search = false;
            if matching.conditions.is_empty() && !text.chars().all(is_unfinished) {
                // Signs alone: what has them for a title, be it nothing.
                let mut docs = Bits::none(pack.meta().resources);
                for doc in verbatim {
                    docs.insert(doc);
                }
                matching.conditions.add(docs);
            }
            return matching;
        }
        matching.take_telling(pack, query.words);
        matching.expand(pack, marks);
        let has_start = matching.take_frequent_start(pack);
        matching.score(pack, scores);
        let mut best = matching.best(scores);
        if has_start && best.with_all == 0 && !matching.words.is_empty() {
            let start = matching.conditions.take_back();
            best = matching.best(scores);
            if best.worth == 0 {
                // Nothing has the other words at all: what starts so is all that there is.
                matching.conditions.dropped.extend(matching.words.drain(..).map(|word| word.typed));
                matching.expansions.clear();
                matching.worth.clear();
                matching.conditions.add(start);
            }
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

    /// Whether it matters where the words stand.
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

    /// Whether something was likely meant that was not typed.
    pub fn is_corrected(&self) -> bool {
        !self.replacements.is_empty()
    }

    /// The query as it was likely meant: each replaced word as the best resource has it, or else the likeliest.
    pub fn correction<D: Storage>(&self, pack: &Pack<D>, marks: &mut Marks, text: &str, best: Option<u32>) -> Option<String> {
        if !self.is_corrected() {
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

/// Whether a sign alone asks for nothing: more of the query is to come.
fn is_unfinished(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || is_minus(c)
}

/// Whether two texts of the same words have the same signs that could be operators.
fn has_same_signs(a: &str, b: &str) -> bool {
    let signs = |c: &char| !is_of_words(*c) && !c.is_whitespace();
    a.chars().filter(signs).eq(b.chars().filter(signs))
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
