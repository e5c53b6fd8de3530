//! From one place of the text, as far as the automaton of the forms goes along with it.

use crate::glossary::TermMatch;
use crate::pack::{Dictionary, FormRule, NO_LETTERS, Node, Pack, Storage, flags_of, hash_of};
use crate::text::{Capitals, TokenKind, Tokenizer, is_of_words};

/// How many words may be tried from one start, other readings counted: far above any real form, and a bound for hostile ones.
const MAX_TRIES: u32 = 128;

/// One reading of the text at a word: its letters, how many words it spans, and its bytes.
struct Reading {
    letters: std::ops::Range<usize>,
    words: u32,
    position: u32,
    start: usize,
    end: usize,
}

/// What walks from one place after the other. All is kept between them, so that most allocate nothing.
pub(super) struct Walk<'w, D> {
    pack: &'w Pack<D>,
    forms: Dictionary<'w>,
    text: &'w str,
    words: Tokenizer<'w>,
    letters: String,
    /// Those of the words read so far, in the order of the tokenizer: of each position, the word itself comes first.
    readings: Vec<Reading>,
    /// Tries left.
    budget: u32,
    /// What the walk has come upon, in the order of discovery.
    found: Vec<TermMatch>,
    /// Where terms are not meant, as far as it may reach beyond the place.
    exceptions: Vec<TermMatch>,
    /// Of Spanish terms, which are spelt with an ñ, as far as that was asked.
    tildes: Vec<Option<bool>>,
}

impl<'w, D: Storage> Walk<'w, D> {
    pub fn new(pack: &'w Pack<D>, text: &'w str) -> Self {
        Self {
            pack,
            forms: pack.forms(),
            text,
            words: Tokenizer::new(text),
            letters: String::new(),
            readings: Vec::new(),
            budget: 0,
            found: Vec::new(),
            exceptions: Vec::new(),
            tildes: Vec::new(),
        }
    }

    /// Goes to the compound at a byte. Gives back where it ends.
    pub fn start(&mut self, at: usize) -> usize {
        self.words.seek(at);
        self.letters.clear();
        self.readings.clear();
        self.read();
        self.words.at()
    }

    /// Whether some form may start with some reading of the first word.
    pub fn may_start(&self, starts: &[[u8; 2]]) -> bool {
        self.readings.iter().any(|reading| {
            let letters = self.letters.get(reading.letters.clone()).unwrap_or_default();
            reading.position == 0 && flags_of(starts, hash_of(letters, NO_LETTERS)) != 0
        })
    }

    /// The longest match that starts with the compound, not before byte `from`.
    pub fn longest(&mut self, from: usize) -> Option<TermMatch> {
        let at = self.readings.first()?.start;
        if is_behind_hyphen(self.text, at) {
            return None;
        }
        self.found.clear();
        self.budget = MAX_TRIES;
        self.exceptions.retain(|exception| exception.end > at);
        let root = self.forms.root()?;
        self.follow(&root, 0, None);
        let mut best: Option<TermMatch> = None;
        for found in &self.found {
            let is_within = |other: &TermMatch| other.term == found.term && other.start <= found.start && other.end >= found.end;
            let is_longer = best.is_none_or(|best| (best.end, found.start) < (found.end, best.start));
            if found.start >= from && is_longer && !self.exceptions.iter().any(is_within) {
                best = Some(*found);
            }
        }
        best
    }

    /// Reads the next compound, if there is one.
    fn read(&mut self) -> bool {
        let (letters, readings) = (&mut self.letters, &mut self.readings);
        let mut whole = (0..0, 0);
        self.words.next_compound(&mut |token| {
            let mut end = token.end;
            let mut words = 1;
            match token.kind {
                TokenKind::Word => whole = (token.start..end, token.text.len()),
                TokenKind::Joined { parts } => words = parts,
                // What stands before an apostrophe is marked with the possessive: a policy’s. Other endings make another word.
                TokenKind::Alternative if token.start == whole.0.start => {
                    if token.text.len() + 1 != whole.1 || !letters.ends_with('s') {
                        return;
                    }
                    end = whole.0.end;
                }
                // What stands behind it is marked alone: l’équité.
                TokenKind::Alternative => {}
            }
            let from = letters.len();
            letters.push_str(token.text);
            readings.push(Reading { letters: from..letters.len(), words, position: token.position, start: token.start, end });
        })
    }

    /// The first reading of a position, by its place.
    fn first_of(&mut self, position: u32) -> Option<usize> {
        while self.words.position() <= position && self.read() {}
        self.readings.iter().position(|reading| reading.position == position)
    }

    /// Goes along with each reading of a position. `start` is where the match began.
    fn follow(&mut self, node: &Node<'w>, position: u32, start: Option<usize>) {
        let Some(first) = self.first_of(position) else { return };
        let beginning = self.readings.get(first).map_or(0, |reading| reading.start);
        let mut at = first;
        while let Some(reading) = self.readings.get(at) {
            at += 1;
            // An elided article can't stand within a form that lacks it.
            if reading.position != position || start.is_some() && reading.start != beginning {
                continue;
            }
            let Some(budget) = self.budget.checked_sub(1) else { return };
            self.budget = budget;
            let letters = self.letters.get(reading.letters.clone()).unwrap_or_default();
            let Some(node) = self.forms.walk_on(node.clone(), letters) else { continue };
            let (start, end, next) = (start.unwrap_or(reading.start), reading.end, reading.position + reading.words);
            if node.is_word {
                self.end(node.words.start, start, end);
            }
            if let Some(node) = self.forms.walk_on(node, " ")
                && self.goes_on(end, next)
            {
                self.follow(&node, next, Some(start));
            }
        }
    }

    /// Whether nothing but space or a hyphen lies before the next word.
    fn goes_on(&mut self, end: usize, position: u32) -> bool {
        let Some(next) = self.first_of(position).and_then(|first| self.readings.get(first)) else { return false };
        let Some(gap) = self.text.get(end..next.start) else { return false };
        // A paragraph ends with two line breaks.
        let mut breaks = 0;
        gap.chars().all(|c| {
            breaks += u32::from(c == '\n');
            breaks < 2 && (c.is_whitespace() || is_hyphen(c) || matches!(c, '\u{ad}' | '\u{200b}'))
        })
    }

    /// Takes down what a form stands for that ended here.
    fn end(&mut self, form: u32, start: usize, end: usize) {
        let (found, exceptions, tildes, pack) = (&mut self.found, &mut self.exceptions, &mut self.tildes, self.pack);
        let text = self.text.get(start..end).unwrap_or_default();
        let needs_tilde = has_tilde(text) && pack.meta().language.split('-').next() == Some("es");
        pack.each_form_rule(form, &mut |FormRule { term, is_exception, capitals }| {
            let found_so = TermMatch { term, start, end };
            if is_exception {
                exceptions.push(found_so);
            } else if (capitals.letters == 0 || capitals.begin(Capitals::of(text)))
                && (!needs_tilde || spells_tilde(pack, term, tildes))
            {
                found.push(found_so);
            }
        });
    }
}

/// Readers leave marks out, and forms gain and lose them (*joven*, *jóvenes*). But in Spanish an ñ is no n with a mark: *año* is a year, and *ano* is not.
fn has_tilde(text: &str) -> bool {
    text.contains(['ñ', 'Ñ', '\u{303}'])
}

/// Whether a term has an ñ in one of its spellings. Each is read once.
fn spells_tilde<D: Storage>(pack: &Pack<D>, number: u32, known: &mut Vec<Option<bool>>) -> bool {
    known.resize(pack.meta().terms as usize, None);
    let spells = || {
        let term = pack.term(number);
        term.is_some_and(|term| std::iter::once(&term.term).chain(&term.forms).any(|form| has_tilde(form)))
    };
    known.get_mut(number as usize).is_some_and(|known| *known.get_or_insert_with(spells))
}

/// Whether a place is within a compound. An anti-racist policy is the very opposite of a racist one.
fn is_behind_hyphen(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev();
    before.next().is_some_and(is_hyphen) && before.next().is_some_and(is_of_words)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}
