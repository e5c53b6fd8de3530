//! Cutting text into words; see the module above for the rules.

use super::fold::{Folded, fold_char};

/// Words longer than this many characters are cut there, so that no input makes a row of the edit table long.
pub const MAX_WORD: usize = 48;

/// A compound of more parts than this is read as separate words, so that a chain of hyphens can't grow one word without bound.
const MAX_PARTS: usize = 6;

/// How a token relates to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// The next word of the text, one position after the word before it.
    Word,
    /// Another reading of the last word: what stands before or after its apostrophe.
    Alternative,
    /// The last `parts` words written as one; its position is that of the first of them.
    Joined {
        /// How many words it spans.
        parts: u32,
    },
}

/// One word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    /// The folded word.
    pub text: &'a str,
    /// Bytes of the original text.
    pub start: usize,
    /// End of those bytes.
    pub end: usize,
    /// Counts words from 0.
    pub position: u32,
    /// How it relates to the words before.
    pub kind: TokenKind,
}

/// Where an apostrophe stands in a word: bytes of the text before and behind it, and letters of the buffer before it.
#[derive(Clone, Copy, Debug)]
struct Apostrophe {
    end_before: usize,
    start_behind: usize,
    letters: usize,
}

/// One part of a compound: its bytes in the text, its letters in the buffer, and its last apostrophe.
#[derive(Clone, Copy, Debug)]
struct Part {
    start: usize,
    end: usize,
    from: usize,
    to: usize,
    apostrophe: Option<Apostrophe>,
    /// Letters kept of it.
    kept: usize,
    /// Letters since the last full stop within it.
    letters: usize,
}

/// Calls `emit` with each word of the text, in order; other readings follow the word that they belong to.
pub fn tokenize(text: &str, emit: &mut dyn FnMut(Token<'_>)) {
    let mut words = Tokenizer::new(text);
    while words.next_compound(emit) {}
}

/// Whether what follows a full stop is one more letter of an acronym: U.S., but not J.Smith.
fn is_initial_next(mut rest: impl Iterator<Item = (usize, char)>) -> bool {
    let is_letter_next = rest.next().is_some_and(|(_, c)| matches!(fold_char(c), Folded::Char(c) if !c.is_ascii_digit()));
    is_letter_next && !rest.next().is_some_and(|(_, c)| is_letter(c) || matches!(fold_char(c), Folded::Nothing))
}

/// Where, in the original, the first `letters` folded characters of a word end, with the marks that belong to them.
pub fn prefix_end(word: &str, letters: usize) -> usize {
    let mut left = letters;
    for (at, c) in word.char_indices() {
        match fold_char(c) {
            Folded::Nothing => {}
            _ if left == 0 => return at,
            Folded::Char(_) => left -= 1,
            Folded::Str(folded) => left = left.saturating_sub(super::count_letters(folded)),
            Folded::Separator => {}
        }
    }
    word.len()
}

/// What may stand inside a word.
enum Connector {
    None,
    Apostrophe,
    Hyphen,
    Stop,
}

impl Connector {
    fn of(c: char) -> Self {
        match c {
            '\'' | '’' | '‘' | '′' | '＇' | '`' => Self::Apostrophe,
            '-' | '\u{2010}' | '\u{2011}' => Self::Hyphen,
            '.' => Self::Stop,
            _ => Self::None,
        }
    }
}

/// Whether a character may stand between letters of a word.
pub fn is_connector(c: char) -> bool {
    !matches!(Connector::of(c), Connector::None)
}

/// Whether a character is read as a letter or several.
pub fn is_letter(c: char) -> bool {
    matches!(fold_char(c), Folded::Char(_) | Folded::Str(_))
}

/// Scripts written without spaces, where each character is searched as a word of its own: Thai, Lao, Burmese, Khmer, kana, Han.
pub fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x4dbf
        | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0xff66..=0xff9f | 0x2_0000..=0x3_ffff)
}

/// Marks that stay with the character before them in those scripts.
fn is_unspaced_mark(c: char) -> bool {
    matches!(u32::from(c), 0xe31 | 0xe33..=0xe3a | 0xe45 | 0xe47..=0xe4e | 0xeb1 | 0xeb3..=0xebc | 0xec8..=0xecd
        | 0x102b..=0x103e | 0x17b6..=0x17d3 | 0x3099..=0x309c | 0x30fc)
}

/// Goes through a text compound by compound.
#[derive(Debug)]
pub struct Tokenizer<'t> {
    text: &'t str,
    /// Where the next compound is looked for.
    at: usize,
    buffer: String,
    /// Those of the compound so far.
    parts: Vec<Part>,
    position: u32,
}

impl<'t> Tokenizer<'t> {
    /// Reads a text from its start.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, buffer: String::new(), parts: Vec::new(), position: 0 }
    }

    /// Goes to a byte, which must not be within a word. Positions are counted from there.
    pub fn seek(&mut self, at: usize) {
        (self.at, self.position) = (at, 0);
    }

    /// The position of the next word.
    pub fn position(&self) -> u32 {
        self.position
    }

    /// Where what comes next begins.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Calls `emit` with the words of the next compound: words that hang together by hyphens, or one alone. `false` when there is none.
    pub fn next_compound(&mut self, emit: &mut dyn FnMut(Token<'_>)) -> bool {
        let start = self.at;
        let mut chars = self.text.get(start..).unwrap_or_default().char_indices().peekable();
        self.at = self.text.len();
        // Whether the part so far is single letters with full stops: U.S.
        let mut acronym = true;
        while let Some((at, c)) = chars.next() {
            let at = start + at;
            let end = at + c.len_utf8();
            let folded = fold_char(c);
            match folded {
                Folded::Char(_) | Folded::Str(_) if is_unspaced(c) => {
                    if self.open() {
                        self.at = at;
                        break;
                    }
                    self.grow(at, end, folded);
                    self.at = end;
                    while let Some(&(_, mark)) = chars.peek()
                        && is_unspaced_mark(mark)
                    {
                        self.grow(self.at, self.at + mark.len_utf8(), fold_char(mark));
                        self.at += mark.len_utf8();
                        chars.next();
                    }
                    break;
                }
                Folded::Char(_) | Folded::Str(_) => self.grow(at, end, folded),
                Folded::Nothing => self.touch(end),
                Folded::Separator if !self.open() => continue,
                Folded::Separator => {
                    let letter_follows = chars.peek().is_some_and(|&(_, next)| is_letter(next) && !is_unspaced(next));
                    let connector = if letter_follows { Connector::of(c) } else { Connector::None };
                    match connector {
                        Connector::Apostrophe => self.apostrophe(at, end),
                        Connector::Hyphen if self.parts.len() < MAX_PARTS => {
                            let end = self.last().map_or(0, |part| part.end);
                            self.open_part(end);
                            acronym = true;
                        }
                        Connector::Stop if acronym && self.is_initial() && is_initial_next(chars.clone()) => self.stop(),
                        _ => {
                            if c == '.' && acronym && self.last_letters() <= 1 {
                                self.touch_if_acronym(end);
                            }
                            self.at = end;
                            break;
                        }
                    }
                    continue;
                }
            }
            if self.last_letters() > 1 {
                acronym = false;
            }
        }
        let is_one = self.open();
        self.flush(emit);
        is_one
    }

    fn open(&self) -> bool {
        !self.parts.is_empty()
    }

    fn last(&mut self) -> Option<&mut Part> {
        self.parts.last_mut()
    }

    fn last_letters(&mut self) -> usize {
        self.last().map_or(0, |part| part.letters)
    }

    fn grow(&mut self, start: usize, end: usize, folded: Folded) {
        if !self.open() {
            self.open_part(start);
        }
        let mut one = [0; 4];
        let (letters, count) = match folded {
            Folded::Char(c) => (&*c.encode_utf8(&mut one), 1),
            Folded::Str(letters) => (letters, super::count_letters(letters)),
            _ => ("", 0),
        };
        let (buffer, Some(part)) = (&mut self.buffer, self.parts.last_mut()) else { return };
        if part.kept == 0 {
            part.start = start;
        }
        if part.kept + count <= MAX_WORD {
            buffer.push_str(letters);
            part.kept += count;
        }
        part.end = end;
        part.to = buffer.len();
        part.letters += count;
    }

    /// Whether the word is a single letter so far, or was at its last full stop.
    fn is_initial(&mut self) -> bool {
        self.last_letters() == 1 && self.buffer.chars().next_back().is_some_and(|c| !c.is_ascii_digit())
    }

    fn touch(&mut self, end: usize) {
        if let Some(part) = self.last() {
            part.end = end;
        }
    }

    fn touch_if_acronym(&mut self, end: usize) {
        if let Some(part) = self.last()
            && part.to - part.from > 1
        {
            part.end = end;
        }
    }

    fn open_part(&mut self, start: usize) {
        let from = self.buffer.len();
        self.parts.push(Part { start, end: start, from, to: from, apostrophe: None, kept: 0, letters: 0 });
    }

    fn apostrophe(&mut self, at: usize, end: usize) {
        if let Some(part) = self.last() {
            part.apostrophe = Some(Apostrophe { end_before: at, start_behind: end, letters: part.to });
        }
    }

    /// A full stop inside an acronym: the next letter counts as a first one again.
    fn stop(&mut self) {
        if let Some(part) = self.last() {
            part.letters = 0;
        }
    }

    fn flush(&mut self, emit: &mut dyn FnMut(Token<'_>)) {
        let first = self.position;
        for part in &self.parts {
            let token = Token { text: "", start: part.start, end: part.end, position: self.position, kind: TokenKind::Word };
            let letters = |from: usize, to: usize| self.buffer.get(from..to).unwrap_or_default();
            emit(Token { text: letters(part.from, part.to), ..token });
            if let Some(cut) = part.apostrophe {
                for (letters, start, end) in [
                    (letters(part.from, cut.letters), part.start, cut.end_before),
                    (letters(cut.letters, part.to), cut.start_behind, part.end),
                ] {
                    if letters.chars().nth(1).is_some() {
                        emit(Token { text: letters, start, end, kind: TokenKind::Alternative, ..token });
                    }
                }
            }
            self.position += 1;
        }
        // A compound too long for one word is not written as one by anybody either.
        if let [Part { start, .. }, .., Part { end, .. }] = *self.parts
            && self.buffer.chars().nth(MAX_WORD).is_none()
        {
            let kind = TokenKind::Joined { parts: self.parts.len() as u32 };
            emit(Token { text: &self.buffer, start, end, position: first, kind });
        }
        self.parts.clear();
        self.buffer.clear();
    }
}
