//! Puts functions that look alike side by side in a WebAssembly file.
//!
//! The order of functions means nothing to a browser, and a lot to brotli: generic code is compiled again and again for other types, and
//! what stands near repeats cheaply. Measured on the engine: 58,507 bytes after brotli in the optimizer's own order (most called first),
//! 56,650 in this one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload, TypeRef};

/// Functions are as alike as they share runs of this many bytes.
const RUN: usize = 4;

/// The module with names for its functions that sort in the order in which they should stand: what the optimizer's
/// `--reorder-functions-by-name` goes by.
///
/// # Errors
/// When the bytes are no module.
pub fn named_by_likeness(module: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the optimizer's output is no module")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&module[body.range()]),
            _ => {}
        }
    }
    let mut names = vec![String::new(); bodies.len()];
    for (place, function) in by_likeness(&bodies).into_iter().enumerate() {
        names[function] = format!("{place:06}");
    }
    let mut module = module.to_vec();
    module.extend(name_section(imported, &names));
    Ok(module)
}

/// A chain through all functions, from the smallest, always on to the one that is most like the last.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(RUN).collect()).collect();
    let mut having: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (function, runs) in runs.iter().enumerate() {
        for run in runs {
            having.entry(run).or_default().push(function);
        }
    }
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = left.iter().copied().min_by_key(|function| bodies[*function].len());
    while let Some(last) = next {
        left.remove(&last);
        order.push(last);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for function in runs[last].iter().flat_map(|run| &having[run]).filter(|function| left.contains(function)) {
            *shared.entry(*function).or_default() += 1;
        }
        let likeness = |function: usize, shared: usize| shared * 1_000_000 / (runs[last].len() + runs[function].len());
        let likest = shared.into_iter().max_by_key(|(function, shared)| (likeness(*function, *shared), Reverse(*function)));
        next = likest.map(|(function, _)| function).or_else(|| left.first().copied());
    }
    order
}

/// The custom section `name` with the names of functions: <https://webassembly.github.io/spec/core/appendix/custom.html>.
fn name_section(imported: u32, names: &[String]) -> Vec<u8> {
    let imports = (0..imported).map(|number| format!("import {number}"));
    let names: Vec<String> = imports.chain(names.iter().cloned()).collect();
    let mut functions = leb128(names.len());
    for (number, name) in names.iter().enumerate() {
        functions.extend(leb128(number));
        functions.extend(sized(name.as_bytes()));
    }
    let mut section = sized(b"name");
    section.push(1);
    section.extend(sized(&functions));
    [vec![0], sized(&section)].concat()
}

fn sized(bytes: &[u8]) -> Vec<u8> {
    [&leb128(bytes.len()), bytes].concat()
}

fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}
