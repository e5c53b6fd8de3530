//! Records as bytes: strings after their lengths, lists after their counts, options after a 0 or 1.
//!
//! Each `put_…` has its `get_…` beside it.

use super::Meta;
use super::bytes::{Cursor, put_str, put_varint};
use crate::catalog::{
    Block, Case, Correction, Group, Listing, MAX_CORRECTIONS, MAX_ITEMS, MAX_PROSE_DEPTH, MAX_RECORD, Resource, Section, Sense,
    Span, Term,
};

/// Reads one record. The first byte that makes no sense ends it: everything from there on reads as empty, so that no reading of a field has to
/// care, and the record as a whole is refused.
struct Input<'c, 'a> {
    cursor: &'c mut Cursor<'a>,
    is_sound: bool,
    /// How many items its lists may still have.
    left: u32,
}

impl Input<'_, '_> {
    /// What was read, unless it makes no sense.
    fn sound<T: Default>(&mut self, read: Option<T>) -> T {
        read.unwrap_or_else(|| self.refuse())
    }

    fn refuse<T: Default>(&mut self) -> T {
        self.is_sound = false;
        // What is empty has nothing to give: nothing is read behind damage.
        *self.cursor = Cursor::new(&[]);
        T::default()
    }

    #[inline(never)]
    fn varint(&mut self) -> u32 {
        let read = self.cursor.varint();
        self.sound(read)
    }

    fn byte(&mut self) -> u8 {
        let read = self.cursor.byte();
        self.sound(read)
    }
}

/// Reads a record of at most so many bytes.
fn read<T>(cursor: &mut Cursor<'_>, most: usize, get: impl Fn(&mut Input<'_, '_>) -> T) -> Option<T> {
    let start = cursor.rest().len();
    let mut input = Input { cursor, is_sound: true, left: MAX_ITEMS };
    let record = get(&mut input);
    (input.is_sound && start - input.cursor.rest().len() <= most).then_some(record)
}

fn put_list<T>(out: &mut Vec<u8>, items: &[T], put: impl Fn(&mut Vec<u8>, &T)) {
    put_varint(out, items.len() as u32);
    for item in items {
        put(out, item);
    }
}

/// A list grows as its items are read, so a count that lies costs nothing.
fn get_list<T>(input: &mut Input, get: impl Fn(&mut Input) -> T) -> Vec<T> {
    let count = input.varint();
    let mut items = Vec::new();
    match input.left.checked_sub(count) {
        Some(left) => input.left = left,
        None => return input.refuse(),
    }
    for _ in 0..count {
        let item = get(input);
        if !input.is_sound {
            break;
        }
        items.push(item);
    }
    items
}

fn put_option<T>(out: &mut Vec<u8>, item: Option<&T>, put: impl Fn(&mut Vec<u8>, &T)) {
    out.push(u8::from(item.is_some()));
    if let Some(item) = item {
        put(out, item);
    }
}

fn get_option<T>(input: &mut Input, get: impl Fn(&mut Input) -> T) -> Option<T> {
    get_bool(input).then(|| get(input))
}

#[expect(clippy::ptr_arg, reason = "the shape that put_list hands out")]
fn put_string(out: &mut Vec<u8>, text: &String) {
    put_str(out, text);
}

fn get_string(input: &mut Input) -> String {
    let read = input.cursor.str();
    input.sound(read).to_owned()
}

fn put_strings(out: &mut Vec<u8>, texts: &[String]) {
    put_list(out, texts, put_string);
}

fn get_strings(input: &mut Input) -> Vec<String> {
    get_list(input, get_string)
}

fn get_bool(input: &mut Input) -> bool {
    match input.byte() {
        0 => false,
        1 => true,
        _ => input.refuse(),
    }
}

fn put_span(out: &mut Vec<u8>, span: &Span) {
    match span {
        Span::Text(text) => {
            out.push(0);
            put_str(out, text);
        }
        Span::Emphasis { em } => {
            out.push(1);
            put_list(out, em, put_span);
        }
        Span::Strong { strong } => {
            out.push(2);
            put_list(out, strong, put_span);
        }
        Span::Link { a, href } => {
            out.push(3);
            put_list(out, a, put_span);
            put_str(out, href);
        }
    }
}

fn get_spans(input: &mut Input, depth: usize) -> Vec<Span> {
    let Some(depth) = depth.checked_sub(1) else { return input.refuse() };
    get_list(input, |input| match input.byte() {
        0 => Span::Text(get_string(input)),
        1 => Span::Emphasis { em: get_spans(input, depth) },
        2 => Span::Strong { strong: get_spans(input, depth) },
        3 => Span::Link { a: get_spans(input, depth), href: get_string(input) },
        _ => Span::Text(input.refuse()),
    })
}

fn put_blocks(out: &mut Vec<u8>, blocks: &[Block]) {
    put_list(out, blocks, put_block);
}

fn put_block(out: &mut Vec<u8>, block: &Block) {
    match block {
        Block::Paragraph { p } => {
            out.push(0);
            put_list(out, p, put_span);
        }
        Block::Bullets { ul } => {
            out.push(1);
            put_list(out, ul, |out, item| put_blocks(out, item));
        }
        Block::Numbers { ol } => {
            out.push(2);
            put_list(out, ol, |out, item| put_blocks(out, item));
        }
        Block::Quote { quote, speaker, source, paraphrase } => {
            out.push(3);
            put_blocks(out, quote);
            put_option(out, speaker.as_ref(), put_string);
            put_option(out, source.as_ref(), put_string);
            out.push(u8::from(*paraphrase));
        }
    }
}

fn get_blocks(input: &mut Input, depth: usize) -> Vec<Block> {
    let Some(depth) = depth.checked_sub(1) else { return input.refuse() };
    get_list(input, |input| match input.byte() {
        0 => Block::Paragraph { p: get_spans(input, MAX_PROSE_DEPTH) },
        1 => Block::Bullets { ul: get_list(input, |input| get_blocks(input, depth)) },
        2 => Block::Numbers { ol: get_list(input, |input| get_blocks(input, depth)) },
        3 => Block::Quote {
            quote: get_blocks(input, depth),
            speaker: get_option(input, get_string),
            source: get_option(input, get_string),
            paraphrase: get_bool(input),
        },
        _ => Block::Paragraph { p: input.refuse() },
    })
}

fn put_correction(out: &mut Vec<u8>, correction: &Correction) {
    put_str(out, &correction.printed);
    put_str(out, &correction.correct);
}

fn get_corrections(input: &mut Input) -> Vec<Correction> {
    let corrections = get_list(input, |input| Correction { printed: get_string(input), correct: get_string(input) });
    if corrections.len() > MAX_CORRECTIONS { input.refuse() } else { corrections }
}

/// Appends a resource.
pub fn put_resource(out: &mut Vec<u8>, resource: &Resource) {
    put_str(out, &resource.id);
    put_str(out, &resource.title);
    put_strings(out, &resource.titles);
    put_strings(out, &resource.authors);
    put_option(out, resource.byline.as_ref(), put_string);
    put_strings(out, &resource.organizations);
    put_option(out, resource.kind.as_ref(), put_string);
    put_strings(out, &resource.topics);
    put_strings(out, &resource.sections);
    put_option(out, resource.year.as_ref(), |out, year| put_varint(out, *year as u32));
    put_option(out, resource.language.as_ref(), put_string);
    put_option(out, resource.url.as_ref(), put_string);
    put_option(out, resource.description.as_ref(), put_string);
    put_list(out, &resource.corrections, put_correction);
}

/// Reads a resource.
pub fn get_resource(cursor: &mut Cursor<'_>) -> Option<Resource> {
    read(cursor, MAX_RECORD, |input| Resource {
        id: get_string(input),
        title: get_string(input),
        titles: get_strings(input),
        authors: get_strings(input),
        byline: get_option(input, get_string),
        organizations: get_strings(input),
        kind: get_option(input, get_string),
        topics: get_strings(input),
        sections: get_strings(input),
        year: get_option(input, |input| input.varint() as i32),
        language: get_option(input, get_string),
        url: get_option(input, get_string),
        description: get_option(input, get_string),
        corrections: get_corrections(input),
    })
}

/// Reads the id of a resource or a term, and leaves the rest.
pub(super) fn get_id(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.str().map(str::to_owned)
}

/// Reads one of the titles of a resource, 0 for its own, and passes over the others.
pub(super) fn get_title(cursor: &mut Cursor<'_>, which: u32) -> Option<String> {
    for text in 0..=which {
        // Behind the id and its own title stands how many others there are.
        if text == 2 {
            cursor.varint()?;
        }
        let length = cursor.varint()?;
        cursor.take(length as usize)?;
    }
    if which == 1 {
        cursor.varint()?;
    }
    get_id(cursor)
}

fn put_group(out: &mut Vec<u8>, group: &Group) {
    put_str(out, &group.title);
    put_list(out, &group.groups, put_group);
    put_list(out, &group.listings, |out, listing| {
        put_str(out, &listing.id);
        put_option(out, listing.title.as_ref(), put_string);
    });
}

fn get_groups(input: &mut Input, depth: usize) -> Vec<Group> {
    let Some(depth) = depth.checked_sub(1) else { return input.refuse() };
    get_list(input, |input| Group { title: get_string(input), groups: get_groups(input, depth), listings: get_listings(input) })
}

/// Listings are drawn a few at a time, and a section may list all works there are.
fn get_listings(input: &mut Input) -> Vec<Listing> {
    let left = std::mem::replace(&mut input.left, u32::MAX);
    let listings = get_list(input, |input| Listing { id: get_string(input), title: get_option(input, get_string) });
    input.left = left;
    listings
}

/// Appends a section.
pub fn put_section(out: &mut Vec<u8>, section: &Section) {
    put_str(out, &section.id);
    put_str(out, &section.title);
    put_strings(out, &section.path);
    put_blocks(out, &section.overview);
    put_strings(out, &section.sources);
    put_option(out, section.picture_credit.as_ref(), put_string);
    put_strings(out, &section.also_in_section);
    put_list(out, &section.groups, put_group);
}

/// Reads a section.
pub fn get_section(cursor: &mut Cursor<'_>) -> Option<Section> {
    read(cursor, usize::MAX, |input| Section {
        id: get_string(input),
        title: get_string(input),
        path: get_strings(input),
        overview: get_blocks(input, MAX_PROSE_DEPTH),
        sources: get_strings(input),
        picture_credit: get_option(input, get_string),
        also_in_section: get_strings(input),
        groups: get_groups(input, MAX_PROSE_DEPTH),
    })
}

fn put_sense(out: &mut Vec<u8>, sense: &Sense) {
    put_blocks(out, &sense.text);
    put_blocks(out, &sense.examples);
    put_strings(out, &sense.sources);
    out.push(u8::from(sense.adapted));
}

fn get_sense(input: &mut Input) -> Sense {
    Sense {
        text: get_blocks(input, MAX_PROSE_DEPTH),
        examples: get_blocks(input, MAX_PROSE_DEPTH),
        sources: get_strings(input),
        adapted: get_bool(input),
    }
}

/// Appends a glossary term.
pub fn put_term(out: &mut Vec<u8>, term: &Term) {
    put_str(out, &term.id);
    put_str(out, &term.term);
    put_strings(out, &term.forms);
    put_list(out, &term.senses, put_sense);
    put_strings(out, &term.related);
    put_list(out, &term.locations, |out, path| put_strings(out, path));
    put_strings(out, &term.notes);
    put_option(out, term.case.as_ref(), |out, case| out.push(u8::from(*case == Case::Any)));
    put_strings(out, &term.not_in);
    out.push(u8::from(term.restored));
    put_list(out, &term.corrections, put_correction);
}

/// Reads a glossary term.
pub fn get_term(cursor: &mut Cursor<'_>) -> Option<Term> {
    read(cursor, MAX_RECORD, |input| Term {
        id: get_string(input),
        term: get_string(input),
        forms: get_strings(input),
        senses: get_list(input, get_sense),
        related: get_strings(input),
        locations: get_list(input, get_strings),
        notes: get_strings(input),
        case: get_option(input, |input| if get_bool(input) { Case::Any } else { Case::Exact }),
        not_in: get_strings(input),
        restored: get_bool(input),
        corrections: get_corrections(input),
    })
}

/// Appends what a pack says about itself.
pub fn put_meta(out: &mut Vec<u8>, meta: &Meta) {
    put_str(out, &meta.title);
    put_str(out, &meta.language);
    put_option(out, meta.licence.as_ref(), put_string);
    put_blocks(out, &meta.about);
    put_varint(out, meta.resources);
    put_varint(out, meta.terms);
    put_str(out, &meta.common_words);
}

/// Reads what a pack says about itself.
pub fn get_meta(cursor: &mut Cursor<'_>) -> Option<Meta> {
    read(cursor, MAX_RECORD, |input| Meta {
        title: get_string(input),
        language: get_string(input),
        licence: get_option(input, get_string),
        about: get_blocks(input, MAX_PROSE_DEPTH),
        resources: input.varint(),
        terms: input.varint(),
        common_words: get_string(input),
    })
}
