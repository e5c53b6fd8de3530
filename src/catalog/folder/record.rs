//! Taking typed fields out of a record, and saying what is wrong with those that don't fit.

use crate::catalog::path::Path;
use crate::catalog::records::Correction;
use crate::catalog::suggest::closest;

use super::lines::{Record, Spot, heading_level};
use super::notes::Notes;

/// A field that a kind of record knows.
pub(super) struct Key {
    /// As an editor writes it; capitals don't matter.
    pub(super) name: &'static str,
    /// Whether it may stand on several lines.
    pub(super) many: bool,
}

/// A field that stands once.
pub(super) const fn one(name: &'static str) -> Key {
    Key { name, many: false }
}

/// A field that may stand on several lines, one value each.
pub(super) const fn many(name: &'static str) -> Key {
    Key { name, many: true }
}

/// The fields of one record by their keys.
pub(super) struct Fields<'t> {
    values: Vec<(&'static str, Spot<'t>)>,
}

impl<'t> Fields<'t> {
    /// Reads a record's fields. Lines that turn out to be prose are moved to its body, so that they aren't reported twice.
    pub(super) fn of(record: &mut Record<'t>, keys: &'static [Key], notes: &mut Notes) -> Self {
        let mut values: Vec<(&'static str, Spot<'t>)> = Vec::new();
        let lines = std::mem::take(&mut record.fields);
        for (at, &line) in lines.iter().enumerate() {
            let Some((name, value)) = key_and_value(line) else {
                let key = keys
                    .iter()
                    .find(|key| line.text.get(..key.name.len()).is_some_and(|word| word.eq_ignore_ascii_case(key.name)));
                let help = key.map_or("leave an empty line between the fields and the text".into(), |key| {
                    format!("write `{}: ` and the value, or leave an empty line if this is text", key.name)
                });
                notes.error("not-a-field", line, "a line `Key: value` or an empty line should stand here", help);
                record.body.splice(0..0, lines[at..].iter().copied());
                break;
            };
            let Some(key) = find(keys, name.text) else {
                unknown(name, keys, notes);
                continue;
            };
            if value.is_blank() {
                let message = format!("`{}` has no value", key.name);
                notes.error("empty-field", line, message, "write a value behind the colon, or take the line out");
            } else if !key.many && values.iter().any(|(known, _)| *known == key.name) {
                let message = format!("`{}` stands here twice", key.name);
                notes.error("duplicate-field", line, message, "keep one of the two lines");
            } else {
                values.push((key.name, value));
            }
        }
        misplaced(&record.body, keys, notes);
        Self { values }
    }

    /// Every value of a key.
    pub(super) fn all(&self, key: &str) -> impl Iterator<Item = Spot<'t>> {
        self.values.iter().filter(move |(name, _)| *name == key).map(|(_, value)| *value)
    }

    /// Every value of a key, whose places are marked as items of `path`.
    pub(super) fn spots(&self, key: &str, path: Path<'_>, notes: &mut Notes) -> Vec<Spot<'t>> {
        let spots: Vec<Spot<'t>> = self.all(key).collect();
        for (at, spot) in spots.iter().enumerate() {
            notes.mark(path.item(at), *spot);
        }
        spots
    }

    pub(super) fn texts(&self, key: &str, path: Path<'_>, notes: &mut Notes) -> Vec<String> {
        self.spots(key, path, notes).iter().map(|spot| spot.text.to_string()).collect()
    }

    /// The value of a key that stands once, whose place is marked.
    pub(super) fn spot(&self, key: &str, path: Path<'_>, notes: &mut Notes) -> Option<Spot<'t>> {
        let spot = self.all(key).next()?;
        notes.mark(path, spot);
        Some(spot)
    }

    pub(super) fn text(&self, key: &str, path: Path<'_>, notes: &mut Notes) -> Option<String> {
        self.spot(key, path, notes).map(|spot| spot.text.to_string())
    }

    pub(super) fn flag(&self, key: &str, path: Path<'_>, notes: &mut Notes) -> bool {
        let Some(spot) = self.spot(key, path, notes) else { return false };
        let yes = spot.text.eq_ignore_ascii_case("yes");
        if !yes && !spot.text.eq_ignore_ascii_case("no") {
            let message = format!("`{}` is neither yes nor no", spot.text);
            notes.error("yes-or-no", spot, message, "write `yes` or `no`");
        }
        yes
    }

    pub(super) fn year(&self, key: &str, path: Path<'_>, notes: &mut Notes) -> Option<i32> {
        let spot = self.spot(key, path, notes)?;
        let year = spot.text.parse().ok();
        if year.is_none() {
            let message = format!("`{}` is not a year", spot.text);
            notes.error("bad-year", spot, message, "write one year in digits, such as 2012");
        }
        year
    }

    /// Names from the outermost to the innermost: `PLAN / Change Process`.
    pub(super) fn trail(spot: Spot<'_>) -> Vec<String> {
        spot.text.split(" / ").map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
    }

    pub(super) fn corrections(&self, path: Path<'_>, notes: &mut Notes) -> Vec<Correction> {
        let mut corrections = Vec::new();
        for spot in self.all("Correction") {
            let mut sides = spot.text.split("->").map(str::trim);
            if let (Some(printed), Some(correct), None) = (sides.next(), sides.next(), sides.next())
                && !printed.is_empty()
                && !correct.is_empty()
            {
                notes.mark(path.item(corrections.len()), spot);
                corrections.push(Correction { printed: printed.into(), correct: correct.into() });
            } else {
                let help = "write what is printed, then ` -> `, then what it should read: `Millls -> Mills`";
                notes.error("bad-correction", spot, "a correction has two sides", help);
            }
        }
        corrections
    }
}

fn find(keys: &'static [Key], name: &str) -> Option<&'static Key> {
    keys.iter().find(|key| key.name.eq_ignore_ascii_case(name))
}

/// Cuts `Key: value`. A key is a few words; a longer beginning of a line is prose with a colon in it.
fn key_and_value(line: Spot<'_>) -> Option<(Spot<'_>, Spot<'_>)> {
    let colon = line.text.find(':')?;
    let name = line.part(0, colon);
    let is_key = name.text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    (is_key && !name.text.is_empty() && name.text.split(' ').count() <= 4).then(|| (name, line.rest(colon + 1)))
}

fn unknown(name: Spot<'_>, keys: &'static [Key], notes: &mut Notes) {
    let known: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let help = match closest(name.text, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("fields here are {}; text goes below an empty line", known.join(", ")),
    };
    notes.error("unknown-field", name, format!("unknown field `{}`", name.text), help);
}

/// Fields below an empty line would quietly become text: a first paragraph of nothing but known fields is one of those.
fn misplaced(body: &[Spot<'_>], keys: &'static [Key], notes: &mut Notes) {
    let paragraph: Vec<&Spot<'_>> = body
        .iter()
        .skip_while(|line| line.is_blank())
        .take_while(|line| !line.is_blank() && heading_level(**line).is_none())
        .collect();
    let is_field = |line: &&Spot<'_>| key_and_value(**line).is_some_and(|(name, _)| find(keys, name.text).is_some());
    if let Some(first) = paragraph.first()
        && paragraph.iter().all(is_field)
    {
        let help = "move it up, directly below the heading and without an empty line between";
        notes.error("misplaced-field", first.rest(0), "this reads as a field, but it stands in the text", help);
    }
}
