//! Reading the text format: a folder of plain-text files that an editor keeps.
//!
//! ```text
//! catalog.md       the catalog's name and the order of its sections     catalog_page.rs
//! sections/ID.md   one page each: prose, then groups of listings        section.rs
//! resources.md     every work once                                      resource.rs
//! glossary.md      every term once                                      term.rs
//! ```
//!
//! [`lines`] cuts a file into records (heading, fields, body), [`record`] takes typed fields out of one, [`prose`] reads
//! Markdown. All take texts and give records: no file is touched here, and every mistake of every file is found in one pass.

mod catalog_page;
mod credits;
mod lines;
mod notes;
mod prose;
mod prose_text;
mod quotation;
mod record;
mod refusal;
mod resource;
mod section;
mod term;
mod titles;

use super::check::check;
use super::path::Path;
use super::records::Catalog;
use super::report::{Place, Report, Sources};
use super::suggest::distance;
use lines::Spot;
use notes::Notes;
use titles::Titles;

/// The files of a catalog folder besides its sections.
pub(super) const FILES: [&str; 3] = ["catalog.md", "resources.md", "glossary.md"];

/// Reads the files of a catalog folder, given as names within the folder (`sections/ID.md`) and contents, and checks the whole.
///
/// `folder` is put before the names that diagnostics show. Files that the format doesn't know are passed over.
///
/// ```
/// use equity_catalog::catalog::read_texts;
/// let files = vec![
///     ("catalog.md".to_string(), b"# Shared Work\n".to_vec()),
///     ("resources.md".to_string(), b"# Net Gains\nAuthr: Madeleine Taylor\n".to_vec()),
/// ];
/// let (catalog, report, _) = read_texts("", files);
/// assert_eq!(catalog.resources[0].id, "net-gains");
/// assert_eq!(report.diagnostics[0].message, "unknown field `Authr`");
/// ```
pub fn read_texts(folder: &str, files: Vec<(String, Vec<u8>)>) -> (Catalog, Report, Sources) {
    let mut notes = Notes::default();
    let mut sources = Sources::default();
    let mut names = Vec::new();
    for (name, bytes) in files {
        let shown = if folder.is_empty() { name.clone() } else { format!("{}/{name}", folder.trim_end_matches('/')) };
        let text = decode(bytes, sources.files.len(), &mut notes.report);
        sources.files.push((shown, text));
        names.push(name);
    }
    let catalog = read(&Folder { names: &names, files: &sources.files }, &mut notes);
    let Notes { mut report, places } = notes;
    sources.places = places;
    check(&catalog, &mut report);
    (catalog, report, sources)
}

/// The text of a file. Bytes that aren't UTF-8 are an error, but the rest is read, so that its mistakes are found too.
pub(super) fn decode(bytes: Vec<u8>, file: usize, report: &mut Report) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        // A replacement for each slip keeps the places before the first one right.
        let at = error.utf8_error().valid_up_to();
        let help = "save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8)";
        report.error_at("not-utf8", Place { file, range: at..at }, "the file isn't UTF-8 text from here on", help);
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    })
}

/// The files by their names within the folder.
struct Folder<'a> {
    names: &'a [String],
    files: &'a [(String, String)],
}

impl<'a> Folder<'a> {
    fn get(&self, name: &str) -> Option<Spot<'a>> {
        let file = self.names.iter().position(|known| known == name)?;
        Some(Spot { file, start: 0, text: &self.files[file].1 })
    }

    /// Ids of the section files, in the order of their names.
    fn section_ids(&self) -> Vec<&'a str> {
        let mut ids: Vec<&str> =
            self.names.iter().filter_map(|name| name.strip_prefix("sections/")?.strip_suffix(".md")).collect();
        ids.sort_unstable();
        ids
    }
}

fn read(folder: &Folder<'_>, notes: &mut Notes) -> Catalog {
    let mut catalog = Catalog::default();
    let listed = folder.get("catalog.md").map(|file| catalog_page::read(file, &mut catalog, notes));
    if listed.is_none() {
        let message = "the folder has no catalog.md";
        notes.report.error("no-catalog", Path::Root, message, "write one that begins with `# ` and the catalog's name");
    }
    if folder.get("resources.md").is_none() && folder.get("glossary.md").is_none() {
        let message = "the folder has neither resources.md nor glossary.md";
        notes.report.error("no-catalog", Path::Root, message, "write the works into resources.md, the terms into glossary.md");
    }
    if let Some(file) = folder.get("resources.md") {
        catalog.resources = resource::read(file, notes);
    }
    if let Some(file) = folder.get("glossary.md") {
        catalog.terms = term::read(file, notes);
    }
    misnamed(folder, notes);
    let titles = Titles::of(&catalog.resources);
    let ids = folder.section_ids();
    for (id, file) in catalog_page::section_files(&listed.unwrap_or_default(), &ids, folder, notes) {
        let at = catalog.sections.len();
        catalog.sections.push(section::read(id, file, Path::Root.field("sections").item(at), &titles, notes));
    }
    if catalog.language.is_empty() {
        catalog.language.push_str("en");
    }
    catalog.enter_listings();
    catalog
}

/// Warns of a file that is passed over although its name is nearly one that the format knows, and that isn't there: `Glossary.md`.
fn misnamed(folder: &Folder<'_>, notes: &mut Notes) {
    for (file, name) in folder.names.iter().enumerate().filter(|(_, name)| !FILES.contains(&name.as_str()) && !name.contains('/'))
    {
        let letters: Vec<char> = name.to_lowercase().chars().collect();
        let is_near = |known: &&&str| distance(&letters, &known.chars().collect::<Vec<_>>(), 2).is_some();
        if let Some(meant) = FILES.iter().filter(|known| folder.get(known).is_none()).find(is_near) {
            let help = format!("rename it to {meant}, or to something else if it isn't meant to be read");
            notes.warning("misnamed-file", Spot { file, start: 0, text: "" }, format!("the file {name} is not read"), help);
        }
    }
}
