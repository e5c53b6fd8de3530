//! Acronyms and the names behind them: who searches *NPQ* also means *Nonprofit Quarterly*, and the other way round.
//!
//! A catalog tells which belong together where it writes "Nonprofit Quarterly (NPQ)". They are found as Schwartz and Hearst do (2003, "A
//! simple algorithm for identifying abbreviation definitions in biomedical text"): backwards from the parenthesis, each letter of the
//! acronym must occur, its first one at the start of a word. Every resource that has only one of the two gets the other one as a synonym.

use std::collections::BTreeMap;

use super::field_texts;
use crate::catalog::Resource;
use crate::text::{TokenKind, fold, tokenize};

/// What the catalog says in two ways.
#[derive(Default)]
pub(super) struct Synonyms {
    /// By acronym as it is spelt, the folded name; an acronym of several names stands for none of them.
    names: BTreeMap<String, Option<String>>,
    /// By folded name, its acronym.
    acronyms: BTreeMap<String, String>,
    /// Words of the longest name.
    longest: usize,
}

impl Synonyms {
    /// Reads all resources.
    pub fn of(resources: &[&Resource]) -> Self {
        let mut found = Self::default();
        for text in resources.iter().flat_map(|resource| field_texts(resource)).flat_map(|(_, texts)| texts) {
            definitions(text, &mut |name, acronym| {
                let name = fold(name);
                found.longest = found.longest.max(name.split(' ').count());
                found.acronyms.entry(name.clone()).or_insert_with(|| acronym.to_owned());
                let known = found.names.entry(acronym.to_owned()).or_insert_with(|| Some(name.clone()));
                if known.as_ref() != Some(&name) {
                    *known = None;
                }
            });
        }
        found
    }

    /// Calls `each` with what a resource doesn't say itself.
    pub fn of_resource(&self, resource: &Resource, each: &mut dyn FnMut(&str)) {
        if self.names.is_empty() {
            return;
        }
        let texts: Vec<&str> = field_texts(resource).into_iter().flat_map(|(_, texts)| texts).collect();
        let mut said: Vec<&str> = Vec::new();
        let mut meant: Vec<&str> = Vec::new();
        for text in &texts {
            // The last words, and where each of them began.
            let mut words = String::new();
            let mut starts: Vec<usize> = Vec::new();
            tokenize(text, &mut |token| {
                if token.kind != TokenKind::Word {
                    return;
                }
                if let Some((acronym, name)) = text.get(token.start..token.end).and_then(|word| self.names.get_key_value(word)) {
                    said.push(acronym);
                    meant.extend(name.as_deref());
                }
                if !words.is_empty() {
                    words.push(' ');
                }
                starts.push(words.len());
                words.push_str(token.text);
                for &start in starts.iter().rev().take(self.longest) {
                    if let Some((name, acronym)) = self.acronyms.get_key_value(&words[start..]) {
                        said.push(name);
                        meant.push(acronym);
                    }
                }
            });
        }
        let mut given: Vec<&str> = Vec::new();
        for synonym in meant {
            if !said.contains(&synonym) && !given.contains(&synonym) {
                given.push(synonym);
                each(synonym);
            }
        }
    }
}

/// Calls `each` with every name and acronym that the text defines.
fn definitions(text: &str, each: &mut dyn FnMut(&str, &str)) {
    for (open, _) in text.match_indices('(') {
        let Some((acronym, _)) = text[open + 1..].split_once(')') else { return };
        let letters = acronym.chars().count();
        let capitals = acronym.chars().filter(|letter| letter.is_uppercase()).count();
        if !(2..=10).contains(&letters) || capitals < 2 || !acronym.chars().all(char::is_alphanumeric) {
            continue;
        }
        if let Some(name) = name_before(&text[..open], acronym, (letters + 5).min(letters * 2)) {
            each(name, acronym);
        }
    }
}

/// The name that ends here and that the acronym is made of, within so many words.
fn name_before<'t>(text: &'t str, acronym: &str, most_words: usize) -> Option<&'t str> {
    let mut rest = text.char_indices().rev();
    let mut start = text.len();
    for (left, letter) in acronym.chars().rev().enumerate().map(|(at, letter)| (acronym.chars().count() - at, letter)) {
        start = loop {
            let (at, c) = rest.next()?;
            let is_word_start = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            if c.to_lowercase().eq(letter.to_lowercase()) && (left > 1 || is_word_start) {
                break at;
            }
        };
    }
    let name = text.get(start..)?.trim();
    let words = fold(name).split(' ').count();
    (words > 1 && words <= most_words && !name.contains(['(', ')', ';', ':'])).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::definitions;

    #[test]
    fn acronyms_are_found_where_they_are_explained() {
        for (text, expected) in [
            ("Nonprofit Quarterly (NPQ)", "Nonprofit Quarterly=NPQ"),
            ("Well-Being and Equity Bridging (WEB) Network", "Well-Being and Equity Bridging=WEB"),
            ("the Black Alliance for Just Immigration (BAJI)", "Black Alliance for Just Immigration=BAJI"),
            ("Mujeres Unidas y Activas (MUA)", "Mujeres Unidas y Activas=MUA"),
            ("two of them (a b), (AB) and no end (NPQ", ""),
            ("Nothing to do with it (XYZ)", ""),
            ("in the year (2012)", ""),
        ] {
            let mut found = Vec::new();
            definitions(text, &mut |name, acronym| found.push(format!("{name}={acronym}")));
            assert_eq!(found.join(" "), expected, "{text:?}");
        }
    }
}
