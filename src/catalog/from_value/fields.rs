//! Taking typed fields out of an object, and saying what is wrong with those that don't fit.

use crate::catalog::path::Path;
use crate::catalog::records::Block;
use crate::catalog::report::Report;
use crate::catalog::suggest::closest;
use crate::catalog::value::Value;

use super::prose;

/// The fields of one object.
pub(super) struct Fields<'a> {
    entries: &'a [(String, Value)],
    path: Path<'a>,
    report: &'a mut Report,
}

/// The fields of `value` if it is an object; keys that are unknown, or given twice, are reported.
pub(super) fn fields<'a>(value: &'a Value, path: Path<'a>, known: &[&str], report: &'a mut Report) -> Option<Fields<'a>> {
    let Value::Map(entries) = value else {
        return wrong_type(value, path, &["an object with ", &listed(known)].concat(), report);
    };
    let mut seen = 0_u32;
    for (key, _) in entries {
        match known.iter().position(|name| name == key) {
            None => {
                let help = match closest(key, known.iter().copied()) {
                    Some(meant) => ["did you mean `", meant, "`?"].concat(),
                    None => ["leave it out; the keys known here are ", &listed(known)].concat(),
                };
                report.warning("unknown-key", Path::Unknown(&path, key), ["unknown key `", key, "`"].concat(), help);
            }
            Some(at) if seen & (1 << at) != 0 => {
                let message = ["the key `", key, "` stands here twice"].concat();
                report.error("duplicate-key", Path::Unknown(&path, key), message, "keep one of the two");
            }
            Some(at) => seen |= 1 << at,
        }
    }
    Some(Fields { entries, path, report })
}

/// Reports that a value isn't what it should be; there is no value then.
pub(super) fn wrong_type<T>(found: &Value, path: Path<'_>, wanted: &str, report: &mut Report) -> Option<T> {
    let message = ["found ", found.kind(), " where ", wanted, " should be"].concat();
    let help = match found {
        Value::Null => "take it out, or write a value".into(),
        _ => ["write ", wanted].concat(),
    };
    report.error("wrong-type", path, message, help);
    None
}

/// Each item of a list as `read` reads it; items that can't be read are reported and left out.
pub(super) fn items<T>(
    value: &Value,
    path: Path<'_>,
    report: &mut Report,
    read: impl Fn(&Value, Path<'_>, &mut Report) -> Option<T>,
) -> Vec<T> {
    match value {
        Value::List(items) => items.iter().enumerate().filter_map(|(at, item)| read(item, path.item(at), report)).collect(),
        _ => wrong_type(value, path, "a list", report).unwrap_or_default(),
    }
}

/// An id may be a number: databases have those.
pub(super) fn id_text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        _ => value.whole_number().map(|number| number.to_string()),
    }
}

fn text(value: &Value, path: Path<'_>, report: &mut Report) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        _ => wrong_type(value, path, "a text", report),
    }
}

/// A list of texts; a text alone is a list of one.
fn texts(value: &Value, path: Path<'_>, report: &mut Report) -> Vec<String> {
    match value {
        Value::List(_) => items(value, path, report, text),
        Value::Text(one) => vec![one.clone()],
        _ => wrong_type(value, path, "a list of texts", report).unwrap_or_default(),
    }
}

fn listed(keys: &[&str]) -> String {
    let mut out = String::new();
    for key in keys {
        out.push_str(if out.is_empty() { "`" } else { ", `" });
        out.push_str(key);
        out.push('`');
    }
    out
}

impl Fields<'_> {
    fn get(&self, key: &str) -> Option<&Value> {
        let (_, value) = self.entries.iter().find(|(name, _)| name == key)?;
        (*value != Value::Null).then_some(value)
    }

    /// The first of the keys that the object has, for records that are told apart by their key.
    pub(super) fn first_of(&self, keys: &[&'static str]) -> Option<&'static str> {
        keys.iter().copied().find(|key| self.get(key).is_some())
    }

    /// Reports the keys that have no place in this kind of block or span, though other kinds know them.
    pub(super) fn only_with(&mut self, known: &[&'static str], kind: &str, others: &[&str]) {
        for key in known {
            if *key != kind && !others.contains(key) && self.get(key).is_some() {
                let message = ["`", key, "` can't stand beside `", kind, "`"].concat();
                self.report.warning("unknown-key", self.path.field(key), message, "leave it out, or make two of it");
            }
        }
    }

    /// What `read` makes of a field that is there.
    pub(super) fn read<T>(&mut self, key: &'static str, read: impl FnOnce(&Value, Path<'_>, &mut Report) -> T) -> Option<T> {
        let (_, value) = self.entries.iter().find(|(name, _)| name == key)?;
        (*value != Value::Null).then(|| read(value, self.path.field(key), self.report))
    }

    /// An optional text; an empty one is a missing one.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        self.read(key, text).flatten().filter(|text| !text.is_empty())
    }

    /// A text that the object makes no sense without.
    pub(super) fn required_text(&mut self, key: &'static str) -> Option<String> {
        self.require(key);
        self.text(key)
    }

    /// An optional id: a text or a whole number.
    pub(super) fn id(&mut self, key: &'static str) -> Option<String> {
        self.read(key, id).flatten()
    }

    /// An id that the object makes no sense without.
    pub(super) fn required_id(&mut self, key: &'static str) -> Option<String> {
        self.require(key);
        self.id(key)
    }

    fn require(&mut self, key: &'static str) {
        if self.get(key).is_none() {
            self.report.error(
                "missing-key",
                self.path,
                ["`", key, "` is missing"].concat(),
                ["add the key `", key, "`"].concat(),
            );
        }
    }

    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        self.read(key, texts).unwrap_or_default()
    }

    pub(super) fn lists_of_texts(&mut self, key: &'static str) -> Vec<Vec<String>> {
        self.read(key, |value, path, report| match value {
            Value::List(_) => items(value, path, report, |item, path, report| Some(texts(item, path, report))),
            _ => vec![texts(value, path, report)],
        })
        .unwrap_or_default()
    }

    pub(super) fn ids(&mut self, key: &'static str) -> Vec<String> {
        self.read(key, |value, path, report| match value {
            Value::List(_) => items(value, path, report, id),
            _ => id(value, path, report).into_iter().collect(),
        })
        .unwrap_or_default()
    }

    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        let flag = self.read(key, |value, path, report| match value {
            Value::Bool(flag) => Some(*flag),
            _ => wrong_type(value, path, "true or false", report),
        });
        flag.flatten().unwrap_or(false)
    }

    pub(super) fn year(&mut self, key: &'static str) -> Option<i32> {
        self.read(key, |value, path, report| match value.whole_number().map(i32::try_from) {
            Some(Ok(year)) => Some(year),
            _ => wrong_type(value, path, "a year as a whole number, such as 2012", report),
        })
        .flatten()
    }

    pub(super) fn blocks(&mut self, key: &'static str) -> Vec<Block> {
        self.read(key, |value, path, report| prose::blocks(value, path, report, 0)).unwrap_or_default()
    }

    pub(super) fn list<T>(&mut self, key: &'static str, read: impl Fn(&Value, Path<'_>, &mut Report) -> Option<T>) -> Vec<T> {
        self.read(key, |value, path, report| items(value, path, report, read)).unwrap_or_default()
    }
}

fn id(value: &Value, path: Path<'_>, report: &mut Report) -> Option<String> {
    id_text(value).or_else(|| wrong_type(value, path, "an id (a text or a whole number)", report))
}
