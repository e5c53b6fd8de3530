//! One and many: the plural of an English noun and the other way round.

/// Nouns that end in s and are no plurals, as far as a glossary is likely to hold them.
const SINGULAR: &[&str] = &["alias", "atlas", "bias", "canvas", "chaos", "gas", "lens", "means", "news", "series", "species"];

/// The plural of a singular English noun and the other way round, by spelling; nothing for words that aren't letters of a to z. Where
/// spelling leaves it open, each guess is given: one that is no word is in no text. Other languages have their rules in `inflections.rs`.
pub fn other_number(word: &str, language: &str) -> Vec<String> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if language.split('-').next() != Some("en") || word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let cut = |count: usize, ending: &str| word.get(..word.len() - count).unwrap_or_default().to_owned() + ending;
    if SINGULAR.contains(&word) || ends(&["ss", "us", "x", "z", "ch", "sh"]) {
        return vec![cut(0, "es")];
    }
    if ends(&["is"]) {
        return vec![cut(2, "es")];
    }
    if ends(&["ies"]) {
        return vec![cut(3, "y"), cut(1, "")];
    }
    if ends(&["ses", "zes", "xes", "ches", "shes"]) {
        return vec![cut(2, ""), cut(1, "")];
    }
    if ends(&["s"]) {
        return vec![cut(1, "")];
    }
    if ends(&["y"]) && !ends(&["ay", "ey", "oy", "uy"]) {
        return vec![cut(1, "ies")];
    }
    vec![cut(0, "s")]
}

#[cfg(test)]
mod tests {
    use super::other_number as other_number_in;

    fn other_number(word: &str) -> Vec<String> {
        other_number_in(word, "en-GB")
    }

    #[test]
    fn a_noun_is_known_in_both_numbers() {
        for (one, many) in [
            ("policy", "policies"),
            ("inequity", "inequities"),
            ("reparation", "reparations"),
            ("process", "processes"),
            ("branch", "branches"),
            ("box", "boxes"),
            ("survey", "surveys"),
            ("alliance", "alliances"),
            ("bias", "biases"),
            ("lens", "lenses"),
            ("size", "sizes"),
            ("virus", "viruses"),
        ] {
            assert!(other_number(one).contains(&many.to_owned()), "{one}");
            assert!(other_number(many).contains(&one.to_owned()), "{many}");
        }
        assert_eq!(other_number("crisis"), ["crises"]);
        assert!(!other_number("news").contains(&"new".to_owned()));
        assert!(other_number("é").is_empty() && other_number("us").is_empty());
        assert!(other_number_in("red", "es").is_empty());
    }
}
