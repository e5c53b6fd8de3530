//! In which other forms a term stands in running text: a glossary has *Racist Policies* and *Community of Color*, an article *a racist
//! policy* and *communities of color*.
//!
//! These are rules of spelling, not a dictionary. Where spelling leaves it open each guess is given: one that is no word is in no text. What only
//! a dictionary could tell, *institutionally racist* for *institutional racism* say, is for the editor to list.

use super::number::other_number;
use super::{TokenKind, fold, tokenize};

/// Nouns whose number no rule tells. Longer words may end so: *spokespeople*.
const IRREGULAR: &[(&str, &str)] = &[
    ("person", "people"),
    ("child", "children"),
    ("woman", "women"),
    ("ysis", "yses"),
    ("thesis", "theses"),
    ("crisis", "crises"),
    ("gnosis", "gnoses"),
    ("oasis", "oases"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("bacterium", "bacteria"),
    ("stratum", "strata"),
    ("curriculum", "curricula"),
    ("matrix", "matrices"),
    ("vertebra", "vertebrae"),
    ("stimulus", "stimuli"),
    ("alumnus", "alumni"),
    ("nucleus", "nuclei"),
    ("fungus", "fungi"),
    ("syllabus", "syllabi"),
];

/// The same of nouns that other words end in by chance: *human*, *belief*.
const IRREGULAR_ALONE: &[(&str, &str)] = &[
    ("man", "men"),
    ("chairman", "chairmen"),
    ("policeman", "policemen"),
    ("congressman", "congressmen"),
    ("layman", "laymen"),
    ("freshman", "freshmen"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("goose", "geese"),
    ("ox", "oxen"),
    ("life", "lives"),
    ("wife", "wives"),
    ("half", "halves"),
    ("self", "selves"),
    ("leaf", "leaves"),
    ("thief", "thieves"),
    ("shelf", "shelves"),
    ("wolf", "wolves"),
    ("index", "indices"),
    ("appendix", "appendices"),
    ("locus", "loci"),
    ("basis", "bases"),
    ("axis", "axes"),
];

/// Between the noun that a term is about and what tells more of it.
const PREPOSITIONS: &[(&str, &[&str])] = &[
    ("en", &["of", "for", "in", "to", "with", "at", "on", "from", "by", "under", "against", "without"]),
    ("es", &["de", "del", "en", "para", "por", "a", "al", "con", "contra", "sin", "sobre"]),
    ("pt", &["de", "do", "da", "dos", "das", "em", "no", "na", "para", "por", "a", "ao", "com", "contra", "sem", "sobre"]),
    ("fr", &["de", "du", "des", "en", "pour", "par", "a", "au", "aux", "avec", "contre", "sans", "sur"]),
];

/// Words of a noun's company that have no number, or change it by other rules.
const FIXED: &[&str] =
    &["y", "e", "o", "u", "et", "ou", "no", "la", "el", "le", "lo", "los", "las", "les", "os", "as", "que", "nao", "non"];

/// So many spellings of one term are enough, however many of its words could be read either way.
const MOST: usize = 24;

/// The words of a term, folded, and of each whether it was elided: *d’accès*.
type Words = Vec<(String, bool)>;

/// A term as it is written: folded, and when it has hyphens, also without them, as one word.
pub fn spellings(term: &str) -> Vec<String> {
    let mut spellings = vec![fold(term), joined(&closed(term))];
    spellings.dedup();
    spellings.retain(|spelling| !spelling.is_empty());
    spellings
}

/// A term in its other number, by the rules of its language.
pub fn inflections(term: &str, language: &str) -> Vec<String> {
    let language = language.split('-').next().unwrap_or_default();
    let prepositions = PREPOSITIONS.iter().find(|(of, _)| *of == language).map_or(&[][..], |(_, words)| words);
    let mut found = Vec::new();
    for words in [apart(term), closed(term)] {
        let is_preposition = |(word, elided): &(String, bool)| *elided || prepositions.contains(&word.as_str());
        // What stands before the first preposition, unless that is the first word.
        let head = words.iter().position(is_preposition).filter(|head| *head > 0);
        let with = |at: usize, word: String| {
            let mut words = words.clone();
            if let Some(place) = words.get_mut(at) {
                place.0 = word;
            }
            joined(&words)
        };
        if matches!(language, "es" | "pt" | "fr") {
            found.extend(romance(&words, head.unwrap_or(words.len()), language));
        } else {
            for at in head.into_iter().chain([words.len()]).filter_map(|end| end.checked_sub(1)) {
                found.extend(numbers(&words[at].0, language).into_iter().map(|word| with(at, word)));
            }
        }
    }
    let written = spellings(term);
    found.retain(|form| !written.contains(form));
    found.sort_unstable();
    found.dedup();
    found
}

fn joined(words: &Words) -> String {
    words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ")
}

fn apart(term: &str) -> Words {
    let mut words = Words::new();
    tokenize(term, &mut |token| match token.kind {
        TokenKind::Word => words.push((token.text.to_owned(), false)),
        // What stands before the apostrophe of an elision has a letter or two, and is no word.
        TokenKind::Alternative => {
            if let Some(word) = words.last_mut() {
                let before = word.0.len().saturating_sub(token.text.len());
                word.1 = (1..=2).contains(&before) && word.0.ends_with(token.text);
            }
        }
        TokenKind::Joined { .. } => {}
    });
    words
}

/// The same with every compound as one word.
fn closed(term: &str) -> Words {
    let mut words = Words::new();
    tokenize(term, &mut |token| match token.kind {
        TokenKind::Word => words.push((token.text.to_owned(), false)),
        TokenKind::Alternative => {}
        TokenKind::Joined { parts } => {
            words.truncate(words.len().saturating_sub(parts as usize));
            words.push((token.text.to_owned(), false));
        }
    });
    words
}

/// A noun in its other number.
fn numbers(word: &str, language: &str) -> Vec<String> {
    if language != "en" {
        return Vec::new();
    }
    let swapped = |endings: &(&str, &str), is_whole: bool| {
        let swap = |from: &str, to: &str| {
            let start = word.strip_suffix(from)?;
            (!is_whole || start.is_empty()).then(|| [start, to].concat())
        };
        swap(endings.0, endings.1).or_else(|| swap(endings.1, endings.0))
    };
    let longer = IRREGULAR.iter().filter_map(|endings| swapped(endings, false));
    let irregular: Vec<String> = longer.chain(IRREGULAR_ALONE.iter().filter_map(|endings| swapped(endings, true))).collect();
    // Sciences and the like have one number.
    if !irregular.is_empty() || word.ends_with("ics") && word != "comics" {
        return irregular;
    }
    other_number(word, language)
}

/// Nouns and their adjectives change together in Romance languages: *políticas racistas*.
fn romance(words: &Words, head: usize, language: &str) -> Vec<String> {
    let mut phrases: Vec<Vec<&str>> = vec![Vec::new()];
    let choices: Vec<Vec<String>> = words
        .iter()
        .enumerate()
        .map(|(at, (word, _))| {
            let others = if at < head && !FIXED.contains(&word.as_str()) { romance_numbers(word, language) } else { Vec::new() };
            if others.is_empty() { vec![word.clone()] } else { others }
        })
        .collect();
    for choices in &choices {
        let longer = phrases.iter().flat_map(|phrase| {
            choices.iter().map(move |choice| phrase.iter().copied().chain([choice.as_str()]).collect::<Vec<_>>())
        });
        phrases = longer.take(MOST).collect();
    }
    phrases.into_iter().map(|phrase| phrase.join(" ")).collect()
}

/// Endings of one and of many, folded; the longest that fits a word holds.
fn romance_numbers(word: &str, language: &str) -> Vec<String> {
    let rules: &[(&str, &[&str])] = match language {
        "es" => &[
            ("ces", &["z", "ce"]),
            ("es", &["", "e", "es"]),
            ("s", &["", "s"]),
            ("z", &["ces"]),
            ("a", &["as"]),
            ("e", &["es"]),
            ("i", &["is", "ies"]),
            ("o", &["os"]),
            ("u", &["us", "ues"]),
            ("", &["es"]),
        ],
        "pt" => &[
            ("oes", &["ao"]),
            ("aes", &["ao", "ae"]),
            ("aos", &["ao"]),
            ("ais", &["al", "ai"]),
            ("eis", &["el", "il", "ei"]),
            ("ois", &["ol", "oi"]),
            ("uis", &["ul"]),
            ("is", &["il", "i", "is"]),
            ("ns", &["m", "n"]),
            ("res", &["r", "re"]),
            ("zes", &["z", "ze"]),
            ("ses", &["s", "se"]),
            ("s", &["", "ses", "s"]),
            ("ao", &["oes", "aos", "aes"]),
            ("al", &["ais"]),
            ("el", &["eis"]),
            ("il", &["is", "eis"]),
            ("ol", &["ois"]),
            ("ul", &["uis"]),
            ("m", &["ns"]),
            ("r", &["res"]),
            ("z", &["zes"]),
            ("", &["s"]),
        ],
        _ => &[
            ("aux", &["al", "au", "ail"]),
            ("x", &["", "x"]),
            ("s", &["", "s"]),
            ("z", &["z"]),
            ("al", &["aux", "als"]),
            ("ail", &["aux", "ails"]),
            ("au", &["aux"]),
            ("eu", &["eux", "eus"]),
            ("", &["s"]),
        ],
    };
    let is_plain = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let fitting = rules.iter().find_map(|(ending, others)| Some((word.strip_suffix(ending)?, others))).filter(|_| is_plain);
    fitting.map_or(Vec::new(), |(stem, others)| others.iter().map(|other| [stem, other].concat()).collect())
}

#[cfg(test)]
mod tests {
    use super::{inflections, spellings};

    #[test]
    fn terms_stand_in_texts_in_their_other_number() {
        for (language, one, many) in [
            ("en", "racist policy", "racist policies"),
            ("en-US", "community of color", "communities of color"),
            ("en", "person of color", "people of color"),
            ("en", "mother-in-law", "mothers-in-law"),
            ("en", "right to counsel", "rights to counsel"),
            ("en", "spokesperson", "spokespeople"),
            ("en", "school child", "school children"),
            ("en", "meta-analysis", "meta-analyses"),
            ("en", "criterion", "criteria"),
            ("en", "phenomenon", "phenomena"),
            ("en", "shelf life", "shelf lives"),
            ("es", "política racista", "políticas racistas"),
            ("es", "comunidad de color", "comunidades de color"),
            ("es-MX", "población indígena", "poblaciones indígenas"),
            ("es", "voz y voto", "voces y votos"),
            ("es", "crisis económica", "crisis económicas"),
            ("pt-BR", "ação afirmativa", "ações afirmativas"),
            ("pt", "questão racial", "questões raciais"),
            ("pt", "mulher negra", "mulheres negras"),
            ("fr", "inégalité sociale", "inégalités sociales"),
            ("fr", "droit social", "droits sociaux"),
            ("fr", "égalité d’accès", "égalités d’accès"),
            ("fr", "réseau local", "réseaux locaux"),
        ] {
            for (from, to) in [(one, many), (many, one)] {
                let (forms, wanted) = (inflections(from, language), spellings(to));
                assert!(forms.contains(&wanted[0]), "{from}: {forms:?}");
            }
        }
        for (language, term, never) in [
            ("en", "human", "humen"),
            ("en", "ethics", "ethic"),
            ("en", "institutional racism", "institutionally racist"),
            ("en", "person of color", "person of colour"),
            ("es", "comunidad de color", "comunidad de colores"),
            ("de", "Rassismus", "rassismuses"),
        ] {
            assert!(!inflections(term, language).contains(&never.to_owned()), "{term}");
        }
    }

    #[test]
    fn a_compound_is_also_one_word() {
        assert_eq!(spellings("Anti-Racist Policies"), ["anti racist policies", "antiracist policies"]);
        assert!(inflections("Anti-Racist Policies", "en").contains(&"antiracist policy".to_owned()));
        assert_eq!(spellings("Racism"), ["racism"]);
        assert_eq!(spellings("—"), [""; 0]);
    }
}
