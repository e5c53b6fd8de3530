//! What Zotero and its like read from a page: `COinS`, a work's facts as an `OpenURL` 1.0 query in the title of an empty `span`.
//!
//! The keys are those of ANSI/NISO Z39.88-2004 for books, articles and, for whatever is neither, Dublin Core.

use std::fmt::Write;

use super::names::corrected;
use crate::catalog::{Resource, is_safe_url};

/// One of the formats of `OpenURL`, and what its keys are.
struct Format {
    name: &'static str,
    /// `genre` in books and articles; in Dublin Core the type of item that Zotero makes of it.
    genre: [&'static str; 2],
    title: &'static str,
    author: &'static str,
    publisher: &'static str,
}

const BOOK: Format = Format { name: "book", genre: ["genre", "book"], title: "btitle", author: "au", publisher: "pub" };
const REPORT: Format = Format { genre: ["genre", "report"], ..BOOK };
const CHAPTER: Format = Format { genre: ["genre", "bookitem"], title: "atitle", ..BOOK };
const ARTICLE: Format = Format { name: "journal", genre: ["genre", "article"], title: "atitle", ..BOOK };
const DOCUMENT: Format =
    Format { name: "dc", genre: ["type", "document"], title: "title", author: "creator", publisher: "publisher" };
const WEB_PAGE: Format = Format { genre: ["type", "webpage"], ..DOCUMENT };

/// An editor names kinds freely. Those that say what a librarian would call the work, in any of these words, decide; all others,
/// `Tool` say, are documents.
fn format(kind: Option<&str>) -> &'static Format {
    match kind.unwrap_or_default().to_lowercase().as_str() {
        "book" | "handbook" | "libro" => &BOOK,
        "report" | "white paper" | "working paper" | "informe" => &REPORT,
        "chapter" | "book chapter" => &CHAPTER,
        "article" | "journal article" | "artículo" => &ARTICLE,
        "website" | "web page" | "web site" | "blog post" => &WEB_PAGE,
        _ => &DOCUMENT,
    }
}

/// The query for a work: keys and values with all but letters, digits and `-._~` percent-encoded.
pub(super) fn open_url(resource: &Resource, language: &str) -> String {
    let format = format(resource.kind.as_deref());
    let correct = |text: &str| corrected(text, &resource.corrections);
    let mut query = String::from("ctx_ver=Z39.88-2004");
    put(&mut query, "rft_val_fmt", &["info:ofi/fmt:kev:mtx:", format.name].concat());
    let mut fact = |key: &str, value: &str| put(&mut query, &["rft.", key].concat(), value);
    fact(format.title, &correct(&resource.title));
    let [key, genre] = format.genre;
    fact(key, genre);
    resource.authors.iter().for_each(|author| fact(format.author, &correct(author)));
    // The key may stand once, and Zotero would take the last one only.
    let publishers: Vec<String> = resource.organizations.iter().map(|name| correct(name)).collect();
    fact(format.publisher, &publishers.join("; "));
    fact("date", &resource.year.map(date).unwrap_or_default());
    fact("language", resource.language.as_deref().unwrap_or(language));
    if format.name == "dc" {
        fact("description", resource.description.as_deref().unwrap_or_default());
    }
    put(&mut query, "rft_id", resource.url.as_deref().filter(|url| is_safe_url(url)).unwrap_or_default());
    query
}

/// A year as ISO 8601 writes it, with four digits.
pub(super) fn date(year: i32) -> String {
    format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs())
}

fn put(query: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        query.extend(["&", key, "=", &percent_encoded(value)]);
    }
}

/// A text as it may stand in a query: letters, digits and `-._~` (RFC 3986, 2.3), every other byte of its UTF-8 as `%` and two
/// digits.
pub(super) fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
