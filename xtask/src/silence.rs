//! Cuts out of a WebAssembly module whatever only prints a panic.
//!
//! In a browser a panic ends in a trap, and `www/api/error.js` tells the console of every trap. The sentence that Rust would have
//! made before it (message, file, line, formatting of numbers) is read by nobody. The compiler can leave it out, but not on the
//! stable channel; so it is done here, between bindgen and the optimizer, on the functions' names. Every check stays where it was: only what
//! comes after a check has failed becomes the plain instruction `unreachable`.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use anyhow::{Result, bail};
use walrus::ir::{Instr, InstrLocId, InstrSeqId, Unreachable, Value};
use walrus::{ConstExpr, Data, DataKind, ExportItem, FunctionId, FunctionKind, LocalFunction, Module};

/// The standard library's functions that never return, and what they call. A name that a later compiler changes costs bytes, nothing else.
const PANICS: [&str; 14] = [
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::panic",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_",
    "core::str::slice_error_fail",
    // Told of a map whose keys are no strings, or a number beyond 2^53: a fault of ours like any other.
    "std::thread::local::panic_access_error",
];

/// Makes the functions that print a panic trap at once, and whatever only leads to them.
///
/// # Errors
/// When the module uses the standard library's formatting for something else than panics: it weighs several kilobytes.
pub fn silence(module: &mut Module) -> Result<()> {
    let texts = named_texts(module);
    let mut silent = named(module, |name| {
        PANICS.iter().any(|start| name.starts_with(start))
            || name.ends_with("::assert_failed")
            || name.contains(" as core::panic::PanicPayload>")
    });
    if silent.is_empty() {
        bail!("no function that panics was found by its name; the names in xtask/src/silence.rs must follow the compiler's");
    }
    cut(module, &mut silent);

    let mut formatting = named(module, is_formatting);
    if let Some(caller) = caller_from_outside(module, &formatting) {
        bail!(
            "`{caller}` formats text, which brings several kilobytes of the standard library; put the text together from strings"
        );
    }
    // What is left of it is named by tables of functions that only panics used.
    cut(module, &mut formatting);
    cut(module, &mut uncalled(module));
    forget_places(module);
    walrus::passes::gc::run(module);
    forget_texts(module, &texts);
    Ok(())
}

/// Closures that JavaScript could call if it were ever given one, and the machinery of promises: js-sys describes them to bindgen, which
/// exports those that are used. Ours are not, yet the table of functions still names them.
fn uncalled(module: &Module) -> HashSet<FunctionId> {
    let exported: HashSet<FunctionId> = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        })
        .collect();
    let candidates =
        named(module, |name| name.starts_with("wasm_bindgen::convert::closures::") || name.starts_with("js_sys::futures::"));
    let mut uncalled: HashSet<FunctionId> = candidates.difference(&exported).copied().collect();
    if caller_from_outside(module, &uncalled).is_some() {
        uncalled.clear();
    }
    uncalled
}

/// Where a panic happened (`core::panic::Location`) is told by nobody any more: its rows (name of a file, length of the name, line,
/// column) and the names become zeros, which the optimizer leaves out.
fn forget_places(module: &mut Module) {
    let ids: Vec<_> = module.data.iter().map(Data::id).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { continue };
        let bytes = &data.value;
        let places: Vec<(usize, Range<usize>)> =
            (0..bytes.len()).step_by(4).filter_map(|at| Some((at, place_at(bytes, start as usize, at)?))).collect();
        for (at, name) in places {
            data.value[at..at + 16].fill(0);
            data.value[name].fill(0);
        }
    }
}

/// Where in the bytes the name of the file stands if a `Location` stands at `at`.
fn place_at(bytes: &[u8], start: usize, at: usize) -> Option<Range<usize>> {
    let number = |index: usize| {
        let at = at + index * 4;
        Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize)
    };
    let (name, length, line, column) = (number(0)?.checked_sub(start)?, number(1)?, number(2)?, number(3)?);
    let text = bytes.get(name..name.checked_add(length)?)?;
    let is_name = text.ends_with(b".rs") && text.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/\\.-_+".contains(byte));
    // The standard library ends these names with a zero byte.
    let is_ended = bytes.get(name + length) == Some(&0);
    (is_name && is_ended && (1..100_000).contains(&line) && (1..1_000).contains(&column)).then_some(name..name + length)
}

/// Where code may have texts: numbers that it names with a second one beside them, as address and length of a `&str` are, and numbers alone, as
/// those are where the pieces of a formatted message stand.
fn named_texts(module: &Module) -> BTreeSet<(usize, Option<usize>)> {
    let number = |instruction: &Instr| match instruction {
        Instr::Const(constant) => match constant.value {
            Value::I32(number) => Some(number as u32 as usize),
            _ => None,
        },
        _ => None,
    };
    let mut texts = BTreeSet::new();
    for (_, function) in module.funcs.iter_local() {
        each_sequence(function, |sequence| {
            for (place, (instruction, _)) in sequence.iter().enumerate() {
                let Some(address) = number(instruction) else { continue };
                texts.insert((address, None));
                let length = sequence.get(place + 1).and_then(|(next, _)| number(next));
                texts.extend(length.map(|length| (address, Some(length))));
            }
        });
    }
    texts
}

/// Messages that nothing names any more become zeros: text of whole words that only what was cut had the address of.
fn forget_texts(module: &mut Module, texts: &BTreeSet<(usize, Option<usize>)>) {
    let mut live: BTreeSet<usize> = named_texts(module).into_iter().map(|(address, _)| address).collect();
    for (_, function) in module.funcs.iter_local() {
        each_sequence(function, |sequence| {
            live.extend(sequence.iter().filter_map(|(instruction, _)| match instruction {
                Instr::Load(load) => Some(load.arg.offset as usize),
                Instr::Store(store) => Some(store.arg.offset as usize),
                _ => None,
            }));
        });
    }
    for data in module.data.iter() {
        live.extend(data.value.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word) as usize));
    }
    let ids: Vec<_> = module.data.iter().map(Data::id).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind else { continue };
        for (address, length) in texts {
            let Some(bytes) = address.checked_sub(start as usize).and_then(|at| data.value.get_mut(at..)) else { continue };
            let Some(size) = length.or_else(|| pieces(bytes)).filter(|size| *size < LONGEST) else { continue };
            let Some(text) = bytes.get_mut(..size) else { continue };
            let is_text = text
                .iter()
                .all(|&byte| byte == b' ' || byte.is_ascii_graphic() || length.is_none() && (byte < b' ' || byte == PLACE));
            let has_words = text.contains(&b' ') && text.iter().filter(|byte| byte.is_ascii_graphic()).count() >= 6;
            if is_text && has_words && live.range(address..&(address + size)).next().is_none() {
                text.fill(0);
            }
        }
    }
}

/// No message is as long.
const LONGEST: usize = 200;

/// Stands in a formatted message for a value.
const PLACE: u8 = 0xc0;

/// How long the pieces of a formatted message are: each after its length in a byte, values between them, and a zero at the end.
fn pieces(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        match *bytes.get(at)? {
            0 => return Some(at),
            PLACE => at += 1,
            length @ 1..0x80 => at += 1 + usize::from(length),
            _ => return None,
        }
    }
}

/// Functions of the module's own, by their names without crates' hashes.
fn named(module: &Module, is_wanted: impl Fn(&str) -> bool) -> HashSet<FunctionId> {
    let wanted = |name: &Option<String>| name.as_deref().is_some_and(|name| is_wanted(&without_hashes(name)));
    module.funcs.iter_local().map(|(id, _)| id).filter(|id| wanted(&module.funcs.get(*id).name)).collect()
}

/// `core[c5930c85a12de822]::fmt` is `core::fmt`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => out.push_str(rest),
            _ => {
                out.push('[');
                out.push_str(part);
            }
        }
    }
    out
}

fn is_formatting(name: &str) -> bool {
    let name = name.trim_start_matches('<');
    name.starts_with("core::fmt::") || name.starts_with("alloc::fmt::") || name.contains(" as core::fmt::")
}

fn caller_from_outside(module: &Module, inside: &HashSet<FunctionId>) -> Option<String> {
    module.funcs.iter_local().filter(|(id, _)| !inside.contains(id)).find_map(|(id, function)| {
        let mut calls = false;
        each_sequence(function, |sequence| {
            calls |=
                sequence.iter().any(|(instruction, _)| matches!(instruction, Instr::Call(call) if inside.contains(&call.func)));
        });
        calls.then(|| module.funcs.get(id).name.clone().unwrap_or_default())
    })
}

fn each_sequence(function: &LocalFunction, mut see: impl FnMut(&[(Instr, InstrLocId)])) {
    let mut waiting = vec![function.entry_block()];
    while let Some(id) = waiting.pop() {
        let sequence = &function.block(id).instrs;
        see(sequence);
        waiting.extend(sequence.iter().flat_map(|(instruction, _)| nested(instruction)));
    }
}

fn nested(instruction: &Instr) -> Vec<InstrSeqId> {
    match instruction {
        Instr::Block(block) => vec![block.seq],
        Instr::Loop(block) => vec![block.seq],
        Instr::IfElse(branch) => vec![branch.consequent, branch.alternative],
        _ => Vec::new(),
    }
}

/// Makes these functions traps, then every function that does nothing but lead to one, until there is none; `silent` grows by them.
fn cut(module: &mut Module, silent: &mut HashSet<FunctionId>) {
    for id in silent.iter() {
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(*id).kind {
            let entry = function.entry_block();
            function.block_mut(entry).instrs = vec![trap()];
        }
    }
    loop {
        let before = silent.len();
        for (id, function) in module.funcs.iter_local_mut() {
            let entry = function.entry_block();
            if ends_at_once(function, entry, silent) {
                silent.insert(id);
            }
        }
        if silent.len() == before {
            return;
        }
    }
}

fn trap() -> (Instr, InstrLocId) {
    (Instr::Unreachable(Unreachable {}), InstrLocId::default())
}

/// Cuts a sequence of instructions at its first trap, and takes away what was only prepared for it; whether nothing else is left.
fn ends_at_once(function: &mut LocalFunction, id: InstrSeqId, silent: &HashSet<FunctionId>) -> bool {
    let mut instructions = std::mem::take(&mut function.block_mut(id).instrs);
    let end = instructions.iter().position(|(instruction, _)| match instruction {
        Instr::Unreachable(_) => true,
        Instr::Call(call) => silent.contains(&call.func),
        other => {
            let inner = nested(other);
            // Each of them is cut, whatever the others are.
            let ended = inner.iter().filter(|inner| ends_at_once(function, **inner, silent)).count();
            !inner.is_empty() && ended == inner.len()
        }
    });
    if let Some(end) = end {
        let kept =
            instructions[..end].iter().rposition(|(instruction, _)| !is_preparation(instruction)).map_or(0, |last| last + 1);
        instructions.truncate(kept);
        instructions.push(trap());
    }
    let ends_at_once = matches!(instructions.as_slice(), [(Instr::Unreachable(_), _)]);
    function.block_mut(id).instrs = instructions;
    ends_at_once
}

/// Whether nobody can tell that an instruction was left out when a trap follows: it changes nothing outside the module, and goes nowhere.
fn is_preparation(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::GlobalSet(_)
            | Instr::Binop(_)
            | Instr::Unop(_)
            | Instr::Select(_)
            | Instr::Load(_)
            | Instr::Store(_)
            | Instr::MemoryCopy(_)
            | Instr::MemoryFill(_)
            | Instr::Drop(_)
    )
}
