//! Reading a JSON file: the same records as from a page's objects, with the place of every value.

use std::collections::HashMap;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::folder::decode;
use super::path::push_number;
use super::{Catalog, Place, Report, Sources, Value, check, from_value};

/// Strict JSON, so that what is accepted here is accepted by every other program.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads and checks a catalog in JSON; `name` is shown in diagnostics.
///
/// ```
/// use equity_catalog::catalog::read_json;
/// let (catalog, report, _) = read_json("works.json", r#"[{ "id": 1, "title": "Net Gains" }]"#);
/// assert!(report.is_ok());
/// assert_eq!(catalog.resources[0].title, "Net Gains");
/// ```
pub fn read_json(name: &str, content: impl Into<Vec<u8>>) -> (Catalog, Report, Sources) {
    let mut decoding = Report::default();
    let text = decode(content.into(), 0, &mut decoding);
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut tree = Tree { start, places: HashMap::new(), keys: HashMap::new() };
    let parsed = parse_to_ast(&text[start..], &CollectOptions::default(), &STRICT);
    let (catalog, mut report) = match parsed.map(|parsed| parsed.value) {
        Ok(Some(value)) => {
            let mut path = String::new();
            if let ast::Value::Array(_) = value {
                path.push_str("resources");
            }
            from_value(&tree.value(value, &mut path))
        }
        Ok(None) => {
            let mut report = Report::default();
            let place = Place { file: 0, range: start..start };
            report.error_at("json", place, "the file is empty", "write an object with `resources`, or a list of resources");
            (Catalog::default(), report)
        }
        Err(error) => {
            let mut report = Report::default();
            let range = error.range();
            let place = Place { file: 0, range: start + range.start..start + range.end };
            let help = "mend the JSON here (text in double quotes, commas between values and none after the last, no comments)";
            report.error_at("json", place, lowered(&error.kind().to_string()), help);
            (Catalog::default(), report)
        }
    };
    for found in report.diagnostics.iter_mut().filter(|found| found.code.ends_with("-key")) {
        found.place = tree.keys.get(&found.path).cloned();
    }
    report.diagnostics.splice(0..0, decoding.diagnostics);
    if !report.diagnostics.iter().any(|found| found.code == "json") {
        check(&catalog, &mut report);
    }
    (catalog, report, Sources { files: vec![(name.into(), text)], places: tree.places })
}

/// Our messages begin in lower case.
fn lowered(message: &str) -> String {
    let mut chars = message.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Places found while the syntax tree becomes values.
struct Tree {
    /// Bytes before the JSON: a byte-order mark.
    start: usize,
    places: HashMap<String, Place>,
    /// Where each key stands, for findings about the key itself.
    keys: HashMap<String, Place>,
}

impl Tree {
    fn place(&self, node: &impl Ranged) -> Place {
        Place { file: 0, range: self.start + node.start()..self.start + node.end() }
    }

    fn value(&mut self, value: ast::Value<'_>, path: &mut String) -> Value {
        let place = self.place(&value);
        self.places.insert(path.clone(), place);
        let length = path.len();
        match value {
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
            // A number beyond all bounds becomes one that fits nowhere, which is reported as such.
            ast::Value::NumberLit(literal) => Value::Number(literal.value.parse().unwrap_or(f64::NAN)),
            ast::Value::StringLit(literal) => Value::Text(literal.value.into_owned()),
            ast::Value::Array(array) => {
                let mut items = Vec::new();
                for item in array.elements {
                    path.push('[');
                    push_number(path, items.len());
                    path.push(']');
                    items.push(self.value(item, path));
                    path.truncate(length);
                }
                Value::List(items)
            }
            ast::Value::Object(object) => {
                let mut entries = Vec::new();
                for property in object.properties {
                    if length > 0 {
                        path.push('.');
                    }
                    let place = self.place(&property.name);
                    let key = property.name.into_string();
                    path.push_str(&key);
                    self.keys.insert(path.clone(), place);
                    entries.push((key, self.value(property.value, path)));
                    path.truncate(length);
                }
                Value::Map(entries)
            }
        }
    }
}
