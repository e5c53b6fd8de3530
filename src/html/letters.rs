//! Under which letter a headword stands, and in which order: as the glossary's language has it, what `www/elements/letters.js` asks of the
//! browser. In Spanish Á is an A and Ñ a letter of its own; digits and signs stand under #.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::{Locale, locale};

use crate::catalog::Term;
use crate::text::fold;

/// What isn't a letter.
const OTHERS: &str = "#";

/// Two letters in one, but where they are one letter, which then comes after Z.
const PAIRS: [(char, &str); 4] = [('Æ', "AE"), ('Œ', "OE"), ('æ', "ae"), ('œ', "oe")];

struct Alphabet {
    order: Option<CollatorBorrowed<'static>>,
    /// Takes letters for one that differ in marks and capitals alone.
    base: Option<CollatorBorrowed<'static>>,
    letters: Vec<String>,
}

/// The letters that there are, each with the numbers of its terms.
pub(super) fn by_letter(terms: &[Term], language: &str) -> Vec<(String, Vec<usize>)> {
    let mut alphabet = Alphabet::of(language);
    let mut sorted: Vec<(String, usize)> = terms.iter().map(|term| alphabet.key(&term.term)).zip(0..).collect();
    sorted.sort_by(|(a, _), (b, _)| compare(alphabet.order.as_ref(), a, b));
    let mut letters: Vec<(String, Vec<usize>)> = Vec::new();
    for (key, term) in sorted {
        let letter = alphabet.letter(&key);
        match letters.iter_mut().find(|(known, _)| *known == letter) {
            Some((_, terms)) => terms.push(term),
            None => letters.push((letter, vec![term])),
        }
    }
    letters
}

impl Alphabet {
    fn of(language: &str) -> Self {
        let locale = Locale::try_from_str(language).unwrap_or(locale!("en"));
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut base = CollatorOptions::default();
        base.strength = Some(Strength::Primary);
        Self {
            order: Collator::try_new(preferences, CollatorOptions::default()).ok(),
            base: Collator::try_new(preferences, base).ok(),
            letters: Vec::new(),
        }
    }

    /// A headword as it is sorted: without signs in front.
    fn key(&self, headword: &str) -> String {
        let mut key = headword.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
        for (one, two) in PAIRS {
            if compare(self.base.as_ref(), one.encode_utf8(&mut [0; 4]), "z").is_lt() {
                key = key.replace(one, two);
            }
        }
        key
    }

    fn letter(&mut self, key: &str) -> String {
        let Some(first) = key.chars().next().filter(|c| c.is_alphabetic()) else { return OTHERS.into() };
        let own: String = first.to_uppercase().collect();
        let plain = fold(&own).to_uppercase();
        let same = |a: &str, b: &str| compare(self.base.as_ref(), a, b).is_eq();
        let letter = if same(&plain, &own) { plain.chars().take(1).collect() } else { own };
        if let Some(known) = self.letters.iter().find(|known| same(known, &letter)) {
            return known.clone();
        }
        self.letters.push(letter.clone());
        letter
    }
}

/// By the language's order; by the characters' numbers where it is unknown.
fn compare(collator: Option<&CollatorBorrowed<'_>>, a: &str, b: &str) -> Ordering {
    collator.map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
}

#[cfg(test)]
mod tests {
    use super::by_letter;
    use crate::catalog::Term;

    #[test]
    fn letters_are_those_of_the_language() {
        for (language, headwords, letters) in [
            (
                "en",
                "equity, Ally, “Race”, Éclat, 2-spirit, 10 points, race",
                "#: 2-spirit 10 points | A: Ally | E: Éclat equity | R: race “Race”",
            ),
            ("es", "nube, ñandú, Nación, árbol, avión", "A: árbol avión | N: Nación nube | Ñ: ñandú"),
            ("en", "ñandú, nube, Æther, Ålesund, aeon", "A: aeon Æther Ålesund | N: ñandú nube"),
            ("da", "Ål, zebra, Æble, abe", "A: abe | Z: zebra | Æ: Æble | Å: Ål"),
            ("ar", "ب, ا", "ا: ا | ب: ب"),
            ("nonsense!", "b, a", "A: a | B: b"),
        ] {
            let terms: Vec<Term> = headwords.split(", ").map(|term| Term { term: term.into(), ..Term::default() }).collect();
            let found = by_letter(&terms, language).into_iter().map(|(letter, numbers)| {
                format!("{letter}: {}", numbers.iter().map(|number| terms[*number].term.as_str()).collect::<Vec<_>>().join(" "))
            });
            assert_eq!(found.collect::<Vec<_>>().join(" | "), letters, "{language}");
        }
    }
}
