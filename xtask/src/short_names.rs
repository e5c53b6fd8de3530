//! Short names for what a WebAssembly module and its glue call each other by.
//!
//! bindgen's names say what they are, and some end in a number of sixteen digits that no compression makes shorter. They are read by nobody, stand in both
//! files, and both are made here: so both call the same thing by one letter.

use walrus::Module;

/// What bindgen calls the glue.
const GLUE: &str = "./equity_catalog_bg.js";

/// Renames the module's imports and exports; gives the names before and after. The memory keeps its name, a word that glue uses for other things too.
pub fn shorten(module: &mut Module) -> Vec<(String, String)> {
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    let mut renamed: Vec<(String, String)> = Vec::new();
    for name in imports.chain(exports).filter(|name| *name != "memory") {
        let short = short_name(renamed.len());
        renamed.push((std::mem::replace(name, short.clone()), short));
    }
    renamed
}

/// Names the glue, which the module imports from, by the module itself; gives that name. Short names mean something else in every build: so a browser
/// refuses the file of another one, left behind by half a copy, instead of calling the wrong things.
pub fn mark(module: &mut Module) -> String {
    // FNV-1a: the same bytes have the same name on every machine.
    let hash = module.emit_wasm().iter().fold(0x811c_9dc5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let name = format!("{:06x}", hash & 0xff_ffff);
    for import in module.imports.iter_mut() {
        name.clone_into(&mut import.module);
    }
    name
}

/// The glue with the names that the module has now.
pub fn renamed_glue(glue: &str, names: &[(String, String)], mark: &str) -> String {
    let mut names: Vec<_> = names.iter().collect();
    // `engine_terms` before `engine_term`, which it begins with.
    names.sort_by_key(|(before, _)| std::cmp::Reverse(before.len()));
    names.iter().fold(glue.replace(GLUE, mark), |glue, (before, after)| {
        glue.replace(&format!("wasm.{before}"), &format!("wasm.{after}"))
            .replace(&format!("{before}: function"), &format!("{after}: function"))
    })
}

/// a, b, …, z, a1, b1, …
fn short_name(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}
