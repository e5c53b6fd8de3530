//! Where a text has capitals, in a form that can be compared without allocating: a bit a letter.

use super::fold::{Folded, fold_char};

/// The letters of a text, and which of them are capitals; beyond the 64th they are counted only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Capitals {
    /// How many letters and digits.
    pub letters: u32,
    /// A bit for each of the first that is a capital.
    pub mask: u64,
}

impl Capitals {
    /// Looks at every letter of a text.
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        for c in text.chars() {
            if matches!(fold_char(c), Folded::Char(_) | Folded::Str(_)) {
                if is_capital(c) {
                    found.mask |= 1_u64.checked_shl(found.letters).unwrap_or(0);
                }
                found.letters += 1;
            }
        }
        found
    }

    /// Whether a text begins as this one is spelt: what follows, the *s* of a possessive, may be as it likes.
    pub fn begin(self, text: Self) -> bool {
        let beyond = u64::MAX.checked_shl(self.letters).unwrap_or(0);
        text.letters >= self.letters && text.mask & !beyond == self.mask
    }
}

/// Capitals of Western European languages, Greek and Cyrillic. The standard library's table of all weighs a kilobyte; other letters may be
/// either, which is rarely all that tells a name from a word.
fn is_capital(c: char) -> bool {
    matches!(u32::from(c), 0x41..=0x5a | 0xc0..=0xde | 0x386..=0x3ab | 0x400..=0x42f)
}

/// Whether a text is one word of capitals and perhaps digits, two letters at least; a plural *s* may follow: *WANs*.
pub fn is_acronym(text: &str) -> bool {
    let text = text.trim();
    let mut letters = text.strip_suffix('s').unwrap_or(text).chars().filter(|c| c.is_alphabetic());
    !text.contains(char::is_whitespace) && letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{Capitals, is_acronym};

    #[test]
    fn what_is_spelt_in_capitals() {
        for acronym in ["WHO", "COVID-19", "U.S.", "ÉNA", "ŁÓDŹ", "США", "OK", "WANs"] {
            assert!(is_acronym(acronym), "{acronym}");
        }
        for word in ["Who", "A", "1984", "BLACK LIVES", "正義", "PhD", "As", "šď", ""] {
            assert!(!is_acronym(word), "{word}");
        }
    }

    #[test]
    fn a_spelling_may_go_on_in_either_case() {
        for (spelt, text, fits) in [
            ("WHO", "WHO", true),
            ("WHO", "WHO's", true),
            ("WHO", "WHO'S", true),
            ("WHO", "Who", false),
            ("WHOs", "WHOS", false),
            ("COVID-19", "covid-19", false),
            ("Sí", "SÍ", false),
            ("ra\u{ad}ce", "race", true),
        ] {
            assert_eq!(Capitals::of(spelt).begin(Capitals::of(text)), fits, "{spelt} {text}");
        }
        let long = "a".repeat(70);
        assert!(Capitals::of(&long).begin(Capitals::of(&long.to_uppercase())) == (long.is_empty()));
        assert_eq!(Capitals::of(&"A".repeat(70)), Capitals { letters: 70, mask: u64::MAX });
    }
}
