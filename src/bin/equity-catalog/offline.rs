//! `equity-catalog offline`: one file that is the catalog, the glossary and all that searches them.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use equity_catalog::html::{Inside, Options, PageError, write_page};
use equity_catalog::pack::Pack;

use crate::Outcome;
use crate::arguments::Offline;
use crate::html::pack_of;
use crate::output::{Output, grouped, shown, unreadable, write_whole};

const SCRIPT: &str = "whole.js";
const WITHOUT_WASM: &str = "without-wasm.js";
const ENGINE: &str = "equity-catalog.wasm";
/// The code's licence, that of what it is built on, and that of the catalog which the engine holds.
const LICENCES: [&str; 3] = ["LICENSE-MIT", "LICENSES-THIRD-PARTY.txt", "LICENSE-CATALOG.md"];
const CURE: &str = "run `cargo xtask build`, or name the folder of a built package with --package";

pub fn run(offline: &Offline, out: &mut Output) -> Outcome {
    // First what is missing at all: reading a large catalog takes a while.
    let package = Package::read(&offline.package, offline.without_wasm)?;
    let Some(bytes) = pack_of(&offline.catalog)? else { return Ok(ExitCode::FAILURE) };
    let pack = Pack::open(bytes.as_slice())?;
    if offline.only_glossary && pack.meta().terms == 0 {
        return Err(format!("{} has no glossary; leave out --only-glossary", offline.catalog.display()).into());
    }
    let options = Options {
        sections: offline.section.iter().cloned().collect(),
        works: !offline.only_glossary,
        details: offline.full,
        glossary: true,
        ..Options::default()
    };
    let Package { script, without_wasm, engine, licences } = &package;
    let inside = Inside { pack: &bytes, engine, script, without_wasm: without_wasm.as_deref(), licences };
    let page = write_page(&pack, &options, &inside).map_err(|error| match error {
        PageError::Section(error) => shown(&error.to_string()).into_owned(),
        PageError::Script(_) => format!("{}: {error}; {CURE}", offline.package.display()),
    })?;
    write_whole(&offline.output, page.as_bytes())?;
    out.line(&format!("{}: {} bytes", offline.output.display(), grouped(page.len() as u64)))?;
    Ok(ExitCode::SUCCESS)
}

/// What the page takes from the built package.
struct Package {
    script: String,
    without_wasm: Option<String>,
    engine: Vec<u8>,
    licences: String,
}

impl Package {
    fn read(folder: &Path, without_wasm: bool) -> Result<Self, String> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).map_err(|error| format!("{}; {CURE}", unreadable(&path.display().to_string(), &error)))
        };
        let text = |name: &str| {
            String::from_utf8(read(name)?).map_err(|_| format!("{} is not text; {CURE}", folder.join(name).display()))
        };
        let script = text(SCRIPT)?;
        // An engine of another version may not open this one's packs.
        let version = env!("CARGO_PKG_VERSION");
        if !script.starts_with(&format!("/* Equity Catalog {version},")) {
            return Err(format!("{} is not of version {version}, as this tool is; {CURE}", folder.join(SCRIPT).display()));
        }
        let licences = LICENCES.map(text).into_iter().collect::<Result<Vec<String>, String>>()?.join("\n\n");
        let without_wasm = without_wasm.then(|| text(WITHOUT_WASM)).transpose()?;
        Ok(Self { script, without_wasm, engine: read(ENGINE)?, licences })
    }
}
