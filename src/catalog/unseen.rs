//! Characters that nobody sees, or that turn the line in which they stand: what hides or reverses other text.
//!
//! Whoever shows a text leaves them out, the widget by the same rule (`www/elements/dom.js`); a catalog keeps them, since it may not change what it was given, and
//! `check` tells of them. Joiners, variants, marks of direction and isolates stay: Persian, Indic scripts and emoji are written with them, and none reaches beyond
//! its own text.

#[cfg(feature = "tool")]
use unicode_segmentation::UnicodeSegmentation as _;

/// Whether a text is to be shown without this character: all that Unicode lets programs ignore (`Default_Ignorable_Code_Point`) but the above.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2067}'
        | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Whether a character turns the line: those of the above that say in which direction to read.
pub(super) fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2067}')
}

/// More accents than this on one letter draw over the lines around. A pointed and chanted Hebrew letter has five.
#[cfg(feature = "tool")]
const MOST_MARKS: usize = 6;

/// A longer one is no character of any script, such as sixty people joined to one emoji: no browser breaks it, and the page becomes as wide. The longest that
/// people write has eleven, four persons of some colour.
#[cfg(feature = "tool")]
const MOST_JOINED: usize = 12;

/// More ideographic spaces than this in a row are no indent: browsers hang them out of the line, and the page becomes as wide.
#[cfg(feature = "tool")]
const MOST_SPACES: usize = 2;

/// A text as it is shown.
#[cfg(feature = "tool")]
pub(crate) fn seen(text: &str) -> std::borrow::Cow<'_, str> {
    let (mut marks, mut spaces) = (0, 0);
    let mut is_kept = |c: char| {
        if is_unseen(c) {
            return false;
        }
        let (is_mark, is_space) = (unicode_normalization::char::is_combining_mark(c), c == '\u{3000}');
        // What is ignored, shown or not, parts nothing.
        if !is_joiner(c) {
            marks = if is_mark { marks + 1 } else { 0 };
            spaces = if is_space { spaces + 1 } else { 0 };
        }
        !(is_mark && marks > MOST_MARKS || is_space && spaces > MOST_SPACES)
    };
    if text.is_ascii() {
        return text.into();
    }
    let kept: String = text.chars().filter(|c| is_kept(*c)).collect();
    kept.graphemes(true)
        .map(|joined| if joined.chars().nth(MOST_JOINED).is_some() { "\u{fffd}" } else { joined })
        .collect::<String>()
        .into()
}

/// What programs ignore, and is shown all the same.
#[cfg(feature = "tool")]
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{2068}' | '\u{2069}')
}

#[cfg(all(test, feature = "tool"))]
mod tests {
    use super::seen;

    #[test]
    fn what_hides_or_reverses_is_not_shown() {
        for (text, shown) in [
            ("Net Gains", "Net Gains"),
            ("\u{202e}sniaG teN\u{202c}", "sniaG teN"),
            ("\u{2067}a\u{2069} \u{2068}b\u{2069}", "a\u{2069} \u{2068}b\u{2069}"),
            ("Net\u{ad}work\u{200b}s\u{feff}", "Networks"),
            ("a\u{e0061}\u{e007f}", "a"),
            ("\u{3164}", ""),
            // What scripts and emoji are written with.
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("שלום\u{200f}!", "שלום\u{200f}!"),
            ("👩\u{200d}❤\u{fe0f}\u{200d}👨", "👩\u{200d}❤\u{fe0f}\u{200d}👨"),
            ("葛\u{e0100}", "葛\u{e0100}"),
            ("שָּׁ֣", "שָּׁ֣"),
            ("\u{3000}山田\u{3000}\u{3000}太郎", "\u{3000}山田\u{3000}\u{3000}太郎"),
            ("Net\u{3000}\u{3000}\u{3000}\u{3000}Gains", "Net\u{3000}\u{3000}Gains"),
            (
                "Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}a\u{301}",
                "Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}a\u{301}",
            ),
            (
                "Z\u{301}\u{301}\u{301}\u{200b}\u{301}\u{ad}\u{301}\u{200b}\u{301}\u{200b}\u{301}a",
                "Z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}a",
            ),
            (
                &["Z", &"\u{301}\u{200d}".repeat(5), "\u{301}\u{301}\u{301}a"].concat(),
                &["Z", &"\u{301}\u{200d}".repeat(5), "\u{301}a"].concat(),
            ),
            ("a\u{3000}\u{200b}\u{3000}\u{200d}\u{3000}b", "a\u{3000}\u{3000}\u{200d}b"),
            // What nothing breaks is one sign.
            (&["a", &"👩\u{200d}".repeat(60), "b"].concat(), "a\u{fffd}b"),
            (&"क\u{94d}".repeat(60), "\u{fffd}"),
            (&"\u{1100}".repeat(60), "\u{fffd}"),
            (&"\u{1100}".repeat(12), &"\u{1100}".repeat(12)),
            ("👩🏽\u{200d}👩🏽\u{200d}👧🏽\u{200d}👦🏽", "👩🏽\u{200d}👩🏽\u{200d}👧🏽\u{200d}👦🏽"),
            ("कार्त्स्न्यांश", "कार्त्स्न्यांश"),
        ] {
            assert_eq!(seen(text), shown, "{text:?}");
        }
    }
}
