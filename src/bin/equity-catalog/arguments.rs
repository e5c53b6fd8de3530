//! The command line, and its help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use equity_catalog::pack::FACETS;
use equity_catalog::query::Sort;

/// A catalog of resources and its glossary: checks it, builds it into a pack, and searches the pack.
#[derive(Parser)]
#[command(
    version,
    arg_required_else_help = true,
    after_help = "Examples:
  equity-catalog check catalog
  equity-catalog build catalog -o catalog.pack
  equity-catalog search catalog.pack 'netwrok buil' --filter kind=Tool
  equity-catalog find catalog.pack article.txt
  equity-catalog html catalog --glossary -o list.html
  equity-catalog offline catalog -o catalog.html"
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Shows every error and warning of a catalog at once, with file, line, column and how to mend it
    #[command(after_help = "Exit code 1 means that there are errors; warnings alone give 0.")]
    Check {
        /// A catalog folder, or a JSON file with records
        #[arg(value_name = "DIR|FILE")]
        catalog: PathBuf,
    },
    /// Builds a catalog into a pack: the one file that a web page or the other commands read
    Build {
        /// A catalog folder, or a JSON file with records
        #[arg(value_name = "DIR|FILE")]
        catalog: PathBuf,
        /// Where to write the pack; an older one there is replaced only once the new one is whole
        #[arg(short, long, value_name = "FILE.pack")]
        output: PathBuf,
    },
    /// Searches a pack as a web page would: the last word may be unfinished, and a word may be misspelt
    Search(Search),
    /// Finds the glossary's terms in a text, the terms of a work, or the works of a term
    #[command(after_help = "In JSON, ranges count UTF-16 code units, as in the JavaScript API.")]
    Find {
        /// A pack that `build` wrote
        pack: PathBuf,
        /// A text file; standard input if left out
        #[arg(value_name = "FILE")]
        text: Option<PathBuf>,
        /// Not in a text: the terms that have to do with the work of this id
        #[arg(long, value_name = "ID", conflicts_with_all = ["text", "term"])]
        resource: Option<String>,
        /// Not in a text: the works that have to do with the term of this id
        #[arg(long, value_name = "ID", conflicts_with = "text")]
        term: Option<String>,
        /// Prints JSON, as the JavaScript API gives it
        #[arg(long)]
        json: bool,
        /// Finds them so many times, and prints how long each took in milliseconds: for `cargo xtask bench`
        #[arg(long, value_name = "N", hide = true)]
        times: Option<usize>,
    },
    /// Writes the list of works as HTML, to be pasted inside `<equity-catalog>` on a page: what readers see without JavaScript
    Html(Html),
    /// Writes one HTML file that holds catalog, glossary, search and popups, and needs no server: for a stick, a mail, a place without a connection
    Offline(Offline),
    /// Shows what a pack holds: its counts, and the bytes of each of its parts
    #[command(after_help = "Exit code 1 means that the pack is damaged.")]
    Info {
        /// A pack that `build` wrote
        pack: PathBuf,
    },
}

#[derive(Args)]
#[command(after_help = "In JSON, ranges count UTF-16 code units, as in the JavaScript API.")]
pub struct Search {
    /// A pack that `build` wrote
    pub pack: PathBuf,
    /// What to look for; nothing lists every resource
    #[arg(default_value = "")]
    pub query: String,
    /// Only resources with this value; given more than once, one of the values of a facet suffices, but every facet counts
    #[arg(long, value_name = "FACET=VALUE", value_parser = filter)]
    pub filter: Vec<(String, String)>,
    /// How many results to show
    #[arg(long, default_value_t = 10)]
    pub limit: usize,
    /// In which order
    #[arg(long, default_value = "relevance", value_parser = Sort::NAMES.map(|(name, _)| name))]
    pub sort: String,
    /// Shows the score of each result, its parts, and which words matched where
    #[arg(long)]
    pub explain: bool,
    /// Prints JSON, as the JavaScript API gives it
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
#[command(
    after_help = "What is written belongs between <equity-catalog> and </equity-catalog>. Search engines and Zotero read it too."
)]
pub struct Html {
    /// A catalog folder, a JSON file with records, or a pack that `build` wrote
    #[arg(value_name = "DIR|FILE.json|PACK")]
    pub catalog: PathBuf,
    /// Only this section, by its id; may be given more than once. Without it, all sections and the works that none lists
    #[arg(long, value_name = "ID")]
    pub section: Vec<String>,
    /// Level of the topmost headings, as in the element's `heading-level`
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=6))]
    pub heading_level: u8,
    /// Of each work also other titles, description, kind, topics and year, which the element itself shows in results only
    #[arg(long)]
    pub full: bool,
    /// The glossary too, from A to Z
    #[arg(long)]
    pub glossary: bool,
    /// The glossary and no works, to be pasted inside `<equity-glossary>`
    #[arg(long, conflicts_with_all = ["section", "full", "glossary"])]
    pub only_glossary: bool,
    /// Where to write it, whole or not at all; standard output if left out
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
#[command(
    after_help = "The file opens in any browser, from wherever it lies. It asks for nothing from anywhere; links to works lead to the web as always."
)]
pub struct Offline {
    /// A catalog folder, a JSON file with records, or a pack that `build` wrote
    #[arg(value_name = "DIR|FILE.json|PACK")]
    pub catalog: PathBuf,
    /// Where to write it, whole or not at all
    #[arg(short, long, value_name = "FILE.html")]
    pub output: PathBuf,
    /// The folder with the package, which holds engine and widget
    #[arg(long, value_name = "DIR", default_value = "pkg")]
    pub package: PathBuf,
    /// For all browsers: also with the engine as JavaScript, 0.3 MB more. Without it, where WebAssembly is off (an iPhone in Lockdown Mode), list and
    /// glossary can be read but not searched
    #[arg(long)]
    pub without_wasm: bool,
    /// Only this section, by its id. Without it, all sections and the works that none lists
    #[arg(long, value_name = "ID")]
    pub section: Option<String>,
    /// For readers without JavaScript, of each work also other titles, description, kind, topics and year
    #[arg(long)]
    pub full: bool,
    /// The glossary and no works
    #[arg(long, conflicts_with_all = ["section", "full"])]
    pub only_glossary: bool,
}

fn filter(argument: &str) -> Result<(String, String), String> {
    let names: Vec<&str> = FACETS.iter().map(|(_, name)| *name).collect();
    match argument.split_once('=') {
        Some((facet, value)) if names.contains(&facet) => Ok((facet.into(), value.into())),
        Some((facet, _)) => Err(format!("there is no facet `{facet}`; facets are {}", names.join(", "))),
        None => Err("write a facet, `=` and a value: kind=Tool".into()),
    }
}
