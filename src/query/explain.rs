//! Why a resource stands where it does: the parts that make up its score.

use std::ops::Range;

use serde::Serialize;

use super::expand::{Expansion, How};
use super::marks::Marks;
use super::matching::Matching;
use super::score::{Scores, WORTH};
use crate::pack::{Field, Pack, Storage};

/// The parts of a score; together they are the score, but for rounding.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Explanation {
    /// What each word of the query adds.
    pub words: Vec<WordPart>,
    /// What it adds that the query is the whole title.
    pub title: f32,
    /// What it adds that words of the query stand near each other, or start a title.
    pub near: f32,
    /// What it adds to be like the best resources, when the query is a question.
    pub likeness: f32,
}

/// What one word of the query adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordPart {
    /// The word, folded.
    pub word: String,
    /// How much it tells resources apart, at the least.
    pub idf: f32,
    /// What it adds to the score.
    pub score: f32,
    /// What stands for it in the resource.
    pub found: Vec<Occurrence>,
}

/// A word that stands for one of the query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Occurrence {
    /// The word, folded.
    pub word: String,
    /// How it stands for the query's: `exact`, `form`, `prefix`, `joined`, `stem`, `slip`.
    pub how: &'static str,
    /// Where: `title`, `titles`, `authors`, `organizations`, `subjects`, `description`, `synonyms`.
    pub field: &'static str,
    /// How often.
    pub times: u32,
}

/// Explains the scores of some resources, by scoring them once more, a word at a time. The first `looked_at` of them were read for where the words
/// stand.
pub(super) fn explain<D: Storage>(
    pack: &Pack<D>,
    scores: &mut Scores,
    marks: &mut Marks,
    matching: &Matching,
    docs: &[u32],
    looked_at: usize,
) -> Vec<Explanation> {
    let finals: Vec<f32> = docs.iter().map(|doc| scores.totals[*doc as usize]).collect();
    marks.set(pack.dictionary().len(), matching.all_expansions());
    let mut explained: Vec<Explanation> = Vec::new();
    let mut places = Vec::new();
    for (number, &doc) in docs.iter().enumerate() {
        let near = if number < looked_at { matching.of_places(pack, marks, doc, &mut places) } else { 0.0 };
        explained.push(Explanation { title: matching.of_title(doc), near, ..Explanation::default() });
    }
    matching.score_each(pack, scores, &mut |scores, number, word, worth| {
        for (doc, explanation) in docs.iter().zip(&mut explained) {
            let before: f32 = explanation.words.iter().map(|part| part.score).sum();
            let score = scores.totals[*doc as usize] - before;
            let found =
                if score > 0.0 { occurrences(pack, marks, *doc, number, matching.expansions_of(number)) } else { Vec::new() };
            explanation.words.push(WordPart { word: word.to_owned(), idf: worth as f32 / WORTH, score, found });
        }
    });
    for ((explanation, &score), &doc) in explained.iter_mut().zip(&finals).zip(docs) {
        let known: f32 = explanation.words.iter().map(|part| part.score).sum::<f32>() + explanation.title + explanation.near;
        explanation.likeness = if matching.is_question() { score - known } else { 0.0 };
        scores.totals[doc as usize] = score;
    }
    explained
}

fn occurrences<D: Storage>(pack: &Pack<D>, marks: &Marks, doc: u32, number: usize, expansions: &[Expansion]) -> Vec<Occurrence> {
    let mut found: Vec<Occurrence> = Vec::new();
    let has = |words: &Range<u32>, word: u32| words.contains(&word);
    for place in pack.places(doc).into_iter().filter(|place| marks.of(place.word) & 1u64.unbounded_shl(number as u32) != 0) {
        let best = expansions.iter().filter(|expansion| has(&expansion.words, place.word));
        let Some(best) = best.max_by(|a, b| a.how.weight().total_cmp(&b.how.weight())) else { continue };
        let word = pack.dictionary().word(place.word).unwrap_or_default();
        let (how, field) = (how_name(best.how), field_name(place.field));
        match found.iter_mut().find(|known| known.word == word && known.field == field) {
            Some(known) => known.times += 1,
            None => found.push(Occurrence { word, how, field, times: 1 }),
        }
    }
    found
}

fn how_name(how: How) -> &'static str {
    match how {
        How::Exact => "exact",
        How::Form => "form",
        How::Prefix(_) | How::PrefixForm => "prefix",
        How::Joined => "joined",
        How::Stem => "stem",
        How::Meant { .. } | How::Likely | How::Slip(_) | How::SlipInPrefix(_) => "slip",
    }
}

fn field_name(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Titles => "titles",
        Field::Authors => "authors",
        Field::Organizations => "organizations",
        Field::Subjects => "subjects",
        Field::Description => "description",
        Field::Synonyms => "synonyms",
    }
}
