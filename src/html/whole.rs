//! A page that is whole in itself: list, glossary, widget, engine and pack in one file, for readers without a server or a connection.
//!
//! Its policy lets through its own script and style sheet, known by their digests, and nothing else: no address is ever asked. Engine and
//! pack are blocks of data, Base64, whose ids are the names by which `www/whole/load.js` asks for them. Where scripts don't run, the static list
//! and glossary are the page.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::glossary::Glossary;
use super::listing::Style;
use super::markup::{Breaks, Inline, Markup};
use super::page::Page;
use super::words::{ENGLISH, page_words};
use super::{Options, UnknownSection, chosen};
use crate::catalog::{Section, Term};
use crate::pack::{Pack, Storage};

const STYLE: &str = include_str!("whole.css");
/// The id of the block that holds the pack.
const PACK: &str = "catalog.pack";
/// The id of the script that is the engine as JavaScript.
const WITHOUT_WASM: &str = "without-wasm.js";
/// Of more works than this there is no static list: a browser lays it out for half a minute, and it would hold up the widget, which shows
/// any number at once. The glossary needs no such bound: of 22,000 terms it takes two seconds.
const LISTED: u32 = 2000;
/// The kind of a script element that browsers keep and don't run.
const DATA: &str = "application/octet-stream";
/// Languages that are written from right to left, by their first letters in a language tag.
const RIGHT_TO_LEFT: [&str; 15] = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// What is put inside the page besides what readers see.
#[derive(Clone, Copy, Debug)]
pub struct Inside<'a> {
    /// The pack's own bytes.
    pub pack: &'a [u8],
    /// The bytes of `equity-catalog.wasm`.
    pub engine: &'a [u8],
    /// The text of `whole.js`.
    pub script: &'a str,
    /// The text of `without-wasm.js`, the same engine as JavaScript, for browsers without WebAssembly; without it they have the list only.
    pub without_wasm: Option<&'a str>,
    /// The licences of all this, in paragraphs.
    pub licences: &'a str,
}

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// A section was asked for that the catalog doesn't have.
    Section(UnknownSection),
    /// A script holds something that would end it early inside a page.
    Script(&'static str),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(error) => error.fmt(f),
            Self::Script(breaks) => write!(f, "a script can't stand inside a page, since it holds {breaks:?}"),
        }
    }
}

impl std::error::Error for PageError {}

impl From<UnknownSection> for PageError {
    fn from(error: UnknownSection) -> Self {
        Self::Section(error)
    }
}

impl From<Breaks> for PageError {
    fn from(Breaks(breaks): Breaks) -> Self {
        Self::Script(breaks)
    }
}

/// Writes the page. The same input always gives the same text. Of `options`, headings begin at level 1 whatever they say, and a part that
/// the catalog doesn't have is left out.
///
/// # Errors
/// When the catalog has no such section, or the script can't stand inside a page.
pub fn write_page<D: Storage>(pack: &Pack<D>, options: &Options, inside: &Inside<'_>) -> Result<String, PageError> {
    let meta = pack.meta();
    let sections = chosen(pack.sections(), &options.sections)?;
    let (works, glossary) = (options.works && meta.resources > 0, options.glossary && meta.terms > 0);
    let content = Content { pack, options, sections: &sections, works, glossary };
    let mut failure = Ok(());
    let mut keep = |written: Result<(), Breaks>| {
        if failure.is_ok() {
            failure = written;
        }
    };
    let direction = if is_right_to_left(&meta.language) { "rtl" } else { "" };
    // A module is nobody's to import inside a page: so it hands over what it exports by its own element.
    let without_wasm =
        inside.without_wasm.map(|script| [script, "\ndocument.getElementById(\"", WITHOUT_WASM, "\").begin = begin;\n"].concat());
    let mut markup = Markup::page();
    markup.block("html", &[("lang", &meta.language), ("dir", direction)], |markup| {
        markup.block("head", &[], |markup| {
            markup.void("meta", &[("charset", "utf-8")]);
            markup.void(
                "meta",
                &[
                    ("http-equiv", "Content-Security-Policy"),
                    ("content", &policy(&[Some(inside.script), without_wasm.as_deref()])),
                ],
            );
            markup.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            markup.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            markup.line("title", &[], &Inline::text(content.title()));
            markup.comment(&note());
            keep(markup.verbatim("style", &[], STYLE));
        });
        markup.block("body", &[], |markup| {
            content.write(markup, inside.licences);
            // Behind all that is read, so that it is read before it has all come.
            for (id, bytes) in [("equity-catalog.wasm", inside.engine), (PACK, inside.pack)] {
                keep(markup.verbatim("script", &[("type", DATA), ("id", id)], &BASE64.encode(bytes)));
            }
            if let Some(script) = &without_wasm {
                keep(markup.verbatim("script", &[("type", "module"), ("id", WITHOUT_WASM)], script));
            }
            keep(markup.verbatim("script", &[], inside.script));
        });
    });
    failure?;
    Ok(markup.finish())
}

/// What the page may do: run its own scripts, WebAssembly too, and take its own style sheet.
fn policy(scripts: &[Option<&str>]) -> String {
    let named = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)));
    let scripts: Vec<String> = scripts.iter().flatten().map(|script| named(script)).collect();
    [
        "default-src 'none'".to_owned(),
        format!("script-src {} 'wasm-unsafe-eval'", scripts.join(" ")),
        format!("style-src {}", named(STYLE)),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
    ]
    .join("; ")
}

fn note() -> String {
    format!(
        "Written by Equity Catalog {} (equity-catalog offline). When the catalog changes, don't edit this: write it anew.",
        env!("CARGO_PKG_VERSION")
    )
}

fn is_right_to_left(language: &str) -> bool {
    let first = language.split('-').next().unwrap_or_default();
    RIGHT_TO_LEFT.iter().any(|one| one.eq_ignore_ascii_case(first))
}

/// What readers see.
struct Content<'a, D> {
    pack: &'a Pack<D>,
    options: &'a Options,
    sections: &'a [Section],
    works: bool,
    glossary: bool,
}

impl<D: Storage> Content<'_, D> {
    /// The name of the section when the page is of one, else that of the catalog.
    fn title(&self) -> &str {
        match self.sections {
            [only] if !self.options.sections.is_empty() => &only.title,
            _ => &self.pack.meta().title,
        }
    }

    fn write(&self, markup: &mut Markup, licences: &str) {
        let meta = self.pack.meta();
        let language = meta.language.as_str();
        let (lang, words) = page_words(language);
        let both = self.works && self.glossary;
        markup.block("header", &[], |markup| {
            markup.heading(1, &[("dir", "auto")], &Inline::text(self.title()));
            if both {
                let mut way = Inline::default();
                way.push_element("a", &[("href", "#glossary")], &Inline::text(words.glossary));
                markup.line("p", &[("lang", lang)], &way);
            }
        });
        let mut page = Page::new(self.pack, Style { words: &ENGLISH, language, details: self.options.details });
        let source = ["#", PACK].concat();
        markup.block("main", &[], |markup| {
            if self.works {
                let section = self.options.sections.first().map_or("", String::as_str);
                markup.block("equity-catalog", &[("src", &source), ("section", section)], |markup| {
                    if meta.resources <= LISTED {
                        page.sections(markup, self.sections, self.options.sections.is_empty(), 2);
                    }
                    page.about(markup, meta);
                });
            }
            if self.glossary {
                let terms: Vec<Term> = (0..meta.terms).map_while(|number| self.pack.term(number)).collect();
                let glossary = Glossary { pack: self.pack, terms: &terms, words: &ENGLISH, has_work: &|work| page.has(work) };
                let level = if both { 3 } else { 2 };
                let element: [(&str, &str); 2] = [("src", &source), ("heading-level", if both { "3" } else { "" })];
                if both {
                    markup.block("section", &[("id", "glossary")], |markup| {
                        markup.heading(2, &[("lang", lang)], &Inline::text(words.glossary));
                        markup.block("equity-glossary", &element, |markup| glossary.write(markup, language, level, false));
                    });
                } else {
                    markup.block("equity-glossary", &element, |markup| glossary.write(markup, language, level, false));
                }
            }
        });
        markup.block("footer", &[("lang", lang)], |markup| {
            markup.line("p", &[], &Inline::text(words.whole));
            markup.block("details", &[], |markup| {
                markup.line("summary", &[], &Inline::text(words.licences));
                markup.block("div", &[("lang", "en"), ("dir", "ltr")], |markup| {
                    for paragraph in licences.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
                        markup.line("p", &[], &Inline::text(paragraph));
                    }
                });
            });
        });
    }
}
