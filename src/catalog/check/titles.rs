//! Works that probably stand in the catalog twice.
//!
//! Titles are compared folded: without case, accents, punctuation and spaces. Equal ones meet by sorting. Nearly equal ones (a
//! letter or two apart) are looked for among neighbours only, once in the order of the titles and once in that of the titles
//! read backwards, so that a slip at either end doesn't part them; all pairs of 70,000 titles would take hours.

use crate::catalog::path::Path;
use crate::catalog::records::Resource;
use crate::catalog::report::Report;
use crate::catalog::suggest::distance;
use crate::text::fold;

use super::sorted;

/// Shorter titles differ by a letter or two and still are different works.
const LONG: usize = 20;
/// How many of the titles that follow one in order are compared with it.
const NEIGHBOURS: usize = 3;

struct Title<'c> {
    resource: usize,
    /// Which of the other titles; none for the work's own.
    other: Option<usize>,
    printed: &'c str,
    words: String,
    letters: Vec<char>,
}

/// Two works with like titles, in the order in which they are told.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// The later work and the earlier one.
    works: (usize, usize),
    /// Whether the titles are nearly equal only.
    near: bool,
    /// The title of the later work, as a position among all titles.
    later: usize,
    /// That of the earlier one.
    earlier: usize,
}

/// Warns of each pair once, at the later work.
pub(super) fn check(resources: &[Resource], all: Path<'_>, report: &mut Report) {
    let mut titles: Vec<Title<'_>> = Vec::new();
    for (resource, record) in resources.iter().enumerate() {
        let others = record.titles.iter().enumerate().map(|(at, title)| (Some(at), title));
        for (other, printed) in std::iter::once((None, &record.title)).chain(others) {
            let words = fold(printed);
            let letters: Vec<char> = words.chars().filter(|c| *c != ' ').collect();
            if !letters.is_empty() {
                titles.push(Title { resource, other, printed, words, letters });
            }
        }
    }
    // Positions of two titles, and whether they are nearly equal only.
    let mut pairs: Vec<(usize, usize, bool)> = Vec::new();
    let keys: Vec<&[char]> = titles.iter().map(|title| title.letters.as_slice()).collect();
    let order = sorted(&keys);
    for pair in order.windows(2) {
        if keys[pair[0]] == keys[pair[1]] {
            pairs.push((pair[0], pair[1], false));
        }
    }
    near(&titles, &order, &mut pairs);
    let backwards: Vec<Vec<char>> = keys.iter().map(|key| key.iter().rev().copied().collect()).collect();
    near(&titles, &sorted(&backwards.iter().map(Vec::as_slice).collect::<Vec<_>>()), &mut pairs);

    let mut found: Vec<Likeness> = pairs
        .into_iter()
        .map(|(a, b, near)| if titles[a].resource < titles[b].resource { (a, b, near) } else { (b, a, near) })
        .map(|(a, b, near)| Likeness { works: (titles[b].resource, titles[a].resource), near, later: b, earlier: a })
        .filter(|likeness| likeness.works.0 != likeness.works.1)
        .collect();
    // Of several likenesses between the same two works the first says enough, equality before nearness.
    found.sort_unstable();
    found.dedup_by_key(|likeness| likeness.works);
    for Likeness { works: (work, _), near, later, earlier } in found {
        let said = if near { "nearly the same title: `" } else { "the same title: `" };
        let message = ["another work before has ", said, titles[earlier].printed, "`"].concat();
        let help = if near {
            "if it is the same work, keep one record; if not, all is well"
        } else {
            "if it is the same work, keep one record; if not, tell the two apart in their titles"
        };
        let path = all.item(work);
        let others = path.field("titles");
        let place = titles[later].other.map_or(path.field("title"), |at| others.item(at));
        report.warning("likely-duplicate", place, message, help);
    }
}

fn near(titles: &[Title<'_>], order: &[usize], pairs: &mut Vec<(usize, usize, bool)>) {
    for (at, &first) in order.iter().enumerate() {
        for &second in order.iter().skip(at + 1).take(NEIGHBOURS) {
            let (a, b) = (&titles[first], &titles[second]);
            let shorter = a.letters.len().min(b.letters.len());
            if shorter >= LONG && a.letters != b.letters && a.resource != b.resource {
                let most = if shorter >= 2 * LONG { 2 } else { 1 };
                if distance(&a.letters, &b.letters, most).is_some() && numbers(&a.words).eq(numbers(&b.words)) {
                    pairs.push((first, second, true));
                }
            }
        }
    }
}

/// Volume 1 isn't volume 2, nor part I part II: words that count must agree.
fn numbers(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(' ')
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()) || word.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
}
