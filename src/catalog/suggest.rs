//! "Did you mean …?": the distance between two spellings, and the nearest of many.

use crate::text::fold;

/// How many edits (a letter added, left out, changed, or two neighbours swapped) lie between two texts, if at most `most`.
///
/// Only cells within `most` of the diagonal are computed: long titles cost their length times `most`, not their length squared.
pub(super) fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let far = most + 1;
    let mut before = vec![far; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).map(|j| j.min(far)).collect();
    let mut row = vec![far; b.len() + 1];
    for i in 1..=a.len() {
        let (from, to) = (i.saturating_sub(most).max(1), (i + most).min(b.len()));
        // One cell beyond either end of what is computed is looked at too.
        row[from - 1..=(to + 1).min(b.len())].fill(far);
        row[0] = i.min(far);
        let mut nearest = row[0];
        for j in from..=to {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (last[j - 1] + changed).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row[j] = best.min(far);
            nearest = nearest.min(row[j]);
        }
        if nearest > most {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[b.len()]).filter(|&edits| edits <= most)
}

/// The candidate that was probably meant, if one is near enough: a third of the letters may differ, or one begins with the other.
pub(super) fn closest<'a>(given: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let given: Vec<char> = fold(given).chars().collect();
    let most = given.len().div_ceil(3).min(8);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let folded: Vec<char> = fold(candidate).chars().collect();
        let begins = given.len().min(folded.len()) >= 5 && (folded.starts_with(&given) || given.starts_with(&folded));
        // A beginning counts as one edit more than the most, so that any near spelling wins over it.
        let edits = distance(&given, &folded, most).or(begins.then_some(most + 1));
        if let Some(edits) = edits
            && best.is_none_or(|(fewest, _)| edits < fewest)
        {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(a: &str, b: &str, most: usize) -> Option<usize> {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), most)
    }

    #[test]
    fn distances() {
        for (a, b, most, expected) in [
            ("", "", 0, Some(0)),
            ("author", "author", 0, Some(0)),
            ("author", "auhtor", 1, Some(1)),
            ("author", "authors", 1, Some(1)),
            ("author", "autor", 1, Some(1)),
            ("kitten", "sitting", 3, Some(3)),
            ("kitten", "sitting", 2, None),
            ("", "abc", 3, Some(3)),
            ("abc", "", 2, None),
        ] {
            assert_eq!(edits(a, b, most), expected, "{a:?} and {b:?} within {most}");
        }
    }

    #[test]
    fn the_nearest_is_proposed() {
        let keys = ["authors", "organizations", "url", "Net Gains: A Handbook"];
        for (given, expected) in [
            ("author", Some("authors")),
            ("organisations", Some("organizations")),
            ("URL", Some("url")),
            ("Net Gains", Some("Net Gains: A Handbook")),
            ("xyzzy", None),
            ("", None),
        ] {
            assert_eq!(closest(given, keys.into_iter()), expected, "{given:?}");
        }
    }
}
