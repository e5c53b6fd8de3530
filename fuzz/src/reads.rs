//! Everything that a page or a tool can ask of a pack. What comes out is summed up in one number, so that two readings can be compared.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use equity_catalog::glossary::find;
use equity_catalog::html;
use equity_catalog::pack::{FACETS, Pack, PackError, Storage, Tag};
use equity_catalog::query::{Request, Searcher, Sort};

use crate::answers;

/// Words of the small pack in every manner of asking, and words that it hasn't.
const QUERIES: [(&str, Sort); 7] = [
    ("", Sort::Newest),
    ("net work", Sort::Relevance),
    ("nett tols jo", Sort::Relevance),
    ("\"net work\" -author:jo year:2000..2020", Sort::Title),
    ("networ kind:to title:ne -x", Sort::Oldest),
    ("network jnets", Sort::Listing),
    ("what is a net for work by jo and who has nets at work", Sort::Relevance),
];

/// Texts with the forms of the small pack's term, in and without its exceptions, and others.
const TEXT: &str = "A net, Nets; NET work! net work s: l’net net-work network, s net-work-s. 正net é";

/// Ids, facets' values and words; those of the small pack, and one before and behind all.
const NAMES: [&str; 8] = ["", "Jo", "Net", "a", "b", "n", "net", "\u{10ffff}"];

/// Reads all of a pack whose bytes are lent.
///
/// # Errors
/// When it can't be opened.
pub fn read_lent(bytes: &[u8]) -> Result<u64, PackError> {
    Ok(read(Pack::open(bytes)?))
}

/// Reads all of a pack whose bytes are only copied, as those of a page are.
///
/// # Errors
/// When it can't be opened.
pub fn read_copied(bytes: &[u8]) -> Result<u64, PackError> {
    Ok(read(Pack::open(Copied(bytes))?))
}

/// Bytes that can't be lent.
struct Copied<'a>(&'a [u8]);

impl Storage for Copied<'_> {
    fn size(&self) -> usize {
        self.0.len()
    }

    fn slice(&self, _: Range<usize>) -> Option<&[u8]> {
        None
    }

    fn copy(&self, range: Range<usize>) -> Option<Vec<u8>> {
        self.0.get(range).map(<[u8]>::to_vec)
    }
}

fn read<D: Storage>(pack: Pack<D>) -> u64 {
    let mut sum = DefaultHasher::new();
    records(&pack, &mut sum);
    words(&pack, &mut sum);
    columns(&pack, &mut sum);
    for found in answers::found(&pack, TEXT) {
        (found.term, found.start, found.end).hash(&mut sum);
    }
    // Bytes that are all a form's are looked up at every one.
    find(&pack, "net net net net").len().hash(&mut sum);
    let whole = html::Options { glossary: true, ..html::Options::default() };
    html::write(&pack, &whole).unwrap_or_default().hash(&mut sum);
    let mut searcher = Searcher::new(pack);
    for (number, (query, sort)) in QUERIES.into_iter().enumerate() {
        let facets = FACETS.iter().map(|(_, name)| (*name).to_owned()).collect();
        let filters =
            if number % 3 == 1 { vec![("author".to_owned(), vec!["Jo".to_owned(), String::new()])] } else { Vec::new() };
        let facet_search = vec![("kind".to_owned(), "to".to_owned())];
        let explain = number % 2 == 1;
        let request = Request { query, sort, filters, facets, facet_search, explain, offset: number % 2, ..Request::default() };
        answers::searched(&mut searcher, &request).hash(&mut sum);
    }
    for text in ["ne", "jop"] {
        answers::suggested(&mut searcher, text, 5).hash(&mut sum);
    }
    sum.finish()
}

/// Numbers below a count that the bytes decide, and one beyond.
fn numbers(count: u32) -> impl Iterator<Item = u32> {
    (0..count).chain([count, u32::MAX])
}

fn records<D: Storage>(pack: &Pack<D>, sum: &mut DefaultHasher) {
    let meta = pack.meta();
    (&meta.title, &meta.language, meta.resources, meta.terms).hash(sum);
    for info in pack.verify() {
        (info.tag, info.intact).hash(sum);
    }
    for section in pack.sections() {
        (section.id, section.groups.len()).hash(sum);
    }
    for number in numbers(meta.resources) {
        let resource = pack.resource(number);
        resource.map(|resource| (resource.id, resource.title)).hash(sum);
        (pack.places(number).len(), pack.terms_of_work(number)).hash(sum);
        (pack.title_rank(number), pack.year(number)).hash(sum);
    }
    for number in numbers(meta.terms) {
        pack.term(number).map(|term| (term.id, term.forms)).hash(sum);
        (pack.term_id(number), pack.works_of_term(number)).hash(sum);
    }
    for name in NAMES {
        pack.find_resource(name).map(|(number, _)| number).hash(sum);
        pack.find_term(name).hash(sum);
        pack.with_title(name, &mut |number, title| (number, title).hash(sum));
    }
    for &tag in Tag::ALL {
        pack.section(tag).len().hash(sum);
    }
}

fn words<D: Storage>(pack: &Pack<D>, sum: &mut DefaultHasher) {
    for number in numbers(pack.dictionary().len()) {
        (pack.dictionary().word(number), pack.next_of_stem(number)).hash(sum);
        let postings = pack.postings(number);
        assert!(postings.iter().all(|(resource, _)| *resource < pack.meta().resources), "a posting leads nowhere");
        (postings, pack.resources_with(number)).hash(sum);
    }
    pack.each_posting(&(0..pack.dictionary().len()), &mut |resource, class| (resource, class).hash(sum));
    pack.postings_size(&(0..pack.dictionary().len())).hash(sum);
    for number in numbers(pack.forms().len()) {
        pack.forms().word(number).hash(sum);
        pack.each_form_rule(number, &mut |rule| {
            assert!(rule.term < pack.meta().terms, "a rule leads nowhere");
            (rule.term, rule.is_exception).hash(sum);
        });
    }
    for name in NAMES {
        (pack.dictionary().get(name), pack.dictionary().prefix(name), pack.forms().prefix(name)).hash(sum);
        pack.dictionary().starts(name, &mut |letters, word| (letters, word).hash(sum));
    }
}

fn columns<D: Storage>(pack: &Pack<D>, sum: &mut DefaultHasher) {
    for (facet, _) in FACETS {
        let Some(column) = pack.column(*facet) else { continue };
        for value in numbers(column.values()) {
            column.name(value).hash(sum);
        }
        for name in NAMES {
            column.find(name).hash(sum);
        }
        let mut counts = vec![0; column.values() as usize];
        column.count(&mut numbers(pack.meta().resources), &mut counts);
        counts.hash(sum);
    }
}
