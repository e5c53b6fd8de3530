//! The kept seeds, as they are, and damaged in the same way each time. What a fuzzer once found stays found, with stable Rust alone.

mod trying;

use std::fs;
use std::path::{Path, PathBuf};

use equity_catalog::pack::{Pack, Tag};
use equity_catalog_fuzz::{Bound, TARGETS, put_section, small_pack};
use trying::try_all;

/// So many damaged inputs for each of the fuzzers.
const DAMAGED: usize = 3_000;

/// Inputs grow no longer than this.
const LONGEST: usize = 4096;

fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target)
}

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder(target)).expect("each fuzzer has a folder of seeds");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    let seeds: Vec<_> = paths.into_iter().map(|path| (path.clone(), fs::read(path).expect("the seed can be read"))).collect();
    assert!(!seeds.is_empty(), "no seed is kept for {target}");
    seeds
}

/// Numbers that look random and are the same each time (splitmix64: <https://prng.di.unimi.it/splitmix64.c>).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..start + self.below((length - start).min(40) + 1)
    }
}

/// One of the seeds with a few bytes changed, taken out, put twice, or taken from another seed.
fn damaged(seeds: &[(PathBuf, Vec<u8>)], number: usize) -> Vec<u8> {
    let mut random = Random(number as u64);
    let mut bytes = seeds[random.below(seeds.len())].1.clone();
    for _ in 0..=random.below(4) {
        let part = random.range(bytes.len());
        let other = &seeds[random.below(seeds.len())].1;
        let with = match random.below(5) {
            0 => vec![random.below(256) as u8; part.len()],
            1 => vec![[0x00, 0x01, 0x7f, 0x80, 0xff][random.below(5)]; 1 + random.below(4)],
            2 => Vec::new(),
            3 => other[random.range(other.len())].to_vec(),
            _ => bytes[part.clone()].repeat(2),
        };
        bytes.splice(part, with);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn replay(target: &str) {
    let (_, call) = TARGETS.into_iter().find(|(name, _)| *name == target).expect("there is such a fuzzer");
    let seeds = seeds(target);
    try_all(seeds.len(), |number| seeds[number].0.display().to_string(), |number| call(&seeds[number].1));
    let name = |number: usize| format!("number {number}, “{}”", damaged(&seeds, number).escape_ascii());
    try_all(DAMAGED, name, |number| call(&damaged(&seeds, number)));
}

#[test]
fn packs() {
    replay("pack");
}

#[test]
fn sections() {
    replay("sections");
}

#[test]
fn texts() {
    replay("texts");
}

#[test]
fn records() {
    replay("records");
}

#[test]
fn queries() {
    replay("query");
}

#[test]
fn glossary_texts() {
    replay("glossary");
}

#[test]
fn the_kept_small_pack_is_as_it_is_built_today() {
    let pack = Pack::open(small_pack()).expect("it opens");
    let mut sections = Vec::new();
    for &tag in Tag::ALL {
        put_section(&mut sections, tag, pack.section(tag));
    }
    for (target, now) in [("pack", small_pack()), ("sections", &sections)] {
        let path = folder(target).join("small");
        if fs::read(&path).ok().as_deref() != Some(now) {
            fs::write(&path, now).expect("the seed can be written");
            panic!("the pack's format has changed: {} was written anew; look at it and commit it", path.display());
        }
    }
}

#[test]
#[should_panic(expected = "more than 1000")]
fn memory_beyond_the_bound_is_noticed() {
    Bound { fixed: 900, per_byte: 10 }.hold(10, || drop(std::hint::black_box(vec![0u8; 1001])));
}
