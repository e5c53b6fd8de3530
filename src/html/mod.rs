//! From a pack to the static list that a web editor pastes inside `<equity-catalog>`.
//!
//! Readers and search engines have it before JavaScript comes, and without it; the widget takes over in its place, so it
//! shows the same in the same order and words. It is a fragment of semantic HTML, without styles and without scripts that run.
//! It reads what every reader of a pack reads, and only the command-line tool has it.
//!
//! * `page` and `listing` are the sections and works, `glossary` the terms and `letters` their order, `prose` their text, `leads` the links in it,
//!   `names` how names are printed;
//! * `coins` tells Zotero what each work is, `linked_data` tells search engines;
//! * `whole` writes a page of its own around all this, with engine and widget in it, which needs no server;
//! * `words` are all words that come from here, and `markup` alone writes `<` and `>`.
//!
//! ```
//! use equity_catalog::{catalog::{Catalog, Resource}, html, index, pack::Pack};
//!
//! let work = Resource { id: "rd".into(), title: "R&D <now>".into(), ..Resource::default() };
//! let catalog = Catalog { resources: vec![work], ..Catalog::default() };
//! let fragment = html::write(&Pack::open(index::build(&catalog)?)?, &html::Options::default())?;
//! assert!(fragment.contains(r#"<h3 data-part="listing-title">R&amp;D &lt;now&gt;</h3>"#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod coins;
mod glossary;
mod leads;
mod letters;
mod linked_data;
mod listing;
mod markup;
mod names;
mod page;
mod prose;
mod whole;
mod words;

use std::fmt;

use crate::catalog::{Section, Term};
use crate::pack::{Pack, Storage};
use glossary::Glossary;
use listing::Style;
use markup::Markup;
use page::Page;
pub use whole::{Inside, PageError, write_page};
use words::ENGLISH;

/// What the fragment holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Ids of the sections, in the order in which they are shown; all sections, and the works that none lists, when empty.
    pub sections: Vec<String>,
    /// Level of the sections' headings, 1 to 6.
    pub heading_level: u8,
    /// Whether the works are listed at all.
    pub works: bool,
    /// Whether works show their other titles, description, kind, topics and year too.
    pub details: bool,
    /// Whether the glossary follows.
    pub glossary: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { sections: Vec::new(), heading_level: 2, works: true, details: true, glossary: false }
    }
}

/// A section was asked for that the catalog doesn't have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSection {
    /// The id asked for.
    pub id: String,
    /// The ids that there are.
    pub known: Vec<String>,
}

impl fmt::Display for UnknownSection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no section `{}`; ", self.id)?;
        if self.known.is_empty() {
            f.write_str("this catalog has none")
        } else {
            write!(f, "sections are {}", self.known.join(", "))
        }
    }
}

impl std::error::Error for UnknownSection {}

/// Writes the fragment. The same pack and options always give the same text; it ends with a line break.
///
/// # Errors
/// When the catalog has no section with an id of [`Options::sections`].
pub fn write<D: Storage>(pack: &Pack<D>, options: &Options) -> Result<String, UnknownSection> {
    let meta = pack.meta();
    let language = meta.language.as_str();
    let level = options.heading_level;
    let sections = chosen(pack.sections(), &options.sections)?;
    let terms: Vec<Term> =
        if options.glossary { (0..meta.terms).map_while(|number| pack.term(number)).collect() } else { Vec::new() };

    let mut markup = Markup::default();
    markup.comment(&note(options));
    let mut page = Page::new(pack, Style { words: &ENGLISH, language, details: options.details });
    if options.works {
        page.sections(&mut markup, &sections, options.sections.is_empty(), level);
    }
    if options.glossary {
        let glossary = Glossary { pack, terms: &terms, words: &ENGLISH, has_work: &|work| page.has(work) };
        glossary.write(&mut markup, language, level, options.works);
    }
    if options.works {
        // The glossary's element doesn't say what the catalog is; that of the works does.
        page.about(&mut markup, meta);
    }
    let name = if let ([only], false) = (sections.as_slice(), options.sections.is_empty()) { &only.title } else { &meta.title };
    let works = options.works.then_some((name.as_str(), page.works.as_slice()));
    let terms = options.glossary.then_some((meta.title.as_str(), terms.as_slice()));
    // Serializing texts and numbers into a string can't fail; without the data the list would still be whole.
    if let Ok(json) = linked_data::json_ld(works, terms, language) {
        markup.json("application/ld+json", &json);
    }
    Ok(markup.finish())
}

/// The sections asked for, each once; all of them when none is.
fn chosen(all: Vec<Section>, ids: &[String]) -> Result<Vec<Section>, UnknownSection> {
    if ids.is_empty() {
        return Ok(all);
    }
    let mut chosen: Vec<Section> = Vec::new();
    for id in ids {
        let Some(section) = all.iter().find(|section| section.id == *id) else {
            return Err(UnknownSection { id: id.clone(), known: all.into_iter().map(|section| section.id).collect() });
        };
        if chosen.iter().all(|one| one.id != *id) {
            chosen.push(section.clone());
        }
    }
    Ok(chosen)
}

/// What wrote the fragment, and how to write it anew.
fn note(options: &Options) -> String {
    let mut command = String::from("equity-catalog html CATALOG");
    for id in &options.sections {
        // An id may hold anything; only what needs no quoting is repeated here.
        let is_plain = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
        command.extend([" --section ", if is_plain { id } else { "…" }]);
    }
    if options.heading_level != Options::default().heading_level {
        command.extend([" --heading-level ", &options.heading_level.to_string()]);
    }
    for (is_set, option) in [
        (options.details, " --full"),
        (options.works && options.glossary, " --glossary"),
        (!options.works && options.glossary, " --only-glossary"),
    ] {
        command.push_str(if is_set { option } else { "" });
    }
    format!(
        "Written by Equity Catalog {}. When the catalog changes, don't edit this: write it anew with “{command}”, and put the result in its place.",
        env!("CARGO_PKG_VERSION")
    )
}
